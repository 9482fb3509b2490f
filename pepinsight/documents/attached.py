"""Papers read along with a file: one text, so that quotes have one set of offsets; each place says which file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from pepinsight.documents.document import Attached, Block, Document, Line


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that belongs to another, in memory; ``trouble`` says why its bytes could not be taken out of it."""

    name: str
    data: bytes = field(default=b"", repr=False)
    trouble: str | None = None


def with_attached(document: Document, papers: Iterable[Document]) -> Document:
    """``document`` followed by ``papers``, each in its own words and with its own places. Gaps are gathered."""
    for paper in papers:
        document = _joined(document, paper)
    return document


def _joined(document: Document, paper: Document) -> Document:
    start = len(document.text) + 1
    block = len(document.blocks)
    sizes = _sizes(document)
    shifted = tuple(_shifted(one, start, block, len(sizes), paper.name) for one in paper.blocks)
    inner = tuple(
        Attached(one.name, one.block + block, one.table + len(sizes), one.start + start) for one in paper.attached
    )
    return replace(
        document,
        text=f"{document.text}\n{paper.text}",
        blocks=(*document.blocks, *shifted),
        table_sizes=(*sizes, *_sizes(paper)),
        gaps=(*document.gaps, *paper.gaps),
        attached=(*document.attached, Attached(paper.name, block, len(sizes), start), *inner),
    )


def _sizes(document: Document) -> tuple[tuple[int, int], ...]:
    """Rows and columns of every table by index, stated or counted, so that the next paper's tables can follow."""
    counted = {table.index: (table.rows, table.columns) for table in document.tables}
    return tuple(counted.get(index, (0, 0)) for index in range(max(counted, default=-1) + 1))


def _shifted(block: Block, start: int, first_block: int, first_table: int, name: str) -> Block:
    place = block.place
    table = None if place.table is None else place.table + first_table
    parent = None if block.parent_table is None else block.parent_table + first_table
    return replace(
        block,
        start=block.start + start,
        end=block.end + start,
        place=replace(place, block=place.block + first_block, table=table, file=place.file or name),
        parent_table=parent,
        lines=tuple(Line(line.start + start, line.end + start, line.page, line.box) for line in block.lines),
    )
