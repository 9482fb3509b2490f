"""E-mails (.eml, Outlook's .msg) and web pages saved as one (.mht): the paper that they carry, or their own words."""

from __future__ import annotations

import email
import email.policy
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

import olefile
from lxml import etree

from pepinsight.documents.document import Document
from pepinsight.documents.errors import Unreadable
from pepinsight.documents.file_kinds import FileKind, kind_of
from pepinsight.documents.word.html import body_of_html
from pepinsight.documents.word.message_body import body_of_message, decoded
from pepinsight.documents.word.story_document import document_of_stories
from pepinsight.documents.word.word_body import body_of_text

MAX_PAPERS = 200
_PAPERS = frozenset(
    {FileKind.PDF, FileKind.ZIP, FileKind.RTF, FileKind.LEGACY_WORD, FileKind.WORD_XML, FileKind.ENCRYPTED}
)
_ATTACHMENT = "__attach_version1.0_#"
# Streams of an Outlook message: a property's number and type in hexadecimal ([MS-OXMSG] 2.2).
_NAMES = ("3707001F", "3707001E", "3704001F", "3704001E")
_CONTENT, _HTML, _TEXTS = "37010102", "10130102", ("1000001F", "1000001E")


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that an e-mail carries."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """An e-mail: the papers it carries (Word, PDF and their like), and its own words, None where they have none."""

    papers: tuple[Paper, ...]
    body: etree._Element | None


def open_mail(data: bytes, name: str) -> Mail:
    """The e-mail in ``data``. Raises Unreadable where it is damaged or carries more papers than any mail does."""
    mail = _outlook(data, name) if data.startswith(olefile.MAGIC) else _message(data)
    if len(mail.papers) > MAX_PAPERS:
        raise Unreadable(f"{name} carries over {MAX_PAPERS} files, too many for an e-mail.")
    return mail


def read_mail(data: bytes, name: str, read: Callable[[bytes, str], Document]) -> Document:
    """The one paper that the e-mail carries, read by ``read``; without any, the e-mail's own words.

    Raises Unreadable where it carries several, since only a person knows which is meant, and as ``read`` does.
    """
    mail = open_mail(data, name)
    sha256 = hashlib.sha256(data).hexdigest()
    if len(mail.papers) > 1:
        named = ", ".join(paper.name for paper in mail.papers[:5])
        raise Unreadable(f"{name} is an e-mail with several files ({named}): save the PEP among them and choose that.")
    if mail.papers:
        paper = mail.papers[0]
        gap = f"{name} is an e-mail: its attachment {paper.name} was read, its own words were not."
        document = read(paper.data, paper.name)
        return replace(document, name=name, sha256=sha256, gaps=(gap, *document.gaps))
    if mail.body is None:
        raise Unreadable(f"{name} is an e-mail without words or files that can be read.")
    return document_of_stories([(mail.body, None)], name=name, format="mail", sha256=sha256)


def _message(data: bytes) -> Mail:
    message = email.message_from_bytes(data, policy=email.policy.default)
    papers = []
    for part in message.walk():
        content = part.get_payload(decode=True) if not part.is_multipart() else None
        if isinstance(content, bytes) and kind_of(content) in _PAPERS:
            papers.append(Paper(part.get_filename() or "a file without a name", content))
    return Mail(tuple(papers), body_of_message(message))


def _outlook(data: bytes, name: str) -> Mail:
    try:
        with olefile.OleFileIO(data) as file:
            streams = {"/".join(path): tuple(path) for path in file.listdir()}
            folders = sorted({path[0] for path in streams.values() if path[0].startswith(_ATTACHMENT)})
            papers = [paper for folder in folders if (paper := _paper(file, streams, folder)) is not None]
            page = _stream(file, streams, "", _HTML)
            words = next((text for kind in _TEXTS if (text := _stream(file, streams, "", kind)) is not None), None)
            unicode = f"__substg1.0_{_TEXTS[0]}" in streams
    except (OSError, ValueError, IndexError) as error:  # what olefile raises for a damaged file
        raise Unreadable(f"{name} is damaged and cannot be opened.") from error
    if page is not None:
        return Mail(tuple(papers), body_of_html(page))
    return Mail(
        tuple(papers), None if words is None else body_of_text(decoded(words, "utf-16-le" if unicode else None))
    )


def _paper(file: olefile.OleFileIO, streams: dict[str, tuple[str, ...]], folder: str) -> Paper | None:
    content = _stream(file, streams, folder, _CONTENT)
    if content is None or kind_of(content) not in _PAPERS:
        return None
    for kind in _NAMES:
        name = _stream(file, streams, folder, kind)
        if name:
            return Paper(decoded(name, "utf-16-le" if kind.endswith("1F") else None).rstrip("\0"), content)
    return Paper("a file without a name", content)


def _stream(file: olefile.OleFileIO, streams: dict[str, tuple[str, ...]], folder: str, kind: str) -> bytes | None:
    path = streams.get(f"{folder}/__substg1.0_{kind}".lstrip("/"))
    return None if path is None else bytes(file.openstream(list(path)).read())
