"""Titles in the margin: a form laid out as one table, its parts' titles on the left and their text beside."""

from __future__ import annotations

from pepinsight.documents import BlockKind, Document, Table
from pepinsight.once import once
from pepinsight.plan.forms import headings
from pepinsight.plan.lexicon import FAIR, words
from pepinsight.plan.title_words import bare_title

_FEWEST = 5  # titles in such a form
_TITLE_WORDS = 12
_KNOWN = 3  # kinds of parts that the titles must name in known words
_TEXT = 12  # words beside a title, on the average; labels have shorter answers
_MOST_OF_IT = 0.6  # share of the document's words; a table that is but a part of the form keeps its labels


@once
def margin_titles(document: Document) -> frozenset[int]:
    """The blocks that are titles in the margin; empty where the document is not laid out so.

    Minutes or views may stand in such a table too, topic by topic: only where most of the document does are they its
    parts.
    """
    for table in document.tables:
        if table.parent is None and table.columns == 2 and len(titles := _titles(document, table)) >= _FEWEST:
            matches = (headings().match(words(document.text_of(document.blocks[at]))) for at in titles)
            kinds = {match.kind for match in matches if match is not None and match.strength >= FAIR}
            told, all_words = _words_in(document, table), _words_in(document)
            if len(kinds) >= _KNOWN and told >= max(_MOST_OF_IT * all_words, _TEXT * len(titles)):
                return frozenset(titles)
    return frozenset()


def _words_in(document: Document, table: Table | None = None) -> int:
    """The words of a table and of those within it, or of the whole body."""
    return sum(
        len(document.text_of(block).split())
        for block in document.blocks
        if block.kind.is_body and (table is None or table.index in (block.place.table, block.parent_table))
    )


def _titles(document: Document, table: Table) -> list[int]:
    """The left cells where each is a short title, the main ones in bold, beside text that is not; empty for any other
    table."""
    left = [cell for (_, column), cell in sorted(table.cells.items()) if column == 0]
    right = [cell for (_, column), cell in sorted(table.cells.items()) if column == 1]
    if not all(_is_title(document, cell) for cell in left):
        return []
    if not any(document.blocks[cell[0]].bold for cell in left):
        return []
    if sum(all(document.blocks[at].bold for at in cell) for cell in right) * 2 > len(right):
        return []  # two columns of headings, of a table of another make
    return [cell[0] for cell in left]


def _is_title(document: Document, cell: tuple[int, ...]) -> bool:
    block = document.blocks[cell[0]]
    text = document.text_of(block).strip()
    alone = len(cell) == 1 and block.kind is BlockKind.CELL and block.column_span == 1
    return alone and 0 < len(bare_title(text).split()) <= _TITLE_WORDS and text[-1] not in ":;,"
