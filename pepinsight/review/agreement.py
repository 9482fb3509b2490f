"""How far two raters agree on ordered levels: pepinsight and a person, or two people. Pure figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pepinsight.review.kappa import counted, weighted_kappa

NOT_APPLICABLE = "NA"
Pair = tuple[str | None, str | None]
"""A reference level and the level compared with it; None is a section that was not rated at all."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """``qwk`` is Cohen's kappa with quadratic weights; ``adjacent`` the share at most one level apart.

    ``lowest_recall`` is the share of the reference's lowest levels that the other found; None where there are none.
    """

    n: int
    qwk: float | None
    exact: float | None
    adjacent: float | None
    lowest_recall: float | None


def agreement(pairs: Sequence[Pair], levels: Sequence[str]) -> Agreement:
    """Agreement over ``pairs``; ``levels`` stand best first.

    A pair of which both are NA is left out. Where only one is NA, or the other is not rated, it counts as the level
    furthest off the one that is known. Raises ValueError for a level that is not in ``levels``.
    """
    scored = places(pairs, levels)
    if not scored:
        return Agreement(0, None, None, None, None)
    off = [abs(one - two) for one, two in scored]
    lowest = [two for one, two in scored if one == len(levels) - 1]
    return Agreement(
        n=len(scored),
        qwk=_qwk(scored, len(levels)),
        exact=off.count(0) / len(off),
        adjacent=sum(step <= 1 for step in off) / len(off),
        lowest_recall=lowest.count(len(levels) - 1) / len(lowest) if lowest else None,
    )


def places(pairs: Sequence[Pair], levels: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs as places in ``levels``, by the rules of ``agreement``."""
    return [_positions(reference, other, levels) for reference, other in pairs if reference != other or _rated(other)]


def _rated(level: str | None) -> bool:
    return level is not None and level != NOT_APPLICABLE


def _positions(reference: str | None, other: str | None, levels: Sequence[str]) -> tuple[int, int]:
    for level in (reference, other):
        if _rated(level) and level not in levels:
            raise ValueError(f"'{level}' is not one of {', '.join(levels)}")
    last = len(levels) - 1
    one = list(levels).index(reference) if reference is not None and _rated(reference) else None
    two = list(levels).index(other) if other is not None and _rated(other) else None
    if one is None and two is None:  # NA against not rated
        return 0, last
    if one is None:
        assert two is not None
        return (0 if two > last - two else last), two
    return one, ((0 if one > last - one else last) if two is None else two)


def _qwk(scored: Sequence[tuple[int, int]], levels: int) -> float:
    return float(weighted_kappa(counted(scored, levels)))
