"""How much a PDF's pages draw once everything in them is unpacked, reckoned without drawing any of it.

A form that draws another ten times, which draws a third ten times, and so on nine deep, is a file of two kilobytes that
fills any memory; so does a stream packed twice. PDFium cannot be stopped once it has begun to open such a page.
"""

from __future__ import annotations

import io
import logging
import re
import warnings
from collections import Counter
from typing import Any

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.lzw import lzwdecode
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import (
    LITERALS_ASCII85_DECODE,
    LITERALS_ASCIIHEX_DECODE,
    LITERALS_FLATE_DECODE,
    LITERALS_LZW_DECODE,
    LITERALS_RUNLENGTH_DECODE,
    PDFStream,
    resolve1,
)
from pdfminer.psparser import literal_name
from pdfminer.runlength import rldecode

from pepinsight.documents.pdf.packed import inflated

MAX_DRAWN_BYTES = 32 * 1024**2
"""The most that one page may come to, in bytes of drawing orders: a printed page comes to less than one megabyte."""

_MAX_DEPTH = 40
"""How deep forms may stand within forms; PDFium goes about as deep before it gives up."""
_DRAWS = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_DECODERS = (
    (LITERALS_ASCII85_DECODE, ascii85decode),
    (LITERALS_ASCIIHEX_DECODE, asciihexdecode),
    (LITERALS_LZW_DECODE, lzwdecode),
    (LITERALS_RUNLENGTH_DECODE, rldecode),
)

log = logging.getLogger(__name__)
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # its warnings may repeat a file's words


def overdrawn_page(data: bytes) -> int | None:
    """The number (from 1) of the first page that draws more than ``MAX_DRAWN_BYTES``, None where none does.

    A file that pdfminer cannot follow is left to PDFium, which mends more of what is damaged.
    """
    reckoning = _Reckoning()
    try:
        with warnings.catch_warnings(action="ignore"):
            document = PDFDocument(PDFParser(io.BytesIO(data)))
            for number, page in enumerate(PDFPage.create_pages(document), 1):
                if reckoning.drawn(page.contents, page.resources) > MAX_DRAWN_BYTES:
                    return number
    except Exception as error:  # whatever a damaged file brings about in a parser that trusts it
        log.info("a PDF's drawing orders could not be reckoned: %s", type(error).__name__)
    return None


class _Reckoning:
    """Bytes of drawing orders, forms counted each time they are drawn; each form is unpacked once."""

    def __init__(self) -> None:
        self._forms: dict[int, int] = {}
        self._open: set[int] = set()

    def drawn(self, contents: list[Any], resources: Any) -> int:
        """The bytes that these content streams come to, with the forms that they draw."""
        parts = [part for item in contents for part in _streams(item)]
        orders = b"\n".join(map(_unpacked, parts))
        total = len(orders)
        if total > MAX_DRAWN_BYTES:
            return total
        named = resolve1((resolve1(resources) or {}).get("XObject")) or {}
        for name, times in Counter(_DRAWS.findall(orders)).items():
            form = resolve1(named.get(_plain(name)))
            if isinstance(form, PDFStream) and literal_name(form.get("Subtype")) == "Form":
                total += times * self._form(form, resources)
        return total

    def _form(self, form: PDFStream, resources: Any) -> int:
        """What one drawing of a form comes to; a form without resources has those of whoever draws it."""
        key = id(form)  # pdfminer keeps each object that it has read
        if key in self._open or len(self._open) >= _MAX_DEPTH:
            return MAX_DRAWN_BYTES + 1  # within itself a form is drawn over and over: no printed page does so
        if key not in self._forms:
            self._open.add(key)
            self._forms[key] = self.drawn([form], form.get("Resources", resources))
            self._open.remove(key)
        return self._forms[key]


def _streams(item: Any) -> list[PDFStream]:
    found = resolve1(item)
    if isinstance(found, list):
        found = [resolve1(part) for part in found]
    return [part for part in (found if isinstance(found, list) else [found]) if isinstance(part, PDFStream)]


def _unpacked(stream: PDFStream) -> bytes:
    """The stream's content, no further than just past the limit."""
    data = stream.get_rawdata() or b""
    if stream.decipher and stream.objid is not None and stream.genno is not None:
        data = stream.decipher(stream.objid, stream.genno, data, stream.attrs)
    for used, _ in stream.get_filters():
        if used in LITERALS_FLATE_DECODE:
            data = inflated(data, MAX_DRAWN_BYTES)
        else:
            data = next((decode(data) for known, decode in _DECODERS if used in known), b"")
    return data


def _plain(name: bytes) -> str:
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), name).decode("utf-8", errors="replace")
