"""Cards: cells in which the label stands above its own answer, one or several to a cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pepinsight.documents import BlockKind, Document, Table
from pepinsight.once import once
from pepinsight.plan.forms import columns, headings, labels
from pepinsight.plan.lexicon import FAIR, STRONG, words

LABEL_WORDS = 16  # a longer line is an answer, as beside a label
_ANSWER_WORDS = 4  # behind a colon, that make a line a label with its answer
_ASKED_ON = 3  # words behind a colon that go on asking
_DIGIT = re.compile(r"\d")
_MANY = 5  # cards, from which on a form is made of them; headings, from which on its parts have them
_FEWEST_ROWS = 2  # of cards in one table with other rows
_SURE = 0.6  # share of the cells that open with a known label, where no label is bold


@dataclass(frozen=True, slots=True)
class Box:
    """A label and the answer below it, as block indices; ``row`` is the label's, and a blank answer has no blocks."""

    row: int
    label: tuple[int, ...]
    answer: tuple[int, ...]


def find_cards(document: Document, table: Table) -> tuple[Box, ...]:
    """The cards of a table in reading order, none where any of its cells opens with something else than a label."""
    if any(len(_filled(document, cell)) > 1 for cell in table.cells.values()):
        return _framed(document).get(table.index, ())
    lone = _lone_card(document, table) if _made_of_cards(document) else ()
    return lone or (_blank_cards(document, table) if _asks_in_cells(document) else ())


@once
def _framed(document: Document) -> dict[int, tuple[Box, ...]]:
    """By table the cards where some cells hold a label and its answer; none where a cell opens with something else."""
    return {table.index: boxes for table in document.tables if (boxes := _framed_in(document, table))}


def _framed_in(document: Document, table: Table) -> tuple[Box, ...]:
    cells = {place: filled for place, cell in sorted(table.cells.items()) if (filled := _filled(document, cell))}
    openers = [document.blocks[cell[0]] for cell in cells.values()]
    if all(len(cell) < 2 for cell in cells.values()) or any(_is_no_label(document.text_of(block)) for block in openers):
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
    return () if len(boxes) == 1 and _heads_a_part(document, boxes[0].label) else tuple(boxes)


@once
def _asks_in_cells(document: Document) -> bool:
    """Whether many a cell of the form holds a bold label and its answer: then a table of bold labels alone is blank."""
    boxes = [box for found in _framed(document).values() for box in found]
    answered = [box for box in boxes if box.answer and document.blocks[box.label[0]].bold]
    return len(answered) >= 2 * _MANY


def _blank_cards(document: Document, table: Table) -> tuple[Box, ...]:
    """The cards of a table that holds nothing but labels; none in a header of columns, or a frame round a title."""
    cells = {place: filled for place, cell in sorted(table.cells.items()) if (filled := _filled(document, cell))}
    told = [cell[0] for cell in cells.values()]
    if not all(_is_label(document, index) for index in told) or not any(_is_known(document, index) for index in told):
        return ()
    text = words(" ".join(document.text_of(document.blocks[index]) for index in told))
    label, named = labels().match(text), headings().match(text) if len(told) == 1 else columns().match(text)
    surer = label is not None and named is not None and len(told) == 1 and label.strength > named.strength
    if named is not None and named.strength >= FAIR and not surer:
        return ()
    return tuple(Box(row, cell, ()) for (row, _), cell in cells.items())


@once
def rows_of_cards(document: Document) -> dict[int, dict[int, tuple[Box, ...]]]:
    """By table and row the cards that stand above or below a data table in the same grid; none in a table that holds
    nothing else."""
    return {table.index: rows for table in document.tables if (rows := _rows_in(document, table))}


def _rows_in(document: Document, table: Table) -> dict[int, tuple[Box, ...]]:
    cells: dict[int, list[tuple[int, ...]]] = {}
    for (row, _), cell in sorted(table.cells.items()):
        if filled := _filled(document, cell):
            cells.setdefault(row, []).append(filled)
    found = {row: row_cells for row, row_cells in cells.items() if _are_cards(document, row_cells)}
    told = [cell[0] for row_cells in found.values() for cell in row_cells]
    known = sum(_is_known(document, index) for index in told)
    if len(found) < _FEWEST_ROWS or known * 2 < len(told) or find_cards(document, table):
        return {}
    return {
        row: tuple(box for cell in row_cells for box in _by_bold(document, row, cell))
        for row, row_cells in found.items()
    }


