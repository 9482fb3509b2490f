"""Tables in PDFs that are not ruled all around: banded rows, titles beside their rows, blocks in a frame, boxes."""

from __future__ import annotations

from making_pdf import LEFT, RIGHT, Sheet, read_drawn, rows, said

from pepinsight.documents import BlockKind

SIDE, ANSWERS = 150, 300
BAND = "#eef2f7"


def banded(sheet: Sheet, top: float, title: str, pairs: list[tuple[str, str]]) -> None:
    """A part of a printed sheet: its title in a shaded column at the left, every other row shaded, lines only between
    the cells."""
    foot = top + 20 * len(pairs)
    sheet.box(LEFT, top, SIDE, foot, fill="#dfe3ee", stroke=False)
    for number in range(0, len(pairs), 2):
        sheet.box(SIDE, top + 20 * number, RIGHT, top + 20 * number + 20, fill=BAND, stroke=False)
    for number in range(1, len(pairs)):
        sheet.line(SIDE, top + 20 * number, RIGHT, top + 20 * number)
    sheet.line(ANSWERS, top, ANSWERS, foot)
    sheet.text(LEFT + 4, top + 13, title, bold=True)
    for number, (label, answer) in enumerate(pairs):
        sheet.text(SIDE + 4, top + 20 * number + 13, label, bold=True)
        sheet.text(ANSWERS + 4, top + 20 * number + 13, answer)


def test_rows_between_the_shaded_ones_of_a_banded_table_are_rows_of_it() -> None:
    pairs = [("Name", "Ife Marsh"), ("Year", "9"), ("School", "Elm Road"), ("Tutor", "Mr Salt"), ("Taxi", "None")]
    document = read_drawn(lambda sheet: banded(sheet, 100, "The pupil", pairs))
    assert said(document, BlockKind.PARAGRAPH) == []
    told = [document.text_of(block) for block in document.blocks]
    assert told == ["The pupil", *(words for pair in pairs for words in pair)]
    assert [(cell.place.row, cell.place.column) for cell in document.blocks[1:]] == [
        (row, column) for row in range(5) for column in (1, 2)
    ]


def inner_lines(sheet: Sheet, x0: float, x1: float, tops: list[float], pairs: list[tuple[str, str]]) -> None:
    """A table with a shaded first column and lines between its cells, and none around it."""
    middle = x0 + 70
    sheet.box(x0, tops[0], middle, tops[-1], fill="#e6dcf0", stroke=False)
    sheet.line(middle, tops[0], middle, tops[-1])
    for y in tops[1:-1]:
        sheet.line(x0, y, x1, y)
    for top, (label, answer) in zip(tops, pairs, strict=False):
        sheet.text(x0 + 4, top + 12, label, bold=True)
        sheet.text(middle + 4, top + 12, answer)


def test_blocks_side_by_side_in_one_frame_are_read_one_after_the_other() -> None:
    first = [("Aim 1", "Read to Ann"), ("Why", "She asked"), ("Who", "Mrs Peel"), ("When", "June")]
    second = [("Aim 2", "Swim a length"), ("Why", "He wants to"), ("Who", "Mr Fenn"), ("When", "July")]

    def draw(sheet: Sheet) -> None:
        sheet.box(LEFT, 100, RIGHT, 206)
        sheet.line(298, 100, 298, 206)
        inner_lines(sheet, LEFT + 6, 290, [103, 120, 145, 165, 203], first)
        inner_lines(sheet, 304, RIGHT - 8, [103, 135, 155, 180, 203], second)

    document = read_drawn(draw)
    found = [rows(document, table.index) for table in document.tables]
    assert [list(pair) for pair in first] in found
    assert [list(pair) for pair in second] in found
    assert [word for word in said(document) if word] == [words for pair in [*first, *second] for words in pair]


