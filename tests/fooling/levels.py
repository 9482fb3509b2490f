"""What Birmingham's rules say of a file, and how two answers differ."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from pepinsight.documents import read
from pepinsight.documents.read import read_bytes
from pepinsight.evidence import find_evidence
from pepinsight.plan import Plan, PlanKind, recognise
from pepinsight.rubrics import load_rubric

GOLD = Path(__file__).parents[2] / "corpora" / "gold"
RUBRIC = load_rubric("birmingham")
RUBRIC_SECTIONS = {section.id: section.reads[:1] for section in RUBRIC.data.sections}
ORDER = ("SB", "BT", "OT", "ET")
Levels = Mapping[str, str]


def development() -> list[str]:
    """The ids of the gold PEPs that rules may be tested on and that Birmingham's rubric covers."""
    held_out = tuple(yaml.safe_load((GOLD / "evaluation.yaml").read_text(encoding="utf-8"))["held_out"])
    ids = [path.stem for path in sorted(GOLD.glob("*-0?.yaml")) if not path.stem.startswith(held_out)]
    return [id for id in ids if labels_of(id)["phase"] == "SSA"]


def labels_of(id: str) -> dict[str, object]:
    """A gold PEP's YAML."""
    made: dict[str, object] = yaml.safe_load((GOLD / f"{id}.yaml").read_text(encoding="utf-8"))
    return made


def plan_of(id: str) -> Plan:
    """A gold PEP's Word file as recognised."""
    return recognise(read(GOLD / f"{id}.docx"))


def levels_in(data: bytes) -> Levels:
    """The rule's level of each section; empty for a file that is no PEP."""
    plan = recognise(read_bytes(data, "plan.docx"))
    if plan.kind in (PlanKind.NOT_A_PEP, PlanKind.BLANK):
        return {}
    return {section.id: section.rule_level for section in RUBRIC.rate(find_evidence(plan)).sections}


@cache
def before(id: str) -> Levels:
    """The levels of a gold PEP as it is, read once a process."""
    return levels_in((GOLD / f"{id}.docx").read_bytes())


def moves(before: Levels, after: Levels) -> dict[str, int]:
    """For each section that moved by how many levels; one that newly applies or no longer does counts as 0."""
    return {
        id: ORDER.index(after[id]) - ORDER.index(level) if level in ORDER and after.get(id) in ORDER else 0
        for id, level in before.items()
        if after.get(id) != level
    }
