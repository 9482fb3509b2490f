"""Bytes to ``Document``: one text, and blocks over it in reading order. This room does not know what a PEP is."""

from pepinsight.documents.attached import with_attached
from pepinsight.documents.document import Attached, Block, BlockKind, Box, Document, Line, Place, Table
from pepinsight.documents.read import Unreadable, read, read_bytes

__all__ = [
    "Attached",
    "Block",
    "BlockKind",
    "Box",
    "Document",
    "Line",
    "Place",
    "Table",
    "Unreadable",
    "read",
    "read_bytes",
    "with_attached",
]
