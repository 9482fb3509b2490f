"""PDFs of forms that put each question in small letters right above the box of its answer."""

from __future__ import annotations

from collections.abc import Callable

from making_pdf import LEFT, RIGHT, Sheet, read_drawn, said

from pepinsight.documents import BlockKind

PARTS = {
    "About the pupil": ("Called", "Lives with", "Allergies", "Languages", "Bus stop"),
    "Around the school": ("Form room", "Reading", "Sums", "Lunch hall", "Clubs"),
    "What comes next": ("Trips", "Moves", "Summer", "Swimming", "Letters"),
}


def boxed(sheet: Sheet, y: float, caption: str, answer: str, colour: str = "#7a2f5f") -> float:
    """A caption above a shaded box; the height at which the next may start."""
    sheet.text(LEFT, y, caption, size=9, bold=True, colour=colour)
    sheet.box(LEFT, y + 4, RIGHT, y + 22, fill="#eef2f6", stroke=False)
    sheet.text(LEFT + 6, y + 16, answer)
    return y + 36


def form(sheet: Sheet, titles: float = 14) -> None:
    y = 50.0
    for title, captions in PARTS.items():
        sheet.text(LEFT, y, title, size=titles, bold=True, colour="#333333")
        y += 20
        for caption in captions:
            y = boxed(sheet, y, caption, "" if caption == "Moves" else "Rosa told us on the Monday")
    sheet.text(LEFT, y, "Sent on 4 May 2026.")


def test_captions_above_the_boxes_of_answers_head_nothing_though_bold_and_tinted() -> None:
    document = read_drawn(form)
    assert said(document, BlockKind.HEADING) == list(PARTS)
    captions = [caption for part in PARTS.values() for caption in part]
    assert [text for text in said(document, BlockKind.PARAGRAPH) if text in captions] == captions
    assert all(document.blocks[document.text.count("\n", 0, document.text.index(one))].bold for one in captions)


def test_titles_a_little_larger_than_captions_and_answers_are_headings() -> None:
    document = read_drawn(lambda sheet: form(sheet, titles=10.8))
    assert said(document, BlockKind.HEADING) == list(PARTS)


def test_titles_each_above_the_one_box_of_its_part_stay_headings() -> None:
    titles = [title for part in PARTS.values() for title in part]

    def draw(sheet: Sheet) -> None:
        y = 60.0
        for title in titles:
            y = boxed(sheet, y, title, "Rosa told us on the Monday")

    assert said(read_drawn(draw), BlockKind.HEADING) == titles


def test_titles_above_long_boxes_stay_headings_beside_those_of_larger_parts() -> None:
    words = "Rosa came in on the bus with the others and read three pages aloud before the bell, which is new. " * 4

    def draw(sheet: Sheet) -> None:
        y = 40.0
        for title, (first, second, third, *_) in PARTS.items():
            sheet.text(LEFT, y, title, size=14, bold=True)
            y += 18
            for caption in (first, second, third):
                sheet.text(LEFT, y, caption, size=10, bold=True, colour="#7a2f5f")
                end = sheet.paragraph(LEFT + 6, y + 16, words)
                sheet.box(LEFT, y + 4, RIGHT, end - 6)
                y = end + 16

    heads = said(read_drawn(draw), BlockKind.HEADING)
    assert {"Called", "Reading", "Summer", *PARTS} <= set(heads)


def test_a_box_left_blank_keeps_its_label_beside_one_that_was_filled() -> None:
    asked = [("Key adult", "Mrs Fenn at break", "Second adult", ""), ("Clubs", "Chess", "Training", "Two days in May")]

    def draw(sheet: Sheet) -> None:
        y = 100.0
        for left, answer, right, other in asked:
            for x0, x1, label, words in ((LEFT, 290, left, answer), (300, RIGHT, right, other)):
                sheet.text(x0, y, label, size=7, colour="#6b5a75")
                sheet.box(x0, y + 3, x1, y + 20)
                if words:
                    sheet.text(x0 + 6, y + 14, words, size=9)
            y += 34

    document = read_drawn(draw)
    cells = [
        [document.text_of(document.blocks[at]) for at in cell]
        for table in document.tables
        for _, cell in sorted(table.cells.items())
    ]
    assert ["Second adult"] in cells
    assert ["Key adult", "Mrs Fenn at break"] in cells
    assert ["Clubs", "Chess"] in cells


