"""Education information with trauma, training and transition (seed 000, line 49), and careers (line 63)."""

from __future__ import annotations

from pepinsight.evidence.detail import detail_of
from pepinsight.evidence.features.topic import dwelt_on
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, feature
from pepinsight.evidence.said import counted, filled, holds, said, shown, whether, with_figure
from pepinsight.evidence.taken_up import taken_up
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span
from pepinsight.plan.attachments import papers_seen

EDUCATION = (Kind.EDUCATION, Kind.TRANSITION)
CAREERS = (Kind.CAREERS, Kind.TRANSITION)
NAMED_ONLY = ("key_adult", "designated_teacher", "class_teacher", "school", "start_date", "ofsted")
"""Kinds of fields whose answers say who and where, not what was done."""


def _passages(reading: Reading, topic: str, *fields: str) -> tuple[Span, ...]:
    """A topic's own fields of the form first, then the statements on it."""
    return tuple(dict.fromkeys((*_answers(reading, *fields), *_raised(reading, topic))))


def _raised(reading: Reading, topic: str) -> tuple[Span, ...]:
    """The statements on a topic, without the form's labels and answers that only name a person, a place or a day."""
    bare = set(_answers(reading, *NAMED_ONLY))
    asked = [item.label for item in reading.plan.fields_of(*EDUCATION)]
    told = (span for span in dwelt_on(reading, topic, *EDUCATION) if span not in bare)
    return tuple(span for span in told if not any(at.start <= span.start and span.end <= at.end for at in asked))


def _answers(reading: Reading, *fields: str) -> tuple[Span, ...]:
    return tuple(item.value for item in reading.plan.fields if item.kind in fields and not item.blank)


@once
def _on_trauma(reading: Reading) -> tuple[Span, ...]:
    """What is said of trauma and attachment by name, and of what happened to the child and how it shows in school."""
    told = (span for span in said(reading, "early_life", *EDUCATION) if holds(reading, span, "early_life"))
    return tuple(dict.fromkeys((*_passages(reading, "trauma", "trauma"), *told)))


@feature(
    "trauma_facts",
    type=int,
    unit="facts",
    looked_in=EDUCATION,
    describes="checkable facts on trauma and attachment",
    source="seed 000, line 49",
)
def trauma_facts(reading: Reading) -> Answer:
    detail = detail_of(reading, _on_trauma(reading))
    return Answer(detail.facts, shown(detail.spans, "trauma", "Speaks of trauma and attachment."))


@feature(
    "trauma_words",
    type=int,
    unit="words",
    looked_in=EDUCATION,
    describes="words on trauma and attachment",
    source="seed 000, line 49",
)
def trauma_words(reading: Reading) -> Answer:
    spans = _on_trauma(reading)
    return Answer(detail_of(reading, spans).words, shown(spans, "trauma", "Speaks of trauma and attachment."))


@feature(
    "education_taken_up",
    type=int,
    unit="statements",
    looked_in=(Kind.MEETING, Kind.ACTIONS, Kind.TARGETS),
    describes="statements of the minutes and targets in words of the education information",
    source="seed 000, line 49",
)
def education_taken_up(reading: Reading) -> Answer:
    spans = taken_up(reading, Kind.EDUCATION, Kind.MEETING, Kind.ACTIONS, Kind.TARGETS)
    return counted(spans, "taken_up", "In words that the education information has for its own.")


@feature(
    "training_facts",
    type=int,
    unit="facts",
    looked_in=EDUCATION,
    describes="checkable facts on staff training",
    source="seed 000, line 49",
)
def training_facts(reading: Reading) -> Answer:
    detail = detail_of(reading, _passages(reading, "training", "training_needs"))
    return Answer(detail.facts, shown(detail.spans, "training", "Speaks of staff training."))


@feature(
    "transition_facts",
    type=int,
    unit="facts",
    looked_in=(*EDUCATION, Kind.CAREERS, Kind.MEETING),
    describes="checkable facts on the next transition",
    source="seed 000, line 49",
)
def transition_facts(reading: Reading) -> Answer:
    """What the form's own field says, else what the education part does; and the next steps under careers."""
    asked = any(item.kind == "transition" for item in reading.plan.fields_of(*EDUCATION))
    spans = _answers(reading, "transition") if asked else _raised(reading, "transition")
    detail = detail_of(reading, (*spans, *said(reading, "transition_done", Kind.CAREERS)))
    return Answer(detail.facts, shown(detail.spans, "transition", "Speaks of the next transition."))


@feature(
    "careers_interview",
    type=bool,
    looked_in=(*CAREERS, Kind.MEETING, Kind.ACTIONS, Kind.TARGETS),
    describes="a careers interview, held or planned",
    source="seed 000, line 63",
)
def careers_interview(reading: Reading) -> Answer:
    field = filled(reading, "careers_interview")
    spans = said(reading, "careers_interview", *CAREERS, Kind.MEETING, Kind.ACTIONS, Kind.TARGETS)
    if field is not None:
        spans = (field.value, *spans)
    return whether(tuple(dict.fromkeys(spans)), "careers_interview", "A careers interview is recorded.")


@feature(
    "careers_steps",
    type=int,
    unit="statements",
    looked_in=CAREERS,
    describes="dated or named steps toward college, training or work",
    source="seed 000, line 63",
)
def careers_steps(reading: Reading) -> Answer:
    return counted(
        with_figure(reading, said(reading, "careers_next", *CAREERS)), "careers_next", "A step toward what comes next."
    )


@feature(
    "careers_carer",
    type=int,
    unit="statements",
    looked_in=CAREERS,
    describes="the carer's part in careers and independence",
    source="seed 000, line 63",
)
def careers_carer(reading: Reading) -> Answer:
    return counted(said(reading, "carer_part", *CAREERS), "carer_part", "The carer has a part in this.")


@feature(
    "careers_plan_attached",
    type=bool,
    looked_in=CAREERS,
    describes="a careers plan said to be attached",
    source="seed 000, line 63",
)
def careers_plan_attached(reading: Reading) -> Answer:
    paper = papers_seen(reading.plan).get(Kind.CAREERS)
    if paper is not None:
        return whether((paper,), "paper", "The careers plan was read with the plan.")
    return whether(said(reading, "attached", *CAREERS), "attached", "A paper is said to be attached; it was not seen.")
