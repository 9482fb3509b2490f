"""Files within a file: papers that somebody inserted in a Word file, or attached to a PDF."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import olefile
import pypdfium2 as pdfium

from pepinsight.documents.attached import Paper, with_attached
from pepinsight.documents.document import Document
from pepinsight.documents.errors import Unreadable
from pepinsight.documents.pdf.reader import PDFIUM
from pepinsight.documents.read import display_name
from pepinsight.documents.word.package import Package

MAX_PAPERS = 20
"""The most files within one file that are read; a PEP has a handful."""
MAX_BYTES = 50 * 1024**2
"""The most that they may come to together."""
_RELATIONS = ("package", "oleObject")
_NATIVE = "\x01Ole10Native"
_PDF_CONTENTS = "CONTENTS"


def with_embedded(document: Document, papers: Iterable[Paper], read: Callable[[bytes, str], Document]) -> Document:
    """``document`` and the papers within it, each read by ``read``; one that cannot be read is told as a gap.

    What papers themselves hold is not followed.
    """
    found: list[Document] = []
    gaps: list[str] = []
    total = 0
    for number, paper in enumerate(papers):
        total += len(paper.data)
        if number >= MAX_PAPERS or total > MAX_BYTES:
            gaps.append(f"{document.name} holds more embedded files than are read.")
            break
        try:
            if paper.trouble is not None:
                raise Unreadable(paper.trouble)
            found.append(read(paper.data, paper.name))
        except Unreadable as error:
            gaps.append(f"{document.name} holds an embedded file that was not read: {error}")
    joined = with_attached(document, found)
    return replace(joined, gaps=(*joined.gaps, *gaps))


def papers_in_word(package: Package) -> Iterator[Paper]:
    """The files inserted in a Word file's text; a chart's own workbook is none."""
    for relation in package.relations(package.main):
        if relation.kind in _RELATIONS and package.has(relation.target):
            name = relation.target.rsplit("/", 1)[-1]
            try:
                data = package.bytes_of(relation.target)
                yield _unwrapped(data, name) if data.startswith(olefile.MAGIC) else Paper(name, data)
            except Unreadable as error:
                yield Paper(name, trouble=str(error))


def _unwrapped(data: bytes, name: str) -> Paper:
    """The file inside an OLE object: a PDF's own stream, or a packed file with its name; else the object as it is."""
    try:
        with olefile.OleFileIO(data) as file:
            if file.exists(_PDF_CONTENTS):
                return Paper(name, bytes(file.openstream(_PDF_CONTENTS).read()))
            if file.exists(_NATIVE):
                return packed_in(bytes(file.openstream(_NATIVE).read())) or Paper(name, data)
    except (OSError, ValueError, IndexError, struct.error) as error:  # what olefile raises for a damaged object
        raise Unreadable(f"{name} is damaged and cannot be opened.") from error
    return Paper(name, data)


def packed_in(stream: bytes) -> Paper | None:
    """The file in an Ole10Native stream ([MS-OLEDS] 2.3.6): sizes, label, file name, a path, and the bytes."""
    at = 6
    label, at = _text(stream, at)
    name, at = _text(stream, at)
    at += 4
    (length,) = struct.unpack_from("<I", stream, at)
    at += 4 + length
    (size,) = struct.unpack_from("<I", stream, at)
    data = stream[at + 4 : at + 4 + size]
    shown = (name or label).replace("\\", "/").rsplit("/", 1)[-1]
    return Paper(shown or "a file without a name", data) if len(data) == size else None


def _text(stream: bytes, at: int) -> tuple[str, int]:
    end = stream.index(b"\0", at)
    return stream[at:end].decode("cp1252", errors="replace"), end + 1


def papers_in_pdf(data: bytes) -> tuple[Paper, ...]:
    """The files attached to a PDF that can be opened. All are taken out at once: PDFium bears one thread at a time."""
    with PDFIUM:
        pdf = pdfium.PdfDocument(data)
        try:
            return tuple(_attachment(pdf, index) for index in range(min(pdf.count_attachments(), MAX_PAPERS + 1)))
        finally:
            pdf.close()


def _attachment(pdf: pdfium.PdfDocument, index: int) -> Paper:
    attachment = pdf.get_attachment(index)
    name = display_name(attachment.get_name())
    try:
        return Paper(name, bytes(attachment.get_data()))
    except pdfium.PdfiumError:
        return Paper(name, trouble=f"{name} is damaged and cannot be taken out.")
