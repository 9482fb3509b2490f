"""Flows of pages to one text and its blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pepinsight.documents.document import Block, BlockKind, Line, Place
from pepinsight.documents.geometry import around
from pepinsight.documents.pdf_flow import PageFlow, PageTable, body_size
from pepinsight.documents.pdf_lines import BULLETS, Paragraph, PrintedLine


@dataclass(frozen=True)
class Draft:
    """A block before it has offsets."""

    kind: BlockKind
    lines: tuple[PrintedLine, ...]
    place: Place
    level: int = 0
    bold: bool = False
    row_span: int = 1
    column_span: int = 1
    cell_part: bool = False
    parent_table: int | None = None


def assemble(flows: Sequence[PageFlow]) -> tuple[str, tuple[Block, ...]]:
    """The document's text, and its blocks with their offsets and places."""
    pieces: list[str] = []
    blocks: list[Block] = []
    offset = 0
    for draft in _drafts(flows):
        text, lines = _set_text(draft, offset)
        start, end = offset, offset + len(text)
        place = Place(len(blocks), *_where(draft), draft.place.table, draft.place.row, draft.place.column)
        blocks.append(
            Block(start, end, draft.kind, place, draft.level, draft.bold, draft.row_span, draft.column_span,
                  cell_part=draft.cell_part, parent_table=draft.parent_table, lines=lines)
        )  # fmt: skip
        pieces.append(text)
        offset = end + 1
    return "\n".join(pieces), tuple(blocks)


def _where(draft: Draft) -> tuple[int | None, tuple[float, float, float, float] | None]:
    if not draft.lines:
        return draft.place.page, draft.place.box
    page = draft.lines[0].page
    return page, around(line.box for line in draft.lines if line.page == page)


def _set_text(draft: Draft, offset: int) -> tuple[str, tuple[Line, ...]]:
    text = ""
    lines = []
    for number, line in enumerate(draft.lines):
        if number and not _breaks_a_word(draft.lines[number - 1], line):
            text += " "
        start = offset + len(text)
        text += line.text
        lines.append(Line(start, offset + len(text), line.page, line.box))
    return text, tuple(lines)


def _breaks_a_word(before: PrintedLine, after: PrintedLine) -> bool:
    """True for a word that the line's end cut in two: after its hyphen, or where it was wider than its cell."""
    last, first = before.words[-1].text, after.words[0].text
    if len(last) > 1 and last[-1] == "-" and last[-2].isalnum() and first[0].isalnum():
        return True
    if len(before.words) > 1 or not (last[-1].isalpha() and first[0].islower()):
        return False
    return before.box[2] + (before.box[2] - before.box[0]) / len(last) > before.right


def _drafts(flows: Sequence[PageFlow]) -> Iterator[Draft]:
    normal = body_size(flows)
    sizes = sorted(
        {
            round(part.size)
            for flow in flows
            for part in flow.body
            if isinstance(part, Paragraph) and _is_heading(part, normal)
        },
        reverse=True,
    )
    numbers = iter(range(10**9))
    for flow in flows:
        for line in flow.headers:
            yield Draft(BlockKind.HEADER, (line,), Place(0))
        for part in flow.body:
            if isinstance(part, Paragraph):
                yield _paragraph_draft(part, normal, sizes)
            else:
                yield from _table_drafts(part, numbers, None)
        for line in flow.footers:
            yield Draft(BlockKind.FOOTER, (line,), Place(0))


def _is_heading(part: Paragraph, normal: float) -> bool:
    return part.size >= 1.12 * normal and len(part.words) <= 25


def _paragraph_draft(part: Paragraph, normal: float, sizes: list[int]) -> Draft:
    if _is_heading(part, normal):
        return Draft(BlockKind.HEADING, part.lines, Place(0), sizes.index(round(part.size)) + 1, part.bold)
    kind = BlockKind.LIST_ITEM if part.lines[0].bulleted else BlockKind.PARAGRAPH
    return Draft(kind, _without_bullet(part.lines), Place(0), bold=part.bold)


def _without_bullet(lines: tuple[PrintedLine, ...]) -> tuple[PrintedLine, ...]:
    """The lines without the glyph that marks a list item: it is drawn, not said."""
    first = lines[0]
    if first.words[0].text not in BULLETS or len(first.words) == 1:
        return lines
    return (PrintedLine(first.page, first.words[1:], first.right), *lines[1:])


def _table_drafts(table: PageTable, numbers: Iterator[int], parent: int | None) -> Iterator[Draft]:
    number = next(numbers)
    inner = list(table.inner)
    for filled in table.cells:
        cell = filled.cell
        place = Place(0, filled.page, cell.box, number, cell.row, cell.column)
        for part, paragraph in enumerate(filled.paragraphs or (None,)):
            lines = _without_bullet(paragraph.lines) if paragraph else ()
            bold = paragraph.bold if paragraph else False
            yield Draft(BlockKind.CELL, lines, place, 0, bold, cell.row_span, cell.column_span, part > 0, parent)
        for nested in [table for table in inner if _stands_in(table, cell.box)]:
            inner.remove(nested)
            yield from _table_drafts(nested, numbers, number)


def _stands_in(table: PageTable, box: tuple[float, float, float, float]) -> bool:
    middle = (table.box[0] + table.box[2]) / 2, (table.box[1] + table.box[3]) / 2
    return box[0] <= middle[0] <= box[2] and box[1] <= middle[1] <= box[3]
