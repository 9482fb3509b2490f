"""Tables whose cells each hold a label and its answer: "Name: Sam Hill | Date of birth: 3 May 2012"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from pepinsight.documents import Document, Table
from pepinsight.once import once
from pepinsight.plan.cards import LABEL_WORDS
from pepinsight.plan.run_in import find_run_in

_MOST = 0.8  # share of a table's cells that hold or ask so; the rest may be notes
_FORM = 2  # such tables, from which on a form is taken to ask so throughout
_HOLDS = re.compile(r"\s*(?P<label>[^\W_][^:\n.!;|]{1,79}):\s+\S")
_ASKS = re.compile(r"[^:\n]{2,80}[:?]\s*")

Cell = tuple[int, ...]


def holds_own_answers(document: Document, table: Table) -> bool:
    """Whether no cell of the table answers the one on its left, as each has its own label."""
    return table.index in _tables(document)


def asks_in_vain(document: Document, cell: Cell) -> bool:
    """True for a cell of such a table that is a label alone, without a colon: nobody answered it."""
    return cell[0] not in find_run_in(document) and all(document.blocks[at].bold for at in cell)


@once
def _tables(document: Document) -> frozenset[int]:
    found: set[int] = set()
    likely: set[int] = set()
    for table in document.tables:
        columns = _columns_that_hold(document, table)
        if columns >= 2:
            found.add(table.index)
        elif columns:
            likely.add(table.index)
    return frozenset(found | likely if len(found) >= _FORM else found)


def _columns_that_hold(document: Document, table: Table) -> int:
    """In how many columns cells hold label and answer; 0 where the table's cells are mostly of other kinds."""
    held: dict[int, int] = defaultdict(int)
    asking = other = 0
    for column, cell in _filled(document, table):
        text = document.text_of(document.blocks[cell[0]])
        if cell[0] in find_run_in(document) or _holds(text):
            held[column] += 1
        elif asks_in_vain(document, cell) or _ASKS.fullmatch(text):
            asking += 1
        else:
            other += 1
    holding = sum(held.values())
    return len(held) if holding + asking >= _MOST * (holding + asking + other) else 0


def _filled(document: Document, table: Table) -> Iterator[tuple[int, Cell]]:
    """The cells with words of rows that have more than one cell, and their columns."""
    beside: dict[int, int] = defaultdict(int)
    for row, _ in table.cells:
        beside[row] += 1
    for (row, column), cell in sorted(table.cells.items()):
        if beside[row] > 1 and any(document.text_of(document.blocks[at]).strip() for at in cell):
            yield column, cell


def _holds(text: str) -> bool:
    match = _HOLDS.match(text)
    return match is not None and len(match["label"].split()) <= LABEL_WORDS
