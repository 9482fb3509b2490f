"""Where a plan's dates may be told: labelled fields, headings, first rows of tables, and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from pepinsight.documents import Document
from pepinsight.plan.date_labels import (
    date_asked,
    of_a_meeting,
    of_a_round,
    of_a_term,
    of_another,
    of_arranging,
    of_setting,
)
from pepinsight.plan.fields import OPENS, PLAN_DATES, label_kinds
from pepinsight.plan.forms import FieldData, field_data, labels
from pepinsight.plan.lexicon import EXACT, STRONG, Match, words
from pepinsight.plan.pairs import header_kind, table_rows, text_of
from pepinsight.plan.plan import Field, Section, SectionKind, Span
from pepinsight.plan.title_words import bare_title
from pepinsight.plan.written_dates import Written, dates_of

_CLAUSE = re.compile(r"[;|\n(),]|(?<=[\w)]{2})\.(?=\s)|\s[-–—]\s|:\s")
_FILLER = re.compile(r"\b\w+day\b|\b(?:on|for|is|was|at|by)\b", re.IGNORECASE)
_LONGEST_CUE = 14  # words before a date that may tell what it is
_LINE = "\n"
_SIGNED = frozenset({"completed_by", "dt_completed", "sw_completed"})
_SIGNED_NEAR = 2  # fields between which a role may stand
_ROUND = frozenset({"next_meeting", "previous_meeting"})
_FEWEST_ROUNDS = 2  # meetings told apart by the titles of one table
_TARGETS = (SectionKind.TARGETS, SectionKind.PREVIOUS_TARGETS)
OF_A_TERM = "of a term"
_SENTENCE = re.compile(r"(?<=\w{2})[.;]\s")
_REMARK = 60  # characters after a date in which a remark on it stands


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that may be the plan's ``what``. The lowest ``rank`` is believed first; ``kind`` is the label's."""

    what: str
    rank: int
    written: Written
    span: Span
    kind: str | None = None


def candidates(
    document: Document, sections: tuple[Section, ...], fields: tuple[Field, ...], names: tuple[str, ...]
) -> list[Candidate]:
    """All of them, the most trusted first."""
    found = [
        *_in_fields(document, sections, fields, names),
        *_in_headings(document, sections, names),
        *_in_header_rows(document, sections, names),
        *_in_round_tables(document, sections, names),
        *_in_set_columns(document, sections, names),
        *_in_sentences(document, sections, fields, names),
    ]
    return sorted(found, key=lambda item: (item.rank, item.span.start))


def _in_fields(
    document: Document, sections: tuple[Section, ...], fields: tuple[Field, ...], names: tuple[str, ...]
) -> Iterator[Candidate]:
    data = field_data()
    where = {index: section for section in sections for index in section.blocks}
    signing = _signing(document, fields, names)
    for item in fields:
        if item.blank:
            continue
        value = document.text[item.value.start : item.value.end]
        if item.kind == "completed_by":
            value = value.split("(")[0]  # in brackets stands another's leave, not this signature
        dates = dates_of(document, value, short=True)
        if not dates:
            continue
        label = document.text[item.label.start : item.label.end]
        if _LINE in label and dates_of(document, label.partition(_LINE)[2]):
            yield from _in_boxes(document, item, where[document.block_at(item.label.start)].kind, names)
            continue
        sentences = _SENTENCE.split(value[: dates[0].start])
        if len(sentences) > 1 and of_another(sentences[-1], names):
            continue  # "Next PEP: to be confirmed. Next LAC review 30 June 2026"
        if words(label, names) in data.bare_dates and not OPENS.fullmatch(value[: dates[0].start]):
            continue  # "Next: the therapist visits on 12 March"
        section = where[document.block_at(item.label.start)]
        if of_a_term(label, names) and section.kind in data.dated_parts:
            yield Candidate(OF_A_TERM, 1, dates[0], _shifted(dates[0], item.value.start))
            continue
        kinds = [kind for kind in label_kinds(label, names) if data.fields[kind].date is not None]
        if item.kind is not None and data.fields[item.kind].date is not None and item.kind not in kinds:
            kinds.insert(0, item.kind)
        kinds = [signing[item.label]] if item.label in signing else kinds
        if item.kind in kinds and len(dates) < len(kinds):
            kinds = [item.kind]
        titled = _title_kind(document, section, names)
        if len(kinds) == 1 and len(dates) > 1 and not OPENS.fullmatch(value[: dates[0].start]):
            dates = _named(value, dates, kinds[0], names) or dates
        if kinds == ["meeting_date"] and titled is not None and data.fields[titled].date in PLAN_DATES:
            kinds = [titled]  # "Date, time, place" under the heading "Next meeting"
        if len(kinds) == 1 and _rank(data, data.fields[kinds[0]].date or "", section.kind, label, names) is not None:
            yield from _running_on(data, value, dates, item.value.start, names)
        for kind, written in zip(kinds, dates, strict=False):
            rank = _rank(data, data.fields[kind].date or "", section.kind, label, names)
            remark = value[written.end :].split("(")[0]  # in brackets stands what was planned before
            if rank is not None and not _not_held(remark):
                yield _candidate(data, kind, rank, written, item.value.start)


