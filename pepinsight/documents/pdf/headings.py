"""Which paragraphs are headings, by how they are printed beside the body."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from pepinsight.documents.pdf.caption_faces import caption_faces, opening_faces
from pepinsight.documents.pdf.flow import PageFlow
from pepinsight.documents.pdf.geometry import PALER, is_pale, lightness
from pepinsight.documents.pdf.joins import Running, WholeTable
from pepinsight.documents.pdf.lines import BULLETS, Face, Paragraph

_LARGER = 1.12
"""A heading's letters are this much larger than the body's."""
_BANNER = 1.1
"""Pale letters on a dark ground catch the eye as much as letters that are so much larger."""
_PLAIN_LARGER = 1.25
"""The same where neither weight nor colour sets them apart from the body."""
_SMALLER = 0.8
"""A bold line in another colour, such as white on a banner, is a heading down to this share of the body's size."""
_SMALLER_LABEL = 0.92
"""A tinted label above its answer is at most this share of the body's size."""
_CLOSE = 0.6
"""A label stands this many of the answer's font sizes above it, at most."""
_CLOSE_IN_CELL = 1.0
"""The same in a cell of a form, many of whose cells open so."""
_FEWEST_LABELS = 5
_FEWEST_HEADS = 3
"""Headings of a form, beside which lines that stand above boxes are captions."""
_ABOVE_CAPTION = 1.05
"""Bold letters are this much larger than bold captions, and than the body's, to head what stands below them."""
_MAX_WORDS = 25
_RUNNING = 0.3
"""Letters in which this share of the words stands in longer paragraphs set running text: none of them head anything."""


def heading_levels(
    flows: Sequence[PageFlow], paragraphs: Sequence[Paragraph], tables: Sequence[WholeTable] = ()
) -> dict[int, int]:
    """The level (1 is the highest) of each heading by the id() of its paragraph: larger letters first, then coloured.

    A bold line in the body's own size and colour is no heading here: what it means is for the reader of the form. Nor
    is one in the letters of the labels that stand beside their answers in ``tables``: it lost its answer, or has none.
    """
    normal = _normal(flows)
    captions = caption_faces(flows)
    running = _running_faces(paragraphs, tables) | _label_faces(tables)
    ranks = _ranks((part for part in paragraphs if part.title or part.face not in running | captions), normal, captions)
    if len(ranks) < _FEWEST_HEADS:  # then what stands above the boxes are the titles of the form's parts
        ranks = _ranks((part for part in paragraphs if part.title or part.face not in running), normal)
    order = sorted(set(ranks.values()), reverse=True)
    return {key: order.index(rank) + 1 for key, rank in ranks.items()}


def framed_titles(
    flows: Sequence[PageFlow], elements: Sequence[Paragraph | WholeTable | Running]
) -> dict[int, Paragraph]:
    """By the id() of its table what stands alone in a frame, or on a coloured ground, and heads a part of the form: in
    bold letters larger than the body's, as a few more lines of the form, framed or not."""
    size, _ = _normal(flows)
    framed = {id(element): told for element in elements if isinstance(element, WholeTable) and (told := _lone(element))}
    alone = [*framed.values(), *(element for element in elements if isinstance(element, Paragraph))]
    large = Counter(part.face for part in alone if part.bold and part.size >= _LARGER * size and _may_head(part))
    return {key: title for key, title in framed.items() if large[title.face] >= _FEWEST_HEADS and _may_head(title)}


def _lone(table: WholeTable) -> Paragraph | None:
    told = table.cells[0].paragraphs if len(table.cells) == 1 and not table.inner else ()
    return told[0] if len(told) == 1 else None


def _ranks(
    paragraphs: Iterable[Paragraph], normal: tuple[float, int], captions: Collection[Face] = ()
) -> dict[int, tuple[int, bool, bool]]:
    """The rank of each heading by the id() of its paragraph. Beside bold captions, bold lines head what stands below
    them although they are only a little larger."""
    beside = max((size for size, bold, _ in captions if bold), default=math.inf)
    ranks = {}
    for paragraph in paragraphs:
        rank = _rank(paragraph, *normal)
        if rank is None and paragraph.bold and paragraph.size >= _ABOVE_CAPTION * max(beside, normal[0]):
            rank = (round(normal[0]), False, False) if _may_head(paragraph) else None
        if rank is not None:
            ranks[id(paragraph)] = rank
    return ranks


