"""Sums in pounds: find them in text, and settle what one cell's several sums come to."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SUM = re.compile(
    r"£\s?(?P<pounds>\d{1,3}(?:,\d{3})+|\d+)(?P<pence>\.\d{1,2})?(?P<thousand>\s?k\b)?"
    r"|\b(?P<plain>\d{1,3}(?:,\d{3})+|\d+)(?P<plainpence>\.\d{2})?\s?(?:pounds|gbp)\b",
    re.IGNORECASE,
)
_BARE = re.compile(r"\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,2})?\s*", re.IGNORECASE)
_RATE = re.compile(
    r"\s*(?:/|per\b|an?\b|each\b|p/?[hw]\b|every\b)\s*(?:hours?|hr|h|w(?:ee)?k|sessions?|days?|months?|term|lessons?|visits?|head|child|pupil|)",
    re.IGNORECASE,
)
_TIMES_BEFORE = re.compile(
    r"(\d+(?:\.\d+)?)\s*(?:hours?|hrs?|sessions?|weeks?|wks?|lessons?|days?)?\s*(?:x|×|@|at)\s*$", re.IGNORECASE
)
_TIMES_AFTER = re.compile(r"\s*(?:x|×)\s*(\d+)", re.IGNORECASE)
_TOTAL_BEFORE = re.compile(r"(?:total(?:ling|s)?|=|altogether|in all|overall)\s*(?:of|is|:|cost)?\s*$", re.IGNORECASE)
_TOTAL_AFTER = re.compile(r"\s*(?:in total|total|altogether|in all)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount in pounds at ``text[start:end]``; ``rate`` is True for so much an hour, a week, a child."""

    start: int
    end: int
    pounds: float
    rate: bool = False
    total: bool = False


def sums(text: str) -> list[Sum]:
    """Every sum of money in ``text``, in order."""
    found = []
    for match in _SUM.finditer(text):
        digits = match["pounds"] or match["plain"]
        pence = match["pence"] or match["plainpence"] or ""
        pounds = float(digits.replace(",", "") + pence) * (1000 if match["thousand"] else 1)
        before, after = text[: match.start()], text[match.end() :]
        total = bool(_TOTAL_BEFORE.search(before) or _TOTAL_AFTER.match(after))
        rate = False
        if not total and (times := _TIMES_AFTER.match(after) or _TIMES_BEFORE.search(before)):
            pounds *= float(times[1])
        elif not total:
            rate = bool((unit := _RATE.match(after)) and unit[0].strip())
        found.append(Sum(match.start(), match.end(), pounds, rate, total))
    return found


def amount(text: str) -> float | None:
    """What ``text`` sets aside in pounds: the total it states, else all its sums together; None where it names none.

    A first sum that the others make up ("£130 (transport £84, trip £46)") is their total. A rate ("£28 an hour") counts
    only where nothing else does.
    """
    found = sums(text)
    if not found:
        bare = _BARE.fullmatch(text)
        return float(bare[1].replace(",", "") + (bare[2] or "")) if bare else None
    totals = [item.pounds for item in found if item.total]
    if totals:
        return totals[-1]
    fixed = [item.pounds for item in found if not item.rate] or [item.pounds for item in found]
    if len(fixed) > 1 and abs(sum(fixed[1:]) - fixed[0]) < 0.01:
        return fixed[0]
    if len(fixed) > 1 and re.search(r"\bof\s*$", text[: found[1].start]):  # "£440 of £770": the first is this one's
        return fixed[0]
    return sum(fixed)
