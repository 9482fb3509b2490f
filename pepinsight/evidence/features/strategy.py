"""What is done about what is not going well: gaps in learning, targets not met, a high SDQ (seed 002, lines 131, 174,
229 and 381)."""

from __future__ import annotations

import re

from pepinsight.evidence.cues import cues
from pepinsight.evidence.detail import answer_spans, facts_in, statement_spans
from pepinsight.evidence.features.topic import MINUTES, raised_in
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, feature
from pepinsight.evidence.said import counted, said, shown
from pepinsight.plan import PreviousTarget, Span
from pepinsight.plan import SectionKind as Kind

SDQ = (Kind.SDQ, Kind.CARE, Kind.SEMH)
PAST = (Kind.PREVIOUS_TARGETS, Kind.TARGETS, Kind.MEETING)
_TOTAL = re.compile(r"(?:\b(?:total|score)\b[^\d\n]{0,30}|^\s*)(\d{1,2})(?![\d/.])(?!\s*(?:st|nd|rd|th)\b)", re.I)
MOST_SDQ = 40
"""The questionnaire's highest total."""
EXPLAINED_WORDS = 6
"""Words beside a target that was not met from which the row says more than its status."""


def _stands_in(reading: Reading, cue: str, span: Span) -> bool:
    return cues("strategies")[cue].stands_at(reading.plan, span)


@feature(
    "attainment_strategies",
    type=int,
    unit="statements",
    looked_in=(Kind.ATTAINMENT, *MINUTES),
    describes="help to close a gap in learning",
    source="seed 002, lines 229 and 381",
)
def attainment_strategies(reading: Reading) -> Answer:
    """Statements of the attainment part that name help, and those of the minutes that raise attainment and name it."""
    here = said(reading, "learning_help", Kind.ATTAINMENT, file="strategies")
    minutes = raised_in(reading, "attainment", *MINUTES)
    helped = (*here, *(span for span in minutes if _stands_in(reading, "learning_help", span)))
    return counted(tuple(dict.fromkeys(helped)), "learning_help", "Help to close a gap in learning.")


@once
def _not_met(reading: Reading) -> tuple[PreviousTarget, ...]:
    """Last term's targets that are said not to be fully met."""
    return tuple(
        old
        for old in reading.plan.previous_targets
        if not old.is_action and any(_stands_in(reading, "not_met", span) for span in old.review)
    )


@feature(
    "previous_targets_not_met",
    type=int,
    unit="targets",
    looked_in=PAST,
    describes="targets of last term that were not fully met",
    source="seed 002, line 131",
)
def previous_targets_not_met(reading: Reading) -> Answer:
    return counted(tuple(old.wording for old in _not_met(reading)), "not_met", "This target was not fully met.")


@feature(
    "previous_targets_not_met_explained",
    type=int,
    unit="targets",
    looked_in=PAST,
    describes="targets not fully met with an explanation and a next step",
    source="seed 002, line 131",
)
def previous_targets_not_met_explained(reading: Reading) -> Answer:
    """Rows that tell more than a status, and what follows."""
    spans = []
    for old in _not_met(reading):
        told = " ".join(reading.plan.quote(span) for span in old.review)
        if cues("strategies")["next_step"].stands_in(told) and len(told.split()) >= EXPLAINED_WORDS:
            spans.append(max(old.review, key=lambda span: span.end - span.start))
    return counted(tuple(spans), "not_met_explained", "Says why the target was not met and what follows.")


@feature(
    "sdq_score",
    type=int,
    unit="points",
    looked_in=SDQ,
    describes="the total of the Strengths and Difficulties Questionnaire",
    source="seed 002, line 174",
)
def sdq_score(reading: Reading) -> Answer:
    """The number that opens the answer, or that follows "total" or "score"; None where none is given."""
    asked = [item.value for item in reading.plan.fields if item.kind in ("sdq", "sdq_score") and not item.blank]
    named = cues("sections")["sdq"]
    told = [span for span in answer_spans(reading, *SDQ) if named.stands_at(reading.plan, span)]
    for span in (*asked, *told):
        match = _TOTAL.search(reading.plan.quote(span))
        if match is not None and int(match[1]) <= MOST_SDQ:
            return Answer(int(match[1]), shown((span,), "sdq", "The score is given here."))
    return Answer(None)


@feature(
    "sdq_advice",
    type=int,
    unit="passages",
    looked_in=SDQ,
    describes="advice for school from the Strengths and Difficulties Questionnaire",
    source="seed 002, line 174",
)
def sdq_advice(reading: Reading) -> Answer:
    """Answers to a question for such advice, and passages that give it."""
    sdq, helps, plan = cues("sections")["sdq"], cues("strategies")["sdq_help"], reading.plan
    asked = tuple(
        item.value
        for item in reading.plan.fields_of(*SDQ)
        if not item.blank
        and (helps.stands_at(plan, item.label) or (item.kind == "sdq" and helps.stands_at(plan, item.value)))
    )
    told = tuple(
        span for span in answer_spans(reading, *SDQ) if sdq.stands_at(plan, span) and helps.stands_at(plan, span)
    )
    return counted(tuple(dict.fromkeys((*asked, *told))), "sdq_advice", "Advice that follows from the questionnaire.")


@feature(
    "progress_from_start",
    type=int,
    unit="statements",
    looked_in=(Kind.ATTAINMENT, *PAST, Kind.EDUCATION, Kind.SEND),
    describes="progress told from a starting point",
    source="seed 002, line 416",
)
def progress_from_start(reading: Reading) -> Answer:
    """Statements that set a figure beside an earlier one, in words; targets' own baselines are not progress made."""
    new = {span for target in reading.plan.targets for span in target.row}
    made = cues("strategies")["progress_made"]
    spans = tuple(
        Span(start, end)
        for span in answer_spans(reading, Kind.ATTAINMENT, *PAST, Kind.EDUCATION, Kind.SEND)
        if span not in new
        for start, end in statement_spans(reading, span)
        if made.stands_at(reading.plan, Span(start, end)) and re.search(r"\d", reading.plan.document.text[start:end])
    )
    return counted(tuple(dict.fromkeys(spans)), "progress_made", "Progress is told from an earlier point.")


@feature(
    "targets_accountable",
    type=int,
    unit="targets",
    looked_in=(Kind.TARGETS,),
    describes="new targets that say who does what",
    source="seed 002, lines 106 and 421",
)
def targets_accountable(reading: Reading) -> Answer:
    """New targets with a person's column, or whose actions name a person or a role."""
    done_by, plan = cues("strategies")["done_by"], reading.plan
    found = []
    for target in plan.targets:
        parts = dict(target.parts)
        actions = [plan.quote(span) for span in target.row if span != target.wording]
        named = any(
            done_by.stands_in(text) or any(fact.isalpha() for fact in facts_in(reading, text)) for text in actions
        )
        if "who" in parts or named:
            found.append(parts.get("who") or target.wording)
    return counted(tuple(found), "accountable", "Says who does what.")
