"""Shaded answers with their labels at the left, as portals print them, and the titles of the parts further left."""

from __future__ import annotations

from making_pdf import LEFT, RIGHT, Sheet, read_drawn

from pepinsight.documents import BlockKind, Document

LABELS, ANSWERS = 150, 300
SHADE = "#eef2f7"
PAIRS = [("Name", "Ife Marsh"), ("Year", "9"), ("School", "Elm Road"), ("Tutor", "Mr Salt"), ("Taxi", "None booked")]


def shaded(sheet: Sheet, top: float, pairs: list[tuple[str, str]], bold: bool = True) -> None:
    for number, (label, answer) in enumerate(pairs):
        y = top + 22 * number
        sheet.box(ANSWERS, y, RIGHT, y + 18, fill=SHADE, stroke=False)
        sheet.text(LABELS, y + 13, label, bold=bold)
        sheet.text(ANSWERS + 4, y + 13, answer)


def cells(document: Document) -> list[str]:
    return [document.text_of(block) for block in document.blocks if block.kind is BlockKind.CELL]


def test_a_label_left_of_a_shaded_answer_stands_in_the_answers_row() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(LEFT, 113, "The pupil", bold=True)
        shaded(sheet, 100, PAIRS)

    document = read_drawn(draw)
    assert cells(document) == [words for pair in PAIRS for words in pair]
    assert document.text_of(document.blocks[0]) == "The pupil"


def test_plain_words_left_of_boxes_are_no_labels_of_theirs() -> None:
    document = read_drawn(lambda sheet: shaded(sheet, 100, PAIRS, bold=False))
    assert not {label for label, _ in PAIRS} & set(cells(document))
