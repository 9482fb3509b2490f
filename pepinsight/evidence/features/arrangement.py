"""Part-time timetables and alternative provision: what is stated, where, and whether it holds together (seed 000,
line 55)."""

from __future__ import annotations

import re

from pepinsight.evidence.cues import cues
from pepinsight.evidence.detail import answer_spans, statements
from pepinsight.evidence.features.alternative import ELSEWHERE, PART_TIME, SCHOOL, WEEKDAY, alternative_spans
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, feature
from pepinsight.evidence.said import counted, filled, holds, said, shown, whether
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span

_MIDDAY = re.compile(
    r"\b(?:(?:1[0-2]|0?1)[.:][0-5]\d|0?2[.:][0-2]\d)\b(?!\s*(?:to|until|till|-|–)\s*\d)"
    r"|\bat (?:1[0-2]|[12])(?: ?pm)?\b(?![.:]\d|\s*(?:to|until|till|-|–)\s*\d)|\b(?:noon|midday|12 ?o'clock|early)\b"
    r"|\b(?:after|before|at) (?:lunch|dinner)(?: ?time)?\b",
    re.I,
)
_LATE = re.compile(r"\b(?:at|until|till)\s+(?:2[.:][3-5]|3[.:][0-5]|14[.:][3-5]|15[.:][0-5])\d\b", re.I)
"""About when school ends: to leave then is no part-time timetable."""
_DAYS_OF_WEEK = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri)days?\b|\b(?:mon|tues?|weds?|thur?s?|fri)\b|\b(?:each|every) day\b", re.I
)
_HALF_DAY_OF_WEEK = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|weds|thur?s?|fri)(?:days?)?\.? (?:mornings?|afternoons?|ams?|pms?)\b", re.I
)
_AGAIN_AND_AGAIN = re.compile(r"\b(?:mon|tues|wednes|thurs|fri)days\b|\b(?:each|every|most)\b|\bin a row\b", re.I)
"""On more than one day: to be sent home once is a suspension, no timetable."""
_HALF_DAYS = re.compile(
    r"\b(\d{1,3}) (?:out )?of (?:the )?(\d{1,3}) (?:possible )?(?:mornings?|afternoons?|am|pm|a\.m\.|p\.m\.)",
    re.I,
)
DAYS = re.compile(r"\b(?:mon|tue|wed|thu|fri)\w*|\b\d{1,2}[.:]\d{2}\b", re.I)


@once
def _own_answer(reading: Reading) -> tuple[bool, Span] | None:
    """What the form's own question says: (full time?, its answer). The question may be put either way round, or ask
    for the hours that the child has and should have."""
    for label, span in _hours_asked(reading):
        if both := _OF_HOURS.search(reading.plan.quote(span)) if "/" in label else None:
            fewest = min(float(both[1]), float(both[2]))
            return float(both[1]) == float(both[2]) or fewest >= WHOLE_WEEK, span
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
        if _FULL.match(answer):
            return True, field.value
        if _opens_with_full(reading, field.value) and not holds(reading, field.value, "part_time"):
            return True, field.value
        if holds(reading, field.value, "part_time_answer") or (asks_for_less and DAYS.search(answer)):
            return False, field.value
    return None


def _opens_with_full(reading: Reading, span: Span) -> bool:
    """Whether an answer says full time, and nothing before it that tells of less."""
    said_so, less = (
        [match.start() for match in cues("sections")[cue].find(reading.plan.quote(span))]
        for cue in ("full_time", "part_time_here")
    )
    return bool(said_so) and said_so[0] < min(less, default=said_so[0] + 1)


@once
def full_time_spans(reading: Reading) -> tuple[Span, ...]:
    """The statements that the child is in school full time: the form's own field first."""
    own = _own_answer(reading)
    if own is not None:
        return (own[1],) if own[0] else ()
    in_words = said(reading, "full_time", *SCHOOL)
    due = {value for label, value in _hours_asked(reading) if not _HOURS_HAD.search(label)}
    given = (span for span in answer_spans(reading, *PART_TIME) if span not in due)
    in_hours = tuple(span for span in given if (_hours(reading, span) or 0) >= WHOLE_WEEK)
    if _of_less(reading, *SCHOOL) or (not in_hours and said(reading, "part_time_here", *PART_TIME)):
        return ()
    return tuple(dict.fromkeys((*in_words, *in_hours)))


