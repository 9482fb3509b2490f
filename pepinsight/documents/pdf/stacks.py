"""Tables that a form stacks without a gap between them, told apart by their columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pepinsight.documents.pdf.geometry import Word, holds, overlap
from pepinsight.documents.pdf.grid import Cell, Grid, make_grid

_NEAR = 12.0
"""Edges of two rows within this many points are meant as one: columns dragged by hand seldom align better."""
_LEAST_GAPS = 2

Edges = tuple[float, ...]


def unstacked(grid: Grid, words: Sequence[Word]) -> list[Grid]:
    """The tables of a stack, from the top. A banner (a row of one cell) belongs to the table below it.

    A new table starts where the columns are others than above: none the finer of the two; after a banner; or at a
    row of bold headings. The last row is one by itself where it holds the titles of columns. Rows that a merged cell
    ties together stay together.
    """
    rows = _rows(grid)
    starts = [0]
    current: Edges = ()
    banner: int | None = None
    for number, row in enumerate(rows):
        edges = tuple(sorted(cell.box[0] for cell in row))[1:]
        if not edges:
            banner = number if banner is None else banner
            continue
        start = number if banner is None else banner
        if current and _another(current, edges, banner is not None, row, words):
            if not _tied(grid, start):
                starts.append(start)
            current = edges
        elif len(edges) > len(current):
            current = edges
        banner = None
    if banner and current and _titles(rows[banner], words) and not _tied(grid, banner):
        starts.append(banner)  # the shaded titles of a table whose rows are not boxed
    if len(starts) == 1:
        return [grid]
    ends = [*starts[1:], len(rows)]
    return [
        make_grid(cell.box for cell in grid.cells if start <= cell.row < end)
        for start, end in zip(starts, ends, strict=True)
    ]


def _rows(grid: Grid) -> list[list[Cell]]:
    """The cells of each row, those that reach down into it from above too."""
    count = max(cell.row + cell.row_span for cell in grid.cells)
    rows: list[list[Cell]] = [[] for _ in range(count)]
    for cell in grid.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            rows[row].append(cell)
    return rows


def _another(current: Edges, edges: Edges, after_banner: bool, row: Sequence[Cell], words: Sequence[Word]) -> bool:
    finer, coarser = _among(current, edges), _among(edges, current)
    if finer and coarser:
        return False
    if after_banner or not (finer or coarser):
        return True
    return finer and len(edges) > len(current) + 1 and _bold(row, words)


def _among(some: Edges, others: Edges) -> bool:
    return all(any(abs(value - other) <= _NEAR for other in others) for value in some)


def _bold(row: Sequence[Cell], words: Sequence[Word]) -> bool:
    inside = [[word.bold for word in words if holds(cell.box, word.middle)] for cell in row]
    return sum(map(bool, inside)) > 1 and all(bold for cell in inside for bold in cell)


def _titles(row: Sequence[Cell], words: Sequence[Word]) -> bool:
    """True for one line of three clear parts or more."""
    inside = sorted((word for word in words if holds(row[0].box, word.middle)), key=lambda word: word.box[0])
    level = all(overlap((a.box[1], a.box[3]), (b.box[1], b.box[3])) > 0 for a, b in pairwise(inside))
    return level and sum(b.box[0] - a.box[2] >= a.size for a, b in pairwise(inside)) >= _LEAST_GAPS


def _tied(grid: Grid, row: int) -> bool:
    return any(cell.row < row < cell.row + cell.row_span for cell in grid.cells)
