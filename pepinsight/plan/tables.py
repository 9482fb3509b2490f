"""Cut a document into what its forms are made of: headings, running text, label-and-answer pairs, and logical tables.

A form may be one Word table from top to bottom, so a table of the file is not a table of the form. Here a logical table
is one header row and the rows below it of the same make; banner rows stand apart as headings, and rows of a label
beside its answer stand apart as pairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pepinsight.documents import Block, BlockKind, Document, Table
from pepinsight.plan.columns import LONGEST_LABEL, columns, has_word, is_label, roles
from pepinsight.plan.pairs import is_blank
from pepinsight.plan.plan import Span

LONGEST_HEADING = 110  # characters of a bold line or banner that still reads as a heading
BOLD_LINE = 9  # the level of a heading that is only a bold line
_LABELLED = re.compile(r"\s*([^:\n]{1,60}?)\s*:(?!//|\d)\s*", re.DOTALL)
_SENTENCE = re.compile(r"[a-z)\d]{3}[.!?]\s")  # a label holds no end of a sentence
_FIGURE = re.compile(r"[\s£%\d.,/()+:–-]+")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell's words and where they stand; ``column`` and ``width`` count the columns of the file's table."""

    text: str
    span: Span
    block: int
    column: int = 0
    width: int = 1
    bold: bool = False
    placeholder: bool = False

    @property
    def blank(self) -> bool:
        """Nothing was written: no letter or figure, or only the form's prompt."""
        return self.placeholder or not any(letter.isalnum() or letter == "£" for letter in self.text)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, a banner row, or a bold line that reads as one."""

    text: str
    span: Span
    block: int
    level: int


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph or a list item, wherever it stands."""

    text: str
    span: Span
    block: int
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and its answer, which is blank where nothing was written; ``whole`` spans both."""

    label: Cell
    value: Cell
    whole: Span
    block: int
    listed: bool = False


@dataclass(frozen=True, slots=True)
class LogicalTable:
    """A header row and its body. ``rows[r][c]`` is the cell under ``header[c]``, None where nothing stands.

    ``bands`` names for each row the banner inside the table under which it stands ("Long term"), "" for none.
    """

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    bands: tuple[str, ...]
    block: int

    def column(self, at: int) -> list[Cell]:
        """The filled cells of one column."""
        return [cell for row in self.rows if (cell := row[at]) is not None and not cell.blank]


Piece = Heading | Text | Pair | LogicalTable


def pieces_of(document: Document) -> tuple[Piece, ...]:
    """The document's body as pieces, in reading order."""
    found: list[tuple[int, Piece]] = []
    last: tuple[Table, LogicalTable] | None = None  # the table that just ended, which the next may continue
    seen: set[int] = set()
    tables = {table.index: table for table in document.tables}
    for index, block in enumerate(document.blocks):
        number = block.place.table
        if not block.kind.is_body:
            continue
        if number is None:
            found.extend((index, piece) for piece in _read_block(document, index, block))
            last = None
        elif number not in seen:
            seen.add(number)
            table = tables[number]
            above = last[1].header if last and last[0].columns == table.columns else None
            cut = _Cutter(document, table, above).cut()
            found.extend(cut)
            end = cut[-1][1] if cut else None
            last = (table, end) if isinstance(end, LogicalTable) else None
    # A nested table goes after the start of the row in which it stands.
    return tuple(piece for _, piece in sorted(found, key=lambda item: item[0]))


def _read_block(document: Document, index: int, block: Block) -> Iterator[Piece]:
    text = document.text_of(block)
    span = Span(block.start, block.end)
    listed = block.kind is BlockKind.LIST_ITEM
    if block.kind is BlockKind.HEADING or block.level > 0:
        yield Heading(text, span, index, block.level or 1)
    elif block.bold and len(text) <= LONGEST_HEADING and not _has_answer(text):
        yield Heading(text, span, index, BOLD_LINE)
    elif not is_blank(document, span, (index,)):
        for start, end in _items(text):
            yield _read_item(document, text[start:end], block.start + start, index, listed)


def _has_answer(text: str) -> bool:
    found = _LABELLED.match(text)
    return bool(found and roles(found[1], "targets") and text[found.end() :].strip())


def _items(text: str) -> list[tuple[int, int]]:
    """A paragraph whose lines are labelled ("Target: ...", "How: ...") is several items; any other is one."""
    starts = [0]
    for line in re.finditer(r"\n", text):
        found = _LABELLED.match(text, line.end())
        if found and roles(found[1], "targets"):
            starts.append(line.end())
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _read_item(document: Document, text: str, start: int, index: int, listed: bool) -> Piece:
    stripped = text.rstrip()
    span = Span(start, start + len(stripped))
    found = _LABELLED.match(stripped)
    if not found or len(found[1].split()) > 9 or _SENTENCE.search(found[1]):
        return Text(stripped, span, index, listed)
    label = Cell(found[1], Span(start + found.start(1), start + found.end(1)), index)
    answer = Span(start + found.end(), span.end)
    value = Cell(stripped[found.end() :], answer, index, placeholder=is_blank(document, answer))
    return Pair(label, value, span, index, listed)


