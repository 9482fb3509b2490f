"""Read plain text into a Document: a paragraph a line."""

from __future__ import annotations

import hashlib

from pepinsight.documents.document import Document
from pepinsight.documents.file_kinds import decoded
from pepinsight.documents.word.story_document import document_of_stories
from pepinsight.documents.word.word_body import body_of_text


def read_text(data: bytes, name: str) -> Document:
    """Read plain text. Raises Unreadable where it holds no words."""
    body = body_of_text(decoded(data))
    return document_of_stories([(body, None)], name=name, format="txt", sha256=hashlib.sha256(data).hexdigest())
