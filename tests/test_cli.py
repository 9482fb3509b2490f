"""The command line: what a caseworker and a script get from it, whatever the files are."""

from __future__ import annotations

import contextlib
import io
import json
import socket
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from pepinsight.cli import main
from pepinsight.cli.app import APP_SETTINGS, app_arguments
from pepinsight.cli.command import ALL_ASSESSED, SOME_NOT, WRONG_USAGE

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "corpora" / "gold"
WORD, PDF, EARLY_YEARS = GOLD / "b1-02.docx", GOLD / "a2-03.pdf", GOLD / "a1-01.docx"


@pytest.fixture
def bad_files(tmp_path: Path) -> list[str]:
    """A file that is no document, a text that is no PEP, and a name at which nothing stands."""
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and then nothing")
    text = tmp_path / "shopping.docx"
    text.write_text("Milk and bread", encoding="utf-8")
    return [str(broken), str(text), str(tmp_path / "nowhere.docx")]


@pytest.fixture(scope="module")
def word_record() -> dict[str, Any]:
    """What is printed on the Word file."""
    return printed(WORD)


def printed(file: Path) -> dict[str, Any]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert main(["assess", "--json", str(file)]) == ALL_ASSESSED
    record: dict[str, Any] = json.loads(out.getvalue())
    return record


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    status = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def test_json_is_one_object_a_line_in_the_order_of_the_files(
    capsys: pytest.CaptureFixture[str], bad_files: list[str]
) -> None:
    status, out, _ = run(capsys, "assess", "--json", PDF, *bad_files, WORD)
    records = [json.loads(line) for line in out.splitlines()]
    assert [record["file"] for record in records] == [
        "a2-03.pdf",
        "broken.pdf",
        "shopping.docx",
        "nowhere.docx",
        "b1-02.docx",
    ]
    statuses = ["assessed", "unreadable", "not_a_pep", "unreadable", "assessed"]
    assert [record["status"] for record in records] == statuses
    assert all(record["message"] for record in records[1:4])
    assert status == SOME_NOT


def test_the_json_holds_what_the_contract_names(word_record: dict[str, Any]) -> None:
    record = word_record
    assert set(record) >= {
        *("file", "sha256", "status", "message", "form", "phase", "year_group", "dates", "attendance", "compliance"),
        *("child_voice", "carer_voice", "copied_forward", "targets", "previous_targets_reviewed", "premium_impact"),
        *("sign_offs", "rubrics", "evidence", "mandatory_blank", "attachments", "qa_remarks", "language"),
    }
    assert set(record["dates"]) == {"meeting", "completed", "previous_meeting", "next_meeting", "entered_care"}
    birmingham = record["rubrics"]["birmingham"]
    assert birmingham["applies"] is True
    assert len(birmingham["sections"]) == 14
    assert set(birmingham["suggested_overall"]) >= {"level", "label", "colour"}
    for section in birmingham["sections"]:
        assert section["suggested"] in ("ET", "OT", "BT", "SB", "NA")
        assert section["suggested"] in section["likely"]
        for criterion in section["criteria"]:
            assert criterion["reason"]
            assert all(record["evidence"][id]["id"] == id for id in criterion["evidence"])
    for target in record["targets"]:
        assert set(target["smart"]) == set("SMART")
        assert set(target["premium"]) == {"linked", "amount"}


def test_evidence_is_the_very_words_at_its_offsets() -> None:
    from pepinsight import read

    text = read(PDF).text
    evidence = printed(PDF)["evidence"]
    assert evidence
    for item in evidence:
        assert text[item["start"] : item["end"]] == item["quote"]
        assert item["place"]["page"] >= 1
        assert len(item["place"]["box"]) == 4


def test_a_word_file_has_no_pages(word_record: dict[str, Any]) -> None:
    places = [item["place"] for item in word_record["evidence"]]
    assert places
    assert all(place["page"] is None and place["box"] is None and "block" in place for place in places)


def test_a_rubric_for_another_phase_says_so_and_is_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "assess", "--json", EARLY_YEARS)
    told = json.loads(out)["rubrics"]["birmingham"]
    assert status == ALL_ASSESSED
    assert (told["applies"], told["sections"], told["suggested_overall"]) == (False, [], None)
    assert "does not cover early years" in told["message"]


def test_a_person_reads_levels_and_what_the_next_one_wants(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "assess", WORD)
    assert status == ALL_ASSESSED
    assert "Suggested overall: " in out
    assert "Young person's views" in out
    assert " wants: " in out
    assert "A rating is made when a person confirms it." in out
    assert max(len(line) for line in out.splitlines()) <= 100


def test_bad_files_get_one_sentence_each_and_never_a_traceback(
    capsys: pytest.CaptureFixture[str], bad_files: list[str]
) -> None:
    status, out, err = run(capsys, "assess", *bad_files)
    assert status == SOME_NOT
    assert "Traceback" not in out + err
    assert out.count("\n  ") == 3


