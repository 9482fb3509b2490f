"""Columns that nothing is ever written in: they only keep a label and its answer apart on the page."""

from __future__ import annotations

from pepinsight.documents import Document

Row = list[tuple[int, ...]]
"""The cells of a row from left to right, as block indices."""

_FEWEST = 2  # rows of a label, an empty cell and an answer


def without_spacers(document: Document, rows: list[Row]) -> list[Row]:
    """The rows of three cells without the middle one, where it is empty in each of them and most labels have an answer
    behind it; where hardly any has, the empty column may be the one to write in."""
    threes = [cells for cells in rows if len(cells) == 3]
    asked = [cells for cells in threes if _holds(document, cells[0])]
    answered = [cells for cells in asked if _holds(document, cells[2])]
    if len(answered) < max(_FEWEST, len(asked) / 2) or any(_holds(document, cells[1]) for cells in threes):
        return rows
    return [[cells[0], cells[2]] if len(cells) == 3 else cells for cells in rows]


def _holds(document: Document, cell: tuple[int, ...]) -> bool:
    return any(document.text_of(document.blocks[index]).strip() for index in cell)
