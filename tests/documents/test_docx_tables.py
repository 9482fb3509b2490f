"""Tables of a Word file keep their grid: what stands beside, below and within what."""

import pytest
from making_docx import opened, p, r, sdt, tbl, tc, texts, tr

from pepinsight.documents import BlockKind, Document


def places(document: Document) -> list[tuple[str, int | None, int | None, int | None]]:
    return [
        (document.text_of(block), block.place.table, block.place.row, block.place.column) for block in document.blocks
    ]


def test_labels_and_values_stand_side_by_side() -> None:
    document = opened(tbl(tr(tc("Name"), tc("Ola"), tc("Year"), tc("9")), tr(tc("School"), tc(), tc("UPN"), tc())))
    (table,) = document.tables
    assert (table.rows, table.columns) == (2, 4)
    assert document.cell_text(table, 0, 1) == "Ola"
    assert document.cell_text(table, 1, 1) == ""
    assert [block.kind for block in document.blocks] == [BlockKind.CELL] * 6


def test_a_form_left_blank_still_has_its_answer_column() -> None:
    (table,) = opened(tbl(tr(tc("Name"), tc()), tr(tc("School"), tc()))).tables
    assert (table.rows, table.columns) == (2, 2)


def test_merged_cells_are_one_block_at_their_top_left() -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    document = opened(
        tbl(
            tr(tc("Targets", '<w:gridSpan w:val="3"/>')),
            tr(tc("Maths", down), tc("one"), tc("two")),
            tr(tc("", on), tc("three", '<w:gridSpan w:val="2"/>')),
            tr(tc("", on), tc("three and a half", '<w:gridSpan w:val="2"/>')),
            tr(tc("Art"), tc("four"), tc("five")),
        )
    )
    spans = {document.text_of(block): (block.row_span, block.column_span) for block in document.blocks}
    assert spans["Targets"] == (1, 3)
    assert spans["Maths"] == (3, 1)
    assert spans["three"] == (1, 2)
    assert ("four", 0, 4, 1) in places(document)


def test_a_cell_merged_both_ways_in_the_old_manner_has_its_width_once() -> None:
    wide, on = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    top, below = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    document = opened(
        tbl(
            tr(tc("Views", wide + top), tc("", on), tc("a")),
            tr(tc("", wide + below), tc("", on), tc("b")),
        )
    )
    block = document.blocks[0]
    assert (block.row_span, block.column_span) == (2, 2)
    assert ("b", 0, 1, 2) in places(document)


def test_a_merge_that_continues_nothing_is_a_cell_of_its_own() -> None:
    assert texts(opened(tbl(tr(tc("lone", "<w:vMerge/>"), tc("b"))))) == ["lone", "b"]


def test_a_row_may_start_further_in() -> None:
    document = opened(tbl(tr(tc("a"), tc("b")), tr(tc("c"), properties='<w:gridBefore w:val="1"/>')))
    assert ("c", 0, 1, 1) in places(document)


def test_a_cells_paragraphs_are_parts_of_one_cell() -> None:
    document = opened(tbl(tr(tc(p("first") + p("second")), tc("beside"))))
    assert [block.cell_part for block in document.blocks] == [False, True, False]
    assert document.cell_text(document.tables[0], 0, 0) == "first\nsecond"


def test_a_table_in_a_cell_is_a_table_of_its_own() -> None:
    inner = tbl(tr(tc("inner one"), tc("inner two")))
    document = opened(tbl(tr(tc(p("before") + inner + p("after")), tc("beside"))) + tbl(tr(tc("later"))))
    assert places(document) == [
        ("before", 0, 0, 0),
        ("inner one", 1, 0, 0),
        ("inner two", 1, 0, 1),
        ("after", 0, 0, 0),
        ("beside", 0, 0, 1),
        ("later", 2, 0, 0),
    ]
    assert [table.parent for table in document.tables] == [None, 0, None]
    assert [block.cell_part for block in document.blocks] == [False, False, False, True, False, False]


def test_rows_and_cells_may_stand_in_content_controls() -> None:
    row = sdt(tr(sdt(tc("a")), tc(sdt(p("b")))), "<w15:repeatingSectionItem/>")
    document = opened(tbl(tr(tc("head one"), tc("head two")), sdt(row + row, "<w15:repeatingSection/>")))
    assert [text for text, *_ in places(document)] == ["head one", "head two", "a", "b", "a", "b"]
    assert places(document)[-1] == ("b", 0, 2, 1)


