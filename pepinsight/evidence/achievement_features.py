"""Achievements: this term's, the carer's part, strengths, and none pulled through (seed 000, line 64)."""

from __future__ import annotations

from pepinsight.evidence.detail import answer_spans, statement_spans
from pepinsight.evidence.reading import Reading, to_span
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.evidence.said import counted, said, shown
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span

HERE = (Kind.ACHIEVEMENTS,)
SOURCE = "seed 000, line 64"
LONG_ENOUGH = 5
"""Words from which a repeated statement counts as carried over: shorter ones repeat by chance."""


@feature(
    "achievements_strengths",
    type=int,
    unit="statements",
    looked_in=HERE,
    describes="strengths recognised",
    source=SOURCE,
)
def achievements_strengths(reading: Reading) -> Answer:
    return counted(said(reading, "strengths", *HERE), "strengths", "A strength is recognised.")


@feature(
    "achievements_carer",
    type=int,
    unit="statements",
    looked_in=HERE,
    describes="the carer's part in the achievements",
    source=SOURCE,
)
def achievements_carer(reading: Reading) -> Answer:
    """What the carer tells of achievements: their voice in the section, or home named there."""
    spoken = reading.found("carer_voice", *HERE)
    spans = said(reading, "carer_part", *HERE)
    voiced = tuple(Shown(to_span(span), "carer_voice", "The carer speaks here.") for span in spoken)
    return Answer(max(len(spans), len(spoken)), (*voiced, *shown(spans, "carer_part", "The carer has a part in this.")))


@feature(
    "achievements_carried_over",
    type=float,
    unit="of the statements",
    looked_in=HERE,
    describes="share of the achievements that stood word for word in last term's plan",
    source=SOURCE,
)
def achievements_carried_over(reading: Reading) -> Answer:
    """None without last term's plan, or with nothing written this term."""
    if reading.previous is None:
        return Answer(None)
    before = " ".join(reading.previous.document.text.lower().split())
    text = reading.plan.document.text
    statements = [
        (start, end)
        for span in answer_spans(reading, *HERE)
        for start, end in statement_spans(reading, span)
        if len(text[start:end].split()) >= LONG_ENOUGH
    ]
    if not statements:
        return Answer(None)
    old = [(start, end) for start, end in statements if " ".join(text[start:end].lower().split()) in before]
    return Answer(
        round(len(old) / len(statements), 3),
        tuple(
            Shown(Span(start, end), "carried_over", "Stood word for word in last term's plan.") for start, end in old
        ),
    )


@feature(
    "achievements_old",
    type=bool,
    looked_in=HERE,
    describes="achievements pulled through from last term",
    source=SOURCE,
)
def achievements_old(reading: Reading) -> Answer:
    """True where most statements stood in last term's plan. Without that plan nothing can be held against them."""
    share = achievements_carried_over(reading)
    old = isinstance(share.value, float) and share.value >= MOSTLY
    return Answer(old, share.shown if old else ())


MOSTLY = 0.6
"""Share of repeated statements from which the whole counts as pulled through."""
