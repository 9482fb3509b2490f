"""Columns without rulings: gutters of white space down the page part a table's cells, or columns of running text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pepinsight.documents.document import Box
from pepinsight.documents.geometry import Word, around
from pepinsight.documents.pdf_grid import Cell, FilledCell, PageTable
from pepinsight.documents.pdf_lines import Paragraph, PrintedLine, fits_after, make_lines, make_paragraphs

_GAP = 0.45
"""A gutter is wider than this many font sizes; the space between words is about 0.28."""
_STRONG_GAP = 2.0
_ALIGNED = 2.0
"""Words that start within this many points of each other stand in one column."""
_FULL = 0.72
"""Columns of running text fill this share of their width, line for line; labels and values do not."""
_LABEL_AND_VALUE = re.compile(r"[^:]{2,80}:\s*\S")

Row = list[PrintedLine | None]


@dataclass(frozen=True, slots=True)
class _Gutter:
    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def read_stretch(
    lines: Sequence[PrintedLine], steps: Mapping[int, float], rulings: Sequence[Box] = ()
) -> list[Paragraph | PageTable]:
    """Lines between two ruled tables to paragraphs and unruled tables, in reading order."""
    parts: list[Paragraph | PageTable] = []
    plain: list[PrintedLine] = []
    start = 0
    while start < len(lines):
        end, gutters = _columns_from(lines, start)
        if not gutters:
            plain.append(lines[start])
            start += 1
            continue
        above: list[PrintedLine] = []
        while plain and _heads_a_column(plain[-1], lines[start - len(above)], gutters):
            above.insert(0, plain.pop())
        start -= len(above)
        parts += make_paragraphs(plain, steps)
        plain = []
        parts += _read_columns(lines[start:end], gutters, steps, rulings)
        start = end
    return parts + make_paragraphs(plain, steps)


def _heads_a_column(line: PrintedLine, below: PrintedLine, gutters: list[_Gutter]) -> bool:
    """True for a line right of a gutter that starts higher than the columns beside it."""
    return line.box[0] >= gutters[0].right - 1 and below.box[1] - line.box[3] < 0.5 * line.size


def _columns_from(lines: Sequence[PrintedLine], start: int) -> tuple[int, list[_Gutter]]:
    """Where the columns that begin at ``start`` end, and the gutters between them; no gutters for plain text."""
    runs = [_follow(lines, start, gutter) for gutter in _gutters_of(lines, start)]
    found = [run for run in runs if run is not None]
    if not found:
        return start, []
    end = max(reach for reach, _ in found)
    return end, sorted((gutter for reach, gutter in found if reach == end), key=lambda gutter: gutter.left)


def _gutters_of(lines: Sequence[PrintedLine], start: int) -> list[_Gutter]:
    line = lines[start]
    gutters = [
        _Gutter(before.box[2], after.box[0])
        for before, after in pairwise(line.words)
        if after.box[0] - before.box[2] >= _GAP * line.size and not (line.bulleted and before is line.words[0])
    ]
    if start + 1 < len(lines):
        below = lines[start + 1]
        if below.page == line.page and below.box[1] < line.box[3] - 0.2 * line.size:
            left, right = sorted((line.box, below.box))
            if right[0] - left[2] >= _GAP * line.size:
                gutters.append(_Gutter(left[2], right[0]))
    return gutters


def _follow(lines: Sequence[PrintedLine], start: int, gutter: _Gutter) -> tuple[int, _Gutter] | None:
    """Follows a gutter down the lines: the index after the last that keeps it, and what is left of its width.

    None when it is no gutter: too few lines with words on both sides, or words that do not align beside it.
    """
    left, right = gutter.left, gutter.right
    both, lefts, rights, end = 0, 0, 0, start
    first_start = right
    for index in range(start, len(lines)):
        line = lines[index]
        if index > start and line.box[1] - lines[index - 1].box[3] > 3.0 * line.size:
            break
        if line.size > 1.1 * lines[start].size and line.bold:
            break
        inside = _gap_at(line, left, right)
        if inside is None:
            break
        new_left, new_right = max(left, inside.left), min(right, inside.right)
        has_left, has_right = line.box[0] < new_left + 0.01, line.box[2] > new_right - 0.01
        apart = new_right - new_left
        if apart < _GAP * line.size:
            break
        aside = abs(inside.right - first_start)
        if has_left and has_right and _ALIGNED < aside < _STRONG_GAP * line.size and apart < _STRONG_GAP * line.size:
            break
        left, right, end = new_left, new_right, index + 1
        both += has_left and has_right
        lefts += has_left
        rights += has_right
    while end > start and not _crosses(lines[end - 1], left, right) and not _touches(lines, end - 1, left, right):
        end -= 1
    enough = both >= 2 or (min(lefts, rights) >= 2 and both + lefts + rights >= 5)
    return (end, _Gutter(left, right)) if enough and end - start >= 2 else None


def _crosses(line: PrintedLine, left: float, right: float) -> bool:
    return line.box[0] < left and line.box[2] > right


def _touches(lines: Sequence[PrintedLine], index: int, left: float, right: float) -> bool:
    """True for a line on one side of the gutter that closely follows the lines of its column."""
    line = lines[index]
    if line.box[0] > right - 1:
        return True
    above = lines[index - 1]
    return line.box[1] - above.box[3] < 0.6 * line.size and line.box[2] - line.box[0] > 0


def _gap_at(line: PrintedLine, left: float, right: float) -> _Gutter | None:
    """The line's white space around the gutter; None when words stand all across it."""
    if line.box[2] <= right:
        return _Gutter(line.box[2], float("inf")) if line.box[2] < right else None
    if line.box[0] >= left:
        return _Gutter(float("-inf"), line.box[0])
    for before, after in pairwise(line.words):
        if before.box[2] < right and after.box[0] > left and after.box[0] - before.box[2] >= _GAP * line.size:
            return _Gutter(before.box[2], after.box[0])
    return None


