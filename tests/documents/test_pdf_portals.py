"""Pages as portals print them: tiles with round corners in cards, answers larger than tables, tables left empty."""

from __future__ import annotations

import pytest
from making_pdf import HEIGHT, LEFT, RIGHT, Sheet, read_drawn, rows, said

from pepinsight.documents import BlockKind


def tile(sheet: Sheet, x0: float, y: float, x1: float, label: str, answer: str) -> None:
    """A label above its answer in a box with round corners."""
    sheet.canvas.setStrokeColor("#d8dee6")
    sheet.canvas.roundRect(x0, HEIGHT - y - 30, x1 - x0, 30, 4)
    sheet.text(x0 + 6, y + 10, label, size=7.5, colour="#5b6b7b")
    sheet.text(x0 + 6, y + 23, answer, size=9)


def test_tiles_with_round_corners_are_answers_of_their_own_and_a_card_around_them_is_none() -> None:
    def page(sheet: Sheet) -> None:
        sheet.canvas.setStrokeColor("#c0c8d0")
        sheet.canvas.roundRect(40, HEIGHT - 260, 520, 220, 6)
        sheet.text(52, 62, "Aims for the summer", size=13, bold=True, colour="#0b4f6c")
        tile(sheet, 52, 75, 548, "Aim", "Bryn will swim a length on his front")
        tile(sheet, 52, 112, 296, "Led by", "Mr Oak")
        tile(sheet, 304, 112, 548, "Looked at again", "12 June")

    document = read_drawn(page)
    assert said(document, BlockKind.HEADING) == ["Aims for the summer"]
    assert [rows(document, table.index) for table in document.tables] == [
        [["Aim\nBryn will swim a length on his front"]],
        [["Led by\nMr Oak"]],
        [["Looked at again\n12 June"]],
    ]


def test_a_card_that_a_larger_title_opens_holds_paragraphs_and_no_cell() -> None:
    def page(sheet: Sheet) -> None:
        sheet.canvas.roundRect(40, HEIGHT - 160, 520, 120, 6)
        sheet.text(52, 62, "What was said", size=13, bold=True)
        sheet.paragraph(52, 80, "Everybody was glad of the prize and of the new taxi in the mornings.")
        sheet.paragraph(52, 110, "The carer asked for the spellings on a Friday, so that they can be learnt at home.")

    document = read_drawn(page)
    assert document.tables == ()
    assert said(document)[0] == "What was said"
    assert len(said(document)) == 3


def test_a_drawn_circle_is_no_box() -> None:
    def page(sheet: Sheet) -> None:
        sheet.canvas.circle(200, HEIGHT - 120, 60)
        sheet.text(170, 120, "Well done to you")
        sheet.text(170, 134, "and to your team")

    assert read_drawn(page).tables == ()


def test_answers_set_larger_than_the_small_tables_are_no_headings_and_the_grey_lines_above_them_are_labels() -> None:
    long = (
        "She picked her key adult herself and goes to him first when a lesson has been too loud for her to stay in it. "
    )

    def page(sheet: Sheet) -> None:
        sheet.text(LEFT, 60, "3 School", size=14, bold=True, colour="#0b4f6c")
        y = 78.0
        for label, answer in (("Form / key adult", "9N, Mr Penrose"), ("Clubs", "Dance"), ("To know", long * 2)):
            sheet.text(LEFT, y, label, size=7, colour="#777777")
            y = sheet.paragraph(LEFT, y + 11, answer) + 6
        for number in range(40):
            for x, word in (
                (LEFT, f"Subject {number}"),
                (LEFT + 120, "at the level expected"),
                (LEFT + 300, "yes, on track"),
            ):
                sheet.text(x, y + 11 * number, word, size=8)

    document = read_drawn(page)
    assert said(document, BlockKind.HEADING) == ["3 School"]
    labels = [document.text_of(block) for block in document.blocks if block.bold and block.kind is BlockKind.PARAGRAPH]
    assert labels == ["Form / key adult", "Clubs", "To know"]


