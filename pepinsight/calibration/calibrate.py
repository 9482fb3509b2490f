"""``Assessment`` to ``Suggestion``. No trained model stands behind a section yet, so the rule's level is suggested."""

from __future__ import annotations

from pepinsight.calibration.suggestion import SectionSuggestion, Suggestion
from pepinsight.evidence import Findings
from pepinsight.rubrics import Assessment


def calibrate(assessment: Assessment, findings: Findings) -> Suggestion:
    """The suggested levels and the overall judgement they would lead to.

    ``findings`` are those that the assessment was made from; a model reads its features from them. Raises ValueError
    when they are another plan's.
    """
    if findings.plan is not assessment.findings.plan:
        raise ValueError("the findings and the assessment are of different plans")
    sections = tuple(
        SectionSuggestion(
            id=section.id,
            title=section.title,
            rule_level=section.rule_level,
            suggested=section.rule_level,
            unsure=section.unsure,
            likely=section.likely,
            confidence=None,
            probabilities=None,
            moved_by=(),
            criteria=section.criteria,
            not_in_file=section.not_in_file,
        )
        for section in assessment.sections
    )
    return Suggestion(assessment, sections, assessment.overall)
