"""A rubric's answer for one plan: each section's level by rule, the criteria met and not met, and the overall."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pepinsight.evidence import Findings
from pepinsight.rubrics.rubric_file import RubricData


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """One criterion, in the rubric's plain words, and whether it is met; ``met`` is None when it cannot be told.

    ``level`` is the level that asks for it. ``evidence`` are ids into ``findings.evidence``.
    ``reason`` says in one sentence what was found, or what was looked for and where.
    """

    id: str
    level: str
    says: str
    met: bool | None
    reason: str
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One point of a list that informs and rates nothing: yes, no, or None where it cannot be told.

    ``about`` is the heading that it stands under in the rubric file. ``evidence`` are ids into ``findings.evidence``.
    """

    id: str
    says: str
    met: bool | None
    reason: str
    evidence: tuple[int, ...]
    about: str = ""
    advice: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class SectionRating:
    """A section's level by rule. ``unsure`` is True when a small change in what was counted would move the level;
    ``likely`` then names both levels, best first. ``not_in_file`` marks a section that a part print does not hold.

    Where ``rule_level`` is a bonus level (such as gold), ``bonus_on`` is the level beneath, whose criteria are met too.
    ``of_overall`` marks what the overall judgement itself asks for: a person confirms it like a section.
    ``part_found`` is False where nothing in the file was recognised as a part that the section reads: either the form
    does not ask, or it asks in a way that was not understood.
    """

    id: str
    title: str
    rule_level: str
    unsure: bool
    likely: tuple[str, ...]
    criteria: tuple[CriterionResult, ...]
    not_in_file: bool = False
    bonus_on: str | None = None
    of_overall: bool = False
    part_found: bool = True

    @property
    def without_bonus(self) -> SectionRating:
        """The same rating at the level beneath its bonus."""
        return self if self.bonus_on is None else replace(self, rule_level=self.bonus_on, bonus_on=None)


UNDECIDED = "undecided"
"""The overall's level where the rubric's roll-up leaves a combination of levels open."""


@dataclass(frozen=True, slots=True)
class Overall:
    """The overall judgement by the rubric's roll-up; ``nearest`` are the outcomes on either side when it is
    ``UNDECIDED``: where the lowest sections rise, and where the highest fall; in the rubric's order."""

    level: str
    label: str
    colour: str
    reason: str
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True)
class Assessment:
    """A plan rated by one rubric. A rubric that does not cover the phase has ``applies`` False and says why.

    A file that only lists checks has no sections and no overall. ``rules`` is the fingerprint of the rubric's tests
    (``Rubric.rules``), ``file`` the rubric itself as it stood."""

    rubric: str
    version: str
    applies: bool
    message: str | None
    sections: tuple[SectionRating, ...]
    overall: Overall | None
    findings: Findings
    rules: str = ""
    checks: tuple[CheckResult, ...] = ()
    file: RubricData | None = field(default=None, repr=False)
