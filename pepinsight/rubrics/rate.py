"""A section's level by rule, whether a small change in what was counted would move it, and lists of checks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from pepinsight.evidence import Findings
from pepinsight.plan import PlanKind
from pepinsight.rubrics.assessment import CheckResult, CriterionResult, SectionRating
from pepinsight.rubrics.expression import Expression
from pepinsight.rubrics.reasons import evidence_behind, reason
from pepinsight.rubrics.vocabulary import PlanFacts

if TYPE_CHECKING:
    from pepinsight.rubrics.rubric_file import CheckData, RubricData, SectionData

When = Mapping[tuple[str, ...], Expression]


class _Answers:
    """What each expression comes to on one plan: a section is rated several times over, with thresholds moved."""

    def __init__(self, facts: PlanFacts) -> None:
        self.facts = facts
        self._known: dict[tuple[str, float], bool | None] = {}

    def holds(self, test: Expression, slack: float = 0.0) -> bool | None:
        """As ``Expression.holds``."""
        asked = (test.text, slack if test.has_numbers else 0.0)
        if asked not in self._known:
            self._known[asked] = test.holds(self.facts, slack)
        return self._known[asked]


def rate(data: RubricData, section: SectionData, when: When, findings: Findings) -> SectionRating:
    """The best level all of whose criteria are met; "NA" where the section does not apply or is not in the file.

    Where it cannot be told whether the section applies, it is rated and called unsure.
    """
    plan = findings.plan
    facts = PlanFacts(findings, data.settings)
    part_found = not section.reads or plan.has(*section.reads)
    if plan.kind is PlanKind.SINGLE_TAB and not part_found:
        return _not_rated(section, not_in_file=True)
    condition = when.get((section.id, "applies"))
    applies = condition is None or condition.holds(facts)
    if applies is False:
        return _not_rated(section)
    levels = [level.id for level in data.levels]
    graded = [level.id for level in data.levels if not level.bonus]
    answers = _Answers(facts)
    level = _level(section, graded, when, answers)
    likely = _likely(section, graded, when, answers, level, data.margin)
    if applies is None and len(likely) == 1:
        likely = (level, "NA")
    bonus = _bonus(section, levels, graded, when, answers, level)
    criteria = tuple(
        CriterionResult(
            criterion.id,
            asked,
            criterion.says,
            answers.holds(when[section.id, asked, criterion.id]),
            reason(when[section.id, asked, criterion.id], facts),
            evidence_behind(when[section.id, asked, criterion.id], findings),
        )
        for asked in levels
        for criterion in section.levels.get(asked, [])
    )
    return SectionRating(
        section.id,
        section.title,
        bonus or level,
        len(likely) > 1,
        likely,
        criteria,
        bonus_on=level if bonus else None,
        of_overall=section.of_overall,
        part_found=part_found,
    )


def check(data: RubricData, item: CheckData, when: When, findings: Findings) -> CheckResult | None:
    """One point of a list that rates nothing: yes, no or cannot tell; None where it does not apply to this plan."""
    facts = PlanFacts(findings, data.settings)
    condition, test = when.get(("checks", item.id, "applies")), when.get(("checks", item.id))
    if condition is not None and condition.holds(facts) is False:
        return None
    told = partial(CheckResult, item.id, item.says, about=item.about, advice=item.advice, source=item.source)
    if test is None:
        return told(None, "pepinsight does not look for this: it is for a person to say.", ())
    if findings.plan.kind is PlanKind.SINGLE_TAB and item.reads and not findings.plan.has(*item.reads):
        return told(None, "This file does not hold that part of the plan.", ())
    return told(test.holds(facts), reason(test, facts), evidence_behind(test, findings))


def _not_rated(section: SectionData, not_in_file: bool = False) -> SectionRating:
    return SectionRating(
        section.id, section.title, "NA", False, ("NA",), (), not_in_file, of_overall=section.of_overall
    )


def _bonus(
    section: SectionData, levels: list[str], graded: list[str], when: When, answers: _Answers, level: str
) -> str | None:
    """The best bonus level that stands on ``level`` and all of whose own criteria are met."""
    at = levels.index(level)
    for one in levels[:at]:
        below = levels[levels.index(one) :]
        beneath = next((under for under in below if under in graded and section.levels.get(under)), levels[-1])
        criteria = [] if one in graded else section.levels.get(one, [])
        if beneath == level and criteria and all(answers.holds(when[section.id, one, item.id]) for item in criteria):
            return one
    return None


def _level(
    section: SectionData, levels: list[str], when: When, answers: _Answers, slack: float = 0.0, untold: bool = False
) -> str:
    """The level by rule, with thresholds eased by ``slack``; ``untold`` is what to take for "cannot tell"."""
    for level in levels[:-1]:
        criteria = section.levels.get(level, [])
        met = (answers.holds(when[section.id, level, criterion.id], slack) for criterion in criteria)
        if criteria and all(untold if answer is None else answer for answer in met):
            return level
    return levels[-1]


def _likely(
    section: SectionData, levels: list[str], when: When, answers: _Answers, level: str, margin: float
) -> tuple[str, ...]:
    """The level alone, or with the one that the smallest change would move it to, best first.

    Half the margin is tried before the whole of it, and the harder reading before the easier one.
    """
    for slack in (-margin / 2, margin / 2, -margin, margin):
        moved = _level(section, levels, when, answers, slack)
        if moved != level:
            return tuple(sorted((level, moved), key=levels.index))
    moved = _level(section, levels, when, answers, untold=True)
    return (level,) if moved == level else tuple(sorted((level, moved), key=levels.index))
