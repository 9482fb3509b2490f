"""What is told of the effect of last term's pupil premium, and whether in figures (seed 000, line 54)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pepinsight.evidence.cues import cues
from pepinsight.evidence.detail import answer_spans, statement_spans
from pepinsight.evidence.features.premium import MONEY, SOURCE, premium_in_use, row_of
from pepinsight.evidence.figures import tells_in_figures
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, feature
from pepinsight.evidence.said import shown
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span
from pepinsight.plan.columns import has_word
from pepinsight.plan.money import amount

_BOUGHT = re.compile(r"(?:[\w'’-]+ ){0,4}£\s?[\d,.]+(?:[^\w£]+[\w'’]+){0,4}\W*")
"""An item and its sum, and no more."""
LEAST_TOLD = 4
"""Words of an answer that tell an effect because the form asks for it: fewer only name what was bought, or praise."""


@dataclass(frozen=True, slots=True)
class _Spend:
    """What is told of one item of last term's spend. ``review``: beside the target that it was for, whose wording is
    left out."""

    spans: tuple[Span, ...]
    pounds: float
    review: bool = False


@once
def _spend_by_item(reading: Reading) -> tuple[_Spend, ...]:
    """The reviews of last term's targets that speak of money, and the rows of other sums of last term's."""
    plan = reading.plan
    new = {span for target in plan.targets for span in target.row}
    old = [item.review for item in plan.previous_targets if _speaks(reading, item.review, "spend")]
    inside = {span for row in old for span in row}
    reviews = [_Spend(row, _pounds(reading, row), review=True) for row in old]
    sums = [
        _Spend(answers, line.amount or _pounds(reading, row), review=bool(inside & set(row)))
        for line in plan.premium
        if line.when == "last" and line.span not in new
        for row in [row_of(reading, line.span)]
        if (answers := tuple(span for span in row if not _is_asked(reading, span)))
    ]
    return (*sums, *reviews)


@once
def _spend_told(reading: Reading) -> tuple[_Spend, ...]:
    """The passages that speak of the premium and not of what is planned."""
    new = {span for target in reading.plan.targets for span in target.row}
    return tuple(
        _Spend((passage,), _pounds(reading, (passage,)))
        for span in answer_spans(reading, *MONEY)
        for passage in _on_spend(reading, span)
        if _of_last_term(reading, span) or (span not in new and not _speaks(reading, (passage,), "planned"))
    )


def _is_asked(reading: Reading, span: Span) -> bool:
    """Whether these are the form's words or those of an old target: they hope for an effect, and tell of none."""
    return span.end <= _asked(reading).get(span.start, 0)


@once
def _asked(reading: Reading) -> dict[int, int]:
    """Where such words start, and where they end, with the colon behind a label."""
    plan = reading.plan
    words = (*(item.label for item in plan.fields), *(target.wording for target in plan.previous_targets))
    return {span.start: span.end + 1 for span in words}


def _pounds(reading: Reading, spans: tuple[Span, ...]) -> float:
    return sum(amount(text) or 0.0 for span in spans if "£" in (text := reading.plan.quote(span)))


@once
def _impact_spans(reading: Reading) -> tuple[tuple[Span, bool, float], ...]:
    """Passages that tell the effect of last term's spend, whether in figures, and of how many pounds (0: not said):
    beside its sums and targets; where nothing is told there, wherever the premium is spoken of."""
    return _impact_of(reading, _spend_by_item(reading)) or _impact_of(reading, _spend_told(reading))


def _impact_of(reading: Reading, spent: tuple[_Spend, ...]) -> tuple[tuple[Span, bool, float], ...]:
    found: dict[Span, tuple[bool, float]] = {}
    for spend in spent:
        told = [span for span in spend.spans if _tells_effect(reading, span)]
        said = [span for span in spend.spans if spend.review or span != spend.spans[0] or span in told]
        measured = [span for span in said if tells_in_figures(reading.plan.quote(span))]
        if told or (spend.review and measured):
            with_sum = [span for span in told if "£" in reading.plan.quote(span)]  # told of the sum itself
            weighed = with_sum or (said if spend.review else told)
            longest = max(said, key=lambda span: span.end - span.start)
            found.setdefault(longest, (any(span in measured for span in weighed), spend.pounds))
    return tuple((span, in_figures, pounds) for span, (in_figures, pounds) in found.items())


def _on_spend(reading: Reading, span: Span) -> tuple[Span, ...]:
    """What of an answer speaks of the premium: all where its part, its label or the row's first cell (the topic of a
    minute) does, or where a sum stands beside last term's targets; else each sentence that names it, and the next."""
    plan = reading.plan
    section = plan.section_at(span.start)
    kind = section.kind if section else None
    labels = _label_of(reading, span)
    named = (*labels, *(cell for cell in row_of(reading, span)[:1] if cell != span))
    asked = kind is Kind.PREMIUM and any(cues("premium_words")["effect_asked"].stands_at(plan, at) for at in labels)
    if asked or _speaks(reading, named, "premium") or (kind is Kind.PREVIOUS_TARGETS and "£" in plan.quote(span)):
        return (span,)
    if not _speaks(reading, (span,), "premium"):
        return ()
    if kind in (Kind.PREMIUM, Kind.PREVIOUS_TARGETS):
        return (span,)
    sentences = [Span(*pair) for pair in statement_spans(reading, span)]
    naming = [at for at, sentence in enumerate(sentences) if _speaks(reading, (sentence,), "premium")]
    return tuple(Span(sentences[at].start, sentences[min(at + 1, len(sentences) - 1)].end) for at in naming)


def _of_last_term(reading: Reading, span: Span) -> bool:
    """Whether the label of this answer says that the money has gone already, wherever it stands."""
    return any(cues("premium_words")["spent"].stands_at(reading.plan, label) for label in _label_of(reading, span))


def _label_of(reading: Reading, span: Span) -> tuple[Span, ...]:
    """The label of the form whose answer holds the passage, if any."""
    return tuple(
        field.label for field in reading.plan.fields if field.value.start <= span.start and span.end <= field.value.end
    )[:1]


def _tells_effect(reading: Reading, span: Span) -> bool:
    """Whether the words tell of an effect, or answer where the form asks for it with more than a mark, what was bought
    or that it is too soon to say; what is only hoped for is none."""
    plan, words = reading.plan, cues("premium_words")
    head, labels = column_head(reading, span), [plan.quote(label) for label in _label_of(reading, span)]
    if any(has_word(asked, "hoped") for asked in (head, *labels)):
        return False
    if cues("review")["effect"].stands_at(plan, span) or words["outcome"].stands_at(plan, span):
        return True
    answer = plan.quote(span).strip(" .")
    told_in = words["effect_column"].stands_in(head) or (
        any(map(words["effect_asked"].stands_in, labels)) and len(answer.split()) >= LEAST_TOLD
    )
    return told_in and not (
        cues("review")["status"].pattern.fullmatch(answer)
        or words["nothing_told"].stands_in(answer)
        or _BOUGHT.fullmatch(answer)
    )


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
    return Answer("quantified" if in_figures * 2 > sum(weight for weight, _ in weights) else "some", evidence)
