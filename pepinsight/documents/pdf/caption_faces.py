"""The letters of captions: short lines that stand, all over a form, each right above its answer, mostly in a box."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import TypeGuard

from pepinsight.documents.document import Box
from pepinsight.documents.pdf.flow import PageFlow
from pepinsight.documents.pdf.geometry import Page, holds
from pepinsight.documents.pdf.grid import PageTable
from pepinsight.documents.pdf.lines import Face, Paragraph
from pepinsight.documents.pdf.rulings import enclosed_cells

_FEWEST = 8
"""Captions of a form; fewer titles may each stand above a box."""
_MOSTLY = 0.85
"""Share of the lines in such letters that stand above a box."""
_CLOSE = 1.0
"""A caption stands at most this many of its font sizes above its box."""
_OVER = 0.3
"""The deepest letters may reach this many font sizes into it."""
_ALIGNED = 10.0
"""It starts within this many points of the box's left edge."""
_LONG = 40
"""Words in most boxes, from which on the lines above them head parts of the form."""
_MANY = 20
"""Captions above answers without boxes: a form has fewer parts."""
_OFTEN = 0.6
"""Share of them with an answer right below; other answers were left blank."""
_SHORT = 15
"""Words in most answers without boxes; more may be what a part of the form holds."""
_NO_LARGER = 1.05
"""Their letters are at most this many times as large as their answers'."""
_SMALLER = 0.92
"""Captions within their boxes are at most this share of their answers' size, or in another ink."""
_CAPTION = 16
"""Words of a caption within its box, at most."""


def opening_faces(flows: Sequence[PageFlow]) -> set[Face]:
    """The faces of the short lines that open many a cell, each above its answer in other letters, and that hardly stand
    anywhere else: smaller than their answers or in another ink, however dark."""
    every: Counter[Face] = Counter()
    above: Counter[Face] = Counter()
    left_blank: Counter[Face] = Counter()
    for parts, framed in _columns(flows):
        every.update(part.face for part in parts)
        if framed and _is_caption(parts[0]):
            if len(parts) == 1:
                left_blank[parts[0].face] += 1
            elif not parts[1].bold and _is_other(parts[0], parts[1]):
                above[parts[0].face] += 1
    return {
        face
        for face, count in above.items()
        if count >= max(_FEWEST, left_blank[face]) and count + left_blank[face] >= _MOSTLY * every[face]
    }


def _is_free(part: Paragraph | PageTable, below: Paragraph | PageTable | None) -> TypeGuard[Paragraph]:
    boxed = isinstance(below, PageTable) and len(below.cells) == 1
    return isinstance(part, Paragraph) and not (boxed and _is_caption(part))


def _is_caption(part: Paragraph) -> bool:
    return len(part.lines) <= 2 and len(part.words) <= _CAPTION and any(map(str.isalpha, part.text))


def _is_other(label: Paragraph, answer: Paragraph) -> bool:
    smaller = label.size <= _SMALLER * answer.size
    return smaller or (label.size <= answer.size and label.words[0].colour != answer.words[0].colour)


def _columns(flows: Sequence[PageFlow]) -> Iterator[tuple[Sequence[Paragraph], bool]]:
    """The paragraphs of each cell, and those that stand in none but for what may label the box right below."""
    for flow in flows:
        below = [*flow.body[1:], None]
        yield [one for one, next_one in zip(flow.body, below, strict=False) if _is_free(one, next_one)], False
        tables = [part for part in flow.body if not isinstance(part, Paragraph)]
        while tables:
            table = tables.pop()
            tables += table.inner
            yield from ((cell.paragraphs, True) for cell in table.cells if cell.paragraphs)


def caption_faces(flows: Sequence[PageFlow]) -> set[Face]:
    """The faces of captions, above boxes or without. What stands in a table of several cells is no box here."""
    return _above_boxes(flows) | _above_lines(flows)


def _above_lines(flows: Sequence[PageFlow]) -> set[Face]:
    """The bold faces of many a line no larger than the short answer right below it."""
    every: Counter[Face] = Counter()
    answers: defaultdict[Face, list[int]] = defaultdict(list)
    for flow in flows:
        every.update(part.face for part in flow.body if isinstance(part, Paragraph) and part.bold)
        for label, answer in pairwise(flow.body):
            if isinstance(label, Paragraph) and isinstance(answer, Paragraph) and label.bold and not answer.bold:
                close = answer.lines[0].box[1] - label.lines[-1].box[3] <= _CLOSE * label.size
                if close and label.size <= _NO_LARGER * answer.size:
                    answers[label.face].append(len(answer.words))
    return {
        face
        for face, words in answers.items()
        if len(words) >= max(_MANY, _OFTEN * every[face]) and median(words) <= _SHORT
    }


def _above_boxes(flows: Sequence[PageFlow]) -> set[Face]:
    every: Counter[Face] = Counter()
    answers: defaultdict[Face, list[int]] = defaultdict(list)
    for flow in flows:
        boxes = list(_boxes(flow.page))
        for paragraph in flow.body:
            if isinstance(paragraph, Paragraph):
                every[paragraph.face] += 1
                below = next((box for box in boxes if _stands_above(paragraph, box)), None)
                if below is not None:
                    inside = sum(holds(below, word.middle) for word in flow.page.words)
                    answers[paragraph.face].append(inside)
    return {
        face
        for face, words in answers.items()
        if len(words) >= max(_FEWEST, _MOSTLY * every[face]) and median(words) < _LONG
    }


def _boxes(page: Page) -> Iterator[Box]:
    cells, tables = enclosed_cells(page.rulings)
    tabled = {cell for table in tables for cell in table}
    return (cell for cell in cells if cell not in tabled)


def _stands_above(paragraph: Paragraph, box: Box) -> bool:
    first, last = paragraph.lines[0].box, paragraph.lines[-1].box
    gap = box[1] - last[3]
    return -_OVER * paragraph.size <= gap <= _CLOSE * paragraph.size and abs(box[0] - first[0]) <= _ALIGNED