class _Cutter:
    """Goes down one table of the file and says what each row is."""

    def __init__(self, document: Document, table: Table, above: tuple[Cell, ...] | None) -> None:
        self.document = document
        self.table = table
        self.rows = [self._row(number) for number in range(table.rows)]
        self.header: tuple[Cell, ...] | None = None
        self.continued = above
        self.body: list[tuple[Cell | None, ...]] = []
        self.bands: list[str] = []
        self.band = ""
        self.found: list[tuple[int, Piece]] = []
        self.at = 0  # the first block of the row at hand

    def cut(self) -> list[tuple[int, Piece]]:
        """The pieces of this table, each with the first block of its row."""
        if self._is_transposed():
            self.at = self.rows[0][0].block
            self._add([self._transposed()])
            return self.found
        for number, row in enumerate(self.rows):
            if all(cell.blank for cell in row):
                continue
            if len(row) == 1 and (row[0].width >= self.table.columns):
                self._banner(row[0])
            elif self._is_header(number):
                self._close()
                self.at = min(cell.block for cell in row)
                self.header = self._completed(row)
            elif self.header is not None and self._fits(row):
                self._append(row)
            elif self.continued is not None and self._fits(row, self.continued):
                self.header = self.continued
                self.at = min(cell.block for cell in row)
                self._append(row)
            else:
                self._close()
                self.at = min(cell.block for cell in row)
                self._add(self._pairs(row))
            if row and len(row) > 1:
                self.continued = None
        self._close()
        return self.found

    def _is_transposed(self) -> bool:
        """Whether labels stand in the first column and two or more answers beside each: targets or subjects across."""
        rows = [row for row in self.rows if row]
        if self.table.columns < 3 or len(rows) < 3 or any(len(row) < 2 or row[0].width > 1 for row in rows):
            return False
        firsts = [next((cell.text for cell in row if cell.column == 0), "") for row in rows]
        beside = [[cell.text for cell in row if cell.column > 0] for row in rows]
        others = [text for texts in beside[1:] for text in texts if not _FIGURE.fullmatch(text)]
        for family, telling in (("targets", {"wording", "how"}), ("attainment", {"target", "current"})):
            kinds = [roles(text, family)[:1] for text in firsts]
            known = sum(bool(kind) for kind in kinds) * 3 >= len(kinds) * 2
            labels_beside = sum(bool(roles(text, family)) for text in others)
            if known and telling <= {role for kind in kinds for role in kind} and labels_beside * 3 <= len(others):
                heads = sum(bool(roles(text, family)) for text in beside[0])
                return heads * 2 <= len(beside[0]) or all(text[-1:].isdigit() for text in beside[0])  # "Target 2"
        return False

    def _transposed(self) -> LogicalTable:
        """The table turned: its first column is the header."""
        start = Span(self.rows[0][0].span.start, self.rows[0][0].span.start)
        by_column = [{cell.column: cell for cell in row} for row in self.rows]
        header = tuple(row.get(0, Cell("", start, self.rows[0][0].block)) for row in by_column)
        columns = range(1, self.table.columns)
        body = tuple(tuple(row.get(at) for row in by_column) for at in columns)
        return LogicalTable(header, body, ("",) * len(body), header[0].block)

    def _row(self, number: int) -> list[Cell]:
        row = []
        for (at, column), blocks in sorted(self.table.cells.items()):
            if at != number:
                continue
            first, last = self.document.blocks[blocks[0]], self.document.blocks[blocks[-1]]
            span = Span(first.start, last.end)
            text = self.document.text[span.start : span.end]
            bold = all(self.document.blocks[index].bold for index in blocks)
            prompt = len(text) <= LONGEST_LABEL and is_blank(self.document, span, blocks)
            row.append(Cell(text, span, blocks[0], column, first.column_span, bold, prompt))
        return row

    def _completed(self, row: Sequence[Cell]) -> tuple[Cell, ...]:
        """The header row with a nameless cell over each column that it leaves open."""
        taken = {at for cell in row for at in range(cell.column, cell.column + cell.width)}
        start = Span(row[0].span.start, row[0].span.start)
        gaps = [Cell("", start, row[0].block, at) for at in range(self.table.columns) if at not in taken]
        return tuple(sorted([*row, *gaps], key=lambda cell: cell.column))

    def _add(self, pieces: Iterable[Piece]) -> None:
        self.found.extend((self.at, piece) for piece in pieces)

    def _banner(self, cell: Cell) -> None:
        short = len(cell.text) <= LONGEST_HEADING and "\n" not in cell.text
        if (
            self.header is not None
            and short
            and (has_word(cell.text, "long_term") or has_word(cell.text, "short_term"))
        ):
            self.band = cell.text
            return
        self._close()
        self.at = cell.block
        for index in self.table.cells[self._key(cell)]:
            block = self.document.blocks[index]
            self._add(_read_block(self.document, index, block))

    def _key(self, cell: Cell) -> tuple[int, int]:
        place = self.document.blocks[cell.block].place
        return (place.row or 0, place.column or 0)

    def _is_header(self, number: int) -> bool:
        row = self.rows[number]
        below = self.rows[number + 1] if number + 1 < len(self.rows) else []
        filled = [cell for cell in row if not cell.blank]
        if len(filled) < 2 or any(len(cell.text) > LONGEST_LABEL for cell in filled):
            return False
        if sum(bool(_FIGURE.fullmatch(cell.text)) for cell in filled) * 2 > len(filled):
            return False
        if any(cell.bold for cell in row[::2]) and not any(cell.bold for cell in row[1::2]):
            return False  # labels in bold, answers beside them
        stands_out = all(cell.bold for cell in filled) and not all(cell.bold for cell in below if not cell.blank)
        if self.header is not None and not stands_out and any(cell.bold for cell in self.header):
            return False
        names = [cell.text for cell in filled if not cell.text[0].isdigit() and not _FIGURE.fullmatch(cell.text)]
        known = max(sum(bool(roles(name, family)) for name in names) for family in columns().families)
        if self.header is not None and not stands_out:
            return known >= 3 and known * 10 >= len(filled) * 8
        if len(filled) == 2 and len(row) == 2:
            named = [cell.text for cell in filled[1:] if not _FIGURE.fullmatch(cell.text)]
            answers = any(is_label(name, "targets") and not has_word(name, "settled") for name in named)
            return (stands_out or known == 2 or answers) and bool(below) and not self._is_vertical(number)
        return stands_out or (known >= 2 and known * 10 >= len(filled) * 6)

    def _is_vertical(self, number: int) -> bool:
        """Whether the rows from here on are a label beside its answer: Target, Why, How, one below the other."""
        labels = [row[0].text for row in self.rows[number + 1 : number + 5] if len(row) == 2]
        known = [label for label in labels if is_label(label, "targets") and roles(label, "targets") != ("number",)]
        return bool(labels) and len(known) * 2 > len(labels)

    def _fits(self, row: Sequence[Cell], header: tuple[Cell, ...] | None = None) -> bool:
        header = header or self.header or ()
        if len(row) > len(header):
            return False
        starts = [cell.column for cell in header]
        covered = [sum(cell.column <= start < cell.column + cell.width for start in starts) for cell in row]
        if len(row) <= 2 < len(header) and max(covered, default=0) > 1:
            return False
        if len(row) == 2 == len(header) and row[0].bold and not row[1].bold:
            return bool(self.body) and all(earlier[0] is not None and earlier[0].bold for earlier in self.body)
        return True

    def _append(self, row: Sequence[Cell]) -> None:
        header = self.header or ()
        places: list[Cell | None] = [None] * len(header)
        for cell in row:
            at = max((index for index, head in enumerate(header) if head.column <= cell.column), default=0)
            places[at] = cell
        self.body.append(tuple(places))
        self.bands.append(self.band)

    def _close(self) -> None:
        if self.header is not None:
            if self.body or len(self.header) > 2:
                block = self.header[0].block if not self.body else self._first_block()
                self._add([LogicalTable(self.header, tuple(self.body), tuple(self.bands), block)])
            else:
                self._add(self._pairs(self.header))
        self.header, self.body, self.bands, self.band = None, [], [], ""

    def _first_block(self) -> int:
        """The header's block, or the first row's where the header stands in an earlier table."""
        rows = [cell.block for cell in self.body[0] if cell is not None]
        header = self.header[0].block if self.header else rows[0]
        return header if self.document.blocks[header].place.table == self.table.index else rows[0]

    def _pairs(self, row: Sequence[Cell]) -> Iterator[Piece]:
        """Cells two by two: label, answer, label, answer; a label at the end has a blank answer."""
        cells = list(row)
        while cells:
            label = cells.pop(0)
            if cells and not (cells[0].bold and label.bold):
                value = cells.pop(0)
            else:
                value = replace(label, text="", span=Span(label.span.end, label.span.end))
            if not label.blank:
                yield Pair(label, value, Span(label.span.start, max(value.span.end, label.span.end)), label.block)
