"""Alternative provision: where else a child is taught, in its own part and in others (seed 000, lines 49 and 55)."""

from __future__ import annotations

import re

from pepinsight.evidence.cues import cues
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, feature
from pepinsight.evidence.said import counted, holds, said, whether
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span

PART_TIME = (Kind.PART_TIME,)
SCHOOL = (Kind.PART_TIME, Kind.EDUCATION)
ELSEWHERE = (Kind.MEETING, Kind.ACTIONS, Kind.CARER, Kind.VIEWS, Kind.ATTENDANCE, Kind.TARGETS, Kind.SEMH, Kind.SEND,
             Kind.CAREERS, Kind.EXCLUSIONS)  # fmt: skip
WEEKDAY = re.compile(r"\b(?:mon|tue|wed|thu|fri)\w*", re.I)
HOURS = re.compile(r"\b\d{1,2}[.:]\d{2}\s*(?:am|pm)?\s*(?:to|until|till|-|–)\s*\d", re.I)
_AFTER_SCHOOL = re.compile(r"\b(?:0?[3-7]|1[5-9])[.:][0-5]\d\s*(?:pm)?\s*(?:to|until|till|-|–)\s*\d", re.I)


@once
def alternative_spans(reading: Reading, *kinds: Kind) -> tuple[Span, ...]:
    """Statements that name alternative provision, or a weekday's lessons at some place away from school; not those that
    only aim at it, as a target does."""
    named = tuple(span for span in said(reading, "alternative", *kinds) if not _answers_none(reading, span))
    told = tuple(kind for kind in kinds if kind is not Kind.TARGETS)
    away = tuple(span for span in said(reading, "away_place", *told) if _is_in_lessons(reading, span))
    return tuple(dict.fromkeys((*named, *away, *(_by_name(reading) if Kind.PART_TIME in kinds else ()))))


def _answers_none(reading: Reading, span: Span) -> bool:
    """Whether a line of its own answers its label that there is none ("AP: n/a")."""
    _, colon, answer = reading.plan.quote(span).partition(":")
    return bool(colon) and cues("sections")["refusal"].pattern.fullmatch(answer.strip(" .")) is not None


def _is_in_lessons(reading: Reading, span: Span) -> bool:
    """Whether a place is where the child is taught on a weekday: no club, no outing, and not after school."""
    there = reading.plan.quote(span)
    places = cues("sections")["away_place"].find(there)
    hours = HOURS.search(there)
    when = [*WEEKDAY.finditer(there), *([hours] if hours else [])]
    near = any(
        day.start() - NEAR <= place.end() and place.start() <= day.end() + NEAR for place in places for day in when
    )
    return (
        near
        and not (hours and _AFTER_SCHOOL.match(hours[0]))
        and holds(reading, span, "away_time")
        and not holds(reading, span, "away_not")
    )


NEAR = 60
"""Characters between a place and the day on which the child is there, at most."""


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
    "alternative_stated", type=bool, looked_in=SCHOOL, describes="alternative provision set out in its section",
    source="seed 000, lines 49 and 55",
)  # fmt: skip
def alternative_stated(reading: Reading) -> Answer:
    return whether(alternative_spans(reading, *SCHOOL), "alternative", "Alternative provision is set out.")


@feature(
    "alternative_elsewhere", type=int, unit="statements", looked_in=ELSEWHERE,
    describes="mentions of alternative provision in other sections", source="seed 000, lines 49 and 55",
)  # fmt: skip
def alternative_elsewhere(reading: Reading) -> Answer:
    return counted(alternative_spans(reading, *ELSEWHERE), "alternative", "Alternative provision is spoken of here.")
