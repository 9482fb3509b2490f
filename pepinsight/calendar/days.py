"""Counting from one day to another: the first day is not counted, the last one is."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Literal

Unit = Literal["working_days", "calendar_days", "weeks", "months", "terms"]
"""What a window is counted in. A working day is Monday to Friday without England's bank holidays; the weekdays of
school holidays are working days too."""

_DAY = timedelta(days=1)
_FRIDAY = 4


@cache
def _bank_holidays(year: int) -> frozenset[date]:
    """England's, with the days that stand in for those at a weekend and the one-off ones."""
    from holidays import country_holidays  # here: a slow import that no page waits for

    return frozenset(country_holidays("GB", subdiv="ENG", years=year))


def is_working_day(day: date) -> bool:
    """Whether ``day`` is a weekday and no bank holiday in England."""
    return day.weekday() <= _FRIDAY and day not in _bank_holidays(day.year)


def working_days(start: date, end: date) -> int:
    """The working days after ``start`` up to and with ``end``; below nought where ``end`` comes first."""
    if end < start:
        return -working_days(end, start)
    return sum(is_working_day(day) for day in _days_after(start, end))


def add_working_days(start: date, number: int) -> date:
    """The working day on which ``number`` of them have passed since ``start``."""
    day = start
    while number:
        day += _DAY
        number -= is_working_day(day)
    return day


def add_months(start: date, number: int) -> date:
    """The same day of a later month, or that month's last one."""
    month = start.month - 1 + number
    year, month = start.year + month // 12, month % 12 + 1
    return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


def count(start: date, end: date, unit: Unit) -> int:
    """How many of ``unit`` it takes to get from ``start`` to ``end``; weeks and months that have begun count whole.

    Terms are an authority's: see ``Calendar.terms_between``.
    """
    if unit == "working_days":
        return working_days(start, end)
    if unit == "calendar_days":
        return (end - start).days
    if end < start:
        return -count(end, start, unit)
    if unit == "weeks":
        return -(-(end - start).days // 7)
    if unit == "months":
        whole = (end.year - start.year) * 12 + end.month - start.month
        return whole if add_months(start, whole) >= end else whole + 1
    raise ValueError("terms are counted by a calendar")


def _days_after(start: date, end: date) -> Iterator[date]:
    for number in range(1, (end - start).days + 1):
        yield start + timedelta(days=number)
