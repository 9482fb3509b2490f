"""``Plan`` to ``Findings``: evidence items and measured features. This room knows no rubric's levels."""

from pepinsight.evidence import features, language  # each registers its features
from pepinsight.evidence.find import find_evidence
from pepinsight.evidence.findings import Evidence, Findings, Measured, TargetFinding, Value
from pepinsight.evidence.registry import REGISTRY, Feature
from pepinsight.evidence.timing import Timing, timings

__all__ = [
    "REGISTRY",
    "Evidence",
    "Feature",
    "Findings",
    "Measured",
    "TargetFinding",
    "Timing",
    "Value",
    "features",
    "find_evidence",
    "language",
    "timings",
]
