"""Titles of a form's parts that stand in a narrow column at the left, each beside all the rows of its part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pepinsight.documents.document import Box
from pepinsight.documents.pdf.geometry import Page, Word, holds
from pepinsight.documents.pdf.grid import Cell, Grid, make_grid
from pepinsight.documents.pdf.lines import Paragraph, make_lines
from pepinsight.documents.pdf.rulings import enclosed_cells

_SAME_SIDE = 2.5
_WIDEST = 0.3
"""The column takes up at most this share of the page's width."""
_MOST_WORDS = 25
_LEAST = 3
"""So many titles in one column, beside rows of different columns: those that head the rows of one table are alike."""
_SPANNING = 0.5
"""At least this share of the cells in the column stands beside several rows."""


@dataclass(frozen=True)
class _Title:
    """A cell of a grid's first column, the page on which it stands, and where the columns of the rows beside it start,
    to the nearest few points."""

    cell: Cell
    page: Page
    columns: tuple[int, ...]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """What it says."""
        return tuple(word for word in self.page.words if holds(self.cell.box, word.middle))


def side_column(pages: Sequence[Page], grids: Sequence[Sequence[Grid]]) -> tuple[float, float] | None:
    """Left and right edge of the column in which the form's parts have their titles, None where it has none."""
    found: list[tuple[tuple[float, float], list[_Title]]] = []
    for page, page_grids in zip(pages, grids, strict=True):
        for grid in page_grids:
            firsts = [cell for cell in grid.cells if cell.column == 0]
            if not _may_hold_titles(grid, firsts, page):
                continue
            sides = firsts[0].box[0], firsts[0].box[2]
            titles = list(_titles(grid, firsts, page))
            for others, gathered in found:
                if max(abs(a - b) for a, b in zip(sides, others, strict=True)) <= _SAME_SIDE:
                    gathered += titles
                    break
            else:
                found.append((sides, titles))
    return next((sides for sides, titles in found if _are_titles(titles)), None)


def _may_hold_titles(grid: Grid, firsts: Sequence[Cell], page: Page) -> bool:
    if grid.parent is not None or len(grid.cells) == len(firsts):
        return False
    x0, x1 = firsts[0].box[0], firsts[0].box[2]
    alike = all(max(abs(cell.box[0] - x0), abs(cell.box[2] - x1)) <= _SAME_SIDE for cell in firsts)
    return alike and x1 - x0 <= _WIDEST * page.width


def _titles(grid: Grid, firsts: Sequence[Cell], page: Page) -> Iterator[_Title]:
    for cell in firsts:
        if cell.row_span == 1:
            yield _Title(cell, page, ())
            continue
        beside = [other for other in grid.cells if other.column and cell.row <= other.row < cell.row + cell.row_span]
        yield _Title(cell, page, tuple(sorted({round(other.box[0] / _SAME_SIDE) for other in beside})))


def _are_titles(titles: Sequence[_Title]) -> bool:
    spanning = [title for title in titles if title.cell.row_span > 1]
    if len(spanning) < max(_LEAST, _SPANNING * len(titles)):
        return False
    named = [title for title in spanning if title.words]
    return (
        len(named) >= _LEAST
        and len({title.columns for title in named}) > 1
        and all(_set_apart(title.words) for title in titles if title.words)
    )


def _set_apart(words: Sequence[Word]) -> bool:
    """True for a few words in bold letters or set on their side."""
    return len(words) <= _MOST_WORDS and (all(word.bold for word in words) or not any(word.upright for word in words))


def without_side(
    page: Page, grids: Sequence[Grid], sides: tuple[float, float]
) -> tuple[tuple[Grid, ...], list[tuple[Box, Paragraph]]]:
    """The page's grids without the column of titles, a grid for each part; and the titles, each with its box.

    A part of a single row without a line around it is no grid: its title stands in a box of the same sides.
    """
    parts: list[tuple[int, Grid]] = []
    boxes = {box for box in enclosed_cells(page.rulings)[0] if _between(box, sides)}
    for index, grid in enumerate(grids):
        firsts = [cell for cell in grid.cells if cell.column == 0 and _between(cell.box, sides)]
        boxes |= {cell.box for cell in firsts}
        if not firsts or len(firsts) == len(grid.cells):
            parts += [(index, grid)] if not firsts else []
            continue
        rest = [cell for cell in grid.cells if cell not in firsts]
        for first in firsts:
            own = [cell.box for cell in rest if first.row <= cell.row < first.row + first.row_span]
            parts += [(index, Grid(make_grid(own).cells, grid.parent))] if own else []
        above = [cell.box for cell in rest if not any(f.row <= cell.row < f.row + f.row_span for f in firsts)]
        parts += [(index, Grid(make_grid(above).cells, grid.parent))] if above else []
    return _with_parents(parts), list(_paragraphs(page, boxes, sides))


def _paragraphs(page: Page, boxes: set[Box], sides: tuple[float, float]) -> Iterator[tuple[Box, Paragraph]]:
    for box in sorted(boxes, key=lambda box: box[1]):
        words = [word for word in page.words if holds(box, word.middle)]
        if words and _set_apart(words):
            lines = make_lines(words, page.number, sides[1])
            yield box, Paragraph(tuple(lines), title=True)


def _between(box: Box, sides: tuple[float, float]) -> bool:
    return abs(box[0] - sides[0]) <= _SAME_SIDE and abs(box[2] - sides[1]) <= _SAME_SIDE


def _with_parents(parts: Sequence[tuple[int, Grid]]) -> tuple[Grid, ...]:
    """The grids in order, each with the new number of the one in which it stands."""
    parts = sorted(parts, key=lambda part: (part[1].box[1], part[1].box[0]))
    placed = []
    for _, grid in parts:
        x0, top, x1, foot = grid.box
        middle = (x0 + x1) / 2, (top + foot) / 2
        around_it = [new for new, (old, other) in enumerate(parts) if old == grid.parent and holds(other.box, middle)]
        placed.append(replace(grid, parent=around_it[0] if around_it else None))
    return tuple(placed)
