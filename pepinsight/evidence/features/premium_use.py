"""What pupil premium plus is spent on and what came of it: proper uses, kinds of intervention, what every child gets
anyway, funds for catching up (seed 002, lines 277 to 302 and 408 to 413)."""

from __future__ import annotations

import re

from pepinsight.evidence.cues import Cue, cues
from pepinsight.evidence.detail import answer_spans
from pepinsight.evidence.features.premium import MONEY, linked_premium, row_of
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.evidence.said import counted
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span

HERE = (Kind.TARGETS, Kind.PREMIUM)
_SUM = re.compile(r"£\s?\d[\d,.]*")
_WORD = re.compile(r"[^\W\d_]{2,}")
TOLD = 4
"""Words beside a sum of last term's, the item's own name apart, from which its outcome is told at all."""


@once
def _spending(reading: Reading) -> tuple[tuple[Span, ...], ...]:
    """The passages that say what this term's premium is for: the rows of the targets that have a sum, and the rows of
    other sums that are not last term's."""
    plan = reading.plan
    pairs = zip(plan.targets, linked_premium(reading), strict=True)
    rows = [(target.wording, *target.row) for target, linked in pairs if linked]
    told = {span for row in rows for span in row}
    others = [line.span for line in plan.premium if line.amount and line.when != "last" and line.span not in told]
    return tuple(tuple(dict.fromkeys(row)) for row in (*rows, *(row_of(reading, span) for span in others)))


def _named(reading: Reading, lists: dict[str, Cue]) -> Answer:
    """How many of the lists a spending passage raises, with the first words that raise each."""
    shown = []
    for name, cue in lists.items():
        spans = (span for row in _spending(reading) for span in row if cue.stands_at(reading.plan, span))
        first = next(spans, None)
        if first is not None:
            shown.append(Shown(first, name, f"The premium goes on {name.replace('_', ' ')}."))
    return Answer(len(shown), tuple(shown))


@feature(
    "premium_proper_uses",
    type=int,
    unit="uses",
    looked_in=HERE,
    describes="proper uses of pupil premium among those listed",
    source="seed 002, lines 287-296",
)
def premium_proper_uses(reading: Reading) -> Answer:
    return _named(reading, cues("premium_uses"))


@feature(
    "premium_intervention_types",
    type=int,
    unit="kinds",
    looked_in=HERE,
    describes="kinds of intervention that pupil premium pays for",
    source="seed 002, line 277",
)
def premium_intervention_types(reading: Reading) -> Answer:
    return _named(reading, cues("intervention_types"))


@feature(
    "premium_for_all",
    type=int,
    unit="passages",
    looked_in=MONEY,
    describes="pupil premium spent on what every child gets anyway",
    source="seed 002, line 412",
)
def premium_for_all(reading: Reading) -> Answer:
    """Passages in which a sum of pupil premium stands beside words for what all pupils have."""
    for_all, premium = cues("premium_words")["for_all"], cues("review")["premium"]
    rows = {span for row in _spending(reading) for span in row}
    spans = tuple(
        span
        for span in dict.fromkeys((*sorted(rows, key=lambda item: item.start), *answer_spans(reading, *MONEY)))
        if for_all.stands_at(reading.plan, span) and (span in rows or premium.stands_at(reading.plan, span))
    )
    return counted(spans, "for_all", "This is what every child gets anyway.")


@feature(
    "catch_up_funding",
    type=int,
    unit="passages",
    looked_in=(*MONEY, Kind.ATTAINMENT, Kind.EDUCATION),
    describes="catch-up or tutoring funds named beside pupil premium",
    source="seed 002, line 302",
)
def catch_up_funding(reading: Reading) -> Answer:
    funds = cues("premium_words")["catch_up_funds"]
    spans = answer_spans(reading, *MONEY, Kind.ATTAINMENT, Kind.EDUCATION)
    found = tuple(span for span in spans if funds.stands_at(reading.plan, span))
    return counted(found, "catch_up_funds", "A fund for catching up or tutoring is named here.")


@feature(
    "premium_last_term_sums",
    type=int,
    unit="sums",
    looked_in=MONEY,
    describes="sums of last term's pupil premium",
    source="seed 002, line 413",
)
def premium_last_term_sums(reading: Reading) -> Answer:
    lines = tuple(line.span for line in reading.plan.premium if line.amount and line.when == "last")
    return counted(lines, "last_term_sum", "A sum of last term's pupil premium.")


@feature(
    "premium_outcomes",
    type=int,
    unit="passages",
    looked_in=MONEY,
    describes="sums already spent with what came of them",
    source="seed 002, line 411",
)
def premium_outcomes(reading: Reading) -> Answer:
    """Rows of last term's targets with a sum and an outcome beside it, and passages that tell of money spent and of its
    outcome. A row that says only that things go on tells none."""
    plan = reading.plan
    if plan.phase == "P16":
        return Answer(0)
    rows = [old.review for old in plan.previous_targets if _tells_outcome(reading, old.review)]
    inside = {span for old in plan.previous_targets for span in (old.wording, *old.review)}
    told = [span for span in answer_spans(reading, *MONEY) if span not in inside and _went_on(reading, span)]
    spans = (*(max(row, key=lambda span: span.end - span.start) for row in rows), *told)
    return counted(tuple(dict.fromkeys(spans)), "premium_outcome", "Tells what came of money spent.")


def _tells_outcome(reading: Reading, review: tuple[Span, ...]) -> bool:
    texts = [reading.plan.quote(span) for span in review]
    outcome = cues("premium_words")["outcome"]
    if not any(_SUM.search(text) for text in texts):
        return False
    rest = [_SUM.sub(" ", text) for text in texts]
    return any(outcome.stands_in(text) and len(_WORD.findall(text)) >= TOLD for text in rest) or any(
        "→" in text for text in rest
    )


def _went_on(reading: Reading, span: Span) -> bool:
    text, words = reading.plan.quote(span), cues("premium_words")
    when = f"{_labels(reading).get(span, '')} {text}"  # "PP+ last term: £90 on books"
    return bool(_SUM.search(text)) and words["spent"].stands_in(when) and words["outcome"].stands_in(text)


@once
def _labels(reading: Reading) -> dict[Span, str]:
    return {item.value: reading.plan.quote(item.label) for item in reading.plan.fields if not item.blank}
