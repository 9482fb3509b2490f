"""Flows of pages to one text and its blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from pepinsight.documents.document import Block, BlockKind, Box, Line, Place
from pepinsight.documents.pdf.flow import PageFlow
from pepinsight.documents.pdf.geometry import Page, around, holds
from pepinsight.documents.pdf.grid import PageTable
from pepinsight.documents.pdf.headings import framed_titles, heading_levels, label_faces
from pepinsight.documents.pdf.joins import Running, WholeCell, WholeTable, join_pages, whole_table
from pepinsight.documents.pdf.lines import BULLETS, Paragraph, PrintedLine

_SCRAP = 3
"""Letters: what is left of a broken word may be so short that it looks like a word of its own ("on", "ed")."""
_DAY = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{4}")
"""A cell too narrow for a day cuts its year: what is left ("13/02/20", "26") would be a day of another year."""


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
    ruled: bool = True  # False in a cell whose right edge nothing shows


def assemble(flows: Sequence[PageFlow]) -> tuple[str, tuple[Block, ...]]:
    """The document's text, and its blocks with their offsets and places."""
    pieces: list[str] = []
    blocks: list[Block] = []
    pages = [flow.page for flow in flows]
    offset = 0
    drafts = list(_drafts(flows))
    known = _words_within(drafts)
    for draft in drafts:
        text, lines = _set_text(draft, offset, pages, known)
        start, end = offset, offset + len(text)
        place = Place(len(blocks), *_where(draft, pages), draft.place.table, draft.place.row, draft.place.column)
        blocks.append(
            Block(start, end, draft.kind, place, draft.level, draft.bold, draft.row_span, draft.column_span,
                  cell_part=draft.cell_part, parent_table=draft.parent_table, lines=lines,
                  bold_parts=() if draft.bold else _bold_parts(draft, lines, text, offset))
        )  # fmt: skip
        pieces.append(text)
        offset = end + 1
    return "\n".join(pieces), tuple(blocks)


def _where(draft: Draft, pages: Sequence[Page]) -> tuple[int | None, Box | None]:
    if draft.lines:
        number = draft.lines[0].page
        return number, pages[number - 1].as_shown(around(line.box for line in draft.lines if line.page == number))
    place = draft.place
    if place.page is None or place.box is None:
        return None, None
    return place.page, pages[place.page - 1].as_shown(place.box)


def _words_within(drafts: Sequence[Draft]) -> frozenset[str]:
    """The words that stand between two others on a line, and so are whole."""
    return frozenset(_plain(word.text) for draft in drafts for line in draft.lines for word in line.words[1:-1])


def _plain(word: str) -> str:
    return word.strip(".,;:()!?'\"‘’“”").lower()


def _set_text(draft: Draft, offset: int, pages: Sequence[Page], known: frozenset[str]) -> tuple[str, tuple[Line, ...]]:
    text = ""
    lines = []
    for number, line in enumerate(draft.lines):
        if number and not _breaks_a_word(draft.lines[number - 1], line, known, draft.ruled):
            text += " "
        start = offset + len(text)
        text += line.text
        lines.append(Line(start, offset + len(text), line.page, pages[line.page - 1].as_shown(line.box)))
    return text, tuple(lines)


def _bold_parts(draft: Draft, lines: tuple[Line, ...], text: str, offset: int) -> tuple[tuple[int, int], ...]:
    """Where bold words stand among others; what is bold without a break is one stretch."""
    found: list[tuple[int, int]] = []
    if not any(word.bold for printed in draft.lines for word in printed.words):
        return ()
    for printed, line in zip(draft.lines, lines, strict=True):
        start = line.start
        for word in printed.words:
            start = offset + text.index(word.text, start - offset)
            end = start + len(word.text)
            if word.bold:
                joined = found and not text[found[-1][1] - offset : start - offset].strip()
                found[-1:] = [(found[-1][0], end)] if joined else [*found[-1:], (start, end)]
            start = end
    return tuple(found)


