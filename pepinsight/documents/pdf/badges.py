"""Titles of a form's parts in shaded boxes of their own in the left margin, each level with the start of its part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pepinsight.documents.document import Box
from pepinsight.documents.pdf.geometry import Page, Word, holds, middle_of
from pepinsight.documents.pdf.lines import Paragraph, make_lines
from pepinsight.documents.pdf.rulings import enclosed_cells

_FEWEST = 3
"""Badges in one column over all pages; fewer boxes may stand beside anything."""
_SAME_SIDE = 2.5
_WIDEST = 0.3
"""A badge takes up at most this share of the page's width."""
_MOST_WORDS = 25

Titles = list[tuple[Box, Paragraph]]


def without_badges(pages: Sequence[Page]) -> list[tuple[Page, Titles]]:
    """Each page without its badges, and the titles that these hold, from the top, each with its box."""
    columns: dict[tuple[int, int], list[tuple[int, Box]]] = defaultdict(list)
    for at, page in enumerate(pages):
        for box in _candidates(page):
            columns[round(box[0] / _SAME_SIDE), round(box[2] / _SAME_SIDE)].append((at, box))
    badges: dict[int, list[Box]] = defaultdict(list)
    for boxes in columns.values():
        if len(boxes) >= _FEWEST and len({round(box[3] - box[1]) for _, box in boxes}) > 1:
            for at, box in boxes:
                badges[at].append(box)
    return [_parted(page, sorted(badges[at], key=lambda box: box[1])) for at, page in enumerate(pages)]


def _candidates(page: Page) -> Iterator[Box]:
    """Narrow boxes of a few bold words with nothing at their left, no box that touches them or is as high beside them,
    and words of the form at their right."""
    if not any(word.bold for word in page.words):
        return
    cells = enclosed_cells(page.rulings)[0]
    middles = [(word, word.middle) for word in page.words]
    for box in cells:
        if box[2] - box[0] > _WIDEST * page.width or any(_joins(box, other) for other in cells if other != box):
            continue
        words = [word for word, middle in middles if holds(box, middle)]
        if not 0 < len(words) <= _MOST_WORDS or not all(word.bold for word in words):
            continue
        level = [word for word, (_, y) in middles if box[1] <= y <= box[3] and word not in words]
        if level and all(word.box[0] >= box[2] for word in level):
            yield box


def _joins(box: Box, other: Box) -> bool:
    """Whether two boxes may be cells of one table, or one lies in the other."""
    if holds(other, middle_of(box)):
        return True
    same_height = abs(box[1] - other[1]) <= _SAME_SIDE and abs(box[3] - other[3]) <= _SAME_SIDE
    touches = min(abs(box[0] - other[2]), abs(box[2] - other[0])) <= _SAME_SIDE
    return same_height or (touches and other[1] < box[3] and box[1] < other[3])


def _parted(page: Page, badges: Sequence[Box]) -> tuple[Page, Titles]:
    if not badges:
        return page, []
    inside: list[list[Word]] = [[word for word in page.words if holds(box, word.middle)] for box in badges]
    said = {word for words in inside for word in words}
    titles = [
        (box, Paragraph(tuple(make_lines(words, page.number, box[2])), title=True))
        for box, words in zip(badges, inside, strict=True)
    ]
    rulings = tuple(ruling for ruling in page.rulings if not any(_within(ruling, box) for box in badges))
    return replace(page, words=tuple(word for word in page.words if word not in said), rulings=rulings), titles


def _within(ruling: Box, box: Box) -> bool:
    return all(holds(box, point, _SAME_SIDE) for point in ((ruling[0], ruling[1]), (ruling[2], ruling[3])))
