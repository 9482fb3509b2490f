"""New targets found against the labelled ones, and what was said of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rapidfuzz import fuzz

from pepinsight.evaluation.gold import TargetLabels
from pepinsight.evaluation.passages import Score

LETTERS = ("S", "M", "A", "R", "T")
SAME = 75.0
"""How like two wordings must be (0 to 100) to be the same target."""

Found = Mapping[str, Any]
"""A target as in the JSON contract."""
Matched = list[tuple[TargetLabels, Found | None]]


def match(gold: Sequence[TargetLabels], found: Sequence[Found]) -> tuple[Matched, int]:
    """Each labelled target with the found one of the most similar wording (None for none), and how many are spurious.

    Of equally similar ones the order decides: a PEP may set the same words twice.
    """
    scores = sorted(
        (-fuzz.ratio(target.text.casefold(), other["text"].casefold()), abs(i - j), i, j)
        for i, target in enumerate(gold)
        for j, other in enumerate(found)
    )
    pairs: dict[int, int] = {}
    for score, _, i, j in scores:
        if -score >= SAME and i not in pairs and j not in pairs.values():
            pairs[i] = j
    matched: Matched = [(target, found[pairs[i]] if i in pairs else None) for i, target in enumerate(gold)]
    return matched, len(found) - len(pairs)


def figures(peps: Sequence[tuple[Sequence[TargetLabels], Sequence[Found]]]) -> dict[str, Any]:
    """Over all PEPs: targets found and spurious; each letter's F1 of finding it missed; voice, money, sums."""
    matched: Matched = []
    spurious = 0
    for gold, found in peps:
        pairs, extra = match(gold, found)
        matched += pairs
        spurious += extra
    sums = [target for target, _ in matched if target.premium.amount is not None]
    right = sum(_amount(found) == target.premium.amount for target, found in matched if target in sums)
    return {
        "found": Score(sum(found is not None for _, found in matched), spurious,
                       sum(found is None for _, found in matched)).figures(),
        "smart_missed": {letter: _missing(matched, letter) for letter in LETTERS},
        "from_voice": _yes(matched, lambda target: target.from_voice, lambda found: found["from_voice"]),
        "premium_linked": _yes(matched, lambda target: target.premium.linked, lambda found: found["premium"]["linked"]),
        "amounts_right": {"share": right / len(sums) if sums else None, "n": len(sums)},
    }  # fmt: skip


def _missing(matched: Matched, letter: str) -> dict[str, Any] | None:
    return _yes(matched, lambda target: not target.smart[letter], lambda found: _not(found["smart"], letter))


def _not(smart: Mapping[str, bool | None] | None, letter: str) -> bool | None:
    value = smart.get(letter) if smart is not None else None
    return None if value is None else not value


def _amount(found: Found | None) -> float | None:
    return None if found is None else found["premium"]["amount"]


def _yes(matched: Matched, gold: Any, said: Any) -> dict[str, Any] | None:
    """Precision, recall and F1 of saying yes; None when it is never said at all, so not built."""
    answers = [(gold(target), None if found is None else said(found)) for target, found in matched]
    if all(answer is None for _, answer in answers):
        return None
    score = Score(
        sum(truth and answer is True for truth, answer in answers),
        sum(not truth and answer is True for truth, answer in answers),
        sum(truth and answer is not True for truth, answer in answers),
    )
    return score.figures()
