"""Read a PDF into a Document: geometry, reading order, tables, and one text with every printed line's place."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterable
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pepinsight.documents.document import Document
from pepinsight.documents.errors import Unreadable
from pepinsight.documents.pdf.blocks import assemble
from pepinsight.documents.pdf.drawn import overdrawn_page
from pepinsight.documents.pdf.flow import read_flows
from pepinsight.documents.pdf.geometry import Page
from pepinsight.documents.pdf.packed import swells
from pepinsight.documents.pdf.pdfium_page import TooMuch, read_page
from pepinsight.documents.pdf.scanned_pages import read_scans

MAX_PAGES = 500
"""No PEP has more; a longer file is an archive or a mistake."""

MAX_WORDS = 400_000

STAMP_WORDS = 12
"""A picture of a page with no more words than these is scanned: they are the scanner's stamp."""

PICTURE_FROM = 0.3
"""A picture that covers less of its page than this share is a drawing or a photograph, not a scan of it."""

MAX_SCANNED = 100
"""The most pages that words are recognised in; one takes some five seconds."""

PDFIUM = threading.Lock()
"""Held by whoever calls PDFium, which bears one thread at a time; the screens of several users run in several."""


def read_pdf(data: bytes, name: str) -> Document:
    """Read a PDF's bytes; ``name`` is what the file is called on screen. Raises Unreadable."""
    with PDFIUM:
        pages, title = _read_pages(data, name)
    wordless = [index for index, page in enumerate(pages) if _without_text(page)]
    gaps: tuple[str, ...] = ()
    if wordless:
        pages, gaps = _with_scans(data, name, pages, wordless)
    text, blocks = assemble(read_flows(pages))
    return Document(
        name=name,
        format="pdf",
        sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        blocks=blocks,
        pages=len(pages),
        page_sizes=tuple(page.shown_size for page in pages),
        title=title,
        gaps=gaps,
        scanned=tuple(page.number for page in pages if page.scanned),
    )


def _with_scans(data: bytes, name: str, pages: list[Page], wordless: list[int]) -> tuple[list[Page], tuple[str, ...]]:
    """The pages with the words that stand in their pictures, and what is to be said of that.

    Raises Unreadable where no page has words.
    """
    pictured = [index for index in wordless if pages[index].pictured > PICTURE_FROM][:MAX_SCANNED]
    read = dict(zip(pictured, read_scans(data, [pages[index] for index in pictured], PDFIUM), strict=False))
    pages = [read.get(index, page) for index, page in enumerate(pages)]
    if all(_without_text(page) for page in pages):
        raise Unreadable(
            f"{name} is a scan without text: its pages are pictures or empty, so there are no words to read."
        )
    left = [str(index + 1) for index in wordless if pages[index].pictured > PICTURE_FROM and index not in read]
    gaps = []
    if any(page.scanned for page in pages):
        gaps.append(f"{name} holds scanned pages: their words were recognised in pictures and may be wrong.")
    if left:
        gaps.append(f"{name} holds pictures whose words are not read (page {', '.join(left)}).")
    return pages, tuple(gaps)


def _without_text(page: Page) -> bool:
    """True without words, and for a picture of a page that bears no more words than a scanner's stamp."""
    said = (word for word in page.words if any(map(str.isalnum, word.text)))
    words = sum(1 for _ in islice(said, STAMP_WORDS + 1))
    return words == 0 or (words <= STAMP_WORDS and page.pictured > 0.5)


def _read_pages(data: bytes, name: str) -> tuple[list[Page], str | None]:
    if swells(data):
        raise Unreadable(f"{name} would unpack to far more than any real document holds, and is not opened.")
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise Unreadable(_why_not(error, name)) from error
    try:
        count = len(pdf)
        if count == 0:
            raise Unreadable(f"{name} has no pages.")
        if count > MAX_PAGES:
            raise Unreadable(f"{name} has {count} pages; pepinsight reads at most {MAX_PAGES}.")
        overdrawn = overdrawn_page(data)
        if overdrawn is not None:
            raise _too_much(name, overdrawn)
        if pdf.get_formtype() != raw.FORMTYPE_NONE:
            pdf.init_forms()
        return list(_each_page(pdf, count, name)), _title(pdf)
    finally:
        pdf.close()


def _each_page(pdf: pdfium.PdfDocument, count: int, name: str) -> Iterable[Page]:
    words = 0
    for index in range(count):
        try:
            page = pdf[index]
        except pdfium.PdfiumError as error:
            raise Unreadable(f"{name} is damaged: its page {index + 1} cannot be opened.") from error
        try:
            geometry = read_page(page, index + 1, words, pdf.formenv)
        except TooMuch as error:
            raise _too_much(name, index + 1) from error
        except pdfium.PdfiumError as error:
            raise Unreadable(f"{name} is damaged: the text of its page {index + 1} cannot be read.") from error
        finally:
            page.close()
        words += len(geometry.words)
        if words > MAX_WORDS:
            raise Unreadable(f"{name} holds over {MAX_WORDS:,} words, too many for a PEP.")
        yield geometry


def _too_much(name: str, page: int) -> Unreadable:
    return Unreadable(f"{name} cannot be read: its page {page} holds too much for a printed page.")


def _title(pdf: pdfium.PdfDocument) -> str | None:
    return pdf.get_metadata_value("Title").strip() or None


def _why_not(error: pdfium.PdfiumError, name: str) -> str:
    if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        return f"{name} is protected by a password: save a copy without one and choose that."
    return f"{name} is damaged or not a whole PDF, so it cannot be opened."
