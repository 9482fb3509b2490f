"""Whole files placed in a Word file (``w:altChunk``): Word shows their words as its own."""

from __future__ import annotations

import email
import email.policy

from lxml import etree

from pepinsight.documents.file_kinds import UTF_16, FileKind, decoded, kind_of
from pepinsight.documents.word.html import body_of_html
from pepinsight.documents.word.message_body import body_of_message
from pepinsight.documents.word.names import W
from pepinsight.documents.word.package import Package
from pepinsight.documents.word.rtf import body_of_rtf
from pepinsight.documents.word.word_body import body_of_text


def body_of_chunk(content: bytes, name: str) -> etree._Element | None:
    """``w:body`` of the placed file: a web page, a saved web page, rich or plain text, or another Word file.

    None where it is of another kind, so that the reader can say so. ``name`` is the Word file's, for
    refusals. A Word file within shows the styles of the one around it, as in Word.
    """
    if content.startswith(UTF_16):
        content = decoded(content).encode()
    kind = kind_of(content)
    if kind is FileKind.ZIP:
        package = Package(content, name)
        return package.xml(package.main).find(W + "body")
    if kind is FileKind.WEB_PAGE:
        return body_of_html(content)
    if kind is FileKind.MAIL:
        return body_of_message(email.message_from_bytes(content, policy=email.policy.default))
    if kind is FileKind.RTF:
        return body_of_rtf(content, name)
    if kind in (FileKind.TEXT, FileKind.OTHER) and b"\0" not in content:
        text = decoded(content)
        return body_of_html(content) if text.lstrip().startswith("<") else body_of_text(text)
    return None