def _breaks_a_word(before: PrintedLine, after: PrintedLine, known: frozenset[str], ruled: bool) -> bool:
    """True for a word that the line's end cut in two: after its hyphen, or where it was wider than its cell.

    Two words that fill a narrow cell one below the other look the same: what stands elsewhere as a word is one here.
    """
    last, first = before.words[-1].text, after.words[0].text
    if len(last) > 1 and last[-1] == "-" and last[-2].isalnum() and first[0].isalnum():
        return True
    if len(before.words) > 1:
        return False
    if _DAY.fullmatch(last + first.rstrip(".,;)")):
        return True
    if not (last[-1].isalpha() and first[0].islower()):
        return False
    both_whole = _plain(first) in known and (_plain(last) in known or len(_plain(first)) > _SCRAP)
    if _plain(last + first) not in known and (both_whole or not ruled):
        return False
    return before.box[2] + (before.box[2] - before.box[0]) / len(last) > before.right


def _drafts(flows: Sequence[PageFlow]) -> Iterator[Draft]:
    elements = join_pages(flows)
    titles = framed_titles(flows, elements)
    elements = [titles.get(id(element), element) for element in elements]
    tables = [element for element in elements if isinstance(element, WholeTable)]
    levels = heading_levels(flows, [element for element in elements if isinstance(element, Paragraph)], tables)
    is_label = label_faces(flows)
    numbers = count()
    for element in elements:
        if isinstance(element, Running):
            yield Draft(element.kind, element.lines, Place(0))
        elif isinstance(element, WholeTable):
            yield from _table_drafts(element, numbers, None, is_label)
        else:
            yield _paragraph_draft(element, levels, is_label)
    for flow in flows:
        for remark in flow.page.comments:
            yield Draft(BlockKind.COMMENT, (PrintedLine(flow.page.number, remark, flow.page.width),), Place(0))


def _paragraph_draft(part: Paragraph, levels: Mapping[int, int], is_label: Callable[[Paragraph], bool]) -> Draft:
    if level := levels.get(id(part)):
        return Draft(BlockKind.HEADING, part.lines, Place(0), level, part.bold)
    kind = BlockKind.LIST_ITEM if part.lines[0].bulleted else BlockKind.PARAGRAPH
    return Draft(kind, _without_bullet(part.lines), Place(0), bold=is_label(part))


def _without_bullet(lines: tuple[PrintedLine, ...]) -> tuple[PrintedLine, ...]:
    """The lines without the glyph that marks a list item: it is drawn, not said."""
    first = lines[0]
    if first.words[0].text not in BULLETS or len(first.words) == 1:
        return lines
    return (PrintedLine(first.page, first.words[1:], first.right), *lines[1:])


def _table_drafts(
    table: WholeTable, numbers: Iterator[int], parent: int | None, is_label: Callable[[Paragraph], bool]
) -> Iterator[Draft]:
    number = next(numbers)
    inner = list(table.inner)
    for cell in table.cells:
        place = Place(0, cell.page, cell.box, number, cell.row, cell.column)
        for part, paragraph in enumerate(cell.paragraphs or (None,)):
            lines = _without_bullet(paragraph.lines) if paragraph else ()
            bold = is_label(paragraph) if paragraph else False
            yield Draft(
                BlockKind.CELL, lines, place, 0, bold, cell.row_span, cell.column_span, part > 0, parent, table.ruled
            )
        for nested in [other for other in inner if _stands_in(other, cell)]:
            inner.remove(nested)
            yield from _table_drafts(whole_table([nested]), numbers, number, is_label)


def _stands_in(table: PageTable, cell: WholeCell) -> bool:
    middle = (table.box[0] + table.box[2]) / 2, (table.box[1] + table.box[3]) / 2
    return table.page == cell.page and holds(cell.box, middle)
