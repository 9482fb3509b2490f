"""Measure how the sections' levels stand when a PEP is about another child, padded, misspelt or spoken in dialect.

Development PEPs only. Each is rewritten in its Word file and assessed anew; the rule's levels are compared. Prints, for
each change, the share of levels that stay and the mean signed change (a level up is +1), and each section that moved.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "fooling"))

from levels import GOLD, RUBRIC_SECTIONS, Levels, before, development, labels_of, levels_in, moves, plan_of
from misspelling import dialect, dropped_g, typos
from padding import KINDS, ends_of, padding
from rewriting import padded, rewritten
from swaps import all_swaps

Case = tuple[str, str, Levels, Levels]
"""What was changed, the PEP's id, the levels before and after."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=10, help="how many PEPs")
    parser.add_argument("--from", type=int, default=0, dest="first", help="which of them to begin with")
    parser.add_argument("--words", type=int, default=600, help="words of padding")
    parser.add_argument("--only", choices=("swaps", "padding", "everywhere", "misspelling"), help="one kind of change")
    given = parser.parse_args()
    ids = development()[given.first :]
    ids = ids[:: max(1, len(ids) // given.files)][: given.files]
    levels = {id: before(id) for id in ids}
    print(f"{len(ids)} PEPs: {', '.join(ids)}\n")
    if given.only in (None, "swaps"):
        _tell("another child", _swapped(levels))
    if given.only in (None, "padding", "everywhere"):
        _tell(f"{given.words} words of padding", _padded(levels, given.words, given.only == "everywhere"))
    if given.only in (None, "misspelling"):
        _tell("misspelling and dialect", _misspelt(levels))


def _swapped(before: Mapping[str, Levels]) -> Iterator[Case]:
    for name, swap in all_swaps().items():
        for id, levels in before.items():
            yield name, id, levels, levels_in(rewritten(GOLD / f"{id}.docx", swap(labels_of(id))))


def _padded(before: Mapping[str, Levels], words: int, everywhere_only: bool) -> Iterator[Case]:
    for id, levels in before.items():
        plan = plan_of(id)
        ends = {section: ends_of(plan, kinds) for section, kinds in RUBRIC_SECTIONS.items()}
        for kind in KINDS:
            added = padding(kind, words)
            places = {} if everywhere_only else {section: end for section, end in ends.items() if end}
            for section, end in places.items():
                yield f"{kind} in {section}", id, levels, levels_in(padded(GOLD / f"{id}.docx", {end: added}))
            everywhere = {end: padding(kind, words, seed) for seed, end in enumerate(ends.values()) if end}
            yield f"{kind} everywhere", id, levels, levels_in(padded(GOLD / f"{id}.docx", everywhere))


def _misspelt(before: Mapping[str, Levels]) -> Iterator[Case]:
    changes = {
        "typos in 3 % of words": lambda id, seed: typos(0.03, seed, plan_of(id)),
        "typos in 8 % of words": lambda id, seed: typos(0.08, seed, plan_of(id)),
        "dialect": lambda *_: dialect,
        "dropped g": lambda *_: dropped_g,
    }
    for name, change in changes.items():
        for seed, (id, levels) in enumerate(before.items()):
            yield name, id, levels, levels_in(rewritten(GOLD / f"{id}.docx", change(id, seed)))


def _tell(title: str, made: Iterator[Case]) -> None:
    cases = list(made)
    print(f"{title:34}{'sections':>9}{'stay':>8}{'up':>5}{'down':>5}{'mean':>8}")
    for name in dict.fromkeys(case[0] for case in cases):
        _row(name, [case for case in cases if case[0] == name])
    _row("all", cases)
    print()
    for name, id, levels, after in cases:
        for section, by in moves(levels, after).items():
            print(f"  {name:34} {id} {section:14} {levels[section]} -> {after.get(section, 'not assessed')} ({by:+})")
    print(flush=True)


def _row(name: str, cases: list[Case]) -> None:
    total = sum(len(levels) for _, _, levels, _ in cases)
    moved = [by for _, _, levels, after in cases for by in moves(levels, after).values()]
    up, down = sum(by > 0 for by in moved), sum(by < 0 for by in moved)
    print(f"{name:34}{total:9}{1 - len(moved) / total:8.3f}{up:5}{down:5}{sum(moved) / total:+8.3f}")


if __name__ == "__main__":
    main()
