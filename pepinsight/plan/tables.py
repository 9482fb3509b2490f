"""Cut a document into its pieces, and the tables of the file into the tables of the form.

A form may be one Word table from top to bottom, so a table of the file is not a table of the form. Here a logical table
is one header row and the rows below it of the same make; banner rows stand apart as headings, and rows of a label
beside its answer stand apart as pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pepinsight.documents import Document, Table
from pepinsight.plan.cards import rows_of_cards
from pepinsight.plan.columns import LONGEST_LABEL, columns, has_word, is_label, roles
from pepinsight.plan.item_numbers import item_numbers
from pepinsight.plan.labelled_lines import find_labelled
from pepinsight.plan.margins import margin_titles
from pepinsight.plan.pairs import is_blank, is_by_topic, table_rows
from pepinsight.plan.pieces import (
    BOLD_LINE,
    LONGEST_HEADING,
    Cell,
    Heading,
    LogicalTable,
    Pair,
    Piece,
    Text,
    is_asked,
    is_labelled,
    is_remark,
    items_in,
    names_target,
    read_block,
    read_item,
)
from pepinsight.plan.plan import Span
from pepinsight.plan.stacked import find_boxes
from pepinsight.plan.turned import FIGURE, is_turned, turned

LONGEST_EXPLAINED = 300  # characters of a header cell that says how to fill its column
_LINES = 3  # labels of a plan with their answers, from which on a cell holds a whole target
_LEAST_ANSWER = 4  # words in bold beside the bold name of a target that word it


def pieces_of(document: Document) -> tuple[Piece, ...]:
    """The document's body as pieces, in reading order."""
    found: list[tuple[int, Piece]] = []
    last: tuple[Table, LogicalTable] | None = None  # the table that just ended, which the next may continue
    seen: set[int] = set()
    tables = {table.index: table for table in document.tables}
    labelled = find_labelled(document)
    answers = {index for answer in labelled.values() for index in answer}
    for index, block in enumerate(document.blocks):
        number = block.place.table
        if not block.kind.is_body or index in answers:
            continue
        if index in labelled:
            found.append((index, _pair(document, (index,), labelled[index])))
            last = None
        elif number is None:
            found.extend((index, piece) for piece in read_block(document, index, block))
            last = None
        elif number not in seen:
            seen.add(number)
            table = tables[number]
            above = last[1].header if last and last[0].columns == table.columns else None
            cut = _line_by_line(document, table) or _labelled(document, table) or _Cutter(document, table, above).cut()
            found.extend(cut)
            end = cut[-1][1] if cut else None
            last = (table, end) if isinstance(end, LogicalTable) else None
    # A nested table goes after the start of the row in which it stands.
    return tuple(piece for _, piece in sorted(found, key=lambda item: item[0]))


def _line_by_line(document: Document, table: Table) -> list[tuple[int, Piece]]:
    """The pieces of a table with the form's titles in its margin, or of one with a whole block of labels and answers in
    each cell, block by block; empty for any other."""
    inside = sorted(index for cell in table.cells.values() for index in cell)
    if not (margin_titles(document) & set(inside) or _holds_blocks(document, table)):
        return []
    return [(index, piece) for index in inside for piece in read_block(document, index, document.blocks[index])]


def _holds_blocks(document: Document, table: Table) -> bool:
    """Whether the cells hold a target each with its plan, line by line, side by side."""
    cells = [
        [document.text_of(document.blocks[index]) for index in cell]
        for cell in table.cells.values()
        if any(document.text_of(document.blocks[index]).strip() for index in cell)
    ]
    return len(cells) > 1 and all(sum(is_labelled(text) for text in cell) >= _LINES for cell in cells)


def _stacked_plan(document: Document, table: Table) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The labels of a target's plan, each above its answer in a row of its own; empty for any other table."""
    cells = [cell for _, cell in sorted(table.cells.items())]
    asked = [cell for cell in cells if len(cell) > 1 and is_asked(document.text_of(document.blocks[cell[0]]))]
    if table.columns > 1 or len(asked) < _LINES or len(asked) * 2 <= len(cells):
        return []
    return [(cell[:1], cell[1:]) for cell in cells]


def _labelled(document: Document, table: Table) -> list[tuple[int, Piece]]:
    """The pairs of a table of labels above their answers, or of one that goes through the form's topics row by row;
    empty for any other."""
    if table.index in rows_of_cards(document):
        return []  # the other rows are a data table's
    halves = [(box.label, box.answer) for box in find_boxes(document, table)]
    if not halves and is_by_topic(document, table, ()):
        halves = [(row[0], tuple(index for cell in row[1:] for index in cell)) for row in table_rows(document, table)]
    halves = halves or _stacked_plan(document, table)
    pairs: list[tuple[int, Piece]] = []
    for label, answer in halves:
        if label:
            pairs.append((label[0], _pair(document, label, answer)))
    boxed = {index for half in halves for cell in half for index in cell}
    for index in (index for cell in table.cells.values() for index in cell if index not in boxed):
        pairs.extend((index, piece) for piece in read_block(document, index, document.blocks[index]))
    return pairs if halves else []


