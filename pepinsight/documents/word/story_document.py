"""The blocks of a flowing text (Word and its like) as a Document: one text, and the blocks with their offsets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from pepinsight.documents.document import Block, BlockKind, Document, Place
from pepinsight.documents.errors import Unreadable
from pepinsight.documents.word.blocks import StoryBlock, StoryReader
from pepinsight.documents.word.looks import headed, is_pale
from pepinsight.documents.word.styles import Styles
from pepinsight.documents.word.subheads import with_subheads

MAX_WORDS = 400_000
"""Some hundred times a long PEP."""


def document_of(
    blocks: Sequence[StoryBlock],
    table_sizes: Sequence[tuple[int, int]],
    *,
    name: str,
    format: str,
    sha256: str,
    title: str | None = None,
    gaps: Sequence[str] = (),
) -> Document:
    """The Document that ``blocks`` make up. Raises Unreadable for more words than any PEP holds."""
    text, placed = _place(with_subheads(headed(blocks)))
    if len(text) > MAX_WORDS and sum(1 for _ in re.finditer(r"\S+", text)) > MAX_WORDS:
        raise Unreadable(f"{name} holds over {MAX_WORDS:,} words, too many for a PEP.")
    return Document(
        name=name,
        format=format,
        sha256=sha256,
        text=text,
        blocks=placed,
        title=title,
        table_sizes=tuple(table_sizes),
        gaps=tuple(dict.fromkeys(gaps)),
    )


def document_of_stories(
    stories: Sequence[tuple[etree._Element, BlockKind | None]],
    *,
    name: str,
    format: str,
    sha256: str,
    gaps: Sequence[str] = (),
) -> Document:
    """The Document of bodies (``w:body``) that were made from another format, in order.

    All blocks of a story are of the kind beside it, where one is given. Raises Unreadable where there are no words.
    """
    reader = StoryReader(Styles(None), lambda _: None)
    blocks = [block for root, kind in stories for block in reader.read(root, kind).blocks]
    if not blocks:
        raise Unreadable(f"{name} holds no words.")
    return document_of(blocks, reader.table_sizes, name=name, format=format, sha256=sha256, gaps=gaps)


def _place(blocks: Sequence[StoryBlock]) -> tuple[str, tuple[Block, ...]]:
    """The one text of all blocks, and the blocks with their offsets into it."""
    placed: list[Block] = []
    start = 0
    for index, block in enumerate(blocks):
        end = start + len(block.text)
        cell = block.cell
        if cell is None:
            place = Place(block=index)
        else:
            place = Place(block=index, table=cell.table, row=cell.row, column=cell.column)
        placed.append(
            Block(
                start=start,
                end=end,
                kind=block.kind,
                place=place,
                level=block.level,
                bold=block.bold,
                bold_parts=tuple((start + first, start + last) for first, last in block.bold_parts),
                row_span=1 if cell is None else cell.row_span,
                column_span=1 if cell is None else cell.column_span,
                placeholder=block.prompt,
                cell_part=block.cell_part,
                parent_table=None if cell is None else cell.parent,
                shaded=cell is not None and cell.shaded,
                pale=cell is not None and is_pale(block.colour),
            )
        )
        start = end + 1
    return "\n".join(block.text for block in blocks), tuple(placed)
