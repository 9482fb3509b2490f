"""PDFs whose captions open the boxes of their answers, several to a row, in letters hardly paler than these."""

from __future__ import annotations

from making_pdf import LEFT, RIGHT, Sheet, read_drawn

from pepinsight.documents import BlockKind, Document
from pepinsight.plan import PlanKind
from pepinsight.plan.recognise import recognise

ROWS = (
    (("Known as", "Bryony"), ("Born on", "9 May 2013"), ("Year", "7")),
    (("School attended", "Thornley High"), ("Designated teacher", "Mr A Quill")),
    (("Today's meeting", "4 February 2026"), ("Meeting before this", "8 October 2025"), ("We meet again on", "")),
    (("Legal status", "Interim care order"), ("Lives with", "Mr and Mrs Ferris, since June")),
    (("Attendance so far this year", "93.4%"),),
    (("What do I like?", "Making things out of wood with Mr Quill at the end of the day."),),
    (("What would I change?", "The noise at lunch. I would like to eat in the library with my friend."),),
)
TITLES = {
    0: "Bryony's Personal Education Plan",
    2: "When we meet",
    3: "Her care",
    4: "Attendance",
    5: "What Bryony thinks",
}


def form(ink: str, size: float) -> Document:
    def draw(sheet: Sheet) -> None:
        y = 40.0
        for at, row in enumerate(ROWS):
            if at in TITLES:
                sheet.text(LEFT, y + 14, TITLES[at], size=14, bold=True)
                y += 26
            wide = (RIGHT - LEFT) / len(row)
            for number, (caption, answer) in enumerate(row):
                x = LEFT + number * wide
                sheet.box(x, y, x + wide - 6, y + 28)
                sheet.text(x + 4, y + 9, caption, size=size, colour=ink)
                sheet.text(x + 4, y + 21, answer, size=9.5, colour="#202020")
            y += 36

    return read_drawn(draw)


def answers(document: Document) -> dict[str, str]:
    plan = recognise(document)
    return {plan.quote(item.label): plan.quote(item.value) for item in plan.fields}


def test_dark_captions_are_told_from_the_answers_below_them() -> None:
    wanted = {caption: answer for row in ROWS for caption, answer in row}
    assert wanted.items() <= answers(form("#3a4a3a", 7)).items()


def test_captions_as_large_as_their_answers_are_told_by_their_ink() -> None:
    wanted = {caption: answer for row in ROWS for caption, answer in row if caption != "We meet again on"}
    assert wanted.items() <= answers(form("#1b4f8a", 9.5)).items()


def test_a_plan_of_such_boxes_is_a_plan() -> None:
    assert recognise(form("#3a4a3a", 7)).kind in (PlanKind.FULL, PlanKind.SINGLE_TAB)


def test_paragraphs_that_stand_in_boxes_are_no_captions() -> None:
    def draw(sheet: Sheet) -> None:
        for at in range(10):
            y = 40.0 + 60 * at
            sheet.box(LEFT, y, RIGHT, y + 50)
            sheet.text(LEFT + 4, y + 14, f"On day {at} she read aloud.", size=9.5)
            sheet.text(LEFT + 4, y + 38, "Then she painted with the others in the hall.", size=9.5)

    assert not any(block.bold for block in read_drawn(draw).blocks if block.kind is BlockKind.CELL)


def test_captions_above_boxes_side_by_side_are_told_from_the_answers_in_them() -> None:
    def draw(sheet: Sheet) -> None:
        for at, row in enumerate(ROWS):
            y, wide = 60.0 + 70 * at, (RIGHT - LEFT) / len(row)
            sheet.text(LEFT, y - 12, TITLES.get(at, ""), size=14, bold=True)
            for number, (caption, answer) in enumerate(row):
                x = LEFT + number * wide
                sheet.text(x, y + 8, caption, size=8, colour="#404040")
                sheet.box(x, y + 11, x + wide - 8, y + 28)
                sheet.text(x + 4, y + 23, answer, size=9.5)

    wanted = {caption: answer for row in ROWS if len(row) > 1 for caption, answer in row}
    assert wanted.items() <= answers(read_drawn(draw)).items()
