"""Read a file into a Document, or say in one sentence why it cannot be read."""

from __future__ import annotations

from pathlib import Path

from pepinsight.documents.document import Document


class Unreadable(Exception):
    """The file cannot be read; the message is one sentence for the person who chose it."""


def read(path: str | Path) -> Document:
    """Read a Word or PDF file, told apart by its content. Raises Unreadable."""
    raise Unreadable(f"{Path(path).name} cannot be read yet.")