def _read_columns(
    lines: Sequence[PrintedLine], gutters: list[_Gutter], steps: Mapping[int, float], rulings: Sequence[Box]
) -> list[Paragraph | PageTable]:
    columns = _split(lines, gutters)
    if _running_text(columns, gutters):
        return [paragraph for column in columns for paragraph in make_paragraphs(column, steps)]
    rows = _rows(lines, gutters, steps, rulings)
    cells = [line for row in rows for cell in row for line in cell[:1]]
    if sum(_LABEL_AND_VALUE.match(line.text) is not None for line in cells) > 0.6 * len(cells):
        return [paragraph for row in rows for cell in row for paragraph in make_paragraphs(cell, steps)]
    return [_table(rows, gutters, steps)]


def _split(lines: Sequence[PrintedLine], gutters: list[_Gutter]) -> list[list[PrintedLine]]:
    """The words of each column as lines of their own, each with its column's right edge."""
    words: list[list[Word]] = [[] for _ in range(len(gutters) + 1)]
    for line in lines:
        for word in line.words:
            words[sum(word.box[0] >= gutter.middle for gutter in gutters)].append(word)
    ends = [gutter.left for gutter in gutters] + [max(line.right for line in lines)]
    return [make_lines(column, lines[0].page, end) for column, end in zip(words, ends, strict=True)]


def _running_text(columns: list[list[PrintedLine]], gutters: list[_Gutter]) -> bool:
    """True when every column is full lines of prose, as in a newsletter."""
    for column, gutter in zip(columns, [*gutters, None], strict=True):
        if len(column) < 3:
            return False
        left = min(line.box[0] for line in column)
        width = (gutter.left if gutter else max(line.box[2] for line in column)) - left
        full = sum((line.box[2] - left) / width for line in column) / len(column)
        words = sum(len(line.words) for line in column) / len(column)
        if full < _FULL or words < 4:
            return False
    return True


def _rows(
    lines: Sequence[PrintedLine], gutters: list[_Gutter], steps: Mapping[int, float], rulings: Sequence[Box]
) -> list[list[list[PrintedLine]]]:
    """Rows of cells of lines. A row starts at a ruling, at a gap, or where the first column starts afresh."""
    rows: list[list[list[PrintedLine]]] = []
    previous: PrintedLine | None = None
    for line in lines:
        cells: Row = [None] * (len(gutters) + 1)
        for number, column in enumerate(_split([line], gutters)):
            cells[number] = column[0] if column else None
        if previous is None or _new_row(previous, line, cells, rows[-1], gutters, steps, rulings):
            rows.append([[] for _ in cells])
        for number, cell in enumerate(cells):
            if cell is not None:
                rows[-1][number].append(PrintedLine(cell.page, cell.words, _right(number, gutters, lines)))
        previous = line
    return rows


def _right(number: int, gutters: list[_Gutter], lines: Sequence[PrintedLine]) -> float:
    return gutters[number].left if number < len(gutters) else max(line.right for line in lines)


def _new_row(
    previous: PrintedLine,
    line: PrintedLine,
    cells: Row,
    row: list[list[PrintedLine]],
    gutters: list[_Gutter],
    steps: Mapping[int, float],
    rulings: Sequence[Box],
) -> bool:
    between = previous.box[3] - 2, line.box[1] + 2
    if any(between[0] <= box[1] <= between[1] and box[2] - box[0] > box[3] - box[1] for box in rulings):
        return True
    first = cells[0]
    if first is None:
        return False
    usual = min(max(steps.get(round(line.size), 0.0), 1.1 * line.size), 1.35 * line.size)
    if line.baseline - previous.baseline > 1.25 * usual or not row[0]:
        return True
    above = row[0][-1]
    return fits_after(PrintedLine(above.page, above.words, gutters[0].right - _GAP * line.size), first)


def _table(rows: list[list[list[PrintedLine]]], gutters: list[_Gutter], steps: Mapping[int, float]) -> PageTable:
    lines = [line for row in rows for cell in row for line in cell]
    outer = around(line.box for line in lines)
    xs = [outer[0], *(gutter.middle for gutter in gutters), outer[2]]
    tops = [min(line.box[1] for cell in row for line in cell) for row in rows]
    ys = [*tops, outer[3]]
    page = lines[0].page
    cells = []
    for number, row in enumerate(rows):
        for column, cell_lines in enumerate(row):
            box = (xs[column], ys[number], xs[column + 1], ys[number + 1])
            cell = Cell(box, number, column)
            cells.append(FilledCell(cell, page, tuple(make_paragraphs(cell_lines, steps))))
    return PageTable(page, outer, tuple(cells))
