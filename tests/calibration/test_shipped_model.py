"""The model that comes with pepinsight, on a real PEP, from a checkout and from an installed package."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from pepinsight import model_files
from pepinsight.assessing import assess
from pepinsight.calibration.files import shipped
from pepinsight.model_files import TRUSTED, models_folder
from pepinsight.rubrics import load_rubric

ROOT = Path(__file__).parents[2]
PEP = ROOT / "corpora" / "gold" / "b1-02.docx"


def test_the_model_was_trained_beside_the_rules_that_stand() -> None:
    """When this fails, a test of the rubric has changed: run `pepinsight train corpora/gold corpora/fresh`."""
    model = shipped("birmingham")
    assert model is not None and model.rules == load_rubric("birmingham").rules
    assert set(model.sections) == {section.id for section in load_rubric("birmingham").data.sections}


def test_a_real_pep_is_suggested_with_confidences_and_all_versions() -> None:
    suggestion = assess(PEP)
    rated = [section for section in suggestion.sections if section.suggested != "NA"]
    assert rated and all(section.confidence is not None and 0 < section.confidence < 1 for section in rated)
    assert all(section.confidence is None for section in suggestion.sections if section.suggested == "NA")
    model = shipped("birmingham")
    assert model is not None and suggestion.made_with["model"] == model.version
    assert suggestion.made_with["rules"] == load_rubric("birmingham").rules


def test_models_are_small_and_each_has_its_card() -> None:
    made = list(models_folder().glob("*.skops"))
    assert made and sum(path.stat().st_size for path in made) < 1_000_000
    assert all(path.with_suffix(".md").exists() for path in made)
    assert TRUSTED == ()


def test_the_wheel_carries_the_models_to_where_they_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["force-include"] == {"models": "pepinsight/models"}
    assert models_folder() == ROOT / "models"
    installed = tmp_path / "site-packages" / "pepinsight"
    (installed / "models").mkdir(parents=True)
    monkeypatch.setattr(model_files, "files", lambda _package: installed)
    assert models_folder() == installed / "models"


def test_without_the_file_there_is_no_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_files, "files", lambda _package: tmp_path / "pepinsight")
    assert shipped("birmingham") is None
    assert shipped("redcar") is None