def test_single_boxes_with_a_table_between_them_are_no_stripes_of_one() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.box(LEFT, 100, RIGHT, 132)
        sheet.text(LEFT + 5, 112, "Lives with", bold=True)
        sheet.text(LEFT + 5, 126, "Her aunt, in the same town as before")
        sheet.grid((LEFT, 220, 380, RIGHT), (150, 170, 190, 210), [["Who", "Job", "Came"], ["Mr Salt", "Tutor", "Yes"],
                   ["Ms Dove", "Social worker", "No"]], bold_rows=1)  # fmt: skip
        sheet.box(LEFT, 230, RIGHT, 262)
        sheet.text(LEFT + 5, 242, "What helps", bold=True)
        sheet.text(LEFT + 5, 256, "A seat by the door and a warning before each change")

    assert said(read_drawn(draw), BlockKind.PARAGRAPH) == []


PUPIL = [("Name", "Ife Marsh"), ("Year", "9"), ("School", "Elm Road")]


def test_titles_in_a_column_at_the_left_head_the_rows_beside_them() -> None:
    def first(sheet: Sheet) -> None:
        banded(sheet, 100, "The pupil", PUPIL)
        sheet.box(LEFT, 180, SIDE, 240, fill="#dfe3ee", stroke=False)
        sheet.text(LEFT + 4, 193, "Who came to the", bold=True)
        sheet.text(LEFT + 4, 205, "meeting", bold=True)
        sheet.grid((SIDE, 250, 400, RIGHT), (180, 200, 220, 240), [["Who", "Job", "Came"], ["Mr Salt", "Tutor", "Yes"],
                   ["Ms Dove", "Social worker", "No"]], bold_rows=1)  # fmt: skip
        sheet.box(LEFT, 250, SIDE, 275, fill="#dfe3ee", stroke=False)
        sheet.text(LEFT + 4, 263, "Praise", bold=True)
        sheet.text(SIDE + 4, 263, "A postcard home for the bridge that she built.")

    def second(sheet: Sheet) -> None:
        banded(sheet, 100, "Coming to school", [("To date", "93%"), ("Lates", "4"), ("Why", "The 17 bus")])

    document = read_drawn(first, second)
    assert said(document, BlockKind.HEADING) == ["The pupil", "Who came to the meeting", "Praise", "Coming to school"]
    assert [rows(document, table.index) for table in document.tables] == [
        [list(pair) for pair in PUPIL],
        [["Who", "Job", "Came"], ["Mr Salt", "Tutor", "Yes"], ["Ms Dove", "Social worker", "No"]],
        [["To date", "93%"], ["Lates", "4"], ["Why", "The 17 bus"]],
    ]
    told = said(document)
    assert told.index("Praise") + 1 == told.index("A postcard home for the bridge that she built.")


def test_first_cells_that_head_like_rows_of_one_table_stay_cells() -> None:
    def draw(sheet: Sheet) -> None:
        for top, subject in ((100, "English"), (140, "Maths"), (180, "Science")):
            sheet.box(LEFT, top, SIDE, top + 40)
            sheet.text(LEFT + 4, top + 13, subject, bold=True)
            sheet.grid((SIDE, 300, RIGHT), (top, top + 20, top + 40), [["Now", "4"], ["Aim", "5"]])

    document = read_drawn(draw)
    assert said(document, BlockKind.HEADING) == []
    assert [cell for cell in said(document, BlockKind.CELL) if cell in ("English", "Maths", "Science")] == [
        "English", "Maths", "Science",
    ]  # fmt: skip


def test_a_row_that_a_page_break_leaves_without_lines_is_the_ruled_tables_last() -> None:
    """As striped tables are printed: every other row has neither shade nor line."""
    xs = (LEFT, 220, 380, RIGHT)
    left = [["Swim a length", "Part met", "Ten pounds"], ["Ride to school", "Not met", "None"]]

    def first(sheet: Sheet) -> None:
        sheet.paragraph(LEFT, 60, "What became of the aims of last term, one after the other, with the money for each.")
        sheet.grid(xs, (740, 760, 780), [["Aim", "Outcome", "Money"], ["Read to Ann", "Met", "None"]], bold_rows=1)

    def second(sheet: Sheet) -> None:
        for number, row in enumerate(left):
            for x, words in zip(xs, row, strict=False):
                sheet.text(x + 6, 60 + 20 * number, words)
        sheet.paragraph(LEFT, 120, "The next aims stand below, and each was his own idea.")

    ruled = [["Aim", "Outcome", "Money"], ["Read to Ann", "Met", "None"]]
    assert rows(read_drawn(first, second)) == [*ruled, *left]
