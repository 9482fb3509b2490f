"""The edges of shading that a reader sees: where the colour ends, not where one filled rectangle meets the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pepinsight.documents.document import Box
from pepinsight.documents.pdf.geometry import sides

_TOUCHING = 1.0
"""Rectangles this many points apart are printed as one area."""
_MOST_FILLS = 1_500

Range = tuple[float, float]


def visible_edges(fills: Sequence[tuple[Box, int]]) -> list[Box]:
    """The sides of filled rectangles, as flat boxes, without the parts that have the same colour on both sides.

    A fill is its box and its colour. Word prints the shading of one cell as several rectangles, side by side.
    """
    if len(fills) > _MOST_FILLS:
        return [side for box, _ in fills for side in sides(box)]
    by_colour: dict[int, set[Box]] = {}
    for (x0, top, x1, bottom), colour in fills:
        by_colour.setdefault(colour, set()).add((round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1)))
    return [edge for boxes in by_colour.values() for box in sorted(boxes) for edge in _edges(box, boxes)]


def _edges(box: Box, boxes: Iterable[Box]) -> list[Box]:
    x0, top, x1, bottom = box
    near = [
        other
        for other in boxes
        if other != box
        and other[0] <= x1 + _TOUCHING
        and other[2] >= x0 - _TOUCHING
        and other[1] <= bottom + _TOUCHING
        and other[3] >= top - _TOUCHING
    ]
    edges: list[Box] = []
    for x, outside in ((x0, x0 - _TOUCHING), (x1, x1 + _TOUCHING)):
        hidden = [(other[1], other[3]) for other in near if _paints(other[0], other[2], x, outside)]
        edges += [(x, start, x, end) for start, end in _without((top, bottom), hidden)]
    for y, outside in ((top, top - _TOUCHING), (bottom, bottom + _TOUCHING)):
        hidden = [(other[0], other[2]) for other in near if _paints(other[1], other[3], y, outside)]
        edges += [(start, y, end, y) for start, end in _without((x0, x1), hidden)]
    return edges


def _paints(start: float, end: float, at: float, outside: float) -> bool:
    """True when a rectangle that spans ``start`` to ``end`` paints what is just outside the side at ``at``."""
    if outside > at:
        return start <= outside < end
    return start < outside <= end


def _without(whole: Range, hidden: Iterable[Range]) -> list[Range]:
    """What is left of a range; scraps shorter than the touching distance are left out."""
    left: list[Range] = []
    start = whole[0]
    for low, high in sorted(hidden):
        if low - start > _TOUCHING:
            left.append((start, min(low, whole[1])))
        start = max(start, high)
    if whole[1] - start > _TOUCHING:
        left.append((start, whole[1]))
    return [(low, high) for low, high in left if high - low > _TOUCHING]
