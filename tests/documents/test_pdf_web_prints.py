"""PDFs that browsers print of web forms: questions beside answers, bars over parts, framed blocks, bubbles."""

from __future__ import annotations

from making_pdf import HEIGHT, LEFT, RIGHT, Sheet, read_drawn, rows, said

from pepinsight.documents import BlockKind

ANSWERS = 210
LONG = {
    "Which grown-ups in the school know what happened before then": (
        "All of the staff heard about it in the autumn, with a trainer from the county, and the cook too, "
        "as she is the one he tells."
    ),
    "What does he do before school and after it finishes": (
        "Breakfast club on three days of the week, and the garden at dinner time when it does not rain, "
        "or the bench by the hall."
    ),
    "Is there another move ahead between classes or schools soon": (
        "He moves up in the summer with the same teacher, and will see the new room three times before, "
        "each time for longer."
    ),
}


def asked(sheet: Sheet, y: float, question: list[str], answer: str, right: float = RIGHT) -> float:
    """A question in small bold letters, its answer beside it; the height at which the next may start."""
    for number, line in enumerate(question):
        sheet.text(LEFT + 4, y + 11 * number, line, size=9, bold=True, colour="#5b6a72")
    return max(sheet.paragraph(ANSWERS, y, answer, right), y + 11 * len(question)) + 8


def by_five(text: str) -> list[str]:
    words = text.split()
    return [" ".join(words[start : start + 5]) for start in range(0, len(words), 5)]


def test_bold_questions_beside_long_answers_are_no_columns_of_running_text() -> None:
    def draw(sheet: Sheet) -> None:
        y = 100.0
        for question, answer in LONG.items():
            y = asked(sheet, y, by_five(question), answer)

    document = read_drawn(draw)
    assert rows(document) == [list(pair) for pair in LONG.items()]


def test_a_bold_question_of_two_lines_beside_one_short_answer_is_a_row() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.paragraph(LEFT, 80, "These questions are answered by the school, for the last half term, in a few words.")
        asked(sheet, 120, ["Has he been sent home", "since the last plan?"], "Not answered")

    assert rows(read_drawn(draw)) == [["Has he been sent home since the last plan?", "Not answered"]]


def test_a_bold_name_in_a_sentence_of_two_lines_makes_no_row() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(LEFT, 100, "Mrs Fenn:", bold=True)
        sheet.text(
            LEFT + 60, 100, "he reads to the dog on Fridays and laughs out loud at the words that he gets wrong,"
        )
        sheet.text(LEFT, 112, "which he did not do in the autumn when nobody could hear him read a line at all.")

    assert read_drawn(draw).tables == ()


def bar(sheet: Sheet, y: float, text: str) -> None:
    sheet.box(LEFT, y, RIGHT, y + 25, fill="#7a4a7d", stroke=False)
    sheet.text(LEFT + 8, y + 17, text, size=13, bold=True, colour="#ffffff")


def bubble(sheet: Sheet, y: float, question: str, answer: str) -> None:
    sheet.text(LEFT, y, question, size=14, bold=True, colour="#7a4a7d")
    sheet.canvas.setStrokeColor("#7a4a7d")
    sheet.canvas.roundRect(LEFT, HEIGHT - y - 38, RIGHT - LEFT, 30, 8)
    sheet.text(LEFT + 10, y + 27, answer, size=14)


def test_bars_head_the_questions_below_them_though_their_letters_are_a_little_smaller() -> None:
    def draw(sheet: Sheet) -> None:
        bar(sheet, 60, "My page")
        bubble(sheet, 110, "What do you like?", "Maths and the long bench in the garden at dinner")
        bubble(sheet, 180, "What would you change?", "The noise in the hall and the bell by the door")
        bubble(sheet, 250, "Did you come to the meeting?", "No")
        bar(sheet, 310, "Coming to school")
        sheet.paragraph(
            LEFT, 360, "He has been in school on nine days of ten since September, and late on four Mondays."
        )

    document = read_drawn(draw)
    heads = {document.text_of(block): block.level for block in document.blocks if block.kind is BlockKind.HEADING}
    assert heads["My page"] == heads["Coming to school"] < heads["What do you like?"]
    assert "No" not in heads


def framed(sheet: Sheet, top: float, title: str, pairs: list[tuple[str, str]]) -> float:
    """A block with round corners, its title in a shaded bar, lines below its rows only."""
    foot = top + 17 + 18 * len(pairs)
    sheet.canvas.setStrokeColor("#2a6f67")
    sheet.canvas.roundRect(LEFT, HEIGHT - foot, RIGHT - LEFT, foot - top, 3)
    sheet.box(LEFT + 0.4, top + 0.4, RIGHT - 0.4, top + 17, fill="#e0eeec", stroke=False)
    sheet.text(LEFT + 6, top + 12, title, bold=True)
    for number, (label, answer) in enumerate(pairs):
        y = top + 17 + 18 * number
        sheet.line(LEFT, y + 18, ANSWERS - 4, y + 18)
        sheet.line(ANSWERS - 4, y + 18, RIGHT, y + 18)
        sheet.text(LEFT + 6, y + 12, label, size=9, bold=True, colour="#5b6a72")
        sheet.text(ANSWERS, y + 12, answer)
    return foot


def test_framed_blocks_with_a_line_between_them_are_tables_of_their_own() -> None:
    first = [("What we wanted", "Fifteen sounds by Easter"), ("How did it go?", "Not met, eleven"), ("Money", "None")]
    second = [("What is next?", "Twenty sounds by July"), ("Why?", "She asked for it"), ("Money", "Two hundred pounds")]

    def draw(sheet: Sheet) -> None:
        foot = framed(sheet, 60, "Outcome 1", first)
        sheet.text(LEFT, foot + 16, "From now", size=11, bold=True)
        framed(sheet, foot + 26, "Outcome 2", second)

    document = read_drawn(draw)
    found = [
        [row for row in rows(document, table.index) if row[0] in dict([*first, *second])] for table in document.tables
    ]
    assert found == [[list(pair) for pair in first], [list(pair) for pair in second]]
    assert said(document, BlockKind.PARAGRAPH) == ["From now"]
