"""How a rubric does on many plans: which levels it gave, and which criteria never or always made a difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pepinsight.rubrics.assessment import Assessment

Criterion = tuple[str, str, str]
"""A criterion's section, level and id."""


@dataclass(frozen=True)
class Tally:
    """Over ``rated`` plans: by section the number of each level (best first as they came), and by criterion how often
    it was met, not met, or could not be told. Plans where the section does not apply are left out of the latter."""

    rated: int
    levels: Mapping[str, Counter[str]]
    answers: Mapping[Criterion, Counter[bool | None]] = field(default_factory=dict)

    def always(self, answer: bool | None) -> list[Criterion]:
        """The criteria that had this answer wherever their section was rated."""
        return [one for one, counts in self.answers.items() if set(counts) == {answer}]


def tally(assessments: Sequence[Assessment]) -> Tally:
    """Count over plans that were assessed by the same rubric; those that it does not cover count for nothing."""
    rated = [one for one in assessments if one.applies]
    levels: dict[str, Counter[str]] = {}
    answers: dict[Criterion, Counter[bool | None]] = {}
    for assessment in rated:
        for section in assessment.sections:
            levels.setdefault(section.id, Counter())[section.rule_level] += 1
            for criterion in section.criteria:
                answers.setdefault((section.id, criterion.level, criterion.id), Counter())[criterion.met] += 1
    return Tally(len(rated), levels, answers)
