"""PDFs that portals print: small labels side by side, each right above its answer, and nothing drawn around them."""

from __future__ import annotations

from collections.abc import Sequence

from making_pdf import LEFT, RIGHT, Sheet, read_drawn

from pepinsight.documents import Document

THIRDS = (LEFT, 218, 378)
HALVES = (LEFT, 298)
Tiles = Sequence[tuple[str, str]]
PUPIL: Sequence[Tiles] = (
    (("LEARNER", "Moss Fenwick"), ("KNOWN AS", "Mo"), ("BORN", "03/04/2014")),
    (("SCHOOL", "Cobble Lane Primary"), ("YEAR GROUP", "Year 5")),
    (("MEETING DATE", "12/03/2026"), ("LAST MEETING", "13/11/2025"), ("NEXT MEETING", "09/07/2026")),
    (("TUTOR", ""), ("CLUBS", "Chess and the garden")),
)


def tiles(sheet: Sheet, y: float, row: Tiles, bold: bool = True, colour: str = "#5b5b6a") -> float:
    """Labels above answers with a line below them; the height at which the next row may start."""
    for x, (label, answer) in zip(THIRDS if len(row) == 3 else HALVES, row, strict=True):
        sheet.text(x, y, label, size=6.5, bold=bold, colour=colour)
        if answer:
            sheet.text(x, y + 11, answer, size=9.5)
    sheet.line(LEFT, y + 16, RIGHT, y + 16)
    return y + 25


def portal(sheet: Sheet, bold: bool = True) -> None:
    sheet.text(LEFT, 60, "About the learner", size=14, bold=True)
    y = 84.0
    for row in PUPIL:
        y = tiles(sheet, y, row, bold)
    y += 10
    people = (("NAME", "ROLE", "REPLY"), ("Ann Keld", "Carer", "Came"), ("Rob Tarn", "Tutor", "Wrote"))
    for number, row in enumerate(people):
        for x, words in zip(THIRDS, row, strict=True):
            sheet.text(x, y, words, size=6.5 if number == 0 else 9.5, bold=number == 0, colour="#5b5b6a")
        sheet.line(LEFT, y + 5, RIGHT, y + 5)
        y += 17


def cards(document: Document) -> dict[str, str]:
    """The words of each cell that holds a label, and an answer or nothing below it."""
    found: dict[str, str] = {}
    for table in document.tables:
        for label, *answer in table.cells.values():
            if document.blocks[label].bold:
                found[document.text_of(document.blocks[label])] = " ".join(
                    document.text_of(document.blocks[at]) for at in answer
                )
    return found


def test_labels_side_by_side_keep_their_own_answers_though_rows_have_other_columns() -> None:
    document = read_drawn(portal)
    asked = {label: answer for row in PUPIL for label, answer in row}
    assert asked.items() <= cards(document).items()


def test_grey_labels_that_are_not_bold_are_read_so_too() -> None:
    document = read_drawn(lambda sheet: portal(sheet, bold=False))
    asked = {label: answer for row in PUPIL for label, answer in row}
    assert asked.items() <= cards(document).items()


def test_a_table_with_titles_in_the_same_letters_stays_a_table() -> None:
    document = read_drawn(portal)
    table = next(table for table in document.tables if table.columns == 3 and table.rows == 3)
    texts = [document.text_of(document.blocks[cell[0]]) for _, cell in sorted(table.cells.items())]
    assert texts == ["NAME", "ROLE", "REPLY", "Ann Keld", "Carer", "Came", "Rob Tarn", "Tutor", "Wrote"]


def test_labels_above_boxes_are_no_tiles() -> None:
    def draw(sheet: Sheet) -> None:
        portal(sheet, bold=False)
        y = 500.0
        for label, other in (("Bus", "Bike"), ("Lunch", "Snack")):
            for x0, x1, words in ((LEFT, 290, label), (300, RIGHT, other)):
                sheet.text(x0, y, words, size=6.5, colour="#5b5b6a")
                sheet.box(x0, y + 3, x1, y + 20)
                sheet.text(x0 + 6, y + 14, f"{words} on Mondays", size=9.5)
            y += 34

    assert {"Bus": "Bus on Mondays", "Snack": "Snack on Mondays"}.items() <= cards(read_drawn(draw)).items()
