"""Training: the same cases make the same file, whole authors are left out, and a file is never trusted blindly."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from making_cases import SETTINGS, cases, small_rubric
from skops.io import dump

from pepinsight.calibration.files import load_model, save_model
from pepinsight.calibration.settings import load_settings
from pepinsight.calibration.train import Case, leave_out_each, reading_of, train
from pepinsight.data_files import DataFileError
from pepinsight.rubrics import Rubric


@pytest.fixture(scope="module")
def rubric(tmp_path_factory: pytest.TempPathFactory) -> Rubric:
    return small_rubric(tmp_path_factory.mktemp("rubric"))


def made(some: list[Case], rubric: Rubric, path: Path) -> bytes:
    model = train(some, rubric, SETTINGS)
    assert model is not None
    save_model(model, path)
    return path.read_bytes()


def test_the_same_cases_make_the_same_file(rubric: Rubric, tmp_path: Path) -> None:
    one, two = (made(cases(rubric), rubric, tmp_path / name) for name in ("one.skops", "two.skops"))
    assert one == two
    assert made(cases(rubric, seed=8), rubric, tmp_path / "other.skops") != one


def test_a_model_read_back_says_the_same(rubric: Rubric, tmp_path: Path) -> None:
    some = cases(rubric)
    made(some, rubric, tmp_path / "small.skops")
    before, after = train(some, rubric, SETTINGS), load_model(tmp_path / "small.skops")
    assert before is not None and len(after.version) == 12
    for case in some[:20]:
        assert after.probabilities(case.rating, case.values) == before.probabilities(case.rating, case.values)


def test_an_author_left_out_has_no_say_in_their_model(rubric: Rubric) -> None:
    some = cases(rubric)
    turned = [replace(case, label="poor") if case.author == "c" else case for case in some]
    one, other = (leave_out_each(each, rubric, SETTINGS)["c"] for each in (some, turned))
    assert one is not None and other is not None
    assert (one.blend.weights == other.blend.weights).all()
    assert all((one.sections[id].ordinal.weights == other.sections[id].ordinal.weights).all() for id in one.sections)


def test_at_least_the_asked_shares_are_sure(rubric: Rubric) -> None:
    some = cases(rubric)
    model = train(some, rubric, SETTINGS)
    assert model is not None
    sure = {id: [] for id in model.sections}
    for case in some:
        sure[case.rating.id].append(
            model.sure(case.rating, model.probabilities(case.rating, case.values)[case.rating.rule_level])
        )
    assert np.mean([one for each in sure.values() for one in each]) >= 0.6  # the shares are of unseen authors' cases
    assert all(np.mean(each) >= 0.3 for each in sure.values())


def test_too_few_authors_make_no_model(rubric: Rubric) -> None:
    assert train(cases(rubric, authors="a"), rubric, SETTINGS) is None
    assert leave_out_each(cases(rubric, authors="ab"), rubric, SETTINGS) == {"a": None, "b": None}


def test_a_file_with_any_other_type_in_it_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "small.skops"
    dump({"rubric": Path("/")}, path)
    with pytest.raises(DataFileError, match=r"small\.skops is not a model that can be used"):
        load_model(path)


def test_a_file_that_is_no_model_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "small.skops"
    path.write_bytes(b"not a model")
    with pytest.raises(DataFileError, match=r"small\.skops is not a model that can be used"):
        load_model(path)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("  T: {more: [new_target]}", "there is no feature 'new_target'; did you mean 'new_targets'"),
        ("  Z: {more: [new_targets]}", "small has no section 'Z'"),
        ("  T: {more: [premium_impact]}", "'premium_impact' needs a ladder"),
    ],
)
def test_a_misspelt_name_is_told_with_its_line(rubric: Rubric, tmp_path: Path, wrong: str, message: str) -> None:
    path = tmp_path / "small.yaml"
    plain = SETTINGS.model_dump(exclude={"sections", "ladders"})
    path.write_text("".join(f"{key}: {value}\n" for key, value in plain.items()) + f"sections:\n{wrong}\n")
    with pytest.raises(DataFileError, match=rf"small\.yaml line 10: .*{message}"):
        load_settings(rubric, path)


def test_a_rubric_without_settings_cannot_be_trained(rubric: Rubric) -> None:
    with pytest.raises(DataFileError, match="no model can be trained for the rubric 'small'"):
        load_settings(rubric)


GOLD = Path(__file__).parents[2] / "corpora" / "gold"


def test_training_on_real_files_never_opens_those_held_out(tmp_path: Path) -> None:
    from pepinsight.evaluation import train_on

    for name in ("a2-05", "b1-02"):
        for kind in ("yaml", "docx", "pdf"):
            shutil.copy(GOLD / f"{name}.{kind}", tmp_path)
    (tmp_path / "zz-01.yaml").write_bytes(b"\xff\xfe not to be opened")
    (tmp_path / "evaluation.yaml").write_text("held_out: [zz]\n", encoding="utf-8")
    with pytest.raises(DataFileError, match="too few PEPs to train on"):  # two authors, and no word of the third
        train_on([tmp_path], "birmingham", tmp_path)
    assert not list(tmp_path.glob("*.skops"))


def test_rules_that_fail_on_authors_they_were_not_written_beside_are_trusted_less(rubric: Rubric) -> None:
    """The rules agree with all cases but with few of the first readings: the model believes the latter."""
    some = [replace(case, label=case.rating.rule_level) for case in cases(rubric) if case.rating.id == "T"]
    first = [reading_of(case, np.zeros(2), rubric) for case in some]
    wrong = [replace(one, author="new", label=(one.rule + number % 3) % 3) for number, one in enumerate(first)]
    flattered, honest = (train(some, rubric, SETTINGS, readings) for readings in ((), wrong))
    assert flattered is not None and honest is not None
    for case in some[:20]:
        levels = [model.probabilities(case.rating, case.values)[case.label] for model in (flattered, honest)]
        assert levels[1] < levels[0]
