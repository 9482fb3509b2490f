"""What is told of the effect of last term's pupil premium, and whether in figures (seed 000, line 54)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pepinsight.evidence.cues import cues
from pepinsight.evidence.detail import answer_spans
from pepinsight.evidence.features.premium import MONEY, SOURCE, premium_in_use, row_of
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, feature
from pepinsight.evidence.said import shown
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span
from pepinsight.plan.money import amount

_NO_MEASURE = re.compile(
    r"£\s?[\d,.]+|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b20\d\d\b"
    r"|\bpost[- ]?16|\b16(?:\+|\s?[-–]\s?19)|\b(?:year|yr|y|ks|target|step)\s?\d+"
    r"|\b\d+(?:\s*(?:of|out of|/)\s*\d+)?\s*(?:hours?|hrs?|sessions?|x|times|weeks?)\b",
    re.IGNORECASE,
)


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
