"""A section's level by rule, and whether a small change in what was counted would move it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pepinsight.evidence import Findings
from pepinsight.plan import PlanKind
from pepinsight.rubrics.assessment import CriterionResult, SectionRating
from pepinsight.rubrics.expression import Expression
from pepinsight.rubrics.reasons import evidence_behind, reason
from pepinsight.rubrics.vocabulary import PlanFacts

if TYPE_CHECKING:
    from pepinsight.rubrics.rubric import RubricData, SectionData

When = Mapping[tuple[str, ...], Expression]


def rate(data: RubricData, section: SectionData, when: When, findings: Findings) -> SectionRating:
    """The best level all of whose criteria are met; "NA" where the section does not apply or is not in the file.

    Where it cannot be told whether the section applies, it is rated and called unsure.
    """
    plan = findings.plan
    facts = PlanFacts(findings, data.settings)
    if plan.kind is PlanKind.SINGLE_TAB and section.reads and not plan.has(*section.reads):
        return SectionRating(section.id, section.title, "NA", False, ("NA",), (), not_in_file=True)
    condition = when.get((section.id, "applies"))
    applies = condition is None or condition.holds(facts)
    if applies is False:
        return SectionRating(section.id, section.title, "NA", False, ("NA",), ())
    levels = [level.id for level in data.levels]
    level = _level(section, levels, when, facts)
    likely = _likely(section, levels, when, facts, level, data.margin)
    if applies is None and len(likely) == 1:
        likely = (level, "NA")
    criteria = tuple(
        CriterionResult(
            criterion.id,
            asked,
            criterion.says,
            when[section.id, asked, criterion.id].holds(facts),
            reason(when[section.id, asked, criterion.id], facts),
            evidence_behind(when[section.id, asked, criterion.id], findings),
        )
        for asked in levels
        for criterion in section.levels.get(asked, [])
    )
    return SectionRating(section.id, section.title, level, len(likely) > 1, likely, criteria)


def _level(
    section: SectionData, levels: list[str], when: When, facts: PlanFacts, slack: float = 0.0, untold: bool = False
) -> str:
    """The level by rule, with thresholds eased by ``slack``; ``untold`` is what to take for "cannot tell"."""
    for level in levels[:-1]:
        criteria = section.levels.get(level, [])
        met = [when[section.id, level, criterion.id].holds(facts, slack) for criterion in criteria]
        if criteria and all(untold if answer is None else answer for answer in met):
            return level
    return levels[-1]


def _likely(
    section: SectionData, levels: list[str], when: When, facts: PlanFacts, level: str, margin: float
) -> tuple[str, ...]:
    """The level alone, or with the one that the smallest change would move it to, best first.

    Half the margin is tried before the whole of it, and the harder reading before the easier one.
    """
    for slack in (-margin / 2, margin / 2, -margin, margin):
        moved = _level(section, levels, when, facts, slack)
        if moved != level:
            return tuple(sorted((level, moved), key=levels.index))
    moved = _level(section, levels, when, facts, untold=True)
    return (level,) if moved == level else tuple(sorted((level, moved), key=levels.index))
