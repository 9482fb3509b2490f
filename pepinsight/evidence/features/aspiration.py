"""What a young person wants to become, whether it asks for more than they have, and the way there (seed 001, lines 74
and 86)."""

from __future__ import annotations

from pepinsight.evidence.cues import cues
from pepinsight.evidence.detail import answer_spans
from pepinsight.evidence.reading import Reading
from pepinsight.evidence.registry import Answer, feature
from pepinsight.evidence.said import counted, said
from pepinsight.plan import SectionKind as Kind

AHEAD = (Kind.CAREERS, Kind.TRANSITION)
TOLD = (*AHEAD, Kind.VIEWS, Kind.MEETING, Kind.EDUCATION, Kind.TARGETS)
_FILE = "aspirations"


@feature(
    "aspiration_told",
    type=int,
    unit="statements",
    looked_in=TOLD,
    describes="what the young person wants to become",
    source="seed 001, lines 74 and 86",
)
def aspiration_told(reading: Reading) -> Answer:
    spans = said(reading, "aspiration", *TOLD, file=_FILE)
    return counted(spans, "aspiration", "Tells what the young person wants to become.")


@feature(
    "aspiration_requirements",
    type=int,
    unit="statements",
    looked_in=TOLD,
    describes="what the aspiration asks for",
    source="seed 001, line 86",
)
def aspiration_requirements(reading: Reading) -> Answer:
    """Statements, or answers under a label, that name a qualification as a demand."""
    plan, named = reading.plan, cues(_FILE)["qualification"]
    labels = {item.value: plan.quote(item.label) for item in plan.fields}
    spans = tuple(
        span
        for span in said(reading, "requirement", *TOLD, file=_FILE)
        if named.stands_in(f"{labels.get(span, '')} {plan.quote(span)}")
    )
    return counted(spans, "requirement", "Tells what the aspiration asks for.")


@feature(
    "aspiration_route",
    type=int,
    unit="statements",
    looked_in=TOLD,
    describes="steps on the way to the aspiration",
    source="seed 001, lines 74 and 86",
)
def aspiration_route(reading: Reading) -> Answer:
    spans = said(reading, "route", *AHEAD, Kind.VIEWS, Kind.MEETING, file=_FILE)
    return counted(spans, "route", "A step on the way.")


@feature(
    "after_this_stage_words",
    type=int,
    unit="words",
    looked_in=AHEAD,
    describes="words on what comes after this stage",
    source="seed 001, line 86",
)
def after_this_stage_words(reading: Reading) -> Answer:
    """The plan for after Year 13 or 14: aspirations, and how they are supported."""
    return Answer(sum(len(reading.plan.quote(span).split()) for span in answer_spans(reading, *AHEAD)))
