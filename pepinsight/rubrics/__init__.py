"""Rubric files to ``Rubric``, and ``Rubric.rate(findings)`` to ``Assessment``. This room reads no text."""

from pepinsight.rubrics.assessment import UNDECIDED, Assessment, CheckResult, CriterionResult, Overall, SectionRating
from pepinsight.rubrics.library import checklist_ids, load_rubric, rubric_ids, template_ids
from pepinsight.rubrics.reader import kept_rubric
from pepinsight.rubrics.rubric import Rubric

__all__ = [
    "UNDECIDED",
    "Assessment",
    "CheckResult",
    "CriterionResult",
    "Overall",
    "Rubric",
    "SectionRating",
    "checklist_ids",
    "kept_rubric",
    "load_rubric",
    "rubric_ids",
    "template_ids",
]
