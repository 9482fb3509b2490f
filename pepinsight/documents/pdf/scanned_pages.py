"""Pages of a PDF that are only pictures, drawn and read by ``scans``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace

import numpy as np
import pypdfium2 as pdfium

from pepinsight.documents.document import Box
from pepinsight.documents.pdf.geometry import Page, Word
from pepinsight.documents.pdf.scans import DPI, Picture, SeenWord, can_read_scans, rulings_in, words_in

_FONT_OF_HEIGHT = 0.75
"""A recognised word's box is as high as its line; the font is some three quarters of that."""
_LESS, _MORE, _STEP = 0.7, 1.25, 2.0
"""Sizes between these shares of the usual one are that; others are told apart by steps of so many points."""


def read_scans(data: bytes, pages: Sequence[Page], lock: AbstractContextManager[object]) -> Iterator[Page]:
    """``pages`` with the words and rulings that stand in their pictures; nothing where no program reads pictures.

    ``lock`` is held while PDFium draws a page, but not while its words are recognised, which takes far longer.
    """
    if not can_read_scans():
        return
    index = 0
    for page in pages:
        with lock:
            picture = _drawn(data, page.number)
        page = _read(page, picture, index)
        index += len(page.words)
        yield page


def _drawn(data: bytes, number: int) -> Picture:
    pdf = pdfium.PdfDocument(data)
    try:
        image = pdf[number - 1].render(scale=DPI / 72).to_pil().convert("RGB")
    finally:
        pdf.close()
    return np.asarray(image)


def _read(page: Page, picture: Picture, first: int) -> Page:
    """A drawn page is turned as a viewer shows it."""
    words = _even(tuple(_word(word, index) for index, word in enumerate(words_in(picture), first)))
    rulings = tuple(_points(box) for box in rulings_in(picture))
    width, height = page.shown_size
    return replace(page, width=width, height=height, words=words, rulings=rulings, turn=0, scanned=True)


def _word(word: SeenWord, index: int) -> Word:
    box = _points(word.box)
    return Word(word.text, box, (box[3] - box[1]) * _FONT_OF_HEIGHT, bold=False, colour=0, index=index)


def _even(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The same words with sizes that do not dance: what is near the usual size has it, others go by steps."""
    if not words:
        return words
    usual = float(np.median([word.size for word in words]))
    return tuple(
        replace(word, size=usual if _LESS < word.size / usual < _MORE else _STEP * round(word.size / _STEP))
        for word in words
    )


def _points(box: Box) -> Box:
    x0, top, x1, bottom = (number * 72 / DPI for number in box)
    return x0, top, x1, bottom
