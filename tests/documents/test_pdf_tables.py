"""Tables in PDFs, however their producer draws them, come out cell by cell and whole over page breaks."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making_pdf import LEFT, RIGHT, Sheet, read_drawn, rows, said, wrapped

from pepinsight.documents import BlockKind

COLUMNS = (LEFT, 250, 400, RIGHT)
HEAD = ["Target", "Who", "When"]
FORM = [["Social worker", "Amina Yusuf"], ["Health", ""], ["Ethnicity", "White British"]]
XS, YS = (LEFT, 200, RIGHT), (100, 120, 140, 160)


def stroked(sheet: Sheet) -> None:
    sheet.grid(XS, YS, FORM)


def word_borders(sheet: Sheet) -> None:
    """As Word prints: each border a filled rectangle half a point thick, cell by cell."""
    thin_rectangles(sheet)
    write(sheet)


def thin_rectangles(sheet: Sheet) -> None:
    for top, bottom in pairwise(YS):
        for left, right in pairwise(XS):
            sheet.box(left, top, right, top + 0.5, fill="#000000", stroke=False)
            sheet.box(left, bottom, right, bottom + 0.5, fill="#000000", stroke=False)
            sheet.box(left, top, left + 0.5, bottom, fill="#000000", stroke=False)
            sheet.box(right, top, right + 0.5, bottom, fill="#000000", stroke=False)


def dashed(sheet: Sheet) -> None:
    sheet.canvas.setDash(3, 2)
    sheet.grid(XS, YS, FORM)


def shaded(sheet: Sheet) -> None:
    """As a web page prints a table without borders: shading alone shows the cells."""
    for top, bottom in pairwise(YS):
        sheet.box(XS[0], top + 1, XS[1] - 1, bottom - 1, fill="#CCDDEE", stroke=False)
        sheet.box(XS[1] + 1, top + 1, XS[2], bottom - 1, fill="#EEEEEE", stroke=False)
    write(sheet)


def word_shaded(sheet: Sheet) -> None:
    """As Word prints shading: one cell in several rectangles, the paddings and each line by itself."""
    thin_rectangles(sheet)
    for top, bottom in pairwise(YS):
        middle = (top + bottom) / 2
        sheet.box(XS[0], top, XS[0] + 5, bottom, fill="#D9E2F3", stroke=False)
        sheet.box(XS[1] - 12, top, XS[1], bottom, fill="#D9E2F3", stroke=False)
        sheet.box(XS[0] + 5, top, XS[1] - 12, middle, fill="#D9E2F3", stroke=False)
        sheet.box(XS[0] + 5, middle, XS[1] - 12, bottom, fill="#D9E2F3", stroke=False)
    write(sheet)


def write(sheet: Sheet) -> None:
    for top, row in zip(YS, FORM, strict=False):
        for x, words in zip(XS, row, strict=False):
            sheet.text(x + 5, top + 13, words)


@pytest.mark.parametrize("draw", [stroked, word_borders, dashed, shaded, word_shaded])
def test_a_form_reads_the_same_however_its_lines_are_drawn(draw: Callable[[Sheet], None]) -> None:
    document = read_drawn(draw)
    assert rows(document) == FORM
    blank = document.blocks[document.tables[0].cells[1, 1][0]]
    assert blank.start == blank.end  # a blank answer is a block without words, and has its place
    assert blank.place.page == 1
    assert blank.place.box is not None


def test_merged_cells_are_one_block_with_their_spans() -> None:
    def draw(sheet: Sheet) -> None:
        for y in (100, 120, 160):
            sheet.line(LEFT, y, RIGHT, y)
        sheet.line(200, 140, RIGHT, 140)
        for x in (LEFT, RIGHT):
            sheet.line(x, 100, x, 160)
        sheet.line(200, 120, 200, 160)
        sheet.text(LEFT + 5, 112, "Banner over both")
        sheet.text(LEFT + 5, 132, "Tall label")
        sheet.text(205, 132, "upper")
        sheet.text(205, 152, "lower")

    document = read_drawn(draw)
    spans = {document.text_of(b): (b.place.row, b.place.column, b.row_span, b.column_span) for b in document.blocks}
    assert spans == {
        "Banner over both": (0, 0, 1, 2),
        "Tall label": (1, 0, 2, 1),
        "upper": (1, 1, 1, 1),
        "lower": (2, 1, 1, 1),
    }


def test_tables_stacked_without_a_gap_are_told_apart_by_their_columns() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.grid(XS, YS, FORM)
        sheet.grid((LEFT, RIGHT), (160, 180), [["Targets"]])
        sheet.grid(COLUMNS, (180, 200, 220), [HEAD, ["Read daily", "Ms Pike", "May"]], 1)

    document = read_drawn(draw)
    assert [rows(document, number) for number in (0, 1)] == [
        FORM,
        [["Targets"], HEAD, ["Read daily", "Ms Pike", "May"]],
    ]


def test_rows_of_two_and_of_four_cells_are_one_form() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.grid((LEFT, 150, 300, 400, RIGHT), (100, 120, 140), [["Name", "Robin", "Year", "8"]] * 2)
        sheet.grid((LEFT, 150, RIGHT), (140, 160), [["Health", "No allergies are known"]])
        sheet.grid((LEFT, 150, 300, 400, RIGHT), (160, 180), [["UPN", "A123", "Sex", "F"]])

    document = read_drawn(draw)
    assert len(document.tables) == 1
    wide = next(block for block in document.blocks if document.text_of(block) == "No allergies are known")
    assert (wide.place.row, wide.place.column, wide.column_span) == (2, 1, 3)


def test_paragraphs_of_one_cell_share_its_place() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.grid(XS, (100, 170), [["Views", ""]])
        sheet.text(205, 112, "I like art.")
        sheet.text(205, 124, "My teacher listens to me.")

    document = read_drawn(draw)
    parts = [block for block in document.blocks if block.place.column == 1]
    assert [(document.text_of(b), b.cell_part) for b in parts] == [
        ("I like art.", False),
        ("My teacher listens to me.", True),
    ]


def test_a_nested_table_knows_its_parent() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.grid((LEFT, RIGHT), (100, 120, 240), [["Outer heading"], ["Words before the inner table"]])
        sheet.grid((100, 250, 400), (150, 170, 190), [["Who", "When"], ["Mrs Dale", "May"]])

    document = read_drawn(draw)
    outer, inner = document.tables
    assert inner.parent == outer.index
    assert rows(document, inner.index) == [["Who", "When"], ["Mrs Dale", "May"]]
    assert rows(document, outer.index) == [["Outer heading"], ["Words before the inner table"]]


def test_a_boxed_answer_is_a_table_of_one_cell_and_a_boxed_heading_is_none() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.box(LEFT, 80, RIGHT, 100)
        sheet.text(LEFT + 5, 94, "My views", bold=True)
        sheet.box(LEFT, 110, RIGHT, 160)
        sheet.paragraph(LEFT + 5, 124, "I want to go to the zoo and to see the penguins.", RIGHT - 5)

    document = read_drawn(draw)
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.CELL]


def test_a_dark_title_bar_that_touches_a_table_is_none_of_its_rows() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.box(LEFT, 80, RIGHT, 100, fill="#2F3A56")
        sheet.text(LEFT + 5, 95, "My views", size=13, bold=True, colour="#FFFFFF")
        sheet.grid(XS, YS, FORM)

    document = read_drawn(draw)
    assert said(document, BlockKind.PARAGRAPH, BlockKind.HEADING) == ["My views"]
    assert rows(document) == FORM


STORY = (
    "Robin will count coins and notes in the school shop and give change with help from the adult who is working "
    "there, once a week until the summer holiday, and will keep a record of each sale."
)
TOLD = wrapped(STORY, COLUMNS[1] - COLUMNS[0] - 10)


def long_table(sheet: Sheet) -> None:
    """A table down to the foot of the page, where its last row is cut after four lines."""
    sheet.grid(COLUMNS, (700, 720, 740, 793), [HEAD, ["Read daily", "Ms Pike", "May"], ["", "Mr Dale", "June"]], 1)
    for number, line in enumerate(TOLD[:4]):
        sheet.text(LEFT + 5, 752 + 12 * number, line)


def test_a_table_over_a_page_break_is_one_with_its_cut_row_whole_and_its_header_once() -> None:
    def after(sheet: Sheet) -> None:
        sheet.grid(COLUMNS, (60, 100, 120), [["", "", ""], ["Swim", "Coach", "July"]])
        for number, line in enumerate(TOLD[4:]):
            sheet.text(LEFT + 5, 72 + 12 * number, line)

    document = read_drawn(long_table, after)
    assert len(document.tables) == 1
    assert rows(document) == [
        HEAD,
        ["Read daily", "Ms Pike", "May"],
        [STORY, "Mr Dale", "June"],
        ["Swim", "Coach", "July"],
    ]


def test_a_repeated_header_row_is_a_running_line_and_no_row() -> None:
    def after(sheet: Sheet) -> None:
        sheet.grid(COLUMNS, (60, 80, 100), [HEAD, ["Swim", "Coach", "July"]], 1)

    document = read_drawn(long_table, after)
    assert [row[0] for row in rows(document)][-1] == "Swim"
    assert len(rows(document)) == 4
    assert said(document, BlockKind.HEADER) == HEAD


def test_a_new_row_at_the_top_of_a_page_is_not_glued_to_the_last() -> None:
    def after(sheet: Sheet) -> None:
        sheet.grid(COLUMNS, (60, 80, 100), [["Swim twice", "Coach", "July"], ["Draw", "Ms Fox", "July"]])

    assert [row[0] for row in rows(read_drawn(long_table, after))][-2:] == ["Swim twice", "Draw"]


def test_a_table_that_ends_high_on_its_page_and_another_on_the_next_stay_two() -> None:
    def before(sheet: Sheet) -> None:
        sheet.grid(COLUMNS, (100, 120, 140), [HEAD, ["Read daily", "Ms Pike", "May"]], 1)

    def after(sheet: Sheet) -> None:
        sheet.grid(COLUMNS, (60, 80, 100), [["Subject", "Grade", "Effort"], ["Maths", "4", "Good"]], 1)
        sheet.text(LEFT, 790, "Words at the foot of the page.")

    assert len(read_drawn(before, after).tables) == 2


def test_a_boxed_page_header_is_a_running_line_and_does_not_cut_the_table_below_it() -> None:
    def header(sheet: Sheet) -> None:
        sheet.grid((LEFT, 300, RIGHT), (20, 40), [["Elm Borough", "PEP of R. Ashworth"]])

    def before(sheet: Sheet) -> None:
        header(sheet)
        long_table(sheet)

    def after(sheet: Sheet) -> None:
        header(sheet)
        sheet.grid(COLUMNS, (60, 80, 100), [["Swim twice", "Coach", "July"], ["Draw", "Ms Fox", "July"]])

    document = read_drawn(before, after)
    assert said(document, BlockKind.HEADER) == ["Elm Borough", "PEP of R. Ashworth"] * 2
    assert len(document.tables) == 1


def test_labels_and_values_in_columns_without_lines_are_cells() -> None:
    answers = ["12 March 2026", "Mrs Orla Finch", "Robin reads at home, and the chess club has been a success."]
    labels = ["Date of meeting", "Designated teacher", "What goes well"]

    def draw(sheet: Sheet) -> None:
        for number, (label, answer) in enumerate(zip(labels, answers, strict=True)):
            sheet.text(LEFT, 100 + 20 * number, label)
            sheet.paragraph(220, 100 + 20 * number, answer, 420)

    assert rows(read_drawn(draw)) == [list(pair) for pair in zip(labels, answers, strict=True)]


def test_rules_across_with_aligned_columns_are_a_table() -> None:
    data = [["Subject", "Now", "Comment"], ["English", "5", "Reads daily"], ["Maths", "", "Gaps in fractions"]]

    def draw(sheet: Sheet) -> None:
        for number, row in enumerate(data):
            sheet.line(LEFT, 108 + 22 * number, RIGHT, 108 + 22 * number)
            for x, words in zip((LEFT, 200, 260), row, strict=True):
                sheet.text(x, 100 + 22 * number, words)

    assert rows(read_drawn(draw)) == data


@pytest.mark.parametrize("colours", [("#EEEEEE", None), ("#EEEEEE", "#DDDDDD")])
def test_striped_rows_with_aligned_columns_are_a_table_of_columns(colours: tuple[str, str | None]) -> None:
    data = [["Subject", "Now", "Comment"], ["English", "5", "Reads daily"], ["Maths", "", "Gaps"], ["PE", "4", "Fit"]]

    def draw(sheet: Sheet) -> None:
        for number, row in enumerate(data):
            if colour := colours[number % 2]:
                sheet.box(LEFT, 100 + 20 * number, RIGHT, 120 + 20 * number, fill=colour, stroke=False)
            for x, words in zip((LEFT + 5, 200, 260), row, strict=True):
                sheet.text(x, 114 + 20 * number, words)

    assert rows(read_drawn(draw)) == data


def test_a_table_ruled_between_rows_alone_keeps_its_columns_over_pages() -> None:
    answers = [
        f"Read for {n} minutes with Ms Pike on each school day and keep a record of it at home" for n in range(12)
    ]

    def page(first: int, last: int) -> Callable[[Sheet], None]:
        def draw(sheet: Sheet) -> None:
            y = 60
            sheet.box(LEFT, y, RIGHT, y + 16 + 60 * (last - first))
            for x, words in zip((LEFT, 250, 450), HEAD, strict=True):
                sheet.text(x + 5, y + 12, words, bold=True)
            y += 16
            for number in range(first, last):
                sheet.line(LEFT, y, RIGHT, y)
                sheet.paragraph(LEFT + 5, y + 12, answers[number], 240)
                sheet.paragraph(255, y + 12, answers[-number], 440)
                sheet.text(455, y + 12, "May")
                y += 60
            sheet.line(LEFT, y, RIGHT, y)

        return draw

    document = read_drawn(page(0, 12), page(3, 9))
    told = [[answers[number], answers[-number], "May"] for number in [*range(12), *range(3, 9)]]
    assert rows(document) == [HEAD, *told]
    assert said(document, BlockKind.HEADER) == HEAD


def test_tables_open_at_their_sides_are_closed() -> None:
    def draw(sheet: Sheet) -> None:
        for y in YS:
            sheet.line(LEFT, y, RIGHT, y)
        sheet.line(200, YS[0], 200, YS[-1])
        write(sheet)

    assert rows(read_drawn(draw)) == FORM


def test_a_row_cut_by_a_page_break_without_a_line_is_whole() -> None:
    """As a browser prints: no line where the page ends, none where it goes on."""
    lines = wrapped(f"{STORY} {STORY}", RIGHT - 210)

    def before(sheet: Sheet) -> None:
        sheet.grid((LEFT, 200, RIGHT), (700, 720), [["Name", "Robin"]])
        for x in (LEFT, 200, RIGHT):
            sheet.line(x, 720, x, 720 + 12 * 4)
        sheet.text(LEFT + 5, 732, "Views")
        for number, line in enumerate(lines[:4]):
            sheet.text(205, 730 + 12 * number, line)

    def after(sheet: Sheet) -> None:
        end = 62 + 12 * len(lines[4:])
        for x in (LEFT, 200, RIGHT):
            sheet.line(x, 60, x, end)
        sheet.line(LEFT, end, RIGHT, end)
        for number, line in enumerate(lines[4:]):
            sheet.text(205, 70 + 12 * number, line)
        sheet.grid((LEFT, 200, RIGHT), (end, end + 20), [["Next", "June"]])

    assert rows(read_drawn(before, after)) == [["Name", "Robin"], ["Views", f"{STORY} {STORY}"], ["Next", "June"]]


def test_pairs_that_carry_their_own_labels_stay_lines_in_reading_order() -> None:
    def draw(sheet: Sheet) -> None:
        for number, (one, other) in enumerate([("UPN: A123", "Year: 8"), ("School: Oak", "Joined: 2024")]):
            sheet.text(LEFT, 100 + 20 * number, one)
            sheet.text(300, 100 + 20 * number, other)

    assert said(read_drawn(draw), BlockKind.PARAGRAPH) == ["UPN: A123", "Year: 8", "School: Oak", "Joined: 2024"]


def test_a_page_full_of_hatching_is_read_without_its_drawing() -> None:
    def draw(sheet: Sheet) -> None:
        for step in range(600):
            sheet.line(LEFT, 100 + step, RIGHT, 100 + step)
            sheet.line(LEFT + step * 0.8, 100, LEFT + step * 0.8, 700)
        sheet.text(LEFT, 60, "A caption for the drawing.")

    assert "A caption for the drawing." in said(read_drawn(draw))


words = st.text("abcdefgh", min_size=1, max_size=8)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(words, min_size=3, max_size=3), min_size=2, max_size=8), st.booleans())
def test_every_word_of_a_table_is_read_once_in_its_cell(table: list[list[str]], ruled: bool) -> None:
    def draw(sheet: Sheet) -> None:
        ys = [100 + 20 * number for number in range(len(table) + 1)]
        if ruled:
            sheet.grid(COLUMNS, ys, table)
        else:
            for y, row in zip(ys, table, strict=False):
                for x, word in zip(COLUMNS, row, strict=False):
                    sheet.text(x, y, word)

    assert rows(read_drawn(draw)) == table
