"""``Plan`` to ``Findings``: run the text pipeline once, then every registered feature."""

from __future__ import annotations

from pepinsight.documents import Place
from pepinsight.evidence.findings import Evidence, Findings, Measured
from pepinsight.evidence.pipeline import read_text
from pepinsight.evidence.reading import Reading
from pepinsight.evidence.registry import REGISTRY
from pepinsight.evidence.target_findings import target_findings
from pepinsight.plan import Plan, SectionKind


def find_evidence(plan: Plan, previous: Plan | None = None) -> Findings:
    """Measure every registered feature on ``plan``; ``previous`` is the same child's plan of the term before."""
    reading = Reading(plan, read_text(plan), previous)
    text = plan.document.text
    evidence: list[Evidence] = []
    features: dict[str, Measured] = {}
    placed: dict[tuple[int, int], tuple[SectionKind, Place]] = {}  # many features show the same words
    for name, feature in REGISTRY.items():
        answer = feature.measure(reading)
        ids = []
        for shown in answer.shown:
            start, end = shown.span.start, shown.span.end
            if (start, end) not in placed:
                section = plan.section_at(start)
                kind = section.kind if section else SectionKind.UNRECOGNISED
                placed[start, end] = (kind, plan.document.place_of(start, end))
            kind, place = placed[start, end]
            item = Evidence(len(evidence), name, shown.rule, text[start:end], kind, start, end, place, shown.reason)
            ids.append(item.id)
            evidence.append(item)
        features[name] = Measured(answer.value, tuple(ids), feature.looked_in)
    return Findings(plan, features, tuple(evidence), previous, target_findings(reading))
