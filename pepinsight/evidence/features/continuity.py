"""What was carried over from last term's plan, and where something new was due (seed 000, lines 64 and 70)."""

from __future__ import annotations

from pepinsight.evidence.continuity import (
    carried_over,
    carried_over_share,
    nearly_carried_over,
    repeated_targets,
)
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.evidence.said import counted
from pepinsight.evidence.stale import stale_signs
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span

ANYWHERE = tuple(Kind)
SOURCE = "seed 000, line 64"
NEW_EACH_TERM = {
    "views": (Kind.VIEWS,),
    "carer": (Kind.CARER,),
    "minutes": (Kind.MEETING, Kind.ACTIONS),
    "attendance": (Kind.ATTENDANCE,),
    "attainment": (Kind.ATTAINMENT,),
    "achievements": (Kind.ACHIEVEMENTS,),
}
"""The parts of which last term's words say nothing about this term, besides the targets."""
MOSTLY = 0.5
"""Share of a part's statements above which the part counts as last term's."""
WORD_FOR_WORD = "Stood word for word in last term's plan."


def _where(reading: Reading, spans: tuple[Span, ...], *kinds: Kind) -> tuple[Span, ...]:
    """Those of the passages that lie in sections of these kinds."""
    within = reading.plan.spans_of(*kinds)
    return tuple(span for span in spans if any(span.start < part.end and part.start < span.end for part in within))


@feature(
    "copied_forward",
    type=int,
    unit="passages",
    looked_in=ANYWHERE,
    describes="passages of eight words or more that stood word for word in last term's plan",
    source=SOURCE,
)
def copied_forward(reading: Reading) -> Answer:
    """None without last term's plan."""
    if reading.previous is None:
        return Answer(None)
    return counted(carried_over(reading), "word_for_word", WORD_FOR_WORD)


@feature(
    "nearly_copied",
    type=int,
    unit="passages",
    looked_in=ANYWHERE,
    describes="passages that are last term's with a date or a name changed, or cut short",
    source=SOURCE,
)
def nearly_copied(reading: Reading) -> Answer:
    """None without last term's plan."""
    if reading.previous is None:
        return Answer(None)
    return counted(nearly_carried_over(reading), "nearly_word_for_word", "Stood in last term's plan but for details.")


@feature(
    "carried_over_prefilled",
    type=int,
    unit="passages",
    looked_in=ANYWHERE,
    describes="carried over passages that may stand from term to term (care history, school, the form's own notes)",
    source=SOURCE,
)
def carried_over_prefilled(reading: Reading) -> Answer:
    """What is carried over elsewhere than in the parts that are new each term, and than in the review of old targets.

    None without last term's plan.
    """
    if reading.previous is None:
        return Answer(None)
    kinds = {kind for part in NEW_EACH_TERM.values() for kind in part} | {Kind.TARGETS, Kind.PREVIOUS_TARGETS}
    due = set(_where(reading, carried_over(reading), *kinds))
    standing = tuple(span for span in carried_over(reading) if span not in due)
    return counted(standing, "prefilled", WORD_FOR_WORD)


def _register_share(part: str, kinds: tuple[Kind, ...]) -> None:
    @feature(
        f"{part}_carried_over_share",
        type=float,
        unit="of the statements",
        looked_in=kinds,
        describes=f"share of the {SAID[part]} that stood word for word in last term's plan",
        source=SOURCE,
    )
    def share(reading: Reading) -> Answer:
        value, spans = carried_over_share(reading, *kinds)
        return Answer(value, tuple(Shown(span, "carried_over", WORD_FOR_WORD) for span in spans))


SAID = {
    "views": "child's views",
    "carer": "carer's views",
    "minutes": "minutes",
    "attendance": "words on attendance",
    "attainment": "words on attainment",
}
for _part in SAID:
    _register_share(_part, NEW_EACH_TERM[_part])


@feature(
    "targets_set_again",
    type=int,
    unit="targets",
    looked_in=(Kind.TARGETS, Kind.PREVIOUS_TARGETS),
    describes="targets set for this term that were last term's",
    source="seed 000, line 54",
)
def targets_set_again(reading: Reading) -> Answer:
    """None where last term's targets are not known."""
    again = repeated_targets(reading)
    if again is None:
        return Answer(None)
    return counted(again, "set_again", "The same target was set last term.")


@once
def _stale(reading: Reading) -> dict[str, tuple[Span, ...]]:
    """The parts that are mostly last term's, with the words that are."""
    parts = {}
    for part, kinds in NEW_EACH_TERM.items():
        share, spans = carried_over_share(reading, *kinds)
        if share is not None and share > MOSTLY:
            parts[part] = spans
    again = repeated_targets(reading) or ()
    if again and len(again) > MOSTLY * len(reading.plan.targets):
        parts["targets"] = again
    return parts


@feature(
    "stale_parts",
    type=int,
    unit="parts",
    looked_in=(Kind.TARGETS, *(kind for kinds in NEW_EACH_TERM.values() for kind in kinds)),
    describes="parts that are new each term and are mostly last term's words",
    source=SOURCE,
)
def stale_parts(reading: Reading) -> Answer:
    """None without last term's plan."""
    if reading.previous is None:
        return Answer(None)
    stale = _stale(reading)
    return Answer(len(stale), tuple(Shown(span, part, WORD_FOR_WORD) for part in stale for span in stale[part]))


@feature(
    "seems_stale",
    type=int,
    unit="passages",
    looked_in=ANYWHERE,
    describes="passages that seem left over from an earlier term, by the plan's own dates",
    source="seed 000, lines 54 and 64",
)
def seems_stale(reading: Reading) -> Answer:
    """Told from this plan alone; 0 is no proof that nothing is left over."""
    signs = stale_signs(reading)
    return Answer(len(signs), signs)
