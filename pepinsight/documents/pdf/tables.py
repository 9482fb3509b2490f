"""Ruled tables on a page: their cells, each with its place in the grid, and the words in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from pepinsight.documents.document import Box
from pepinsight.documents.pdf.answer_boxes import with_labels
from pepinsight.documents.pdf.geometry import Page, Word, holds, is_pale, middle_of
from pepinsight.documents.pdf.grid import Cell, Grid, area, make_grid
from pepinsight.documents.pdf.rulings import enclosed_cells
from pepinsight.documents.pdf.stacks import unstacked

_SLIVER = 6.5
"""A cell narrower or lower than this many points has no room for words."""
_DOUBLE_RULE = 3.2
"""The two lines of a double rule are less than this many points apart."""
_WIDE = 60.0
"""A box wider than this many points is one to write in, though it holds a single word."""
_MARGIN = 22.0
"""A column narrower than this many points, and without any word, is the space between a frame and what it holds."""
_SAME_SIDE = 2.0
_PANELS = 3
"""Frames alike, titled in larger letters and with labels in them, from which on they are parts of the form."""
_THROUGH = 0.25
"""A line runs through a word where this share of its height is left above and below."""
_LARGER = 1.12
"""A title's letters are this much larger than the text below it."""

Sides = frozenset[tuple[int, int]]
"""The left and right sides of boxes, in whole points."""


def panel_sides(pages: Iterable[Page]) -> Sides:
    """Where the frames stand that are parts of the form, not tables: with a title bar over them or set in their top."""
    sure: set[tuple[int, int]] = set()
    titled: Counter[tuple[int, int]] = Counter()
    for page in pages:
        cells, tables = enclosed_cells(page.rulings)
        alone = set(cells).difference(*tables)
        sure |= {_sides(box) for box in alone if any(word.bold and _is_set_in(word.box, box) for word in page.words)}
        for table in tables:
            if _is_panel(table, tables, cells, page.words):
                sure.add(_sides(table[0]))
            elif _is_titled(table, page.words) and any(
                word.bold for word in page.words if holds(_frame(table), word.middle)
            ):
                titled[_sides(table[0])] += 1
    return frozenset(sure | {sides for sides, count in titled.items() if count >= _PANELS})


def find_grids(page: Page, panels: Sides = frozenset()) -> tuple[Grid, ...]:
    """The page's ruled tables, from the top; a table in a cell of another names it as its parent.

    ``panels`` are the sides of the document's panels: a frame between them is one, or what the page before left of one.
    """
    cells, tables = enclosed_cells(page.rulings)
    grids: list[Grid] = []
    for table in tables:
        if _is_panel(table, tables, cells, page.words) or (
            _is_titled(table, page.words) and _is_one_of(table[0], panels)
        ):
            continue
        kept = _without_slivers(table, page.words)
        for part in _apart(kept, set(table) - set(kept)):
            boxes = _without_margins(part, page.words)
            if len(boxes) > 1:
                for grid in _unwrapped(make_grid(boxes), page.words):
                    grids += (below for one in unstacked(grid, page.words) if (below := _untitled(one, page.words)))
    frames = [frame for frame in _frames(cells, grids, page) if not _is_one_of(frame.box, panels)]
    grids = with_labels([*grids, *frames], _bare(cells, [*grids, *frames], page), page)
    grids.sort(key=lambda grid: (grid.box[1], grid.box[0]))
    return tuple(Grid(grid.cells, _parent(grid, index, grids)) for index, grid in enumerate(grids))


def words_by_cell(
    grids: tuple[Grid, ...], words: Iterable[Word]
) -> tuple[dict[tuple[int, int, int], list[Word]], list[Word]]:
    """Words by (grid's index, row, column) of the innermost cell around their middle, and those outside all tables."""
    inside: dict[tuple[int, int, int], list[Word]] = {}
    outside: list[Word] = []
    order = [(index, grids[index].box) for index in sorted(range(len(grids)), key=lambda i: area(grids[i].box))]
    for word in words:
        x, y = point = word.middle
        for index, (x0, top, x1, bottom) in order:
            if x0 <= x <= x1 and top <= y <= bottom and (cell := grids[index].cell_at(point)):
                inside.setdefault((index, cell.row, cell.column), []).append(word)
                break
        else:
            outside.append(word)
    return inside, outside


