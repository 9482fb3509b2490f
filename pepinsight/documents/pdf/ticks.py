"""Marks that are drawn, not typed: tick boxes beside words, crossed or empty, and the bullets of lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pepinsight.documents.document import Box
from pepinsight.documents.pdf.geometry import Word, holds, overlap

EMPTY, TICKED = "☐", "☒"

_SMALLEST, _LARGEST = 6.0, 18.0
_DOT = (2.0, 7.0)
_CLEAR = 40.0
"""A bullet has no word, and no other dot, within this many points on its left."""
_MOST_DOTS = 400
_MOST_SHAPES = 1_000
"""More small shapes than this are a pattern or a code, not a form's boxes."""
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
    boxes = _boxes(shapes) if len(shapes) <= _MOST_SHAPES else []
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


def draw_bullets(words: Sequence[Word], shapes: Sequence[Shape]) -> list[Word]:
    """The words, with a word "•" for each dot that is drawn by itself before the first word of a line."""
    dots = [shape.box for shape in shapes if _DOT[0] <= max(_width(shape.box), _height(shape.box)) <= _DOT[1]]
    kept = list(words)
    for dot in dots if len(dots) <= _MOST_DOTS else ():
        row = [word for word in words if overlap((dot[1], dot[3]), (word.box[1], word.box[3])) > 0.9 * _height(dot)]
        after = min((word for word in row if word.box[0] >= dot[2]), key=lambda word: word.box[0], default=None)
        if after is None or not 1.0 < after.box[0] - dot[2] < 2.0 * after.size:
            continue
        alone = not any(0 <= dot[0] - word.box[2] < _CLEAR or holds(word.box, (dot[0], dot[1])) for word in row)
        single = sum(abs(other[1] - dot[1]) < 1 and abs(other[0] - dot[0]) < _CLEAR for other in dots) == 1
        if alone and single:
            kept.insert(kept.index(after), replace(after, text="•", box=(dot[0], after.box[1], dot[2], after.box[3])))
    return kept


def _boxes(shapes: Sequence[Shape]) -> list[Box]:
    found: list[Box] = []
    for shape in sorted(shapes, key=lambda shape: -_width(shape.box)):
        width, height = _width(shape.box), _height(shape.box)
        square = _SMALLEST <= width <= _LARGEST and abs(width - height) <= 0.2 * width
        drawn = shape.outlined or any(_within(other.box, shape.box) for other in shapes)
        if square and drawn and not any(_within(shape.box, box, 1.5) for box in found):
            found.append(shape.box)
    return found


def _width(box: Box) -> float:
    return box[2] - box[0]


def _height(box: Box) -> float:
    return box[3] - box[1]


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
