"""Two models on the same held-out decisions, in figures and in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pepinsight.calibration import SectionSuggestion
from pepinsight.review.agreement import agreement
from pepinsight.review.intervals import wilson
from pepinsight.review.proof_rules import proof_rules
from pepinsight.rubrics import Rubric

CHANCE = 0.05
"""A difference that chance brings about more often than this is not called one."""


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
    peps = len({row.pep for row in rows})
    if peps < proof_rules().fewest:
        yield f"  {len(rows)} decisions on {peps} PEPs: too few to tell (at least {proof_rules().fewest} PEPs)."
        return
    for name, suggested in (("in use now", [row.old for row in rows]), ("the new one", [row.new for row in rows])):
        same = sum(one.graded == row.level for one, row in zip(suggested, rows, strict=True))
        likely = wilson(same / len(rows), peps, proof_rules().likely)
        pairs = [(row.level, one.graded) for one, row in zip(suggested, rows, strict=True)]
        qwk = agreement(pairs, rubric.graded_levels).qwk
        sure = [one.graded == row.level for one, row in zip(suggested, rows, strict=True) if not one.unsure]
        yield (
            f"  {name}: the same level {same} times of {len(rows)} (between {likely.low:.0%} and {likely.high:.0%} is "
            f"likely), weighted kappa {'-' if qwk is None else f'{qwk:.2f}'}; called sure {len(sure)} times, and right "
            f"{sum(sure)} of them."
        )
    yield f"  {_difference(rows)}"


def _difference(rows: Sequence[Row]) -> str:
    from scipy.stats import binomtest  # here, since its import is slow

    only_new = sum(row.new.graded == row.level != row.old.graded for row in rows)
    only_old = sum(row.old.graded == row.level != row.new.graded for row in rows)
    if not only_new and not only_old:
        return "Neither is right where the other is wrong: they differ at most in how sure they are."
    chance = binomtest(only_new, only_new + only_old).pvalue
    judged = "that may well be chance" if chance > CHANCE else "that is hardly chance"
    return f"Only the new one was right {only_new} times, only the one in use {only_old} times: {judged}."
