"""The plan's dates: from labelled fields, from the words before a date, from headings, and from sign-offs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median_low

from pepinsight.documents import Document
from pepinsight.plan.fields import PLAN_DATES, label_kinds
from pepinsight.plan.forms import field_data, labels
from pepinsight.plan.lexicon import STRONG, words
from pepinsight.plan.pairs import header_kind, table_rows, text_of
from pepinsight.plan.plan import Dates, Field, Section, SectionKind, SignOff, Span
from pepinsight.plan.sections import bare_title
from pepinsight.plan.written_dates import Written, dates_in

_CLAUSE = re.compile(r"[;.|\n(),]|\s[-–—]\s|:\s")
_LONGEST_CUE = 8  # words
_REMARK = 60  # characters after a date in which a remark on it stands
_PARTED = frozenset({"dt_completed", "sw_completed"})


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A date that may be the plan's ``what``; the lowest ``rank`` wins, then the first in the document."""

    what: str
    rank: int
    written: Written
    span: Span
    kind: str | None = None


def find_dates(
    document: Document,
    sections: tuple[Section, ...],
    fields: tuple[Field, ...],
    sign_offs: tuple[SignOff, ...],
    names: tuple[str, ...],
) -> Dates:
    """The dates of the plan; one that is not written, or cannot be told, is None."""
    where = {index: section.kind for section in sections for index in section.blocks}
    found = [
        *_in_fields(document, fields, where, names),
        *_in_headings(document, sections, names),
        *_in_sentences(document, sections, fields, names),
    ]
    found.sort(key=lambda item: (item.rank, item.span.start))
    by: dict[str, list[_Candidate]] = {}
    for item in found:
        by.setdefault(item.what, []).append(item)
    anchor = _anchor(document, by)
    spans: dict[str, Span] = {}

    def choose(what: str, fits: date | None, later: bool) -> date | None:
        fallback: tuple[date, Span] | None = None
        for item in by.get(what, []):
            day = _resolve(item.written, what, fits or anchor)
            if day is None:
                continue
            if fits is None or (day > fits if later else day < fits):
                spans[what] = item.span
                return day
            fallback = fallback or (day, item.span)
        if fallback is not None:
            spans[what] = fallback[1]
        return fallback[0] if fallback is not None else None

    meeting = choose("meeting", None, True)
    completed = _completed(by.get("completed", []), meeting or anchor, spans)
    if completed is None:
        completed = _last_signature(sign_offs, spans)
    return Dates(
        meeting=meeting,
        completed=completed,
        previous_meeting=choose("previous_meeting", meeting or completed, False),
        next_meeting=choose("next_meeting", meeting or completed, True),
        entered_care=choose("entered_care", meeting or completed, False),
        social_worker_update=_update(by.get("social_worker_update", []), meeting or anchor, spans),
        due=choose("due", None, True),
        spans=tuple(spans.items()),
    )


def _in_fields(
    document: Document, fields: tuple[Field, ...], where: dict[int, SectionKind], names: tuple[str, ...]
) -> Iterator[_Candidate]:
    data = field_data().fields
    for item in fields:
        label = document.text[item.label.start : item.label.end]
        value = document.text[item.value.start : item.value.end]
        kinds = [kind for kind in label_kinds(label, names) if data[kind].date is not None]
        if item.kind is not None and data[item.kind].date is not None and item.kind not in kinds:
            kinds.insert(0, item.kind)
        stands = where[document.block_at(item.label.start)]
        dates = dates_in(value, short=True)
        if not kinds or not dates:
            continue
        for kind, written in zip(kinds, dates, strict=False):
            what = data[kind].date or ""
            if stands in field_data().dated_parts or what not in PLAN_DATES:
                rank = 0 if stands is SectionKind.FRONT else 1
            elif stands in field_data().dated_parts_else:
                rank = 2
            else:
                continue
            span = Span(item.value.start + written.start, item.value.start + written.end)
            yield _Candidate(what, rank, written, span, kind)


def _in_headings(document: Document, sections: tuple[Section, ...], names: tuple[str, ...]) -> Iterator[_Candidate]:
    """ "PEP Meeting 20 November 2025" dates the meeting, "Review of targets set 14/10/2025" the one before."""
    told = {
        SectionKind.MEETING: "meeting",
        SectionKind.ATTENDEES: "meeting",
        SectionKind.PREVIOUS_TARGETS: "previous_meeting",
    }
    for section in sections:
        what = told.get(section.kind)
        yield from _below_headings(document, section, names)
        if what is None or section.title is None:
            continue
        title = document.text[section.title.start : section.title.end]
        for written in dates_in(title)[:1]:
            span = Span(section.title.start + written.start, section.title.start + written.end)
            yield _Candidate(what, 3, written, span)
        if what == "meeting":
            yield from _at_the_start(document, section)
    yield from _in_header_rows(document, names)


def _below_headings(document: Document, section: Section, names: tuple[str, ...]) -> Iterator[_Candidate]:
    """A heading that asks for a date ("New PEP date"), answered just below."""
    title = bare_title(document.text[section.title.start : section.title.end]) if section.title else ""
    known = labels().match(words(title, names))
    if known is None or known.strength < STRONG or section.title is None:
        return
    what = field_data().fields[known.kind].date
    body = [document.blocks[i] for i in section.blocks if document.blocks[i].start > section.title.start]
    if what is not None and body:
        text = document.text_of(body[0])
        for written in [found for found in dates_in(text)[:1] if not _not_held(text[found.end :])]:
            span = Span(body[0].start + written.start, body[0].start + written.end)
            yield _Candidate(what, 2, written, span, known.kind)


