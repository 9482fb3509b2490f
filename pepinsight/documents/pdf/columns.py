"""Columns without rulings: gutters of white space down the page part a table's cells, or columns of running text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pepinsight.documents.document import Box
from pepinsight.documents.pdf.grid import PageTable
from pepinsight.documents.pdf.gutters import Gutter, columns_from
from pepinsight.documents.pdf.lines import Paragraph, PrintedLine, make_paragraphs
from pepinsight.documents.pdf.rows import make_table, read_rows, split_columns

_FULL = 0.72
"""Columns of running text fill this share of their width, line for line; labels and values do not."""
_ROWS = 2
"""Lines drawn across columns, from which on they part rows; one may end the running text above it."""
_SAME_LEVEL = 2.0
_LABEL_AND_VALUE = re.compile(r"[^:]{2,80}:\s*\S")


def read_stretch(
    lines: Sequence[PrintedLine],
    steps: Mapping[int, float],
    rulings: Sequence[Box] = (),
    known: Sequence[float] = (),
) -> list[Paragraph | PageTable]:
    """Lines between two ruled tables to paragraphs and unruled tables, in reading order.

    ``known`` is where the columns start of the unruled table with which the page before ended.
    """
    parts: list[Paragraph | PageTable] = []
    plain: list[PrintedLine] = []
    start = 0
    while start < len(lines):
        end, gutters = columns_from(lines, start, known if start == 0 else ())
        if not gutters:
            plain.append(lines[start])
            start += 1
            continue
        above: list[PrintedLine] = []
        while plain and _heads_a_column(plain[-1], lines[start - len(above)], gutters):
            above.insert(0, plain.pop())
        start -= len(above)
        parts += make_paragraphs(plain, steps)
        plain = []
        parts += _read_columns(lines[start:end], gutters, steps, rulings)
        start = end
    return parts + make_paragraphs(plain, steps)


def _heads_a_column(line: PrintedLine, below: PrintedLine, gutters: list[Gutter]) -> bool:
    """True for a line right of a gutter that starts higher than the columns beside it."""
    return line.box[0] >= gutters[0].right - 1 and below.box[1] - line.box[3] < 0.5 * line.size


def _read_columns(
    lines: Sequence[PrintedLine], gutters: list[Gutter], steps: Mapping[int, float], rulings: Sequence[Box]
) -> list[Paragraph | PageTable]:
    columns = split_columns(lines, gutters)
    if _running_text(columns, gutters) and not _labelled(columns) and not _ruled_across(lines, gutters, rulings):
        return [paragraph for column in columns for paragraph in make_paragraphs(column, steps)]
    rows = read_rows(lines, gutters, steps, rulings)
    cells = [line for row in rows for cell in row for line in cell[:1]]
    if sum(_LABEL_AND_VALUE.match(line.text) is not None for line in cells) > 0.6 * len(cells):
        return [paragraph for row in rows for cell in row for paragraph in make_paragraphs(cell, steps)]
    return [make_table(rows, gutters, steps)]


def _labelled(columns: list[list[PrintedLine]]) -> bool:
    """True for bold letters on the left of plain ones: labels beside answers, however full their lines are."""
    return all(line.bold for line in columns[0]) and not any(line.bold for column in columns[1:] for line in column)


def _ruled_across(lines: Sequence[PrintedLine], gutters: list[Gutter], rulings: Sequence[Box]) -> bool:
    """True where lines are drawn between the words, on both sides of each gutter, as between the rows of a table."""
    top, foot = lines[0].box[3], lines[-1].box[1]
    levels: dict[int, list[Box]] = {}
    for box in rulings:
        if top - 1 < box[1] < foot + 1 and box[2] - box[0] > box[3] - box[1]:
            levels.setdefault(round(box[1] / _SAME_LEVEL), []).append(box)
    sides = [side for gutter in gutters for side in (gutter.left - 1, gutter.right + 1)]
    across = [drawn for drawn in levels.values() if all(any(b[0] <= at <= b[2] for b in drawn) for at in sides)]
    return len(across) >= _ROWS


def _running_text(columns: list[list[PrintedLine]], gutters: list[Gutter]) -> bool:
    """True when every column is full lines of prose, as in a newsletter."""
    for column, gutter in zip(columns, [*gutters, None], strict=True):
        if len(column) < 3:
            return False
        left = min(line.box[0] for line in column)
        width = (gutter.left if gutter else max(line.box[2] for line in column)) - left
        full = sum((line.box[2] - left) / width for line in column) / len(column)
        words = sum(len(line.words) for line in column) / len(column)
        if full < _FULL or words < 4:
            return False
    return True