WHOLE_WEEK = 21
"""Hours a week from which a child of school age is in school for the whole of it; the least that any school offers."""
_YES_OR_NO = re.compile(r"(?:yes|no|[yn])\b(?!/)")
_FULL = re.compile(r"full\b(?![\s-]*time\b|\s*(?:or\b|/))")
_HOURS = re.compile(r"(\d{1,2}(?:\.\d+)?)\s*(?:hours|hrs?)\b(?!\s*(?:a|per|each) day)", re.I)
_HOURS_ASKED = re.compile(r"\b(?:hours|hrs)\b", re.I)
_HOURS_HAD = re.compile(r"^(?!.*\b(?:should|entitle\w*|due|expected)\b)", re.I)
"""A label that asks how many hours the child has, not how many they should."""
_OF_HOURS = re.compile(r"^\W*(\d{1,2}(?:\.\d+)?)\s*/\s*(?:about |approx\.? |c\.? ?)?(\d{1,2}(?:\.\d+)?)\b", re.I)
"""An answer to a label that asks for two figures: hours due, and hours had."""
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
    in_words = (*_of_less(reading, *SCHOOL), *said(reading, "part_time_here", *PART_TIME))
    few = (span for span in answer_spans(reading, *PART_TIME) if 0 < (_hours(reading, span) or 0) < WHOLE_WEEK)
    return tuple(dict.fromkeys((*in_words, *(few if reading.plan.phase == "SSA" else ()))))


@once
def _of_less(reading: Reading, *kinds: Kind) -> tuple[Span, ...]:
    """Statements that tell of less than the whole day or week, and not of a time when that was over."""
    told = (span for span in said(reading, "part_time", *kinds) if not _LATE.search(reading.plan.quote(span)))
    return tuple(span for span in told if not holds(reading, span, "part_time_over"))


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
    "part_time_days", type=int, unit="days and times", looked_in=SCHOOL,
    describes="days and times at which the child should be somewhere", source="seed 000, line 55",
)  # fmt: skip
def part_time_days(reading: Reading) -> Answer:
    """Also where the education part says at which place away from school the child is taught, and when."""
    spans = tuple(dict.fromkeys((*said(reading, "weekday", *PART_TIME), *alternative_spans(reading, Kind.EDUCATION))))
    found = {match.group().lower() for span in spans for match in DAYS.finditer(reading.plan.quote(span))}
    return Answer(len(found), shown(spans, "weekday", "Says when the child should be where."))


@feature(
    "part_time_unsettled", type=int, unit="statements", looked_in=PART_TIME,
    describes="statements that leave open on which days the child is where", source="seed 000, line 55",
)  # fmt: skip
def part_time_unsettled(reading: Reading) -> Answer:
    return counted(said(reading, "some_days", *PART_TIME), "some_days", "Leaves open on which days the child is where.")


@feature(
    "part_time_elsewhere", type=int, unit="statements", looked_in=ELSEWHERE,
    describes="mentions of a part-time timetable in other sections", source="seed 000, line 55",
)  # fmt: skip
def part_time_elsewhere(reading: Reading) -> Answer:
    """Also where the child is told to go home around midday on some days of the week, or sent home again and again."""
    spans = tuple(dict.fromkeys((*_of_less(reading, *ELSEWHERE), *_goes_home(reading, *ELSEWHERE))))
    return counted(spans, "part_time", "A part-time timetable is spoken of here.")


@once
def _half_days_lost(reading: Reading) -> tuple[Span, ...]:
    """Statements of attendance in which the child came to fewer than half of the mornings, or of the afternoons."""
    given = tuple(statement for statement, _ in statements(reading, Kind.ATTENDANCE))
    return tuple(
        span
        for span in given
        if any(2 * int(half[1]) < int(half[2]) for half in _HALF_DAYS.finditer(reading.plan.quote(span)))
    )


@once
def _goes_home(reading: Reading, *kinds: Kind) -> tuple[Span, ...]:
    """Statements of going home around midday: on some days of the week, or again and again for one who is sent."""
    again = tuple(span for span in said(reading, "sent_home", *kinds) if _found(_AGAIN_AND_AGAIN, reading, span))
    weekly = (
        span
        for span in said(reading, "goes_home", *kinds)
        if _found(_DAYS_OF_WEEK, reading, span) or holds(reading, span, "some_days")
    )
    early = (span for span in (*weekly, *again) if _found(_MIDDAY, reading, span))
    about_school = tuple(kind for kind in kinds if kind in (Kind.ATTENDANCE, Kind.MEETING, Kind.ACTIONS))
    at_home = (span for span in said(reading, "at_home", *about_school) if _found(_HALF_DAY_OF_WEEK, reading, span))
    return tuple(dict.fromkeys((*early, *at_home)))


def _found(pattern: re.Pattern[str], reading: Reading, span: Span) -> bool:
    return pattern.search(reading.plan.quote(span)) is not None


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
        *_of_less(reading, *here),
        *said(reading, "part_time_here", *here),
        *alternative_spans(reading, *here),
    }
    own = _own_answer(reading)
    if (
        own is not None
        and own[0]
        and (against := tuple(span for span in _of_less(reading, *PART_TIME) if span != own[1]))
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
    less = (*_of_less(reading, *outside), *_goes_home(reading, *outside), *_half_days_lost(reading))
    told = dict.fromkeys((*less, *alternative_spans(reading, *outside)))
    spans = tuple(span for span in told if not holds(reading, span, "in_case"))
    return counted(spans, "contradicted", "This stands against what the section on arrangements says.")


SET_OUT = 4
"""Days of the week from which the section sets out where the child should be."""
