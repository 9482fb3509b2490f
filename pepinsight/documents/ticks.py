"""Tick boxes that are drawn, not typed: small squares or circles beside words, crossed or empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pepinsight.documents.document import Box
from pepinsight.documents.geometry import Word, holds, overlap

EMPTY, TICKED = "☐", "☒"

_SMALLEST, _LARGEST = 6.0, 18.0
_TYPED_TICKS = frozenset({"x", "X", "✓", "✔", "✗", "✘", "√", "×", "☑", "☒"})


@dataclass(frozen=True, slots=True)
class Shape:
    """Something small that is drawn: its box, whether it has an outline, and its fill as 0xRRGGBB, None for none."""

    box: Box
    outlined: bool
    fill: int | None


def draw_ticks(words: Sequence[Word], shapes: Sequence[Shape]) -> list[Word]:
    """The words, with a word "☐" or "☒" for each drawn box; a letter X typed into a box becomes the box's tick.

    A box is a square of letter height with words on its own line close to it; what is drawn inside it, ticks it.
    """
    boxes = _boxes(shapes)
    kept = list(words)
    for box in boxes:
        inside = [word for word in kept if holds(box, word.middle)]
        if any(word.text not in _TYPED_TICKS or word.text in (EMPTY, TICKED) for word in inside):
            continue
        if inside:
            kept[kept.index(inside[0])] = replace(inside[0], text=TICKED)
            continue
        beside = _beside(box, kept)
        if beside is None:
            continue
        ticked = any(_within(shape.box, box) for shape in shapes) or _filled_unlike(box, boxes, shapes)
        box_word = Word(TICKED if ticked else EMPTY, box, beside.size, beside.bold, beside.colour, beside.index)
        kept.insert(kept.index(beside), box_word)
    return kept


def _boxes(shapes: Sequence[Shape]) -> list[Box]:
    found: list[Box] = []
    for shape in sorted(shapes, key=lambda shape: -_width(shape.box)):
        width, height = _width(shape.box), shape.box[3] - shape.box[1]
        square = _SMALLEST <= width <= _LARGEST and abs(width - height) <= 0.2 * width
        drawn = shape.outlined or any(_within(other.box, shape.box) for other in shapes)
        if square and drawn and not any(_within(shape.box, box, 1.5) for box in found):
            found.append(shape.box)
    return found


def _width(box: Box) -> float:
    return box[2] - box[0]


def _within(inner: Box, box: Box, slack: float = 1.0) -> bool:
    """True when ``inner`` stands in the box and is clearly smaller (or, with much slack, of the same size)."""
    if slack <= 1.0 and _width(inner) > 0.9 * _width(box):
        return False
    return holds(box, (inner[0], inner[1]), slack) and holds(box, (inner[2], inner[3]), slack)


def _filled_unlike(box: Box, boxes: Sequence[Box], shapes: Sequence[Shape]) -> bool:
    """True for a box filled with a dark colour where other boxes are not: that is how some print a tick."""
    dark = {
        other
        for other in boxes
        for shape in shapes
        if shape.fill is not None and _luminance(shape.fill) < 0x60 and _within(shape.box, other, 1.5)
    }
    return box in dark and len(dark) < len(boxes)


def _luminance(colour: int) -> float:
    return 0.3 * (colour >> 16) + 0.59 * (colour >> 8 & 0xFF) + 0.11 * (colour & 0xFF)


def _beside(box: Box, words: Sequence[Word]) -> Word | None:
    """The nearest word on the box's line, no farther than a few letters, the one to its right before the other."""
    best: tuple[float, Word] | None = None
    for word in words:
        if overlap((box[1], box[3]), (word.box[1], word.box[3])) < 0.4 * (box[3] - box[1]):
            continue
        gap = word.box[0] - box[2] if word.box[0] >= box[0] else box[0] - word.box[2] + word.size
        if -1.0 <= gap <= 2.5 * word.size and (best is None or gap < best[0]):
            best = gap, word
    return best[1] if best else None