def _in_header_rows(document: Document, names: tuple[str, ...]) -> Iterator[_Candidate]:
    """A table headed "Target set 14 October 2025 | Met?" tells when the last plan was made."""
    for table in document.tables:
        for cells in table_rows(document, table):
            blocks = [document.blocks[index] for indices in cells for index in indices]
            if len(cells) < 2 or not all(block.bold or block.place.row == 0 for block in blocks):
                continue
            dated = [(block, dates_in(document.text_of(block))) for block in blocks]
            texts = [text_of(document, indices) for indices in cells]
            if not any(days for _, days in dated) or header_kind(texts, names) is not SectionKind.PREVIOUS_TARGETS:
                continue
            for block, days in dated:
                for written in days[:1]:
                    span = Span(block.start + written.start, block.start + written.end)
                    yield _Candidate("previous_meeting", 4, written, span)


def _at_the_start(document: Document, section: Section) -> Iterator[_Candidate]:
    """A meeting's record that opens with a date ("22/01/2026, 1.30pm, student support. Here: ...")."""
    body = [i for i in section.blocks if document.blocks[i].start > (section.title.start if section.title else -1)]
    for index in body[:1]:
        block = document.blocks[index]
        text = document.text_of(block)
        for written in dates_in(text)[:1]:
            if re.fullmatch(r"\W*(?:\w+day)?\W*", text[: written.start]) and not _not_held(text[written.end :]):
                yield _Candidate("meeting", 3, written, Span(block.start + written.start, block.start + written.end))


def _in_sentences(
    document: Document, sections: tuple[Section, ...], fields: tuple[Field, ...], names: tuple[str, ...]
) -> Iterator[_Candidate]:
    """Dates told by the words just before them ("form completed 13 November 2025; last PEP 19 June 2025")."""
    data = field_data().fields
    answered = {item.value.start for item in fields if not item.blank and item.kind and data[item.kind].date}
    for section in sections:
        if section.kind not in field_data().dated_parts:
            continue
        for index in section.blocks:
            block = document.blocks[index]
            if not block.kind.is_body:
                continue
            text = document.text_of(block)
            end = 0
            for written in dates_in(text):
                cue = _CLAUSE.split(text[end : written.start])[-1]
                cue = cue if cue.strip() else " ".join(_CLAUSE.split(text[end : written.start])[-2:])
                end = written.end
                if block.start + written.start in answered or not 1 <= len(cue.split()) <= _LONGEST_CUE:
                    continue
                known = labels().match(words(re.sub(r"\b\w+day\b|\b(?:on|for|is|was|at)\b", " ", cue), names))
                if known is None or known.strength < STRONG or data[known.kind].date is None:
                    continue
                if _not_held(text[written.end :]):
                    continue
                rank = 1 if section.kind is SectionKind.FRONT else 3
                span = Span(block.start + written.start, block.start + written.end)
                yield _Candidate(data[known.kind].date or "", rank, written, span, known.kind)


def _not_held(after: str) -> bool:
    """Whether the words just after a date say that nothing took place on it."""
    plain = words(after[:_REMARK])
    return any(words(remark) in plain for remark in field_data().not_held)


def _anchor(document: Document, by: dict[str, list[_Candidate]]) -> date:
    """A day near the meeting, by which a date without a year is read."""
    for what in ("meeting", "completed", "due", "social_worker_update", "previous_meeting", "next_meeting"):
        full = [item.written.full for item in by.get(what, []) if item.written.full is not None]
        if full:
            return full[0]
    days = sorted(day for item in dates_in(document.text) if (day := item.full) is not None)
    recent = [day for day in days if day > days[-1] - timedelta(days=500)] if days else []
    return median_low(recent) if recent else date(2000, 1, 1)


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


def _completed(found: list[_Candidate], around: date, spans: dict[str, Span]) -> date | None:
    """The day the form was finished; where each part has its own, the last of them."""
    whole = [item for item in found if item.kind not in _PARTED]
    for item in whole[:1]:
        spans["completed"] = item.span
        return _resolve(item.written, "completed", around)
    days = [(day, item.span) for item in found if (day := _resolve(item.written, "completed", around)) is not None]
    if not days:
        return None
    last = max(days, key=lambda pair: pair[0])
    spans["completed"] = last[1]
    return last[0]


def _update(found: list[_Candidate], around: date, spans: dict[str, Span]) -> date | None:
    """The social worker's own last update: the latest that is written."""
    days = [(day, item.span) for item in found if (day := _resolve(item.written, "", around)) is not None]
    if not days:
        return None
    last = max(days, key=lambda pair: pair[0])
    spans["social_worker_update"] = last[1]
    return last[0]


def _last_signature(sign_offs: tuple[SignOff, ...], spans: dict[str, Span]) -> date | None:
    signed = [item for item in sign_offs if item.date is not None and item.role in ("DT", "SW", "VS")]
    last = max(signed, key=lambda item: item.date or date.min, default=None)
    if last is None:
        return None
    spans["completed"] = last.span
    return last.date
