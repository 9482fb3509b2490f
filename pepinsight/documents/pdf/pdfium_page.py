"""One PDF page's geometry, read through pypdfium2's raw API (its helpers cost several times as long)."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import hypot, pi
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pepinsight.documents.document import Box
from pepinsight.documents.glyphs import plain_text
from pepinsight.documents.pdf.annotations import read_annotations
from pepinsight.documents.pdf.geometry import Page, Word, around, sides
from pepinsight.documents.pdf.pdfium_strokes import read_strokes
from pepinsight.documents.pdf.ticks import draw_bullets, draw_ticks

MAX_GLYPHS = 60_000
"""A page with more glyphs than this is no printed page."""

_SLANT, _SLANTED = 0.15, -1
_HYPHEN_AT_LINE_END = "\ufffe"
_HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]")
"""What pdfium gives for a character beyond the first 65,536, such as an emoji."""
_BOLD_NAME = re.compile(r"bold|black|heavy|demi(?!tri)", re.IGNORECASE)
_BOLD_WEIGHT = 650
_FORCED_BOLD = 1 << 18
_WORD = re.compile(r"[^\s\u0000-\u001f\u007f-\u009f\ufffe\uffff]+\ufffe?|\ufffe")


@dataclass(frozen=True, slots=True)
class _Style:
    """``turn``: the quarter turns clockwise that bring the text upright; ``_SLANTED`` where none does."""

    size: float
    bold: bool
    colour: int
    font: str
    turn: int


class _RawWord(NamedTuple):
    text: str
    box: tuple[float, float, float, float]
    style: _Style


class TooMuch(Exception):
    """The page holds more than any printed page does."""


def read_page(page: pdfium.PdfPage, number: int, first_index: int = 0, form: Any | None = None) -> Page:
    """The page's geometry, ``form`` being the document's form environment.

    Raises TooMuch over ``MAX_GLYPHS``, PdfiumError when the page cannot be opened.
    """
    text_page = page.get_textpage()
    try:
        raw_words = list(_words(text_page))
    finally:
        text_page.close()
    shown = raw.FPDFPage_GetRotation(page)
    turn = _usual_turn(raw_words, shown)
    to_top_left, width, height = _placing(page, turn)
    words = [
        Word(
            word.text, to_top_left(*word.box), word.style.size, word.style.bold, word.style.colour, index,
            upright=word.style.turn == turn,
        )
        for index, word in enumerate(raw_words, first_index)
    ]  # fmt: skip
    strokes = read_strokes(page, to_top_left, width * height)
    extra = read_annotations(page, form, to_top_left, first_index + len(words))
    words = draw_bullets(draw_ticks(words + extra.words, strokes.small), strokes.small)
    for frame in extra.frames:
        strokes.rulings += sides(frame)
    return Page(
        number,
        width,
        height,
        tuple(words),
        tuple(strokes.rulings),
        tuple(extra.comments),
        turn=(shown - turn) % 4,
        pictured=strokes.pictured,
    )


def _usual_turn(words: list[_RawWord], shown: int) -> int:
    """The turn that brings most text upright, which may not be that in which the page is shown."""
    turns: Counter[int] = Counter()
    for word in words:
        turns[word.style.turn] += len(word.text)
    del turns[_SLANTED]
    return turns.most_common(1)[0][0] if turns else shown


def _placing(page: pdfium.PdfPage, turn: int) -> tuple[Callable[[float, float, float, float], Box], float, float]:
    """A function from (left, bottom, right, top) in the page's own space to a box, and the page's size as read."""
    bounds = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, bounds)
    left, bottom, right, top = bounds.left, bounds.bottom, bounds.right, bounds.top
    width, height = right - left, top - bottom
    if turn == 1:
        return lambda x0, y0, x1, y1: (y0 - bottom, x0 - left, y1 - bottom, x1 - left), height, width
    if turn == 2:
        return lambda x0, y0, x1, y1: (right - x1, y0 - bottom, right - x0, y1 - bottom), width, height
    if turn == 3:
        return lambda x0, y0, x1, y1: (top - y1, right - x1, top - y0, right - x0), height, width
    return lambda x0, y0, x1, y1: (x0 - left, top - y1, x1 - left, top - y0), width, height


def _words(text_page: Any) -> Iterator[_RawWord]:
    count = text_page.count_chars()
    if count > MAX_GLYPHS:
        raise TooMuch
    characters = _characters(text_page, count)
    styles: dict[int | None, _Style] = {}
    boxes, styled = _Boxes(text_page), _Styles(text_page)
    for match in _WORD.finditer(characters):
        start, end = match.span()
        key = ctypes.c_void_p.from_buffer(raw.FPDFText_GetTextObject(boxes.handle, start)).value
        style = styles.get(key)
        if style is None:
            style = styles[key] = styled.of(start)
        text = plain_text(match.group().replace(_HYPHEN_AT_LINE_END, "-"), style.font)
        yield _RawWord(text, boxes.of(start, end, style), style)


def _characters(text_page: Any, count: int) -> str:
    """One character per pdfium index, so that matches in it are ranges of indices."""
    buffer = (ctypes.c_ushort * (count + 1))()
    raw.FPDFText_GetText(text_page, 0, count, buffer)
    units = bytes(buffer)[: 2 * count].decode("utf-16-le", errors="replace")
    if len(units) == count and "\x00" not in units:
        return units
    codes = [raw.FPDFText_GetUnicode(text_page, index) for index in range(count)]
    return _HALVES.sub(_whole, "".join(_HYPHEN_AT_LINE_END if code == 2 else chr(code) for code in codes))


def _whole(halves: re.Match[str]) -> str:
    """The character of a pair of halves, and a sign of no width for the second's index; a half alone is unknown."""
    character = halves.group().encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return character.ljust(len(halves.group()), "\u200b")