def _in_boxes(document: Document, item: Field, stands: SectionKind, names: tuple[str, ...]) -> Iterator[Candidate]:
    """Two boxes side by side, each with a label's line above the line of its answer."""
    data = field_data()
    for span in (item.label, item.value):
        label, _, answer = document.text[span.start : span.end].partition(_LINE)
        kind = next((kind for kind in label_kinds(label, names) if data.fields[kind].date is not None), None)
        rank = _rank(data, data.fields[kind].date or "", stands, label, names) if kind is not None else None
        for written in dates_of(document, answer, short=True)[:1]:
            if kind is not None and rank is not None:
                yield _candidate(data, kind, rank, written, span.start + len(label) + len(_LINE))


def _signing(document: Document, fields: tuple[Field, ...], names: tuple[str, ...]) -> dict[Span, str]:
    """The labels that ask only for a date and stand just behind who signed or filled in, by the kind of the latter
    ("Completed by | B. Moss | Role | DT | Date | 20/03/2026")."""
    found: dict[Span, str] = {}
    for at, item in enumerate(fields):
        if words(document.text[item.label.start : item.label.end], names) in field_data().signing_dates:
            near = [before.kind for before in fields[max(0, at - _SIGNED_NEAR) : at] if before.kind in _SIGNED]
            if near and near[-1] is not None:
                found[item.label] = near[-1]
    return found


def _running_on(
    data: FieldData, value: str, dates: tuple[Written, ...], offset: int, names: tuple[str, ...]
) -> Iterator[Candidate]:
    """The days of other meetings that an answer goes on to tell ("3 March 2026, 2.15. Last PEP 11.11.25")."""
    for before, written in pairwise(dates):
        between = value[before.end : written.start]
        known = _told_by(between, names, loosely=True)
        if known is not None and known.kind in _ROUND:
            yield _candidate(data, known.kind, 4, written, offset)
        else:
            yield from _by_classes(data, between, written, offset, SectionKind.MEETING, dates[0], names)


def _named(value: str, dates: tuple[Written, ...], kind: str, names: tuple[str, ...]) -> tuple[Written, ...]:
    """Of an answer's dates the one whose own words say what is asked ("Care order 9 June; in care from 26 May")."""
    before = 0
    for item in dates:
        told = _told_by(value[before : item.start], names, loosely=False)
        if told is not None and told.kind == kind:
            return (item,)
        before = item.end
    return ()


def _rank(data: FieldData, what: str, stands: SectionKind, label: str, names: tuple[str, ...]) -> int | None:
    """How far a label is believed in a part of the form; None when it speaks of something else there."""
    if what not in PLAN_DATES or stands in data.dated_parts:
        return 0 if stands is SectionKind.FRONT else 1
    if stands in data.dated_parts_else and set(words(label, names).split()) & data.plan_words:
        return 2
    return None


def _candidate(data: FieldData, kind: str, rank: int, written: Written, offset: int) -> Candidate:
    return Candidate(data.fields[kind].date or "", rank, written, _shifted(written, offset), kind)


def _shifted(written: Written, offset: int) -> Span:
    return Span(offset + written.start, offset + written.end)


def _title_kind(document: Document, section: Section, names: tuple[str, ...]) -> str | None:
    """The kind of date for which a section's title asks ("New PEP date")."""
    if section.title is None:
        return None
    title = bare_title(document.text[section.title.start : section.title.end])
    known = labels().match(words(title, names))
    if known is None or known.strength < STRONG or field_data().fields[known.kind].date is None:
        return date_asked(title, names) if words(title, names).split(" ")[0] in field_data().asks_day else None
    return known.kind


