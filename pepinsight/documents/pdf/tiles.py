"""Small labels, bold or pale, each right above its own answer without a box: the rows of a portal's print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pepinsight.documents.document import Box
from pepinsight.documents.pdf.captions import is_above
from pepinsight.documents.pdf.geometry import PALER, Page, Word, holds, lightness
from pepinsight.documents.pdf.grid import Grid, make_grid
from pepinsight.documents.pdf.lines import Face, PrintedLine, make_lines
from pepinsight.documents.pdf.rulings import enclosed_cells

_FEWEST = 3
"""Rows of two labels and more, from which on a form has them."""
_SMALLER = 0.92
"""A label's letters are at most this share of its answer's."""
_APART = 1.5
"""Labels side by side are this many of their font sizes apart."""
_CLOSE = 0.8
"""An answer's lines stand at most this many font sizes below what is above them."""
_ALIGNED = 3.0
"""An answer starts within this many points of its label's left edge."""
_MOST_WORDS = 16
_NEXT = 14.0
"""Rows at most this many points apart are one table."""


@dataclass(frozen=True)
class _Row:
    """Labels side by side with the lines of their answers. ``lefts`` is where each label starts."""

    label: PrintedLine
    lefts: tuple[float, ...]
    answers: tuple[PrintedLine, ...]

    @property
    def foot(self) -> float:
        return (self.answers or (self.label,))[-1].box[3]


def tile_faces(pages: Sequence[Page], grids: Sequence[Sequence[Grid]]) -> frozenset[Face]:
    """The letters of such labels, where a form has enough of them in words that stand in no table."""
    found: Counter[Face] = Counter()
    for page, tables in zip(pages, grids, strict=True):
        lines = _free_lines(page, page.words, tables)
        rows = (_row(lines, at, page) for at in range(len(lines)))
        found.update(_face(row.label) for row in rows if row is not None and len(row.lefts) > 1 and row.answers)
    return frozenset(face for face, count in found.items() if count >= _FEWEST)


def with_tiles(page: Page, words: Sequence[Word], grids: tuple[Grid, ...], faces: Collection[Face]) -> tuple[Grid, ...]:
    """The grids, and behind them those of labels in these letters, each in one cell with the answer below it; also
    where a label stands alone, or was left blank."""
    if not faces:
        return grids
    lines = _free_lines(page, words, grids)
    right = max((line.box[2] for line in lines), default=0.0) + 1
    rows: list[_Row] = []
    for at, line in enumerate(lines):
        row = _row(lines, at, page) if _face(line) in faces else None
        if row is not None and (row.answers or _is_blank(lines, at, faces)):
            rows.append(row)
    return (*grids, *(make_grid(_boxes(run, right)) for run in _runs(rows)))


def _is_blank(lines: Sequence[PrintedLine], at: int, faces: Collection[Face]) -> bool:
    """Whether what follows these labels is another label or a title; anything else stands below them as a table's rows
    stand below the titles of their columns."""
    return at + 1 == len(lines) or lines[at + 1].bold or _face(lines[at + 1]) in faces


def _free_lines(page: Page, words: Sequence[Word], grids: Iterable[Grid]) -> list[PrintedLine]:
    boxes = [grid.box for grid in grids]
    free = [word for word in words if word.upright and not any(holds(box, word.middle) for box in boxes)]
    return make_lines(free, page.number, page.width)


def _face(line: PrintedLine) -> Face:
    return round(line.size, 1), line.bold, line.words[0].colour


def _row(lines: Sequence[PrintedLine], at: int, page: Page) -> _Row | None:
    """The row of labels that a line begins, None where it holds none, stands above boxes or heads a table's columns."""
    label = lines[at]
    if not any(map(str.isalpha, label.text)) or len({word.colour for word in label.words}) > 1:
        return None
    if any(is_above(label, box) for box in enclosed_cells(page.rulings)[0]):
        return None
    parted = (b.box[0] - a.box[2] >= _APART * label.size for a, b in pairwise(label.words))
    starts = [0, *(number for number, apart in enumerate(parted, 1) if apart)]
    ends = [*starts[1:], len(label.words)]
    if any(end - start > _MOST_WORDS for start, end in zip(starts, ends, strict=True)):
        return None
    lefts = tuple(label.words[start].box[0] for start in starts)
    answers: list[PrintedLine] = []
    for line in lines[at + 1 :]:
        above = answers[-1] if answers else label
        gap = line.box[1] - above.box[3]
        if line.bold or gap > _CLOSE * line.size or not _stands_out(label, line) or _ruled(above, line, page.rulings):
            break
        answers.append(line)
    columns = [{_column(word, lefts) for word in line.words} for line in answers]
    if any(None in told for told in columns) or sum(len(told) == len(lefts) > 1 for told in columns) > 1:
        return None  # a text as wide as the page, or the rows of a table
    return _Row(label, lefts, tuple(answers)) if _are_aligned(answers, lefts) else None


def _stands_out(label: PrintedLine, answer: PrintedLine) -> bool:
    """Whether a label's letters are smaller, and bold or paler."""
    paler = lightness(label.words[0].colour) - lightness(answer.words[0].colour) >= PALER
    return label.size <= _SMALLER * answer.size and (label.bold or paler)


def _ruled(above: PrintedLine, below: PrintedLine, rulings: Sequence[Box]) -> bool:
    """Whether a line is drawn between the two, as below the titles of columns."""
    x0, x1 = below.box[0] + 2, below.box[2] - 2
    between = (box for box in rulings if above.baseline - 1 < box[1] < below.baseline - 0.5 * below.size)
    return any(box[0] <= x0 and box[2] >= x1 and box[3] - box[1] < box[2] - box[0] for box in between)


def _column(word: Word, lefts: Sequence[float]) -> int | None:
    """The label above a word, None where the word runs over the next label's left edge or stands left of all."""
    column = sum(left - _ALIGNED <= word.box[0] for left in lefts) - 1
    crosses = column + 1 < len(lefts) and word.box[2] > lefts[column + 1] - 1
    return None if column < 0 or crosses else column


def _are_aligned(answers: Sequence[PrintedLine], lefts: Sequence[float]) -> bool:
    """Whether each answer's first words start below their label's."""
    first: dict[int | None, float] = {}
    for line in answers:
        for word in line.words:
            first.setdefault(_column(word, lefts), word.box[0])
    return all(column is not None and abs(x0 - lefts[column]) <= _ALIGNED for column, x0 in first.items())


def _runs(rows: Sequence[_Row]) -> list[list[_Row]]:
    """The rows that follow one another closely from the same left edge."""
    runs: list[list[_Row]] = []
    for row in rows:
        last = runs[-1][-1] if runs else None
        near = last is not None and row.label.box[1] - last.foot <= _NEXT
        if last is not None and near and abs(row.lefts[0] - last.lefts[0]) <= _ALIGNED:
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _boxes(rows: Sequence[_Row], right: float) -> list[Box]:
    tops = [row.label.box[1] - 0.5 for row in rows]
    left = min(row.lefts[0] for row in rows) - 1
    boxes: list[Box] = []
    for row, top, foot in zip(rows, tops, [*tops[1:], rows[-1].foot + 0.5], strict=True):
        edges = [left, *(start - 1 for start in row.lefts[1:]), right]
        boxes += [(x0, top, x1, foot) for x0, x1 in pairwise(edges)]
    return boxes
