"""Officers' blind levels against each other and against what was suggested: figures, and what may be made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import numpy as np

from pepinsight.review.agreement import Pair, places
from pepinsight.review.intervals import Interval, spread, wilson
from pepinsight.review.kappa import Counts, counted, drawn_anew, redraws, shares_same, weighted_kappa
from pepinsight.review.proof_rules import ProofRules

PepLevels = Mapping[int, Mapping[str, str]]
"""Levels by PEP (any number for it) and section."""


class Verdict(StrEnum):
    """Whether a section's suggestions agree with officers well enough, by the stated rule."""

    HOLDS = "holds"
    FAILS = "fails"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Figure:
    """How two raters, or several pairs together, agreed. ``n`` pairs on ``peps`` PEPs; ``same`` level, ``near`` at most
    one apart. Intervals are by PEPs, since what is said of one PEP hangs together. None where nothing was rated.
    """

    n: int
    peps: int
    same: int
    near: int
    same_likely: Interval | None
    kappa: float | None
    kappa_likely: Interval | None


@dataclass(frozen=True, slots=True)
class Between:
    """Two raters by name; pepinsight is the other where ``with_pepinsight``. Of ``lowest`` times that the one gave the
    lowest level, the other gave it ``lowest_found`` times."""

    one: str
    other: str
    with_pepinsight: bool
    figure: Figure
    lowest: int
    lowest_found: int


@dataclass(frozen=True, slots=True)
class SectionProof:
    """One section: each pair of raters, all officers together with pepinsight and with each other, and the verdict.

    ``clear`` is False where another sample of PEPs might well have led to another verdict. ``why`` is one sentence.
    """

    id: str
    title: str
    pairs: tuple[Between, ...]
    suggested: Figure
    officers: Figure
    verdict: Verdict
    clear: bool
    why: str


@dataclass(frozen=True, slots=True)
class Proof:
    """The whole report; ``all_sections`` are each pair of raters over all sections together."""

    officers: tuple[str, ...]
    peps: int
    rated: Mapping[str, int]
    sections: tuple[SectionProof, ...]
    all_sections: tuple[Between, ...]


def prove(
    sections: Sequence[tuple[str, str]],
    levels: Sequence[str],
    suggested: PepLevels,
    officers: Mapping[str, PepLevels],
    rules: ProofRules,
) -> Proof:
    """Compare officers' levels with what was suggested and with each other's. ``sections`` are (id, title), ``levels``
    stand best first. PEPs that an officer has not rated in a section are left out there."""
    peps = sorted(suggested)
    names = tuple(sorted(officers))
    compared = _Compared(levels, peps, suggested, officers, rules)
    return Proof(
        officers=names,
        peps=len(peps),
        rated={name: sum(bool(officers[name].get(pep)) for pep in peps) for name in names},
        sections=tuple(_section(id, title, names, compared) for id, title in sections),
        all_sections=compared.pairs(names, tuple(id for id, _ in sections)),
    )