def _in_headings(document: Document, sections: tuple[Section, ...], names: tuple[str, ...]) -> Iterator[Candidate]:
    """ "PEP Meeting 20 November 2025" dates the meeting, "Review of targets set 14/10/2025" the one before."""
    data = field_data()
    for section in sections:
        if section.title is None:
            continue
        title = document.text[section.title.start : section.title.end]
        what = _TOLD.get(section.kind)
        for written in dates_of(document, title)[:1] if what is not None else ():
            span = Span(section.title.start + written.start, section.title.start + written.end)
            yield Candidate(what or "", 3 if section.kind is not SectionKind.TARGETS else 5, written, span)
        below = [document.blocks[i] for i in section.blocks if document.blocks[i].start > section.title.start][:1]
        asked = _title_kind(document, section, names)
        for block in below:
            text = document.text_of(block)
            for written in [found for found in dates_of(document, text)[:1] if not _not_held(text[found.end :])]:
                opens = OPENS.fullmatch(text[: written.start]) is not None
                if asked is not None:
                    yield _candidate(data, asked, 2, written, block.start)
                elif opens and what == "meeting":
                    yield _candidate(data, "meeting_date", 3, written, block.start)


_TOLD = {
    SectionKind.MEETING: "meeting",
    SectionKind.ATTENDEES: "meeting",
    SectionKind.PREVIOUS_TARGETS: "previous_meeting",
    SectionKind.TARGETS: "previous_meeting",
}


def _in_header_rows(document: Document, sections: tuple[Section, ...], names: tuple[str, ...]) -> Iterator[Candidate]:
    """ "Target set 14 October 2025 | Met?" tells when the last plan was made, "Attended 11/11/2025?" when they met."""
    where = {index: section.kind for section in sections for index in section.blocks}
    for table in document.tables:
        for cells in table_rows(document, table):
            blocks = [document.blocks[index] for indices in cells for index in indices]
            if len(cells) < 2 or not blocks or not all(block.bold or block.place.row == 0 for block in blocks):
                continue
            dated = [(block, dates_of(document, document.text_of(block), short=True)) for block in blocks]
            if not any(days for _, days in dated):
                continue
            kind = header_kind([text_of(document, indices) for indices in cells], names)
            if kind is None and where[blocks[0].place.block] is SectionKind.PREVIOUS_TARGETS:
                kind = SectionKind.PREVIOUS_TARGETS
            if kind not in (SectionKind.PREVIOUS_TARGETS, SectionKind.ATTENDEES):
                continue
            for block, days in dated:
                for written in days[:1]:
                    span = Span(block.start + written.start, block.start + written.end)
                    yield Candidate(_TOLD[kind], 4, written, span)


def _in_set_columns(document: Document, sections: tuple[Section, ...], names: tuple[str, ...]) -> Iterator[Candidate]:
    """The day below "Date set" in a table of targets that were set at the meeting before and go on."""
    where = {index: section.kind for section in sections for index in section.blocks}
    for table in document.tables:
        rows = [cells for cells in table_rows(document, table) if any(cells)]
        for column, title in enumerate(rows[0] if rows else ()):
            if not title or where.get(title[0]) not in _TARGETS or not of_setting(text_of(document, title), names):
                continue
            cells = [document.blocks[cells[column][0]] for cells in rows[1:] if len(cells) > column and cells[column]]
            for block in cells[:1]:
                text = document.text_of(block)
                for written in dates_of(document, text, short=True)[:1]:
                    if OPENS.fullmatch(text[: written.start]):
                        yield Candidate("previous_meeting", 5, written, _shifted(written, block.start))


def _in_sentences(
    document: Document, sections: tuple[Section, ...], fields: tuple[Field, ...], names: tuple[str, ...]
) -> Iterator[Candidate]:
    """Dates told by the words just before them ("form completed 13 November 2025; last PEP 19 June 2025")."""
    data = field_data()
    answered = {item.value.start for item in fields if not item.blank and item.kind and data.fields[item.kind].date}
    for section in sections:
        whole = section.kind in data.dated_parts
        if not whole and section.kind not in (SectionKind.CARE, SectionKind.PREVIOUS_TARGETS):
            continue
        for index in section.blocks:
            block = document.blocks[index]
            text = document.text_of(block) if block.kind.is_body else ""
            held: Written | None = None
            end = 0
            for written in dates_of(document, text):
                before, end = text[end : written.start], written.end
                if block.start + written.start in answered or _not_held(text[written.end :]):
                    continue
                if section.kind is SectionKind.PREVIOUS_TARGETS:
                    if of_setting(_cue(before), names):
                        yield Candidate("previous_meeting", 5, written, _shifted(written, block.start))
                    continue
                known = _told_by(before, names, loosely=False)
                asked = _by_classes(data, before, written, block.start, section.kind, held, names)
                found = list(asked) if known is None and whole else []
                rank = 1 if section.kind is SectionKind.FRONT and known is not None else 3
                if known is None and not found and section.kind is SectionKind.FRONT:
                    known = _told_by(before, names, loosely=True)
                if known is not None and (whole or data.fields[known.kind].date not in PLAN_DATES):
                    kind = known.kind
                    if section.kind is SectionKind.SIGN_OFF and kind == "completed_date":
                        kind = "dt_completed"  # one of several: the last signature completes the plan
                    found = [_candidate(data, kind, rank, written, block.start)]
                held = written if any(item.what == "meeting" for item in found) else held
                yield from found


