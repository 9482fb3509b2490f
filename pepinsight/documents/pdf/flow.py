"""A page's reading order: paragraphs and tables from top to bottom, running lines apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pepinsight.documents.document import Box
from pepinsight.documents.pdf.badges import Titles, without_badges
from pepinsight.documents.pdf.captions import with_blanks, with_captions
from pepinsight.documents.pdf.columns import read_stretch
from pepinsight.documents.pdf.geometry import Page
from pepinsight.documents.pdf.grid import FilledCell, Grid, PageTable
from pepinsight.documents.pdf.lines import Face, Paragraph, PrintedLine, make_lines, make_paragraphs, usual_steps
from pepinsight.documents.pdf.running import running_boxes, running_lines
from pepinsight.documents.pdf.side_titles import side_column, without_side
from pepinsight.documents.pdf.stripes import with_columns, without_stripes
from pepinsight.documents.pdf.tables import find_grids, panel_sides, words_by_cell
from pepinsight.documents.pdf.tiles import tile_faces, with_tiles

_CELL_PADDING = 5.5
"""Points that word processors leave between a cell's edge and its words, so that they align with the text outside."""
_NARROWEST = 0.6
"""Text is set at least this share of the page wide: where all lines are shorter, they were not wrapped."""


@dataclass
class PageFlow:
    """What one page says, in order."""

    page: Page
    headers: list[PrintedLine] = field(default_factory=list)
    footers: list[PrintedLine] = field(default_factory=list)
    body: list[Paragraph | PageTable] = field(default_factory=list)


@dataclass(frozen=True)
class _Regions:
    """A page's lines: those of each cell, by grid, row and column; those outside all tables; and titles beside them."""

    page: Page
    grids: tuple[Grid, ...]
    in_cells: Mapping[tuple[int, int, int], list[PrintedLine]]
    outside: list[PrintedLine]
    titles: Sequence[tuple[Box, Paragraph]] = ()


def read_flows(pages: Sequence[Page]) -> list[PageFlow]:
    """Every page's running lines and body in reading order."""
    parted = without_badges(pages)
    pages = [page for page, _ in parted]
    panels = panel_sides(pages)
    grids = [_read_stripes(find_grids(page, panels), page) for page in pages]
    side = side_column(pages, grids)
    faces = tile_faces(pages, grids)
    regions = [
        _regions(page, page_grids, side, badges, faces)
        for (page, badges), page_grids in zip(parted, grids, strict=True)
    ]
    running = running_lines(pages, [region.outside for region in regions])
    cell_steps = usual_steps(lines for region in regions for lines in region.in_cells.values())
    body_steps = usual_steps(region.outside for region in regions)
    tables = [_page_tables(region, cell_steps) for region in regions]
    at_edge = running_boxes(pages, [[(table.box, table.text) for table in page_tables] for page_tables in tables])
    flows: list[PageFlow] = []
    for region, page_tables in zip(regions, tables, strict=True):
        known = _open_columns(flows[-1]) if flows else ()
        flows.append(_flow(region, page_tables, running, at_edge, body_steps, known))
    return flows


def _open_columns(flow: PageFlow) -> tuple[float, ...]:
    """Where the columns start of the unruled table with which a page ends."""
    last = flow.body[-1] if flow.body else None
    if not isinstance(last, PageTable) or last.ruled:
        return ()
    starts: dict[int, float] = {}
    for filled in last.cells:
        lefts = [line.box[0] for paragraph in filled.paragraphs for line in paragraph.lines]
        column = filled.cell.column
        starts[column] = min([*lefts, starts.get(column, last.box[2])])
    return tuple(starts[column] for column in sorted(starts))


