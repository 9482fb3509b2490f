"""What a PEP holds, once its form has been recognised. Every noun points at its words by offsets into the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from operator import attrgetter

from pepinsight.documents import Block, Document
from pepinsight.once import Memo

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")

Day = date
"""``date`` under a name that a field called ``date`` does not hide from what reads the annotations (JSON)."""


class SectionKind(StrEnum):
    """The closed list of what a PEP's sections are about, whatever an authority calls them."""

    FRONT = "front"  # title, child's name, year, dates of this plan
    CARE = "care"  # personal and care information, legal status, placement, health, consents
    CARE_PLAN = "care_plan"
    CONTACT = "contact"  # family time
    SDQ = "sdq"
    VIEWS = "views"  # the child's own
    EDUCATION = "education"  # school, trauma and attachment, training needs, transition
    ATTENDANCE = "attendance"
    ATTAINMENT = "attainment"
    PREVIOUS_TARGETS = "previous_targets"  # targets and actions of last term, and how they went
    TARGETS = "targets"
    PREMIUM = "premium"  # pupil premium plus, finance
    PART_TIME = "part_time"  # part-time timetables and alternative provision
    EXCLUSIONS = "exclusions"
    SEND = "send"
    SEMH = "semh"
    CAREERS = "careers"
    TRANSITION = "transition"
    ACHIEVEMENTS = "achievements"
    CARER = "carer"  # carer's or parent's views
    MEETING = "meeting"  # minutes
    ATTENDEES = "attendees"
    ACTIONS = "actions"
    SIGN_OFF = "sign_off"
    QUALITY = "quality"  # a QA officer's remarks: never evidence
    ATTACHMENT = "attachment"
    GUIDANCE = "guidance"  # the form's own instructions
    UNRECOGNISED = "unrecognised"

    __hash__ = str.__hash__  # an Enum's own is Python code: kinds are looked up some ten thousand times a plan


class PlanKind(StrEnum):
    """How much of a PEP the file is."""

    FULL = "full"
    SINGLE_TAB = "single_tab"  # one part of a PEP printed alone: absent parts are not blank parts
    BLANK = "blank"  # a form that nobody has filled
    NOT_A_PEP = "not_a_pep"


@dataclass(frozen=True, slots=True)
class Span:
    """Offsets into ``document.text``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Field:
    """A label of the form and its answer. A blank answer (or a placeholder, "n/a" apart) has an empty ``value`` span.

    ``kind`` is the field's id in data/fields.yaml (such as "sdq" or "meeting_date"), None for a label unknown to it.
    ``section`` is the kind of the section it counts for.
    """

    label: Span
    value: Span
    kind: str | None
    section: SectionKind
    blank: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of blocks under one heading (or one banner row). ``blocks`` are indices into ``document.blocks``.

    Every block of the document belongs to exactly one section; sections stand in reading order.
    ``title`` is None for what stands before the first heading. ``why`` is a phrase that says how its kind was told.
    ``about`` is set for an attached paper alone: the kind that it speaks for (a voice sheet for the views), where its
    words count too; ATTACHMENT where it does not say.
    """

    kind: SectionKind
    title: Span | None
    blocks: tuple[int, ...]
    level: int = 1
    why: str = ""
    about: SectionKind | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in the attendance list, the sign-offs or the minutes.

    ``role``: child, SW, DT, VS, carer, parent, teacher, support (TA, mentor), SENCO, IRO, health, other.
    ``present`` is None where the document does not say.
    """

    name: str
    role: str
    present: bool | None
    span: Span


@dataclass(frozen=True, slots=True)
class Target:
    """A new target as its whole row: ``wording`` alone, ``row`` all its spans, ``parts`` the spans by what they hold.

    ``parts`` keys: why, how, measure, who, when, cost, baseline, review, voice, term, subject.
    ``amount`` is the sum in pounds set against this target, None where none is. ``by`` is its date where one is given.
    ``long_term`` is None where the form does not say.
    """

    wording: Span
    row: tuple[Span, ...]
    parts: tuple[tuple[str, Span], ...] = ()
    amount: float | None = None
    by: date | None = None
    long_term: bool | None = None


@dataclass(frozen=True, slots=True)
class PreviousTarget:
    """A target of last term (or an action), and what the document says became of it; ``review`` is empty if nothing."""

    wording: Span
    review: tuple[Span, ...] = ()
    is_action: bool = False


@dataclass(frozen=True, slots=True)
class PremiumLine:
    """A sum of pupil premium (or its like) with the words around it.

    ``target`` is the index of the new target in whose row it stands, None for a sum elsewhere.
    ``when`` is "this", "last" or None (cannot tell).
    """

    span: Span
    amount: float | None
    target: int | None
    when: str | None


@dataclass(frozen=True, slots=True)
class AttainmentRow:
    """One subject's row. ``cells`` maps what a column holds (previous, target, current, on_track, progress, comment,
    baseline, intervention) to its span; blank cells are left out."""

    subject: Span
    cells: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who signed the plan off, as which role (DT, SW, VS, carer, child), and when."""

    role: str
    name: str | None
    date: Day | None
    span: Span


