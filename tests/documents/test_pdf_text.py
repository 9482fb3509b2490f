"""Lines of a PDF become the paragraphs, headings, list items and running lines that a reader sees."""

import pytest
from making_pdf import FONT, HEIGHT, LEFT, RIGHT, Sheet, raw_pdf, read_drawn, said, stream, wrapped

from pepinsight.documents import BlockKind, read_bytes
from pepinsight.documents.glyphs import plain_text

STORY = (
    "Robin has settled well since the move and now walks to school with two friends from the same road each morning. "
    "Staff say that reading has come on, and the carer hears Robin read aloud to the dog most evenings before bed."
)


def test_wrapped_lines_are_one_paragraph_and_each_line_has_its_place() -> None:
    document = read_drawn(lambda sheet: sheet.paragraph(LEFT, 100, STORY))
    assert said(document) == [STORY]
    block = document.blocks[0]
    assert len(block.lines) >= 2
    assert " ".join(document.text[line.start : line.end] for line in block.lines) == STORY
    start = document.text.index("hears Robin")
    place = document.place_of(start, start + len("hears Robin"))
    assert place.page == 1
    assert place.box is not None
    assert place.box[1] > block.lines[0].box[1]  # the second line's own box, not the paragraph's


def test_space_between_paragraphs_and_short_last_lines_part_them() -> None:
    def draw(sheet: Sheet) -> None:
        y = sheet.paragraph(LEFT, 100, STORY)
        y = sheet.paragraph(LEFT, y, "A short line by itself.")
        y = sheet.paragraph(LEFT, y, "Another, directly below it, with no space between the two of them at all.")
        sheet.paragraph(LEFT, y + 14, STORY)

    assert len(said(read_drawn(draw))) == 4


def test_larger_and_coloured_lines_are_headings_by_rank_and_bold_lines_are_not() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(LEFT, 80, "Personal Education Plan", size=20, bold=True)
        sheet.text(LEFT, 120, "Section A", size=14, bold=True)
        y = sheet.paragraph(LEFT, 140, STORY)
        sheet.text(LEFT, y + 10, "A label in bold", bold=True)
        y = sheet.paragraph(LEFT, y + 22, STORY)
        sheet.text(LEFT, y + 10, "A blue line", bold=True, colour="#1F4E9B")
        sheet.paragraph(LEFT, y + 24, STORY)

    document = read_drawn(draw)
    headings = [(document.text_of(b), b.level) for b in document.blocks if b.kind is BlockKind.HEADING]
    assert headings == [("Personal Education Plan", 1), ("Section A", 2), ("A blue line", 3)]
    label = next(block for block in document.blocks if document.text_of(block) == "A label in bold")
    assert label.kind is BlockKind.PARAGRAPH
    assert label.bold


def test_headings_of_two_ranks_one_below_the_other_stay_two() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(LEFT, 100, "Section B - Views", size=14, bold=True)
        sheet.text(LEFT, 117, "What the child says", size=13, bold=True)
        sheet.paragraph(LEFT, 140, STORY)

    assert said(read_drawn(draw), BlockKind.HEADING) == ["Section B - Views", "What the child says"]


@pytest.mark.parametrize("bullet", ["•", "-", "1."])
def test_list_items_stand_apart_and_keep_their_wrapped_lines(bullet: str) -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(LEFT, 100, bullet)
        y = sheet.paragraph(LEFT + 15, 100, STORY)
        sheet.text(LEFT, y, bullet)
        sheet.paragraph(LEFT + 15, y, "Second point.")

    document = read_drawn(draw)
    mark = "" if bullet == "•" else f"{bullet} "  # a drawn bullet is no word; what was typed is kept
    assert said(document, BlockKind.LIST_ITEM) == [mark + STORY, mark + "Second point."]


def test_bullets_drawn_as_dots_mark_list_items() -> None:
    def draw(sheet: Sheet) -> None:
        for y in (100, 160):
            sheet.canvas.circle(LEFT + 2, HEIGHT - y + 3.5, 2, fill=1)
            sheet.paragraph(LEFT + 15, y, STORY)

    assert said(read_drawn(draw), BlockKind.LIST_ITEM) == [STORY, STORY]


def test_lines_repeated_on_the_pages_are_headers_and_footers_whatever_their_numbers() -> None:
    def page(number: int) -> object:
        def draw(sheet: Sheet) -> None:
            sheet.text(LEFT, 40, "OFFICIAL - Elm Borough")
            sheet.text(LEFT, 100, f"Words of page {number} alone.")
            sheet.text(LEFT, 810, f"Page {number} of 3")

        return draw

    document = read_drawn(*(page(number) for number in (1, 2, 3)))
    assert said(document, BlockKind.HEADER) == ["OFFICIAL - Elm Borough"] * 3
    assert said(document, BlockKind.FOOTER) == [f"Page {n} of 3" for n in (1, 2, 3)]
    assert said(document) == [f"Words of page {n} alone." for n in (1, 2, 3)]


