"""Labels that stand above boxes side by side: one printed line, but each label belongs to the box below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pepinsight.documents.document import Box
from pepinsight.documents.pdf.geometry import Page, Word, holds, middle_of
from pepinsight.documents.pdf.grid import Cell, Grid
from pepinsight.documents.pdf.lines import PrintedLine, make_lines
from pepinsight.documents.pdf.rulings import enclosed_cells

_CLOSE = 0.9
"""A label stands at most this many of its font sizes above its box."""
_ALIGNED = 7.0
"""It starts within this many points of the box's left edge."""
_APART = 1.0
"""Labels of two boxes are this many font sizes apart, at least."""
_WIDEST_TICK = 60.0
"""A box wider than this many points is one to write in, though nothing stands in it."""
_LOWEST = 4.0
"""A box is at least this high, in points: what nobody wrote in may be printed no higher than its rim."""
_CAPTIONED = 3
"""Boxes of several words on a page, each below a line, from which on one of a single word is an answer too."""
_CAPTION = 16
"""Words of a line that labels a box, at most."""

Place = tuple[int, int, int]


def with_blanks(grids: tuple[Grid, ...], page: Page) -> tuple[Grid, ...]:
    """The grids, and behind them the boxes that hold a single word or none, where a line labels them and others, or
    such lines label most boxes of the page."""
    cells = enclosed_cells(page.rulings)[0]
    bare = [box for box in cells if _is_bare(box, cells, grids, page)]
    if not bare:
        return grids
    tables = [grid.box for grid in grids if len(grid.cells) > 1]
    boxes = [box for box in cells if not any(holds(table, middle_of(box)) for table in tables)]
    free = [word for word in page.words if not any(holds(grid.box, word.middle) for grid in grids)]
    lines = make_lines(free, page.number, page.width)
    labelled = _below_lines(bare, lines, grids, page)
    for line in lines:
        parts = _parts(line)
        below = {box: part[0].index for box in boxes if is_above(line, box) and (part := _label_of(box, parts))}
        if len(below) > 1 and len(set(below.values())) == len(below):
            labelled |= below.keys() & set(bare)
    return (*grids, *(Grid((Cell(box, 0, 0),)) for box in bare if box in labelled))


def _below_lines(bare: Sequence[Box], lines: Sequence[PrintedLine], grids: Sequence[Grid], page: Page) -> set[Box]:
    """The bare boxes right below a line of their own, on a page where lines stand so above fuller boxes; a bold word in
    a box is a banner."""
    full = [grid.box for grid in grids if len(grid.cells) == 1 and grid.parent is None]
    if sum(any(_heads(line, box) for line in lines) for box in full) < _CAPTIONED:
        return set()
    banners = {box for box in bare if any(word.bold and holds(box, word.middle) for word in page.words)}
    return {box for box in bare if box not in banners and any(_heads(line, box) for line in lines)}


def _heads(line: PrintedLine, box: Box) -> bool:
    said = any(map(str.isalpha, line.text)) and len(line.words) <= _CAPTION
    return said and is_above(line, box) and abs(line.box[0] - box[0]) <= _ALIGNED


def _is_bare(box: Box, cells: Sequence[Box], grids: Sequence[Grid], page: Page) -> bool:
    if box[2] - box[0] <= _WIDEST_TICK or box[3] - box[1] < _LOWEST:
        return False
    others = [*(grid.box for grid in grids), *(cell for cell in cells if cell != box)]
    if any(holds(other, middle_of(box)) or holds(box, middle_of(other)) for other in others):
        return False
    return sum(holds(box, word.middle) for word in page.words) <= 1


def with_captions(
    grids: Sequence[Grid], in_cells: Mapping[Place, list[PrintedLine]], outside: Sequence[PrintedLine]
) -> tuple[dict[Place, list[PrintedLine]], list[PrintedLine]]:
    """The lines of cells, by grid, row and column, and those outside all tables, each label moved into its box.

    Only where a line holds the labels of several boxes, filled or not: a single label reads well where it is.
    """
    alone = [(index, grid) for index, grid in enumerate(grids) if len(grid.cells) == 1 and grid.parent is None]
    boxes = {index: grid.cells[0].box for index, grid in alone}
    cells, left = dict(in_cells), []
    for line in outside:
        below = {index: box for index, box in boxes.items() if is_above(line, box)}
        parts = _parts(line)
        owned = {index: part for index, box in below.items() if (part := _label_of(box, parts)) is not None}
        if len(parts) < 2 or not owned or len({part[0].index for part in owned.values()}) < len(owned):
            left.append(line)
            continue
        taken = {part[0].index for part in owned.values()}
        for index, part in owned.items():
            cell = grids[index].cells[0]
            place = (index, cell.row, cell.column)
            cells[place] = [replace(line, words=tuple(part)), *cells.get(place, [])]
        left += [replace(line, words=tuple(part)) for part in parts if part[0].index not in taken]
    return cells, left


def is_above(line: PrintedLine, box: Box) -> bool:
    """Whether a line stands close above a box, some of it at least over the box."""
    over = line.box[0] < box[2] and box[0] < line.box[2]
    return over and -0.2 * line.size <= box[1] - line.box[3] < _CLOSE * line.size


def _parts(line: PrintedLine) -> list[list[Word]]:
    parts = [[line.words[0]]]
    for before, after in zip(line.words, line.words[1:], strict=False):
        if after.box[0] - before.box[2] >= _APART * line.size:
            parts.append([])
        parts[-1].append(after)
    return parts


def _label_of(box: Box, parts: Sequence[Sequence[Word]]) -> Sequence[Word] | None:
    """The only part of the line above the box, where it starts with it; several are the titles of columns."""
    above = [part for part in parts if part[-1].box[2] > box[0] - _ALIGNED and part[0].box[0] < box[2]]
    return above[0] if len(above) == 1 and abs(above[0][0].box[0] - box[0]) <= _ALIGNED else None