def _are_cards(document: Document, cells: list[tuple[int, ...]]) -> bool:
    """Whether each cell of a row opens with a bold label, and most have the answer below it."""
    if len(cells) < 2 or not all(_is_label(document, cell[0]) for cell in cells):
        return False
    return sum(len(cell) > 1 and not any(document.blocks[at].bold for at in cell[1:]) for cell in cells) * 2 > len(
        cells
    )


@once
def _made_of_cards(document: Document) -> bool:
    """Whether the form frames each label with its answer: then a frame that holds nothing else is a blank one."""
    return sum(_is_card(document, table) for table in document.tables) >= _MANY


def _is_card(document: Document, table: Table) -> bool:
    cells = [_filled(document, cell) for cell in table.cells.values()]
    filled = [index for cell in cells for index in cell] if table.columns == 1 and len(cells) <= 2 else []
    bold = [document.blocks[index].bold for index in filled]
    return len(filled) > 1 and _is_label(document, filled[0]) and not any(bold[1:])


def _lone_card(document: Document, table: Table) -> tuple[Box, ...]:
    """A frame of one column that holds a label alone, or one over its answer in a cell of its own."""
    if table.columns > 1 or len(table.cells) > 2:
        return ()
    filled = [index for _, cell in sorted(table.cells.items()) for index in _filled(document, cell)]
    if not filled or not _is_label(document, filled[0]) or _heads_a_part(document, tuple(filled[:1]), STRONG):
        return ()
    if len(filled) == 1 and document.blocks[filled[0]].shaded and not _shades_labels(document):
        return ()
    return (
        () if any(document.blocks[index].bold for index in filled[1:]) else (Box(0, (filled[0],), tuple(filled[1:])),)
    )


@once
def _shades_labels(document: Document) -> bool:
    """Whether labels over their answers are shaded as a rule: where not, a shaded line in a frame of its own heads a
    part."""
    asked = [box.label[0] for boxes in _framed(document).values() for box in boxes if box.answer]
    return sum(document.blocks[index].shaded for index in asked) * 2 > len(asked)


def _is_no_label(text: str) -> bool:
    """Whether an opening line is an answer, or holds one: "Target 1 (short): Robin will read 40 words". What slashes
    part is asked for ("Lates: morning / afternoon / both"), and so is what ends in a question mark."""
    if text.endswith("?") and len(text.split()) <= LABEL_WORDS:
        return False
    behind = text.partition(": ")[2].replace("/", " ").split()
    return len(text.split()) > LABEL_WORDS or (len(behind) >= _ANSWER_WORDS and not asks_on(text))


def asks_on(text: str) -> bool:
    """Whether what a colon parts goes on in small letters and without a figure: no answer ("Trauma: what staff do")."""
    behind = text.partition(":")[2].strip()
    return behind[:1].islower() and len(behind.split()) >= _ASKED_ON and not _DIGIT.search(behind)


def _is_label(document: Document, index: int) -> bool:
    block = document.blocks[index]
    return block.bold and len(document.text_of(block).split()) <= LABEL_WORDS


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


def _heads_a_part(document: Document, told: tuple[int, ...], least: int = FAIR) -> bool:
    """Whether a lone card is rather a part of the form in a frame: its bold line is better known as a heading, and the
    form has no headings outside its frames."""
    if sum(block.kind is BlockKind.HEADING for block in document.blocks) >= _MANY:
        return False
    return _names_a_part(document, told, least)


def _names_a_part(document: Document, told: tuple[int, ...], least: int) -> bool:
    text = words(" ".join(document.text_of(document.blocks[index]) for index in told))
    heading, label = headings().match(text), labels().match(text)
    return heading is not None and heading.strength >= least and heading.strength > (label.strength if label else 0)
