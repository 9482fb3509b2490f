"""A rubric's tests in plain words, for people who do not know its names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from making_rubrics import SMALL, rubric_file

from pepinsight.evidence import REGISTRY
from pepinsight.rubrics import checklist_ids, load_rubric, rubric_ids, template_ids
from pepinsight.rubrics.reasons import setting_name
from pepinsight.rubrics.wording import in_words


@pytest.mark.parametrize(
    ("test", "words"),
    [
        ("new_targets >= 5", "New targets: at least 5"),
        ("not known_part_time", "Not found: a part-time timetable, as the reviewer knows"),
        ("attendance_per_cent < enough", "Attendance: less than 95 (enough)"),
        ("targets_smart >= 0.5 * new_targets", "New targets that miss no SMART letter: at least 0.5 times new targets"),
        (
            "premium_impact in ('some', 'quantified') or care_blank == 0",
            "What is told of the effect of last term's pupil premium: some or quantified, or fields left blank in the "
            "personal and care information: 0",
        ),
        (
            "count(carer_voice, sdq_recorded) >= 1",
            "At least 1 of these: found: any view, report or offer from home; found: a score of the Strengths and "
            "Difficulties Questionnaire",
        ),
        ("words_in('views', 'meeting') > 20", "Words in Views and Meeting: more than 20"),
        (
            "not surely(targets_set_again >= 1)",
            "Unless it is plain: targets set for this term that were last term's: at least 1",
        ),
    ],
)
def test_a_test_is_told_in_plain_words(tmp_path: Path, test: str, words: str) -> None:
    rubric = load_rubric(rubric_file(tmp_path, SMALL.replace("new_targets >= 5", f'"{test}"')))
    assert in_words(rubric.when["targets", "good", "many"], rubric.data) == words


@pytest.mark.parametrize("id", [*rubric_ids(), *checklist_ids()])
def test_no_name_of_a_feature_or_function_is_left(id: str) -> None:
    rubric = load_rubric(id)
    named = [name for name in REGISTRY if "_" in name]
    for expression in rubric.when.values():
        words = in_words(expression, rubric.data)
        assert not [name for name in named if re.search(rf"\b{name}\b", words)]
        assert not re.search(r"\w\(", words)


@pytest.mark.parametrize("id", [*rubric_ids(), *checklist_ids(), *template_ids()])
def test_every_setting_of_the_rubrics_that_come_along_is_called_something(id: str) -> None:
    data = load_rubric(id).data
    assert set(data.setting_names) == set(data.settings)


def test_a_setting_is_called_what_its_file_says_else_by_its_name_in_words(tmp_path: Path) -> None:
    named = SMALL.replace("  enough: 95", "  enough: 95\nsetting_names: {enough: what we call enough}")
    rubric = load_rubric(rubric_file(tmp_path, named))
    assert in_words(rubric.when["attendance", "good", "high"], rubric.data).endswith("95 (what we call enough)")
    data = load_rubric("redcar").data
    assert setting_name(data, "sdq_high") == "an SDQ score above this is high"
    assert setting_name(data.model_copy(update={"setting_names": {}}), "sdq_high") == "SDQ high"