def test_a_watermark_is_a_running_line_and_does_not_mix_with_the_words_over_it() -> None:
    def draw(sheet: Sheet) -> None:
        for number in range(20):
            sheet.text(LEFT, 200 + 25 * number, f"Statement number {number} of the plan, which ends here.")
        sheet.canvas.translate(150, 250)
        sheet.canvas.rotate(50)
        sheet.canvas.setFont("Helvetica-Bold", 120)
        sheet.canvas.drawString(0, 0, "DRAFT")

    document = read_drawn(draw, draw)
    assert said(document, BlockKind.HEADER, BlockKind.FOOTER) == ["DRAFT", "DRAFT"]
    assert said(document) == [f"Statement number {number} of the plan, which ends here." for number in range(20)] * 2


def test_a_paragraph_over_a_page_break_is_one_and_placed_by_its_first_page() -> None:
    lines = wrapped(f"{STORY} {STORY}")

    def first(sheet: Sheet) -> None:
        sheet.text(LEFT, 40, "Running line")
        for number, line in enumerate(lines[:3]):
            sheet.text(LEFT, 760 + 12 * number, line)

    def second(sheet: Sheet) -> None:
        sheet.text(LEFT, 40, "Running line")
        for number, line in enumerate(lines[3:]):
            sheet.text(LEFT, 80 + 12 * number, line)

    document = read_drawn(first, second)
    assert said(document) == [f"{STORY} {STORY}"]
    block = next(block for block in document.blocks if block.kind is BlockKind.PARAGRAPH)
    assert document.place_of(block.start, block.end).page == 1
    assert document.place_of(block.end - 5, block.end).page == 2


def test_a_word_hyphenated_at_the_line_end_is_left_as_written() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(LEFT, 100, "x " * 80 + "Drummond-")
        sheet.text(LEFT, 112, "Reyes came to the meeting.")

    assert "Drummond-Reyes came" in read_drawn(draw).text


def test_two_columns_of_prose_are_read_one_after_the_other() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.paragraph(LEFT, 100, STORY, right=280)
        sheet.paragraph(310, 100, STORY.replace("Robin", "Kit"), right=RIGHT)

    assert said(read_drawn(draw)) == [STORY, STORY.replace("Robin", "Kit")]


@pytest.mark.parametrize(
    ("text", "font", "seen"),
    [
        ("ﬁnd the oﬃce", "Calibri", "find the office"),
        ("\uf0fe", "Wingdings-Regular", "☑"),
        ("\xa8", "ABCDEF+Wingdings", "☐"),
        ("R", "Wingdings 2", "☑"),
        ("\uf0b7", "SymbolMT", "•"),
        ("\uf0b7", "", "•"),
        ("o", "CourierNewPSMT", "◦"),
        ("o", "Arial", "o"),
        ("long\u2011term", "Arial", "long-term"),
        ("Tía Rosa’s £5 ☒", "Arial", "Tía Rosa’s £5 ☒"),
    ],
)
def test_glyphs_read_as_they_look(text: str, font: str, seen: str) -> None:
    assert plain_text(text, font) == seen


def test_faces_that_a_print_holds_as_two_halves_are_one_character_each() -> None:
    says = stream(b"2 beginbfchar <78> <D83DDE00> <79> <D83D> endbfchar", b"/Type/CMap")
    font = FONT[:-2] + b"/ToUnicode 7 0 R>>"
    words = stream(b"BT /F 10 Tf 50 700 Td (Maths x. Sums y done) Tj ET")
    document = read_bytes(raw_pdf(words, stream(b""), says, font=font), "pep.pdf")
    assert document.text.strip() == "Maths \U0001f600. Sums \ufffd done"


def test_a_bold_label_is_told_from_the_answer_on_its_line() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.paragraph(LEFT, 80, STORY)
        sheet.text(LEFT, 140, "Lives with", bold=True)
        sheet.text(LEFT + 52, 140, "two foster carers")

    document = read_drawn(draw)
    (block,) = [block for block in document.blocks if document.text_of(block).startswith("Lives")]
    assert [document.text[start:end] for start, end in block.bold_parts] == ["Lives with"]


def test_a_tinted_label_that_lost_its_answer_is_no_heading() -> None:
    tint = "#7A3B2E"

    def draw(sheet: Sheet) -> None:
        sheet.text(LEFT, 60, "Where Robin learns", size=14, bold=True, colour=tint)
        ys = [80 + 22 * row for row in range(7)]
        for y in ys:
            sheet.line(LEFT, y, RIGHT, y)
        for x in (LEFT, 220, RIGHT):
            sheet.line(x, ys[0], x, ys[-1])
        for row, y in enumerate(ys[:-1], start=1):
            sheet.text(LEFT + 4, y + 14, f"Label number {row}", bold=True, colour=tint)
            sheet.text(224, y + 14, f"The answer to number {row}, as someone wrote it")
        sheet.text(LEFT, 260, "Papers on file", bold=True, colour=tint)
        sheet.paragraph(LEFT, 300, STORY)

    document = read_drawn(draw)
    headings = [document.text_of(block) for block in document.blocks if block.kind is BlockKind.HEADING]
    assert headings == ["Where Robin learns"]