def label_faces(flows: Sequence[PageFlow]) -> Callable[[Paragraph], bool]:
    """Tells a short line that is set apart as a label is: bold, white on a dark ground, smaller and tinted, or smaller
    and paler right above its answer."""
    size, colour = _normal(flows)
    columns = [parts for parts in _in_columns(flows) if len(parts) > 1]
    above = {label.face for parts in columns for label, answer in pairwise(parts) if _captions(label, answer)}
    opening = Counter(parts[0].face for parts in columns if _captions(parts[0], parts[1], _CLOSE_IN_CELL))
    above |= {face for face, count in opening.items() if count >= _FEWEST_LABELS}
    framed = opening_faces(flows)

    def is_label(paragraph: Paragraph) -> bool:
        if paragraph.bold:
            return True
        words = paragraph.words
        if len(words) > _MAX_WORDS or not _says_something(paragraph.text):
            return False
        if paragraph.face in framed or (paragraph.face in above and len(paragraph.lines) == 1):
            return True
        small = paragraph.size <= _SMALLER_LABEL * size
        return all(_tinted(word.colour, colour) and (small or is_pale(word.colour)) for word in words)

    return is_label


def _in_columns(flows: Sequence[PageFlow]) -> Iterator[Sequence[Paragraph]]:
    """The paragraphs that stand one below the other: those of each cell, and those of the page between two tables."""
    for flow in flows:
        run: list[Paragraph] = []
        for part in flow.body:
            if isinstance(part, Paragraph):
                run.append(part)
                continue
            yield run
            run = []
            tables = [part]
            while tables:
                table = tables.pop()
                tables += table.inner
                yield from (filled.paragraphs for filled in table.cells)
        yield run


def _captions(label: Paragraph, answer: Paragraph, near: float = _CLOSE) -> bool:
    """True for a short line close above larger and darker letters."""
    if len(label.lines) > 1 or len(label.words) > _MAX_WORDS or not _says_something(label.text):
        return False
    close = abs(answer.lines[0].box[1] - label.lines[0].box[3]) < near * answer.size
    smaller = label.size <= _SMALLER_LABEL * answer.size
    ink, other = label.words[0].colour, answer.words[0].colour
    return close and smaller and not answer.bold and lightness(ink) - lightness(other) >= PALER


def _says_something(text: str) -> bool:
    """True for words, and for the sign of money, which labels a sum."""
    return any(character.isalpha() or character == "£" for character in text)


def _label_faces(tables: Sequence[WholeTable]) -> set[Face]:
    """The letters of the left-hand cells of tables of two columns whose right-hand ones are set otherwise."""
    found: Counter[Face] = Counter()
    for table in tables:
        cells = {(cell.row, cell.column): cell.paragraphs[0] for cell in table.cells if cell.paragraphs}
        if max((column for _, column in cells), default=0) == 1:
            beside = [(cells[row, 0], cells[row, 1]) for row, column in cells if not column and (row, 1) in cells]
            found.update(label.face for label, answer in beside if label.face != answer.face)
    return {face for face, count in found.items() if count >= _FEWEST_LABELS}


def _running_faces(paragraphs: Sequence[Paragraph], tables: Sequence[WholeTable]) -> set[Face]:
    """The faces of answers: where most of a form stands in small tables, they are larger than its usual letters. Plain
    letters that mostly stand in cells and boxes are answers' too, however short these are."""
    every: Counter[Face] = Counter()
    long: Counter[Face] = Counter()
    for paragraph in paragraphs:
        count = len(paragraph.words)
        every[paragraph.face] += count
        long[paragraph.face] += count if count > _MAX_WORDS else 0
    boxed: Counter[Face] = Counter()
    for paragraph in (paragraph for table in tables for cell in table.cells for paragraph in cell.paragraphs):
        boxed[paragraph.face] += 0 if paragraph.bold else len(paragraph.words)
    return {face for face, count in every.items() if long[face] >= _RUNNING * count or boxed[face] > count}


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


def _rank(paragraph: Paragraph, size: float, colour: int) -> tuple[int, bool, bool] | None:
    words = paragraph.words
    pale = all(is_pale(word.colour) for word in words)
    weight = _BANNER if pale else 1.0
    if paragraph.title:
        return round(weight * paragraph.size), paragraph.bold, pale
    if not _may_head(paragraph):
        return None
    apart = paragraph.bold or any(word.colour != colour for word in words)
    if paragraph.size >= (_LARGER if apart else _PLAIN_LARGER) * size:
        return round(weight * paragraph.size), paragraph.bold, pale
    if paragraph.bold and paragraph.size >= _SMALLER * size and all(_tinted(word.colour, colour) for word in words):
        return round(weight * size), False, pale
    return None


def _may_head(paragraph: Paragraph) -> bool:
    words = paragraph.words
    few = len(words) <= _MAX_WORDS and any(map(str.isalpha, paragraph.text))
    return few and words[0].text not in BULLETS and words[0].upright


def _tinted(colour: int, normal: int) -> bool:
    """True for a colour a reader sees as other than the body's: a tint, or white on a dark ground."""
    red, green, blue = colour >> 16, colour >> 8 & 0xFF, colour & 0xFF
    grey = max(red, green, blue) - min(red, green, blue) < 32
    return colour != normal and (not grey or is_pale(colour))
