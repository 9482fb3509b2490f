"""Ruled tables on a page: pdfplumber's TableFinder over our own geometry, and each cell's place in its grid."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from pdfplumber.table import TableFinder

from pepinsight.documents.document import Box
from pepinsight.documents.geometry import Page, Word, around, holds

_MAX_CROSSINGS = 250_000
"""Rulings across times rulings down: over this the page is a drawing, and looking for cells would take minutes."""
_SAME = 1.5
"""Edges this many points apart are one edge of the grid."""

_SLIVER = 6.5
"""A cell narrower or lower than this many points has no room for words."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a ruled table: its box, and where it stands in the grid (from 0)."""

    box: Box
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True)
class Grid:
    """A table on one page. ``parent`` is the index of the grid on the page in one of whose cells it stands."""

    cells: tuple[Cell, ...]
    parent: int | None = None

    @cached_property
    def box(self) -> Box:
        """The table's outer box."""
        return around(cell.box for cell in self.cells)

    @cached_property
    def _by_place(self) -> dict[tuple[int, int], Cell]:
        return {(cell.row, cell.column): cell for cell in self.cells}

    def at(self, row: int, column: int) -> Cell:
        """The cell whose top left stands there. Raises KeyError where none starts."""
        return self._by_place[row, column]

    def cell_at(self, point: tuple[float, float]) -> Cell | None:
        """The smallest cell that holds the point."""
        found = [cell for cell in self.cells if holds(cell.box, point)]
        return min(found, key=lambda cell: _area(cell.box)) if found else None


@dataclass(frozen=True)
class _PageForFinder:
    """What TableFinder asks of a page when it looks for rulings."""

    edges: list[dict[str, Any]]
    bbox: Box


def find_grids(page: Page) -> tuple[Grid, ...]:
    """The page's ruled tables, from the top; a table in a cell of another names it as its parent."""
    edges = [_edge(ruling) for ruling in page.rulings]
    down = sum(edge["orientation"] == "v" for edge in edges)
    if not edges or down * (len(edges) - down) > _MAX_CROSSINGS:
        return ()
    stand_in = _PageForFinder(edges, (0.0, 0.0, page.width, page.height))
    finder = TableFinder(cast(Any, stand_in))
    tables = [_without_slivers(table.cells, page.words) for table in finder.tables]
    grids = [Grid(_place(boxes)) for boxes in tables if len(boxes) > 1]
    return tuple(Grid(grid.cells, _parent(grid, index, grids)) for index, grid in enumerate(grids))


def words_by_cell(
    grids: tuple[Grid, ...], words: Iterable[Word]
) -> tuple[dict[tuple[int, int, int], list[Word]], list[Word]]:
    """Words by (grid's index, row, column) of the innermost cell around their middle, and those outside all tables."""
    inside: dict[tuple[int, int, int], list[Word]] = {}
    outside: list[Word] = []
    order = sorted(range(len(grids)), key=lambda index: _area(grids[index].box))
    for word in words:
        for index in order:
            if holds(grids[index].box, word.middle) and (cell := grids[index].cell_at(word.middle)):
                inside.setdefault((index, cell.row, cell.column), []).append(word)
                break
        else:
            outside.append(word)
    return inside, outside


def _edge(ruling: Box) -> dict[str, Any]:
    x0, top, x1, bottom = ruling
    orientation = "h" if x1 - x0 >= bottom - top else "v"
    return {
        "x0": x0, "top": top, "x1": x1, "bottom": bottom, "width": x1 - x0, "height": bottom - top,
        "orientation": orientation, "object_type": "line",
    }  # fmt: skip


def _without_slivers(boxes: list[Box], words: Sequence[Word]) -> list[Box]:
    """The cells without the gaps that double rules and nested tables leave: too small for a word, and without one."""
    slivers = {box for box in boxes if box[2] - box[0] < _SLIVER or box[3] - box[1] < _SLIVER}
    for word in words if slivers else ():
        slivers = {box for box in slivers if not holds(box, word.middle)}
    return [box for box in boxes if box not in slivers]


def _place(boxes: list[Box]) -> tuple[Cell, ...]:
    xs = _distinct(value for box in boxes for value in (box[0], box[2]))
    ys = _distinct(value for box in boxes for value in (box[1], box[3]))
    cells = []
    for box in boxes:
        column, row = _index(xs, box[0]), _index(ys, box[1])
        spans = _index(ys, box[3]) - row, _index(xs, box[2]) - column
        cells.append(Cell(box, row, column, max(spans[0], 1), max(spans[1], 1)))
    return tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))


def _distinct(values: Iterable[float]) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _SAME:
            kept.append(value)
    return kept


def _index(edges: list[float], value: float) -> int:
    return min(bisect_left(edges, value - _SAME), len(edges) - 1)


def _parent(grid: Grid, index: int, grids: list[Grid]) -> int | None:
    x0, top, x1, bottom = grid.box
    around_it = [
        other
        for other, candidate in enumerate(grids)
        if other != index
        and any(
            cell.box[0] <= x0 + 1 and cell.box[1] <= top + 1 and cell.box[2] >= x1 - 1 and cell.box[3] >= bottom - 1
            for cell in candidate.cells
        )
    ]
    return min(around_it, key=lambda other: _area(grids[other].box)) if around_it else None


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
