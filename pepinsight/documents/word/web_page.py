"""Read a web page into a Document; portals save them under other names too (.doc)."""

from __future__ import annotations

import hashlib

from pepinsight.documents.document import Document
from pepinsight.documents.errors import Unreadable
from pepinsight.documents.file_kinds import UTF_16, decoded
from pepinsight.documents.word.html import body_of_html
from pepinsight.documents.word.story_document import document_of_stories


def read_web_page(data: bytes, name: str) -> Document:
    """Read a saved web page; nothing that it links to is fetched. Raises Unreadable where it is wordless or hostile."""
    body = body_of_html(decoded(data).encode(), "utf-8") if data.startswith(UTF_16) else body_of_html(data)
    if body is None:
        raise Unreadable(f"{name} is nested too deeply to be a real document.")
    return document_of_stories([(body, None)], name=name, format="html", sha256=hashlib.sha256(data).hexdigest())
