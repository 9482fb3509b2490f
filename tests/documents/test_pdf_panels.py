"""Frames around whole parts of a form in a PDF are no tables: what stands in them is read as if they were not drawn."""

from __future__ import annotations

from making_pdf import LEFT, RIGHT, Sheet, read_drawn, rows, said

from pepinsight.documents import BlockKind

MIDDLE = (LEFT + RIGHT) / 2
PANELS = {
    "About me": [[("My name is", "Tamsin Marsh"), ("I was born on", "3 May 2014")], [("My school is", "Harbour")]],
    "At the meeting": [
        [("Present", "Mrs Fenn and Ms Oyelaran"), ("Apologies", "The nurse")],
        [("Was I there?", "Yes")],
    ],
    "My care": [[("Legal status", "Full care order"), ("I live with", "Ray and Di")], [("Family time", "Saturdays")]],
}


ROWS = [row for answers in PANELS.values() for row in answers]


def panel(sheet: Sheet, top: float, title: str, answers: list[list[tuple[str, str]]]) -> float:
    """A frame with its title in a bar and small labels over their answers, two beside each other."""
    foot = top + 26 + 30 * len(answers) + 8
    sheet.box(LEFT, top, RIGHT, foot)
    sheet.box(LEFT, top, RIGHT, top + 24, fill="#e8eef6")
    sheet.text(LEFT + 8, top + 16, title, size=12, bold=True)
    for number, row in enumerate(answers):
        for x, (label, answer) in zip((LEFT + 8, MIDDLE), row, strict=False):
            y = top + 36 + 30 * number
            sheet.text(x, y, label, size=7.5, bold=True, colour="#5b6a80")
            sheet.text(x, y + 11, answer, size=9)
    return foot + 14


def test_labels_over_answers_side_by_side_are_told_apart_in_a_panel() -> None:
    def draw(sheet: Sheet) -> None:
        y = 60.0
        for title, answers in PANELS.items():
            y = panel(sheet, y, title, answers)

    document = read_drawn(draw)
    assert said(document, BlockKind.HEADING) == list(PANELS)
    cells = [cell for table in document.tables for row in rows(document, table.index) for cell in row]
    assert [cell for cell in cells if cell] == [f"{label}\n{answer}" for row in ROWS for label, answer in row]


def test_what_a_page_leaves_of_a_frame_with_its_title_in_the_top_line_is_no_answer_box() -> None:
    def first(sheet: Sheet) -> None:
        sheet.paragraph(LEFT, 60, "This page is filled in by the school and goes to the virtual school with the rest.")
        sheet.line(LEFT, 100, RIGHT, 100)
        for x in (LEFT, RIGHT):
            sheet.line(x, 100, x, 200)
        sheet.line(LEFT, 200, RIGHT, 200)
        sheet.box(LEFT + 10, 94, LEFT + 96, 106, fill="#ffffff", stroke=False)
        sheet.text(LEFT + 14, 104, "Section Four", size=12, bold=True)
        sheet.text(LEFT + 9, 130, "What goes well", bold=True)
        sheet.text(LEFT + 110, 130, "Reading with the younger ones.")

    def second(sheet: Sheet) -> None:
        for x in (LEFT, RIGHT):
            sheet.line(x, 40, x, 140)
        sheet.line(LEFT, 140, RIGHT, 140)
        sheet.text(LEFT + 9, 60, "What is hard", bold=True)
        sheet.text(LEFT + 78, 60, "The bus, and the last lesson on a Friday.")
        sheet.text(LEFT + 9, 90, "Who helps", bold=True)
        sheet.text(LEFT + 64, 90, "Mr Abara and the cook.")
        sheet.text(LEFT + 9, 120, "Celebrating success", size=12, bold=True)
        sheet.grid((LEFT, MIDDLE, RIGHT), (160, 180, 200), [("Subject", "Grade"), ("Maths", "4")], bold_rows=1)

    document = read_drawn(first, second)
    assert said(document, BlockKind.PARAGRAPH)[-2:] == [
        "What is hard The bus, and the last lesson on a Friday.",
        "Who helps Mr Abara and the cook.",
    ]
    assert "Celebrating success" in said(document, BlockKind.HEADING)


def test_two_bold_labels_on_one_line_are_two_though_no_other_line_has_their_columns() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.paragraph(LEFT, 60, "This page is filled in by the school and goes to the virtual school with the rest.")
        sheet.text(LEFT, 100, "Photographs", bold=True)
        sheet.text(LEFT + 66, 100, "No")
        sheet.text(MIDDLE, 100, "Health issues", bold=True)

    assert rows(read_drawn(draw)) == [["Photographs No", "Health issues"]]


def test_a_coloured_title_between_labels_is_no_row_of_theirs() -> None:
    def draw(sheet: Sheet) -> None:
        for y, (label, answer, other) in {100.0: ("RAG", "Amber", "Why"), 117.0: ("Agency", "None", "Since")}.items():
            sheet.text(LEFT, y, label, size=9.5, bold=True)
            sheet.text(LEFT + 50, y, answer, size=9.5)
            sheet.text(MIDDLE, y, other, size=9.5, bold=True)
        sheet.text(LEFT, 137, "Careers and options", size=10, bold=True, colour="#1d3f4f")
        sheet.text(LEFT, 155, "Interview", size=9.5, bold=True)
        sheet.text(LEFT + 50, 155, "4 June", size=9.5)
        sheet.text(MIDDLE, 155, "Ideas", size=9.5, bold=True)

    document = read_drawn(draw)
    assert "Careers and options" not in [
        cell for table in document.tables for row in rows(document, table.index) for cell in row
    ]
