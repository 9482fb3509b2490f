"""The grid of a Word table: which cell stands where and how far it spans."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from pepinsight.documents.word.names import (
    VAL,
    Properties,
    W,
    children_of,
    first_child,
    given,
    is_on,
    number,
    toggle,
    unwrapped,
    value,
)
from pepinsight.documents.word.styles import WHOLE_TABLE, Styles

_LOOKS = {
    "firstRow": ("firstRow", 0x20),
    "lastRow": ("lastRow", 0x40),
    "firstCol": ("firstColumn", 0x80),
    "lastCol": ("lastColumn", 0x100),
}
"""A style's areas: the attribute of ``w:tblLook`` that takes each, and its bit in that element's older mask."""
MAX_SPAN = 63
"""Word allows no more columns; a file may claim any number."""
_WHITE = frozenset({"auto", "ffffff", "white"})
_FRAMED = 3  # paragraphs in a cell, its title among them, from which on it is a frame rather than an answer


@dataclass(slots=True)
class GridCell:
    """One cell at its top left (counted from 0); ``prompt`` where a control around it shows its prompt, ``shaded``
    where its ground is not white."""

    element: etree._Element
    row: int
    column: int
    row_span: int
    column_span: int
    prompt: bool
    shaded: bool


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
            about = children_of(first_child(tc, "tcPr"))
            if W + "cellDel" in about:
                continue
            span = number(given(about, "gridSpan"), 1, 1, MAX_SPAN)
            vertical, horizontal = _merge(about, "vMerge"), _merge(about, "hMerge")
            if horizontal == "continue" and last is not None:
                if last.row == row:  # further rows of a cell merged both ways are as wide as its first
                    last.column_span += span
            elif vertical == "continue" and column in above:
                last = above[column]
                last.row_span = row - last.row + 1
                merging[column] = last
            else:
                last = GridCell(tc, row, column, 1, span, cell_prompt, _is_shaded(about))
                cells.append(last)
                if vertical is not None:
                    merging[column] = last
            column += span
        above = merging
        row += 1
        columns = max(columns, column)
    return Grid(tuple(cells), row, columns)


def bold_areas(table: etree._Element, styles: Styles) -> frozenset[str]:
    """The areas of a table that its style prints bold, of those that the table takes from the style."""
    properties = table.find(W + "tblPr")
    bold = styles.bold_areas(value(properties, "tblStyle"))
    look = None if properties is None else properties.find(W + "tblLook")
    if not bold or look is None:
        return bold & {WHOLE_TABLE}
    mask = look.get(VAL, "")
    flags = int(mask, 16) if re.fullmatch("[0-9A-Fa-f]{1,4}", mask) else 0
    taken = {
        area
        for area, (name, flag) in _LOOKS.items()
        if (look.get(W + name) in {"1", "true", "on"} if look.get(W + name) is not None else flags & flag)
    }
    return bold & {WHOLE_TABLE, *taken}


def is_in(area: str, cell: GridCell, grid: Grid) -> bool:
    """Whether a cell belongs to an area of its table."""
    if area == WHOLE_TABLE:
        return True
    if area in {"firstRow", "lastRow"}:
        return cell.row == 0 if area == "firstRow" else cell.row + cell.row_span == grid.rows
    return cell.column == 0 if area == "firstCol" else cell.column + cell.column_span == grid.columns


def _is_gone(properties: etree._Element | None) -> bool:
    """Whether a row is deleted (tracked) or hidden."""
    return properties is not None and (properties.find(W + "del") is not None or is_on(properties.find(W + "hidden")))


def _is_shaded(about: Properties) -> bool:
    shading = about.get(W + "shd")
    return shading is not None and shading.get(W + "fill", "auto").lower() not in _WHITE


def _merge(about: Properties, name: str) -> str | None:
    """ "restart", "continue" (also when nothing is said), or None where the cell is not merged that way."""
    element = about.get(W + name)
    return None if element is None else element.get(VAL, "continue")


def is_frame(cell: etree._Element) -> bool:
    """Whether a cell is a frame around a part of a form: it holds a table, or a bold title above several paragraphs."""
    if cell.find(W + "tbl") is not None:
        return True
    told = [
        paragraph
        for paragraph in cell.findall(W + "p")
        if any((text.text or "").strip() for text in paragraph.iter(W + "t"))
    ]
    if len(told) < _FRAMED:
        return False
    bold = [[toggle(run.find(W + "rPr"), "b") is True for run in paragraph.iter(W + "r")] for paragraph in told]
    titles = [bool(runs) and all(runs) for runs in bold]
    return titles[0] and not any(titles[1:])  # further bold lines are labels in turn, each over its answer
