"""Cards: cells in which the label stands above its own answer, one or several to a cell."""

from __future__ import annotations

from dataclasses import dataclass

from pepinsight.documents import Document, Table
from pepinsight.plan.forms import headings, labels
from pepinsight.plan.lexicon import FAIR, words

LABEL_WORDS = 16  # a longer line is an answer, as beside a label
_SURE = 0.6  # share of the cells that open with a known label, where no label is bold


@dataclass(frozen=True, slots=True)
class Box:
    """A label and the answer below it, as block indices; ``row`` is the label's, and a blank answer has no blocks."""

    row: int
    label: tuple[int, ...]
    answer: tuple[int, ...]


def find_cards(document: Document, table: Table) -> tuple[Box, ...]:
    """The cards of a table in reading order, none where any of its cells opens with something else than a label."""
    if all(len(cell) < 2 for cell in table.cells.values()):
        return ()
    cells = {place: filled for place, cell in sorted(table.cells.items()) if (filled := _filled(document, cell))}
    openers = [document.blocks[cell[0]] for cell in cells.values()]
    if all(len(cell) < 2 for cell in cells.values()) or not openers:
        return ()
    if any(len(document.text_of(block).split()) > LABEL_WORDS for block in openers):
        return ()
    if all(block.bold for block in openers):
        boxes = [box for (row, _), cell in cells.items() for box in _by_bold(document, row, cell)]
    else:
        known = [cell for cell in cells.values() if len(cell) > 1 and _is_known(document, cell[0])]
        if len(known) < 2 or len(known) < _SURE * len(cells):
            return ()
        boxes = [Box(row, cell[:1], cell[1:]) for (row, _), cell in cells.items()]
    if not any(box.answer for box in boxes):
        return ()
    return () if len(boxes) == 1 and _heads_a_part(document, boxes[0]) else tuple(boxes)


def _filled(document: Document, cell: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(index for index in cell if document.text_of(document.blocks[index]).strip())


def _by_bold(document: Document, row: int, cell: tuple[int, ...]) -> list[Box]:
    """A label is a bold line; bold lines that follow one another are one label."""
    boxes: list[Box] = []
    for index in cell:
        if document.blocks[index].bold and len(document.text_of(document.blocks[index]).split()) <= LABEL_WORDS:
            if boxes and not boxes[-1].answer:
                boxes[-1] = Box(row, (*boxes[-1].label, index), ())
            else:
                boxes.append(Box(row, (index,), ()))
        else:
            boxes[-1] = Box(row, boxes[-1].label, (*boxes[-1].answer, index))
    return boxes


def _is_known(document: Document, index: int) -> bool:
    found = labels().match(words(document.text_of(document.blocks[index])))
    return found is not None and found.strength >= FAIR


def _heads_a_part(document: Document, box: Box) -> bool:
    """Whether a lone card is rather a part of the form in a frame: its bold line is better known as a heading."""
    text = words(" ".join(document.text_of(document.blocks[index]) for index in box.label))
    heading, label = headings().match(text), labels().match(text)
    return heading is not None and heading.strength >= FAIR and heading.strength > (label.strength if label else 0)
