"""Bonus levels above the best (gold above green), and what a rubric asks of the plan as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from making_rubrics import SMALL, findings, rollup_file, rubric_file

from pepinsight.calibration import calibrate_by
from pepinsight.rubrics import Rubric, load_rubric

OUTCOMES = (
    (("gold", "Gold"), "best_fit('GO', 'G') and level('s1') == 'GO'"),
    (("green", "Green"), "best_fit('GO', 'G')"),
    (("red", "Red"), None),
)


@pytest.fixture
def rubric(tmp_path: Path) -> Rubric:
    return load_rubric(rollup_file(tmp_path / "gold.yaml", ("s1",), OUTCOMES, bonus=True))


@pytest.mark.parametrize(
    ("targets", "level", "bonus_on", "overall"),
    [(9, "GO", "G", "gold"), (4, "G", None, "green"), (2, "A", None, "red"), (0, "R", None, "red")],
)
def test_a_bonus_stands_on_the_level_beneath_it(
    rubric: Rubric, targets: int, level: str, bonus_on: str | None, overall: str
) -> None:
    assessment = rubric.rate(findings({"new_targets": targets}))
    section = assessment.sections[0]
    assert (section.rule_level, section.bonus_on) == (level, bonus_on)
    assert assessment.overall is not None and assessment.overall.level == overall


def test_a_bonus_does_not_make_up_for_the_level_beneath(tmp_path: Path) -> None:
    text = rollup_file(tmp_path / "gold.yaml", ("s1",), OUTCOMES, bonus=True).read_text(encoding="utf-8")
    other = rubric_file(tmp_path, text.replace("new_targets >= 5", "premium_sums >= 1"))
    assessment = load_rubric(other).rate(findings({"new_targets": 2, "premium_sums": 3}))
    assert assessment.sections[0].rule_level == "A"


def test_a_suggestion_with_a_bonus_keeps_the_level_that_labels_give_beside_it(rubric: Rubric) -> None:
    found = findings({"new_targets": 9})
    section = calibrate_by(None, rubric.rate(found), found).sections[0]
    assert (section.suggested, section.graded, section.unsure) == ("GO", "G", False)
    assert rubric.graded_levels == ("G", "A", "R")


def test_what_the_overall_asks_is_a_row_of_its_own_that_the_roll_up_counts(tmp_path: Path) -> None:
    text = SMALL.replace("    title: Targets\n", "    title: Targets\n    of_overall: true\n")
    assessment = load_rubric(rubric_file(tmp_path, text)).rate(findings({"new_targets": 0, "year_group": 0}))
    assert [section.of_overall for section in assessment.sections] == [True, False]
    assert assessment.overall is not None and assessment.overall.level == "red"


def test_a_template_rates_nothing_and_says_what_it_is_for(tmp_path: Path) -> None:
    text = SMALL.replace("id: small\n", "id: small\ntemplate: true\n")
    start = text.index("        - {id: many")
    template = load_rubric(rubric_file(tmp_path, text[: start - 1] + " []" + text[text.index("\n", start) :]))
    assessment = template.rate(findings({}))
    assert (template.kind, assessment.applies, assessment.sections) == ("template", False, ())
    assert assessment.message is not None and "rubric new" in assessment.message
