"""Rulings to the cells that they enclose, by pdfplumber's steps; only its search for cells is done anew, as a search
from crossing to crossing takes a fraction of its time."""

from __future__ import annotations

from typing import Any

from pdfplumber.table import (
    DEFAULT_JOIN_TOLERANCE,
    DEFAULT_SNAP_TOLERANCE,
    cells_to_tables,
    edges_to_intersections,
    merge_edges,
)
from pdfplumber.utils.geometry import filter_edges

from pepinsight.documents.document import Box

_MAX_CROSSINGS = 10_000
"""Columns times rows of all rulings: over this the page is a drawing, and looking for cells would take too long."""
_SHORTEST, _SHORTEST_JOINED = 1, 3
_CROSSING = 3
"""pdfplumber's usual lengths in points: of a ruling's pieces, of a whole ruling, and how near two must be to cross."""

Point = tuple[float, float]


def enclosed_cells(rulings: tuple[Box, ...]) -> tuple[list[Box], list[list[Box]]]:
    """All cells that the rulings enclose, and those of them that make up tables of two or more, table by table."""
    edges = filter_edges([_edge(ruling) for ruling in rulings], min_length=_SHORTEST)
    down = {round(edge["x0"] / DEFAULT_SNAP_TOLERANCE) for edge in edges if edge["orientation"] == "v"}
    across = {round(edge["top"] / DEFAULT_SNAP_TOLERANCE) for edge in edges if edge["orientation"] == "h"}
    if not 4 <= len(down) * len(across) <= _MAX_CROSSINGS:
        return [], []
    snap, join = DEFAULT_SNAP_TOLERANCE, DEFAULT_JOIN_TOLERANCE
    edges = filter_edges(merge_edges(edges, snap, snap, join, join), min_length=_SHORTEST_JOINED)
    cells = _cells(edges_to_intersections(edges, _CROSSING, _CROSSING))
    return cells, cells_to_tables(cells)


def _edge(ruling: Box) -> dict[str, Any]:
    x0, top, x1, bottom = ruling
    orientation = "h" if x1 - x0 >= bottom - top else "v"
    return {
        "x0": x0, "top": top, "x1": x1, "bottom": bottom, "width": x1 - x0, "height": bottom - top,
        "orientation": orientation, "object_type": "line",
    }  # fmt: skip


def _cells(crossings: dict[Point, dict[str, list[dict[str, Any]]]]) -> list[Box]:
    """From each crossing the smallest box right and down of it whose four sides are ruled."""
    down = {point: {id(edge) for edge in edges["v"]} for point, edges in crossings.items()}
    across = {point: {id(edge) for edge in edges["h"]} for point, edges in crossings.items()}
    by_column: dict[float, list[Point]] = {}
    by_row: dict[float, list[Point]] = {}
    for point in sorted(crossings):
        by_column.setdefault(point[0], []).append(point)
        by_row.setdefault(point[1], []).append(point)

    def smallest(point: Point, below: list[Point], right: list[Point]) -> Box | None:
        for foot in below:
            if not down[point] & down[foot]:
                return None
            for side in right:
                if not across[point] & across[side]:
                    break
                corner = (side[0], foot[1])
                if corner in down and down[corner] & down[side] and across[corner] & across[foot]:
                    return (*point, *corner)
        return None

    cells = []
    for column in by_column.values():
        for number, point in enumerate(column):
            row = by_row[point[1]]
            cell = smallest(point, column[number + 1 :], row[row.index(point) + 1 :])
            if cell:
                cells.append(cell)
    return cells
