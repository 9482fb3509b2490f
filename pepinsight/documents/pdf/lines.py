"""Words to printed lines, and printed lines to paragraphs, within one region (a cell, a column, a page's body)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from pepinsight.documents.document import Box
from pepinsight.documents.pdf.geometry import Word, around, overlap

BULLETS = frozenset("•◦▪‣∙·➢❖◆♦➔›▸⁃")
"""Glyphs that only ever mark a list item; tick boxes and circles are not among them, as they carry an answer."""

_NUMBERED = re.compile(r"\(?(\d{1,2}|[a-z]|[ivx]{1,4})[.)]$", re.IGNORECASE)
_DASHES = frozenset({"-", "–", "—", "*"})
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*$")
_LEAST = 0.3
"""Words less than this share of another's height, such as those under a watermark, are not on its line."""
_WIDEST = 2.2
"""Lines of one paragraph are at most this many font sizes apart."""
_WIDER = 1.3
"""A step from line to line this much longer than the usual one parts paragraphs."""


@dataclass(frozen=True)
class PrintedLine:
    """Words that stand side by side on one page, from left to right. ``right`` is where its region's text may end."""

    page: int
    words: tuple[Word, ...]
    right: float

    @cached_property
    def box(self) -> Box:
        """Around its words."""
        return around(word.box for word in self.words)

    @cached_property
    def text(self) -> str:
        """Its words, joined as printed."""
        text = self.words[0].text
        for word in self.words[1:]:
            text += f" {word.text}" if word.spaced else word.text
        return text

    @cached_property
    def size(self) -> float:
        """The font size of most of its characters."""
        if len({word.size for word in self.words}) == 1:
            return self.words[0].size
        sizes: dict[float, int] = {}
        for word in self.words:
            sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
        return max(sizes, key=lambda size: sizes[size])

    @cached_property
    def bold(self) -> bool:
        """True when all its words with a letter or digit are bold."""
        saying = [word for word in self.words if any(map(str.isalnum, word.text))]
        return all(word.bold for word in saying or self.words)

    @cached_property
    def baseline(self) -> float:
        """Where most of its letters stand, near enough for distances between lines."""
        return max(self.words, key=lambda word: word.size).box[3]

    @property
    def bulleted(self) -> bool:
        """True when it starts with a bullet, a dash or a number of a list."""
        first = self.words[0].text
        if len(self.words) == 1:
            return first in BULLETS
        return first in BULLETS or first in _DASHES or _NUMBERED.match(first) is not None

    @property
    def text_left(self) -> float:
        """Where its text starts, after a bullet if it has one."""
        return self.words[1 if self.bulleted and len(self.words) > 1 else 0].box[0]


Face = tuple[float, bool, int]
"""How letters look: their size (to a tenth of a point), whether they are bold, and their colour."""


