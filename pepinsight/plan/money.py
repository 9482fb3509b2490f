"""Sums in pounds: find them in text, and settle what one cell's several sums come to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from math import prod

from pepinsight.plan.columns import any_of
from pepinsight.plan.number_words import number_of, spelt

_FUND = any_of("premium")
_PLAIN = r"(?!(?:19|20)\d\d\b)(?:\d,\d{3}|\d{2,4})(?:\.\d{2})?"
_SUM = re.compile(
    r"(?:£|\bgbp)\s?(?P<pounds>\d{1,3}(?:,\d{3})+|\d+)(?P<pence>\.\d{1,2})?(?P<thousand>\s?k\b)?"
    r"|\b(?P<plain>\d{1,3}(?:,\d{3})+|\d+)(?P<plainpence>\.\d{2})?\s?(?:pounds|gbp)\b"
    rf"|(?<!\w){_FUND}\s*(?:[:=]|[-–](?=\s))?\s*(?P<named>{_PLAIN})(?=\s*(?:$|[;)\n]|[.,](?!\d)))"
    rf"|(?<![\w£.,/:-])(?P<from>{_PLAIN})\s+(?:from|of)\s+(?:the\s+)?{_FUND}(?!\w)",
    re.IGNORECASE,
)
"""A pound sign or its like; a plain number only beside the name of the fund ("from PP+: 300", "300 from PP+")."""
_BARE = re.compile(r"\s*(?!20[12]\d\s*$)(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,2})?\s*", re.IGNORECASE)
_RATE = re.compile(
    r"\s*(?:(?:hour|dai|week|month)ly\b|(?:/|per\b|an?\b|each\b|p/?[hw]\b|every\b)"
    r"\s*(?:hours?|hr|h|w(?:ee)?k|sessions?|days?|months?|term|lessons?|visits?|head|child|pupil|))",
    re.IGNORECASE,
)
_COUNT = rf"(?:\d+(?:\.\d+)?|{spelt()})"
_UNIT = r"(?:hour|hr|h|week|wk|session|day|month|lesson|visit)"
_TIMES = r"(?:x|×|@|at|costing)"
# "6 hrs at £30", "6 hours of tuition at £30", and of whatever is counted "25 lunches x £5".
_TIMES_BEFORE = re.compile(
    rf"\b({_COUNT})\s*(?:(?:x\s*)?(?:{_UNIT}s?\s*)?{_TIMES}|[a-z]{{3,}}s\s*{_TIMES}"
    rf"|(?:x\s*)?(?:\d+[\s-]*(?:hour|hr|min(?:ute)?)s?\s+)?{_UNIT}s(?:\s+(?:of\s+)?[a-z:\d-]+){{0,3}}\s+{_TIMES}"
    rf"|x\s*(?:1|one|an?)[\s-]*{_UNIT}\s*{_TIMES})\s*$",
    re.IGNORECASE,
)
# "2 hours a week for 10 weeks at £20".
_WEEKS_BEFORE = re.compile(
    rf"\b({_COUNT})\s*{_UNIT}s?\s*(?:/|per\b|an?\b|each\b|every\b)\s*(?:week|wk)[\s,]*(?:x|×|for)?\s*{_COUNT}\s*(?:weeks|wks)\s*{_TIMES}\s*$",
    re.IGNORECASE,
)
_TIMES_AFTER = re.compile(
    r"\s*(?:(?:(?:/|per\b|an?\b|each\b)\s*[a-z]+|p/?[hw]|for \d+ ?min(?:ute)?s?)\s*[,(]?\s*)?"
    r"(?:x|×)\s*(\d+)(?!\d|\s*min)",
    re.IGNORECASE,
)
_SO_MANY = re.compile(
    rf"\s*(?:(?:/|per\b|an?\b|each\b|every\b)\s*(?P<of>{_UNIT})s?\b|p/?(?P<short>[hw])\b|(?P<often>hour|week|month)ly\b|(?P<each>each)\b)"
    rf"[\s,(]*(?:x|×|for)?\s*(?P<many>{_COUNT})\s*(?P<unit>{_UNIT})s?\b",
    re.IGNORECASE,
)
"""So much a session, and then how many of them."""
_EVERY_WEEK = re.compile(
    r"\s*(?:/|per\b|an?\b|each\b|every\b)\s*(?:week|wk)\b[\s,(]*(?:x|×|for)?\s*(\d+)\s*(?:weeks|wks)\b", re.IGNORECASE
)
"""So many a week, and then for how many weeks."""
_AT_BEFORE = re.compile(r"(?:\bat|@)\s*$", re.IGNORECASE)
_UP_TO = re.compile(r"\bup to\s*$", re.IGNORECASE)  # what may be asked for, not what is given
_EQUALS = re.compile(r"=")
_SHARE = re.compile(r"\s*(?:(?:out )?of (?:the |a )?(?:total |remaining |full |whole )?|[-–]\s*|to )", re.IGNORECASE)
"""Between two sums of which the first counts: a part of the whole, or the lower end of a range."""
_FRACTION = re.compile(
    r"(?:\b(?:(?P<half>half)|(?:an?|one)?\s*(?P<third>third)|(?:an?|one)?\s*(?P<quarter>quarter))|\b(?P<percent>\d{1,2})\s?%)"
    r"\s+(?:of\s+)?(?:the\s+|this\s+|a\s+)?(?:total\s+|remaining\s+)?$",
    re.IGNORECASE,
)
_LEFT = re.compile(r"\s*(?:is |are )?(?:left|remain(?:s|ing)|unspent)\b", re.IGNORECASE)  # what has not been given out
_PARTS = re.compile(r"\s*:")
_MOST_PARTS = 8
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_TOTAL_BEFORE = re.compile(r"(?:total(?:ling|s)?|altogether|in all|overall)\s*(?:of|is|:|cost)?\s*$", re.IGNORECASE)
_TOTAL_AFTER = re.compile(r"\s*(?:in total|total|altogether|in all)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount in pounds at ``text[start:end]``, and the ``price`` as written there: of "10 x £28" 280 and 28.

    ``rate`` is True for so much an hour, a week, a child.
    """

    start: int
    end: int
    pounds: float
    price: float
    rate: bool = False
    total: bool = False


