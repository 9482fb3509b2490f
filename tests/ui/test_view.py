"""The document as the reader pane draws it: every word once, in order, with its marks."""

from __future__ import annotations

from typing import Any

from conftest import GOLD
from hypothesis import given
from hypothesis import strategies as st

from pepinsight.documents import Block, BlockKind, Document, Place, read, with_attached
from pepinsight.evidence import Evidence
from pepinsight.plan import SectionKind
from pepinsight.ui.reader.view import runs, sheets


def mark(document: Document, number: int, start: int, end: int) -> Evidence:
    quote = document.text[start:end]
    place = document.place_of(start, end)
    return Evidence(number, "child_voice", "rule", quote, SectionKind.VIEWS, start, end, place, "A reason.")


def items(sheet: dict[str, Any]) -> list[dict[str, Any]]:
    found = []
    waiting = list(sheet["items"])
    while waiting:
        item = waiting.pop(0)
        if item["kind"] == "table":
            waiting[:0] = [inner for row in item["rows"] for cell in row for inner in cell["items"]]
        else:
            found.append(item)
    return found


def words_of(item: dict[str, Any]) -> str:
    return "".join(text for text, _ in item["runs"])


def test_every_block_of_a_word_file_and_a_pdf_is_drawn_once() -> None:
    for name in ("a1-01.docx", "c1-01.pdf", "b2-03.docx", "layouts/a1-06-controls.docx", "layouts/b2-04-portal.pdf"):
        document = read(GOLD / name)
        drawn = sorted(words_of(item) for sheet in sheets(document, ()) for item in items(sheet))
        assert drawn == sorted(document.text_of(block) for block in document.blocks), name


def test_a_pdf_is_drawn_page_by_page_and_a_word_file_has_none() -> None:
    pdf = read(GOLD / "a1-01.pdf")
    assert [sheet["page"] for sheet in sheets(pdf, ())] == list(range(1, (pdf.pages or 0) + 1))
    assert {sheet["page"] for sheet in sheets(read(GOLD / "a1-01.docx"), ())} == {None}


def test_a_mark_over_several_blocks_is_drawn_in_each() -> None:
    text = "first line\nsecond line"
    blocks = (
        Block(0, 10, BlockKind.PARAGRAPH, Place(0)),
        Block(11, 22, BlockKind.PARAGRAPH, Place(1)),
    )
    document = Document("x.docx", "docx", "0", text, blocks)
    drawn = items(sheets(document, (mark(document, 0, 6, 17),))[0])
    assert drawn[0]["runs"] == [["first ", []], ["line", [0]]]
    assert drawn[1]["runs"] == [["second", [0]], [" line", []]]


def test_merged_and_missing_cells_keep_the_columns_in_line() -> None:
    def cell(start: int, row: int, column: int, **span: int) -> Block:
        return Block(start, start + 1, BlockKind.CELL, Place(0, table=0, row=row, column=column), **span)

    blocks = (cell(0, 0, 0, row_span=2), cell(2, 0, 1), cell(4, 1, 2), cell(6, 2, 0, column_span=3))
    document = Document("x.docx", "docx", "0", "a\nb\nc\nd", blocks)
    rows = sheets(document, ())[0]["items"][0]["rows"]
    shape = [[words_of(cell["items"][0]) if cell["items"] else "" for cell in row] for row in rows]
    assert shape == [["a", "b", ""], ["", "c"], ["d"]]
    assert rows[0][0]["row_span"] == 2
    assert rows[2][0]["column_span"] == 3


def test_a_nested_table_stands_in_the_cell_that_it_follows() -> None:
    blocks = (
        Block(0, 1, BlockKind.CELL, Place(0, table=0, row=0, column=0)),
        Block(2, 3, BlockKind.CELL, Place(1, table=1, row=0, column=0), parent_table=0),
        Block(4, 5, BlockKind.CELL, Place(2, table=0, row=0, column=1)),
    )
    document = Document("x.docx", "docx", "0", "a\nb\nc", blocks)
    (table,) = sheets(document, ())[0]["items"]
    first, second = table["rows"][0]
    assert first["items"][1]["kind"] == "table"
    assert words_of(second["items"][0]) == "c"


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6),
)
def test_runs_hold_the_text_and_exactly_the_marks_over_each_letter(text: str, spans: list[tuple[int, int]]) -> None:
    spans = [(min(span), min(max(span), len(text))) for span in spans if min(span) < min(max(span), len(text))]
    marks = sorted((start, end, number) for number, (start, end) in enumerate(spans))
    drawn = runs(text, 0, len(text), marks)
    assert "".join(words for words, _ in drawn) == text
    over = [set(ids) for words, ids in drawn for _ in words]
    assert over == [{n for s, e, n in marks if s <= place < e} for place in range(len(text))]


def test_an_attached_paper_is_drawn_after_the_plan_under_its_own_name() -> None:
    plan, paper = read(GOLD / "a1-01.docx"), read(GOLD / "a1-02.pdf")
    drawn = sheets(with_attached(plan, [paper]), ())
    files = [sheet.get("file") for sheet in drawn]
    assert files[0] is None
    assert [sheet["page"] for sheet in drawn if sheet.get("file")] == list(range(1, (paper.pages or 0) + 1))
    assert files == sorted(files, key=lambda file: file is not None)
