"""The words of an e-mail, or of a web page saved as one."""

from __future__ import annotations

from email.message import EmailMessage

from lxml import etree

from pepinsight.documents.word.html import body_of_html
from pepinsight.documents.word.word_body import body_of_text


def body_of_message(message: EmailMessage) -> etree._Element | None:
    """The words of an e-mail or of a web page saved as one: its web page before its plain text."""
    texts: dict[str, tuple[bytes, str | None]] = {}
    for part in message.walk():
        kind = part.get_content_type()
        content = part.get_payload(decode=True) if not part.is_multipart() and not part.is_attachment() else None
        if isinstance(content, bytes) and content.strip():
            texts.setdefault(
                "text/html" if kind == "application/xhtml+xml" else kind, (content, part.get_content_charset())
            )
    if "text/html" in texts:
        return body_of_html(*texts["text/html"])
    if "text/plain" in texts:
        content, charset = texts["text/plain"]
        return body_of_text(decoded(content, charset))
    return None


def decoded(content: bytes, charset: str | None) -> str:
    """The text of ``content``; in Windows' western letters where it is not in ``charset``, or that is unknown."""
    try:
        return content.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return content.decode("cp1252", errors="replace")
