"""The guide to writing a rubric names only what there is: features, functions, keys and commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from pepinsight.cli.commands import _parser
from pepinsight.evidence import REGISTRY
from pepinsight.rubrics.expression import parse
from pepinsight.rubrics.rubric_file import RubricData
from pepinsight.rubrics.vocabulary import criteria_vocabulary, outcome_vocabulary

GUIDE = (Path(__file__).parents[2] / "docs" / "writing-a-rubric.md").read_text(encoding="utf-8")
LEVELS = ("ET", "GO", "G", "A", "R", "yes")


def part(heading: str) -> str:
    """The guide from this heading to the next."""
    return GUIDE.split(f"\n## {heading}")[1].split("\n## ")[0]


def in_tables(text: str) -> list[str]:
    """What stands between backticks in a table's second column."""
    rows = [line.split("|")[2] for line in text.splitlines() if line.startswith("| ")]
    return [code for row in rows for code in re.findall(r"`([^`]+)`", row)]


@pytest.mark.parametrize("code", [one for one in in_tables(part("3.")) if "..." not in one])
def test_every_test_and_feature_that_the_guide_recommends_can_be_used(code: str) -> None:
    if code not in REGISTRY:
        assert parse(code, criteria_vocabulary({})).names


@pytest.mark.parametrize("code", [one for one in in_tables(part("4.")) if "number" in one or "best" in one])
def test_every_roll_up_that_the_guide_shows_can_be_used(code: str) -> None:
    assert parse(code, outcome_vocabulary(("meeting", "whole"), LEVELS)).calls


def test_the_pieces_of_a_rubric_in_the_guide_are_a_rubric() -> None:
    section = re.search(r"(?s)    - id: views\n.*?advice: [^\n]+\n", part("2."))
    criteria = re.search(r"(?s)      levels:\n.*?R: \[\]\n", part("3."))
    overall = re.search(r"(?s)    overall:\n.*?\n\n", part("4."))
    assert section and criteria and overall
    text = "sections:\n" + section[0] + criteria[0] + re.sub("(?m)^    ", "", overall[0])
    head = {"id": "ours", "title": "Ours", "version": "1", "phases": ["SSA"]}
    levels = [{"id": id, "label": id, "colour": "green"} for id in ("G", "A", "R")]
    data = RubricData.model_validate({**head, "levels": levels, **yaml.safe_load(text)})
    assert data.overall is not None
    assert [(one.id, len(one.levels["G"])) for one in data.sections] == [("views", 2)]


@pytest.mark.parametrize("line", re.findall(r"(?m)^    pepinsight (.+?)(?:  +#.*)?$", GUIDE))
def test_every_command_in_the_guide_is_one(line: str) -> None:
    assert callable(_parser().parse_args(line.split()).run)