def _by_classes(
    data: FieldData,
    before: str,
    written: Written,
    offset: int,
    stands: SectionKind,
    held: Written | None,
    names: tuple[str, ...],
) -> Iterator[Candidate]:
    """ "We meet again on Tuesday 6 May", "Summer PEP 30 June": the clause before a date, by its classes of words.

    ``held`` is the day of the meeting where the text before gave it: only then is "the last one" one of these.
    """
    cue = _cue(before)
    plain = words(cue, names).removesuffix(" of").split()
    kind = date_asked(cue, names)
    if of_a_term(cue, names):
        yield Candidate(OF_A_TERM, 3, written, _shifted(written, offset))
    elif held is not None and of_arranging(cue, names):
        yield _candidate(data, "previous_meeting", 4, written, offset)
    elif held is not None and plain and plain[-1] in data.bare_dates:
        yield _candidate(data, f"{'next' if plain[-1] == 'next' else 'previous'}_meeting", 4, written, offset)
    elif kind in _ROUND and (of_a_meeting(cue, names) or (held is not None and of_a_round(cue, names))):
        yield _candidate(data, kind, 4, written, offset)
    elif stands is SectionKind.FRONT and kind == "meeting_date" and of_a_meeting("".join(plain[-1:]), names):
        yield _candidate(data, kind, 4, written, offset)  # "Review of 11 March 2026"


def _cue(before: str) -> str:
    """The clause before a date, without its small words."""
    clauses = [_FILLER.sub(" ", clause) for clause in _CLAUSE.split(before)]
    return next((clause for clause in reversed(clauses) if clause.strip()), "")


def _in_round_tables(document: Document, sections: tuple[Section, ...], names: tuple[str, ...]) -> Iterator[Candidate]:
    """ "This PEP | Last PEP | Next PEP" above days, or "This | Last | Next" above the days beside "Date of PEP"."""
    data = field_data()
    where = {index: section.kind for section in sections for index in section.blocks}
    for table in document.tables:
        rows = [cells for cells in table_rows(document, table) if any(cells)]
        if not any(where.get(indices[0]) in data.dated_parts for cells in rows[1:] for indices in cells if indices):
            continue
        titles = [text_of(document, indices) for indices in rows[0]]
        if any(dates_of(document, title) for title in titles):
            continue
        for cells in rows[1:]:
            if len(cells) != len(titles):
                break
            beside = text_of(document, cells[0])
            row = "" if dates_of(document, beside, short=True) else beside
            kinds = [date_asked(f"{title} {row}", names) for title in titles]
            if len(set(kinds) & {"meeting_date", *_ROUND}) < _FEWEST_ROUNDS or not set(kinds) & _ROUND:
                continue
            for kind, indices in zip(kinds, cells, strict=True):
                if (
                    kind not in {"meeting_date", *_ROUND}
                    or not indices
                    or where.get(indices[0]) not in data.dated_parts
                ):
                    continue
                block = document.blocks[indices[0]]
                for written in dates_of(document, document.text_of(block), short=True)[:1]:
                    yield _candidate(data, kind, 1, written, block.start)


def _told_by(before: str, names: tuple[str, ...], loosely: bool) -> Match | None:
    """What the clause before a date says it is. ``loosely`` lets its last words tell ("your plan from the meeting")."""
    cue = words(_cue(before), names).split()
    if not cue or len(cue) > _LONGEST_CUE:
        return None
    known = labels().match(" ".join(cue))
    if known is None and loosely:
        known = next((m for n in (3, 2, 1) if (m := labels().match(" ".join(cue[-n:]))) and m.strength >= EXACT), None)
    if known is None or known.strength < STRONG or field_data().fields[known.kind].date is None:
        return None
    return known


def _not_held(after: str) -> bool:
    """Whether the words just after a date say that nothing took place on it."""
    plain = words(after[:_REMARK])
    return any(remark in plain for remark in _not_held_words())


@cache
def _not_held_words() -> tuple[str, ...]:
    return tuple(words(remark) for remark in field_data().not_held)
