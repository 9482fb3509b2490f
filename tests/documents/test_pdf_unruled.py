"""Tables that no ruling draws: read by their columns, stripes and spacing, as browsers and reports print them."""

from __future__ import annotations

import io

import pytest
from making_pdf import LEFT, RIGHT, Sheet, read_drawn, rows, said
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from pepinsight.documents import BlockKind, Document
from pepinsight.documents.pdf.reader import read_pdf

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=12.5, spaceAfter=6)
BOLD = ParagraphStyle("bold", BODY, fontName="Helvetica-Bold")
TARGETS = [
    ["Target", "How", "By"],
    ["Robin will read 40 of the 60 tricky words on sight in two checks", "Daily reading with Ms Vale", "1 May"],
    ["Robin will join one club and stay in it for half a term", "Mr Oak asks on Mondays", "12 June"],
    ["Robin will be in class by nine on four days in five", "Taxi moved to half past eight", "12 June"],
]
ATTAINMENT = [
    ["", "Autumn", "Spring"],
    ["Reading", "At expected", "At expected"],
    ["Writing", "", "Below"],
    ["Maths", "Below", ""],
    ["Music", "Above", "Above"],
]
STRIPES = ("ROWBACKGROUNDS", (0, 1), (-1, -1), [colors.HexColor("#eeeeee"), colors.white])


def story(*parts: object) -> Document:
    """A report of these paragraphs and tables, set by ReportLab."""
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=A4, leftMargin=LEFT, rightMargin=A4[0] - RIGHT).build(list(parts))
    return read_pdf(stream.getvalue(), "report.pdf")


def table(texts: list[list[str]], *style: object, header: ParagraphStyle = BODY, repeated: int = 0) -> Table:
    cells = [[Paragraph(text, BODY if number else header) for text in row] for number, row in enumerate(texts)]
    width = (RIGHT - LEFT) / len(texts[0])
    top = ("VALIGN", (0, 0), (-1, -1), "TOP")
    return Table(cells, colWidths=[width] * len(texts[0]), style=[top, *style], repeatRows=repeated)


@pytest.mark.parametrize("style", [(), (STRIPES,), (("LINEBELOW", (0, 0), (-1, 0), 1, colors.black),)])
@pytest.mark.parametrize("header", [BODY, BOLD])
def test_rows_set_apart_by_space_or_stripes_are_one_table_with_its_header(
    style: tuple[object, ...], header: ParagraphStyle
) -> None:
    document = story(Paragraph("What we shall do this term.", BODY), table(TARGETS, *style, header=header))
    assert len(document.tables) == 1
    assert rows(document) == TARGETS


@pytest.mark.parametrize("style", [(), (STRIPES,)])
def test_a_header_with_a_blank_corner_and_blank_cells_keeps_the_columns(style: tuple[object, ...]) -> None:
    assert rows(story(table(ATTAINMENT, *style))) == ATTAINMENT


def test_labels_above_a_data_table_do_not_swallow_it() -> None:
    fields = [["Who pays", "Mr Thorn, the bursar of the school, and his deputy"], ["Sum for this term", "£845"]]
    pairs = Table([[Paragraph(a, BOLD), Paragraph(b, BODY)] for a, b in fields], colWidths=[140, RIGHT - LEFT - 140])
    document = story(pairs, table([["No", "Target", "Who", "When", "Cost"], ["1", "Read", "Mr Oak", "May", "£9"]]))
    assert rows(document, 0) == fields
    assert rows(document, 1)[0] == ["No", "Target", "Who", "When", "Cost"]


@pytest.mark.parametrize("repeated", [0, 1])
def test_an_unruled_table_goes_on_over_the_page(repeated: int) -> None:
    many = [TARGETS[0], *([f"Step {number}: {row[0]}", *row[1:]] for number in range(12) for row in TARGETS[1:])]
    document = story(Paragraph("What we shall do this term.", BODY), table(many, STRIPES, repeated=repeated))
    assert document.pages is not None and document.pages > 1
    assert len(document.tables) == 1
    assert rows(document) == many


