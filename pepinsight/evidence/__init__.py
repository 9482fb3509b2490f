"""``Plan`` to ``Findings``: evidence items and measured features. This room knows no rubric's levels."""

from pepinsight.evidence import known, plan_facts  # each registers its features
from pepinsight.evidence.find import find_evidence
from pepinsight.evidence.findings import Evidence, Findings, Measured, Value
from pepinsight.evidence.registry import REGISTRY, Feature

__all__ = ["REGISTRY", "Evidence", "Feature", "Findings", "Measured", "Value", "find_evidence", "known", "plan_facts"]
