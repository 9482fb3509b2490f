"""A document: one text, and the blocks over it in reading order, each with its place in the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from pepinsight.once import Memo

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in PDF points from the page's top left."""


class BlockKind(StrEnum):
    """What a block is on the page. It says nothing of what the block means."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CELL = "cell"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    COMMENT = "comment"

    @property
    def is_body(self) -> bool:
        """True for what a reader reads in the main text; running lines, footnotes and comments are apart."""
        return self in _BODY


_BODY = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CELL})


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand in the file. A Word file has no pages: its ``page`` and ``box`` are None.

    ``page`` counts from 1; ``block``, ``table``, ``row`` and ``column`` count from 0. ``file`` is the name of the
    attachment in which the words stand, None for the file itself; ``page`` and ``box`` are then that attachment's.
    """

    block: int
    page: int | None = None
    box: Box | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    file: str | None = None

    @property
    def whereabouts(self) -> str:
        """The attachment and the page as a person says them: "EHCP.pdf, page 2"; empty for a Word file's own words."""
        return ", ".join(filter(None, [self.file, f"page {self.page}" if self.page is not None else None]))


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of a block in a PDF: offsets into the document's text, and where it stands."""

    start: int
    end: int
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the document's text: ``document.text[start:end]``.

    ``level`` is a heading's depth (1 is the highest), 0 for other blocks. ``bold`` is True when all its words are.
    ``bold_parts`` are offsets into the document's text of its bold words where not all are, such as a label before its
    answer; empty where all or none are.
    ``row_span`` and ``column_span`` are those of a cell; a merged cell is one block at its top left.
    ``placeholder`` is True when the form's prompt ("Click to enter text") stands where an answer should.
    ``cell_part`` is True for the second and later blocks of one cell (its further paragraphs share table, row, column).
    ``parent_table`` is the table in which a nested table stands.
    ``shaded`` is True for a Word file's cell with a ground of another colour than white, ``pale`` for one with words in
    white or near it: its ground must be dark.
    """

    start: int
    end: int
    kind: BlockKind
    place: Place
    level: int = 0
    bold: bool = False
    row_span: int = 1
    column_span: int = 1
    placeholder: bool = False
    cell_part: bool = False
    parent_table: int | None = None
    shaded: bool = False
    pale: bool = False
    lines: tuple[Line, ...] = ()
    bold_parts: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table's cells by (row, column) of their top left; each cell is the indices of its blocks, in order."""

    index: int
    rows: int
    columns: int
    cells: dict[tuple[int, int], tuple[int, ...]]
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Attached:
    """A paper read along with a file: its name, and where it starts: block and table (indices), offset."""

    name: str
    block: int
    table: int
    start: int


@dataclass(frozen=True)
class Document:
    """What a file says, in reading order; the papers attached to it follow its own words (``attached``).

    Blocks do not overlap, stand in order of their offsets and are parted by newlines; every visible word of the file
    stands in exactly one block. ``format`` is "docx", "pdf", "odt", "rtf", "doc", "html", "mail" or "txt".
    ``sha256`` is the file's; ``pages`` is None but for a PDF; ``scanned`` are the numbers of the pages whose words were
    recognised in a picture.
    ``table_sizes`` gives rows and columns of each table where the file states them: a column that is blank throughout
    has no blocks to show it by. ``gaps`` holds one sentence for each part of the file whose words could not be read.
    """

    name: str
    format: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    page_sizes: tuple[tuple[float, float], ...] = ()
    title: str | None = None
    table_sizes: tuple[tuple[int, int], ...] = ()
    gaps: tuple[str, ...] = ()
    scanned: tuple[int, ...] = ()
    attached: tuple[Attached, ...] = ()

    @property
    def alone(self) -> Document:
        """The file itself, without the papers attached to it."""
        if not self.attached:
            return self
        first = self.attached[0]
        return replace(
            self,
            text=self.text[: max(first.start - 1, 0)],
            blocks=self.blocks[: first.block],
            table_sizes=self.table_sizes[: first.table],
            attached=(),
        )

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables that the cell blocks make up, nested ones included, by index."""
        return _gather_tables(self.blocks, self.table_sizes)

    @cached_property
    def memo(self) -> Memo:
        """What was worked out of this document (see ``once``)."""
        return Memo()

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(block.start for block in self.blocks)

    def text_of(self, block: Block) -> str:
        """The block's words."""
        return self.text[block.start : block.end]

    def cell_text(self, table: Table, row: int, column: int) -> str:
        """The words of one cell, its paragraphs parted by newlines; empty where no cell starts."""
        indices = table.cells.get((row, column), ())
        return "\n".join(self.text_of(self.blocks[index]) for index in indices)

    def block_at(self, offset: int) -> int:
        """The index of the block that holds ``offset``, or the nearest before it."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def place_of(self, start: int, end: int) -> Place:
        """Where ``text[start:end]`` stands: its block's place, narrowed in a PDF to the printed lines it touches.

        Words that run over a page break are placed by their first page.
        """
        index = self.block_at(start)
        block = self.blocks[index]
        lines = [line for line in block.lines if line.start < end and line.end > start]
        if not lines:
            return block.place
        page = lines[0].page
        boxes = [line.box for line in lines if line.page == page]
        box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
        place = block.place
        return replace(place, page=page, box=box)


def _gather_tables(blocks: tuple[Block, ...], stated: tuple[tuple[int, int], ...]) -> tuple[Table, ...]:
    cells: dict[int, dict[tuple[int, int], list[int]]] = {}
    sizes = dict(enumerate(stated))
    parents: dict[int, int | None] = {}
    for index, block in enumerate(blocks):
        place = block.place
        if place.table is None or place.row is None or place.column is None:
            continue
        cells.setdefault(place.table, {}).setdefault((place.row, place.column), []).append(index)
        rows, columns = sizes.get(place.table, (0, 0))
        sizes[place.table] = (max(rows, place.row + block.row_span), max(columns, place.column + block.column_span))
        parents[place.table] = block.parent_table
    return tuple(
        Table(
            number,
            *sizes[number],
            {key: tuple(value) for key, value in cells.get(number, {}).items()},
            parents.get(number),
        )
        for number in sorted(sizes)
    )
