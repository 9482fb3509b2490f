"""Words that seem to come from an earlier term, with no earlier plan to prove it: what the plan's own dates contradict.

Cautious: a sign counts only where the plan gives the dates that it is judged by.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from pathlib import Path

from pepinsight.data_files import Strict, load
from pepinsight.documents import Block, Document
from pepinsight.evidence.continuity import repeated_targets
from pepinsight.evidence.cues import Cue, CueList, compiled, cues
from pepinsight.evidence.detail import statements
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Shown
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span
from pepinsight.plan.written_dates import Written, dates_of

NO_NEWER = timedelta(days=150)
"""How long before the meeting something told as this term's may lie, where no last meeting is dated."""
WRITTEN_AHEAD = timedelta(days=28)
"""How long before the meeting a plan's parts may have been written."""
NEAR = 60
"""Letters between "will", or "last saved", and its date."""
_LOOKING_BACK = (Kind.PREVIOUS_TARGETS, Kind.QUALITY, Kind.ACHIEVEMENTS, Kind.GUIDANCE, Kind.FRONT, Kind.SIGN_OFF)
_MONTHS = {name: number for number, name in enumerate(calendar.month_abbr) if name}
_NAMES = "|".join([*filter(None, calendar.month_name), *_MONTHS, "Sept"])
_MONTH = re.compile(rf"(?:\b(?:in|during|last|early|late|mid)[ -]|\()(?P<month>{_NAMES})\b(?!\s+\d|['’]s\b)")
_OWN_YEAR = re.compile(
    r"(?:\b(?:in|into|during|the|his|her|their|my|end of)\s+|\()(?:Year|Yr|Class)\s?(?P<year>\d{1,2})(?-i:[A-Z])?\b"
    r"(?!\s+(?:pupil|child|boy|girl|student|learner|kid|class|team|reader|friend|buddy|buddies|induction)|['’]?s\b)",
    re.IGNORECASE,
)
_SAVED = re.compile(r"\blast (?:saved|updated|changed|edited|modified|amended)\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+(?:the\s+)?$")
_WEEKDAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")


class Occasion(Strict):
    """An occasion of the school year, the month and day by which it is over, and the month from which it can be this
    year's (0: the month of its end)."""

    ends: tuple[int, int]
    words: tuple[str, ...]
    begins: int = 0


class Occasions(Strict):
    """``data/occasions.yaml``."""

    occasions: tuple[Occasion, ...]


@cache
def _occasions() -> tuple[tuple[Cue, Occasion], ...]:
    data = load(Path(__file__).parent / "data" / "occasions.yaml", Occasions)
    return tuple((compiled("occasion", CueList(say=item.words)), item) for item in data.occasions)


@once
def stale_signs(reading: Reading) -> tuple[Shown, ...]:
    """What seems left over from an earlier term, in reading order, each place once."""
    signs: dict[Span, Shown] = {}
    for sign in (*_achievements(reading), *_targets(reading), *_ahead(reading), *_remarks(reading)):
        signs.setdefault(sign.span, sign)
    return tuple(sorted(signs.values(), key=lambda sign: sign.span.start))


def saved_before(reading: Reading, *kinds: Kind) -> Iterator[Span]:
    """The stamps within these sections ("Tab 6 last saved 27-Jan-2026") by which nobody wrote there since the last
    meeting."""
    met = _met(reading)
    if met is None:
        return
    limit = reading.plan.dates.previous_meeting or met - NO_NEWER
    for span in reading.plan.spans_of(*kinds):
        text = reading.plan.quote(span)
        for match in _SAVED.finditer(text):
            days = [item.full for item in dates_of(reading.plan.document, text[match.end() : match.end() + NEAR])]
            if days and days[0] is not None and days[0] <= limit:
                yield Span(span.start + match.start(), span.start + match.end())


def _met(reading: Reading) -> date | None:
    return reading.plan.dates.meeting or reading.plan.dates.completed


def _statements(reading: Reading, *kinds: Kind) -> Iterator[tuple[Span, str]]:
    for statement, _ in statements(reading, *kinds):
        yield statement, reading.plan.quote(statement)


def _achievements(reading: Reading) -> Iterator[Shown]:
    """Achievements all of whose dates lie before the last meeting, or that tell of an earlier school year."""
    met, dates = _met(reading), reading.plan.dates
    if met is None:
        return
    limit = dates.previous_meeting or met - NO_NEWER
    for span, text in _statements(reading, Kind.ACHIEVEMENTS):
        days = list(_days(reading, span, text, met))
        if days and max(days) < limit:
            yield Shown(span, "before_last_meeting", "This was before the last meeting.")
        elif not list(_dated(reading, text, met)) and _earlier_year(reading, text):
            yield Shown(span, "earlier_year", "This tells of an earlier school year.")


def _days(reading: Reading, span: Span, text: str, met: date) -> Iterator[date]:
    """The latest day, up to the meeting, on which each date, month or occasion told in ``text`` can have been."""
    yield from _dated(reading, text, met)
    for cue, occasion in _occasions():
        if cue.stands_at(reading.plan, span):
            yield _last_held(*occasion.ends, met, occasion.begins)


