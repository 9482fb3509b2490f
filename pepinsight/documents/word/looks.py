"""Headings that a Word file makes by size and colour alone, without heading styles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pepinsight.documents.document import BlockKind
from pepinsight.documents.word.blocks import StoryBlock

_LARGER = 1.12
"""A heading's letters are this much larger than the body's."""
_MAX_WORDS = 25
_PALE = re.compile(r"(?:[EF][0-9A-F]){3}", re.IGNORECASE)
_FEWEST = 3
"""Headings by style from which on the file is taken to mark its headings so."""


def headed(blocks: Sequence[StoryBlock]) -> list[StoryBlock]:
    """The blocks, with those made headings that stand out by larger letters, or by bold ones in another colour.

    Only where the file has no heading styles of its own; larger letters are the higher level. A bold line in the
    body's own size and colour is no heading here: what it means is for the reader of the form.
    """
    if sum(block.kind is BlockKind.HEADING for block in blocks) >= _FEWEST:
        return list(blocks)
    size, colour = _normal(blocks)
    ranks = {at: rank for at, block in enumerate(blocks) if (rank := _rank(block, size, colour)) is not None}
    order = sorted(set(ranks.values()), reverse=True)
    return [
        replace(block, kind=BlockKind.HEADING, level=order.index(ranks[at]) + 1) if at in ranks else block
        for at, block in enumerate(blocks)
    ]


def is_pale(colour: str) -> bool:
    """True for white, or near it, as Word names colours ("FFFFFF"): letters on a dark ground."""
    return _PALE.fullmatch(colour) is not None


def _normal(blocks: Sequence[StoryBlock]) -> tuple[float, str]:
    """The font size and colour of most letters outside headings."""
    sizes: Counter[float] = Counter()
    colours: Counter[str] = Counter()
    for block in blocks:
        sizes[block.size] += len(block.text)
        colours[block.colour] += len(block.text)
    return (sizes.most_common(1)[0][0], colours.most_common(1)[0][0]) if sizes else (0.0, "")


def _rank(block: StoryBlock, size: float, colour: str) -> tuple[float, bool] | None:
    if block.kind is not BlockKind.PARAGRAPH or len(block.text.split()) > _MAX_WORDS:
        return None
    if not any(map(str.isalpha, block.text)):
        return None
    if block.size >= _LARGER * size:
        return block.size, block.bold
    return (size, False) if block.bold and block.colour != colour and block.size >= size else None
