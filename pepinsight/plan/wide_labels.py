"""Labels as wide as their table, among rows of a label and its answer: a long question finds no room beside that."""

from __future__ import annotations

from pepinsight.documents import Document, Table

Cell = tuple[int, ...]


def find_wide(document: Document, table: Table, headings: frozenset[int]) -> dict[Cell, Cell]:
    """The bold cells that span a table and ask for what spans the row below, by their blocks; a blank answer has none.

    ``headings`` are the blocks that head parts of the form. Only where bold labels stand left of answers in other rows.
    """
    told: dict[int, list[Cell]] = {}
    for (row, _), cell in sorted(table.cells.items()):
        if any(document.text_of(document.blocks[index]).strip() for index in cell):
            told.setdefault(row, []).append(cell)
    if not any(_are_in_turn(document, cells) for cells in told.values()):
        return {}
    wide = {row: cells[0] for row, cells in told.items() if _spans(document, table, cells)}
    found: dict[Cell, Cell] = {}
    for row, cell in wide.items():
        below = wide.get(row + 1, ())
        free = not _is_bold(document, below) if below else row + 1 not in told and row + 1 < table.rows
        if _is_bold(document, cell) and free and not headings.intersection((*cell, *below)):
            found[cell] = below
    return found


def _are_in_turn(document: Document, cells: list[Cell]) -> bool:
    """True for a row of bold labels, each with its answer beside it."""
    return len(cells) > 1 and [_is_bold(document, cell) for cell in cells] == [True, False] * (len(cells) // 2)


def _spans(document: Document, table: Table, cells: list[Cell]) -> bool:
    return len(cells) == 1 and document.blocks[cells[0][0]].column_span == table.columns > 1


def _is_bold(document: Document, cell: Cell) -> bool:
    return all(document.blocks[index].bold for index in cell)