def test_the_titles_of_a_table_left_empty_are_its_first_row() -> None:
    titles = ["Half term", "Possible", "Per cent", "Late"]

    def page(sheet: Sheet) -> None:
        sheet.text(LEFT, 60, "Attendance", size=14, bold=True, colour="#0b4f6c")
        for number, title in enumerate(titles):
            sheet.text(LEFT + 5 + 110 * number, 84, title, bold=True, colour="#0b4f6c")
        sheet.text(LEFT + 5, 102, "Autumn 1")
        sheet.text(LEFT + 5, 120, "Autumn 2")

    document = read_drawn(page)
    assert said(document, BlockKind.HEADING) == ["Attendance"]
    assert [row[0] for row in rows(document)] == ["Half term", "Autumn 1", "Autumn 2"]
    assert rows(document)[0] == titles


def test_titles_of_other_columns_begin_another_table() -> None:
    present = [("In the room", "Role", "Came"), ("Bryn Vale", "pupil", "yes"), ("Mr Oak", "teacher", "yes")]
    minutes = [("Item", "Said", "Who does it"), ("Taxi", "It comes at eight from Monday on.", "Ms Thorn")]

    def page(sheet: Sheet) -> None:
        for number, row in enumerate(present):
            for x, words in zip((LEFT, LEFT + 200, LEFT + 400), row, strict=True):
                sheet.text(x, 60 + 18 * number, words, bold=number == 0)
        for number, row in enumerate(minutes):
            for x, words in zip((LEFT, LEFT + 80, LEFT + 400), row, strict=True):
                sheet.text(x, 122 + 18 * number, words, bold=number == 0)

    document = read_drawn(page)
    assert [rows(document, table.index)[0] for table in document.tables] == [list(present[0]), list(minutes[0])]


def test_the_strip_between_a_frame_and_its_boxes_is_no_column() -> None:
    def page(sheet: Sheet) -> None:
        for x in (40, 54, RIGHT - 14, RIGHT):
            sheet.line(x, 60, x, 140)
        for y in (60, 100, 140):
            sheet.line(40, y, RIGHT, y)
        sheet.text(60, 80, "Who helps", bold=True)
        sheet.paragraph(60, 120, "Ms Vale, with a card for each afternoon that he means to stay in class.")

    assert [len(row) for row in rows(read_drawn(page))] == [1, 1]


def test_a_frame_around_a_part_with_its_title_bar_and_a_table_leaves_title_and_table() -> None:
    def page(sheet: Sheet) -> None:
        sheet.box(40, 60, 555, 200)
        sheet.canvas.setFillColor("#3f6d4f")
        sheet.canvas.roundRect(50, HEIGHT - 84, 490, 22, 4, stroke=0, fill=1)
        sheet.text(60, 77, "How did the last plans go?", size=12, bold=True, colour="#ffffff")
        sheet.grid([52, 300, 542], [96, 126, 156], [["Bryn will swim", "Yes, in May"], ["Bryn will read", "Nearly"]])
        sheet.text(52, 180, "The club goes on until the summer.")

    document = read_drawn(page)
    assert said(document, BlockKind.HEADING) == ["How did the last plans go?"]
    assert [rows(document, table.index) for table in document.tables] == [
        [["Bryn will swim", "Yes, in May"], ["Bryn will read", "Nearly"]]
    ]


def test_boxes_in_the_middle_of_a_framed_page_are_read_as_those_above_them() -> None:
    def page(sheet: Sheet) -> None:
        sheet.box(40, 60, 555, 780)
        for number in range(5):
            top = 120 + 140 * number
            sheet.box(60, top, 535, top + 20, fill="#e4efe4")
            sheet.box(60, top + 20, 535, top + 60)
            sheet.text(66, top + 14, f"Question {number}", bold=True)
            sheet.text(66, top + 40, f"What was told of it, {number}")

    tables = read_drawn(page).tables
    assert [len(table.cells) for table in tables] == [2, 2, 2, 2, 2]


