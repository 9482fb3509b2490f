"""Suspensions and exclusions: what is recorded, where, and what support followed (seed 000, lines 56 to 58)."""

from __future__ import annotations

import re

from pepinsight.evidence.cues import cues
from pepinsight.evidence.detail import answer_spans, facts_in
from pepinsight.evidence.features.return_plan import DATED
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, feature
from pepinsight.evidence.said import counted, filled, holds, said, says_none, shown, whether, with_figure
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span
from pepinsight.plan.number_words import spelt

EXCLUSIONS = (Kind.EXCLUSIONS,)
_IN_WORDS = re.compile(
    rf"\b(?:{spelt()}|once|twice|a single|half a) (?:[\w-]+ ){{0,3}}?"
    r"(?:days?|sessions?|suspensions?|exclusions?)\b|\b(?:mon|tues|wednes|thurs|fri)day\b|\bhalf a day\b",
    re.IGNORECASE,
)
_YES = re.compile(r"[^\w☐□]*yes\b(?!\W*[☐☒])", re.IGNORECASE)
TOLD = (Kind.MEETING, Kind.ACTIONS, Kind.CARER, Kind.VIEWS, Kind.ATTENDANCE, Kind.TARGETS, Kind.SEMH, Kind.EDUCATION,
        Kind.PART_TIME, Kind.SEND)  # fmt: skip


@once
def suspensions_here(reading: Reading) -> tuple[Span, ...]:
    """Statements of the exclusions section that hold a figure (a date or length) of a suspension."""
    answers = {item.value for item in reading.plan.fields_of(*EXCLUSIONS) if not item.blank}
    named = said(reading, "suspension_record", *EXCLUSIONS)
    counted_in_words = (span for span in named if _IN_WORDS.search(reading.plan.quote(span)))
    affirmed = (
        span
        for span in answer_spans(reading, *EXCLUSIONS)
        if _YES.match(reading.plan.quote(span)) and facts_in(reading, reading.plan.quote(span))
    )
    told = tuple(dict.fromkeys((*with_figure(reading, named), *counted_in_words, *affirmed)))
    dated = tuple(
        span
        for span in answer_spans(reading, *EXCLUSIONS)
        if DATED.search(reading.plan.quote(span)) and span not in told
    )
    found = dict.fromkeys((*told, *dated, *_in_so_many_words(reading)))
    return tuple(
        span
        for span in found
        if not (_is_none(reading, span) and (span in answers or _NONE.match(reading.plan.quote(span))))
    )


def _in_so_many_words(reading: Reading) -> tuple[Span, ...]:
    """Statements of the section that somebody was suspended or excluded, with no date or length."""
    return tuple(
        span
        for span in said(reading, "was_suspended", *EXCLUSIONS)
        if holds(reading, span, "was_suspended") and not holds(reading, span, "no")
    )


_NONE = re.compile(r"\W*(?:0|no|nil|none|zero)\b", re.IGNORECASE)


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
    spans = said(reading, "no", *EXCLUSIONS, Kind.EDUCATION, Kind.PART_TIME, Kind.ATTENDANCE)
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
    "suspension_support", type=int, unit="measures", looked_in=EXCLUSIONS,
    describes="support put in place after a suspension", source="seed 000, lines 56-58",
)  # fmt: skip
def suspension_support(reading: Reading) -> Answer:
    """A statement that lists several measures counts for each of them; what is told again counts once."""
    spans = said(reading, "suspension_support", *EXCLUSIONS)
    measures = {_key(measure) for span in spans for measure in _measures(reading.plan.quote(span))}
    return Answer(len(measures), shown(spans, "suspension_support", "Support after the suspension."))


def _measures(statement: str) -> list[str]:
    """The measures that a statement lists, or the statement itself."""
    cue = cues("sections")["suspension_support"]
    return [part for part in _LISTED.split(statement) if cue.stands_in(part)] or [statement]


def _key(measure: str) -> str:
    return " ".join(measure.casefold().split()).strip(" .;,")


_LISTED = re.compile(r"[.;,\n]\s")
