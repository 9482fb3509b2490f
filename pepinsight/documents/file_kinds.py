"""What a file is, by its first bytes; and one sentence on each kind that is not read."""

from __future__ import annotations

import re
from enum import StrEnum

_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS = "open it and save it as a Word document (.docx), then try again"


class FileKind(StrEnum):
    """What the bytes say a file is. ZIP may be a Word file: only its parts tell."""

    PDF = "pdf"
    ZIP = "zip"
    ENCRYPTED = "encrypted"
    LEGACY_WORD = "legacy_word"
    LEGACY_EXCEL = "legacy_excel"
    LEGACY_POWERPOINT = "legacy_powerpoint"
    OUTLOOK = "outlook"
    LEGACY_OTHER = "legacy_other"
    RTF = "rtf"
    WORD_XML = "word_xml"
    WEB_PAGE = "web_page"
    MAIL = "mail"
    PICTURE = "picture"
    TEXT = "text"
    OTHER = "other"


_SENTENCES = {
    FileKind.ENCRYPTED: "{name} is protected by a password: save it without one, then try again.",
    FileKind.LEGACY_EXCEL: "{name} is an old Excel workbook, not a Word or PDF file.",
    FileKind.LEGACY_POWERPOINT: "{name} is an old PowerPoint presentation, not a Word or PDF file.",
    FileKind.LEGACY_OTHER: "{name} is an old Office file of a kind that is not read: " + _SAVE_AS + ".",
    FileKind.PICTURE: "{name} is a picture, not a Word or PDF file.",
    FileKind.OTHER: "{name} is not a Word or PDF file.",
}

# The names of the main stream in an OLE file, most telling first: a Word file may hold a workbook within.
_OLE_STREAMS = (
    ("EncryptedPackage", FileKind.ENCRYPTED),
    ("WordDocument", FileKind.LEGACY_WORD),
    ("Workbook", FileKind.LEGACY_EXCEL),
    ("Book", FileKind.LEGACY_EXCEL),
    ("PowerPoint Document", FileKind.LEGACY_POWERPOINT),
    ("__properties_version1.0", FileKind.OUTLOOK),
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_PDF_WITHIN = 1024
"""A PDF may have up to this many bytes of junk before its header (ISO 32000, annex H, note 13)."""


def kind_of(data: bytes) -> FileKind:
    """What ``data`` is, from its content."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return FileKind.ZIP
    if data.startswith(_OLE_MAGIC):
        return _kind_of_ole(data)
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return FileKind.PDF
    head = _readable_head(data)
    if head.startswith("{\\rtf"):
        return FileKind.RTF
    if 'progid="word.document"' in head or "<w:worddocument" in head or "<pkg:package" in head:
        return FileKind.WORD_XML
    if re.search(r"^<(!doctype html|html|head|body|\?xml[^>]*>\s*<(!doctype )?html)", head):
        return FileKind.WEB_PAGE
    if re.search(r"^(mime-version|from|received|return-path|content-type|date|subject):", head):
        return FileKind.MAIL
    if data.startswith(_PICTURES):
        return FileKind.PICTURE
    return FileKind.TEXT if head.strip() and not _NOT_TEXT.search(head) else FileKind.OTHER


def sentence_on(kind: FileKind, name: str) -> str:
    """Why a file of this kind is not read, for the person who chose it."""
    return _SENTENCES[kind].format(name=name)


def _kind_of_ole(data: bytes) -> FileKind:
    """The kind of an old Office file, from the streams that its directory lists.

    A directory's entries start at multiples of 128 bytes: 64 for the name in UTF-16, then its length in two ([MS-CFB]
    2.6.1). Some producers change the name's case, or leave other bytes after it.
    """
    wanted = {(stream + "\0").encode("utf-16-le").lower(): stream for stream, _ in _OLE_STREAMS}
    lengths = {len(name) for name in wanted}
    found = set()
    for at in range(0, len(data) - 66, 128):
        length = data[at + 64]
        if length in lengths and data[at + 65] == 0:
            found.add(wanted.get(data[at : at + length].lower()))
    return next((kind for stream, kind in _OLE_STREAMS if stream in found), FileKind.LEGACY_OTHER)


def _readable_head(data: bytes) -> str:
    return decoded(data[:2048]).lstrip().lower()


def decoded(data: bytes) -> str:
    """Plain text's words: UTF-16 where it says so, else UTF-8, else Windows' western letters."""
    if data.startswith(UTF_16):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
