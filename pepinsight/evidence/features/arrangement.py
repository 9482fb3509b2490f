"""Part-time timetables and alternative provision: what is stated, where, and whether it holds together (seed 000,
line 55)."""

from __future__ import annotations

import re

from pepinsight.evidence.detail import answer_spans
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, feature
from pepinsight.evidence.said import counted, filled, holds, said, shown, whether, with_figure
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span

PART_TIME = (Kind.PART_TIME,)
SCHOOL = (Kind.PART_TIME, Kind.EDUCATION)
ELSEWHERE = (Kind.MEETING, Kind.ACTIONS, Kind.CARER, Kind.VIEWS, Kind.ATTENDANCE, Kind.TARGETS, Kind.SEMH, Kind.SEND,
             Kind.CAREERS, Kind.EXCLUSIONS)  # fmt: skip
DATED = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|sep|oct|nov|dec)"
    r"|^\W*(?:jan|feb|mar|apr|may|june?|july?|sept?|oct|nov|dec)[a-z]*\W*(?:\d{2,4})?\W*$",
    re.I,
)
WEEKDAY = re.compile(r"\b(?:mon|tue|wed|thu|fri)\w*", re.I)
HOURS = re.compile(r"\b\d{1,2}[.:]\d{2}\s*(?:am|pm)?\s*(?:to|until|till|-|–)\s*\d", re.I)
_MIDDAY = re.compile(
    r"\b(?:1[0-2]|0?1)[.:][0-5]\d\b(?!\s*(?:to|until|till|-|–)\s*\d)|\b(?:noon|midday|12 ?o'clock)\b", re.I
)
_DAYS_OF_WEEK = re.compile(r"\b(?:mon|tues|wednes|thurs|fri)days?\b|\b(?:each|every) day\b", re.I)
DAYS = re.compile(r"\b(?:mon|tue|wed|thu|fri)\w*|\b\d{1,2}[.:]\d{2}\b", re.I)


@once
def _own_answer(reading: Reading) -> tuple[bool, Span] | None:
    """What the form's own question says: (full time?, its answer). The question may be put either way round, or ask
    for the hours that the child has and should have."""
    hours = {bool(_HOURS_HAD.search(label)): span for label, span in _hours_asked(reading)}
    if True in hours and False in hours:
        had, due = _hours(reading, hours[True]), _hours(reading, hours[False])
        if had is not None and due is not None:
            return had >= due, hours[True]
    for field in (filled(reading, "full_time"), filled(reading, "part_time")):
        if field is None:
            continue
        answer = reading.plan.quote(field.value).strip().lower()
        asks_for_less = holds(reading, field.label, "part_time_answer") and not holds(reading, field.label, "full_time")
        if plain := _YES_OR_NO.match(answer):
            return plain[0].startswith("y") != asks_for_less, field.value
        if holds(reading, field.value, "full_time") and not holds(reading, field.value, "part_time"):
            return True, field.value
        if holds(reading, field.value, "part_time_answer") or (asks_for_less and DAYS.search(answer)):
            return False, field.value
    return None


@once
def full_time_spans(reading: Reading) -> tuple[Span, ...]:
    """The statements that the child is in school full time: the form's own field first."""
    own = _own_answer(reading)
    if own is not None:
        return (own[1],) if own[0] else ()
    in_words = said(reading, "full_time", *SCHOOL)
    due = {value for label, value in _hours_asked(reading) if not _HOURS_HAD.search(label)}
    given = (span for span in answer_spans(reading, *PART_TIME) if span not in due)
    in_hours = (span for span in given if (_hours(reading, span) or 0) >= WHOLE_WEEK)
    return tuple(dict.fromkeys((*in_words, *in_hours)))


WHOLE_WEEK = 21
"""Hours a week from which a child of school age is in school for the whole of it; the least that any school offers."""
_YES_OR_NO = re.compile(r"(?:yes|no|[yn])\b(?!/)")
_HOURS = re.compile(r"(\d{1,2}(?:\.\d+)?)\s*(?:hours|hrs?)\b(?!\s*(?:a|per|each) day)", re.I)
_HOURS_ASKED = re.compile(r"\b(?:hours|hrs)\b", re.I)
_HOURS_HAD = re.compile(r"^(?!.*\b(?:should|entitle\w*|due|expected)\b)", re.I)
"""A label that asks how many hours the child has, not how many they should."""
_BARE = re.compile(r"\s*(\d{1,2}(?:\.\d+)?)\b", re.I)


