"""A suggestion: what pepinsight puts before a person. It is never a rating."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pepinsight.rubrics.assessment import Assessment, CriterionResult, Overall

PART_NOT_FOUND = "No part of this file was recognised as this one. Look for it before you decide."
"""What a person is told of a section whose ``part_found`` is False."""


@dataclass(frozen=True, slots=True)
class SectionSuggestion:
    """A section's suggested level beside the rule's. ``confidence`` (0 to 1) and ``probabilities`` (by level) are None
    while no trained model stands behind the section; ``moved_by`` then is empty, else the features behind a move.

    Where ``suggested`` is a bonus level (such as gold), ``bonus_on`` is the level beneath it: the chances are that
    level's. ``of_overall`` and ``part_found`` are as in ``SectionRating``. ``switched_off_by`` is who ruled that the
    section's suggestions are not to be shown here, since they did not agree with officers' levels well enough; its
    evidence still is."""

    id: str
    title: str
    rule_level: str
    suggested: str
    unsure: bool
    likely: tuple[str, ...]
    confidence: float | None
    probabilities: Mapping[str, float] | None
    moved_by: tuple[str, ...]
    criteria: tuple[CriterionResult, ...]
    not_in_file: bool = False
    bonus_on: str | None = None
    of_overall: bool = False
    part_found: bool = True
    switched_off_by: str | None = None

    @property
    def graded(self) -> str:
        """The suggested level without a bonus, as labels give it."""
        return self.bonus_on or self.suggested


@dataclass(frozen=True)
class Suggestion:
    """An assessment with its suggested levels and the overall judgement that they would lead to.

    ``made_with`` names the versions of the ``rubric``, of its ``rules`` (what is tested, not how it is worded), and of
    the ``model`` ("none" where none stands behind it).
    """

    assessment: Assessment
    sections: tuple[SectionSuggestion, ...]
    overall: Overall | None
    made_with: Mapping[str, str] = field(default_factory=dict)
