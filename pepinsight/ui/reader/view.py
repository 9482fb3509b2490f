"""A document and its evidence as plain data for the reader pane: pages, blocks, tables, and runs of marked text.

Text is cut into runs here and not in the browser, whose string offsets differ from ours beyond the basic plane.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pepinsight.documents import Block, BlockKind, Document
from pepinsight.evidence import Evidence

Run = list[Any]
"""``[text, [evidence ids]]``; the ids are empty where nothing was found."""

ITEMS_A_SHEET = 40
"""A Word file has no pages: its blocks lie on sheets of this many, so that a browser can skip what is off screen."""


@dataclass
class _Cell:
    row: int
    column: int
    row_span: int
    column_span: int
    items: list[Any] = field(default_factory=list)
    bold: bool = True


@dataclass
class _Table:
    cells: dict[tuple[int, int], _Cell] = field(default_factory=dict)
    last: _Cell | None = None


def sheets(document: Document, evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    """The document as sheets ``{"page": number or None, "items": [...]}``, every block in reading order.

    The sheets of an attached paper follow, each with its name as ``file``.
    An item is ``{"kind", "runs", ...}`` or ``{"kind": "table", "rows": [[cell, ...], ...]}``; a cell holds items.
    """
    marks = sorted((item.start, item.end, item.id) for item in evidence)
    first = 0
    found: list[dict[str, Any]] = []
    pages: dict[tuple[str | None, int | None], dict[str, Any]] = {}
    tables: dict[tuple[int | None, int], _Table] = {}
    for block in document.blocks:
        while first < len(marks) and marks[first][1] <= block.start and marks[first][0] < block.start:
            first += 1
        file, page = block.place.file, block.place.page
        sheet = pages.get((file, page))  # running lines and notes may come last, whatever their page
        if sheet is None or (page is None and len(sheet["items"]) >= ITEMS_A_SHEET):
            sheet = pages[file, page] = {"page": page, "items": []} | ({"file": file} if file else {})
            found.append(sheet)
        _lay(block, page, _item(document, block, marks, first), sheet["items"], tables)
    files = list(dict.fromkeys(sheet.get("file") for sheet in found))
    found.sort(key=lambda sheet: (files.index(sheet.get("file")), sheet["page"] or 0))
    for sheet in found:
        sheet["items"] = [_plain(item) for item in sheet["items"]]
    return found


def _lay(
    block: Block,
    page: int | None,
    item: dict[str, Any],
    items: list[Any],
    tables: dict[tuple[int | None, int], _Table],
) -> None:
    place = block.place
    if place.table is None or place.row is None or place.column is None:
        items.append(item)
        return
    table = tables.get((page, place.table))  # a table that runs over a page break is drawn in two parts
    if table is None:
        table = tables[page, place.table] = _Table()
        parent = tables.get((page, block.parent_table)) if block.parent_table is not None else None
        (parent.last.items if parent is not None and parent.last is not None else items).append(table)
    key = (place.row, place.column)
    cell = table.cells.get(key)
    if cell is None:
        cell = table.cells[key] = _Cell(*key, block.row_span, block.column_span)
    cell.items.append(item)
    cell.bold = cell.bold and block.bold and block.end > block.start
    table.last = cell


def _item(document: Document, block: Block, marks: list[tuple[int, int, int]], first: int) -> dict[str, Any]:
    kind = "paragraph" if block.kind is BlockKind.CELL else block.kind.value
    item: dict[str, Any] = {"kind": kind, "runs": runs(document.text, block.start, block.end, marks, first)}
    if block.level:
        item["kind"], item["level"] = "heading", block.level
    if block.bold:
        item["bold"] = True
    if block.placeholder:
        item["placeholder"] = True
    return item


def runs(text: str, start: int, end: int, marks: list[tuple[int, int, int]], first: int = 0) -> list[Run]:
    """``text[start:end]`` in runs, each with the ids of the marks over it. ``marks`` are sorted (start, end, id)."""
    over = []
    for mark in marks[first:]:
        if mark[0] >= end:
            break
        if mark[1] > start:
            over.append(mark)
    cuts = {start, end}
    for mark_start, mark_end, _ in over:
        cuts.add(max(mark_start, start))
        cuts.add(min(mark_end, end))
    edges = sorted(cuts)
    return [
        [text[left:right], [number for begin, stop, number in over if begin <= left and stop >= right]]
        for left, right in pairwise(edges)
    ]


def _plain(item: Any) -> Any:
    if not isinstance(item, _Table):
        return item
    rows = sorted({cell.row for cell in item.cells.values()})
    width = max(cell.column + cell.column_span for cell in item.cells.values())
    covered: set[tuple[int, int]] = set()
    drawn: list[list[dict[str, Any]]] = []
    for place, row in enumerate(rows):
        line: list[dict[str, Any]] = []
        for column in range(width):
            cell = item.cells.get((row, column))
            if cell is None:
                if (row, column) not in covered:
                    line.append({"items": []})
                continue
            spanned = [other for other in rows[place:] if other < row + cell.row_span]
            covered |= {(other, column + step) for other in spanned for step in range(cell.column_span)}
            line.append(_plain_cell(cell, len(spanned), width))
        drawn.append(line)
    return {"kind": "table", "rows": drawn}


def _plain_cell(cell: _Cell, row_span: int, width: int) -> dict[str, Any]:
    plain: dict[str, Any] = {"items": [_plain(item) for item in cell.items]}
    if row_span > 1:
        plain["row_span"] = row_span
    if cell.column_span > 1:
        plain["column_span"] = cell.column_span
    if cell.bold:
        plain["label"] = True
        plain["banner"] = cell.column_span >= width > 1
    return plain


def notes(
    evidence: Iterable[Evidence],
    kind_of: Callable[[str], str],
    is_quiet: Callable[[str], bool],
    counts_for: Mapping[int, list[str]],
) -> dict[str, Any]:
    """What the pane says of each mark: its kind (by feature), why it was taken up, its page, what it counts for.

    ``quiet`` marks are drawn faint unless they are in focus.
    """
    return {
        str(item.id): {
            "kind": kind_of(item.feature),
            "quiet": is_quiet(item.feature),
            "reason": item.reason,
            "page": item.place.page,
            "file": item.place.file,
            "counts_for": counts_for.get(item.id, []),
        }
        for item in evidence
    }
