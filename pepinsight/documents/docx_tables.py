"""The grid of a Word table: which cell stands where and how far it spans."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from pepinsight.documents.docx_names import VAL, W, is_on, number, unwrapped, value

MAX_SPAN = 63
"""Word allows no more columns; a file may claim any number."""


@dataclass(slots=True)
class GridCell:
    """One cell at its top left (counted from 0); ``prompt`` where a control around it shows its prompt."""

    element: etree._Element
    row: int
    column: int
    row_span: int
    column_span: int
    prompt: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells in reading order, and its size."""

    cells: tuple[GridCell, ...]
    rows: int
    columns: int


def grid_of(table: etree._Element, prompt: bool) -> Grid:
    """Lay out ``w:tbl``. What stands in the hidden part of a merged cell is not shown by Word and left out."""
    cells: list[GridCell] = []
    above: dict[int, GridCell] = {}  # the cell over each column where a vertical merge may go on
    row = columns = 0
    for tr, row_prompt in unwrapped(table, prompt):
        properties = tr.find(W + "trPr")
        if tr.tag != W + "tr" or _is_gone(properties):
            continue
        column = number(value(properties, "gridBefore"), 0, 0, MAX_SPAN)
        merging: dict[int, GridCell] = {}
        last: GridCell | None = None
        for tc, cell_prompt in unwrapped(tr, row_prompt):
            if tc.tag != W + "tc":
                continue
            about = tc.find(W + "tcPr")
            if about is not None and about.find(W + "cellDel") is not None:
                continue
            span = number(value(about, "gridSpan"), 1, 1, MAX_SPAN)
            vertical, horizontal = _merge(about, "vMerge"), _merge(about, "hMerge")
            if horizontal == "continue" and last is not None:
                if last.row == row:  # further rows of a cell merged both ways are as wide as its first
                    last.column_span += span
            elif vertical == "continue" and column in above:
                last = above[column]
                last.row_span = row - last.row + 1
                merging[column] = last
            else:
                last = GridCell(tc, row, column, 1, span, cell_prompt)
                cells.append(last)
                if vertical is not None:
                    merging[column] = last
            column += span
        above = merging
        row += 1
        columns = max(columns, column)
    return Grid(tuple(cells), row, columns)


def _is_gone(properties: etree._Element | None) -> bool:
    """Whether a row is deleted (tracked) or hidden."""
    return properties is not None and (properties.find(W + "del") is not None or is_on(properties.find(W + "hidden")))


def _merge(about: etree._Element | None, name: str) -> str | None:
    """ "restart", "continue" (also when nothing is said), or None where the cell is not merged that way."""
    element = None if about is None else about.find(W + name)
    return None if element is None else element.get(VAL, "continue")
