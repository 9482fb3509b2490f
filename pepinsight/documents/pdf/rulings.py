"""Rulings to the cells that they enclose, by pdfplumber's steps; only its search for cells is done anew, as a search
from crossing to crossing takes a fraction of its time."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
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


@lru_cache(maxsize=16)  # several steps ask for those of a page
def enclosed_cells(rulings: tuple[Box, ...]) -> tuple[tuple[Box, ...], tuple[tuple[Box, ...], ...]]:
    """All cells that the rulings enclose, and those of them that make up tables of two or more, table by table."""
    edges = filter_edges([_edge(ruling) for ruling in rulings], min_length=_SHORTEST)
    down = {round(edge["x0"] / DEFAULT_SNAP_TOLERANCE) for edge in edges if edge["orientation"] == "v"}
    across = {round(edge["top"] / DEFAULT_SNAP_TOLERANCE) for edge in edges if edge["orientation"] == "h"}
    if not 4 <= len(down) * len(across) <= _MAX_CROSSINGS:
        return (), ()
    snap, join = DEFAULT_SNAP_TOLERANCE, DEFAULT_JOIN_TOLERANCE
    edges = filter_edges(merge_edges(edges, snap, snap, join, join), min_length=_SHORTEST_JOINED)
    edges += [_edge(side) for side in _missing_sides(edges)]
    cells = _cells(edges_to_intersections(edges, _CROSSING, _CROSSING))
    return tuple(cells), tuple(tuple(table) for table in cells_to_tables(cells))


def _edge(ruling: Box) -> dict[str, Any]:
    x0, top, x1, bottom = ruling
    orientation = "h" if x1 - x0 >= bottom - top else "v"
    return {
        "x0": x0, "top": top, "x1": x1, "bottom": bottom, "width": x1 - x0, "height": bottom - top,
        "orientation": orientation, "object_type": "line",
    }  # fmt: skip


def _missing_sides(edges: list[dict[str, Any]]) -> list[Box]:
    """The outer sides that open tables leave out: where parallel rulings that others cross end side by side.

    Some printers draw no line where a page break cuts a row, and some forms have no lines at their left and right.
    """
    sides: list[Box] = []
    for along, across, start, end, at in (
        ("v", "h", "top", "bottom", "x0"),
        ("h", "v", "x0", "x1", "top"),
    ):
        parallel = [edge for edge in edges if edge["orientation"] == along]
        crossing = [edge for edge in edges if edge["orientation"] == across]
        for extreme in (start, end):
            for level, group in _by_level(parallel, extreme):
                crossed = [edge for edge in group if any(_cross(edge, other, along) for other in crossing)]
                if along == "v" and len(group) > 2:
                    crossed = group  # a cut row may fill its page, with no line across
                if len(crossed) < 2:
                    continue
                there = [other for other in crossing if abs(other[extreme] - level) <= _CROSSING]
                for low, high in _open_ranges(crossed, there, crossing, along, at):
                    sides.append((low, level, high, level) if along == "v" else (level, low, level, high))
                if along == "h":
                    sides += _open_corners(crossed, there, crossing, level)
    return sides


def _open_corners(
    ending: list[dict[str, Any]], there: list[dict[str, Any]], crossing: list[dict[str, Any]], level: float
) -> list[Box]:
    """The two sides missing at the first or last cell of tables that have lines between their cells and none around:
    where uprights across several of the level rulings that end at ``level`` go on beyond the outermost of them."""
    sides: list[Box] = []
    for upright in crossing:
        crossed = [edge["top"] for edge in ending if _within(edge, upright, "h")]
        if len(crossed) < 2:
            continue
        for end, outermost in ((upright["top"], min(crossed)), (upright["bottom"], max(crossed))):
            low, high = sorted((end, outermost))
            if high - low > _CROSSING and not any(_spans(other, low, high, "top") for other in there):
                left, right = sorted((upright["x0"], level))
                sides += [(level, low, level, high), (left, end, right, end)]
    return sides


def _open_ranges(
    ending: list[dict[str, Any]], there: list[dict[str, Any]], crossing: list[dict[str, Any]], along: str, at: str
) -> list[tuple[float, float]]:
    """Where a side is missing beside parallel rulings that end side by side: all along them where none is ruled; where
    some is, as at the shaded rows of a banded table, beside each two that others cross from one to the next.

    The space between two boxes is crossed at their far side at most, that between two rows of a table within it too.
    """
    levels = sorted(ending, key=lambda edge: float(edge[at]))
    low, high = levels[0][at], levels[-1][at]
    if not any(_spans(other, low, high, at) for other in there):
        return [(low, high)]
    return [
        (one[at], after[at])
        for one, after in pairwise(levels)
        if not any(_spans(other, one[at], after[at], at) for other in there)
        and any(_cross(one, other, along) and _cross(after, other, along) for other in crossing)
        and any(_within(one, other, along) or _within(after, other, along) for other in crossing)
    ]


def _within(edge: dict[str, Any], other: dict[str, Any], along: str) -> bool:
    """True where ``other`` crosses the edge, and not at its ends."""
    start, end, at = ("top", "bottom", "top") if along == "v" else ("x0", "x1", "x0")
    return _cross(edge, other, along) and edge[start] + _CROSSING < other[at] < edge[end] - _CROSSING


def _by_level(edges: list[dict[str, Any]], key: str) -> list[tuple[float, list[dict[str, Any]]]]:
    levels: list[tuple[float, list[dict[str, Any]]]] = []
    for edge in sorted(edges, key=lambda edge: float(edge[key])):
        if levels and edge[key] - levels[-1][0] <= _CROSSING:
            levels[-1][1].append(edge)
        else:
            levels.append((edge[key], [edge]))
    return levels


def _cross(edge: dict[str, Any], other: dict[str, Any], along: str) -> bool:
    upright, level = (edge, other) if along == "v" else (other, edge)
    return bool(
        upright["top"] - _CROSSING <= level["top"] <= upright["bottom"] + _CROSSING
        and level["x0"] - _CROSSING <= upright["x0"] <= level["x1"] + _CROSSING
    )


def _spans(edge: dict[str, Any], low: float, high: float, at: str) -> bool:
    """True when the edge covers some of the range: a table that is closed in part is closed."""
    start, end = (edge["x0"], edge["x1"]) if at == "x0" else (edge["top"], edge["bottom"])
    return bool(min(end, high) - max(start, low) > _CROSSING)


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
