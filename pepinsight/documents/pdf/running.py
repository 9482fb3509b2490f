"""Running headers and footers: lines that stand at the same height on most pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pepinsight.documents.document import Box
from pepinsight.documents.pdf.geometry import Page
from pepinsight.documents.pdf.lines import PrintedLine

_DIGITS = re.compile(r"\d+")
_EDGE_ZONE = 0.14
"""They stand within this share of the page's height from its top or bottom."""
_NUMBERED_ZONE = 0.095
"""Those whose digits differ from page to page stand nearer: below may be "Target 1", "Target 2"."""
_SAME_HEIGHT = 8.0


def running_lines(pages: Sequence[Page], lines: Sequence[Sequence[PrintedLine]]) -> set[tuple[int, int]]:
    """(page number, line's number) of the running lines. Page numbers and dates may differ near the page's edge.

    A watermark set aslant counts wherever it stands. Half the pages are enough, as a first page or the left-hand pages
    may have their own.
    """
    seen: dict[str, list[tuple[float, list[tuple[int, int]]]]] = {}
    for page, page_lines in zip(pages, lines, strict=True):
        for number, line in enumerate(page_lines):
            top = line.box[1]
            inner = _EDGE_ZONE * page.height < top < (1 - _EDGE_ZONE) * page.height
            if inner and line.words[0].upright:
                continue
            outermost = not _NUMBERED_ZONE * page.height < line.baseline < (1 - _NUMBERED_ZONE) * page.height
            key = _DIGITS.sub("#", line.text) if outermost else line.text
            alike = seen.setdefault(key, [])
            for height, places in alike:
                if abs(height - top) <= _SAME_HEIGHT:
                    places.append((page.number, number))
                    break
            else:
                alike.append((top, [(page.number, number)]))
    enough = max(2, 0.5 * (len(pages) - 1))
    return {
        place
        for alike in seen.values()
        for _, places in alike
        if len({page for page, _ in places}) >= enough
        for place in places
    }


def running_boxes(pages: Sequence[Page], boxes: Sequence[Sequence[tuple[Box, str]]]) -> set[tuple[int, int]]:
    """(page number, box's number) of small tables at the edge of the page that stand on most pages word for word."""
    seen: dict[tuple[str, int, int], list[tuple[int, int]]] = {}
    for page, page_boxes in zip(pages, boxes, strict=True):
        for number, (box, text) in enumerate(page_boxes):
            if box[3] < _EDGE_ZONE * page.height or box[1] > (1 - _EDGE_ZONE) * page.height:
                key = _DIGITS.sub("#", text), round(box[1] / _SAME_HEIGHT), round(box[0] / _SAME_HEIGHT)
                seen.setdefault(key, []).append((page.number, number))
    enough = max(2, 0.5 * (len(pages) - 1))
    return {place for places in seen.values() if len(places) >= enough for place in places}
