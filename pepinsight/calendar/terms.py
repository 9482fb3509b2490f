"""School terms: which one a day falls in, its weeks and its last days, and by when an authority wants its PEPs."""

from __future__ import annotations

import os
from bisect import bisect_right
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

from pydantic import model_validator

from pepinsight.calendar.days import is_working_day, working_days
from pepinsight.data_files import Strict, load

VARIABLE = "PEPINSIGHT_CALENDAR"
"""The environment variable that names an authority's own calendar file."""

_SHIPPED = Path(__file__).parent / "data" / "calendar.yaml"


class Term(Strict):
    """One term: its first and last school day, its half-term holiday, and the last day for its PEPs (None: no rule)."""

    name: str
    starts: date
    ends: date
    half_term: tuple[date, date]
    pep_by: date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Term:
        first, last = self.half_term
        if not self.starts < first <= last < self.ends:
            raise ValueError(f"the {self.name} term must start before its half-term and end after it")
        if self.pep_by is not None and not self.starts <= self.pep_by <= self.ends:
            raise ValueError(f"the {self.name} term's final date for PEPs must fall within the term")
        return self

    def in_half_term(self, day: date) -> bool:
        """Whether ``day`` falls in the half-term holiday."""
        return self.half_term[0] <= day <= self.half_term[1]


class Calendar(Strict):
    """An authority's terms, earliest first. ``last_days`` is how many school days a term's end is made of."""

    title: str
    last_days: int
    terms: tuple[Term, ...]

    @model_validator(mode="after")
    def _in_order(self) -> Calendar:
        for earlier, later in pairwise(self.terms):
            if later.starts <= earlier.ends:
                raise ValueError(f"the term from {later.starts} starts before the one from {earlier.starts} has ended")
        return self

    def term_of(self, day: date) -> Term | None:
        """The term in which ``day`` falls, holidays counting to the term before; None for a year it does not hold."""
        place = self._place(day)
        return None if place is None else self.terms[place]

    def _place(self, day: date) -> int | None:
        place = bisect_right([term.starts for term in self.terms], day) - 1
        if place < 0 or (place == len(self.terms) - 1 and day > self.terms[-1].ends):
            return None
        return place

    def terms_between(self, start: date, end: date) -> int | None:
        """Nought within one term, one from a term to the next; None where a day lies outside the calendar."""
        first, last = self._place(start), self._place(end)
        return None if first is None or last is None else last - first

    def term_after(self, day: date, number: int = 1) -> Term | None:
        """The ``number``-th term after the one in which ``day`` falls."""
        place = self._place(day)
        return self.terms[place + number] if place is not None and place + number < len(self.terms) else None

    def holiday(self, day: date) -> str | None:
        """The school holiday in which ``day`` falls, such as "the half-term holiday"; None within a term.

        Also None outside the calendar: ask ``term_of`` first.
        """
        term = self.term_of(day)
        if term is None:
            return None
        if term.in_half_term(day):
            return f"the half-term holiday of the {term.name} term"
        return f"the holidays after the {term.name} term" if day > term.ends else None

    def week_of(self, day: date) -> int | None:
        """The school week of its term in which ``day`` falls, from 1; half-term is left out. None in a holiday."""
        term = self.term_of(day)
        if term is None or self.holiday(day) is not None:
            return None
        weeks = (_monday(day) - _monday(term.starts)).days // 7
        return weeks + 1 - (day > term.half_term[1])

    def school_days_left(self, day: date) -> int | None:
        """The school days of the term from ``day`` on, itself among them; None in a holiday or outside the calendar."""
        term = self.term_of(day)
        if term is None or self.holiday(day) is not None:
            return None
        left = working_days(day - timedelta(days=1), term.ends)
        first, last = term.half_term
        return left - (working_days(first - timedelta(days=1), last) if day < first else 0)

    def is_school_day(self, day: date) -> bool | None:
        """A weekday in a term, no bank holiday; None outside the calendar."""
        if self.term_of(day) is None:
            return None
        return is_working_day(day) and self.holiday(day) is None


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def school_calendar() -> Calendar:
    """The authority's calendar that ``PEPINSIGHT_CALENDAR`` names, else the one shipped.

    Raises DataFileError, with file and line, for one that cannot be used.
    """
    path = Path(os.environ.get(VARIABLE) or _SHIPPED)
    return _read(path, path.stat().st_mtime_ns if path.exists() else 0)


@cache
def _read(path: Path, changed: int) -> Calendar:
    return load(path, Calendar)
