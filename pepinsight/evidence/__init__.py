"""``Plan`` to ``Findings``: evidence items and measured features. This room knows no rubric's levels."""

from pepinsight.evidence import (  # each registers its features
    achievement_features,
    arrangement_features,
    attainment_features,
    attendance_features,
    care_features,
    carer_features,
    compliance_features,
    continuity_features,
    detail_features,
    form_features,
    future_features,
    known_facts,
    plan_facts,
    support_features,
    target_features,
    target_horizon_features,
    timing_features,
    topic_features,
    voice_features,
)
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
    "achievement_features",
    "arrangement_features",
    "attainment_features",
    "attendance_features",
    "care_features",
    "carer_features",
    "compliance_features",
    "continuity_features",
    "detail_features",
    "find_evidence",
    "form_features",
    "future_features",
    "known_facts",
    "plan_facts",
    "support_features",
    "target_features",
    "target_horizon_features",
    "timing_features",
    "timings",
    "topic_features",
    "voice_features",
]
