"""Words and rulings of a page that is only a picture, by Tesseract where it is installed, else RapidOCR (extra "ocr").

Both work offline, RapidOCR with models that come in its package; Tesseract is several times as fast.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pepinsight.documents.document import Box

DPI = 200
MAX_SECONDS = 120
"""The most that Tesseract may take over one page."""
_LONGEST = 25
"""The longest line, in its own heights, that RapidOCR reads whole."""
_SPACE = 0.2
"""The width of a space as a share of its line's height."""
_LINE = "4"
"""What Tesseract calls a row of its table that is about a line."""
_LEAST_SURE = 0.5
_RULE_POINTS = 36.0
"""A line of dark dots shorter than this (half an inch) is a letter's, not a ruling."""
_RULE_THICK = 4.0

Picture = NDArray[np.uint8]
"""Rows by columns by red, green, blue."""


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word in a picture; its box, in dots, is as high as its line: the words of a line must not seem to dance."""

    text: str
    box: Box


def can_read_scans() -> bool:
    """Whether there is a program that recognises words in pictures."""
    return _tesseract() or (find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None)


def words_in(picture: Picture) -> list[SeenWord]:
    """The words in a page's picture, in the order in which the program reads them."""
    found = _by_tesseract(picture) if _tesseract() else _by_rapid(picture)
    return [word for word in found if word.text.strip()]


def rulings_in(picture: Picture) -> list[Box]:
    """The long straight lines of a picture, as flat boxes in dots; none without OpenCV, which RapidOCR brings."""
    if find_spec("cv2") is None:
        return []
    import cv2

    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    _, dark = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    least, thick = round(_RULE_POINTS * DPI / 72), _RULE_THICK * DPI / 72
    rulings: list[Box] = []
    for shape, flat in (((least, 1), 3), ((1, least), 2)):
        lines = cv2.morphologyEx(dark, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, shape))
        for stats in cv2.connectedComponentsWithStats(lines, connectivity=8)[2][1:]:
            x, y, width, height = (float(number) for number in stats[:4])
            if stats[flat] <= thick:
                middle = (y + height / 2) if flat == 3 else (x + width / 2)
                rulings.append((x, middle, x + width, middle) if flat == 3 else (middle, y, middle, y + height))
    return rulings


@cache
def _tesseract() -> bool:
    return shutil.which("tesseract") is not None


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "critical"})


def _by_rapid(picture: Picture) -> Iterable[SeenWord]:
    found = _engine()(picture)
    boxes = found.boxes if found.boxes is not None else ()
    for corners, line, sure in zip(boxes, found.txts or (), found.scores or (), strict=True):
        box = _box(corners)
        if box[2] - box[0] > _LONGEST * (box[3] - box[1]):
            yield from _long_line(picture, box)
        elif sure >= _LEAST_SURE:
            yield from _parted(line, box)


def _long_line(picture: Picture, box: Box) -> Iterable[SeenWord]:
    """A line too long for RapidOCR, which garbles it: read in halves, cut at the widest space near the middle."""
    left, top, right, bottom = (round(number) for number in box)
    strip = picture[max(top, 0) : bottom, max(left, 0) : right].min(axis=(0, 2))
    light = np.flatnonzero(strip > (int(strip.min()) + int(strip.max())) // 2)
    third = (right - left) // 3
    spaces = [run for run in np.split(light, np.flatnonzero(np.diff(light) > 1) + 1) if third < run.mean() < 2 * third]
    cut = left + (round(float(max(spaces, key=len).mean())) if spaces else (right - left) // 2)
    for x0, x1 in ((left, cut), (cut, right)):
        half = picture[max(top, 0) : bottom, max(x0, 0) : x1]
        read = _engine()(half, use_det=False, use_cls=False)
        for line, sure in zip(read.txts or (), read.scores or (), strict=True):
            if sure >= _LEAST_SURE:
                yield from _parted(line, (x0, top, x1, bottom))


def _box(corners: Iterable[Iterable[float]]) -> Box:
    xs, ys = zip(*((float(x), float(y)) for x, y in corners), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _parted(line: str, box: Box) -> Iterable[SeenWord]:
    """A line's words, each as wide as its share of the letters.

    RapidOCR's own boxes of words are rough and sometimes of single letters. It cuts a page into lines at each wide gap,
    so what it keeps together has no column's edge within.
    """
    left, top, right, bottom = box
    letter = (right - left) / max(len(line), 1)
    for found in re.finditer(r"\S+", line):
        yield SeenWord(found.group(), (left + found.start() * letter, top, left + found.end() * letter, bottom))


def _by_tesseract(picture: Picture) -> Iterable[SeenWord]:
    """Tesseract's table: one word a row, with its box and how sure it is in per cent."""
    image = io.BytesIO()
    Image.fromarray(picture).save(image, "PNG", dpi=(DPI, DPI))
    command = ["tesseract", "-", "-", "--dpi", str(DPI), "--psm", "3", "-l", "eng", "tsv"]
    told = subprocess.run(command, input=image.getvalue(), capture_output=True, timeout=MAX_SECONDS, check=True)
    rows = csv.DictReader(io.StringIO(told.stdout.decode()), delimiter="\t", quoting=csv.QUOTE_NONE)
    line: list[SeenWord] = []
    for row in rows:
        left, top, width, height = (float(row[name]) for name in ("left", "top", "width", "height"))
        if row["level"] == _LINE:
            yield from _closed(line)
            line, across = [], (top, top + height)
        elif row["text"] and float(row["conf"]) >= 100 * _LEAST_SURE:
            line.append(SeenWord(row["text"], (left, across[0], left + width, across[1])))
    yield from _closed(line)


def _closed(line: list[SeenWord]) -> Iterable[SeenWord]:
    """A line's words, each reaching nearly to the next: its letters' own boxes leave gaps that look like columns."""
    for word, after in pairwise(line):
        left, top, right, bottom = word.box
        gap, space = after.box[0] - right, _SPACE * (bottom - top)
        yield SeenWord(word.text, (left, top, right + gap - space, bottom)) if space < gap < bottom - top else word
    yield from line[-1:]
