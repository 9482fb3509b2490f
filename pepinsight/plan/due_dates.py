"""When a target is due: the dates in its words, else the end of a month or of a school year that it names."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from pepinsight.documents import Document
from pepinsight.plan.written_dates import dates_of

_MONTHS = tuple(name.lower() for name in calendar.month_abbr)
_DUE = r"(?:^\s*|\b(?:by|before|until|till)\s+(?:the\s+)?)"  # elsewhere a month may tell where things stood
_MONTH = re.compile(
    rf"{_DUE}(?:(?:the\s+)?end\s+of\s+)?(?P<month>{'|'.join(_MONTHS[1:])})[a-z]*\.?[\s-]+"
    r"(?P<year>20\d\d\b|['’]?\d\d(?=\s*(?:$|[,.;:(/])))",
    re.IGNORECASE,
)
_YEAR = re.compile(rf"{_DUE}end\s+of\s+(?:the\s+)?(?:year|yr|y)\s?(?P<group>\d{{1,2}})\b", re.IGNORECASE)
_LAST_MONTH = 7  # of a school year
_FIRST_MONTH = 9
_CENTURY = 2000


def due_dates(document: Document, text: str, around: date | None, year_group: int | None) -> list[date]:
    """The dates in a target's words; one without a year is the next to come after the meeting (``around``).

    Where none stands there, the last day of a month with its year ("July 2027"), or of the school year in which the
    child is in the year group named ("by the end of Year 8").
    """
    found = [item.full or (item.after(around) if around is not None else None) for item in dates_of(document, text)]
    dated = [day for day in found if day is not None]
    return dated or [*_months(text), *_school_years(text, around, year_group)]


def _months(text: str) -> Iterator[date]:
    for match in _MONTH.finditer(text):
        month = _MONTHS.index(match["month"].lower())
        year = int(match["year"].lstrip("'’"))
        year += _CENTURY if year < _CENTURY else 0
        yield date(year, month, calendar.monthrange(year, month)[1])


def _school_years(text: str, around: date | None, year_group: int | None) -> Iterator[date]:
    if around is None or year_group is None:
        return
    ends = around.year + (around.month >= _FIRST_MONTH)
    for match in _YEAR.finditer(text):
        yield date(ends + int(match["group"]) - year_group, _LAST_MONTH, 31)
