"""Part-time timetables, alternative provision and exclusions: what is stated, where, and whether it holds together
(seed 000, lines 55 to 58)."""

from __future__ import annotations

import re

from pepinsight.evidence.detail import answer_spans
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, feature
from pepinsight.evidence.said import counted, filled, holds, said, says_none, shown, whether, with_figure
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span

PART_TIME = (Kind.PART_TIME,)
SCHOOL = (Kind.PART_TIME, Kind.EDUCATION)
ELSEWHERE = (Kind.MEETING, Kind.ACTIONS, Kind.CARER, Kind.VIEWS, Kind.ATTENDANCE, Kind.TARGETS, Kind.SEMH, Kind.SEND,
             Kind.CAREERS, Kind.EXCLUSIONS)  # fmt: skip
DATED = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|sep|oct|nov|dec)",
    re.I,
)
DAYS = re.compile(r"\b(?:mon|tue|wed|thu|fri)\w*|\b\d{1,2}[.:]\d{2}\b", re.I)


@once
def _own_answer(reading: Reading) -> tuple[bool, Span] | None:
    """What the form's own question says: (full time?, its answer). The question may be put either way round."""
    for field in (filled(reading, "full_time"), filled(reading, "part_time")):
        if field is None:
            continue
        answer = reading.plan.quote(field.value).strip().lower()
        asks_for_less = holds(reading, field.label, "part_time_answer") and not holds(reading, field.label, "full_time")
        if answer.startswith(("yes", "y ", "no", "n ")):
            return answer.startswith("y") != asks_for_less, field.value
        if holds(reading, field.value, "full_time") and not holds(reading, field.value, "part_time"):
            return True, field.value
        if holds(reading, field.value, "part_time_answer"):
            return False, field.value
    return None


@once
def full_time_spans(reading: Reading) -> tuple[Span, ...]:
    """The statements that the child is in school full time: the form's own field first."""
    own = _own_answer(reading)
    if own is not None:
        return (own[1],) if own[0] else ()
    return said(reading, "full_time", *SCHOOL)


@once
def part_time_spans(reading: Reading) -> tuple[Span, ...]:
    """The statements of the section itself that the child is on a part-time timetable now."""
    own = _own_answer(reading)
    if own is not None:
        return () if own[0] else (own[1],)
    return said(reading, "part_time", *SCHOOL)


@once
def alternative_spans(reading: Reading, *kinds: Kind) -> tuple[Span, ...]:
    """Statements that name alternative provision, or a weekday's lessons at some place away from school."""
    named = said(reading, "alternative", *kinds)
    away = tuple(
        span
        for span in said(reading, "away_place", *kinds)
        if DAYS.search(reading.plan.quote(span))
        and holds(reading, span, "away_time")
        and not holds(reading, span, "away_not")
    )
    return tuple(dict.fromkeys((*named, *away)))


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
    return counted(
        with_figure(reading, said(reading, "return_plan", *PART_TIME)), "return_plan", "A dated step back to full time."
    )


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
    return counted(said(reading, "part_time", *ELSEWHERE), "part_time", "A part-time timetable is spoken of here.")


@feature(
    "alternative_elsewhere", type=int, unit="statements", looked_in=ELSEWHERE,
    describes="mentions of alternative provision in other sections", source="seed 000, lines 49 and 55",
)  # fmt: skip
def alternative_elsewhere(reading: Reading) -> Answer:
    return counted(alternative_spans(reading, *ELSEWHERE), "alternative", "Alternative provision is spoken of here.")


EXCLUSIONS = (Kind.EXCLUSIONS,)
TOLD = (Kind.MEETING, Kind.ACTIONS, Kind.CARER, Kind.VIEWS, Kind.ATTENDANCE, Kind.TARGETS, Kind.SEMH, Kind.EDUCATION,
        Kind.PART_TIME, Kind.SEND)  # fmt: skip


@once
def suspensions_here(reading: Reading) -> tuple[Span, ...]:
    """Statements of the exclusions section that hold a figure (a date or length) of a suspension."""
    answers = {item.value for item in reading.plan.fields_of(*EXCLUSIONS) if not item.blank}
    told = with_figure(reading, said(reading, "suspension_record", *EXCLUSIONS))
    dated = tuple(
        span
        for span in answer_spans(reading, *EXCLUSIONS)
        if DATED.search(reading.plan.quote(span)) and span not in told
    )
    return tuple(span for span in (*told, *dated) if span not in answers or not _is_none(reading, span))


def _is_none(reading: Reading, span: Span) -> bool:
    return holds(reading, span, "no") and not re.search(r"[1-9]", reading.plan.quote(span))


@feature(
    "suspension_recorded", type=int, unit="statements", looked_in=EXCLUSIONS,
    describes="dates or lengths of suspensions in their section", source="seed 000, lines 56-58",
)  # fmt: skip
def suspension_recorded(reading: Reading) -> Answer:
    return counted(suspensions_here(reading), "suspension_record", "A suspension is recorded here.")


@feature(
    "suspension_stated_none", type=bool, looked_in=EXCLUSIONS, describes="a statement that there are no exclusions",
    source="seed 000, lines 56-58",
)  # fmt: skip
def suspension_stated_none(reading: Reading) -> Answer:
    if suspensions_here(reading):
        return Answer(False)
    field = filled(reading, "suspensions")
    if field is not None and says_none(reading, field.value):
        return whether((field.value,), "no_exclusions_field", "The plan says that there are none.")
    spans = said(reading, "no", *EXCLUSIONS, Kind.EDUCATION, Kind.PART_TIME)
    own = tuple(span for span in spans if _of_exclusions(reading, span))
    return whether(own, "no_exclusions", "The plan says that there are none.")


def _of_exclusions(reading: Reading, span: Span) -> bool:
    section = reading.plan.section_at(span.start)
    inside = section is not None and section.kind in EXCLUSIONS
    field = next((item for item in reading.plan.fields if item.value == span), None)
    return inside or (field is not None and field.section in EXCLUSIONS) or holds(reading, span, "suspension_any")


@feature(
    "suspension_elsewhere", type=int, unit="statements", looked_in=TOLD,
    describes="mentions of a suspension in other sections", source="seed 000, lines 56-58",
)  # fmt: skip
def suspension_elsewhere(reading: Reading) -> Answer:
    return counted(said(reading, "suspension", *TOLD), "suspension", "A suspension is spoken of here.")


@feature(
    "suspension_support", type=int, unit="statements", looked_in=EXCLUSIONS,
    describes="support put in place after a suspension", source="seed 000, lines 56-58",
)  # fmt: skip
def suspension_support(reading: Reading) -> Answer:
    return counted(
        said(reading, "suspension_support", *EXCLUSIONS), "suspension_support", "Support after the suspension."
    )