def _dated(reading: Reading, text: str, met: date) -> Iterator[date]:
    """The same of the dates and months alone; an occasion such as sports day is held at different times."""
    tomorrow = met + timedelta(days=1)
    yield from (day for item in dates_of(reading.plan.document, text) if (day := item.before(tomorrow)) is not None)
    for match in _MONTH.finditer(text):
        yield _last_held(_MONTHS[match["month"][:3]], 31, met)


def _last_held(month: int, last: int, met: date, begins: int = 0) -> date:
    """The latest day up to the meeting of something that is over by day ``last`` of a month; this year's, once that
    month, or the one in which it ``begins``, has come."""
    year = met.year if (begins or month) <= met.month else met.year - 1
    return min(date(year, month, min(last, calendar.monthrange(year, month)[1])), met)


def _earlier_year(reading: Reading, text: str) -> bool:
    """Whether it tells of the child's last school year and no other; helping with younger ones does not."""
    now = reading.plan.year_group
    years = {int(match["year"]) for match in _OWN_YEAR.finditer(text)}
    return now is not None and now > 1 and years == {now - 1}


def _targets(reading: Reading) -> Iterator[Shown]:
    """Targets that are set again, or that were due before they were set."""
    met = _met(reading)
    for span in repeated_targets(reading) or ():
        yield Shown(span, "set_again", "The same target was set last term.")
    for target in reading.plan.targets:
        if met is not None and target.by is not None and target.by < met:
            yield Shown(target.wording, "target_past", PAST_TARGET)
    if met is not None:
        yield from (Shown(span, "target_past", PAST_TARGET) for span in _expired_rows(reading, met))


PAST_TARGET = "This target was due before the meeting that set it."
ROW_WORDS = 5
"""Words from which the longest cell of a row is what the row sets."""


def _expired_rows(reading: Reading, met: date) -> Iterator[Span]:
    """Rows that stand among the targets, are none of the new ones, and give a day before the meeting."""
    plan, document = reading.plan, reading.plan.document
    kept = {span.start for target in plan.targets for span in (target.wording, *target.row)}
    kept |= {span.start for old in plan.previous_targets for span in (old.wording, *old.review)}
    blocks = [document.blocks[index] for section in plan.sections_of(Kind.TARGETS) for index in section.blocks]
    cells = [block for block in blocks if block.place.table is not None and block.place.row is not None]
    for _, group in groupby(cells, key=lambda block: (block.place.table, block.place.row)):
        row = list(group)
        days = [
            item.full
            for block in row
            for item in dates_of(document, document.text_of(block))
            if _is_bare(document, block, item)
        ]
        longest = max(row, key=lambda block: len(document.text_of(block)))
        past = bool(days) and all(day is not None and day < met for day in days)
        if past and len(document.text_of(longest).split()) >= ROW_WORDS and not {b.start for b in row} & kept:
            yield Span(longest.start, longest.end)


def _is_bare(document: Document, block: Block, written: Written) -> bool:
    """Whether the cell says this date and nothing else."""
    return written.end - written.start == len(document.text_of(block).strip())


def _ahead(reading: Reading) -> Iterator[Shown]:
    """Statements that look forward to a day well before this meeting."""
    met = _met(reading)
    if met is None:
        return
    ahead = cues("stale")["ahead"]
    for span, text in _statements(reading, *(kind for kind in Kind if kind not in _LOOKING_BACK)):
        for match in ahead.find_at(reading.plan.document.text, span.start, span.end):
            item = next(
                (item for item in dates_of(reading.plan.document, text) if 0 <= item.start - match.end() <= NEAR), None
            )
            day = _certain(item, text, met) if item else None
            if day is not None and day < met - WRITTEN_AHEAD:
                yield Shown(span, "future_past", "This looks forward to a day that was past.")
                break


def _certain(written: Written, text: str, met: date) -> date | None:
    """The date, if its year is written or its weekday tells it."""
    weekday = _WEEKDAY.search(text[: written.start])
    if written.full is not None or weekday is None:
        return written.full
    number = _WEEKDAYS.index(weekday[1])
    fits = [day for day in (written.before(met), written.after(met)) if day is not None and day.weekday() == number]
    return fits[0] if len(fits) == 1 else None


def _remarks(reading: Reading) -> Iterator[Shown]:
    """A reviewer's remark that is dated before this meeting: it judges an earlier plan."""
    met, remark = _met(reading), cues("stale")["quality_remark"]
    document = reading.plan.document
    for block in document.blocks:
        if met is None or not block.kind.is_body or not remark.stands_at(reading.plan, Span(block.start, block.end)):
            continue
        text = document.text_of(block)
        days = [day for item in dates_of(document, text) if (day := item.before(met + timedelta(days=1))) is not None]
        if days and max(days) < met:
            yield Shown(Span(block.start, block.end), "old_remark", "A remark on an earlier plan is left over here.")
