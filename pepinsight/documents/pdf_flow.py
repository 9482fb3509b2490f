"""A page's reading order: paragraphs and tables from top to bottom, running lines apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from pepinsight.documents.document import Box
from pepinsight.documents.geometry import Page, Word
from pepinsight.documents.pdf_lines import Paragraph, PrintedLine, make_lines, make_paragraphs
from pepinsight.documents.pdf_tables import Cell, find_grids, words_by_cell

_DIGITS = re.compile(r"\d+")
_EDGE_ZONE = 0.14
"""Running lines stand within this share of the page's height from its top or bottom."""
_SAME_HEIGHT = 8.0


@dataclass(frozen=True)
class FilledCell:
    """A cell with its paragraphs. ``page`` counts from 1."""

    cell: Cell
    page: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class PageTable:
    """A table as it stands on one page; ``inner`` are tables nested in its cells."""

    page: int
    box: Box
    cells: tuple[FilledCell, ...]
    inner: tuple[PageTable, ...] = ()


@dataclass
class PageFlow:
    """What one page says, in order."""

    page: Page
    headers: list[PrintedLine] = field(default_factory=list)
    footers: list[PrintedLine] = field(default_factory=list)
    body: list[Paragraph | PageTable] = field(default_factory=list)


def read_flows(pages: Sequence[Page]) -> list[PageFlow]:
    """Every page's running lines and body in reading order."""
    tables, outside = [], []
    for page in pages:
        grids = find_grids(page)
        inside, rest = words_by_cell(grids, page.words)
        page_tables = [
            PageTable(page.number, grid.box, tuple(_filled(cell, index, inside, page) for cell in grid.cells))
            for index, grid in enumerate(grids)
        ]
        tables.append(_nest(page_tables, [grid.parent for grid in grids]))
        outside.append(make_lines(rest, page.number, 0.0))
    running = _running_lines(pages, outside)
    return [_flow(*parts, running) for parts in zip(pages, tables, outside, strict=True)]


def _filled(cell: Cell, index: int, inside: dict[tuple[int, int, int], list[Word]], page: Page) -> FilledCell:
    words = inside.get((index, cell.row, cell.column), [])
    if not words:
        return FilledCell(cell, page.number, ())
    padding = max(min(word.box[0] for word in words) - cell.box[0], 0.0)
    right = cell.box[2] - min(padding, 0.2 * (cell.box[2] - cell.box[0]))
    return FilledCell(cell, page.number, tuple(make_paragraphs(make_lines(words, page.number, right))))


def _nest(tables: list[PageTable], parents: list[int | None]) -> list[PageTable]:
    def with_inner(index: int) -> PageTable:
        inner = tuple(with_inner(child) for child, parent in enumerate(parents) if parent == index)
        return PageTable(tables[index].page, tables[index].box, tables[index].cells, inner)

    return [with_inner(index) for index, parent in enumerate(parents) if parent is None]


def _flow(page: Page, tables: list[PageTable], lines: list[PrintedLine], running: set[tuple[int, int]]) -> PageFlow:
    flow = PageFlow(page)
    body = []
    for number, line in enumerate(lines):
        if (page.number, number) in running:
            (flow.headers if line.box[1] < page.height / 2 else flow.footers).append(line)
        else:
            body.append(line)
    right = max((line.box[2] for line in body), default=0.0)
    right = max([right, *(table.box[2] for table in tables)])
    breaks = sorted(tables, key=lambda table: (table.box[1], table.box[0]))
    stretch: list[PrintedLine] = []
    for line in body:
        while breaks and breaks[0].box[1] < line.box[1]:
            flow.body += make_paragraphs(stretch)
            stretch = []
            flow.body.append(breaks.pop(0))
        stretch.append(PrintedLine(line.page, line.words, right))
    flow.body += make_paragraphs(stretch)
    flow.body += breaks
    return flow


def _running_lines(pages: Sequence[Page], lines: Sequence[list[PrintedLine]]) -> set[tuple[int, int]]:
    """(page number, line's number) of lines that stand at the same height on most pages, digits apart."""
    seen: list[tuple[str, float, set[int], list[tuple[int, int]]]] = []
    for page, page_lines in zip(pages, lines, strict=True):
        for number, line in enumerate(page_lines):
            top = line.box[1]
            if _EDGE_ZONE * page.height < top < (1 - _EDGE_ZONE) * page.height:
                continue
            key = _DIGITS.sub("#", line.text)
            for text, height, on_pages, places in seen:
                if text == key and abs(height - top) <= _SAME_HEIGHT:
                    on_pages.add(page.number)
                    places.append((page.number, number))
                    break
            else:
                seen.append((key, top, {page.number}, [(page.number, number)]))
    enough = max(2, 0.5 * (len(pages) - 1))
    return {place for _, _, on_pages, places in seen if len(on_pages) >= enough for place in places}


def body_size(flows: Sequence[PageFlow]) -> float:
    """The font size of most characters outside running lines."""
    sizes: Counter[float] = Counter()
    for flow in flows:
        for word in flow.page.words:
            sizes[round(word.size, 1)] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0
