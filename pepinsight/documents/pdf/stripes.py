"""Tables ruled or shaded row by row only: their columns are found in the white space that runs down their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from pepinsight.documents.document import Box
from pepinsight.documents.pdf.geometry import Page, Word, around, holds
from pepinsight.documents.pdf.grid import Cell, Grid
from pepinsight.documents.pdf.gutters import shared_gutters
from pepinsight.documents.pdf.lines import PrintedLine, make_lines

_GAP, _CLEAR_GAP = 0.45, 1.0
"""Font sizes that part columns: the first in a table of many lines, the second where a few agree by chance."""
_MANY_LINES = 5
_SAME_SIDE = 2.0
_ROW_BELOW = 1.0
"""The next row of a striped table starts within this many of its highest rows."""
_PADDING = 3.0
"""A column's edge is put this many points left of where its words start, so that it is the same on every page."""


def without_stripes(grids: Sequence[Grid], page: Page) -> list[Grid]:
    """The grids less those whose boxes only shade some rows of a table: the words of such boxes stand in columns
    together with the words between two of them, or with those right below."""
    single = [grid for grid in grids if all(cell.column == 0 for cell in grid.cells)]
    single.sort(key=lambda grid: grid.box[1])
    stripes: set[int] = set()
    for above, below in zip_longest(single, single[1:]):
        x0, top, x1, foot = above.box
        limit = page.height
        if below is not None and abs(x0 - below.box[0]) <= _SAME_SIDE and abs(x1 - below.box[2]) <= _SAME_SIDE:
            between = [word for word in page.words if holds((x0, foot, x1, below.box[1]), word.middle)]
            parted = any(foot <= grid.box[1] and grid.box[3] <= below.box[1] for grid in grids)
            apart = any(len(_segments(line, _GAP * line.size)) > 1 for line in make_lines(between, page.number, x1))
            if apart and not parted and _in_columns(page, (x0, top, x1, below.box[3])):
                stripes |= {id(above), id(below)}
            limit = below.box[1]
        if id(above) not in stripes and len(above.cells) > 1:
            reach = foot + _ROW_BELOW * max(cell.box[3] - cell.box[1] for cell in above.cells)
            below_it = [word for word in page.words if holds((x0, foot, x1, min(reach, limit)), word.middle)]
            rows = make_lines(below_it, page.number, x1)[:1]
            end = rows[0].box[3] if rows else foot
            if (
                rows
                and len(_segments(rows[0], _CLEAR_GAP * rows[0].size)) > 1
                and _in_columns(page, (x0, top, x1, end))
            ):
                stripes.add(id(above))
    return [grid for grid in grids if id(grid) not in stripes]


def _in_columns(page: Page, box: Box) -> bool:
    words = [word for word in page.words if holds(box, word.middle)]
    return bool(words) and bool(shared_gutters(make_lines(words, page.number, box[2])))


def with_columns(grid: Grid, page: Page) -> Grid | None:
    """The grid, with the columns that its words show where it has none ruled.

    None for a single box around words in columns, which is better read without it.
    """
    if grid.parent is not None or any(cell.column for cell in grid.cells):
        return grid
    words = [word for word in page.words if holds(grid.box, word.middle)]
    if not words:
        return grid
    lines = make_lines(words, page.number, grid.box[2])
    if len(grid.cells) == 1:
        gaping = sum(len(_segments(line, _CLEAR_GAP * line.size)) > 1 for line in lines)
        return None if gaping > 0.6 * len(lines) else grid
    starts = _column_starts([line for line in lines if not _is_banner(line, lines[0])])
    if not starts:
        return grid
    x0, _, x1, _ = grid.box
    edges = [x0, *(start - _PADDING for start in starts), x1]
    cells: list[Cell] = []
    parted = 0
    for cell in grid.cells:
        inside = [word for word in words if holds(cell.box, word.middle)]
        if _crossed(inside, edges):
            cells.append(replace(cell, column_span=len(edges) - 1))
            continue
        parted += any(word.box[0] < edges[1] for word in inside) and any(word.box[0] >= edges[1] for word in inside)
        for column, (left, right) in enumerate(pairwise(edges)):
            cells.append(replace(cell, box=(left, cell.box[1], right, cell.box[3]), column=column))
    return Grid(tuple(cells)) if parted >= max(2, 0.5 * len(grid.cells)) else grid


def _crossed(words: Sequence[Word], edges: Sequence[float]) -> bool:
    """True when words of a row run over a column's edge, as a banner's do."""
    return any(word.box[0] < edge < word.box[2] for word in words for edge in edges[1:-1])


def _is_banner(line: PrintedLine, first: PrintedLine) -> bool:
    """True for a title that opens the table: a first line in bold letters without a gap."""
    return line is first and line.bold and len(_segments(line, _GAP * line.size)) == 1


def _column_starts(lines: Sequence[PrintedLine]) -> list[float]:
    """Where each column but the first starts: right of white space that nearly every line keeps free."""
    if len(lines) < 2:
        return []
    size = sorted(line.size for line in lines)[len(lines) // 2]
    gap = (_GAP if len(lines) >= _MANY_LINES else _CLEAR_GAP) * size
    segments = [segment for line in lines for segment in _segments(line, gap)]
    allowed = len(lines) // 8
    events = sorted([(x0, 1) for x0, _ in segments] + [(x1, -1) for _, x1 in segments])
    starts: list[float] = []
    covering, free_from = 0, None
    for x, change in events:
        if change > 0 and covering <= allowed and free_from is not None and x - free_from >= gap:
            starts.append(x)
            free_from = None
        covering += change
        if covering <= allowed and change < 0:
            free_from = x
        elif covering > allowed:
            free_from = None
    return starts


def _segments(line: PrintedLine, gap: float) -> list[tuple[float, float]]:
    """The line's stretches of words without a gap, a bullet with the words after it."""
    groups: list[list[Word]] = [[line.words[0]]]
    for number, (before, after) in enumerate(pairwise(line.words)):
        if after.box[0] - before.box[2] >= gap and not (number == 0 and line.bulleted):
            groups.append([])
        groups[-1].append(after)
    boxes = [around(word.box for word in group) for group in groups]
    return [(box[0], box[2]) for box in boxes]
