"""Ruled tables on a page: their cells, each with its place in the grid, and the words in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from pepinsight.documents.document import Box
from pepinsight.documents.geometry import Page, Word, around, holds
from pepinsight.documents.pdf_lines import Paragraph
from pepinsight.documents.pdf_rulings import enclosed_cells

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
            if x0 <= x <= x1 and y <= bottom and (best is None or _area(cell.box) < _area(best.box)):
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
    """A table as it stands on one page; ``inner`` are tables nested in its cells."""

    page: int
    box: Box
    cells: tuple[FilledCell, ...]
    inner: tuple[PageTable, ...] = ()

    @property
    def text(self) -> str:
        """All its words, without those of nested tables."""
        return " ".join(filled.text for filled in self.cells)


def find_grids(page: Page) -> tuple[Grid, ...]:
    """The page's ruled tables, from the top; a table in a cell of another names it as its parent."""
    cells, tables = enclosed_cells(page.rulings)
    grids: list[Grid] = []
    for table in tables:
        boxes = _without_slivers(table, page.words)
        if len(boxes) > 1:
            grids += _unwrapped(Grid(_place(boxes)), page.words)
    grids += _frames(cells, grids, page)
    grids.sort(key=lambda grid: (grid.box[1], grid.box[0]))
    return tuple(Grid(grid.cells, _parent(grid, index, grids)) for index, grid in enumerate(grids))


def words_by_cell(
    grids: tuple[Grid, ...], words: Iterable[Word]
) -> tuple[dict[tuple[int, int, int], list[Word]], list[Word]]:
    """Words by (grid's index, row, column) of the innermost cell around their middle, and those outside all tables."""
    inside: dict[tuple[int, int, int], list[Word]] = {}
    outside: list[Word] = []
    order = [(index, grids[index].box) for index in sorted(range(len(grids)), key=lambda i: _area(grids[i].box))]
    for word in words:
        x, y = point = word.middle
        for index, (x0, top, x1, bottom) in order:
            if x0 <= x <= x1 and top <= y <= bottom and (cell := grids[index].cell_at(point)):
                inside.setdefault((index, cell.row, cell.column), []).append(word)
                break
        else:
            outside.append(word)
    return inside, outside


def _without_slivers(boxes: list[Box], words: Sequence[Word]) -> list[Box]:
    """The cells without the gaps that double rules and nested tables leave: too small for a word, and without one."""
    slivers = {box for box in boxes if box[2] - box[0] < _SLIVER or box[3] - box[1] < _SLIVER}
    for word in words if slivers else ():
        slivers = {box for box in slivers if not holds(box, word.middle)}
    return [box for box in boxes if box not in slivers]


def _frames(cells: list[Box], grids: Sequence[Grid], page: Page) -> list[Grid]:
    """Boxes by themselves, as a form draws around an answer: tables of one cell.

    Not a banner around a bold heading, nor a border around a table or around much of the page.
    """
    frames = []
    tabled = {cell.box for grid in grids for cell in grid.cells}
    for box in cells:
        if box in tabled or min(box[2] - box[0], box[3] - box[1]) < _SLIVER or box[3] - box[1] > 0.5 * page.height:
            continue
        if any(holds(box, _middle(grid.box)) or holds(grid.box, _middle(box)) for grid in grids):
            continue
        if any(other != box and holds(box, _middle(other)) for other in cells):
            continue
        words = [word for word in page.words if holds(box, word.middle)]
        if any(not word.bold for word in words) and len(words) > 1:
            frames.append(Grid((Cell(box, 0, 0),)))
    return frames


def _unwrapped(grid: Grid, words: Sequence[Word]) -> list[Grid]:
    """Parts a grid from a cell of it that holds the others: a nested table drawn edge to edge with its cell.

    A cell that holds nothing but the nested table is no table by itself.
    """
    wrappers = [
        cell
        for cell in grid.cells
        if min(cell.row_span, cell.column_span) > 1
        and any(other is not cell and holds(cell.box, _middle(other.box)) for other in grid.cells)
    ]
    if not wrappers:
        return [grid]
    inner = [
        cell.box
        for cell in grid.cells
        if cell not in wrappers and any(holds(wrapper.box, _middle(cell.box)) for wrapper in wrappers)
    ]
    outer = [cell.box for cell in grid.cells if cell.box not in inner]
    said = [word for word in words if any(holds(box, word.middle) for box in outer)]
    own = any(not any(holds(box, word.middle) for box in inner) for word in said)
    return ([Grid(_place(outer))] if own else []) + [Grid(_place(inner))]


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


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