@dataclass(frozen=True)
class _Compared:
    levels: Sequence[str]
    peps: Sequence[int]
    suggested: PepLevels
    officers: Mapping[str, PepLevels]
    rules: ProofRules

    def pairs(self, names: Sequence[str], sections: Sequence[str]) -> tuple[Between, ...]:
        found = [
            self._between(name, "pepinsight", self.suggested, self.with_suggested((name,), sections), sections)
            for name in names
        ]
        for one, two in combinations(names, 2):
            figures = self.with_each_other((one, two), sections)
            found.append(self._between(one, two, self.officers[two], figures, sections))
        return tuple(found)

    def _between(self, one: str, other: str, others: PepLevels, by_pep: Counts, sections: Sequence[str]) -> Between:
        last = self.levels[-1]
        given = self.officers[one]
        lowest = [(pep, id) for pep in self.peps for id in sections if given.get(pep, {}).get(id) == last]
        compared = [level for pep, id in lowest if (level := others.get(pep, {}).get(id)) is not None]
        return Between(one, other, others is self.suggested, self.figure(by_pep), len(compared), compared.count(last))

    def with_suggested(self, names: Sequence[str], sections: Sequence[str]) -> Counts:
        return self._by_pep(
            [
                [
                    (level, self.suggested[pep].get(section))
                    for name in names
                    for section in sections
                    if (level := self.officers[name].get(pep, {}).get(section)) is not None
                ]
                for pep in self.peps
            ]
        )

    def with_each_other(self, names: Sequence[str], sections: Sequence[str]) -> Counts:
        return self._by_pep(
            [
                [
                    (level, other)
                    for one, two in combinations(names, 2)
                    for section in sections
                    if (level := self.officers[one].get(pep, {}).get(section)) is not None
                    and (other := self.officers[two].get(pep, {}).get(section)) is not None
                ]
                for pep in self.peps
            ]
        )

    def _by_pep(self, pairs: Sequence[Sequence[Pair]]) -> Counts:
        count = len(self.levels)
        return np.array([counted(places(of_pep, self.levels), count) for of_pep in pairs]).reshape(-1, count, count)

    def figure(self, by_pep: Counts) -> Figure:
        by_pep = by_pep[by_pep.sum(axis=(1, 2)) > 0]
        together = by_pep.sum(axis=0)
        n, peps = int(together.sum()), len(by_pep)
        if n == 0:
            return Figure(0, 0, 0, 0, None, None, None)
        same = int(np.trace(together))
        near = int(sum(np.trace(together, offset) for offset in (-1, 0, 1)))
        again = drawn_anew(by_pep, redraws(peps, self.rules.rounds))
        return Figure(
            n, peps, same, near,
            # One pair a PEP is a plain share; more hang together. Where all are alike, redrawing them tells nothing.
            wilson(same / n, peps, self.rules.likely) if n == peps or same in (0, n)
            else spread(shares_same(again), self.rules.likely),
            float(weighted_kappa(together)),
            spread(weighted_kappa(again), self.rules.likely),
        )  # fmt: skip


def _section(id: str, title: str, names: Sequence[str], compared: _Compared) -> SectionProof:
    with_suggested, with_each_other = compared.with_suggested(names, (id,)), compared.with_each_other(names, (id,))
    suggested, officers = compared.figure(with_suggested), compared.figure(with_each_other)
    given = [
        level for name in names for pep in compared.peps if (level := compared.officers[name].get(pep, {}).get(id))
    ]
    verdict, why = _verdict(suggested, officers, given, compared.rules)
    clear = verdict is not Verdict.CANNOT_TELL and _is_clear(verdict, with_suggested, with_each_other, compared.rules)
    return SectionProof(id, title, compared.pairs(names, (id,)), suggested, officers, verdict, clear, why)


def _verdict(suggested: Figure, officers: Figure, given: Sequence[str], rules: ProofRules) -> tuple[Verdict, str]:
    """The rule: kappa with officers at least the lowest, and not too far below what officers reach with each other."""
    if suggested.peps < rules.fewest or suggested.kappa is None:
        return Verdict.CANNOT_TELL, f"Too few to tell: {rules.fewest} PEPs rated by an officer are needed."
    commonest, times = Counter(given).most_common(1)[0]
    if times >= rules.one_level_share * len(given):
        return (
            Verdict.CANNOT_TELL,
            f"Nearly every PEP was given {commonest}, so agreement on other levels was not tested.",
        )
    if suggested.kappa < rules.lowest_kappa:
        return (
            Verdict.FAILS,
            f"Kappa with officers is {suggested.kappa:.2f}; the rule asks for {rules.lowest_kappa:.2f}.",
        )
    if officers.peps < rules.fewest or officers.kappa is None:
        return (
            Verdict.CANNOT_TELL,
            f"Kappa with officers is {suggested.kappa:.2f}, which is enough; but two officers must rate {rules.fewest} "
            "PEPs to see what they reach with each other.",
        )
    told = f"Kappa with officers is {suggested.kappa:.2f}, officers' with each other {officers.kappa:.2f}"
    if officers.kappa - suggested.kappa > rules.furthest_below:
        return Verdict.FAILS, f"{told}: more than {rules.furthest_below:.2f} below."
    return Verdict.HOLDS, f"{told}."


def _is_clear(verdict: Verdict, with_suggested: Counts, with_each_other: Counts, rules: ProofRules) -> bool:
    """Whether nearly all redraws of the PEPs lead to the same verdict."""
    drawn = redraws(len(with_suggested), rules.rounds)
    suggested, officers = (weighted_kappa(drawn_anew(pairs, drawn)) for pairs in (with_suggested, with_each_other))
    spare = np.fmin(suggested - rules.lowest_kappa, suggested - officers + rules.furthest_below)
    likely = spread(spare, rules.likely)
    if likely is None:
        return False
    return likely.low >= 0 if verdict is Verdict.HOLDS else likely.high < 0