def _is_panel(
    table: Sequence[Box], tables: Sequence[Sequence[Box]], cells: Sequence[Box], words: Sequence[Word]
) -> bool:
    """True for a title bar over a frame around several boxes, or, white on a dark ground, over a frame around a table:
    one part of the form, and no table."""
    if not _is_one_column(table):
        return False
    mine = set(table)
    inside = {other for other in cells if other not in mine and any(_within(other, box) for box in table)}
    title = [word for word in words if holds(min(table, key=lambda box: box[1]), word.middle)]
    barred = bool(title) and all(is_pale(word.colour) for word in title)
    return bool(inside) and (barred or not any(inside <= set(other) for other in tables))


def _is_titled(table: Sequence[Box], words: Sequence[Word]) -> bool:
    """True for a title in a bar over one frame, in larger letters than all that stands there."""
    if len(table) != 2 or not _is_one_column(table):
        return False
    title = [word for word in words if holds(min(table, key=lambda box: box[1]), word.middle)]
    return _is_larger(title, [word for word in words if holds(_frame(table), word.middle)])


def _frame(table: Sequence[Box]) -> Box:
    return max(table, key=lambda box: box[1])


def _is_one_column(table: Sequence[Box]) -> bool:
    return all(_is_aligned(box, table[0][0], table[0][2]) for box in table)


def _is_larger(title: Sequence[Word], below: Sequence[Word]) -> bool:
    """Whether a title is set in bold letters larger than all of what stands below it."""
    if not title or not below or not all(word.bold for word in title):
        return False
    return min(word.size for word in title) >= _LARGER * max(word.size for word in below)


def _is_set_in(legend: Box, box: Box) -> bool:
    """True for a word that the top side of a box runs through."""
    across = legend[1] + _THROUGH * (legend[3] - legend[1]) < box[1] < legend[3] - _THROUGH * (legend[3] - legend[1])
    return across and box[0] < legend[0] and legend[2] < box[2]


def _sides(box: Box) -> tuple[int, int]:
    return round(box[0]), round(box[2])


def _is_one_of(box: Box, sides: Sides) -> bool:
    return any(_is_aligned(box, x0, x1) for x0, x1 in sides)


def _is_aligned(box: Box, x0: float, x1: float) -> bool:
    return abs(box[0] - x0) <= _SAME_SIDE and abs(box[2] - x1) <= _SAME_SIDE


def _without_slivers(boxes: Sequence[Box], words: Sequence[Word]) -> list[Box]:
    """The cells without the gaps that double rules and nested tables leave: too small for a word, and without one."""
    slivers = {box for box in boxes if box[2] - box[0] < _SLIVER or box[3] - box[1] < _SLIVER}
    for word in words if slivers else ():
        slivers = {box for box in slivers if not holds(box, word.middle)}
    return [box for box in boxes if box not in slivers]


def _apart(boxes: list[Box], slivers: set[Box]) -> list[list[Box]]:
    """The cells of a table, parted where a gap runs all across it that is no double rule: boxes set close together."""
    x0, x1 = min((box[0] for box in boxes), default=0.0), max((box[2] for box in boxes), default=0.0)
    gaps = sorted(
        box[1]
        for box in slivers
        if box[3] - box[1] >= _DOUBLE_RULE and abs(box[0] - x0) <= _SAME_SIDE and abs(box[2] - x1) <= _SAME_SIDE
    )
    parts: list[list[Box]] = [[] for _ in range(len(gaps) + 1)]
    for box in boxes:
        parts[sum(box[1] >= gap for gap in gaps)].append(box)
    return [part for part in parts if part]


def _without_margins(boxes: list[Box], words: Sequence[Word]) -> list[Box]:
    """The cells without the strips between a frame and the boxes in it: narrow, and none above or below with a word."""
    strips = {box for box in boxes if box[2] - box[0] < _MARGIN}
    filled = [box for box in strips if any(holds(box, word.middle) for word in words)]
    columns = {(round(box[0]), round(box[2])) for box in filled}
    return [box for box in boxes if box not in strips or (round(box[0]), round(box[2])) in columns]


def _frames(cells: Sequence[Box], grids: Sequence[Grid], page: Page) -> list[Grid]:
    """Boxes by themselves, as a form draws around an answer: tables of one cell.

    Not a banner around a bold heading, nor a border around a table, around much of the page or around a whole part of
    the form, whose title opens it in larger letters.
    """
    frames = []
    tabled = {cell.box for grid in grids for cell in grid.cells}
    for box in cells:
        if box in tabled or min(box[2] - box[0], box[3] - box[1]) < _SLIVER or box[3] - box[1] > 0.5 * page.height:
            continue
        if not _stands_alone(box, cells, grids):
            continue
        words = [word for word in page.words if holds(box, word.middle)]
        beside = _stands_beside(box, cells)
        worded = any(not word.bold for word in words) or (beside and len(words) > 1)
        enough = len(words) > 1 or (beside and box[2] - box[0] > _WIDE)
        if worded and enough and not _opens_with_title(words):
            frames.append(Grid((Cell(box, 0, 0),)))
    return frames


