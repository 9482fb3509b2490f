"""Which statements of a part say a thing: the cue lists of ``data/sections.yaml`` over a plan's sections."""

from __future__ import annotations

import re

from pepinsight.evidence.cues import cues
from pepinsight.evidence.detail import statements
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, Shown
from pepinsight.plan import Field, Span
from pepinsight.plan import SectionKind as Kind

_DIGIT = re.compile(r"\d")


@once
def said(reading: Reading, cue: str, *kinds: Kind, file: str = "sections") -> tuple[Span, ...]:
    """The statements of these sections in which a cue of this list (of ``data/<file>.yaml``) stands.

    An answer is read with its label: "Documents attached: EHCP" speaks of what is attached, unless it answers "no".
    Of options with boxes the ticked one is the answer.
    """
    pattern = cues(file)[cue]
    asked = _asked(reading, cue, file)
    if not asked:
        return pattern.among(reading.plan, _passages(reading, *kinds))
    open_answers = [value for value in asked if not says_none(reading, value)]
    return tuple(
        statement
        for statement, answer in statements(reading, *kinds)
        if pattern.stands_at(reading.plan, statement)
        or any(answer.start <= value.start and value.end <= answer.end for value in open_answers)
    )


@once
def _passages(reading: Reading, *kinds: Kind) -> list[Span]:
    return [statement for statement, _ in statements(reading, *kinds)]


@once
def _asked(reading: Reading, cue: str, file: str) -> frozenset[Span]:
    """The answers to labels in which the cue stands, other than refusals and those that only look like the cue."""
    pattern, refusal = cues(file)[cue], cues("sections")["refusal"]
    plan = reading.plan
    if not pattern.may_stand_within(plan, 0, len(plan.document.text)):
        return frozenset()
    answers = _answers_by_label(reading)
    return frozenset(
        value
        for label in pattern.among(plan, tuple(answers))
        for value in answers[label]
        if not refusal.pattern.fullmatch(plan.quote(value).strip(" ."))
        and not (pattern.exceptions and pattern.exceptions.search(plan.quote(value)))
    )


@once
def _answers_by_label(reading: Reading) -> dict[Span, list[Span]]:
    """What was answered to each label, the labels in reading order."""
    answers: dict[Span, list[Span]] = {}
    for item in sorted(reading.plan.fields, key=lambda item: item.label.start):
        if not item.blank:
            answers.setdefault(item.label, []).append(item.value)
    return answers


def holds(reading: Reading, span: Span, cue: str) -> bool:
    """Whether a cue of this list stands in the passage."""
    return cues("sections")[cue].stands_at(reading.plan, span)


def says_none(reading: Reading, span: Span) -> bool:
    """Whether an answer opens by saying that there is none, whatever explanation follows it."""
    opening = re.split(r"[.,;:(☒☑]|\s[-–—]\s", reading.plan.quote(span).strip(), maxsplit=1)[0]
    return bool(cues("sections")["refusal"].pattern.fullmatch(opening.strip()))


def with_figure(reading: Reading, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Those of the passages that hold a digit."""
    return tuple(span for span in spans if _DIGIT.search(reading.plan.quote(span)))


def filled(reading: Reading, *kinds: str) -> Field | None:
    """The first field of one of these kinds that is answered."""
    for kind in kinds:
        found = reading.plan.field(kind)
        if found is not None and not found.blank:
            return found
    return None


def shown(spans: tuple[Span, ...], rule: str, reason: str) -> tuple[Shown, ...]:
    """The passages as evidence."""
    return tuple(Shown(span, rule, reason) for span in spans)


def counted(spans: tuple[Span, ...], rule: str, reason: str) -> Answer:
    """How many passages, with the passages as evidence."""
    return Answer(len(spans), shown(spans, rule, reason))


def whether(spans: tuple[Span, ...], rule: str, reason: str) -> Answer:
    """True where there is a passage, with the passages as evidence."""
    return Answer(bool(spans), shown(spans, rule, reason))
