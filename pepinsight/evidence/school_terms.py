"""Which school term a date falls in."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from pepinsight.data_files import Strict, load


class Term(Strict):
    """One term of the year: (month, day) of its first and last day, holidays after it included."""

    name: str
    starts: tuple[int, int]
    ends: tuple[int, int]


class Terms(Strict):
    """The year's terms in order."""

    terms: tuple[Term, ...]


@cache
def _terms() -> tuple[Term, ...]:
    return load(Path(__file__).parent / "data" / "terms.yaml", Terms).terms


def term_of(day: date) -> tuple[int, str]:
    """The calendar year and the name of the term in which ``day`` falls."""
    name = next(term.name for term in _terms() if term.starts <= (day.month, day.day) <= term.ends)
    return day.year, name
