"""A record as the JSON object that ``pepinsight assess --json`` prints. What cannot be told is null."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from pepinsight.assessing import Record
from pepinsight.calibration import SectionSuggestion, Suggestion
from pepinsight.evidence import Evidence, Findings, Timing, timings
from pepinsight.evidence.findings import TargetFinding, Value
from pepinsight.evidence.language import wording_of
from pepinsight.plan import Plan
from pepinsight.plan.attachments import papers_seen
from pepinsight.plan.wanted import State, wanted

Json = dict[str, Any]

DATES = ("meeting", "completed", "previous_meeting", "next_meeting", "entered_care")
COMPLIANCE = (
    "sw_present",
    "dt_present",
    "carer_views",
    "child_voice",
    "attainment_record",
    "care_plan",
    "personalised",
)
"""The seven statutory points (seed 000, lines 20 to 36)."""


def to_json(record: Record) -> Json:
    """The record as plain JSON values. Keys that only an assessed file fills are left out of the others.

    A section's levels are those that labels give; where it has a bonus besides (such as gold above green), "bonus"
    names it. What a rubric asks of the plan as a whole stands under "of_overall", in the shape of a section, and lists
    that rate nothing under "checks".
    """
    head: Json = {
        "file": record.file,
        "sha256": record.sha256,
        "status": record.status.value,
        "message": record.message,
    }
    if record.findings is None:
        return head
    findings = record.findings
    return {
        **head,
        "previous_file": record.previous_file,
        **_plan(findings.plan),
        "compliance": {name: _value(findings, f"compliance_{name}") for name in COMPLIANCE},
        "child_voice": _quotes(findings, "child_voice"),
        "carer_voice": _quotes(findings, "carer_voice"),
        "copied_forward": _quotes(findings, "copied_forward"),
        "mandatory_blank": [item.says for item in wanted(findings.plan) if item.state is State.BLANK],
        "attachments": _attachments(findings),
        "qa_remarks": _quotes(findings, "qa_remarks"),
        "language": _language(findings),
        "targets": [
            _target(findings.plan.quote(target.wording), found)
            for target, found in zip(findings.plan.targets, findings.targets, strict=True)
        ],
        "previous_targets_reviewed": _value(findings, "previous_targets_reviewed"),
        "premium_impact": _value(findings, "premium_impact"),
        "sign_offs": [
            {"role": item.role, "name": item.name, "date": _iso(item.date)} for item in findings.plan.sign_offs
        ],
        "timing": [_timing(item) for item in timings(findings.plan, findings.previous)],
        "rubrics": {id: _rubric(suggestion) for id, suggestion in record.suggestions.items()},
        "evidence": [_evidence(item) for item in findings.evidence],
    }


def to_line(record: Record) -> str:
    """The record as one line of JSON."""
    return json.dumps(to_json(record), ensure_ascii=False)


def _attachments(findings: Findings) -> Json:
    """The files that were read along with the plan, what papers are about, and what was said to be attached only."""
    return {
        "files": [paper.name for paper in findings.plan.document.attached],
        "seen": [kind.value for kind in papers_seen(findings.plan)],
        "not_seen": _quotes(findings, "attachments_not_seen"),
    }


def _language(findings: Findings) -> Json:
    """To whom the plan is written, and each wording that labels or distances, with gentler words: advice only."""
    places: dict[str, list[int]] = {}
    for item in findings.evidence:
        if item.feature == "language_labels":
            places.setdefault(item.quote.casefold(), []).append(item.id)
    words = []
    for quote, ids in places.items():
        wording = wording_of(quote)
        if wording is not None:
            words.append({"quote": quote, "instead": wording.instead, "why": wording.why or None, "evidence": ids})
    return {"written_to": _value(findings, "language_written_to"), "words": words}


def _plan(plan: Plan) -> Json:
    return {
        "form": plan.form,
        "phase": plan.phase,
        "year_group": plan.year_group,
        "dates": {name: _iso(getattr(plan.dates, name)) for name in DATES},
        "attendance": plan.attendance,
    }


def _target(text: str, found: TargetFinding) -> Json:
    return {
        "text": text,
        "smart": dict(found.smart),
        "from_voice": found.from_voice,
        "premium": {"linked": found.premium_linked, "amount": found.amount},
        "advice": list(found.advice),
    }


def _timing(item: Timing) -> Json:
    return {
        "id": item.id,
        "title": item.title,
        "from": _iso(item.start),
        "to": _iso(item.end),
        "days": item.days,
        "unit": item.unit,
        "limit": item.limit,
        "within": item.within,
        "says": item.says,
        "source": item.source,
    }


def _rubric(suggestion: Suggestion) -> Json:
    assessment, overall = suggestion.assessment, suggestion.overall
    return {
        "applies": assessment.applies,
        "version": assessment.version,
        "made_with": dict(suggestion.made_with),
        "message": assessment.message,
        "suggested_overall": asdict(overall) if overall else None,
        "sections": [_section(section) for section in suggestion.sections if not section.of_overall],
        "of_overall": [_section(section) for section in suggestion.sections if section.of_overall],
        "checks": [asdict(check) for check in assessment.checks],
    }


def _section(section: SectionSuggestion) -> Json:
    if section.switched_off_by is not None:
        return _switched_off(section)
    return {
        "id": section.id,
        "title": section.title,
        "rule_level": section.bonus_on or section.rule_level,
        "suggested": section.graded,
        "bonus": section.suggested if section.bonus_on else None,
        "unsure": section.unsure,
        "likely": list(section.likely),
        "confidence": section.confidence,
        "probabilities": dict(section.probabilities) if section.probabilities is not None else None,
        "moved_by": list(section.moved_by),
        "not_in_file": section.not_in_file,
        "part_found": section.part_found,
        "criteria": [asdict(criterion) for criterion in section.criteria],
    }


def _switched_off(section: SectionSuggestion) -> Json:
    """What was found, and neither a level nor what would tell it."""
    return {
        "id": section.id,
        "title": section.title,
        "rule_level": None,
        "suggested": None,
        "bonus": None,
        "unsure": None,
        "likely": [],
        "confidence": None,
        "probabilities": None,
        "moved_by": [],
        "not_in_file": section.not_in_file,
        "part_found": section.part_found,
        "switched_off_by": section.switched_off_by,
        "criteria": [{**asdict(criterion), "level": None, "met": None} for criterion in section.criteria],
    }


def _evidence(item: Evidence) -> Json:
    place = {name: value for name, value in asdict(item.place).items() if value is not None}
    return {
        "id": item.id,
        "feature": item.feature,
        "rule": item.rule,
        "quote": item.quote,
        "section": item.section.value,
        "start": item.start,
        "end": item.end,
        "place": {"page": None, "box": None, **place},
        "reason": item.reason,
    }


def _value(findings: Findings, feature: str) -> Value:
    measured = findings.features.get(feature)
    return None if measured is None else measured.value


def _quotes(findings: Findings, feature: str) -> list[str] | None:
    """The quotes of a feature's evidence in reading order; None where it was not measured."""
    if feature not in findings.features:
        return None
    items = sorted((item for item in findings.evidence if item.feature == feature), key=lambda item: item.start)
    return list(dict.fromkeys(item.quote for item in items))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
