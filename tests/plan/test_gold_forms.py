"""The gold PEPs, as Word and PDF in every layout: their dates, phase, year, form and people are read right."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from pepinsight.documents import read
from pepinsight.plan import Plan, PlanKind, SectionKind, recognise

GOLD = Path(__file__).parents[2] / "corpora" / "gold"
KEPT_FOR_EVALUATION = ("b4", "c5")
PEPS = sorted(path.stem for path in GOLD.glob("??-??.yaml") if not path.stem.startswith(KEPT_FOR_EVALUATION))
SAMPLE = PEPS[::5]  # every fifth keeps the tests quick; all are measured in the evaluation
LAYOUTS = sorted((GOLD / "layouts").glob("*.*"))


@cache
def gold(name: str) -> dict:
    return yaml.safe_load((GOLD / f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def plan_of(path: Path) -> Plan:
    return recognise(read(path))


@pytest.mark.parametrize("ending", ["docx", "pdf"])
@pytest.mark.parametrize("name", SAMPLE)
def test_what_the_labels_say(name: str, ending: str) -> None:
    plan, labels = plan_of(GOLD / f"{name}.{ending}"), gold(name)
    assert plan.kind is PlanKind.FULL
    assert (plan.form, plan.phase, plan.year_group) == (labels["form"], labels["phase"], labels["year_group"])
    for date_name, day in labels["dates"].items():
        assert str(getattr(plan.dates, date_name)) == str(day), date_name
    assert plan.child.name == labels["child"]["name"]
    assert labels["child"]["known_as"] in plan.child.names


@pytest.mark.parametrize(("key", "role"), [("sw_present", "SW"), ("dt_present", "DT")])
def test_who_was_there(key: str, role: str) -> None:
    told = {
        name: any(person.present for person in plan_of(GOLD / f"{name}.docx").people if person.role == role)
        for name in SAMPLE
    }
    wrong = [name for name in SAMPLE if told[name] != gold(name)["gold"]["compliance"][key]]
    assert len(wrong) <= 0.05 * len(SAMPLE), wrong


@pytest.mark.parametrize("name", sorted({path.stem[:5] for path in LAYOUTS}))
def test_one_pep_is_the_same_plan_in_every_layout(name: str) -> None:
    plans = [plan_of(path) for path in LAYOUTS if path.stem.startswith(name)]
    assert len(plans) == 10
    first = plans[0]
    for plan in plans[1:]:
        assert (plan.dates.meeting, plan.dates.completed) == (first.dates.meeting, first.dates.completed)
        assert (plan.form, plan.phase, plan.child) == (first.form, first.phase, first.child)
        assert [(p.name, p.role, p.present) for p in plan.people] == [(p.name, p.role, p.present) for p in first.people]
        assert answers(plan) == answers(first)
        assert {kind for kind in SectionKind if plan.has(kind)} == {kind for kind in SectionKind if first.has(kind)}


def answers(plan: Plan) -> dict[tuple[str, str], str]:
    """Filled fields of known kinds: label and kind to the words of the answer."""
    return {
        (" ".join(plan.quote(item.label).split()), item.kind): " ".join(plan.quote(item.value).split())
        for item in plan.fields
        if item.kind is not None
    }
