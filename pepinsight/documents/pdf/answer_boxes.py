"""Shaded boxes of answers with their labels at the left, outside of any box: rows of two cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from pepinsight.documents.document import Box
from pepinsight.documents.pdf.geometry import Page, Word, holds
from pepinsight.documents.pdf.grid import Cell, Grid, make_grid

_FEWEST = 4
"""Boxes below one another on a page that have such labels; fewer may stand beside anything."""
_SAME_SIDE = 3.0
_GAP = 1.6
"""Words further apart than this many font sizes are not of one label."""
_CLOSE = 160.0
"""Points, at most, from the end of a label's longest line to its box: the width of a column of labels."""
_MOST_WORDS = 16
_NEXT = 14.0
"""Rows at most this many points apart are one table."""


def with_labels(grids: Sequence[Grid], boxes: Sequence[Box], page: Page) -> list[Grid]:
    """The grids with each column of answer boxes joined to the labels beside it, where these are set in bold and
    align. ``boxes`` hold a single word, or none: only a label makes answers of them."""
    bare = [Grid((Cell(box, 0, 0),)) for box in boxes]
    alone = [grid for grid in (*grids, *bare) if len({cell.column for cell in grid.cells}) == 1]
    if not alone or not any(word.bold for word in page.words):
        return list(grids)
    tabled = [grid.box for grid in (*grids, *bare)]
    free = [word for word in page.words if not any(holds(box, word.middle) for box in tabled)]
    labelled: dict[tuple[int, int], list[tuple[Box, Box, Grid]]] = defaultdict(list)
    for grid in alone:
        for cell in grid.cells:
            label = _label(cell.box, free)
            if label is not None:
                key = round(label[0] / _SAME_SIDE), round(cell.box[0] / _SAME_SIDE)
                labelled[key].append((label, cell.box, grid))
    joined: dict[int, list[tuple[Box, Box]]] = defaultdict(list)
    for column in labelled.values():
        if len(column) >= _FEWEST:
            for label, box, grid in column:
                joined[id(grid)].append((label, box))
    whole = [grid for grid in alone if len(joined.get(id(grid), ())) == len(grid.cells)]
    kept = [grid for grid in grids if not any(grid is other for other in whole)]
    rows = sorted((row for grid in whole for row in joined[id(grid)]), key=lambda row: row[1][1])
    return kept + [make_grid(box for row in run for box in row) for run in _runs(rows)]


def _label(box: Box, words: Sequence[Word]) -> Box | None:
    """The cell of the label right beside a box: as high as the box, from the label's left edge to the box's."""
    level = [word for word in words if box[1] <= word.middle[1] <= box[3] and word.box[2] <= box[0] + 1]
    lines: dict[int, list[Word]] = defaultdict(list)
    for word in level:
        lines[round(word.box[3] / 2)].append(word)
    nearest = [_last_run(sorted(line, key=lambda word: word.box[0])) for line in lines.values()]
    left = max((run[0].box[0] for run in nearest), default=0.0)
    label = [word for run in nearest if left - run[0].box[0] <= _SAME_SIDE for word in run]  # no title further left
    if not label or len(label) > _MOST_WORDS or not all(word.bold for word in label):
        return None
    if box[0] - max(word.box[2] for word in label) > _CLOSE:
        return None
    return left - 1, box[1], box[0], box[3]


def _last_run(line: Sequence[Word]) -> Sequence[Word]:
    """The words at the end of a line that stand together."""
    start = len(line) - 1
    while start and line[start].box[0] - line[start - 1].box[2] < _GAP * line[start].size:
        start -= 1
    return line[start:]


def _runs(rows: Sequence[tuple[Box, Box]]) -> list[list[tuple[Box, Box]]]:
    """The rows that follow one another closely in the same columns."""
    runs: list[list[tuple[Box, Box]]] = [[rows[0]]] if rows else []
    for above, row in pairwise(rows):
        near = row[1][1] - above[1][3] <= _NEXT
        if near and abs(row[0][0] - above[0][0]) <= _SAME_SIDE and abs(row[1][0] - above[1][0]) <= _SAME_SIDE:
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs
