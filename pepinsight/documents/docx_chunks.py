"""Whole files placed in a Word file (``w:altChunk``): Word shows their words as its own."""

from __future__ import annotations

import email
import email.policy

from lxml import etree

from pepinsight.documents.docx_html import body_of_html
from pepinsight.documents.docx_names import W
from pepinsight.documents.file_kinds import FileKind, kind_of
from pepinsight.documents.package import Package


def body_of_chunk(content: bytes, name: str) -> etree._Element | None:
    """``w:body`` of the placed file: a web page, a saved web page, plain text or another Word file.

    None where it is of another kind (RTF, say), so that the reader can say so. ``name`` is the Word file's, for
    refusals. A Word file within shows the styles of the one around it, as in Word.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = content.decode("utf-16", errors="replace").encode()
    kind = kind_of(content)
    if kind is FileKind.ZIP:
        package = Package(content, name)
        return package.xml(package.main).find(W + "body")
    if kind is FileKind.WEB_PAGE:
        return body_of_html(content)
    if kind is FileKind.MAIL:
        return _body_of_saved_page(content)
    if kind is FileKind.OTHER and b"\0" not in content:
        return body_of_html(content) if content.lstrip().startswith(b"<") else _body_of_text(content)
    return None


def _body_of_saved_page(content: bytes) -> etree._Element | None:
    message = email.message_from_bytes(content, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                return body_of_html(page, part.get_content_charset())
    return None


def _body_of_text(content: bytes) -> etree._Element:
    body = etree.Element(W + "body")
    for line in content.decode("utf-8-sig", errors="replace").splitlines():
        run = etree.SubElement(etree.SubElement(body, W + "p"), W + "r")
        etree.SubElement(run, W + "t").text = "".join(character for character in line if character >= " ")
    return body
