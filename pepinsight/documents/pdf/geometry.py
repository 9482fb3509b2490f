"""What stands on a printed page, whichever engine read it: words and rulings.

All coordinates are PDF points from the top left of the page as it is read, with most of its text upright.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pepinsight.documents.document import Box

PALER = 0x40
"""How much lighter (of 0xFF) than its answer a grey label is."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without white space, on one printed line.

    ``size`` is the font's size in points as printed, ``colour`` its fill as 0xRRGGBB. ``spaced`` is False where no
    white space stands before it although it is not the line's first (a word cut in two by a ruling).
    ``index`` is its number in the order in which the file draws it, ``upright`` False for text set on its side.
    """

    text: str
    box: Box
    size: float
    bold: bool
    colour: int
    index: int
    spaced: bool = True
    upright: bool = True

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of its box."""
        return middle_of(self.box)


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``number`` counts from 1; ``rulings`` are flat boxes: strokes, thin rectangles, sides of rectangles.

    ``comments`` are remarks that readers pinned to the page: no part of what it says. A page whose text is printed
    sideways is read upright: ``turn`` counts the quarter turns clockwise from how it is read to how it is shown.
    ``pictured`` is the share of the page that its largest picture covers; ``scanned`` is True where the words were
    recognised in it.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rulings: tuple[Box, ...] = ()
    comments: tuple[tuple[Word, ...], ...] = ()
    turn: int = 0
    pictured: float = 0.0
    scanned: bool = False

    @property
    def shown_size(self) -> tuple[float, float]:
        """Width and height as a viewer shows the page."""
        return (self.height, self.width) if self.turn % 2 else (self.width, self.height)

    def as_shown(self, box: Box) -> Box:
        """A box of the page as it is read, where a viewer shows it."""
        x0, top, x1, bottom = box
        if self.turn == 1:
            return (self.height - bottom, x0, self.height - top, x1)
        if self.turn == 2:
            return (self.width - x1, self.height - bottom, self.width - x0, self.height - top)
        if self.turn == 3:
            return (top, self.width - x1, bottom, self.width - x0)
        return box


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of them."""
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return min(x0s), min(tops), max(x1s), max(bottoms)


def sides(box: Box) -> tuple[Box, Box, Box, Box]:
    """The four sides of a box, as flat boxes."""
    x0, top, x1, bottom = box
    return (x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)


def holds(box: Box, point: tuple[float, float], slack: float = 0.0) -> bool:
    """True when the point stands in the box, or within ``slack`` points of it."""
    x, y = point
    return box[0] - slack <= x <= box[2] + slack and box[1] - slack <= y <= box[3] + slack


def middle_of(box: Box) -> tuple[float, float]:
    """The centre of a box."""
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def overlap(a: tuple[float, float], b: tuple[float, float]) -> float:
    """How far two ranges overlap; negative is the gap between them."""
    return min(a[1], b[1]) - max(a[0], b[0])


def lightness(colour: int) -> float:
    """How light a colour looks, from 0 (black) to 0xFF (white)."""
    return 0.3 * (colour >> 16) + 0.59 * (colour >> 8 & 0xFF) + 0.11 * (colour & 0xFF)


def is_pale(colour: int) -> bool:
    """True for white, or near it: letters on a dark ground."""
    return min(colour >> 16, colour >> 8 & 0xFF, colour & 0xFF) > 0xE0