def _hours_asked(reading: Reading) -> list[tuple[str, Span]]:
    """The form's questions for hours, and their answers."""
    fields = [item for item in reading.plan.fields_of(*PART_TIME) if not item.blank]
    asked = [(reading.plan.quote(item.label), item.value) for item in fields]
    return [(label, value) for label, value in asked if _HOURS_ASKED.search(label)]


def _hours(reading: Reading, span: Span) -> float | None:
    """The hours a week that a passage of the section on arrangements gives; None where it gives none."""
    plan = reading.plan
    asked = any(span == value for _, value in _hours_asked(reading))
    found = (_BARE if asked else _HOURS).match(plan.quote(span)) or _HOURS.search(plan.quote(span))
    return float(found[1]) if found else None


@once
def part_time_spans(reading: Reading) -> tuple[Span, ...]:
    """The statements of the section itself that the child is on a part-time timetable now."""
    own = _own_answer(reading)
    if own is not None:
        return () if own[0] else (own[1],)
    in_words = (*said(reading, "part_time", *SCHOOL), *said(reading, "part_time_here", *PART_TIME))
    few = (span for span in answer_spans(reading, *PART_TIME) if 0 < (_hours(reading, span) or 0) < WHOLE_WEEK)
    return tuple(dict.fromkeys((*in_words, *(few if reading.plan.phase == "SSA" else ()))))


@once
def alternative_spans(reading: Reading, *kinds: Kind) -> tuple[Span, ...]:
    """Statements that name alternative provision, or a weekday's lessons at some place away from school."""
    named = said(reading, "alternative", *kinds)
    away = tuple(
        span
        for span in said(reading, "away_place", *kinds)
        if (WEEKDAY.search(reading.plan.quote(span)) or HOURS.search(reading.plan.quote(span)))
        and holds(reading, span, "away_time")
        and not holds(reading, span, "away_not")
    )
    return tuple(dict.fromkeys((*named, *away, *(_by_name(reading) if Kind.PART_TIME in kinds else ()))))


_GOES_TO = re.compile(r"\b(?:goes|going|go|attend\w*|spends \w+ at|at)\s+(?:to\s+)?(?:the\s+)?[A-Z][a-z]")


def _by_name(reading: Reading) -> tuple[Span, ...]:
    """Statements of the section on arrangements in which the child goes somewhere by its name on a weekday."""
    return tuple(
        span
        for span in said(reading, "weekday", *PART_TIME)
        if _GOES_TO.search(reading.plan.quote(span))
        and WEEKDAY.search(reading.plan.quote(span))
        and not holds(reading, span, "full_time")
    )


@feature(
    "full_time_stated", type=bool, looked_in=SCHOOL, describes="a statement that the child is in school full time",
    source="seed 000, line 55",
)  # fmt: skip
def full_time_stated(reading: Reading) -> Answer:
    return whether(full_time_spans(reading), "full_time", "The child is said to be in school full time.")


@feature(
    "part_time_stated", type=bool, looked_in=SCHOOL, describes="a part-time timetable set out in its section",
    source="seed 000, line 55",
)  # fmt: skip
def part_time_stated(reading: Reading) -> Answer:
    return whether(part_time_spans(reading), "part_time", "A part-time timetable is set out.")


@feature(
    "alternative_stated", type=bool, looked_in=SCHOOL, describes="alternative provision set out in its section",
    source="seed 000, lines 49 and 55",
)  # fmt: skip
def alternative_stated(reading: Reading) -> Answer:
    return whether(alternative_spans(reading, *SCHOOL), "alternative", "Alternative provision is set out.")


@feature(
    "part_time_days", type=int, unit="days and times", looked_in=SCHOOL,
    describes="days and times at which the child should be somewhere", source="seed 000, line 55",
)  # fmt: skip
def part_time_days(reading: Reading) -> Answer:
    """Also where the education part says at which place away from school the child is taught, and when."""
    spans = tuple(dict.fromkeys((*said(reading, "weekday", *PART_TIME), *alternative_spans(reading, Kind.EDUCATION))))
    found = {match.group().lower() for span in spans for match in DAYS.finditer(reading.plan.quote(span))}
    return Answer(len(found), shown(spans, "weekday", "Says when the child should be where."))


