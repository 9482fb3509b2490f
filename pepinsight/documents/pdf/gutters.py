"""Gutters: white space that runs down between the columns of a table, or of running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pepinsight.documents.pdf.lines import PrintedLine

GAP = 0.45
"""A gutter is wider than this many font sizes; the space between words is about 0.28."""
_CLEAR_GAP = 1.0
"""The same where only a few lines keep it free, as these may agree by chance."""
_MANY_LINES = 5
_BOXES = frozenset("☐☒☑□○●")
"""Options to tick stand apart in one cell."""
_APART = 1.6
"""Lines of text are not this many font sizes apart, baseline to baseline; rows of a table often are."""
_LEAST_LINES = 2
_LEAST_TITLES = 3
_STRONG_GAP = 2.0
_ALIGNED = 2.0
"""Words that start within this many points of each other stand in one column."""


@dataclass(frozen=True, slots=True)
class Gutter:
    """White space from ``left`` to ``right``."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        """Half way between the columns."""
        return (self.left + self.right) / 2


def columns_from(lines: Sequence[PrintedLine], start: int, known: Sequence[float] = ()) -> tuple[int, list[Gutter]]:
    """Where the columns that begin at ``start`` end, and the gutters between them; no gutters for plain text.

    ``known`` is where the columns start of a table that may go on here, from the page before.
    """
    if known and (going_on := _go_on(lines, start, known)):
        return going_on
    runs = [_follow(lines, start, gutter) for gutter in _gutters_of(lines, start)]
    found = [run for run in runs if run is not None]
    if not found:
        return _below_titles(lines, start) or _labels_beside(lines[start], start) or (start, [])
    ends = Counter(reach for reach, _ in found)
    end = max(ends, key=lambda reach: (ends[reach], reach))
    kept = [Gutter(gutter.left, gutter.right) for reach, gutter in found if reach >= end]
    end = _with_first_cells(lines, start, _before_others(lines, start, end), kept)
    for gutter in [*shared_gutters(lines[start:end]), *_of_header(lines[start:end])]:
        if not any(_same(gutter, other) for other in kept):
            kept.append(gutter)
    return end, sorted(kept, key=lambda gutter: gutter.left)


def _with_first_cells(lines: Sequence[PrintedLine], start: int, end: int, gutters: Sequence[Gutter]) -> int:
    """Where the columns end with the rows below that hold little but their first cell: as far apart as the rows above
    them, and farther than lines of text are."""
    while start + 2 < end < len(lines):
        before, last, line = lines[end - 2 : end + 1]
        step = line.baseline - last.baseline
        apart = step > _APART * line.size and abs(step - (last.baseline - before.baseline)) < 1.0
        alike = line.size == last.size and line.bold == last.bold and abs(line.box[0] - last.box[0]) < 1.0
        begun = [b.box[0] for a, b in pairwise(line.words) if b.box[0] - a.box[2] >= GAP * line.size]
        placed = all(any(abs(at - gutter.right) <= _ALIGNED for gutter in gutters) for at in begun)
        across = any(word.box[0] < gutter.middle < word.box[2] for word in line.words for gutter in gutters)
        if across or not (apart and alike and placed):
            break
        end += 1
    return end


def _before_others(lines: Sequence[PrintedLine], start: int, end: int) -> int:
    """Where another table begins below this one: at a line with gaps in which lines above have words."""
    for index in range(start + 2, end):
        line = lines[index]
        starts = [b.box[0] for a, b in pairwise(line.words) if b.box[0] - a.box[2] >= GAP * line.size]
        beside = [at - 0.3 * line.size for at in starts] if len(starts) > 1 else []
        above = [word.box for other in lines[start:index] for word in other.words] if beside else []
        crossed = sum(box[0] < at < box[2] for at in beside for box in above) >= _LEAST_LINES
        if crossed or _titles_anew(line, lines[start:index], starts):
            while index - 1 > start and _is_title(lines[index - 1]):
                index -= 1
            return index
    return end


def _titles_anew(line: PrintedLine, above: Sequence[PrintedLine], starts: Sequence[float]) -> bool:
    """True for titles of other columns than those of the table above: bold below plain, where no word of it begins."""
    if not line.bold or above[-1].bold or not above[0].bold or len(starts) < _LEAST_TITLES - 1:
        return False
    begun = [word.box[0] for other in above for word in other.words]
    return any(all(abs(at - other) > _ALIGNED for other in begun) for at in starts)


def _is_title(line: PrintedLine) -> bool:
    return line.bold and all(after.box[0] - before.box[2] < GAP * line.size for before, after in pairwise(line.words))


def _go_on(lines: Sequence[PrintedLine], start: int, known: Sequence[float]) -> tuple[int, list[Gutter]] | None:
    """The lines that go on in the columns of the page before; None unless the first shows more than one of them."""
    first = lines[start]
    starts = [first.words[0].box[0]]
    starts += [b.box[0] for a, b in pairwise(first.words) if b.box[0] - a.box[2] >= GAP * first.size]
    places = [sum(start >= at - _ALIGNED for at in known) - 1 for start in starts]
    aligned = all(any(abs(begin - at) <= _ALIGNED for at in known) for begin in starts)
    if not aligned or max(places) == 0 or len(set(places)) < len(places):
        return None
    end = start
    for index in range(start, len(lines)):
        line = lines[index]
        far = index > start and line.box[1] - lines[index - 1].box[3] > 3.0 * line.size
        other = line.bold and line.size > 1.1 * first.size
        if far or other or any(word.box[0] < at - 0.5 < word.box[2] for at in known for word in line.words):
            break
        end = index + 1
    if end == start:
        return None
    gutters = []
    for at in known[1:]:
        ends = [word.box[2] for line in lines[start:end] for word in line.words if word.box[0] < at - 0.5]
        gutters.append(Gutter(max([*ends, at - 2.0 * first.size]), at))
    return end, gutters


def _below_titles(lines: Sequence[PrintedLine], start: int) -> tuple[int, list[Gutter]] | None:
    """The same for the titles of a table that was left empty but for its first column, or wholly: a line of three
    clear parts or more, bold or in a colour of its own."""
    first = lines[start]
    starts = [first.box[0]]
    starts += [b.box[0] for a, b in pairwise(first.words) if b.box[0] - a.box[2] >= _CLEAR_GAP * first.size]
    below = lines[start + 1] if start + 1 < len(lines) else first
    set_apart = first.bold or first.words[0].colour != below.words[0].colour
    if len(starts) < _LEAST_TITLES or not set_apart or first.bulleted:
        return None
    end = start + 1
    while end < len(lines) and lines[end].box[1] - lines[end - 1].box[3] < 0.4 * first.size and lines[end].bold:
        end += 1  # a title that takes two lines
    while end < len(lines) and lines[end].box[0] >= starts[0] - _ALIGNED and not lines[end].bold:
        end += 1
    return _go_on(lines[:end], start, starts)


def _labels_beside(line: PrintedLine, start: int) -> tuple[int, list[Gutter]] | None:
    """The same for one line of bold labels, each far from what stands before it, with an answer behind one at least."""
    gutters = [
        Gutter(before.box[2], after.box[0])
        for before, after in pairwise(line.words)
        if after.bold and after.box[0] - before.box[2] >= _STRONG_GAP * line.size
    ]
    if not gutters or line.bulleted or not line.words[0].bold or all(word.bold for word in line.words):
        return None
    return start + 1, gutters


def _same(one: Gutter, other: Gutter) -> bool:
    return one.left < other.right and other.left < one.right


def _of_header(lines: Sequence[PrintedLine]) -> list[Gutter]:
    """The clear gaps of the first line that all others leave free: over blank cells stands the name of their column."""
    first = lines[0]
    gaps = [
        Gutter(before.box[2], after.box[0])
        for before, after in pairwise(first.words)
        if after.box[0] - before.box[2] >= _CLEAR_GAP * first.size
        and before.text[-1] not in _BOXES
        and after.text[0] not in _BOXES
    ]
    others = [word.box for line in lines[1:] for word in line.words]
    return [
        gap for gap in gaps if not any(box[0] < gap.right and box[2] > gap.right - GAP * first.size for box in others)
    ]


def shared_gutters(lines: Sequence[PrintedLine]) -> list[Gutter]:
    """The gutters that these lines share, whether or not the first has words beside them: a column starts where the
    words after a gap align, in two lines at least, and nearly all lines leave the space before it free."""
    size = sorted(line.size for line in lines)[len(lines) // 2]
    starts = sorted(
        after.box[0]
        for line in lines
        for before, after in pairwise(line.words)
        if after.box[0] - before.box[2] >= GAP * size and not (line.bulleted and before is line.words[0])
    )
    found: list[Gutter] = []
    for at, start in enumerate(starts):
        if at and start - starts[at - 1] <= _ALIGNED:
            continue
        if sum(start <= other <= start + _ALIGNED for other in starts) < 2:
            continue
        ends = [max((word.box[2] for word in line.words if word.box[0] < start - 0.5), default=0.0) for line in lines]
        free = sorted(end for end in ends if end <= start - GAP * size)
        if not free or len(ends) - len(free) > len(lines) // 12:
            continue
        if start - free[-1] >= (GAP if len(lines) >= _MANY_LINES else _CLEAR_GAP) * size:
            found.append(Gutter(free[-1], start))
    return found


def _gutters_of(lines: Sequence[PrintedLine], start: int) -> list[Gutter]:
    line = lines[start]
    gutters = [
        Gutter(before.box[2], after.box[0])
        for before, after in pairwise(line.words)
        if after.box[0] - before.box[2] >= GAP * line.size and not (line.bulleted and before is line.words[0])
    ]
    if start + 1 < len(lines):
        below = lines[start + 1]
        if below.page == line.page and below.box[1] < line.box[3] - 0.2 * line.size:
            left, right = sorted((line.box, below.box))
            if right[0] - left[2] >= GAP * line.size:
                gutters.append(Gutter(left[2], right[0]))
    return gutters


def _follow(lines: Sequence[PrintedLine], start: int, gutter: Gutter) -> tuple[int, Gutter] | None:
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
        if line.bold and (
            line.size > 1.1 * lines[start].size or (index > start and _is_title_below(line, lines[index - 1]))
        ):
            break
        inside = _gap_at(line, left, right)
        if inside is None:
            break
        new_left, new_right = max(left, inside.left), min(right, inside.right)
        has_left, has_right = line.box[0] < new_left + 0.01, line.box[2] > new_right - 0.01
        apart = new_right - new_left
        if apart < GAP * line.size:
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
    if end - start < 2:
        return None
    enough = both >= 2 or (min(lefts, rights) >= 2 and both + lefts + rights >= 5)
    return (end, Gutter(left, right)) if enough or _is_label_and_answer(lines[start:end], left, right) else None


def _is_title_below(line: PrintedLine, before: PrintedLine) -> bool:
    """True for a title of one piece, larger and in another colour than bold words that begin the line before it."""
    label = before.words[0]
    coloured = label.bold and len({word.colour for word in line.words} | {label.colour}) == 2
    return coloured and line.size > label.size and _is_title(line) and abs(line.box[0] - before.box[0]) <= _ALIGNED


def _is_label_and_answer(lines: Sequence[PrintedLine], left: float, right: float) -> bool:
    """True for a single row whose label, in bold letters clear of the plain ones beside it, takes several lines."""
    labels = [word for line in lines for word in line.words if word.box[2] <= left + 0.01]
    answers = [word for line in lines for word in line.words if word.box[0] >= right - 0.01]
    clear = right - left >= _CLEAR_GAP * lines[0].size and labels[-1:] != [lines[0].words[-1]]
    both = bool(answers) and len({word.box[1] for word in labels}) > 1
    return clear and both and all(word.bold for word in labels) and not any(word.bold for word in answers)


def _crosses(line: PrintedLine, left: float, right: float) -> bool:
    return line.box[0] < left and line.box[2] > right


def _touches(lines: Sequence[PrintedLine], index: int, left: float, right: float) -> bool:
    """True for a line on one side of the gutter that closely follows the lines of its column."""
    line = lines[index]
    if line.box[0] > right - 1:
        return True
    above = lines[index - 1]
    return line.box[1] - above.box[3] < 0.6 * line.size and line.box[2] - line.box[0] > 0


def _gap_at(line: PrintedLine, left: float, right: float) -> Gutter | None:
    """The line's white space around the gutter; None when words stand all across it."""
    if line.box[2] <= right:
        return Gutter(line.box[2], float("inf")) if line.box[2] < right else None
    if line.box[0] >= left:
        return Gutter(float("-inf"), line.box[0])
    for before, after in pairwise(line.words):
        if before.box[2] < right and after.box[0] > left and after.box[0] - before.box[2] >= GAP * line.size:
            return Gutter(before.box[2], after.box[0])
    return None
