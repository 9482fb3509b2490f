"""The overall judgement from the sections' levels: the first outcome of the rubric that holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from pepinsight.rubrics.assessment import Overall
from pepinsight.rubrics.expression import Expression
from pepinsight.rubrics.vocabulary import LevelFacts

if TYPE_CHECKING:
    from pepinsight.rubrics.rubric import RubricData


def roll_up(data: RubricData, when: Mapping[tuple[str, ...], Expression], levels: Mapping[str, str]) -> Overall:
    """The outcome for ``levels`` (section id to level id, "NA" left out of counts); "NA" when none has a level."""
    facts = LevelFacts(levels)
    if not any(level != "NA" for level in levels.values()):
        return Overall("NA", "No judgement", "grey", "No section has a level.")
    for outcome in data.overall.outcomes:
        condition = when.get(("overall", outcome.level))
        if condition is None or condition.holds(facts):
            counts = Counter(levels.values())
            counted = ", ".join(f"{counts[level.id]} {level.label}" for level in data.levels if counts[level.id])
            return Overall(outcome.level, outcome.label, outcome.colour, f"{outcome.says} Sections: {counted}.")
    raise AssertionError("the last outcome has no condition")  # the reader of rubrics sees to it
