"""Rubric files to ``Rubric``, and ``Rubric.rate(findings)`` to ``Assessment``. This room reads no text."""

from pepinsight.rubrics.assessment import Assessment, CriterionResult, Overall, SectionRating
from pepinsight.rubrics.rubric import Rubric, load_rubric, rubric_ids

__all__ = ["Assessment", "CriterionResult", "Overall", "Rubric", "SectionRating", "load_rubric", "rubric_ids"]