@dataclass(frozen=True, slots=True)
class Dates:
    """The five dates of a PEP, and the social worker's own last update of their part."""

    meeting: date | None = None
    completed: date | None = None
    previous_meeting: date | None = None
    next_meeting: date | None = None
    entered_care: date | None = None
    social_worker_update: date | None = None
    due: date | None = None
    spans: tuple[tuple[str, Span], ...] = ()

    @property
    def day(self) -> date | None:
        """The day of the meeting; where none is given, of the plan's completion."""
        return self.meeting or self.completed


@dataclass(frozen=True, slots=True)
class Child:
    """Names as the document gives them; ``names`` are all the words that may stand for the child in its text."""

    name: str | None = None
    known_as: str | None = None
    names: tuple[str, ...] = ()
    date_of_birth: date | None = None
    pronouns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """A recognised PEP. ``form`` is a form's id in the data, "other" when no known form fits.

    ``phase`` is "EY", "SSA" or "P16"; ``year_group`` is -1 for nursery, 0 for Reception; ``attendance`` in per cent.
    ``absent`` are the section kinds that this file does not hold at all (a single-tab print). ``told_within`` are
    passages that count for a further kind than that of their section: they tell what the form has no part for.
    """

    document: Document
    kind: PlanKind
    form: str
    sections: tuple[Section, ...]
    fields: tuple[Field, ...] = ()
    child: Child = field(default_factory=Child)
    phase: str | None = None
    year_group: int | None = None
    dates: Dates = field(default_factory=Dates)
    people: tuple[Person, ...] = ()
    child_attended: bool | None = None
    sign_offs: tuple[SignOff, ...] = ()
    attendance: float | None = None
    attendance_span: Span | None = None
    targets: tuple[Target, ...] = ()
    previous_targets: tuple[PreviousTarget, ...] = ()
    premium: tuple[PremiumLine, ...] = ()
    attainment: tuple[AttainmentRow, ...] = ()
    told_within: tuple[tuple[SectionKind, Span], ...] = ()

    def quote(self, span: Span) -> str:
        """The words at ``span``."""
        return self.document.text[span.start : span.end]

    def sections_of(self, *kinds: SectionKind) -> tuple[Section, ...]:
        """The sections of these kinds, in reading order."""
        return tuple(section for section in self.sections if section.kind in kinds)

    def has(self, *kinds: SectionKind) -> bool:
        """Whether the file asks about any of these kinds, in a section or a field that counts for it, filled or not."""
        return bool(self.sections_of(*kinds)) or any(item.section in kinds for item in self.fields)

    def spans_of(self, *kinds: SectionKind) -> tuple[Span, ...]:
        """The body words that count for these kinds, as spans in reading order that never overlap.

        These are the body blocks of the sections (headings and running lines left out), less the fields which count for
        another kind, plus the label and answer of each field elsewhere that counts for one of these. The words of an
        attached paper count for what it is about.
        """
        found = self._spans.get(kinds)
        if found is None:
            found = self._spans[kinds] = self._find_spans(frozenset(kinds))
        return found

    def _find_spans(self, kinds: frozenset[SectionKind]) -> tuple[Span, ...]:
        text = self.document.text
        kept: list[Span] = []
        for section, spans in self._body:
            if section.kind not in kinds and section.about not in kinds:
                continue
            for span, asked in spans:
                holes = [hole for kind, hole in asked if kind not in kinds] if asked else []
                if holes:
                    kept += _without(span, holes, text)
                else:
                    kept.append(span)
        return _merged([*kept, *(span for kind, span in (*self._asked, *self.told_within) if kind in kinds)])

    @cached_property
    def _body(self) -> list[tuple[Section, list[tuple[Span, list[tuple[SectionKind, Span]]]]]]:
        """The sections with their body blocks that hold words, headings and running lines left out, and the labels and
        answers that stand in each block."""
        blocks, text = self.document.blocks, self.document.text
        starts = [span.start for _, span in self._asked]
        reached = list(accumulate((span.end for _, span in self._asked), max))
        return [
            (
                section,
                [
                    (
                        Span(block.start, block.end),
                        self._asked[bisect_right(reached, block.start) : bisect_left(starts, block.end)],
                    )
                    for block in map(blocks.__getitem__, section.blocks)
                    if block.kind.is_body
                    and block.level == 0
                    and not _is_title(section, block)
                    and _LETTER_OR_DIGIT.search(text, block.start, block.end)
                ],
            )
            for section in self.sections
        ]

    @cached_property
    def _asked(self) -> list[tuple[SectionKind, Span]]:
        """The labels and answers that are not empty, in reading order, with the kind for which they count."""
        spans = [(item.section, span) for item in self.fields for span in (item.label, item.value)]
        return sorted((pair for pair in spans if pair[1].end > pair[1].start), key=lambda pair: pair[1].start)

    @property
    def absent(self) -> frozenset[SectionKind]:
        """The kinds that a print of one part does not hold at all; a whole form's empty parts are blank, not absent."""
        if self.kind is not PlanKind.SINGLE_TAB:
            return frozenset()
        return frozenset(kind for kind in SectionKind if not self.has(kind))

    def fields_of(self, *kinds: SectionKind) -> tuple[Field, ...]:
        """The fields that count for these section kinds."""
        return tuple(item for item in self.fields if item.section in kinds)

    def field(self, kind: str) -> Field | None:
        """The first filled field of this kind (the form's own before a remark in the minutes), else a blank one."""
        found = [item for item in self.fields if item.kind == kind]
        found.sort(key=lambda item: (item.blank, item.section is SectionKind.MEETING))
        return found[0] if found else None

    def section_at(self, offset: int) -> Section | None:
        """The section whose blocks hold ``offset``."""
        return self._where.get(self.document.block_at(offset))

    @cached_property
    def memo(self) -> Memo:
        """What was worked out of this plan (see ``once``)."""
        return Memo()

    @cached_property
    def _where(self) -> dict[int, Section]:
        return {index: section for section in self.sections for index in section.blocks}

    @cached_property
    def _spans(self) -> dict[tuple[SectionKind, ...], tuple[Span, ...]]:
        return {}


def _is_title(section: Section, block: Block) -> bool:
    """A banner or a bold line that opens its section is a heading too, though its block has no level."""
    return section.title is not None and block.start <= section.title.start < max(block.end, block.start + 1)


def _without(span: Span, holes: list[Span], text: str) -> Iterator[Span]:
    """What the holes, in reading order, leave of a span, as far as it holds words."""
    start = span.start
    for hole in holes:
        if hole.start > start and _LETTER_OR_DIGIT.search(text, start, min(hole.start, span.end)):
            yield Span(start, min(hole.start, span.end))
        start = max(start, hole.end)
    if start < span.end and _LETTER_OR_DIGIT.search(text, start, span.end):
        yield Span(start, span.end) if start > span.start else span


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    """The spans in reading order, less what one says again of another."""
    out: list[Span] = []
    for span in sorted(spans, key=attrgetter("start")):
        if span.end == span.start:
            continue
        if out and span.start < out[-1].end:
            if span.end > out[-1].end:
                out[-1] = Span(out[-1].start, span.end)
            continue
        out.append(span)
    return tuple(out)
