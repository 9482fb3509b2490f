"""Spelling and dialect are not marked."""

from __future__ import annotations

import pytest
from levels import GOLD, before, levels_in, moves, plan_of
from misspelling import dialect, dropped_g, typos
from rewriting import Rewrite, rewritten

CHANGES = {"typos": lambda id: typos(0.03, 1, plan_of(id)), "dialect": lambda _: dialect, "g": lambda _: dropped_g}
PEPS = ("a2-01", "b1-05", "c2-02")


@pytest.mark.parametrize("change", CHANGES)
def test_nearly_every_level_stays_and_none_by_more_than_one(change: str) -> None:
    moved = []
    for id in PEPS:
        rewrite: Rewrite = CHANGES[change](id)
        moved += moves(before(id), levels_in(rewritten(GOLD / f"{id}.docx", rewrite))).values()
    sections = sum(len(before(id)) for id in PEPS)
    assert len(moved) <= 0.02 * sections
    assert all(abs(by) <= 1 for by in moved)