def test_tables_that_a_page_cuts_side_by_side_go_on_each_in_its_own() -> None:
    def box(sheet: Sheet, x: float, ys: tuple[float, ...], texts: tuple[tuple[str, bool], ...]) -> None:
        for y in ys:
            sheet.line(x, y, x + 220, y)
        for side in (x, x + 220):
            sheet.line(side, ys[0], side, ys[-1])
        for y, (words, bold) in zip(ys, texts, strict=False):
            sheet.text(x + 6, y + 14, words, bold=bold)

    def first(sheet: Sheet) -> None:
        box(sheet, 50, (740, 760, 780), (("1. What", True), ("Bryn will swim 20 metres", False)))
        box(sheet, 310, (740, 760, 780), (("How we help", True), ("In the pool on Tuesdays", False)))

    def second(sheet: Sheet) -> None:
        box(sheet, 50, (60, 80, 100), (("Why", True), ("He asked for it", False)))
        box(sheet, 310, (60, 80, 100), (("Who", True), ("Ms Vale", False)))

    document = read_drawn(first, second)
    assert [rows(document, table.index) for table in document.tables] == [
        [["1. What"], ["Bryn will swim 20 metres"], ["Why"], ["He asked for it"]],
        [["How we help"], ["In the pool on Tuesdays"], ["Who"], ["Ms Vale"]],
    ]


def test_the_dark_titles_of_a_table_right_below_tiles_are_its_own() -> None:
    def page(sheet: Sheet) -> None:
        tile(sheet, 52, 60, 296, "Last result", "Reading 92")
        tile(sheet, 304, 60, 548, "Drop date", "7 November")
        sheet.box(52, 91, 548, 111, fill="#0b4f6c", stroke=False)
        for x, words in zip((58, 260, 400), ("Subject", "Target", "Now"), strict=True):
            sheet.text(x, 105, words, colour="#ffffff")
        for number, row in enumerate((("English", "5", "3"), ("Maths", "4", "4"), ("Art", "", ""))):
            for x, words in zip((58, 260, 400), row, strict=True):
                sheet.text(x, 127 + 20 * number, words)

    document = read_drawn(page)
    assert rows(document, len(document.tables) - 1) == [
        ["Subject", "Target", "Now"],
        ["English", "5", "3"],
        ["Maths", "4", "4"],
        ["Art", "", ""],
    ]


@pytest.mark.parametrize("bold", [True, False])
def test_labels_above_boxes_side_by_side_go_with_their_boxes(bold: bool) -> None:
    asked = [("Target", "Bryn will swim a length on his front"), ("Why this one", "He asked for it twice")]
    asked += [("Who", "Ms Vale and Bryn"), ("PP+", "£240")]

    def page(sheet: Sheet) -> None:
        for number, (label, answer) in enumerate(asked):
            x, y = 60 + 250 * (number % 2), 100 + 60 * (number // 2)
            sheet.text(x, y - 3, label, size=10 if bold else 8, bold=bold, colour="#000000" if bold else "#334455")
            sheet.box(x, y, x + 220, y + 24)
            sheet.text(x + 5, y + 15, answer)

    document = read_drawn(page)
    assert [rows(document, table.index) for table in document.tables] == [[[f"{a}\n{b}"]] for a, b in asked]


def test_titles_above_a_shaded_first_row_are_no_labels_of_it() -> None:
    def page(sheet: Sheet) -> None:
        for x, words in zip((64, 200, 330, 450), ("Half term", "Possible", "Per cent", "Late"), strict=True):
            sheet.text(x, 96, words, bold=True)
        sheet.box(60, 100, 540, 118, fill="#eef0f4", stroke=False)
        sheet.text(64, 113, "Autumn 1")
        sheet.text(64, 131, "Autumn 2")

    assert rows(read_drawn(page))[0] == ["Half term", "Possible", "Per cent", "Late"]
