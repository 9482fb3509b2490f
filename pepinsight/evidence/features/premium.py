"""Pupil premium plus: who keeps it, which targets it is set against, and what last term's did (seed 000, line 54)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pepinsight.evidence.cues import cues
from pepinsight.evidence.detail import answer_spans
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.evidence.said import filled, said, shown, whether
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span, Target
from pepinsight.plan.money import amount
from pepinsight.plan.premium import targets_named

MONEY = (Kind.PREMIUM, Kind.TARGETS, Kind.PREVIOUS_TARGETS, Kind.MEETING)
OFFICER_IN = (Kind.PREMIUM, Kind.TARGETS)
SOURCE = "seed 000, line 54"
_NO_MEASURE = re.compile(
    r"£\s?[\d,.]+|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b20\d\d\b"
    r"|\bpost[- ]?16|\b16(?:\+|\s?[-–]\s?19)|\b(?:year|yr|y|ks|target|step)\s?\d+"
    r"|\b\d+(?:\s*(?:of|out of|/)\s*\d+)?\s*(?:hours?|hrs?|sessions?|x|times|weeks?)\b",
    re.IGNORECASE,
)
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


@dataclass(frozen=True, slots=True)
class _Spend:
    """What is told of one item of last term's spend. ``review``: beside the target that it was for."""

    spans: tuple[Span, ...]
    pounds: float
    review: bool = False


@once
def _last_spend(reading: Reading) -> tuple[_Spend, ...]:
    """The rows of last term's targets that speak of money, the rows of other sums of last term's, and the paragraphs
    that speak of the premium and not of what is planned."""
    plan = reading.plan
    new = {span for target in plan.targets for span in target.row}
    old = [(item.wording, *item.review) for item in plan.previous_targets if _speaks(reading, item.review, "spend")]
    inside = {span for row in old for span in row}
    reviews = [_Spend(row, _pounds(reading, row), review=True) for row in old]
    sums = [
        _Spend(row, line.amount or _pounds(reading, row), review=bool(inside & set(row)))
        for line in plan.premium
        if line.when == "last" and line.span not in new
        for row in [row_of(reading, line.span)]
    ]
    told = [
        _Spend((span,), _pounds(reading, (span,)))
        for span in answer_spans(reading, *MONEY)
        if _on_spend(reading, span)
        and (_of_last_term(reading, span) or (span not in new and not _speaks(reading, (span,), "planned")))
    ]
    return (*sums, *reviews, *told)


def _pounds(reading: Reading, spans: tuple[Span, ...]) -> float:
    return sum(amount(text) or 0.0 for span in spans if "£" in (text := reading.plan.quote(span)))


@once
def _impact_spans(reading: Reading) -> tuple[tuple[Span, bool, float], ...]:
    """Passages that tell the effect of last term's spend, whether in figures, and of how many pounds (0: not said)."""
    found: dict[Span, tuple[bool, float]] = {}
    for spend in _last_spend(reading):
        said = [span for span in spend.spans if span != spend.spans[0] or _tells_effect(reading, span)]
        told = [span for span in said if _tells_effect(reading, span)]
        measured = [span for span in said if _in_figures(reading.plan.quote(span))]
        if told or (spend.review and measured):
            with_sum = [span for span in told if "£" in reading.plan.quote(span)]  # told of the sum itself
            weighed = with_sum or (said if spend.review else told)
            longest = max(said, key=lambda span: span.end - span.start)
            found.setdefault(longest, (any(span in measured for span in weighed), spend.pounds))
    return tuple((span, in_figures, pounds) for span, (in_figures, pounds) in found.items())


def _on_spend(reading: Reading, span: Span) -> bool:
    """Whether premium is spoken of here, in the label, or in the row's first cell (the topic of a minute), or a sum
    stands beside last term's targets."""
    section = reading.plan.section_at(span.start)
    past = section is not None and section.kind is Kind.PREVIOUS_TARGETS
    near = (span, *_label_of(reading, span), *row_of(reading, span)[:1])
    return _speaks(reading, near, "premium") or (past and "£" in reading.plan.quote(span))


def _of_last_term(reading: Reading, span: Span) -> bool:
    """Whether the label of this answer says that the money has gone already, wherever it stands."""
    return any(cues("premium_words")["spent"].stands_at(reading.plan, label) for label in _label_of(reading, span))


def _label_of(reading: Reading, span: Span) -> tuple[Span, ...]:
    """The label of the form whose answer holds the passage, if any."""
    return tuple(
        field.label for field in reading.plan.fields if field.value.start <= span.start and span.end <= field.value.end
    )[:1]


def _tells_effect(reading: Reading, span: Span) -> bool:
    """Whether the words tell of an effect, or stand in a column for it and are more than a mark."""
    plan, words = reading.plan, cues("premium_words")
    if cues("review")["effect"].stands_at(plan, span) or words["outcome"].stands_at(plan, span):
        return True
    head = column_head(reading, span)
    answer = plan.quote(span).strip(" .")
    return words["effect_column"].stands_in(head) and not cues("review")["status"].pattern.fullmatch(answer)


def column_head(reading: Reading, span: Span) -> str:
    """What the first row of a table has above this cell; "" outside a table and in that row itself."""
    document = reading.plan.document
    place = document.blocks[document.block_at(span.start)].place
    if place.table is None or not place.row:
        return ""
    table = next(table for table in document.tables if table.index == place.table)
    return " ".join(
        document.text[document.blocks[i].start : document.blocks[i].end]
        for i in table.cells.get((0, place.column or 0), ())
    )


def _speaks(reading: Reading, spans: tuple[Span, ...], cue: str) -> bool:
    return any(cues("review")[cue].stands_at(reading.plan, span) for span in spans)


def row_of(reading: Reading, span: Span) -> tuple[Span, ...]:
    """The cells of the table row in which ``span`` stands; its own block outside a table."""
    document = reading.plan.document
    place = document.blocks[document.block_at(span.start)].place
    if place.table is None:
        return (span,)
    table = next(table for table in document.tables if table.index == place.table)
    blocks = [document.blocks[i] for key, cell in sorted(table.cells.items()) if key[0] == place.row for i in cell]
    return tuple(Span(block.start, block.end) for block in blocks if block.end > block.start)


def _in_figures(text: str) -> bool:
    """A figure that is no sum, date, year or amount of help: something was measured."""
    return bool(re.search(r"\d", _NO_MEASURE.sub(" ", text)))


@feature(
    "premium_impact", type=str, choices=("none", "some", "quantified", "not_applicable"), looked_in=MONEY,
    describes="what is told of the effect of last term's pupil premium", source=SOURCE,
)  # fmt: skip
def premium_impact(reading: Reading) -> Answer:
    """Quantified when most of the spend's effect is told in figures (gold convention 8): by the pounds where every
    passage has its sum, else by the passages."""
    if not premium_in_use(reading).value:
        return Answer("not_applicable")
    told = _impact_spans(reading)
    if not told:
        return Answer("none")
    evidence = shown(tuple(span for span, _, _ in told), "premium_effect", "Tells the effect of the spend.")
    known = all(pounds for _, _, pounds in told)
    weights = [(pounds if known else 1.0, in_figures) for _, in_figures, pounds in told]
    in_figures = sum(weight for weight, has_figure in weights if has_figure)
    return Answer("quantified" if in_figures * 2 >= sum(weight for weight, _ in weights) else "some", evidence)
