"""Section A: what the social worker fills in, and when they last did so (seed 000, line 46)."""

from __future__ import annotations

import re

from pepinsight.calendar import school_calendar
from pepinsight.evidence.cues import cues
from pepinsight.evidence.detail import answer_spans, section_detail
from pepinsight.evidence.reading import Reading
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.evidence.said import filled, holds, said, with_figure
from pepinsight.plan import SectionKind as Kind

CARE = (Kind.CARE, Kind.CARE_PLAN, Kind.CONTACT, Kind.SDQ)
SOURCE = "seed 000, line 46"


@feature(
    "care_filled_by_hand",
    type=int,
    unit="fields",
    looked_in=CARE,
    describes="fields of the personal and care information that somebody filled in, automatic ones apart",
    source=SOURCE,
)
def care_filled_by_hand(reading: Reading) -> Answer:
    """Fields marked as filled by the system do not count as the social worker's."""
    automatic = cues("sections")["automatic"]
    plan = reading.plan
    own = [
        item
        for item in plan.fields_of(*CARE)
        if not item.blank
        and not automatic.stands_at(plan, item.label)
        and not automatic.stands_in(_last_words(plan.quote(item.value)))
    ]
    return Answer(len(own))


def _last_words(answer: str) -> str:
    """The bracket that closes an answer, where forms mark what they filled in themselves."""
    match = re.search(r"\(([^()]*)\)\s*$", answer)
    return match.group(1) if match else ""


@feature(
    "care_blank_share",
    type=float,
    unit="of the fields",
    looked_in=CARE,
    describes="share of the personal and care information left blank",
    source=SOURCE,
)
def care_blank_share(reading: Reading) -> Answer:
    """0 where everything is answered; None where the file holds no such field."""
    items = reading.plan.fields_of(*CARE)
    if not items:
        return Answer(None)
    left = [item for item in items if item.blank]
    return Answer(
        round(len(left) / len(items), 3),
        tuple(Shown(item.label, "blank_field", "This field is left blank.") for item in left),
    )


_SCORE = re.compile(
    r"\W*(?:(?:total|overall|score)\W+){0,2}(?:[0-3]?\d|40)\b"
    r"(?![./-]\d|(?:st|nd|rd|th)?\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.I,
)
"""A score that opens an answer: 0 to 40, and no day of a month."""


@feature(
    "sdq_recorded",
    type=bool,
    looked_in=CARE,
    describes="a score of the Strengths and Difficulties Questionnaire",
    source=SOURCE,
)
def sdq_recorded(reading: Reading) -> Answer:
    """An SDQ answer with a figure in it, in its field, in the part on it, or in the text of the care sections."""
    field = filled(reading, "sdq", "sdq_score")
    if field is not None and re.search(r"\d", reading.plan.quote(field.value)):
        return Answer(True, (Shown(field.value, "sdq_field", "The SDQ score is given here."),))
    own = tuple(span for span in answer_spans(reading, Kind.SDQ) if _SCORE.match(reading.plan.quote(span)))
    spans = own or with_figure(reading, said(reading, "sdq", *CARE, Kind.SEMH))
    return Answer(bool(spans), tuple(Shown(span, "sdq_text", "The SDQ score is given here.") for span in spans[:1]))


@feature(
    "care_plan_given",
    type=bool,
    looked_in=(Kind.CARE_PLAN, Kind.CARE),
    describes="a summary of the care plan",
    source=SOURCE,
)
def care_plan_given(reading: Reading) -> Answer:
    """At least a sentence's worth of words under the care plan, or in its field."""
    field = filled(reading, "care_plan_summary")
    if field is not None:
        return Answer(True, (Shown(field.value, "care_plan_field", "The care plan is summed up here."),))
    detail = section_detail(reading, Kind.CARE_PLAN)
    return Answer(
        detail.words >= 8,
        tuple(Shown(span, "care_plan_text", "The care plan is summed up here.") for span in detail.spans[:2]),
    )


@feature(
    "contact_given",
    type=bool,
    looked_in=(Kind.CONTACT, Kind.CARE),
    describes="the arrangements for seeing family",
    source=SOURCE,
)
def contact_given(reading: Reading) -> Answer:
    """The contact field or section is answered, or the care part tells whom of the family the child sees, and how,
    on a form that does not ask for it by itself."""
    field = filled(reading, "contact_arrangements")
    if field is not None:
        return Answer(True, (Shown(field.value, "contact_field", "Contact is set out here."),))
    detail = section_detail(reading, Kind.CONTACT)
    spans = detail.spans if detail.words >= 4 else ()
    if not spans and reading.plan.field("contact_arrangements") is None:
        spans = tuple(
            span for span in said(reading, "family_time", Kind.CARE, Kind.CARE_PLAN) if holds(reading, span, "family")
        )
    return Answer(bool(spans), tuple(Shown(span, "contact_text", "Contact is set out here.") for span in spans[:2]))


@feature(
    "social_worker_updated_this_term",
    type=bool,
    looked_in=(*CARE, Kind.SIGN_OFF),
    describes="an update by the social worker in the term of this meeting",
    source=SOURCE,
)
def social_worker_updated_this_term(reading: Reading) -> Answer:
    """None where no date of an update or of the meeting is given, or where the calendar does not hold that term."""
    dates = reading.plan.dates
    updated, anchor = dates.social_worker_update, dates.day or dates.due
    term = school_calendar().term_of(anchor) if anchor is not None else None
    if updated is None or term is None:
        return Answer(None)
    evidence = tuple(
        Shown(span, "update_date", "The social worker's part was last updated on this date.")
        for name, span in dates.spans
        if name == "social_worker_update"
    )
    return Answer(updated >= term.starts, evidence)


@feature(
    "social_worker_update_old",
    type=bool,
    looked_in=(*CARE, Kind.SIGN_OFF),
    describes="a last update by the social worker from before the term of this meeting",
    source=SOURCE,
)
def social_worker_update_old(reading: Reading) -> Answer:
    """False also where the update's date cannot be told: only a known old one counts against the section."""
    answer = social_worker_updated_this_term(reading)
    return Answer(answer.value is False, answer.shown if answer.value is False else ())
