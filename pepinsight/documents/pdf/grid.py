"""Tables as they stand on a page: a grid of cells, and the same with its words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from pepinsight.documents.document import Box
from pepinsight.documents.pdf.geometry import around
from pepinsight.documents.pdf.lines import Paragraph

_SAME = 1.5
"""Edges this many points apart are one edge of the grid."""


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

    @cached_property
    def _tops(self) -> list[float]:
        return [cell.box[1] for cell in self._from_top]

    @cached_property
    def _from_top(self) -> list[Cell]:
        return sorted(self.cells, key=lambda cell: cell.box[1])

    def cell_at(self, point: tuple[float, float]) -> Cell | None:
        """The smallest cell that holds the point."""
        x, y = point
        best = None
        for cell in self._from_top[: bisect_right(self._tops, y)]:
            x0, _, x1, bottom = cell.box
            if x0 <= x <= x1 and y <= bottom and (best is None or area(cell.box) < area(best.box)):
                best = cell
        return best


@dataclass(frozen=True)
class FilledCell:
    """A cell with its paragraphs on one page."""

    cell: Cell
    page: int
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True)
class PageTable:
    """A table as it stands on one page; ``inner`` are tables nested in its cells.

    ``ruled`` is False where only white space parts its columns: nothing shows then where the last one ends.
    """

    page: int
    box: Box
    cells: tuple[FilledCell, ...]
    inner: tuple[PageTable, ...] = ()
    ruled: bool = True

    @property
    def text(self) -> str:
        """All its words, without those of nested tables."""
        return " ".join(filled.text for filled in self.cells)


def make_grid(boxes: Iterable[Box]) -> Grid:
    """The grid that the boxes of cells make up, by the edges that they share."""
    boxes = list(boxes)
    xs = _distinct(value for box in boxes for value in (box[0], box[2]))
    ys = _distinct(value for box in boxes for value in (box[1], box[3]))
    cells = []
    for box in boxes:
        column, row = _index(xs, box[0]), _index(ys, box[1])
        spans = _index(ys, box[3]) - row, _index(xs, box[2]) - column
        cells.append(Cell(box, row, column, max(spans[0], 1), max(spans[1], 1)))
    return Grid(tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def _distinct(values: Iterable[float]) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _SAME:
            kept.append(value)
    return kept


def _index(edges: list[float], value: float) -> int:
    return min(bisect_left(edges, value - _SAME), len(edges) - 1)


def area(box: Box) -> float:
    """Width times height."""
    return (box[2] - box[0]) * (box[3] - box[1])