def sums(text: str) -> list[Sum]:
    """Every sum of money in ``text``, in order."""
    found = []
    for match in _SUM.finditer(text):
        digits = match["pounds"] or match["plain"] or match["named"] or match["from"]
        pence = match["pence"] or match["plainpence"] or ""
        pounds = price = float(digits.replace(",", "") + pence) * (1000 if match["thousand"] else 1)
        before, after = text[: match.start()], text[match.end() :]
        if _UP_TO.search(before) or _LEFT.match(after):
            continue
        total = bool(_TOTAL_BEFORE.search(before) or _TOTAL_AFTER.match(after))
        rate = False
        if part := _FRACTION.search(before):
            pounds *= _share(part)
        elif not total and (times := _TIMES_AFTER.match(after) or _TIMES_BEFORE.search(before)):
            pounds *= _count(times[1])
            if weekly := _WEEKS_BEFORE.search(before):
                pounds *= _count(weekly[1])
        elif not total and (many := _SO_MANY.match(after)) and _same_unit(many):
            pounds *= _count(many["many"])
            if weeks := _EVERY_WEEK.match(after, many.end()):
                pounds *= float(weeks[1])
        elif not total:
            rate = bool(((unit := _RATE.match(after)) and unit[0].strip()) or _AT_BEFORE.search(before))
        found.append(Sum(match.start(), match.end(), pounds, price, rate, total))
    return found


def _count(word: str) -> float:
    return float(number_of(word) or word)


def _share(part: re.Match[str]) -> float:
    """What part of the sum that follows: a half, a third, a quarter, or so many in a hundred."""
    if part["percent"]:
        return float(part["percent"]) / 100
    return 1 / 2 if part["half"] else 1 / 3 if part["third"] else 1 / 4


def _same_unit(many: re.Match[str]) -> bool:
    """Whether the price is for one of what is then counted: by the week and for so many weeks, not hours."""
    price = many["of"] or many["short"] or many["often"]
    return bool(many["each"]) or price[0].lower() == many["unit"][0].lower()


def settled(text: str) -> list[Sum]:
    """The sums of ``text`` that stand for themselves.

    Of "10 x £28 = £280" the result, of "£130 (bus £84, trip £46)", "£130: bus £84, trip £46" and "£440 of £770" the
    first, of "£280 for the group, 35 sessions at £8; £30 cards" all but the reckoning; a stated total alone; and a rate
    ("£28 an hour") only where nothing else stands.
    """
    found: list[Sum] = []
    for item in sums(text):
        if found and _EQUALS.search(text, found[-1].end, item.start):
            terms = sum(earlier.pounds for earlier in found)
            found = [] if abs(terms - item.pounds) < 0.01 else found[:-1]
        found.append(item)
    totals = [item for item in found if item.total]
    if totals:
        return totals[-1:]
    fixed = _unreckoned(text, [item for item in found if not item.rate]) or found
    if len(fixed) > 1:
        first, rest = fixed[0], [item.pounds for item in fixed[1:]]
        parted = _SHARE.fullmatch(text, first.end, fixed[1].start) or _PARTS.match(text, first.end)
        if parted or _adds_up(first.pounds, rest):
            return fixed[:1]
    return fixed


def _unreckoned(text: str, found: list[Sum]) -> list[Sum]:
    """The sums less those that only show how another one is reckoned: "£420, 7 hours for 5 weeks at £12"."""
    kept = []
    for item in found:
        before = max((other.end for other in found if other.end <= item.start), default=0)
        factors = [float(number) for number in _NUMBER.findall(text[before : item.start])]
        results = {item.pounds, item.price * prod(factors)}
        others = [other.pounds for other in found if other is not item]
        if item.price == item.pounds or not any(abs(pounds - of) < 0.01 for pounds in results for of in others):
            kept.append(item)
    return kept


def _adds_up(whole: float, parts: list[float]) -> bool:
    """Whether the parts, or several of them, make the whole ("£520, 13 weeks at £30, £390, and £130 for books")."""
    if abs(sum(parts) - whole) < 0.01:
        return True
    if len(parts) > _MOST_PARTS:
        return False  # of many sums some add up to anything, and to try them all takes for ever
    some = (chosen for size in range(2, len(parts)) for chosen in combinations(parts, size))
    return any(abs(sum(chosen) - whole) < 0.01 for chosen in some)


def amount(text: str) -> float | None:
    """What ``text`` sets aside in pounds: its settled sums together, or a bare number; None where it names none."""
    found = settled(text)
    if found:
        return sum(item.pounds for item in found)
    bare = _BARE.fullmatch(text)
    return float(bare[1].replace(",", "") + (bare[2] or "")) if bare else None
