"""Whether the attainment record is of this term, and whether its targets keep to what is expected nationally
(seed 002, lines 380 to 383)."""

from __future__ import annotations

import calendar
import re
from datetime import date

from pepinsight.evidence.cues import cues
from pepinsight.evidence.reading import Reading
from pepinsight.evidence.registry import Answer, feature
from pepinsight.evidence.said import shown
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span

HERE = (Kind.ATTAINMENT,)
_MONTHS = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if name}
_TERM_ENDS = {"autumn": 12, "spring": 3, "summer": 7}
_TIME = re.compile(
    r"(?<![\w'])(?:(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})"
    r"|(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?\b\.?"
    r"|(autumn|spring|summer)\b)(?:\s*(?:term|mocks?|tests?)?\s*['’]?(20\d\d|\d\d)\b(?![/.\d]))?",
    re.IGNORECASE,
)
_GRADE = re.compile(r"^\s*([1-9])\s*[+-]?\s*(?:/\s*[1-9]|-\s*[1-9])?\s*$")
STANDARD_PASS = 4
"""The GCSE grade that counts as a standard pass, asked of pupils in their GCSE years."""
GCSE_YEARS = (10, 11)


@feature(
    "attainment_data_days",
    type=int,
    unit="days",
    looked_in=HERE,
    describes="days from the latest data of the attainment record to the meeting",
    source="seed 002, lines 382-383",
)
def attainment_data_days(reading: Reading) -> Answer:
    """Counted from the end of the latest month or term that the record names and that lies before the meeting, words on
    targets left out; 0 within it. None where it names none, where older data stand beside some that are only called
    current, and where the meeting has no date."""
    day = reading.plan.dates.day
    if day is None:
        return Answer(None)
    aim, current = cues("strategies")["aimed_at"], cues("strategies")["called_current"]
    found: list[tuple[date, Span]] = []
    for span in reading.plan.spans_of(*HERE):
        for line in re.finditer(r"[^\n]+", reading.plan.quote(span)):
            if aim.stands_in(line.group()):
                continue
            for match in _TIME.finditer(line.group()):
                told = _end_of(match, day)
                if told is not None:
                    start = span.start + line.start()
                    found.append((told, Span(start + match.start(), start + match.end())))
    if not found:
        return Answer(None)
    latest, where = max(found, key=lambda item: item[0])
    if latest < day and any(current.stands_at(reading.plan, span) for span in reading.plan.spans_of(*HERE)):
        return Answer(None)
    return Answer(max(0, (day - latest).days), shown((where,), "data_from", "The latest data are from then."))


def _end_of(match: re.Match[str], day: date) -> date | None:
    """The last day of the month or term named, the latest that began before ``day`` where no year is written."""
    number, month, full, name, term, year = match.groups()
    if number is not None:
        return _day(int(full) + (2000 if len(full) == 2 else 0), int(month), int(number), day)
    asked = _MONTHS[name[:3].lower()] if name else _TERM_ENDS[term.lower()]
    begins = asked if name else max(1, asked - 3)
    wanted = int(year) + (2000 if len(year) == 2 else 0) if year else day.year - (begins > day.month)
    if (wanted, begins) > (day.year, day.month):
        return None
    return date(wanted, asked, calendar.monthrange(wanted, asked)[1])


def _day(year: int, month: int, number: int, day: date) -> date | None:
    try:
        told = date(year, month, number)
    except ValueError:
        return None
    return told if told <= day else None


@feature(
    "attainment_targets_below_share",
    type=float,
    unit="of the targets",
    looked_in=HERE,
    describes="share of target grades below what is expected nationally",
    source="seed 002, line 383",
)
def attainment_targets_below_share(reading: Reading) -> Answer:
    """By the words of a target, or a grade below a standard pass in the GCSE years; None without target grades."""
    below = cues("strategies")["below_expected"]
    year = reading.plan.year_group
    targets = [span for row in reading.plan.attainment for name, span in row.cells if name == "target"]
    low = [span for span in targets if below.stands_at(reading.plan, span) or _is_low(reading, span, year)]
    if not targets:
        return Answer(None)
    return Answer(
        round(len(low) / len(targets), 3), shown(tuple(low), "below_expected", "This target is below expectation.")
    )


def _is_low(reading: Reading, span: Span, year: int | None) -> bool:
    match = _GRADE.match(reading.plan.quote(span))
    return match is not None and year in GCSE_YEARS and int(match[1]) < STANDARD_PASS
