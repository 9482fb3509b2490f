"""Rows of a table whose columns only white space parts, and the table that they make up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pepinsight.documents.document import Box
from pepinsight.documents.pdf.geometry import Word, around, overlap
from pepinsight.documents.pdf.grid import Cell, FilledCell, PageTable
from pepinsight.documents.pdf.gutters import GAP, Gutter
from pepinsight.documents.pdf.lines import PrintedLine, fits_after, make_lines, make_paragraphs

_PADDED = 2
"""So many rows set apart by space show that all are: then nothing else parts them."""
_PADDING = 3.0
"""A column's edge is put this many points left of where its words start, so that it is the same on every page."""

Row = list[list[PrintedLine]]
"""The lines of each cell of a row."""


def split_columns(lines: Sequence[PrintedLine], gutters: Sequence[Gutter]) -> Row:
    """The words of each column as lines of their own, each with its column's right edge."""
    words: list[list[Word]] = [[] for _ in range(len(gutters) + 1)]
    for line in lines:
        for word in line.words:
            words[sum(word.box[0] >= gutter.middle for gutter in gutters)].append(word)
    ends = [gutter.left for gutter in gutters] + [max(line.right for line in lines)]
    return [make_lines(column, lines[0].page, end) for column, end in zip(words, ends, strict=True)]


def read_rows(
    lines: Sequence[PrintedLine], gutters: Sequence[Gutter], steps: Mapping[int, float], rulings: Sequence[Box]
) -> list[Row]:
    """Rows of cells of lines. Where rulings or space set rows apart these part them; elsewhere, and within a row whose
    every line was broken on purpose, a row starts where the first column starts afresh."""
    bands = _bands(lines, steps, rulings)
    padded = len(bands) > _PADDED or all(_is_cards([split_columns([line], gutters) for line in band]) for band in bands)
    right = max(line.right for line in lines)
    rows: list[Row] = []
    for band in bands:
        rows.append([[] for _ in range(len(gutters) + 1)])
        within = [split_columns([line], gutters) for line in band]
        several = not padded or _all_start_afresh(within, gutters)
        for number, cells in enumerate(within):
            if number and several and _starts_afresh(cells, rows[-1], gutters):
                rows.append([[] for _ in cells])
            for column, found in enumerate(cells):
                end = gutters[column].left if column < len(gutters) else right
                rows[-1][column] += [PrintedLine(line.page, line.words, end) for line in found]
    return rows


def _bands(lines: Sequence[PrintedLine], steps: Mapping[int, float], rulings: Sequence[Box]) -> list[list[PrintedLine]]:
    """The lines parted at rulings that run across them, and at more space than there is between the lines of a cell."""
    across = min(line.box[0] for line in lines), max(line.box[2] for line in lines)
    levels = [box[1] for box in rulings if box[2] - box[0] > box[3] - box[1] and overlap((box[0], box[2]), across) > 0]
    bands: list[list[PrintedLine]] = [[]]
    reach = lines[0].box[1]
    for line in lines:
        top, bottom = line.box[1], line.box[3]
        ruled = any(reach - 2 <= level <= top + 2 for level in levels)
        usual = min(max(steps.get(round(line.size), 0.0), 1.1 * line.size), 1.35 * line.size)
        if bands[-1] and (ruled or top - reach > 1.25 * usual - (bottom - top)):
            bands.append([])
        bands[-1].append(line)
        reach = max(reach, bottom)
    return bands


def _all_start_afresh(within: Sequence[Row], gutters: Sequence[Gutter]) -> bool:
    """True where each line of a row begins its first cell anew, as those of several rows do that stand close; a line in
    another face than the one above it is the answer below its label."""
    tight = (
        [Gutter(gutter.left, gutter.left + GAP * within[0][0][0].size) for gutter in gutters] if within[0][0] else []
    )
    return all(
        cells[0]
        and (
            not number
            or (_same_ink(within[number - 1], cells) and _starts_afresh(cells, within[number - 1], tight or gutters))
        )
        for number, cells in enumerate(within)
    )


def _is_cards(within: Sequence[Row]) -> bool:
    """True where the first line of each cell is set apart from those below it as a label is, by size or colour."""
    if len(within) < 2 or not (within[0][0] and within[1][0]):
        return False
    label, answer = within[0][0][0].words[0], within[1][0][0].words[0]
    return abs(label.size - answer.size) >= 0.5 or (label.colour != answer.colour and not label.bold)


def _same_ink(above: Row, cells: Row) -> bool:
    if not (above[0] and cells[0]):
        return True
    before, after = above[0][-1].words[-1], cells[0][0].words[0]
    return abs(before.size - after.size) < 0.5 and before.bold == after.bold and before.colour == after.colour


def _starts_afresh(cells: Row, row: Row, gutters: Sequence[Gutter]) -> bool:
    """True when the first cell's words could have begun on the line above, or when there is none; where all cells go
    on, when any of them could."""
    if not cells[0]:
        return False
    if not row[0]:
        return True
    ends = [gutter.right - GAP * cells[0][0].size for gutter in gutters]
    full = all(cells) and all(row)
    pairs = list(zip(cells, row, [*ends, row[-1][-1].right if row[-1] else 0.0], strict=True))
    return any(
        fits_after(PrintedLine(above[-1].page, above[-1].words, end), here[0])
        for here, above, end in (pairs if full else pairs[:1])
    )


def make_table(rows: Sequence[Row], gutters: Sequence[Gutter], steps: Mapping[int, float]) -> PageTable:
    """The rows as a table. Its right edge is where the page's text may end, as no ruling shows it."""
    lines = [line for row in rows for cell in row for line in cell]
    outer = around(line.box for line in lines)
    right = max(outer[2], *(line.right for line in lines))
    xs = [outer[0], *(gutter.right - min(_PADDING, gutter.right - gutter.middle) for gutter in gutters), right]
    tops = [min(line.box[1] for cell in row for line in cell) for row in rows]
    ys = [*tops, outer[3]]
    page = lines[0].page
    cells = []
    for number, row in enumerate(rows):
        for column, cell_lines in enumerate(row):
            box = (xs[column], ys[number], xs[column + 1], ys[number + 1])
            cell = Cell(box, number, column)
            cells.append(FilledCell(cell, page, tuple(make_paragraphs(cell_lines, steps))))
    return PageTable(page, (outer[0], outer[1], right, outer[3]), tuple(cells), ruled=False)