def _regions(
    page: Page,
    grids: tuple[Grid, ...],
    side: tuple[float, float] | None,
    badges: Titles,
    faces: frozenset[Face],
) -> _Regions:
    titles = badges
    loose = page.words
    if side is not None:
        grids, beside = without_side(page, grids, side)
        titles = [*badges, *beside]
        said = {word for _, title in beside for word in title.words}
        loose = tuple(word for word in loose if word not in said)
    grids = with_tiles(page, loose, with_blanks(grids, page), faces)
    inside, outside = words_by_cell(grids, loose)
    in_cells = {}
    for (index, row, column), words in inside.items():
        box = grids[index].at(row, column).box
        padding = max(min(word.box[0] for word in words) - box[0], 0.0)
        right = box[2] - min(padding, 0.2 * (box[2] - box[0]))
        in_cells[index, row, column] = make_lines(words, page.number, right)
    cells, left = with_captions(grids, in_cells, make_lines(outside, page.number, page.width))
    return _Regions(page, grids, cells, left, titles)


def _read_stripes(grids: tuple[Grid, ...], page: Page) -> tuple[Grid, ...]:
    """The grids with the columns that their words show; a box that only hides columns is left out."""
    if any(grid.parent is not None for grid in grids):
        return grids
    seen = (with_columns(grid, page) for grid in without_stripes(grids, page))
    return tuple(grid for grid in seen if grid is not None)


def _page_tables(region: _Regions, steps: Mapping[int, float]) -> list[PageTable]:
    def table(index: int) -> PageTable:
        grid = region.grids[index]
        cells = []
        for cell in grid.cells:
            lines = region.in_cells.get((index, cell.row, cell.column), [])
            cells.append(FilledCell(cell, region.page.number, tuple(make_paragraphs(lines, steps))))
        inner = tuple(table(child) for child, other in enumerate(region.grids) if other.parent == index)
        return PageTable(region.page.number, grid.box, tuple(cells), inner)

    return [table(index) for index, grid in enumerate(region.grids) if grid.parent is None]


def _flow(
    region: _Regions,
    tables: list[PageTable],
    running: set[tuple[int, int]],
    at_edge: set[tuple[int, int]],
    steps: Mapping[int, float],
    known: Sequence[float],
) -> PageFlow:
    page = region.page
    flow = PageFlow(page)
    for number, table in enumerate(tables):
        if (page.number, number) in at_edge:
            lines = [line for filled in table.cells for paragraph in filled.paragraphs for line in paragraph.lines]
            (flow.headers if table.box[1] < page.height / 2 else flow.footers).extend(lines)
    tables = [table for number, table in enumerate(tables) if (page.number, number) not in at_edge]
    body = []
    for number, line in enumerate(region.outside):
        if (page.number, number) in running:
            (flow.headers if line.box[1] < page.height / 2 else flow.footers).append(line)
        else:
            body.append(line)
    left = min((line.box[0] for line in body), default=0.0)
    ends = [*(line.box[2] for line in body), *(table.box[2] - _CELL_PADDING for table in tables)]
    right = max(left + _NARROWEST * page.width, *ends) if ends else page.width
    waiting: list[tuple[Box, Paragraph | PageTable]] = [(table.box, table) for table in tables]
    waiting = sorted([*region.titles, *waiting], key=lambda part: (round(part[0][1]), part[0][0]))
    stretch: list[PrintedLine] = []
    for line in body:
        while waiting and waiting[0][0][1] < line.box[1] and not _left_of(line, waiting[0][0]):
            flow.body += read_stretch(stretch, steps, page.rulings, () if flow.body else known)
            stretch = []
            flow.body.append(waiting.pop(0)[1])
        stretch.append(PrintedLine(line.page, line.words, right))
    flow.body += read_stretch(stretch, steps, page.rulings, () if flow.body else known)
    flow.body += [part for _, part in waiting]
    return flow


def _left_of(line: PrintedLine, box: Box) -> bool:
    """True for a line beside a table, on its left: the label of a boxed answer is read before it."""
    return line.box[2] <= box[0] + 2 and line.box[1] < box[3]