class _Styles:
    """The style of a glyph. Its buffers are reused, as most words have a style of their own to be asked for."""

    def __init__(self, text_page: Any) -> None:
        self.handle = text_page.raw
        self._name, self._flags, self._matrix = ctypes.create_string_buffer(128), ctypes.c_int(), raw.FS_MATRIX()
        self._colour = tuple(ctypes.c_uint() for _ in range(4))

    def of(self, index: int) -> _Style:
        """The style of the glyph at ``index``."""
        handle, matrix = self.handle, self._matrix
        raw.FPDFText_GetFontInfo(handle, index, self._name, len(self._name), self._flags)
        font = self._name.value.decode("utf-8", errors="replace")
        raw.FPDFText_GetMatrix(handle, index, matrix)
        size = raw.FPDFText_GetFontSize(handle, index) * (hypot(matrix.c, matrix.d) or 1.0)
        raw.FPDFText_GetFillColor(handle, index, *self._colour)
        red, green, blue, _ = (part.value for part in self._colour)
        bold = bool(
            _BOLD_NAME.search(font)
            or self._flags.value & _FORCED_BOLD
            or raw.FPDFText_GetFontWeight(handle, index) >= _BOLD_WEIGHT
        )
        quarters = -raw.FPDFText_GetCharAngle(handle, index) / (pi / 2)
        turn = round(quarters) % 4 if abs(quarters - round(quarters)) < _SLANT else _SLANTED
        return _Style(size, bold, red << 16 | green << 8 | blue, font, turn)


class _Boxes:
    """Left, bottom, right and top of ranges of glyphs. Its buffers are reused, as every word needs them."""

    def __init__(self, text_page: Any) -> None:
        self.handle = text_page.raw
        self._first, self._last = raw.FS_RECTF(), raw.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def of(self, start: int, end: int, style: _Style) -> tuple[float, float, float, float]:
        """The glyphs' box, widened to the font's usual height, so that the words of a line align."""
        if style.turn:
            return self._union(start, end)
        handle, first, last = self.handle, self._first, self._last
        raw.FPDFText_GetLooseCharBox(handle, start, first)
        raw.FPDFText_GetLooseCharBox(handle, end - 1, last)
        left, right = first.left, last.right
        if right < left:
            return self._union(start, end)
        raw.FPDFText_GetCharOrigin(handle, start, self._x, self._y)
        bottom, top = self._y.value - 0.2 * style.size, self._y.value + 0.72 * style.size
        return left, min(first.bottom, last.bottom, bottom), right, max(first.top, last.top, top)

    def _union(self, start: int, end: int) -> tuple[float, float, float, float]:
        boxes = []
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        for index in range(start, end):
            raw.FPDFText_GetCharBox(self.handle, index, left, right, bottom, top)
            boxes.append((left.value, bottom.value, right.value, top.value))
        return around(boxes)