def test_rows_without_space_between_them_start_where_a_cell_was_broken_on_purpose() -> None:
    def draw(sheet: Sheet) -> None:
        for number, row in enumerate(
            [("1", "Attend", "Monitor"), ("2", "Behave", "Report card"), ("3", "Read", "Help")]
        ):
            for x, text in zip((LEFT, 90, 300), row, strict=True):
                sheet.text(x, 100 + 12 * number, text)

    assert [row[1] for row in rows(read_drawn(draw))] == ["Attend", "Behave", "Read"]


def test_two_words_that_fill_a_narrow_cell_are_not_run_together() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.paragraph(
            LEFT, 80, "We set each target with care, and the working day and its towards-July targets are new."
        )
        sheet.grid((LEFT, 111, 300), (100, 130, 160), [["", ""], ["", "Robin"]])
        for x, y, word in ((62, 112, "Working"), (62, 124, "target"), (62, 142, "Communicat"), (62, 154, "ion")):
            sheet.text(x, y, word, size=9)

    cells = [cell for row in rows(read_drawn(draw)) for cell in row]
    assert "Working target" in cells
    assert "Communication" in cells


def test_a_date_that_is_wider_than_its_cell_stays_one_date() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.grid((LEFT, 102, 300), (100, 130, 160), [["", ""], ["", "Robin"]])
        for x, y, word in ((62, 112, "19/06/20"), (62, 124, "27"), (62, 142, "18"), (62, 154, "27")):
            sheet.text(x, y, word, size=9)

    cells = [cell for row in rows(read_drawn(draw)) for cell in row]
    assert "19/06/2027" in cells
    assert "18\n27" in cells


def test_cards_in_a_framed_part_with_a_title_bar_are_no_table() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.box(LEFT, 100, RIGHT, 220)
        sheet.box(LEFT, 100, RIGHT, 118, fill="#005ea5")
        sheet.text(LEFT + 5, 113, "About me", bold=True, colour="#ffffff")
        for x, label, answer in ((65, "School", "Thornbury Primary"), (305, "Year", "Year 4")):
            sheet.box(x, 130, x + 220, 170)
            sheet.text(x + 5, 144, label, size=8, bold=True)
            sheet.text(x + 5, 158, answer)

    document = read_drawn(draw)
    assert said(document, BlockKind.HEADING) == ["About me"]
    assert [rows(document, number) for number in range(2)] == [[["School\nThornbury Primary"]], [["Year\nYear 4"]]]


def test_small_tinted_labels_above_their_answers_share_a_cell_with_them() -> None:
    small = ParagraphStyle("label", BODY, fontSize=8, leading=10, textColor="#7a3e8e", spaceAfter=0)
    answer = ParagraphStyle("answer", BODY, spaceAfter=0)
    cards = [
        [("Meeting", "Wednesday 4 March 2026, 10.00am, at the Ashmount Bridge Centre in town"), ("Last PEP", "5 May")],
        [("Placement", "Mr and Mrs Vale"), ("School", "Thornbury Primary")],
    ]
    rows_of_cards = [[[Paragraph(label, small), Paragraph(text, answer)] for label, text in row] for row in cards]
    padded = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("BOTTOMPADDING", (0, 0), (-1, -1), 10)]
    document = story(
        Paragraph("This plan was agreed by all who came to the meeting, and a copy was sent to each of them.", BODY),
        Table(rows_of_cards, colWidths=[(RIGHT - LEFT) / 2] * 2, style=padded),
    )
    assert rows(document) == [[f"{label}\n{text}" for label, text in row] for row in cards]
    assert [block.bold for block in document.blocks if block.kind is BlockKind.CELL] == [True, False] * 4


def test_a_shaded_header_upon_a_shaded_row_keeps_the_rows_below_in_its_table() -> None:
    shades = [("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#7a3e8e")), STRIPES]
    for length in (3, 4):
        assert rows(story(table(TARGETS[:length], *shades, header=BOLD))) == TARGETS[:length]


def test_columns_without_an_answer_keep_their_names_apart() -> None:
    people = [["Name", "Role", "Invited", "Came"], ["Ann Vale", "Carer", "", ""], ["Bo Oak", "Social worker", "", ""]]
    assert rows(story(table(people, header=BOLD))) == people
