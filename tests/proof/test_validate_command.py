"""``pepinsight validate`` from end to end at the terminal, and what switching a section off does to ``assess``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pepinsight.assessing import Options, assess_file
from pepinsight.cli import main
from pepinsight.cli.command import ALL_ASSESSED, WRONG_USAGE
from pepinsight.contract import to_json
from pepinsight.proof import Held, held_back
from pepinsight.rubrics import load_rubric
from pepinsight.store import Store, open_store
from pepinsight.summary import summarise

GOLD = Path(__file__).parents[2] / "corpora" / "gold"
PEP = GOLD / "b1-02.docx"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The database that commands find, with one PEP in it."""
    monkeypatch.setenv("PEPINSIGHT_DATABASE", str(tmp_path / "pepinsight.db"))
    opened = open_store()
    record = assess_file(PEP, Options(models=False))
    opened.add_file(PEP.read_bytes(), PEP.name, "Rosa Thornbury", tuple(record.suggestions.values()))
    yield opened
    opened.close()


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(list(arguments))
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def test_drawn_rated_and_reported(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "validate", "draw", "--size", "20", "--by", "Idris Calloway")
    assert status == ALL_ASSESSED
    assert "Blind check 1: 1 PEPs drawn from 1." in out
    _, out, _ = run(capsys, "validate", "report")
    assert "Nobody has rated any of them yet." in out

    [pep] = store.check(1).peps
    for section, level in pep.suggested.items():
        store.rate_blind(1, 1, section, level, "Amal Reyes")
        store.rate_blind(1, 1, section, "SB", "Bryn Castell")
    _, out, _ = run(capsys, "validate", "report")
    rated = sum(level != "NA" for level in pep.suggested.values())
    assert f"pepinsight and Amal Reyes gave the same level {rated} times of {rated}: too few to tell." in out
    assert "Amal Reyes and Bryn Castell gave the same level" in out
    assert "Rated by Amal Reyes (1 of 1), Bryn Castell (1 of 1)." in out
    [once] = [line for line in out.splitlines() if line.startswith("Too few to tell")]
    assert "Personal and care information" in once and "The PEP meeting" in once
    assert out.count("too few to tell") == 3 + 3  # three pairs, over all sections and of the overall judgement

    _, out, _ = run(capsys, "validate", "report", "--check", "1", "--json")
    told = json.loads(out)
    assert (told["check"], told["drawn_by"], told["officers"]) == (1, "Idris Calloway", ["Amal Reyes", "Bryn Castell"])
    assert {section["verdict"] for section in told["sections"]} == {"cannot tell"}
    first = told["all_sections"][0]
    assert (first["one"], first["figure"]["same"]) == ("Amal Reyes", rated)

    status, out, _ = run(capsys, "validate", "end", "--by", "Idris Calloway")
    assert status == ALL_ASSESSED and "has ended" in out
    assert store.check(1).ended is not None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("report",), "no blind check has been drawn yet"),
        (("report", "--check", "7"), "There is no blind check 7"),
        (("off", "Z"), "birmingham has no section 'Z'"),
        (("draw", "--rubric", "birminham"), "did you mean 'birmingham'"),
        (("draw", "no/such/file.docx"), "no PEP to draw from"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    store: Store, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    status, _, err = run(capsys, "validate", *arguments)
    assert status == WRONG_USAGE
    assert said in err and "Traceback" not in err


def test_switched_off_and_on_again(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "validate", "off", "B", "--by", "Idris Calloway")
    assert status == ALL_ASSESSED and "no longer shown; its evidence still is" in out
    assert store.switched_off("birmingham")["B"].reviewer == "Idris Calloway"
    _, out, _ = run(capsys, "assess", str(PEP), "--json")
    told = json.loads(out)["rubrics"]["birmingham"]
    by_id = {section["id"]: section for section in told["sections"]}
    assert by_id["B"]["suggested"] is None and by_id["B"]["switched_off_by"] == "Idris Calloway"
    assert all(section["suggested"] for id, section in by_id.items() if id != "B")
    assert told["suggested_overall"] is None
    run(capsys, "validate", "on", "B", "--by", "Idris Calloway")
    assert not store.switched_off("birmingham")


def test_a_switched_off_section_tells_its_evidence_and_no_level() -> None:
    record = assess_file(PEP, Options(models=False))
    [section] = [one for one in record.suggestions["birmingham"].sections if one.id == "B"]
    held = held_back(record, Held({"birmingham": {"B": "Idris Calloway"}}))
    printed: dict[str, Any] = next(
        one for one in to_json(held)["rubrics"]["birmingham"]["sections"] if one["id"] == "B"
    )
    assert [one["evidence"] for one in printed["criteria"]] == [one.evidence for one in section.criteria]
    levels = ("rule_level", "suggested", "confidence", "probabilities", "unsure")
    assert all(printed[name] is None for name in levels) and printed["likely"] == []
    assert all(one["met"] is None and one["level"] is None for one in printed["criteria"])
    page = summarise(held, {"birmingham": load_rubric("birmingham")})
    assert f"{section.title} - no suggestion: switched off by Idris Calloway" in page
    assert "Suggested overall" not in page


def test_trying_a_rubric_leaves_out_what_is_switched_off_and_says_so(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    _, before, _ = run(capsys, "rubric", "try", "birmingham", str(PEP))
    assert "  B " in before and "  B: " in before
    run(capsys, "validate", "off", "B", "--by", "Idris Calloway")
    _, told, _ = run(capsys, "rubric", "try", "birmingham", str(PEP))
    assert [line for line in told.splitlines() if "switched off" in line] == [
        "Left out, since their suggestions are switched off: B."
    ]
    assert "  B " not in told and "  B: " not in told and "no judgement" in told
    assert "  D_carer: " in told


def test_a_pep_that_officers_rate_blind_is_kept_quiet_about_until_the_check_has_ended(
    store: Store, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    store.start_check("birmingham", [(1, "drawn")], 1, 7, "Idris Calloway")
    renamed = tmp_path / "under another name.docx"
    renamed.write_bytes(PEP.read_bytes())
    why = "This PEP is in blind check 1"
    _, told, _ = run(capsys, "assess", str(renamed), "--rubric", "birmingham", "--rubric", "redcar")
    assert told.count(why) == 2 and "Suggested overall" not in told and "wants:" not in told
    _, line, _ = run(capsys, "assess", str(renamed), "--json")
    rated = json.loads(line)["rubrics"]["birmingham"]
    assert rated["sections"] == [] and rated["suggested_overall"] is None and why in rated["message"]
    _, told, _ = run(capsys, "rubric", "try", "birmingham", str(renamed))
    assert why in told and "Rated: 0 PEPs." in told
    store.end_check(1, "Idris Calloway")
    _, told, _ = run(capsys, "assess", str(renamed))
    assert why not in told and "Suggested overall" in told


def test_nothing_is_held_back_where_there_is_no_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PEPINSIGHT_DATABASE", str(tmp_path / "none" / "pepinsight.db"))
    _, out, _ = run(capsys, "assess", str(PEP), "--json")
    assert all(section["suggested"] for section in json.loads(out)["rubrics"]["birmingham"]["sections"])
    assert not (tmp_path / "none").exists()
