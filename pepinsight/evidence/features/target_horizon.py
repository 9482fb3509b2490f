"""How far the new targets look: this term's steps, and the one that runs on beyond the next meeting.

Two short-term educational targets and one medium or long-term target are asked for (seed 002, lines 253, 262 and 401).
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from pepinsight.evidence.cues import cues
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, feature
from pepinsight.evidence.said import counted
from pepinsight.plan import Dates, Target
from pepinsight.plan import SectionKind as Kind

TARGETS = (Kind.TARGETS,)
SOURCE = "seed 002, lines 253, 262 and 401"
WELL_BEYOND = timedelta(days=28)
"""A target due this long after the next meeting was not set for this term: days of grace are no second term."""
TWO_TERMS = timedelta(days=180)
"""Where no next meeting is set: longer than from any meeting to the end of the term that follows."""
_MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
}
_MONTH = re.compile(
    rf"\b(?:by|until|in|end of)\s+(?:the\s+)?(?:end of\s+)?({'|'.join(_MONTHS)})\b(?:\s+(20\d\d))?", re.IGNORECASE
)


_ENDS = _MONTHS | {"christmas": 12, "xmas": 12, "autumn": 12, "spring": 4, "easter": 4, "summer": 7}
_OF_YEAR = re.compile(rf"\b({'|'.join(_ENDS)})\b\.?\s+(?:term\s+)?(20\d\d)\b", re.IGNORECASE)
"""A month, a feast or a term of a year: "July 2027", "Easter 2026"."""
_IN_FIGURES = re.compile(r"(?<![\d./£])(0[1-9]|1[0-2])[./](\d\d)(?![\d./%]|\s*(?:out of|marks?)\b)")
"""The same in figures, where a time is asked for: "07.27"."""


@once
def longer_term(reading: Reading) -> tuple[Target, ...]:
    """The new targets that the form calls long-term, or that run well beyond the next meeting."""
    return tuple(target for target in reading.plan.targets if _is_longer(reading, target))


def _is_longer(reading: Reading, target: Target) -> bool:
    if target.long_term is not None:
        return target.long_term
    dates = reading.plan.dates
    row = " ".join(reading.plan.quote(span) for span in target.row)
    due = target.by or _end_named(reading, target) or _month_named(row, dates)
    if due is not None and dates.next_meeting is not None:
        return due - dates.next_meeting > WELL_BEYOND
    if due is not None and dates.day is not None:
        return due - dates.day > TWO_TERMS
    return cues("horizon")["longer"].stands_in(row)


def _end_named(reading: Reading, target: Target) -> date | None:
    """The last day of the latest month or term of a year that the target's words or its time name."""
    when = [reading.plan.quote(span) for name, span in target.parts if name == "when"]
    words = " ".join([reading.plan.quote(target.wording), *when])
    named = [(int(found[2]), _ENDS[found[1].lower()]) for found in _OF_YEAR.finditer(words)]
    named += [(2000 + int(found[2]), int(found[1])) for text in when for found in _IN_FIGURES.finditer(text)]
    if not named:
        return None
    year, month = max(named)
    return date(year, month, calendar.monthrange(year, month)[1])


def _month_named(row: str, dates: Dates) -> date | None:
    """The last day of the month by which the row wants it; the next such month where no year is written."""
    match, day = _MONTH.search(row), dates.day
    if match is None or day is None:
        return None
    month = _MONTHS[match[1].lower()]
    year = int(match[2]) if match[2] else day.year + (month < day.month)
    return date(year, month, calendar.monthrange(year, month)[1])


@feature(
    "targets_longer_term",
    type=int,
    unit="targets",
    looked_in=TARGETS,
    describes="new targets that run on beyond the next meeting",
    source=SOURCE,
)
def targets_longer_term(reading: Reading) -> Answer:
    spans = tuple(target.wording for target in longer_term(reading))
    return counted(spans, "longer_term", "This target runs on beyond the next meeting.")


@feature(
    "targets_short_term",
    type=int,
    unit="targets",
    looked_in=TARGETS,
    describes="new targets for the time until the next meeting",
    source=SOURCE,
)
def targets_short_term(reading: Reading) -> Answer:
    longer = longer_term(reading)
    spans = tuple(target.wording for target in reading.plan.targets if target not in longer)
    return counted(spans, "short_term", "This target is for the time until the next meeting.")
