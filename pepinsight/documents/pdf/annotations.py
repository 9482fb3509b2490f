"""What stands on a PDF page besides its content: filled form fields, typewriter text and comments."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as raw

from pepinsight.documents.document import Box
from pepinsight.documents.glyphs import plain_text
from pepinsight.documents.pdf.geometry import Word
from pepinsight.documents.pdf.ticks import EMPTY, TICKED

_UNSEEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
_PASSWORD = 1 << 13
_BLACK = 0
_USUAL_SIZE = 10.0
_MAX_CHARACTERS = 100_000
_TICKS = (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON)
_TEXTS = (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)
_REMARKS = (raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_UNDERLINE, raw.FPDF_ANNOT_STRIKEOUT)


@dataclass
class Annotations:
    """``words`` are those that fields show, ``frames`` the boxes of fields of several lines, ``comments`` remarks."""

    words: list[Word] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)
    comments: list[tuple[Word, ...]] = field(default_factory=list)


def read_annotations(
    page: Any, form: Any | None, to_top_left: Callable[[float, float, float, float], Box], first_index: int
) -> Annotations:
    """The page's annotations; ``form`` is the document's form environment, None where it has no form."""
    found = Annotations()
    for number in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, number)
        if not annotation:
            continue
        try:
            _take(found, annotation, form, to_top_left, first_index + len(found.words))
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
    return found


def _take(
    found: Annotations, annotation: Any, form: Any | None, to_top_left: Callable[..., Box], first_index: int
) -> None:
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    rectangle = raw.FS_RECTF()
    if raw.FPDFAnnot_GetFlags(annotation) & _UNSEEN or not raw.FPDFAnnot_GetRect(annotation, rectangle):
        return
    box = to_top_left(
        min(rectangle.left, rectangle.right), min(rectangle.bottom, rectangle.top),
        max(rectangle.left, rectangle.right), max(rectangle.bottom, rectangle.top),
    )  # fmt: skip
    if kind == raw.FPDF_ANNOT_WIDGET and form is not None:
        _take_field(found, annotation, form, box, first_index)
    elif kind == raw.FPDF_ANNOT_FREETEXT:
        _set_words(found, _contents(annotation), box, _USUAL_SIZE, first_index)
    elif kind in _REMARKS and (said := _contents(annotation).split()):
        found.comments.append(tuple(Word(text, box, _USUAL_SIZE, False, _BLACK, first_index) for text in said))


def _take_field(found: Annotations, annotation: Any, form: Any, box: Box, first_index: int) -> None:
    kind = raw.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in _TICKS:
        tick = TICKED if raw.FPDFAnnot_IsChecked(form, annotation) else EMPTY
        found.words.append(Word(tick, box, box[3] - box[1], False, _BLACK, first_index))
    elif kind in _TEXTS and not raw.FPDFAnnot_GetFormFieldFlags(form, annotation) & _PASSWORD:
        size = ctypes.c_float()
        raw.FPDFAnnot_GetFontSize(form, annotation, size)
        value = _string(lambda buffer, length: raw.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, length))
        points = size.value if 4 <= size.value <= 72 else min(_USUAL_SIZE, 0.75 * (box[3] - box[1]))
        _set_words(found, value, box, points, first_index)


def _contents(annotation: Any) -> str:
    return _string(lambda buffer, length: raw.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, length))


def _string(get: Callable[[Any, int], int]) -> str:
    length = min(get(None, 0), 2 * _MAX_CHARACTERS)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    get(ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return buffer.raw[:length].decode("utf-16-le", errors="replace").rstrip("\x00")


def _set_words(found: Annotations, value: str, box: Box, size: float, first_index: int) -> None:
    """Sets the value line by line in its box, near enough to where a viewer prints it."""
    words = list(_typeset(plain_text(value, ""), box, size, first_index))
    found.words += words
    if words and box[3] - box[1] > 2.5 * size:
        found.frames.append(box)


def _typeset(value: str, box: Box, size: float, index: int) -> Iterator[Word]:
    x0, top, x1, bottom = box
    step, letter = 1.15 * size, 0.5 * size
    lines = value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    one_line = bottom - top < 2.5 * size
    y = (top + bottom - step) / 2 if one_line else top + 2
    for line in lines:
        x = x0 + 2
        for text in line.split():
            width = letter * len(text)
            if x > x0 + 2 and x + width > x1 and not one_line:
                x, y = x0 + 2, y + step
            yield Word(text, (min(x, x1), y, min(x + width, x1), y + size), size, False, _BLACK, index)
            x += width + 0.3 * size
            index += 1
        if not one_line:
            y += step
