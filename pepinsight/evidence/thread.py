"""The golden thread: which words elsewhere in the plan a new target answers.

Similarity is the cosine of character 3- to 5-grams (TF-IDF over the plan's own passages): inflection and misspelling
leave it nearly untouched, and it needs no trained model.
"""

from __future__ import annotations

import re

import numpy as np

from pepinsight.evidence.detail import statements
from pepinsight.evidence.likeness import Numbers, likeness
from pepinsight.evidence.reading import Reading, once
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span

NEEDS = (Kind.VIEWS, Kind.CARER, Kind.ATTENDANCE, Kind.ATTAINMENT, Kind.SEND, Kind.SEMH, Kind.EXCLUSIONS,
         Kind.PART_TIME, Kind.CAREERS, Kind.TRANSITION, Kind.MEETING, Kind.EDUCATION, Kind.PREVIOUS_TARGETS,
         Kind.SDQ, Kind.CARE_PLAN, Kind.ACHIEVEMENTS)  # fmt: skip
"""Where a need, a wish or a datum may stand that a target answers."""


@once
def links(reading: Reading, passages: tuple[Span, ...]) -> tuple[tuple[float, Span | None], ...]:
    """For each new target how near its row comes to the passages, and the nearest of them.

    Nearness is the mean similarity (0 to 1) of the three nearest passages: one chance likeness does not carry it.
    Names of the child and figures are left out, since every passage shares them.
    """
    if not reading.plan.targets or not passages:
        return tuple((0.0, None) for _ in reading.plan.targets)
    likeness = _likeness(reading, [reading.plan.quote(span) for span in passages])
    best = likeness.argmax(axis=1)
    nearest = np.sort(likeness, axis=1)[:, -NEAREST:].mean(axis=1)
    return tuple((float(nearest[row]), passages[column]) for row, column in enumerate(best))


@once
def nearness_to_all(reading: Reading, passages: tuple[Span, ...]) -> tuple[float, ...]:
    """For each new target how near its row comes to the passages taken together (0 to 1), names and figures left out.

    Where they are one person's words this is the better measure: a wish may be spread over several short answers.
    """
    if not reading.plan.targets or not passages:
        return (0.0,) * len(reading.plan.targets)
    texts = [reading.plan.quote(span) for span in passages]
    return tuple(float(value) for value in _likeness(reading, [*texts, " ".join(texts)])[:, -1])


def _likeness(reading: Reading, texts: list[str]) -> Numbers:
    """The cosine of each new target's row (first axis) and each text (second)."""
    plan = reading.plan
    rows = [" ".join(plan.quote(span) for span in target.row) for target in plan.targets]
    shared = re.compile("|".join([*(rf"\b{re.escape(name)}\b" for name in plan.child.names), r"\d[\d./:%]*"]))
    return likeness([shared.sub(" ", text) for text in rows], [shared.sub(" ", text) for text in texts])


NEAREST = 3


def relevance(reading: Reading) -> tuple[float, ...]:
    """How near each target comes to needs, wishes and data elsewhere in the plan."""
    return tuple(score for score, _ in links(reading, needs(reading)))


def answered(reading: Reading) -> tuple[Span | None, ...]:
    """The passage elsewhere in the plan that each target comes nearest to."""
    return tuple(passage for _, passage in links(reading, needs(reading)))


@once
def needs(reading: Reading) -> tuple[Span, ...]:
    """The statements elsewhere in the plan that a target may answer."""
    rows = {span for target in reading.plan.targets for span in (target.wording, *target.row)}
    return tuple(
        statement
        for statement, answer in statements(reading, *NEEDS)
        if statement.end - statement.start > 12 and answer not in rows
    )
