"""Read a file into a Document, or say in one sentence why it cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from pepinsight.documents.document import Document
from pepinsight.documents.errors import Unreadable
from pepinsight.documents.file_kinds import FileKind, kind_of, sentence_on

__all__ = ["MAX_FILE_BYTES", "Unreadable", "display_name", "read", "read_bytes"]

MAX_FILE_BYTES = 200 * 1024 * 1024
"""The largest file that is read: far above any PEP, low enough not to fill a small server's memory."""


def read(path: str | Path) -> Document:
    """Read a file (Word, PDF and their like), told apart by its content, never by its extension.

    Raises Unreadable.
    """
    path = Path(path)
    name = display_name(str(path))
    try:
        if path.is_dir():
            raise Unreadable(f"{name} is a folder, not a file.")
        _refuse_size(path.stat().st_size, name)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise Unreadable(f"{name} was not found.") from error
    except (OSError, ValueError) as error:
        raise Unreadable(f"{name} could not be opened: the computer refused access to it.") from error
    return read_bytes(data, name)


def read_bytes(data: bytes, name: str) -> Document:
    """Read a file already in memory, with the papers inserted in it; ``name`` is only shown. Raises Unreadable."""
    name = display_name(name)
    _refuse_size(len(data), name)
    kind = kind_of(data)
    if kind not in _READERS:
        raise Unreadable(sentence_on(kind, name))
    document = _READERS[kind](data, name)
    if kind is FileKind.PDF or (kind is FileKind.ZIP and document.format == "docx"):
        from pepinsight.documents.embedded import papers_in_pdf, papers_in_word, with_embedded
        from pepinsight.documents.word.package import Package

        papers = papers_in_pdf(data) if kind is FileKind.PDF else papers_in_word(Package(data, name))
        return with_embedded(document, papers, _read_embedded)
    return document


def _read_embedded(data: bytes, name: str) -> Document:
    """A paper within a file; what it holds in its turn is not followed, so e-mails are not opened either."""
    name = display_name(name)
    kind = kind_of(data)
    if kind not in _READERS or kind in (FileKind.MAIL, FileKind.OUTLOOK):
        raise Unreadable(f"{name} is no Word or PDF file." if kind in _READERS else sentence_on(kind, name))
    return _READERS[kind](data, name)


# Each reader is loaded only when its format comes along: start-up stays quick.


def _read_pdf(data: bytes, name: str) -> Document:
    from pepinsight.documents.pdf.reader import read_pdf

    return read_pdf(data, name)


def _read_package(data: bytes, name: str) -> Document:
    from pepinsight.documents.word.package import OPEN_DOCUMENT_TEXTS, Package

    package = Package(data, name)
    if package.mimetype in OPEN_DOCUMENT_TEXTS:
        from pepinsight.documents.word.odt import read_odt

        return read_odt(package, data, name)
    from pepinsight.documents.word.docx import read_docx

    return read_docx(package, data, name)


def _read_legacy_word(data: bytes, name: str) -> Document:
    from pepinsight.documents.word.legacy_word import converted

    return replace(_read_package(converted(data, name), name), format="doc", sha256=sha256(data).hexdigest())


def _read_rtf(data: bytes, name: str) -> Document:
    from pepinsight.documents.word.rtf import read_rtf

    return read_rtf(data, name)


def _read_web_page(data: bytes, name: str) -> Document:
    from pepinsight.documents.word.web_page import read_web_page

    return read_web_page(data, name)


def _read_mail(data: bytes, name: str) -> Document:
    from pepinsight.documents.word.mail import read_mail

    return read_mail(data, name, read_bytes)


def _read_text(data: bytes, name: str) -> Document:
    from pepinsight.documents.word.plain_text import read_text

    return read_text(data, name)


_READERS: dict[FileKind, Callable[[bytes, str], Document]] = {
    FileKind.PDF: _read_pdf,
    FileKind.ZIP: _read_package,
    FileKind.LEGACY_WORD: _read_legacy_word,
    FileKind.WORD_XML: _read_legacy_word,
    FileKind.RTF: _read_rtf,
    FileKind.WEB_PAGE: _read_web_page,
    FileKind.MAIL: _read_mail,
    FileKind.OUTLOOK: _read_mail,
    FileKind.TEXT: _read_text,
}


def display_name(name: str) -> str:
    """The last component of a path of any system, without control characters: "../a/b.docx" gives "b.docx"."""
    last = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    shown = "".join(character for character in last if character.isprintable()).strip()
    return shown if shown.strip(".") else "The file"


def _refuse_size(size: int, name: str) -> None:
    if size == 0:
        raise Unreadable(f"{name} is empty.")
    if size > MAX_FILE_BYTES:
        raise Unreadable(f"{name} is larger than {MAX_FILE_BYTES // 1024**2} MB, the most that is read.")