def test_many_bold_lines_above_short_answers_without_boxes_head_nothing() -> None:
    captions = [f"{first} {second}" for first in ("Morning", "Lunch", "Home", "Bus") for second in "ABCDEF"]

    def draw(sheet: Sheet) -> None:
        y = 40.0
        for number, caption in enumerate(captions):
            if number % 8 == 0:
                sheet.text(LEFT, y + 4, f"Part {number // 8 + 1}", size=13, bold=True, colour="#5a2d81")
                y += 20
            sheet.text(LEFT, y, caption, bold=True, colour="#5a2d81")
            sheet.text(LEFT, y + 12, "Rosa told us on the Monday")
            y += 29

    assert said(read_drawn(draw), BlockKind.HEADING) == ["Part 1", "Part 2", "Part 3"]


def test_bold_lines_above_a_text_of_some_length_stay_headings() -> None:
    titles = [f"{first} {second}" for first in ("Morning", "Lunch", "Home", "Bus") for second in "ABCDEF"]
    words = "Rosa came in on the bus with the others and read three pages aloud before the bell, which is new."

    def page(part: int) -> Callable[[Sheet], None]:
        def draw(sheet: Sheet) -> None:
            sheet.text(LEFT, 44, f"Part {part + 1}", size=13, bold=True, colour="#5a2d81")
            y = 70.0
            for title in titles[8 * part : 8 * part + 8]:
                sheet.text(LEFT, y, title, bold=True, colour="#5a2d81")
                y = sheet.paragraph(LEFT, y + 12, words) + 14

        return draw

    assert set(titles) <= set(said(read_drawn(page(0), page(1), page(2)), BlockKind.HEADING))


def test_captions_that_a_page_break_cuts_from_their_answers_keep_them() -> None:
    """The label at the foot of a page, and its answer at the top of the next, where each cell opens with its label."""
    middle = (LEFT + RIGHT) / 2

    def row(sheet: Sheet, top: float, foot: float, cells: list[tuple[str, str]]) -> None:
        for x, (label, answer) in zip((LEFT, middle), cells, strict=True):
            sheet.box(x, top, x + middle - LEFT, foot)
            sheet.text(x + 4, top + 9, label, size=7)
            sheet.text(x + 4, top + (22 if label else 12), answer, size=10)

    def first(sheet: Sheet) -> None:
        sheet.text(LEFT, 60, "Attendance", size=16, bold=True)
        row(sheet, 780, 792, [("Year to date", ""), ("Authorised", "")])

    def second(sheet: Sheet) -> None:
        row(sheet, 50, 66, [("", "91.8% to March"), ("", "8.2")])
        row(sheet, 66, 94, [("Lates", "3"), ("Why", "Two days at the dentist")])

    document = read_drawn(first, second)
    told = [document.text_of(block) for block in document.blocks]
    answers = ["Year to date", "91.8% to March", "Authorised", "8.2", "Lates", "3", "Why", "Two days at the dentist"]
    assert told[1:] == answers


def framed(sheet: Sheet, answers: list[str]) -> None:
    y = 60.0
    for number, answer in enumerate(answers):
        sheet.text(LEFT, y, f"Question {number} of the form")
        sheet.box(LEFT, y + 4, RIGHT, y + 22)
        sheet.text(LEFT + 6, y + 16, answer)
        y += 40


def test_a_box_of_one_word_is_an_answer_too_where_captions_stand_above_fuller_boxes() -> None:
    answers = ["Rosa came on the bus", "04/05/2026", "She reads with Ann", "Two clubs", "Good"]
    assert said(read_drawn(lambda sheet: framed(sheet, answers)), BlockKind.CELL) == answers


def test_a_box_of_one_word_below_a_line_is_none_where_no_other_box_has_a_caption() -> None:
    assert said(read_drawn(lambda sheet: framed(sheet, ["Attendance", "Health"])), BlockKind.CELL) == []
