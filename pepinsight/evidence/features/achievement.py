"""Achievements: this term's, the carer's part, strengths, and none pulled through (seed 000, line 64)."""

from __future__ import annotations

from pepinsight.evidence.continuity import carried_over_share, statements_in
from pepinsight.evidence.reading import Reading, to_span
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.evidence.said import counted, said, shown
from pepinsight.evidence.stale import saved_before, stale_signs
from pepinsight.plan import SectionKind as Kind

HERE = (Kind.ACHIEVEMENTS,)
SOURCE = "seed 000, line 64"


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
    share, old = carried_over_share(reading, *HERE)
    return Answer(share, shown(old, "carried_over", "Stood word for word in last term's plan."))


@feature(
    "achievements_old",
    type=bool,
    looked_in=HERE,
    describes="achievements pulled through from last term",
    source=SOURCE,
)
def achievements_old(reading: Reading) -> Answer:
    """True where most statements stood in last term's plan, half of them by their own dates are older than that, or the
    system's stamp says that nobody wrote there since.

    Where nothing dates them, nothing can be held against them without that plan.
    """
    share = achievements_carried_over(reading)
    if isinstance(share.value, float) and share.value >= MOSTLY:
        return Answer(True, share.shown)
    saved = shown(tuple(saved_before(reading, *HERE)), "saved_before", "Last saved before the last meeting.")
    if saved:
        return Answer(True, saved)
    within = reading.plan.spans_of(*HERE)
    dated = tuple(
        sign
        for sign in stale_signs(reading)
        if sign.rule in OUTDATED and any(part.start <= sign.span.start < part.end for part in within)
    )
    old = len(dated) >= FEWEST and len(dated) >= HALF * len(statements_in(reading, *HERE))
    return Answer(old, dated if old else ())


OUTDATED = ("before_last_meeting", "earlier_year")
FEWEST = 2
"""Outdated statements from which they say something of the whole."""
HALF = 0.5
"""Share of outdated statements from which the whole counts as pulled through: a date proves more than a likeness."""
MOSTLY = 0.6
"""Share of repeated statements from which the whole counts as pulled through."""
