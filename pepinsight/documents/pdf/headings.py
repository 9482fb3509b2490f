"""Which paragraphs are headings, by how they are printed beside the body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from pepinsight.documents.pdf.flow import PageFlow
from pepinsight.documents.pdf.lines import BULLETS, Paragraph

_LARGER = 1.12
"""A heading's letters are this much larger than the body's."""
_SMALLER = 0.8
"""A bold line in another colour, such as white on a banner, is a heading down to this share of the body's size."""
_SMALLER_LABEL = 0.92
"""A tinted label above its answer is at most this share of the body's size."""
_MAX_WORDS = 25


def heading_levels(flows: Sequence[PageFlow], paragraphs: Sequence[Paragraph]) -> dict[int, int]:
    """The level (1 is the highest) of each heading by the id() of its paragraph: larger letters first, then coloured.

    A bold line in the body's own size and colour is no heading here: what it means is for the reader of the form.
    """
    normal = _normal(flows)
    ranks = {}
    for paragraph in paragraphs:
        rank = _rank(paragraph, *normal)
        if rank is not None:
            ranks[id(paragraph)] = rank
    order = sorted(set(ranks.values()), reverse=True)
    return {key: order.index(rank) + 1 for key, rank in ranks.items()}


def label_faces(flows: Sequence[PageFlow]) -> Callable[[Paragraph], bool]:
    """Tells a short line that is set apart as a label is: bold, white on a dark ground, or smaller and tinted."""
    size, colour = _normal(flows)

    def is_label(paragraph: Paragraph) -> bool:
        if paragraph.bold:
            return True
        words = paragraph.words
        if len(words) > _MAX_WORDS or not any(map(str.isalpha, paragraph.text)):
            return False
        small = paragraph.size <= _SMALLER_LABEL * size
        return all(_tinted(word.colour, colour) and (small or _pale(word.colour)) for word in words)

    return is_label


def _normal(flows: Sequence[PageFlow]) -> tuple[float, int]:
    """The font size and colour of most characters."""
    faces: Counter[tuple[float, int]] = Counter()
    for flow in flows:
        for word in flow.page.words:
            faces[word.size, word.colour] += len(word.text)
    sizes: Counter[float] = Counter()
    colours: Counter[int] = Counter()
    for (size, colour), letters in faces.items():
        sizes[round(size, 1)] += letters
        colours[colour] += letters
    return sizes.most_common(1)[0][0], colours.most_common(1)[0][0]


def _rank(paragraph: Paragraph, size: float, colour: int) -> tuple[int, bool] | None:
    words = paragraph.words
    if (
        len(words) > _MAX_WORDS
        or words[0].text in BULLETS
        or not words[0].upright
        or not any(map(str.isalpha, paragraph.text))
    ):
        return None
    if paragraph.size >= _LARGER * size:
        return round(paragraph.size), paragraph.bold
    if paragraph.bold and paragraph.size >= _SMALLER * size and all(_tinted(word.colour, colour) for word in words):
        return round(size), False
    return None


def _tinted(colour: int, normal: int) -> bool:
    """True for a colour a reader sees as other than the body's: a tint, or white on a dark ground."""
    red, green, blue = colour >> 16, colour >> 8 & 0xFF, colour & 0xFF
    grey = max(red, green, blue) - min(red, green, blue) < 32
    return colour != normal and (not grey or _pale(colour))


def _pale(colour: int) -> bool:
    return min(colour >> 16, colour >> 8 & 0xFF, colour & 0xFF) > 0xE0
