"""Figures over labelled PEPs: a few real ones, and held-out authors never opened unasked."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

from pepinsight.data_files import DataFileError
from pepinsight.evaluation import disagreements, evaluate, tell
from pepinsight.evaluation.gold import open_corpus
from pepinsight.evaluation.levels import by_length

GOLD = Path(__file__).parents[2] / "corpora" / "gold"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two development PEPs in Word, and a held-out author whose files cannot be read at all."""
    folder = tmp_path_factory.mktemp("gold")
    for name in ("a2-05.yaml", "a2-05.docx", "b1-02.yaml", "b1-02.docx"):
        shutil.copy(GOLD / name, folder)
    (folder / "zz-01.yaml").write_bytes(b"\xff\xfe not to be opened")
    (folder / "evaluation.yaml").write_text("held_out: [zz]\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def figures(folder: Path) -> dict[str, object]:
    return evaluate(folder, ("docx",))


def test_development_authors_are_measured_and_the_held_out_are_not_opened(figures: dict[str, object]) -> None:
    assert set(figures) == {"development"}
    assert figures["development"]["docx"]["files"] == 2  # type: ignore[index]


def test_held_out_authors_are_opened_when_asked(folder: Path) -> None:
    with pytest.raises(DataFileError, match=r"zz-01\.yaml"):
        evaluate(folder, ("docx",), held_out=True)


def test_held_out_figures_stand_apart_and_name_no_file(folder: Path, tmp_path: Path) -> None:
    for name in ("a2-05.yaml", "a2-05.docx", "b1-02.yaml"):
        shutil.copy(folder / name, tmp_path)
    (tmp_path / "evaluation.yaml").write_text("held_out: [b1]\n", encoding="utf-8")
    figures = evaluate(tmp_path, ("docx",), held_out=True)
    assert figures["development"]["docx"]["files"] == figures["held_out"]["docx"]["files"] == 1
    assert "b1-02" not in tell(figures)


def test_figures_are_json_and_a_table_that_says_where_the_labels_come_from(figures: dict[str, object]) -> None:
    table = tell(json.loads(json.dumps(figures)))
    assert "no virtual-school\nofficer has rated these PEPs" in table
    for row in ("C_part_time", "overall judgement agreed", "child_voice", "next_meeting", "premium_impact"):
        assert row in table


def test_a_pep_that_is_not_there_is_told_and_counts_as_far_off(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "a2-05.yaml", tmp_path)
    block = evaluate(tmp_path, ("docx",))["development"]["docx"]
    assert "a2-05.docx" in block["not_assessed"]
    assert block["levels"]["birmingham"]["all"]["exact"] == 0.0
    assert block["facts"]["targets"]["found"]["recall"] == 0.0


def test_a_disagreement_shows_both_levels_and_why(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "b1-02.docx", tmp_path)
    told = []
    for label in ("ET", "SB"):  # at least one of the two is not what is suggested
        labelled = yaml.safe_load((folder / "b1-02.yaml").read_text(encoding="utf-8"))
        labelled["gold"]["final"]["birmingham"]["B"] = label
        (tmp_path / "b1-02.yaml").write_text(yaml.safe_dump(labelled, allow_unicode=True), encoding="utf-8")
        told.append(disagreements(tmp_path, "B", ("docx",)))
    assert any("b1-02\n    suggested" in one and "label" in one and "met. " in one for one in told), told


def test_a_section_that_no_rubric_has_is_told(folder: Path) -> None:
    with pytest.raises(DataFileError, match="did you mean 'C_send'"):
        disagreements(folder, "C_sned", ("docx",))


def test_a_folder_without_labels_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="holds no PEPs with labels"):
        open_corpus(tmp_path)


def test_a_label_that_is_no_level_of_its_rubric_is_told(tmp_path: Path) -> None:
    labelled = (GOLD / "a2-05.yaml").read_text(encoding="utf-8")
    (tmp_path / "a2-05.yaml").write_text(labelled.replace("C_targets: ", "C_targets: un", 1), encoding="utf-8")
    with pytest.raises(
        DataFileError, match=r"a2-05.yaml: 'un\w+' for birmingham/C_targets is not one of ET, OT, BT, SB, NA"
    ):
        open_corpus(tmp_path).development()


def test_length_alone_orders_by_length_and_holds_the_author_out() -> None:
    labelled = [("x", 900, "ET"), ("x", 100, "SB"), ("y", 1000, "ET"), ("y", 50, "SB")]
    assert by_length(labelled, ("ET", "OT", "BT", "SB")) == [("ET", "ET"), ("SB", "ET"), ("ET", "ET"), ("SB", "SB")]
