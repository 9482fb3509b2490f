"""The overall judgement from the sections' levels: the first outcome of the rubric that holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from pepinsight.rubrics.assessment import UNDECIDED, Overall
from pepinsight.rubrics.expression import Expression
from pepinsight.rubrics.vocabulary import LevelFacts

if TYPE_CHECKING:
    from pepinsight.rubrics.rubric_file import OutcomeData, RubricData

When = Mapping[tuple[str, ...], Expression]
Levels = Mapping[str, str]


def roll_up(data: RubricData, when: When, levels: Levels) -> Overall:
    """The outcome for ``levels`` (section id to level id, "NA" left out of counts); "NA" when none has a level.

    Where no outcome holds, the rule does not decide: the answer says so, with the counts and the nearest outcomes.
    """
    if not any(level != "NA" for level in levels.values()):
        return Overall("NA", "No judgement", "grey", "No section has a level.")
    counts = Counter(levels.values())
    counted = ", ".join(f"{counts[level.id]} {level.label}" for level in data.levels if counts[level.id])
    outcome = _outcome(data, when, levels)
    if outcome is not None:
        return Overall(outcome.level, outcome.label, outcome.colour, f"{outcome.says} Sections: {counted}.")
    near = _nearest(data, when, levels)
    labels = " or ".join(one.label for one in near)
    says = "The rule leaves these levels open, so a person decides."
    nearest = f" Nearest: {labels}." if near else ""
    reason = f"{says}{nearest} Sections: {counted}."
    return Overall(UNDECIDED, "The rule does not decide", "grey", reason, tuple(one.level for one in near))


def _outcome(data: RubricData, when: When, levels: Levels) -> OutcomeData | None:
    facts = LevelFacts(levels, tuple(level.id for level in data.levels))
    for outcome in data.overall.outcomes if data.overall else ():
        condition = when.get(("overall", outcome.level))
        if condition is None or condition.holds(facts):
            return outcome
    return None


def _nearest(data: RubricData, when: When, levels: Levels) -> list[OutcomeData]:
    """The judgements met first when the lowest sections rise a step at a time, and when the highest fall."""
    found = [_toward(data, when, levels, step) for step in (-1, 1)]
    return [outcome for outcome in data.overall.outcomes if outcome in found] if data.overall else []


def _toward(data: RubricData, when: When, levels: Levels, step: int) -> OutcomeData | None:
    order = [level.id for level in data.levels]
    while True:
        standing = {section: order.index(level) for section, level in levels.items() if level in order}
        section = (max if step < 0 else min)(standing, key=standing.__getitem__)
        if not 0 <= standing[section] + step < len(order):
            return None
        levels = {**levels, section: order[standing[section] + step]}
        outcome = _outcome(data, when, levels)
        if outcome is not None:
            return outcome
