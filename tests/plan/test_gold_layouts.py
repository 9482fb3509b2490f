"""The same PEP in five layouts, as Word and as PDF, gives the same targets, money, attainment and attendance."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml
from rapidfuzz import fuzz

from pepinsight.documents import read
from pepinsight.plan.plan import Plan, Span
from pepinsight.plan.recognise import recognise

GOLD = Path(__file__).parents[2] / "corpora" / "gold"
IDS = ("a1-06", "b2-04")
LAYOUTS = [(layout, kind) for layout in ("headings", "grid", "bold", "portal", "controls") for kind in ("docx", "pdf")]


@cache
def plan_of(name: str, layout: str, kind: str) -> Plan:
    return recognise(read(GOLD / "layouts" / f"{name}-{layout}.{kind}"))


def words(plan: Plan, span: Span) -> str:
    """Line breaks apart, which a PDF prints where it likes."""
    return " ".join(plan.quote(span).split())


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize(("layout", "kind"), LAYOUTS)
def test_the_gold_targets_come_out_in_order(name: str, layout: str, kind: str) -> None:
    gold = yaml.safe_load((GOLD / f"{name}.yaml").read_text(encoding="utf-8"))["gold"]
    plan = plan_of(name, layout, kind)
    found = [words(plan, target.wording) for target in plan.targets]
    assert len(found) == len(gold["targets"])
    for text, target in zip(found, gold["targets"], strict=True):
        labelled = " ".join(target["text"].split())  # the label may leave out a sentence of reasons
        assert text.startswith(labelled) or fuzz.ratio(text, labelled) >= 95
    assert [target.amount or None for target in plan.targets] == [
        target["premium"]["amount"] for target in gold["targets"]
    ]
    assert plan.attendance == gold["attendance"]


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize(("layout", "kind"), LAYOUTS[1:])
def test_every_layout_says_the_same(name: str, layout: str, kind: str) -> None:
    def said(plan: Plan) -> list[object]:
        return [
            [
                (target.by, target.long_term, sorted((role, words(plan, span)) for role, span in target.parts))
                for target in plan.targets
            ],
            [
                (words(plan, old.wording), [words(plan, span) for span in old.review], old.is_action)
                for old in plan.previous_targets
            ],
            [
                (words(plan, row.subject), [(role, words(plan, span)) for role, span in row.cells])
                for row in plan.attainment
            ],
            sorted((line.amount or 0, str(line.target), str(line.when)) for line in plan.premium),
        ]

    assert said(plan_of(name, layout, kind)) == said(plan_of(name, *LAYOUTS[0]))
