"""Headings below those by style that a Word file makes by larger letters alone, beside many a bold label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pepinsight.documents.document import BlockKind
from pepinsight.documents.word.blocks import StoryBlock

_LARGER = 1.05
"""Their letters are this much larger than those of the labels and the answers."""
_FEWEST = 3
"""Such lines in one size; fewer may be anything."""
_LABELS = 8
"""Bold lines in the answers' size, from which on a form asks by them."""
_MAX_WORDS = 16


def with_subheads(blocks: Sequence[StoryBlock]) -> list[StoryBlock]:
    """The blocks, with those made headings of the next level that stand in bold letters larger than the many bold
    labels, which themselves are as large as the answers."""
    sizes: Counter[float] = Counter()
    for block in blocks:
        if block.kind is not BlockKind.HEADING and not block.bold:
            sizes[block.size] += len(block.text)
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    bold = [at for at, block in enumerate(blocks) if _may_stand_out(block)]
    larger = {at: blocks[at].size for at in bold if blocks[at].size >= _LARGER * size}
    often = Counter(larger.values())
    found = {at for at, its_size in larger.items() if often[its_size] >= _FEWEST}
    if not found or sum(blocks[at].size == size for at in bold) < _LABELS:
        return list(blocks)
    level = max((block.level for block in blocks), default=0) + 1
    return [
        replace(block, kind=BlockKind.HEADING, level=level) if at in found else block for at, block in enumerate(blocks)
    ]


def _may_stand_out(block: StoryBlock) -> bool:
    short = 0 < len(block.text.split()) <= _MAX_WORDS and any(map(str.isalpha, block.text))
    return block.kind is BlockKind.PARAGRAPH and block.bold and short
