"""Dates as people in Britain write them: 12/02/2026, 12.2.26, 12.ii.26, 12 Feb 2026, 12th February, 2026-02-12."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pepinsight.documents import Document
from pepinsight.once import once

_MONTHS_IN_YEAR = 12
_FEWEST = 2  # dates that only an American could have written
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:r?uary|r)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_ROMAN = {
    name: number
    for number, name in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), start=1)
}
_DATE = re.compile(
    rf"""(?<![\w/.,:£-])(?:
      (?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d)
    | (?P<nd>\d{{1,2}})(?P<sep>\s?[/.\-]\s?)(?P<nm>\d{{1,2}})(?P=sep)(?P<ny>\d{{4}}|\d{{2}})
    | (?P<rd>\d{{1,2}})(?P<by>\s?[/.\-]\s?)(?P<rm>i{{1,3}}|i?[vx]|vi{{1,3}}|xi{{1,2}})(?P=by)(?P<ry>\d{{4}}|\d{{2}})
    | (?P<wd>\d{{1,2}})\s?(?:st|nd|rd|th)?\s*[-/.]?\s*(?:of\s+)?(?P<wm>{_MONTH})
      (?:\s*[-/,.]?\s*(?P<wy>\d{{4}}|['’]\d\d|\d\d(?=\s*(?:$|[,;()\n|]|\.(?!\d)|at\b|from\b)))(?!\d))?
    | (?P<um>{_MONTH})\s+(?P<ud>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:/])(?:,?\s+(?P<uy>\d{{4}}))?
    )(?![\d/])""",
    re.IGNORECASE | re.VERBOSE,
)
_NAMED = re.compile(rf"(?<!by )(?<!to )(?<!until )(?<!for )(?<!of )\b{_MONTH}(?!\w)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_MONTH_FIRST = re.compile(r"/\s?(?:1[3-9]|[2-9]\d)\s?/")
_SHORT = re.compile(r"(?<![\w/.,:£-])(?P<d>\d{1,2})[/.](?P<m>\d{1,2})(?![\d/.:%]|\s*[ap]\.?m)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it stands in a text: its offsets there, and its year, None when the writer left it out."""

    start: int
    end: int
    day: int
    month: int
    year: int | None

    @property
    def full(self) -> date | None:
        """The date, if its year is written."""
        return date(self.year, self.month, self.day) if self.year is not None else None

    def near(self, around: date) -> date | None:
        """The date in the year that brings it nearest to ``around``."""
        return min(self._candidates(around), key=lambda day: abs((day - around).days), default=None)

    def before(self, limit: date) -> date | None:
        """The latest such date before ``limit``."""
        return max((day for day in self._candidates(limit) if day < limit), default=None)

    def after(self, limit: date) -> date | None:
        """The earliest such date after ``limit``."""
        return min((day for day in self._candidates(limit) if day > limit), default=None)

    def _candidates(self, around: date) -> Iterable[date]:
        if self.year is not None:
            yield date(self.year, self.month, self.day)
            return
        for year in (around.year - 1, around.year, around.year + 1):
            if _is_date(year, self.month, self.day):
                yield date(year, self.month, self.day)


@once
def puts_month_first(document: Document) -> bool:
    """Whether a system with American settings printed the document's dates: of those with strokes that can be read in
    one way only, most have the month first ("11/20/25")."""
    if _MONTH_FIRST.search(document.text) is None:
        return False
    strokes = [match for match in _DATE.finditer(document.text) if match["nd"] and match["sep"].strip() == "/"]
    american = sum(int(match["nm"]) > _MONTHS_IN_YEAR for match in strokes)
    british = sum(int(match["nd"]) > _MONTHS_IN_YEAR for match in strokes)
    return american >= _FEWEST and american > british


@once
def dates_of(document: Document, text: str, short: bool = False) -> tuple[Written, ...]:
    """The dates in a part of ``document``, read in the order of day and month that is the document's own."""
    return dates_in(text, short, puts_month_first(document))


def dates_in(text: str, short: bool = False, month_first: bool = False) -> tuple[Written, ...]:
    """The dates written in ``text``, day before month. Impossible ones (31/02) are left out.

    ``short`` also takes "3.3" and "12/2" for a date; only where a date is asked for. With ``month_first``, dates with
    strokes have the month before the day ("11/20/25").
    """
    if _DIGIT.search(text) is None:
        return ()
    found = [item for match in _DATE.finditer(text) if (item := _read(match, month_first)) is not None]
    if short:
        for match in _SHORT.finditer(text):
            apart = all(match.end() <= item.start or match.start() >= item.end for item in found)
            if apart and _is_date(2024, int(match["m"]), int(match["d"])):
                found.append(Written(match.start(), match.end(), int(match["d"]), int(match["m"]), None))
        found.sort(key=lambda item: item.start)
    return tuple(found)


def months_named(text: str) -> frozenset[int]:
    """The months (1 to 12) after which something is called ("July outcomes", "Targets from December"), not those by
    which it is due. A month has a capital letter, as "may" and "march" are verbs too."""
    found = (match.group()[:3].lower() for match in _NAMED.finditer(text) if match.group()[0].isupper())
    return frozenset(_MONTHS[month] for month in found)


def _read(match: re.Match[str], month_first: bool) -> Written | None:
    if match["iy"]:
        year, month, day = int(match["iy"]), int(match["im"]), int(match["id"])
    elif match["nd"]:
        year, month, day = _year(match["ny"]), int(match["nm"]), int(match["nd"])
        if month_first and match["sep"].strip() == "/" and day <= _MONTHS_IN_YEAR:
            month, day = day, month
    elif match["rd"]:
        year, month, day = _year(match["ry"]), _ROMAN[match["rm"].casefold()], int(match["rd"])
    else:
        word = match["wm"] or match["um"]
        month = _MONTHS[word[:3].casefold()]
        day = int(match["wd"] or match["ud"])
        written = match["wy"] or match["uy"]
        if written is None:
            return Written(match.start(), match.end(), day, month, None) if _is_date(2024, month, day) else None
        year = _year(written.lstrip("'’"))
    return Written(match.start(), match.end(), day, month, year) if _is_date(year, month, day) else None


def _year(written: str) -> int:
    return int(written) if len(written) == 4 else 2000 + int(written)


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
