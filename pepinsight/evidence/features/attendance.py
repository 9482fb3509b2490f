"""Attendance: recorded, explained, acted on, and in step with the rest of the plan (seed 000, line 50)."""

from __future__ import annotations

import re

from pepinsight.evidence.detail import answer_spans, statement_spans
from pepinsight.evidence.hollow import is_hollow
from pepinsight.evidence.reading import Reading
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.evidence.said import counted, said, shown, whether
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span

SOURCE = "seed 000, line 50"
HERE = (Kind.ATTENDANCE,)
_SHARE = re.compile(r"\b\d{2,3}(?:\.\d+)?\s?%|\b\d{2}\.\d{1,2}\b|\b100\b")
"""A percentage, also in a cell whose column alone says that it is one."""


@feature("attendance_recorded", type=bool, looked_in=HERE, describes="a figure for attendance", source=SOURCE)
def attendance_recorded(reading: Reading) -> Answer:
    """The plan gives a percentage, or counts of sessions, under attendance."""
    span = reading.plan.attendance_span
    if span is not None and not is_hollow(reading, span.start, span.end):
        return Answer(True, (Shown(span, "attendance_figure", "Attendance is recorded here."),))
    stated = (Span(*pair) for span in answer_spans(reading, *HERE) for pair in statement_spans(reading, span))
    shares = tuple(span for span in stated if _SHARE.search(reading.plan.quote(span)))
    return whether(shares[:3], "attendance_share", "Attendance is recorded here.")


@feature(
    "attendance_reasons",
    type=int,
    unit="statements",
    looked_in=HERE,
    describes="reasons given for absence",
    source=SOURCE,
)
def attendance_reasons(reading: Reading) -> Answer:
    return counted(said(reading, "absence_reason", *HERE), "absence_reason", "A reason for absence.")


@feature(
    "attendance_actions", type=int, unit="statements", looked_in=HERE, describes="actions on attendance", source=SOURCE
)
def attendance_actions(reading: Reading) -> Answer:
    return counted(said(reading, "attendance_action", *HERE), "attendance_action", "Something is done for attendance.")


@feature(
    "attendance_shows_suspension",
    type=bool,
    looked_in=(*HERE, Kind.EXCLUSIONS),
    describes="absences for a suspension in the attendance section, or said beside the suspension to stand there",
    source="seed 000, lines 56-58",
)
def attendance_shows_suspension(reading: Reading) -> Answer:
    spans = said(reading, "suspension_absence", *HERE) + said(reading, "suspension_in_register", Kind.EXCLUSIONS)
    return Answer(bool(spans), shown(spans, "suspension_absence", "The suspension shows in attendance."))
