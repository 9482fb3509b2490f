"""One PDF page's geometry, read through pypdfium2's raw API (its helpers cost several times as long)."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import hypot, pi
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pepinsight.documents.document import Box
from pepinsight.documents.geometry import Page, Word, around, sides
from pepinsight.documents.glyphs import plain_text
from pepinsight.documents.pdf_annotations import read_annotations
from pepinsight.documents.ticks import Shape, draw_bullets, draw_ticks

THIN = 3.0
"""A rectangle no thicker than this many points is a ruling."""

MAX_GLYPHS = 60_000
"""A page with more glyphs than this is no printed page."""

_SMALL = 20.0
_MAX_SEGMENTS = 4_000
_MAX_FORM_DEPTH = 8
_HYPHEN_AT_LINE_END = "\ufffe"
_BOLD_NAME = re.compile(r"bold|black|heavy|demi(?!tri)", re.IGNORECASE)
_BOLD_WEIGHT = 650
_FORCED_BOLD = 1 << 18
_WHITE = 0xFFFFFF
_WORD = re.compile(r"[^\s\u0000\ufffe]+\ufffe?|\ufffe")

Matrix = tuple[float, float, float, float, float, float]
_UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class _Style:
    """``turn``: the quarter turns clockwise that bring the text upright."""

    size: float
    bold: bool
    colour: int
    font: str
    turn: int


@dataclass(frozen=True, slots=True)
class _RawWord:
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
    strokes = _Strokes(to_top_left, width * height)
    strokes.take_all(page, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, _UNMOVED, 0)
    extra = read_annotations(page, form, to_top_left, first_index + len(words))
    words = draw_bullets(draw_ticks(words + extra.words, strokes.small), strokes.small)
    for frame in extra.frames:
        strokes.rulings += sides(frame)
    comments = tuple(extra.comments)
    return Page(number, width, height, tuple(words), tuple(strokes.rulings), comments, (shown - turn) % 4)


def _usual_turn(words: list[_RawWord], shown: int) -> int:
    """The turn that brings most text upright, which may not be that in which the page is shown."""
    turns: Counter[int] = Counter()
    for word in words:
        turns[word.style.turn] += len(word.text)
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
    boxes = _Boxes(text_page)
    for match in _WORD.finditer(characters):
        start, end = match.span()
        key = ctypes.cast(raw.FPDFText_GetTextObject(boxes.handle, start), ctypes.c_void_p).value
        style = styles.get(key)
        if style is None:
            style = styles[key] = _style(text_page, start)
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
    return "".join(_HYPHEN_AT_LINE_END if code == 2 else chr(code) for code in codes)


def _style(text_page: Any, index: int) -> _Style:
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(text_page, index, name, len(name), flags)
    font = name.value.decode("utf-8", errors="replace")
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text_page, index, matrix)
    size = raw.FPDFText_GetFontSize(text_page, index) * (hypot(matrix.c, matrix.d) or 1.0)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFText_GetFillColor(text_page, index, red, green, blue, alpha)
    bold = bool(
        _BOLD_NAME.search(font)
        or flags.value & _FORCED_BOLD
        or raw.FPDFText_GetFontWeight(text_page, index) >= _BOLD_WEIGHT
    )
    clockwise = raw.FPDFText_GetCharAngle(text_page, index)
    turn = round(-clockwise / (pi / 2)) % 4
    return _Style(size, bold, red.value << 16 | green.value << 8 | blue.value, font, turn)


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


class _Strokes:
    """Collects what is drawn on the page besides text: rulings, and shapes small enough for a tick box."""

    def __init__(self, to_top_left: Callable[..., Box], page_area: float) -> None:
        self.to_top_left = to_top_left
        self.page_area = page_area
        self.rulings: list[Box] = []
        self.small: list[Shape] = []

    def take_all(self, holder: Any, count: Callable[..., int], get: Callable[..., Any], at: Matrix, depth: int) -> None:
        for index in range(count(holder)):
            item = get(holder, index)
            kind = raw.FPDFPageObj_GetType(item)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                self.take_path(item, at)
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _MAX_FORM_DEPTH:
                inner = _times(_matrix_of(item), at)
                self.take_all(item, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, inner, depth + 1)

    def take_path(self, path: Any, at: Matrix) -> None:
        segments = raw.FPDFPath_CountSegments(path)
        if segments < 2 or segments > _MAX_SEGMENTS:
            return
        fill_mode, stroked = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(path, fill_mode, stroked)
        colour = _colour(path, raw.FPDFPageObj_GetFillColor) if fill_mode.value else None
        ink = _colour(path, raw.FPDFPageObj_GetStrokeColor) if stroked.value else None
        if colour is None and ink is None:
            return
        matrix = _times(_matrix_of(path), at)
        for points, straight in _subpaths(path, segments):
            moved = [_move(point, matrix) for point in points]
            xs, ys = [x for x, _ in moved], [y for _, y in moved]
            box = self.to_top_left(min(xs), min(ys), max(xs), max(ys))
            self.sort_out(box, moved, straight, colour, ink)

    def sort_out(
        self, box: Box, points: list[tuple[float, float]], straight: bool, colour: int | None, ink: int | None
    ) -> None:
        """One stroke or shape to where it belongs. White is how pages are cleared, not how tables are drawn."""
        width, height = box[2] - box[0], box[3] - box[1]
        if max(width, height) <= _SMALL:
            self.small.append(Shape(box, ink is not None, colour))
        if width <= THIN or height <= THIN:
            if (ink if ink is not None else colour) != _WHITE and max(width, height) > 0:
                self.rulings.append(_flat(box))
            return
        drawn = ink if ink is not None else colour
        if not straight or drawn == _WHITE or width * height > 0.9 * self.page_area or not _is_rectangle(points):
            return
        self.rulings += sides(box)


def _is_rectangle(points: list[tuple[float, float]]) -> bool:
    if not 4 <= len(points) <= 6:
        return False
    return all(abs(a[0] - b[0]) < 0.5 or abs(a[1] - b[1]) < 0.5 for a, b in pairwise(points))


def _flat(box: Box) -> Box:
    """A thin box as the line along its middle."""
    x0, top, x1, bottom = box
    if x1 - x0 >= bottom - top:
        middle = (top + bottom) / 2
        return (x0, middle, x1, middle)
    middle = (x0 + x1) / 2
    return (middle, top, middle, bottom)


def _subpaths(path: Any, segments: int) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """The points of each subpath, and whether it is made of straight lines only."""
    points: list[tuple[float, float]] = []
    straight = True
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(segments):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points, straight
            points, straight = [], True
        elif kind == raw.FPDF_SEGMENT_BEZIERTO:
            straight = False
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((x.value, y.value))
    if len(points) > 1:
        yield points, straight


def _colour(path: Any, get: Callable[..., Any]) -> int | None:
    """0xRRGGBB, None when it is wholly see-through."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not get(path, red, green, blue, alpha):
        return 0
    return None if alpha.value == 0 else red.value << 16 | green.value << 8 | blue.value


def _matrix_of(item: Any) -> Matrix:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _move(point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
