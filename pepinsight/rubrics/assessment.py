"""A rubric's answer for one plan: each section's level by rule, the criteria met and not met, and the overall."""

from __future__ import annotations

from dataclasses import dataclass

from pepinsight.evidence import Findings


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
class SectionRating:
    """A section's level by rule. ``unsure`` is True when a small change in what was counted would move the level;
    ``likely`` then names both levels, best first. ``not_in_file`` marks a section that a part print does not hold."""

    id: str
    title: str
    rule_level: str
    unsure: bool
    likely: tuple[str, ...]
    criteria: tuple[CriterionResult, ...]
    not_in_file: bool = False


@dataclass(frozen=True, slots=True)
class Overall:
    """The overall judgement by the rubric's roll-up."""

    level: str
    label: str
    colour: str
    reason: str


@dataclass(frozen=True)
class Assessment:
    """A plan rated by one rubric. A rubric that does not cover the phase has ``applies`` False and says why.

    ``rules`` is the fingerprint of the rubric's tests (``Rubric.rules``)."""

    rubric: str
    version: str
    applies: bool
    message: str | None
    sections: tuple[SectionRating, ...]
    overall: Overall | None
    findings: Findings
    rules: str = ""
