"""A rubric that has been read and checked: what it makes of a plan, and of its sections' levels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from pepinsight.evidence import Findings
from pepinsight.rubrics.assessment import Assessment, CheckResult, Overall, SectionRating
from pepinsight.rubrics.expression import Expression, did_you_mean
from pepinsight.rubrics.rate import check, rate
from pepinsight.rubrics.rollup import roll_up
from pepinsight.rubrics.rubric_file import NOT_APPLICABLE, RubricData, SectionData

TEMPLATE = "This is a template: its criteria are yours to write, in a copy of your own (pepinsight rubric new)."


@dataclass(frozen=True)
class Rubric:
    """A rubric that has been read and checked. ``when`` holds its expressions by the place where they stand."""

    data: RubricData
    when: Mapping[tuple[str, ...], Expression]

    @property
    def id(self) -> str:
        """The rubric's id, such as "birmingham"."""
        return self.data.id

    @property
    def levels(self) -> tuple[str, ...]:
        """The ids of the levels, best first, "NA" left out."""
        return tuple(level.id for level in self.data.levels)

    @property
    def graded_levels(self) -> tuple[str, ...]:
        """The levels without those that are a bonus: what labels give and models learn."""
        return tuple(level.id for level in self.data.levels if not level.bonus)

    @cached_property
    def rules(self) -> str:
        """A fingerprint of all that decides a level: expressions, settings, margin and levels, but no wording."""
        data = self.data
        tests = [
            (
                section.id,
                section.applies,
                [(level, [one.when for one in section.levels[level]]) for level in section.levels],
            )
            for section in data.sections
        ]
        decides: tuple[object, ...] = (self.levels, data.margin, sorted(data.settings.items()), tests)
        if self.levels != self.graded_levels:
            decides += (self.graded_levels,)
        return sha256(repr(decides).encode()).hexdigest()[:12]

    @property
    def kind(self) -> str:
        """ "rubric" when it rates, "checklist" when it only lists checks, "template" when it is there to be copied."""
        return "template" if self.data.template else "rubric" if self.data.sections else "checklist"

    def section(self, id: str) -> SectionData:
        """The section called ``id``. Raises KeyError."""
        for section in self.data.sections:
            if section.id == id:
                return section
        raise KeyError(id)

    def covers(self, phase: str | None) -> bool:
        """Whether it is for this phase; a phase that nobody knows is not turned away."""
        return phase is None or phase in self.data.phases

    def rate(self, findings: Findings) -> Assessment:
        """Each section's level by rule and the overall judgement; no levels where the phase is another's."""
        data = self.data
        if data.template or not self.covers(findings.plan.phase):
            return self._assessed(findings, False, TEMPLATE if data.template else data.does_not_cover)
        checks = tuple(filter(None, (check(data, item, self.when, findings) for item in data.checks)))
        if not data.sections:
            return self._assessed(findings, True, None, checks=checks)
        sections = tuple(rate(data, section, self.when, findings) for section in data.sections)
        part = any(section.not_in_file for section in sections)
        overall = None if part else self.overall({section.id: section.rule_level for section in sections})
        message = "This file holds only a part of a PEP, so there is no overall judgement." if part else None
        return self._assessed(findings, True, message, sections, overall, checks)

    def _assessed(
        self,
        findings: Findings,
        applies: bool,
        message: str | None,
        sections: tuple[SectionRating, ...] = (),
        overall: Overall | None = None,
        checks: tuple[CheckResult, ...] = (),
    ) -> Assessment:
        id, version = self.data.id, self.data.version
        return Assessment(id, version, applies, message, sections, overall, findings, self.rules, checks, self.data)

    def overall(self, levels: Mapping[str, str]) -> Overall:
        """The overall judgement for sections' levels, suggested or confirmed; "NA" when no section has a level.

        Raises ValueError for a section or level that the rubric does not have.
        """
        sections = [section.id for section in self.data.sections]
        for section, level in levels.items():
            if section not in sections:
                raise ValueError(f"{self.data.id} has no section '{section}'{did_you_mean(section, sections)}")
            if level not in (*self.levels, NOT_APPLICABLE):
                raise ValueError(f"{self.data.id} has no level '{level}'{did_you_mean(level, self.levels)}")
        return roll_up(self.data, self.when, levels)
