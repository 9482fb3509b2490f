"""Two models on the same held-out decisions, in figures and in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from pepinsight.calibration import SectionSuggestion
from pepinsight.review.agreement import agreement
from pepinsight.review.intervals import Interval, spread
from pepinsight.review.kappa import redraws
from pepinsight.review.proof_rules import proof_rules
from pepinsight.rubrics import Rubric


@dataclass(frozen=True, slots=True)
class Row:
    """A held-out label of a PEP (its file's number), what the model in use suggests for it, and the new one's."""

    pep: int
    section: str
    level: str
    seen: bool
    old: SectionSuggestion
    new: SectionSuggestion


def told(rows: Sequence[Row], rubric: Rubric) -> Iterator[str]:
    """The comparison, line by line: first on what was decided before seeing a suggestion, then on the rest."""
    unseen, seen = [row for row in rows if not row.seen], [row for row in rows if row.seen]
    yield "Decided before the suggestion was seen:"
    yield from _part(unseen, rubric)
    yield "Decided after it was seen (these lean towards the model that was in use then):"
    yield from _part(seen, rubric)


def _part(rows: Sequence[Row], rubric: Rubric) -> Iterator[str]:
    peps = sorted({row.pep for row in rows})
    rules = proof_rules()
    if len(peps) < rules.fewest:
        yield f"  {len(rows)} decisions on {len(peps)} PEPs: too few to tell (at least {rules.fewest} PEPs)."
        return
    drawn = redraws(len(peps), rules.rounds)  # whole PEPs, since what is decided on one hangs together
    old, new, n = (
        np.array([sum(count(row) for row in rows if row.pep == pep) for pep in peps])
        for count in (lambda row: row.old.graded == row.level, lambda row: row.new.graded == row.level, lambda _: 1)
    )
    for name, same, suggested in (
        ("in use now", old, [row.old for row in rows]),
        ("the new one", new, [row.new for row in rows]),
    ):
        likely = spread(drawn @ same / (drawn @ n), rules.likely)
        between = f" (between {likely.low:.0%} and {likely.high:.0%} is likely)" if likely else ""
        pairs = [(row.level, one.graded) for one, row in zip(suggested, rows, strict=True)]
        qwk = agreement(pairs, rubric.graded_levels).qwk
        sure = [level == graded for (level, graded), one in zip(pairs, suggested, strict=True) if not one.unsure]
        yield (
            f"  {name}: the same level {same.sum()} times of {len(rows)}{between}, weighted kappa "
            f"{'-' if qwk is None else f'{qwk:.2f}'}; called sure {len(sure)} times, and right {sum(sure)} of them."
        )
    yield f"  {_difference(rows, spread(drawn @ (new - old), rules.likely))}"


def _difference(rows: Sequence[Row], gained: Interval | None) -> str:
    """``gained`` is between how many more right levels the new one would likely have on other PEPs."""
    only_new = sum(row.new.graded == row.level != row.old.graded for row in rows)
    only_old = sum(row.old.graded == row.level != row.new.graded for row in rows)
    if not only_new and not only_old:
        return "Neither is right where the other is wrong: they differ at most in how sure they are."
    by_chance = gained is None or gained.low <= 0 <= gained.high
    judged = "that may well be chance" if by_chance else "that is hardly chance"
    return f"Only the new one was right {only_new} times, only the one in use {only_old} times: {judged}."