def test_a_rubric_of_ones_own_is_used_beside_the_others(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    from pepinsight.rubrics import load_rubric

    own = tmp_path / "own.yaml"
    builtin = ROOT / "pepinsight" / "rubrics" / "data" / "birmingham.yaml"
    own.write_text(builtin.read_text(encoding="utf-8").replace("id: birmingham", "id: own", 1), encoding="utf-8")
    assert load_rubric(own).id == "own"
    status, out, _ = run(capsys, "assess", "--json", "--rubric", "birmingham", "--rubric", own, WORD)
    assert status == ALL_ASSESSED
    told = json.loads(out)["rubrics"]
    for own_section, section in zip(told["own"]["sections"], told["birmingham"]["sections"], strict=True):
        same = ("id", "rule_level", "criteria")
        assert [own_section[key] for key in same] == [section[key] for key in same]
        assert own_section["confidence"] is None  # only the rubric that a model was trained for has one


@pytest.mark.parametrize("rubric", ["birmingam", "broken.yaml"])
def test_a_rubric_that_cannot_be_used_is_wrong_usage(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rubric: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("broken.yaml").write_text("id: x\ntitel: y\n", encoding="utf-8")
    status, out, err = run(capsys, "assess", "--rubric", rubric, WORD)
    assert (status, out) == (WRONG_USAGE, "")
    assert "did you mean" in err or "line 2" in err


@pytest.mark.parametrize(
    "arguments", [[], ["assess"], ["asess", "x.pdf"], ["assess", "x.pdf", "--previous-from", "no"]]
)
def test_wrong_usage_ends_with_two(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == WRONG_USAGE
    assert "usage: pepinsight" in capsys.readouterr().err


def test_help_tells_the_exit_statuses(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--help"], ["assess", "--help"]):
        with pytest.raises(SystemExit) as end:
            main(arguments)
        assert end.value.code == 0
        assert "0 all files were assessed" in " ".join(capsys.readouterr().out.split())


def test_the_app_is_started_on_this_machine_only_and_tells_nobody() -> None:
    arguments = app_arguments(8600, no_browser=True)
    for flag in (
        "--server.address=127.0.0.1",
        "--server.port=8600",
        "--server.headless=true",
        "--server.showEmailPrompt=false",
        "--browser.gatherUsageStats=false",
    ):
        assert flag in arguments
    assert Path(arguments[1]).is_file()


def test_a_second_start_says_that_it_is_open_already(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, out, err = run(capsys, "app", "--port", str(port))
    assert status == WRONG_USAGE
    assert (out, err.count("\n")) == ("", 1)
    assert f"open at http://127.0.0.1:{port} already" in err


def test_the_settings_file_and_the_flags_are_the_same() -> None:
    told = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    flat = {f"{group}.{name}": value for group, values in told.items() for name, value in values.items()}
    assert {name: str(value).lower() if value is False else value for name, value in flat.items()} == APP_SETTINGS


def test_features_are_listed_with_their_values(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "features")
    assert status == ALL_ASSESSED
    assert "known_part_time" in out
    assert "attendance_per_cent" in out


def test_output_that_nobody_reads_on_is_no_fault() -> None:
    command = f"{sys.executable} -m pepinsight.cli features | head -1"
    ended = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, cwd=ROOT)
    assert ended.stderr == ""


def test_training_for_a_rubric_that_has_no_settings_is_wrong_usage(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    own = tmp_path / "own.yaml"
    builtin = ROOT / "pepinsight" / "rubrics" / "data" / "birmingham.yaml"
    own.write_text(builtin.read_text(encoding="utf-8").replace("id: birmingham", "id: own", 1), encoding="utf-8")
    status, _, err = run(capsys, "train", tmp_path, "--rubric", own, "--to", tmp_path)
    assert status == WRONG_USAGE
    assert "no model can be trained for the rubric 'own'" in err


def test_a_form_is_explained_in_plain_words(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "form", "explain", GOLD / "c2-01.docx")
    assert status == ALL_ASSESSED
    assert "Form: Welfare Call" in out
    assert "TAB 5 Voice of the Child" in out
    assert 'its words fit the hint "voice child"' in out
    assert "Left blank: UPN (social worker)" in out
    assert "Labels not recognised" in out


def test_a_form_that_cannot_be_read_gets_one_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, out, err = run(capsys, "form", "explain", tmp_path / "nowhere.docx")
    assert (status, out, err) == (SOME_NOT, "", "nowhere.docx was not found.\n")


def test_papers_beside_a_pep_are_read_with_it(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    sheet = tmp_path / "pupil voice sheet.docx"
    sheet.write_bytes(EARLY_YEARS.read_bytes())
    status, out, _ = run(capsys, "assess", "--json", WORD, "--attached", sheet, tmp_path / "nowhere.pdf")
    record = json.loads(out)
    assert status == ALL_ASSESSED
    assert record["attachments"]["files"] == ["pupil voice sheet.docx"]
    assert record["attachments"]["seen"] == ["views"]
    assert "nowhere.pdf was not found." in record["message"]
    assert any(item["place"].get("file") == "pupil voice sheet.docx" for item in record["evidence"])


def test_papers_belong_to_one_pep(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "assess", WORD, PDF, "--attached", EARLY_YEARS)
    assert status == WRONG_USAGE
    assert "papers belong to one PEP" in err
