"""The column in which a form numbers what it asks: "1.1 | Legal status | Care order", the answer in a third cell."""

from __future__ import annotations

import re

from pepinsight.documents import Document, Table
from pepinsight.once import once
from pepinsight.plan.forms import labels
from pepinsight.plan.lexicon import FAIR, words

_NUMBER = re.compile(r"\(?(?:[A-Z]{0,2}\d{1,2}(?:\.\d{1,2}){0,2}|\d{0,2}\.?\(?[a-z])[.):]?\)?")
_FEWEST = 2  # rows of such a run
_ASKED = 0.6  # share of its second cells that are bold, questions or known labels
Row = list[tuple[int, ...]]
"""The cells of a row from left to right, as block indices."""


@once
def item_numbers(document: Document) -> frozenset[int]:
    """The blocks that only number what their row asks. A data table's own numbers stand below the name of their column,
    and are none of these."""
    return frozenset(index for table in document.tables for index in _in_table(document, table))


def _in_table(document: Document, table: Table) -> list[int]:
    rows: dict[int, Row] = {}
    for (at, _), cell in sorted(table.cells.items()):
        rows.setdefault(at, []).append(cell)
    found: list[int] = []
    run: list[Row] = []
    headed = False
    told: list[Row] = [rows[at] for at in sorted(rows)]
    for row in [*told, []]:
        if len(row) in (2, 3) and _NUMBER.fullmatch(_text(document, row[0])):
            run.append(row)
            continue
        if not headed and _asks(document, run):
            found.extend(index for item in run for index in item[0])
        headed = len(row) in (2, 3)
        run = []
    return found


def _asks(document: Document, run: list[Row]) -> bool:
    answers = [index for row in run for cell in row[2:] for index in cell]
    if len(run) < _FEWEST or not answers or any(document.blocks[index].bold for index in answers):
        return False
    return sum(_is_asked(document, row[1]) for row in run) >= _ASKED * len(run)


def _is_asked(document: Document, cell: tuple[int, ...]) -> bool:
    if all(document.blocks[index].bold for index in cell):
        return True
    text = _text(document, cell)
    found = labels().match(words(text))
    return text.endswith("?") or (found is not None and found.strength >= FAIR)


def _text(document: Document, cell: tuple[int, ...]) -> str:
    return " ".join(document.text_of(document.blocks[index]) for index in cell).strip()
