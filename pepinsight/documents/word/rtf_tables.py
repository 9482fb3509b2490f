"""Tables of rich text, where rows are told by control words among the paragraphs, as Word's elements."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from pepinsight.documents.word.names import W
from pepinsight.documents.word.tables import MAX_SPAN
from pepinsight.documents.word.word_body import cell

_NEAR = 30
"""Edges that differ by less than this (twentieths of a point) are one."""
_MAX_NESTED = 20


@dataclass(slots=True)
class _CellShape:
    """Where a cell ends, in twentieths of a point; whether it goes on from the one above or before, or starts that."""

    right: int = 0
    vertical: str | None = None
    goes_on: bool = False


@dataclass(slots=True)
class _Table:
    """A table that is being written; ``open`` is the cell under the pen."""

    element: etree._Element
    rows: list[tuple[list[etree._Element], list[_CellShape]]] = field(default_factory=list)
    cells: list[etree._Element] = field(default_factory=list)
    open: etree._Element | None = None


class Tables:
    """The tables of one story. ``depth`` is how many the next paragraph stands in."""

    def __init__(self, body: etree._Element) -> None:
        self._body = body
        self._tables: list[_Table] = []
        self._shapes: list[_CellShape] = []
        self._next = _CellShape()
        self.depth = 0

    def parent(self) -> etree._Element:
        """Where the next paragraph belongs: a cell, or the story's body."""
        self.finish(self.depth)
        while len(self._tables) < self.depth:
            element = etree.SubElement(self._cell(), W + "tbl")
            self._tables.append(_Table(element))
        return self._cell()

    def obey(self, word: str, value: int | None) -> bool:
        """Follow a control word of tables, others are passed over; True where it ends a paragraph."""
        if word == "intbl":
            self.depth = max(self.depth, 1)
        elif word == "itap":
            self.depth = min(max(value or 0, 0), _MAX_NESTED)
        elif word == "trowd":
            self._shapes, self._next = [], _CellShape()
        elif word in ("clvmgf", "clvmrg"):
            self._next.vertical = "restart" if word == "clvmgf" else "continue"
        elif word == "clmrg":
            self._next.goes_on = True
        elif word == "cellx":
            self._next.right = value or 0
            self._shapes.append(self._next)
            self._next = _CellShape()
        elif word in ("cell", "nestcell"):
            self._end_cell(1 if word == "cell" else max(self.depth, 2))
        elif word in ("row", "nestrow"):
            self._end_row(1 if word == "row" else max(self.depth, 2))
        else:
            return False
        return word in ("cell", "nestcell", "row", "nestrow")

    def finish(self, depth: int) -> None:
        """Close the tables deeper than ``depth``: their rows are laid out on one grid."""
        while len(self._tables) > depth:
            table = self._tables.pop()
            if table.open is not None:
                table.cells.append(table.open)
            if table.cells:  # a last row without its end
                table.rows.append((table.cells, self._shapes))
            _lay_out(table)

    def _cell(self) -> etree._Element:
        if not self._tables:
            return self._body
        table = self._tables[-1]
        if table.open is None:
            table.open = etree.Element(W + "tc")
        return table.open

    def _end_cell(self, depth: int) -> None:
        self.depth = depth
        self.parent()
        table = self._tables[-1]
        assert table.open is not None  # the parent is the open cell
        table.cells.append(table.open)
        table.open = None

    def _end_row(self, depth: int) -> None:
        self.finish(depth)
        if len(self._tables) == depth:
            table = self._tables[-1]
            table.rows.append((table.cells, self._shapes))
            table.cells, table.open = [], None


def _lay_out(table: _Table) -> None:
    edges = _edges(table)
    for cells, shapes in table.rows:
        row = etree.SubElement(table.element, W + "tr")
        column = 0
        written: etree._Element | None = None
        for index, content in enumerate(cells):
            shape = shapes[index] if index < len(shapes) else _CellShape()
            end = max(_column(edges, shape.right), column + 1)
            if not shape.goes_on or written is None:
                width = end - column
                for following in shapes[index + 1 :]:
                    if not following.goes_on:
                        break
                    width = max(_column(edges, following.right) - column, width)
                written = cell(row, min(width, MAX_SPAN), shape.vertical)
            written.extend(list(content))
            column = end


def _edges(table: _Table) -> list[int]:
    edges: list[int] = []
    for right in sorted({shape.right for _, shapes in table.rows for shape in shapes}):
        if not edges or right - edges[-1] >= _NEAR:
            edges.append(right)
    return edges


def _column(edges: list[int], right: int) -> int:
    """The column after which an edge stands, counted from 1."""
    return 1 + max((index for index, edge in enumerate(edges) if edge <= right), default=0)
