"""A rubric's levels in words: what a level is called, its colour, and which of them a section can have."""

from __future__ import annotations

from pepinsight.rubrics import Rubric
from pepinsight.ui import theme

NOT_APPLICABLE = "NA"


def label(rubric: Rubric, level: str) -> str:
    """The level's name in the rubric's words."""
    if level == NOT_APPLICABLE:
        return "Does not apply"
    return next((one.label for one in rubric.data.levels if one.id == level), level)


def pill(rubric: Rubric, level: str, settled: bool = False, not_in_file: bool = False) -> str:
    """The level as HTML: colour, short name and words; ``settled`` when a person decided on it."""
    if not_in_file:
        return theme.pill("Not in this file", "grey")
    colour = next((one.colour for one in rubric.data.levels if one.id == level), "grey")
    return theme.pill(label(rubric, level), colour, level, settled)


def lowest(rubric: Rubric) -> tuple[str, ...]:
    """The level that a person must always look at themselves."""
    return rubric.levels[-1:]


def open_to(rubric: Rubric, section: str) -> tuple[str, ...]:
    """The levels that a person may give this section, best first; that it does not apply is always among them."""
    asked, bonus = rubric.section(section).levels, set(rubric.levels) - set(rubric.graded_levels)
    given = [level for level in rubric.levels if level in asked or level in bonus or level == rubric.levels[-1]]
    return (*given, NOT_APPLICABLE)