def _pair(document: Document, label: tuple[int, ...], answer: tuple[int, ...]) -> Pair:
    first, second = _joined_cell(document, label), _joined_cell(document, answer or label[-1:])
    value = second if answer else replace(second, text="", span=Span(first.span.end, first.span.end))
    return Pair(first, value, Span(first.span.start, value.span.end), label[0])


def _joined_cell(document: Document, indices: tuple[int, ...]) -> Cell:
    first, last = document.blocks[indices[0]], document.blocks[indices[-1]]
    span = Span(first.start, last.end)
    return Cell(document.text[span.start : span.end], span, indices[0], placeholder=is_blank(document, span, indices))


def _answers(text: str, label: str) -> bool:
    """Whether what stands beside a label in the same bold letters is its answer, as in the shaded top row of a card."""
    named = "wording" in roles(label, "targets") and not roles(text, "targets")
    return len(text) > LONGEST_LABEL or (named and len(text.split()) >= _LEAST_ANSWER)


class _Cutter:
    """Goes down one table of the file and says what each row is."""

    def __init__(self, document: Document, table: Table, above: tuple[Cell, ...] | None) -> None:
        self.document = document
        self.table = table
        self.rows: list[list[Cell]] = [[] for _ in range(table.rows)]
        for (row, column), blocks in sorted(table.cells.items()):
            if blocks[0] not in item_numbers(document):
                self.rows[row].append(self._cell(column, blocks))
        self.header: tuple[Cell, ...] | None = None
        self.continued = above
        self.body: list[tuple[Cell | None, ...]] = []
        self.bands: list[str] = []
        self.band = ""
        self.found: list[tuple[int, Piece]] = []
        self.at = 0  # the first block of the row at hand

    def cut(self) -> list[tuple[int, Piece]]:
        """The pieces of this table, each with the first block of its row."""
        if is_turned(self.rows, self.table.columns):
            self.at = self.rows[0][0].block
            self._add([turned(self.rows, self.table.columns)])
            return self.found
        framed = 0  # rows left beside the title in the first column
        cards = rows_of_cards(self.document).get(self.table.index, {})
        for number, row in enumerate(self.rows):
            if number in cards:
                self._close()
                self.at = row[0].block
                self._add(_pair(self.document, box.label, box.answer) for box in cards[number])
                continue
            if all(cell.blank for cell in row):
                framed = max(framed - 1, 0)
                continue
            if rows := self._titled_beside(number):
                self._close()
                self.at = row[0].block
                self._add([self._title(row[0])])
                framed, row = rows, row[1:]
            if framed:
                framed -= 1
                self._add(self._pairs(row))
                continue
            if len(row) == 1 and (row[0].width >= self.table.columns):
                self._banner(row[0])
            elif self.header is not None and not self.body and self._goes_on(row):
                self.header = self._joined(row)
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

    def _title(self, cell: Cell) -> Piece:
        """What stands beside rows of labels: a title, or the whole wording of the target that they plan."""
        if len(cell.text) > LONGEST_HEADING:
            return Text(cell.text, cell.span, cell.block)
        return Heading(cell.text, cell.span, cell.block, BOLD_LINE)

    def _titled_beside(self, number: int) -> int:
        """How many rows of labels in bold beside their answers stand next to the title that opens this row ("No. 1", in
        a cell that spans them all); 0 for any other row."""
        row = self.rows[number]
        rows = self.document.blocks[row[0].block].row_span
        if rows < 2 or not row[0].bold or row[0].blank or row[0].column > 0:
            return 0
        halves = [row[1:], *(beside for beside in self.rows[number + 1 : number + rows] if beside)]
        answered = [half for half in halves if len(half) > 1]
        asked = answered and all(
            (len(half) == 1 or len(half) % 2 == 0)
            and all(cell.bold for cell in half[::2])
            and not any(cell.bold for cell in half[1::2])
            for half in halves
        )
        return rows if asked else 0

    def _cell(self, column: int, blocks: tuple[int, ...]) -> Cell:
        first, last = self.document.blocks[blocks[0]], self.document.blocks[blocks[-1]]
        span = Span(first.start, last.end)
        text = self.document.text[span.start : span.end]
        bold = all(self.document.blocks[index].bold for index in blocks)
        prompt = len(text) <= LONGEST_LABEL and is_blank(self.document, span, blocks)
        return Cell(text, span, blocks[0], column, first.column_span, bold, prompt)

    def _goes_on(self, row: Sequence[Cell]) -> bool:
        """Whether ``row`` is the second line of a header whose first leaves columns open or runs over several."""
        open_above = any(cell.blank or cell.width > 1 for cell in self.header or ())
        filled = [cell for cell in row if not cell.blank]
        names = [cell.text for cell in filled if not cell.text[0].isdigit() and not FIGURE.fullmatch(cell.text)]
        known = max(sum(is_label(name, family) for name in names) for family in columns().families)
        return open_above and known >= 2 and known * 10 >= len(filled) * 6

    def _joined(self, row: Sequence[Cell]) -> tuple[Cell, ...]:
        """Both lines of a header as one: "Autumn" over "Target" is "Autumn Target"."""
        joined = []
        for cell in self._completed(row):
            left = [head for head in self.header or () if head.column <= cell.column]
            named = [head for head in left if not head.blank and head.column > 0]
            above = named[-1] if left[-1].blank and named else left[-1]
            joined.append(replace(cell, text=f"{above.text} {cell.text}".strip()))
        return tuple(joined)

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
        self.at = cell.block
        if self.header is not None and short and is_remark(cell.text):
            self._add([read_item(self.document, cell.text, cell.span.start, cell.block, False)])
            return
        self._close()
        for index in self.table.cells[self._key(cell)]:
            block = self.document.blocks[index]
            self._add(read_block(self.document, index, block))

    def _key(self, cell: Cell) -> tuple[int, int]:
        place = self.document.blocks[cell.block].place
        return (place.row or 0, place.column or 0)

    def _is_header(self, number: int) -> bool:
        row = self.rows[number]
        below = self.rows[number + 1] if number + 1 < len(self.rows) else []
        filled = [cell for cell in row if not cell.blank]
        longest = LONGEST_EXPLAINED if self.header is None else LONGEST_LABEL
        if len(filled) < 2 or any(len(cell.text) > longest or names_target(cell.text) for cell in filled):
            return False
        every_other = list(range(0, self.table.columns, 2))
        if self.table.columns in (4, 6) and [cell.column for cell in filled if cell.width == 1] == every_other:
            return False  # labels, and the answers beside them left blank
        corner = all(cell.column > 0 or cell.blank for cell in row[:1]) and self.header is None
        if corner and below and below[0].column == 0 and len(below) > 1 and all(len(c.text) <= 40 for c in filled):
            return not below[0].blank  # a blank corner: periods or subjects across, measures down
        figures = sum(bool(FIGURE.fullmatch(cell.text)) for cell in filled)
        if figures * 3 >= len(filled) and not (all(cell.bold for cell in filled) and figures * 2 <= len(filled)):
            return False
        if any(cell.bold for cell in row[::2]) and not any(cell.bold for cell in row[1::2]):
            return False  # labels in bold, answers beside them
        stands_out = all(cell.bold for cell in filled) and not all(cell.bold for cell in below if not cell.blank)
        if self.header is not None and not stands_out and any(cell.bold for cell in self.header):
            return False
        names = [cell.text for cell in filled if not cell.text[0].isdigit() and not FIGURE.fullmatch(cell.text)]
        known = max(sum(bool(roles(name, family)) for name in names) for family in columns().families)
        if self.header is not None and not stands_out:
            return known >= 3 and known * 10 >= len(filled) * 8
        if len(filled) == 2 and len(row) == 2:
            named = [cell.text for cell in filled[1:] if not FIGURE.fullmatch(cell.text)]
            answers = any(is_label(name, "targets") and not has_word(name, "settled") for name in named)
            return (stands_out or known == 2 or answers) and bool(below) and not self._is_vertical(number)
        return stands_out or (known >= 2 and known * 10 >= len(filled) * 6)

    def _is_vertical(self, number: int) -> bool:
        """Whether the rows from here on are a label beside its answer: Target, Why, How, one below the other."""
        labels = [row[0].text for row in self.rows[number + 1 : number + 5] if len(row) == 2]
        known = [label for label in labels if is_label(label, "targets") and roles(label, "targets") != ("number",)]
        return bool(known) and len(known) * 2 >= len(labels)

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
                table = LogicalTable(self.header, tuple(self.body), tuple(self.bands), block)
                self.found.append((block, table))
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
        if any(names_target(cell.text) for cell in cells):
            for cell in cells:
                for start, end in items_in(cell.text):
                    yield read_item(self.document, cell.text[start:end], cell.span.start + start, cell.block, False)
            return
        while cells:
            label = cells.pop(0)
            if cells and (not (cells[0].bold and label.bold) or _answers(cells[0].text, label.text)):
                value = cells.pop(0)
            else:
                value = replace(label, text="", span=Span(label.span.end, label.span.end))
            if not label.blank:
                yield Pair(label, value, Span(label.span.start, max(value.span.end, label.span.end)), label.block)
