"""Tables on their side: labels in the first column, and beside each what it asks of two or more targets or subjects."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pepinsight.plan.columns import FORWARD, is_label, roles
from pepinsight.plan.pieces import Cell, LogicalTable
from pepinsight.plan.plan import Span

FIGURE = re.compile(r"(?=.*\d)[\s£%\d.,/()+:–-]+")
_TELLING = (
    ("targets", {"wording", "how"}),
    ("targets", {"wording", "weak_wording"}),  # "Target" and "Action"
    ("targets", {"wording", "review"}),
    ("attainment", {"target", "current"}),
)
"""What the labels of such a table ask for, at least."""
Rows = Sequence[Sequence[Cell]]


def is_turned(table: Rows, columns: int) -> bool:
    """Whether labels stand in the first column and two or more answers beside each: targets or subjects across."""
    rows = [row for row in table if row]
    if columns < 3 or len(rows) < 3 or any(row[0].width > 1 for row in rows):
        return False
    bare = sum(len(row) < 2 for row in rows)  # nobody answered
    if bare * 3 > len(rows) or len(rows[0]) < 2:
        return False
    if sum(len(row) == 2 and row[1].width > 1 for row in rows) * 2 > len(rows):
        return False  # one answer across, beside each label
    firsts = [next((cell.text for cell in row if cell.column == 0), "") for row in rows]
    beside = [[cell.text for cell in row if cell.column > 0] for row in rows]
    others = [
        (first, text)
        for first, texts in list(zip(firsts, beside, strict=True))[1:]
        for text in texts
        if not FIGURE.fullmatch(text)
    ]
    for family, telling in _TELLING:
        kinds = [roles(text, family)[:1] for text in firsts]
        known = sum(bool(kind) for kind in kinds) * 3 >= len(kinds) * 2
        labels_beside = sum(_is_label_beside(text, first, family) for first, text in others)
        third = [cell.text for row in rows for cell in row if cell.column == 2]
        if sum(is_label(text, family) for text in third) * 2 > len(third):
            return False  # label, answer, label, answer
        held = {role for kind in kinds for role in kind}
        planned = family == "targets" and "how" in held and len(held & FORWARD) >= 4
        if known and (telling <= held or planned) and labels_beside * 3 <= len(others):
            heads = sum(bool(set(roles(text, family)) - {"number"}) for text in beside[0])
            return heads * 2 <= len(beside[0]) or all(text[-1:].isdigit() for text in beside[0])  # "Target 2"
    return False


def _is_label_beside(text: str, first: str, family: str) -> bool:
    """Whether a cell holds a label other than that of its row, of which it may be the answer ("Review | Met")."""
    return bool(set(roles(text, family)) - {"number", *roles(first, family)})


def turned(table: Rows, columns: int) -> LogicalTable:
    """The table turned: its first column is the header."""
    start = Span(table[0][0].span.start, table[0][0].span.start)
    by_column = [{cell.column: cell for cell in row} for row in table]
    header = tuple(row.get(0, Cell("", start, table[0][0].block)) for row in by_column)
    body = tuple(tuple(row.get(at) for row in by_column) for at in range(1, columns))
    return LogicalTable(header, body, ("",) * len(body), header[0].block)
