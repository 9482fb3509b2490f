"""A suggestion as JSON and back, its plans kept apart: one reading serves all rubrics, and offsets stay true to it."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from pepinsight.calibration.suggestion import Suggestion
from pepinsight.plan import Child, Plan
from pepinsight.rubrics.assessment import Overall
from pepinsight.rubrics.rubric_file import RubricData

_APART: Any = {"assessment": {"findings": {"plan", "previous"}, "file": True}}


@cache
def _plans() -> TypeAdapter[Plan]:
    return TypeAdapter(Plan)


@cache
def _children() -> TypeAdapter[Child]:
    return TypeAdapter(Child)


@cache
def _overalls() -> TypeAdapter[Overall]:
    return TypeAdapter(Overall)


@cache
def _suggestions() -> TypeAdapter[Suggestion]:
    return TypeAdapter(Suggestion)


def plan_to_json(plan: Plan) -> bytes:
    """The plan with its document; tables are left out, since they follow from the blocks."""
    return _plans().dump_json(plan)


def plan_from_json(data: bytes) -> Plan:
    """The plan as it was, with its document."""
    return _plans().validate_json(data)


def child_to_plain(child: Child) -> dict[str, Any]:
    """The child's names and date of birth as plain values."""
    plain: dict[str, Any] = _children().dump_python(child, mode="json")
    return plain


def child_from_plain(data: dict[str, Any]) -> Child:
    """The child as they were named."""
    return _children().validate_python(data)


def overall_from_plain(data: dict[str, Any]) -> Overall:
    """The overall judgement as it was suggested."""
    return _overalls().validate_python(data)


def suggestion_to_json(suggestion: Suggestion) -> bytes:
    """Everything but the plans and the rubric: levels, criteria with their reasons, features, evidence."""
    return _suggestions().dump_json(suggestion, exclude=_APART)


def suggestion_from_json(data: bytes, plan: Plan, previous: Plan | None, file: RubricData | None = None) -> Suggestion:
    """The suggestion as it was, on the plan (and the previous term's) and by the rubric that it was made from."""
    value = json.loads(data)
    value["assessment"]["file"] = file
    value["assessment"]["findings"] |= {"plan": plan, "previous": previous}
    return _suggestions().validate_python(value)
