"""Attendance: recorded, explained, acted on, and in step with the rest of the plan (seed 000, line 50)."""

from __future__ import annotations

import re

from pepinsight.evidence.detail import answer_spans, statement_spans, statements
from pepinsight.evidence.hollow import is_hollow
from pepinsight.evidence.known import known
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.evidence.said import counted, holds, said, shown, whether
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span
from pepinsight.plan.number_words import spelt

SOURCE = "seed 000, line 50"
HERE = (Kind.ATTENDANCE,)
AMONG = (Kind.EDUCATION, Kind.SEMH, Kind.PART_TIME, Kind.ATTAINMENT, Kind.TRANSITION)
"""Parts among whose answers a form without a part for attendance may have it."""
_SHARE = re.compile(r"\b\d{2,3}(?:\.\d+)?\s?%|\b\d{2}\.\d{1,2}\b|\b100\b")
"""A percentage, also in a cell whose column alone says that it is one."""
_AMONG_OTHERS = re.compile(r"^\W*\d{2,3}(?:\.\d+)?\s?%|\b\d+ (?:out )?of (?:the )?\d+ (?:possible )?sessions\b", re.I)
"""How attendance is told in counts, and where a form without a part for it has it among the answers on school."""
_COUNT = re.compile(rf"[1-9]|\b(?:{spelt()}|half)\b", re.I)
_WILL_DO = re.compile(
    r"(?<!from )(?<!\w)(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*) (?:is to|are to|to|will) "
    r"(?!date|half|end|the\b)[a-z]{2,} \w"
)
"""Somebody named who is to do something: "Fallow House to wake him"."""


@feature("attendance_recorded", type=bool, looked_in=HERE, describes="a figure for attendance", source=SOURCE)
def attendance_recorded(reading: Reading) -> Answer:
    """The plan gives a percentage, or counts of sessions, under attendance."""
    span = reading.plan.attendance_span
    if span is not None and not is_hollow(reading, span.start, span.end):
        return Answer(True, (Shown(span, "attendance_figure", "Attendance is recorded here."),))
    stated = (Span(*pair) for span in answer_spans(reading, *HERE) for pair in statement_spans(reading, span))
    shares = tuple(span for span in stated if _SHARE.search(reading.plan.quote(span)))
    if not shares:
        part = HERE if reading.plan.spans_of(*HERE) else (Kind.EDUCATION,)
        told = answer_spans(reading, *part)
        shares = tuple(span for span in told if _AMONG_OTHERS.search(reading.plan.quote(span)))
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
    """What caused it; what may stand in any sentence on school (the bus, contact) only where absence is spoken of."""
    linked = (span for span in _said(reading, "absence_circumstance") if holds(reading, span, "absence"))
    spans = tuple(dict.fromkeys((*_said(reading, "absence_reason"), *linked)))
    return counted(spans, "absence_reason", "A reason for absence.")


@feature(
    "attendance_actions", type=int, unit="statements", looked_in=HERE, describes="actions on attendance", source=SOURCE
)
def attendance_actions(reading: Reading) -> Answer:
    """What a cue tells, or that somebody other than the child is to do something or will."""
    spans = dict.fromkeys(_said(reading, "attendance_action"))
    told = statements(reading, *HERE) or ((span, span) for span in _elsewhere(reading))
    spans.update(dict.fromkeys(span for span, _ in told if _is_promised(reading, span)))
    return counted(tuple(spans), "attendance_action", "Something is done for attendance.")


def _said(reading: Reading, cue: str) -> tuple[Span, ...]:
    """The statements with this cue in the part on attendance, else in the answers that give it among other things."""
    if reading.plan.spans_of(*HERE):
        return said(reading, cue, *HERE)
    return tuple(span for span in said(reading, cue, *AMONG) if span in _elsewhere(reading))


@once
def _elsewhere(reading: Reading) -> frozenset[Span]:
    """The statements of the answers in which a form without a part for attendance has the figure."""
    at = reading.plan.attendance_span
    given = (pair for pair in statements(reading, *AMONG) if at is not None and pair[1].start <= at.start < pair[1].end)
    return frozenset(statement for statement, _ in given)


def _is_promised(reading: Reading, span: Span) -> bool:
    child = {part.lower() for name in known(reading.doc).child for part in name.split()}
    promised = _WILL_DO.finditer(reading.plan.quote(span))
    return any(not child & set(match["who"].lower().split()) for match in promised)


@feature(
    "attendance_shows_suspension",
    type=bool,
    looked_in=(*HERE, Kind.EXCLUSIONS),
    describes="absences for a suspension in the attendance section, or said beside the suspension to stand there",
    source="seed 000, lines 56-58",
)
def attendance_shows_suspension(reading: Reading) -> Answer:
    """A code alone shows nothing without its count, beside it or in its column ("Sessions coded E", left blank)."""
    coded = (
        span
        for span in said(reading, "suspension_absence", *HERE)
        if holds(reading, span, "suspension_any")
        or any(_COUNT.search(words) for words in (reading.plan.quote(span), *_below(reading, span)))
    )
    spans = (*coded, *said(reading, "suspension_in_register", Kind.EXCLUSIONS))
    return Answer(bool(spans), shown(spans, "suspension_absence", "The suspension shows in attendance."))


def _below(reading: Reading, span: Span) -> list[str]:
    """What stands in the cells below a cell of a table's first row."""
    document = reading.plan.document
    place = document.blocks[document.block_at(span.start)].place
    if place.table is None or place.row != 0:
        return []
    below = [block for block in document.blocks if block.place.table == place.table and block.place.row != 0]
    return [document.text_of(block) for block in below if block.place.column == place.column]