def test_a_table_in_a_control_in_a_cell_is_read() -> None:
    document = opened(tbl(tr(tc(sdt(tbl(tr(tc("deep")))) + p()), tc("beside"))))
    assert places(document) == [("deep", 1, 0, 0), ("beside", 0, 0, 1)]


def test_deleted_and_hidden_rows_and_deleted_cells_are_gone() -> None:
    document = opened(
        tbl(
            tr(tc("gone"), properties="<w:del/>"),
            tr(tc("unseen"), properties="<w:hidden/>"),
            tr(tc("new"), tc("out", "<w:cellDel/>"), tc("in"), properties="<w:ins/>"),
        )
    )
    assert places(document) == [("new", 0, 0, 0), ("in", 0, 0, 1)]


def test_a_heading_in_a_banner_row_is_a_heading_with_its_place() -> None:
    document = opened(tbl(tr(tc(p("Attendance", "berschrift1"), '<w:gridSpan w:val="2"/>')), tr(tc("Now"), tc("94%"))))
    block = document.blocks[0]
    assert (block.kind, block.level, block.place.table, block.column_span) == (BlockKind.HEADING, 1, 0, 2)


def test_a_claim_of_a_billion_columns_is_not_believed() -> None:
    (table,) = opened(tbl(tr(tc("a", '<w:gridSpan w:val="1000000000"/>'), tc("b", '<w:gridSpan w:val="x"/>')))).tables
    assert table.columns <= 64


def test_bold_labels_are_told_from_answers() -> None:
    document = opened(tbl(tr(tc(p(r("Name", "<w:b/>"))), tc("Ola"))))
    assert [block.bold for block in document.blocks] == [True, False]


TABLE_STYLE = """
<w:style w:type="table" w:styleId="Base"><w:name w:val="Base"/>
  <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>
  <w:tblStylePr w:type="lastCol"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>
<w:style w:type="table" w:styleId="Form"><w:name w:val="Form"/><w:basedOn w:val="Base"/>
  <w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr>
  <w:tblStylePr w:type="lastCol"><w:rPr><w:b w:val="0"/></w:rPr></w:tblStylePr></w:style>
"""
GRID = tr(tc("Subject"), tc("Target")) + tr(tc("Maths"), tc("5")) + tr(tc(p(r("Art", '<w:b w:val="0"/>'))), tc("6"))


@pytest.mark.parametrize(
    ("look", "bold"),
    [
        ('<w:tblLook w:firstRow="1" w:firstColumn="0" w:lastColumn="1"/>', ["Subject", "Target"]),
        ('<w:tblLook w:val="00A0"/>', ["Subject", "Target", "Maths"]),
        ('<w:tblLook w:val="00A0" w:firstRow="0"/>', ["Subject", "Maths"]),
        ('<w:tblLook w:val="wrong"/>', []),
        ("", []),
    ],
)
def test_a_tables_style_may_print_its_head_and_first_column_bold(look: str, bold: list[str]) -> None:
    body = f'<w:tbl><w:tblPr><w:tblStyle w:val="Form"/>{look}</w:tblPr>{GRID}</w:tbl>'
    document = opened(body + p("after"), styles=TABLE_STYLE)
    assert [document.text_of(block) for block in document.blocks if block.bold] == bold


def test_a_table_left_wholly_blank_is_still_counted() -> None:
    document = opened(tbl(tr(tc(), tc())) + tbl(tr(tc("a"))) + tbl(tr(tc())))
    assert [(table.index, table.rows, table.columns, len(table.cells)) for table in document.tables] == [
        (0, 1, 2, 0),
        (1, 1, 1, 1),
        (2, 1, 1, 0),
    ]


def test_what_follows_a_bold_table_is_not_bold() -> None:
    look = '<w:tblPr><w:tblStyle w:val="Form"/><w:tblLook w:firstRow="1"/></w:tblPr>'
    inner = f"<w:tbl>{look}{tr(tc('bold'))}</w:tbl>"
    document = opened(tbl(tr(tc(inner + p("plain")))) + p("after"), styles=TABLE_STYLE)
    assert [(document.text_of(block), block.bold) for block in document.blocks] == [
        ("bold", True),
        ("plain", False),
        ("after", False),
    ]
