"""Read a file into a Document, or say in one sentence why it cannot be read."""

from __future__ import annotations

from pathlib import Path

from pepinsight.documents.document import Document
from pepinsight.documents.errors import Unreadable
from pepinsight.documents.file_kinds import FileKind, kind_of, sentence_on

__all__ = ["MAX_FILE_BYTES", "Unreadable", "display_name", "read", "read_bytes"]

MAX_FILE_BYTES = 200 * 1024 * 1024
"""The largest file that is read: far above any PEP, low enough not to fill a small server's memory."""


def read(path: str | Path) -> Document:
    """Read a Word or PDF file, told apart by its content and never by its extension. Raises Unreadable."""
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
    """Read a Word or PDF file already in memory; ``name`` is only shown, never opened. Raises Unreadable."""
    name = display_name(name)
    _refuse_size(len(data), name)
    kind = kind_of(data)
    # Each reader is loaded only when its format comes along: start-up stays quick.
    if kind is FileKind.PDF:
        from pepinsight.documents.pdf import read_pdf

        return read_pdf(data, name)
    if kind is FileKind.ZIP:
        from pepinsight.documents.docx import read_docx

        return read_docx(data, name)
    raise Unreadable(sentence_on(kind, name))


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