@feature(
    "return_plan_steps", type=int, unit="statements", looked_in=PART_TIME,
    describes="dated steps back to full time", source="seed 000, line 55",
)  # fmt: skip
def return_plan_steps(reading: Reading) -> Answer:
    """Statements with a figure, or in a row of a table that has one."""
    told = said(reading, "return_plan", *PART_TIME)
    dated = set(with_figure(reading, told))
    steps = tuple(span for span in told if span in dated or _row_has_day(reading, span))
    return counted(steps, "return_plan", "A dated step back to full time.")


def _row_has_day(reading: Reading, span: Span) -> bool:
    document = reading.plan.document
    place = document.blocks[document.block_at(span.start)].place
    row = [block for block in document.blocks if place.table is not None and block.place.table == place.table]
    return any(DATED.search(document.text_of(block)) for block in row if block.place.row == place.row)


@feature(
    "return_plan_mentioned",
    type=bool,
    looked_in=PART_TIME,
    describes="a return to full time",
    source="seed 000, line 55",
)
def return_plan_mentioned(reading: Reading) -> Answer:
    return whether(said(reading, "return_plan", *PART_TIME), "return_plan", "A return to full time is spoken of.")


@feature(
    "part_time_elsewhere", type=int, unit="statements", looked_in=ELSEWHERE,
    describes="mentions of a part-time timetable in other sections", source="seed 000, line 55",
)  # fmt: skip
def part_time_elsewhere(reading: Reading) -> Answer:
    """Also where the child is told to go home around midday on some days of the week."""
    early = (
        span
        for span in said(reading, "goes_home", *ELSEWHERE)
        if _MIDDAY.search(reading.plan.quote(span)) and _DAYS_OF_WEEK.search(reading.plan.quote(span))
    )
    spans = tuple(dict.fromkeys((*said(reading, "part_time", *ELSEWHERE), *early)))
    return counted(spans, "part_time", "A part-time timetable is spoken of here.")


@feature(
    "arrangements_contradicted", type=int, unit="statements", looked_in=(*SCHOOL, *ELSEWHERE),
    describes="mentions of a part-time timetable or alternative provision that the section on them leaves out",
    source="seed 000, line 55",
)  # fmt: skip
def arrangements_contradicted(reading: Reading) -> Answer:
    """Zero where the section tells of either or sets out a week, unless it also answers that the child is full time;
    where it says nothing, the education part stands for it."""
    here = PART_TIME if answer_spans(reading, *PART_TIME) else SCHOOL
    inside = {
        *said(reading, "part_time", *here),
        *said(reading, "part_time_here", *here),
        *alternative_spans(reading, *here),
    }
    own = _own_answer(reading)
    if (
        own is not None
        and own[0]
        and (against := tuple(span for span in said(reading, "part_time", *PART_TIME) if span != own[1]))
    ):
        return counted(against, "contradicted", "This stands against the answer that the child is full time.")
    week = {
        match.group().lower()[:3]
        for span in answer_spans(reading, *PART_TIME)
        for match in WEEKDAY.finditer(reading.plan.quote(span))
    }
    if inside or (own is not None and not own[0]) or len(week) >= SET_OUT:
        return Answer(0)
    outside = ELSEWHERE if here == SCHOOL else (*ELSEWHERE, Kind.EDUCATION)
    spans = tuple(dict.fromkeys((*said(reading, "part_time", *outside), *alternative_spans(reading, *outside))))
    return counted(spans, "contradicted", "This stands against what the section on arrangements says.")


SET_OUT = 4
"""Days of the week from which the section sets out where the child should be."""


@feature(
    "alternative_elsewhere", type=int, unit="statements", looked_in=ELSEWHERE,
    describes="mentions of alternative provision in other sections", source="seed 000, lines 49 and 55",
)  # fmt: skip
def alternative_elsewhere(reading: Reading) -> Answer:
    return counted(alternative_spans(reading, *ELSEWHERE), "alternative", "Alternative provision is spoken of here.")