def _bare(cells: Sequence[Box], grids: Sequence[Grid], page: Page) -> list[Box]:
    """Boxes outside of all tables that hold nothing but a word."""
    roomy = (box for box in cells if min(box[2] - box[0], box[3] - box[1]) >= _SLIVER)
    free = (box for box in roomy if _stands_alone(box, cells, grids))
    return [box for box in free if sum(holds(box, word.middle) for word in page.words) <= 1]


def _untitled(grid: Grid, words: Sequence[Word]) -> Grid | None:
    """The grid without a dark bar that touches its first row, in which a part's title stands in pale letters, larger
    than all below it: the same bar heads other parts at some distance. None where nothing else is left."""
    top = [cell for cell in grid.cells if cell.row == 0]
    title = [word for word in words if holds(top[0].box, word.middle)]
    below = [word for word in words if holds(grid.box, word.middle) and word not in title]
    if len(top) > 1 or not all(is_pale(word.colour) for word in title) or not _is_larger(title, below):
        return grid
    return make_grid(cell.box for cell in grid.cells if cell.row > 0)


def _stands_alone(box: Box, cells: Sequence[Box], grids: Sequence[Grid]) -> bool:
    """True for a box in no table, around none, and around no other box."""
    tabled = any(holds(box, middle_of(grid.box)) or holds(grid.box, middle_of(box)) for grid in grids)
    return not tabled and not any(_within(other, box) for other in cells)


def _stands_beside(box: Box, cells: Sequence[Box]) -> bool:
    """True where another box begins at the same height: a label whose answer the next page holds, and no banner."""
    return any(
        abs(other[1] - box[1]) <= _SAME_SIDE and (other[0] >= box[2] or box[0] >= other[2])
        for other in cells
        if other != box
    )


def _opens_with_title(words: Sequence[Word]) -> bool:
    """True where the first line is set in larger letters than all the lines below it."""
    first = min(words, key=lambda word: word.box[1])
    below = [word.size for word in words if word.box[1] > first.middle[1]]
    return bool(below) and first.size >= _LARGER * max(below)


def _unwrapped(grid: Grid, words: Sequence[Word]) -> list[Grid]:
    """Parts a grid from a cell of it that holds the others: a nested table drawn edge to edge with its cell.

    A single cell around the nested table, or one that holds nothing else, is no table by itself.
    """
    wrappers = [
        cell
        for cell in grid.cells
        if min(cell.row_span, cell.column_span) > 1
        and any(other is not cell and holds(cell.box, middle_of(other.box)) for other in grid.cells)
    ]
    if not wrappers:
        return [grid]
    margins = {wrapper.box for wrapper in wrappers if _runs_out(wrapper, grid)}
    if margins:
        return _unwrapped(make_grid(cell.box for cell in grid.cells if cell.box not in margins), words)
    inner = [
        cell.box
        for cell in grid.cells
        if cell not in wrappers and any(holds(wrapper.box, middle_of(cell.box)) for wrapper in wrappers)
    ]
    outer = [cell.box for cell in grid.cells if cell.box not in inner]
    said = [word for word in words if any(holds(box, word.middle) for box in outer)]
    own = len(outer) > 1 and any(not any(holds(box, word.middle) for box in inner) for word in said)
    return ([make_grid(outer)] if own else []) + [make_grid(inner)]


def _runs_out(wrapper: Cell, grid: Grid) -> bool:
    """True where each cell within goes on beside the wrapper in a cell as high: the rows of a table whose first column
    and the frame close around it look like a cell of their own."""
    inner = [cell.box for cell in grid.cells if cell is not wrapper and holds(wrapper.box, middle_of(cell.box))]
    outer = [cell.box for cell in grid.cells if not holds(wrapper.box, middle_of(cell.box))]
    return len(inner) > 1 and all(
        any(
            max(abs(box[1] - other[1]), abs(box[3] - other[3])) <= _SAME_SIDE
            and min(abs(box[2] - other[0]), abs(box[0] - other[2])) <= _SAME_SIDE
            for other in outer
        )
        for box in inner
    )


def _within(inner: Box, box: Box) -> bool:
    return area(inner) < area(box) and holds(box, middle_of(inner))


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
    return min(around_it, key=lambda other: area(grids[other].box)) if around_it else None
