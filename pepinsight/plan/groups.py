"""Every group of target-like rows in a document, whatever shape its form gives them."""

from __future__ import annotations

from pepinsight.plan.contents import Contents, Placed
from pepinsight.plan.pieces import LogicalTable
from pepinsight.plan.records import Group
from pepinsight.plan.target_blocks import groups_in_blocks
from pepinsight.plan.target_rows import groups_in_table


def groups_of(contents: Contents) -> list[Group]:
    """Every group of target-like rows, in reading order."""
    found: list[Group] = []
    run: list[Placed] = []
    for placed in contents.placed:
        if isinstance(placed.piece, LogicalTable):
            found.extend(groups_in_blocks(run))
            run = []
            found.extend(groups_in_table(placed))
        else:
            run.append(placed)
    found.extend(groups_in_blocks(run))
    return found
