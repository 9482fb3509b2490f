"""The plan's dates, chosen among what the document tells: labels before headings, headings before sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from statistics import median_low

from pepinsight.documents import Document
from pepinsight.plan.date_evidence import OF_A_TERM, Candidate, candidates
from pepinsight.plan.plan import Dates, Field, Section, SignOff, Span
from pepinsight.plan.written_dates import Written, dates_of

_ROUND = frozenset({"previous_meeting", "next_meeting"})
_PARTED = frozenset({"dt_completed", "sw_completed", "completed_by"})  # each person's own part, not the whole form
_LABELLED = 2  # the last rank at which a date that does not fit the others is still believed
_RECENT = timedelta(days=500)
_APART = timedelta(days=28)  # between two PEPs, at least: a day in passing nearer to the meeting is something else's


def find_dates(
    document: Document,
    sections: tuple[Section, ...],
    fields: tuple[Field, ...],
    sign_offs: tuple[SignOff, ...],
    names: tuple[str, ...],
) -> Dates:
    """The dates of the plan; one that is not written, or cannot be told, is None."""
    by: dict[str, list[Candidate]] = {}
    for item in candidates(document, sections, fields, names):
        by.setdefault(item.what, []).append(item)
    anchor = next((day for what in _ANCHORS for item in by.get(what, []) if (day := item.written.full)), None)
    around = anchor or reference_day(document) or date(2000, 1, 1)
    spans: dict[str, Span] = {}
    by.setdefault("meeting", [item for item in by.get("due", []) if item.kind == "planned_for"])
    meeting = _choose(by, "meeting", around, None, spans)
    completed = _completed(by.get("completed", []), meeting or around, spans)
    if completed is None:
        completed = _last_signature(sign_offs, spans)
    held = meeting or completed
    if held is not None:
        _place_terms(by, held)
    return Dates(
        meeting=meeting,
        completed=completed,
        previous_meeting=_choose(by, "previous_meeting", around, held, spans),
        next_meeting=_choose(by, "next_meeting", around, held, spans),
        entered_care=_choose(by, "entered_care", around, held, spans),
        social_worker_update=_latest(by.get("social_worker_update", []), held or around, spans, "social_worker_update"),
        due=_choose(by, "due", around, None, spans),
        spans=tuple(spans.items()),
    )


_ANCHORS = ("meeting", "completed", "due", "social_worker_update", "previous_meeting", "next_meeting")


def reference_day(document: Document) -> date | None:
    """A day about which the document speaks: the middle of its recent dates. None without a dated year."""
    days = sorted(day for item in dates_of(document, document.text) if (day := item.full) is not None)
    return median_low([day for day in days if day > days[-1] - _RECENT]) if days else None


def _choose(
    by: dict[str, list[Candidate]], what: str, around: date, held: date | None, spans: dict[str, Span]
) -> date | None:
    """The first candidate on the right side of the meeting; a labelled one stands even on the wrong side."""
    labelled: tuple[date, Span] | None = None
    for item in by.get(what, []):
        day = _resolve(item.written, what, held or around)
        in_passing = item.rank > _LABELLED
        if day is None or (in_passing and what in _ROUND and held is not None and abs(day - held) < _APART):
            continue
        if held is None or (day > held if what == "next_meeting" else day < held):
            spans[what] = item.span
            return day
        if not in_passing:
            labelled = labelled or (day, item.span)
    if labelled is None:
        return None
    spans[what] = labelled[1]
    return labelled[0]


def _place_terms(by: dict[str, list[Candidate]], held: date) -> None:
    """Meetings called by their term, last: the one before this and the one after it, of those nearest in time."""
    days = [(day, item) for item in by.get(OF_A_TERM, []) if (day := item.written.near(held)) is not None]
    for day, item in sorted(days, key=lambda pair: abs((pair[0] - held).days)):
        if day != held and abs(day - held) < _RECENT:
            what = "next_meeting" if day > held else "previous_meeting"
            by.setdefault(what, []).append(replace(item, written=replace(item.written, year=day.year)))


def _resolve(written: Written, what: str, around: date) -> date | None:
    if written.full is not None:
        return written.full
    if what == "previous_meeting":
        return written.before(around)
    if what == "next_meeting":
        return written.after(around)
    if what == "entered_care":
        return None  # the year cannot be guessed
    return written.near(around)


def _completed(found: list[Candidate], around: date, spans: dict[str, Span]) -> date | None:
    """The day the form was finished; where each part has its own, the last of them."""
    for item in found:
        if item.kind not in _PARTED:
            spans["completed"] = item.span
            return _resolve(item.written, "completed", around)
    return _latest(found, around, spans, "completed")


def _latest(found: list[Candidate], around: date, spans: dict[str, Span], what: str) -> date | None:
    days = [(day, item.span) for item in found if (day := _resolve(item.written, what, around)) is not None]
    if not days:
        return None
    day, spans[what] = max(days, key=lambda pair: pair[0])
    return day


def _last_signature(sign_offs: tuple[SignOff, ...], spans: dict[str, Span]) -> date | None:
    """The later of the designated teacher's and the social worker's; the virtual school signs what they completed."""
    signed = [(item.date, item.span) for item in sign_offs if item.date is not None and item.role in ("DT", "SW")]
    if not signed:
        return None
    day, spans["completed"] = max(signed, key=lambda pair: pair[0])
    return day
