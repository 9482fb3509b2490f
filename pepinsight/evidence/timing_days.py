"""The days between which a plan is timed: its own, those that follow from them, and its calendar's."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pepinsight.calendar import add_months, add_working_days, school_calendar, working_days
from pepinsight.evidence.cues import compiled
from pepinsight.evidence.timing_data import timing_data
from pepinsight.plan import Dates, Plan, Span
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan.written_dates import dates_of

EARLIEST, LATEST = 1990, 2100
_SOON_AFTER = 30  # characters after "moved from" in which the day stands
_A_TERM = timedelta(days=120)  # two days further apart speak of two meetings
_FIRST = re.compile(r"\b(?:first|1st)\b(?!\s+(?:meeting|term|week|half|of)\b)", re.IGNORECASE)
_FRONT = (Kind.FRONT, Kind.CARE, Kind.CARE_PLAN)


@dataclass(frozen=True, slots=True)
class Told:
    """A day, where it is written (None for one that was worked out), and how it was worked out."""

    day: date
    span: Span | None = None
    because: str = ""


def told_days(plan: Plan, previous: Plan | None = None) -> dict[str, Told]:
    """Every day that the plan (or the one before it) tells or implies, by the names of ``data/timing.yaml``."""
    dates = _credible(plan.dates)
    spans = dict(dates.spans)
    own = ("entered_care", "due", "previous_meeting", "meeting", "completed", "next_meeting", "social_worker_update")
    days = {name: Told(day, spans.get(name)) for name in own if (day := getattr(dates, name)) is not None}
    for role in ("DT", "SW"):
        signed = [(item.date, item.span) for item in plan.sign_offs if item.role == role and is_credible(item.date)]
        if signed:
            day, span = max(((day, span) for day, span in signed if day is not None), key=lambda pair: pair[0])
            days[f"{role.lower()}_signed"] = Told(day, span)
    if "due" not in days:
        due = _moved_from(plan, dates) or _agreed_before(previous, dates) or _falls_due(plan, dates)
        if due is not None:
            days["due"] = due
    if (meeting := dates.day) is not None and (term := school_calendar().term_of(meeting)) is not None:
        days["term_start"] = Told(term.starts)
        if term.ends >= meeting:
            days["term_end"] = Told(term.ends)
    return days


def is_credible(day: date | None) -> bool:
    """Whether a day falls in years of which a PEP may speak; another is a slip of the pen."""
    return day is not None and EARLIEST <= day.year <= LATEST


def _credible(dates: Dates) -> Dates:
    """The plan's dates without slips such as the year 2205."""

    def kept(day: date | None) -> date | None:
        return day if is_credible(day) else None

    return replace(
        dates,
        meeting=kept(dates.meeting),
        completed=kept(dates.completed),
        previous_meeting=kept(dates.previous_meeting),
        next_meeting=kept(dates.next_meeting),
        entered_care=kept(dates.entered_care),
        social_worker_update=kept(dates.social_worker_update),
        due=kept(dates.due),
    )


def _moved_from(plan: Plan, dates: Dates) -> Told | None:
    """ "12 March (re-arranged from 26 February, DT ill)": the day that was agreed at first."""
    cue, text = compiled("moved_from", timing_data().moved_from), plan.document.text
    if dates.meeting is None:
        return None
    for span in plan.spans_of(Kind.FRONT, Kind.ATTENDEES, Kind.MEETING):
        for match in cue.find_at(plan.document.text, span.start, span.end):
            start = span.start + match.end()
            for written in dates_of(plan.document, text[start : min(start + _SOON_AFTER, span.end)], short=True)[:1]:
                day = written.full or written.near(dates.meeting)
                if day is not None and day != dates.meeting and abs(day - dates.meeting) <= _A_TERM:
                    return Told(day, Span(start + written.start, start + written.end))
    return None


def _agreed_before(previous: Plan | None, dates: Dates) -> Told | None:
    """The day that the last plan set for this one."""
    day = previous.dates.next_meeting if previous is not None else None
    if day is None or dates.meeting is None or abs(day - dates.meeting) > _A_TERM:
        return None
    return Told(day, None, "agreed in the plan before")


def _falls_due(plan: Plan, dates: Dates) -> Told | None:
    """By when the PEP was due where the plan does not say so: after its last meeting, or after entering care."""
    data, before = timing_data(), dates.previous_meeting
    if before is None:
        if not is_first(plan) or dates.entered_care is None:
            return None
        due = add_working_days(dates.entered_care, data.first_pep_due)
        return Told(due, None, f"{data.first_pep_due} working days after entering care")
    review = data.review.get(plan.phase or "SSA")
    if review is None:
        return None
    if review.months is not None:
        return Told(add_months(before, review.months), None, f"{review.months} months after {_said(before)}")
    term = school_calendar().term_after(before, review.terms or 1)
    return Told(term.ends, None, f"the end of the {term.name} term") if term is not None else None


def is_first(plan: Plan) -> bool | None:
    """Whether this is the child's first PEP: it says so, or it comes soon after care began with none before it."""
    data, dates = timing_data(), _credible(plan.dates)
    if dates.previous_meeting is not None:
        return False
    cue = compiled("first_pep", data.first_pep)
    for item in plan.fields_of(Kind.FRONT):
        label, value = plan.quote(item.label), plan.quote(item.value)
        if item.kind == "previous_meeting" and _FIRST.search(value):
            return True  # "Last plan: this is your first"
        if not item.blank and (cue.stands_in(label) or cue.stands_in(value)):
            return not value.strip().lower().startswith("no")
    if dates.entered_care is None or dates.day is None:
        return None
    return 0 <= working_days(dates.entered_care, dates.day) <= data.first_pep_within


def was_emergency(plan: Plan) -> bool:
    """Whether the plan tells of an emergency placement."""
    cue = compiled("emergency", timing_data().emergency)
    return any(cue.stands_at(plan, span) for span in plan.spans_of(*_FRONT))


def _said(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
