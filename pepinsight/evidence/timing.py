"""Whether a PEP's steps were in time: each window of ``data/timing.yaml``, its days and count, or what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pepinsight.calendar import Unit, count, is_working_day, school_calendar
from pepinsight.evidence.timing_data import SchoolDay, Window, timing_data
from pepinsight.evidence.timing_days import Told, is_credible, is_first, told_days, was_emergency
from pepinsight.plan import Plan, PlanKind, Span


@dataclass(frozen=True, slots=True)
class Timing:
    """One window's answer. ``days`` counts its ``unit``; both it and ``within`` are None when that cannot be told.

    A check that a day is a school day has no end, unit or limit. ``says`` is one line: the days and the count, or what
    is missing. ``spans`` is where the days are written.
    """

    id: str
    title: str
    start: date | None
    end: date | None
    days: int | None
    unit: Unit | None
    limit: int | None
    within: bool | None
    says: str
    source: str
    spans: tuple[Span, ...] = ()


def timings(plan: Plan, previous: Plan | None = None) -> tuple[Timing, ...]:
    """The answers of all windows that apply to the plan, in the order of the file, a target each for its own.

    ``previous`` is the same child's plan of the term before, which may have set this one's day.
    Of a print of one part only those that can be told: what it does not hold is not missing.
    """
    days = told_days(plan, previous)
    found = (
        *(one for window in _windows(plan) for one in _answers(plan, window, days)),
        *(school_day(asked, days.get(asked.day)) for asked in timing_data().school_days),
    )
    return tuple(one for one in found if one.within is not None or plan.kind is not PlanKind.SINGLE_TAB)


def _windows(plan: Plan) -> Iterator[Window]:
    first, emergency = is_first(plan), was_emergency(plan)
    for window in timing_data().windows:
        if window.phases and plan.phase not in window.phases:
            continue
        if (window.first and not first) or (window.emergency and not emergency):
            continue
        if window.from_ == "previous_meeting" and first:
            continue  # there is none before the first
        yield window


def _answers(plan: Plan, window: Window, days: dict[str, Told]) -> Iterator[Timing]:
    if window.to != "target":
        if window.to == "term_end" and "term_start" in days and "term_end" not in days:
            return  # a meeting in the holidays
        yield answer(window, _start(window, days), days.get(window.to))
        return
    for number, target in enumerate(plan.targets, start=1):
        if not target.long_term:
            told = Told(target.by, target.wording) if target.by is not None and is_credible(target.by) else None
            yield answer(window, days.get("meeting"), told, f"target {number}: ")


def _start(window: Window, days: dict[str, Told]) -> Told | None:
    """The day from which a window runs; a final date is that of the term in which its other day falls."""
    if window.from_ != "final_date":
        return days.get(window.from_)
    end = days.get(window.to)
    term = school_calendar().term_of(end.day) if end is not None else None
    return Told(term.pep_by) if term is not None and term.pep_by is not None else None


def answer(window: Window, start: Told | None, end: Told | None, before: str = "") -> Timing:
    """A window's answer for two days; ``before`` opens what it says."""
    data = timing_data()
    limit = school_calendar().last_days if window.limit is None else window.limit
    spans = tuple(told.span for told in (start, end) if told is not None and told.span is not None)

    def result(days: int | None, within: bool | None, says: str) -> Timing:
        first, last = (told.day if told is not None else None for told in (start, end))
        return Timing(window.id, window.title, first, last, days, window.unit, limit, within, f"{before}{says}",
                      window.source, spans)  # fmt: skip

    missing = [data.days[name].missing for name, told in ((window.from_, start), (window.to, end)) if told is None]
    if start is None or end is None:
        return result(None, None, f"cannot tell: found nothing on {' and '.join(missing)}")
    counted = counted_between(start.day, end.day, window.unit)
    told = f"{_named(window.from_, start)}, {_named(window.to, end)}"
    if counted is None:
        return result(None, None, f"cannot tell: {told}, and the calendar does not hold both terms")
    if counted < 0 and not window.late_only and not window.at_least:
        return result(None, None, f"cannot tell: {told}, which comes first")
    early = f"{_many(-counted, window.unit)} before" if counted < 0 else ""
    within = counted >= limit if window.at_least else counted <= limit
    return result(
        max(counted, 0) if window.late_only else counted, within, f"{told}: {early or _many(counted, window.unit)}"
    )


def school_day(asked: SchoolDay, told: Told | None) -> Timing:
    """Whether a day of the plan is one on which pupils are in school."""

    def result(within: bool | None, says: str) -> Timing:
        day, spans = (None, ()) if told is None else (told.day, (told.span,) if told.span is not None else ())
        return Timing(asked.id, asked.title, day, None, None, None, None, within, says, asked.source, spans)

    if told is None:
        return result(None, f"cannot tell: found nothing on {timing_data().days[asked.day].missing}")
    calendar, named = school_calendar(), _named(asked.day, told)
    if calendar.term_of(told.day) is None:
        return result(None, f"cannot tell: {named}, and the calendar does not hold that term")
    holiday = calendar.holiday(told.day)
    if holiday is not None:
        return result(False, f"{named}: in {holiday}")
    if not is_working_day(told.day):
        return result(False, f"{named}: {'a bank holiday' if told.day.weekday() < SATURDAY else f'a {told.day:%A}'}")
    return result(True, f"{named}: a school day")


SATURDAY = 5


def counted_between(start: date, end: date, unit: Unit) -> int | None:
    """The count in any unit; None for terms of which the calendar does not hold one."""
    return school_calendar().terms_between(start, end) if unit == "terms" else count(start, end, unit)


def _named(name: str, told: Told) -> str:
    because = f" ({told.because})" if told.because else ""
    return f"{timing_data().days[name].name} {said(told.day)}{because}"


def said(day: date) -> str:
    """A day as a person reads it: "7 Nov 2025"."""
    return f"{day.day} {day:%b %Y}"


def _many(number: int, unit: Unit) -> str:
    one, several = timing_data().units[unit]
    return f"{number} {one if number == 1 else several}"
