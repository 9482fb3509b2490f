"""Pupil premium plus: who keeps it, and which targets it is set against (seed 000, line 54)."""

from __future__ import annotations

import re

from pepinsight.evidence.cues import cues
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.evidence.said import filled, said, shown, whether
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span, Target
from pepinsight.plan.premium import targets_named

MONEY = (Kind.PREMIUM, Kind.TARGETS, Kind.PREVIOUS_TARGETS, Kind.MEETING)
OFFICER_IN = (Kind.PREMIUM, Kind.TARGETS)
SOURCE = "seed 000, line 54"
_WORD = re.compile(r"[^\W\d_]{2,}")
_SOMEBODY = re.compile(r"\S@\S|\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\b|\b[A-Z]\.? ?[A-Z][a-z]+|\b[A-Z][a-z]+ [A-Z][a-z]+")
"""An address, a title, or initials or a first name with a surname."""


@feature(
    "finance_officer_given",
    type=bool,
    looked_in=OFFICER_IN,
    describes="the finance officer's details",
    source=SOURCE,
)
def finance_officer_given(reading: Reading) -> Answer:
    """The form's own field where it is answered with a name, a post or an address, or a line that says who keeps the
    money and names somebody."""
    quote, keeper = reading.plan.quote, cues("sections")["finance_officer"]
    field = filled(reading, "finance_officer")
    if field and (_SOMEBODY.search(quote(field.value)) or keeper.stands_at(reading.plan, field.value)):
        return whether((field.value,), "finance_field", "The finance officer is named.")
    spans = [span for span in said(reading, "finance_officer", *OFFICER_IN) if _SOMEBODY.search(quote(span))]
    return whether(tuple(spans), "finance_field", "The finance officer is named.")


@feature(
    "premium_in_use", type=bool, looked_in=MONEY,
    describes="pupil premium is paid for this child: before 16, or where the plan names one for later", source=SOURCE,
)  # fmt: skip
def premium_in_use(reading: Reading) -> Answer:
    """After 16 there is only what some virtual schools pay, which the plan then names, or whose fund it names and sets
    sums against targets; a bursary is something else."""
    plan, words = reading.plan, cues("premium_words")
    if plan.phase != "P16":
        return Answer(True)
    named = [Span(*found.span()) for found in words["after_16"].find_throughout(plan)]
    if any(target.amount for target in plan.targets) or any(line.target is not None for line in plan.premium):
        named += [Span(*found.span()) for found in words["virtual_school_fund"].find_throughout(plan)]
    return whether(tuple(named), "premium_after_16", "Names a premium for young people over 16.")


@once
def linked_premium(reading: Reading) -> tuple[bool, ...]:
    """For each new target whether pupil premium is set against it: a sum or the premium's name in its row, or a sum
    elsewhere beside which the target is named."""
    plan = reading.plan
    if not premium_in_use(reading).value:
        return (False,) * len(plan.targets)
    sums = [line for line in plan.premium if line.amount]
    by_line = {line.target for line in sums if line.target is not None}
    by_line |= {number for line in sums if line.when == "this" for number in targets_named(plan.quote(line.span))}
    return tuple(
        bool(target.amount) or number in by_line or _names_premium(reading, target)
        for number, target in enumerate(plan.targets)
    )


def _names_premium(reading: Reading, target: Target) -> bool:
    """Whether the row says without a sum that the premium pays: in its cost, or by name."""
    words = cues("premium_words")
    costs = [reading.plan.quote(span) for name, span in target.parts if name == "cost"]
    if any(_WORD.search(cost) and not words["paid_otherwise"].stands_in(cost) for cost in costs):
        return True
    return any(
        cues("review")["premium"].stands_at(reading.plan, span)
        and not words["paid_otherwise"].stands_at(reading.plan, span)
        for name, span in target.parts
        if name in ("how", "who")
    )


@once
def premium_amounts(reading: Reading) -> tuple[float | None, ...]:
    """For each new target the pounds set against it; None where none is linked or no sum is given."""
    plan = reading.plan
    return tuple(
        (target.amount or _beside(reading, number)) if linked else None
        for number, (target, linked) in enumerate(zip(plan.targets, linked_premium(reading), strict=True))
    )


def _beside(reading: Reading, number: int) -> float | None:
    """The sums elsewhere that are for this target."""
    return sum(line.amount or 0.0 for line in reading.plan.premium if line.target == number) or None


@feature(
    "premium_linked",
    type=int,
    unit="targets",
    looked_in=(Kind.TARGETS, Kind.PREMIUM),
    describes="new targets with pupil premium set against them",
    source=SOURCE,
)
def premium_linked(reading: Reading) -> Answer:
    linked = [t for t, is_linked in zip(reading.plan.targets, linked_premium(reading), strict=True) if is_linked]
    spans = tuple(next((span for name, span in t.parts if name == "cost"), t.wording) for t in linked)
    return Answer(len(linked), shown(spans, "premium_in_row", "Pupil premium is set against this target."))


@feature("premium_sums", type=int, unit="sums", looked_in=MONEY, describes="sums of pupil premium", source=SOURCE)
def premium_sums(reading: Reading) -> Answer:
    lines = [line for line in reading.plan.premium if line.amount]
    return Answer(len(lines), tuple(Shown(line.span, "premium_sum", "A sum of pupil premium.") for line in lines))


def row_of(reading: Reading, span: Span) -> tuple[Span, ...]:
    """The cells of the table row in which ``span`` stands; its own block outside a table."""
    document = reading.plan.document
    place = document.blocks[document.block_at(span.start)].place
    if place.table is None:
        return (span,)
    table = next(table for table in document.tables if table.index == place.table)
    blocks = [document.blocks[i] for key, cell in sorted(table.cells.items()) if key[0] == place.row for i in cell]
    return tuple(Span(block.start, block.end) for block in blocks if block.end > block.start)
