"""What a PDF page draws besides text: rulings, small shapes, and whether a picture covers it."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pypdfium2.raw as raw

from pepinsight.documents.document import Box
from pepinsight.documents.pdf.fills import visible_edges
from pepinsight.documents.pdf.geometry import sides
from pepinsight.documents.pdf.ticks import Shape

THIN = 3.0
"""A rectangle no thicker than this many points is a ruling."""

_SMALL = 20.0
_MAX_SEGMENTS = 4_000
_MAX_FORM_DEPTH = 8
_WHITE = 0xFFFFFF
_STRAIGHT = 0.6
"""A box with round corners is straight for at least this share of its way around."""

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
_UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_strokes(page: Any, to_top_left: Callable[[float, float, float, float], Box], page_area: float) -> Strokes:
    """Everything drawn on the page, that inside its form objects too."""
    strokes = Strokes(to_top_left, page_area)
    strokes.take_all(page, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, _UNMOVED, 0)
    strokes.rulings += visible_edges(strokes.fills)
    return strokes


class Strokes:
    """Collects rulings, shapes small enough for a tick box, and the share of the page that pictures cover at most."""

    def __init__(self, to_top_left: Callable[..., Box], page_area: float) -> None:
        self.to_top_left = to_top_left
        self.page_area = page_area
        self.rulings: list[Box] = []
        self.small: list[Shape] = []
        self.fills: list[tuple[Box, int]] = []
        self.pictured = 0.0

    def take_all(self, holder: Any, count: Callable[..., int], get: Callable[..., Any], at: Matrix, depth: int) -> None:
        for index in range(count(holder)):
            item = get(holder, index)
            kind = raw.FPDFPageObj_GetType(item)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                self.take_path(item, at)
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                self.take_image(item, at)
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _MAX_FORM_DEPTH:
                inner = _times(_matrix_of(item), at)
                self.take_all(item, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, inner, depth + 1)

    def take_image(self, image: Any, at: Matrix) -> None:
        a, b, c, d, _, _ = _times(_matrix_of(image), at)
        self.pictured = max(self.pictured, abs(a * d - b * c) / self.page_area if self.page_area else 0.0)

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
        for points, curved in _subpaths(path, segments):
            moved = [_move(point, matrix) for point in points]
            xs, ys = [x for x, _ in moved], [y for _, y in moved]
            box = self.to_top_left(min(xs), min(ys), max(xs), max(ys))
            self.sort_out(box, moved, curved, colour, ink)

    def sort_out(
        self, box: Box, points: list[Point], curved: frozenset[int], colour: int | None, ink: int | None
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
        if drawn == _WHITE or width * height > 0.9 * self.page_area:
            return
        if not (_is_rounded(points, curved, 2 * (width + height)) if curved else _is_rectangle(points)):
            return
        if ink is not None:
            self.rulings += sides(box)
        elif colour is not None:
            self.fills.append((box, colour))


def _is_rectangle(points: list[Point]) -> bool:
    if not 4 <= len(points) <= 6:
        return False
    return all(abs(a[0] - b[0]) < 0.5 or abs(a[1] - b[1]) < 0.5 for a, b in pairwise(points))


def _is_rounded(points: list[Point], curved: frozenset[int], around: float) -> bool:
    """True for a rectangle with round corners, as web pages draw their boxes: what is straight runs level or upright,
    and makes up most of the way ``around``."""
    lines = [(a, b) for number, (a, b) in enumerate(pairwise(points), 1) if number not in curved]
    if any(abs(a[0] - b[0]) >= 0.5 and abs(a[1] - b[1]) >= 0.5 for a, b in lines):
        return False
    return sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in lines) >= _STRAIGHT * around


def _flat(box: Box) -> Box:
    """A thin box as the line along its middle."""
    x0, top, x1, bottom = box
    if x1 - x0 >= bottom - top:
        middle = (top + bottom) / 2
        return (x0, middle, x1, middle)
    middle = (x0 + x1) / 2
    return (middle, top, middle, bottom)


def _subpaths(path: Any, segments: int) -> Iterator[tuple[list[Point], frozenset[int]]]:
    """The points of each subpath, and which of them belong to curves: two that bend each, and its end."""
    points: list[Point] = []
    curved: set[int] = set()
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(segments):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points, frozenset(curved)
            points, curved = [], set()
        elif kind == raw.FPDF_SEGMENT_BEZIERTO:
            curved.add(len(points))
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((x.value, y.value))
    if len(points) > 1:
        yield points, frozenset(curved)


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


def _move(point: Point, matrix: Matrix) -> Point:
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