@dataclass(frozen=True)
class Paragraph:
    """Printed lines that read on. ``title`` is True where its place shows that it heads a part of the form."""

    lines: tuple[PrintedLine, ...]
    title: bool = False

    @cached_property
    def bold(self) -> bool:
        """True when all its words are."""
        return all(line.bold for line in self.lines)

    @property
    def size(self) -> float:
        """The font size of its first line."""
        return self.lines[0].size

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All its words."""
        return tuple(word for line in self.lines for word in line.words)

    @property
    def face(self) -> Face:
        """How its letters look."""
        return round(self.size, 1), self.bold, self.words[0].colour

    @cached_property
    def text(self) -> str:
        """Its words in order, a space between lines."""
        return " ".join(line.text for line in self.lines)


def make_lines(words: Iterable[Word], page: int, right: float) -> list[PrintedLine]:
    """Lines from the top. A word joins a line when half its height stands beside the line's first word.

    Words set on their side stand in lines of their own, in the order in which they are drawn.
    """
    words = list(words)
    sideways = [word for word in words if not word.upright]
    rows: list[tuple[float, float, list[Word]]] = []
    upright = [word for word in words if word.upright] if sideways else words
    for word in sorted(upright, key=lambda word: word.box[1] + word.box[3]):
        _, top, _, bottom = word.box
        for row_top, row_bottom, row in reversed(rows[-3:]):
            height, row_height = bottom - top, row_bottom - row_top
            alike = height > _LEAST * row_height and row_height > _LEAST * height
            if alike and overlap((top, bottom), (row_top, row_bottom)) >= 0.5 * min(height, row_height):
                row.append(word)
                break
        else:
            rows.append((top, bottom, [word]))
    lines = [PrintedLine(page, tuple(sorted(row, key=lambda word: word.box[0])), right) for _, _, row in rows]
    if not sideways:
        return lines
    return sorted([*lines, *_sideways_lines(sideways, page, right)], key=lambda line: line.box[1])


def _sideways_lines(words: Sequence[Word], page: int, right: float) -> list[PrintedLine]:
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.index):
        if lines and overlap((word.box[0], word.box[2]), (lines[-1][-1].box[0], lines[-1][-1].box[2])) > 0:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [PrintedLine(page, tuple(line), right) for line in lines]


def usual_steps(regions: Iterable[Sequence[PrintedLine]]) -> dict[int, float]:
    """By font size (rounded): the usual distance from line to line, the smallest that is found more than once."""
    found: dict[int, Counter[float]] = {}
    for lines in regions:
        for before, after in pairwise(lines):
            step = after.baseline - before.baseline
            if before.page == after.page and abs(after.size - before.size) < 0.5 and 0.9 < step / after.size < _WIDEST:
                found.setdefault(round(after.size), Counter())[round(step * 2) / 2] += 1
    usual = {}
    for size, steps in found.items():
        enough = max(2, 0.03 * steps.total())
        usual[size] = min((step for step, count in steps.items() if count >= enough), default=min(steps))
    return usual


def make_paragraphs(lines: Sequence[PrintedLine], usual: Mapping[int, float]) -> list[Paragraph]:
    """Lines of one region to paragraphs: parted by space, bullets, a change of face, indents and short lines.

    ``usual`` are the document's steps from line to line by font size; a region that is evenly set wider has its own.
    """
    steps = [after.baseline - before.baseline for before, after in pairwise(lines)]
    even = len(steps) >= 3 and max(steps) < 1.1 * min(steps) and steps[0] < _WIDEST * lines[0].size
    paragraphs: list[list[PrintedLine]] = []
    for line in lines:
        step = steps[0] if even else usual.get(round(line.size), 0.0)
        if paragraphs and _reads_on(paragraphs[-1], line, step):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [Paragraph(tuple(group)) for group in paragraphs]


def fits_after(line: PrintedLine, following: PrintedLine) -> bool:
    """True when ``following`` could have begun on ``line``: the break was made on purpose.

    A line is ragged and its right margin only known within a few points, so more room is asked for where the words
    read on than after a full stop.
    """
    first = following.words[0]
    room = line.right - line.box[2] - 0.25 * line.size - (first.box[2] - first.box[0])
    if first.text[0].islower():
        return room > 3.0 * line.size
    return room > (0.7 if ends_sentence(line) else 1.0) * line.size


def ends_sentence(line: PrintedLine) -> bool:
    """True when the line's last word closes a sentence."""
    return _SENTENCE_END.search(line.words[-1].text) is not None


def same_face(before: PrintedLine, after: PrintedLine) -> bool:
    """True when both lines may be of one paragraph by their letters: as large, and bold alike unless mixed."""
    if abs(after.size - before.size) > 0.04 * before.size:
        return False
    return before.bold == after.bold or not (before.bold or fits_after(before, after))


def _reads_on(paragraph: list[PrintedLine], line: PrintedLine, usual: float) -> bool:
    previous, first = paragraph[-1], paragraph[0]
    step = line.baseline - previous.baseline
    if line.bulleted and not (line.words[0].text in _DASHES and not ends_sentence(previous) and not first.bulleted):
        return False
    if not 0 < step <= _WIDER * max(usual, 1.1 * line.size) or not same_face(previous, line):
        return False
    indent = 0.6 * line.size
    if first.bulleted and _outdented(paragraph, line, indent):
        return False
    if fits_after(previous, line):
        return False
    starts_lower = line.words[0].text[0].islower()
    return not (line.box[0] > previous.text_left + indent and ends_sentence(previous) and not starts_lower)


def _outdented(item: list[PrintedLine], line: PrintedLine, indent: float) -> bool:
    """True when ``line`` stands left of a list item: of its wrapped lines, or else of its bullet."""
    if len(item) > 1:
        return line.box[0] < item[1].box[0] - indent
    return line.box[0] < item[0].box[0] - indent
