"""An authority's own rubric: begun, checked, found by its id, tried on PEPs; the guide is enough to write one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from making_rubrics import SMALL

from pepinsight.assessing import Options, assess_file
from pepinsight.cli import main
from pepinsight.cli.command import ALL_ASSESSED, WRONG_USAGE
from pepinsight.data_files import DataFileError
from pepinsight.rubrics import checklist_ids, load_rubric, rubric_ids, template_ids
from pepinsight.rubrics.library import shipped_folder, unusable_rubrics
from pepinsight.rubrics.proofread import proofread

HERE = Path(__file__).parent
GOLD = HERE.parents[1] / "corpora" / "gold"
FROM_THE_GUIDE = HERE / "data" / "harbour_vale.yaml"
ONE_OF_EACH_PHASE = {"EY": GOLD / "a1-01.docx", "SSA": GOLD / "a2-03.docx", "P16": GOLD / "a1-06.docx"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an authority's own rubrics."""
    own = tmp_path / "our rubrics"
    monkeypatch.setenv("PEPINSIGHT_RUBRICS", str(own))
    return own


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def test_a_rubric_of_six_areas_from_the_guide_alone_rates_peps_of_every_phase() -> None:
    assert len(FROM_THE_GUIDE.read_text(encoding="utf-8").splitlines()) < 80
    rubric = load_rubric(FROM_THE_GUIDE)
    assert (len(rubric.data.sections), len(rubric.levels)) == (6, 3)
    assert proofread(rubric, FROM_THE_GUIDE) == []
    for phase, pep in ONE_OF_EACH_PHASE.items():
        record = assess_file(pep, Options((FROM_THE_GUIDE,)))
        suggestion = record.suggestions["harbour_vale"]
        assert suggestion.assessment.findings.plan.phase == phase
        assert suggestion.overall is not None and suggestion.overall.level in ("strong", "developing", "weak")
        rated = [section for section in suggestion.sections if section.suggested != "NA"]
        assert len(rated) == (5 if phase == "EY" else 6)
        assert any(criterion.evidence for section in rated for criterion in section.criteria)


@pytest.mark.parametrize("like", ["blank", "birmingham", "st_helens", "hillingdon_post_16"])
def test_a_copy_keeps_the_words_and_is_found_by_its_own_id(
    folder: Path, capsys: pytest.CaptureFixture[str], like: str
) -> None:
    status, told, _ = run(capsys, "rubric", "new", "our_own", "--like", like)
    assert status == ALL_ASSESSED and str(folder / "our_own.yaml") in told
    copy, model = load_rubric("our_own"), load_rubric(like)
    assert copy.id == "our_own"
    assert copy.data.sections == model.data.sections
    assert ("our_own" in template_ids()) == like.startswith("hillingdon")
    assert ("our_own" in rubric_ids()) != ("our_own" in template_ids())
    assert unusable_rubrics() == {}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["Ours!"], "cannot be an id"),
        (["../ours"], "cannot be an id"),
        (["birmingham"], "choose another id"),
        (["ours", "--like", "birmingam"], "did you mean 'birmingham'?"),
    ],
)
def test_a_copy_that_cannot_be_made_is_refused_in_one_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    status, _, error = run(capsys, "rubric", "new", *arguments)
    assert status == WRONG_USAGE and told in error
    assert not folder.exists()


def test_a_file_is_never_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "rubric", "new", "ours")
    (folder / "ours.yaml").write_text("our own words", encoding="utf-8")
    status, _, error = run(capsys, "rubric", "new", "ours")
    assert status == WRONG_USAGE and "of your own already" in error
    assert (folder / "ours.yaml").read_text(encoding="utf-8") == "our own words"


def test_a_file_of_ones_own_that_is_wrong_is_told_and_stops_no_other(folder: Path) -> None:
    folder.mkdir()
    (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
    (folder / "broken.yaml").write_text(SMALL.replace("title:", "titel:", 1), encoding="utf-8")
    (folder / "other_name.yaml").write_text(SMALL, encoding="utf-8")
    (folder / "birmingham.yaml").write_text(SMALL, encoding="utf-8")
    assert "small" in rubric_ids() and "broken" not in rubric_ids()
    assert load_rubric("birmingham").data.source == "seed 000"
    wrong = unusable_rubrics()
    assert set(wrong) == {"broken.yaml", "other_name.yaml", "birmingham.yaml"}
    assert "broken.yaml line 2: unknown key 'titel'; did you mean 'title'?" in wrong["broken.yaml"]
    assert "must be the file's name" in wrong["other_name.yaml"]
    with pytest.raises(DataFileError, match="titel"):
        load_rubric("broken")


def test_checking_names_the_line_of_what_hardly_was_meant(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = SMALL.replace("enough: 95", "enough: 95\n  never: 3").replace("    reads: [targets]\n", "")
    text = text.replace("when: new_targets >= 2}", "when: new_targets >= 6}")
    text = text.replace(
        "says: The child is taught full time., when: not known_part_time", "says: X., when: year_group < 90"
    )
    text = text.replace("number_at('poor') >= 1", "number_at('poor') > 2").replace(
        "says: No section is poor.}", "when: number_at('poor') == 0, says: No section is poor.}"
    )
    text = text.replace("label: Fair, colour: amber", "label: Fair, colour: orange")
    path = tmp_path / "small.yaml"
    path.write_text(text, encoding="utf-8")
    status, told, _ = run(capsys, "rubric", "check", path)
    assert status == ALL_ASSESSED
    lines = told.splitlines()
    assert lines[:-1] == [
        "small.yaml line 8: no criterion uses the setting 'never'",
        "small.yaml line 11: the colour 'orange' is shown grey: there are green, gold, amber, red, grey",
        "small.yaml line 14: 'targets' has no 'reads': in a print of one tab it would be rated on what is not there",
        "small.yaml line 19: 'targets' can never be fair: whatever meets it meets good too",
        "small.yaml line 29: 'full' is always met",
        "small.yaml line 32: some levels lead to no judgement, such as: 1 Good, 1 Poor",
        "small.yaml line 33: no levels were found that lead to 'red'",
    ]


def test_checking_tells_all_that_is_wrong_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "small.yaml"
    text = SMALL.replace("new_targets >= 5", "new_tagets >= 5").replace("number_at('poor')", "numbr_at('poor')")
    path.write_text(text.replace('version: "1"', "version: 1"), encoding="utf-8")  # a plain number is no fault
    status, _, error = run(capsys, "rubric", "check", path)
    assert status == WRONG_USAGE
    assert error.splitlines() == [
        "pepinsight: small.yaml line 18: nothing is called 'new_tagets'; did you mean 'new_targets'?",
        "small.yaml line 33: there is no function 'numbr_at'; did you mean 'number_at'?",
    ]


@pytest.mark.parametrize("id", [*rubric_ids(), *checklist_ids(), *template_ids()])
def test_nothing_in_the_rubrics_that_come_along_is_idle(id: str) -> None:
    rubric, path = load_rubric(id), shipped_folder() / f"{id}.yaml"
    told = [line for line in proofread(rubric, path) if "lead to no judgement" not in line]
    assert [line for line in told if "has no criteria yet" not in line or rubric.kind != "template"] == []


def test_trying_tells_levels_and_criteria_that_decide_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and then nothing")
    status, told, _ = run(capsys, "rubric", "try", FROM_THE_GUIDE, GOLD / "a1-01.docx", broken)
    assert status != ALL_ASSESSED
    assert "a1-01.docx: " in told and "voice " in told and "broken.pdf: " in told
    assert "Rated: 1 PEP." in told
    assert "says little" in told
    assert "Always met:" in told


def test_the_schema_knows_every_key_of_the_rubrics_that_come_along(capsys: pytest.CaptureFixture[str]) -> None:
    _, told, _ = run(capsys, "rubric", "schema")
    schema = json.loads(told)
    assert {"sections", "levels", "overall", "checks", "settings", "template"} <= set(schema["properties"])
    assert schema["additionalProperties"] is False
    section = schema["$defs"]["SectionData"]["properties"]
    assert {"anchors", "applies", "of_overall"} <= set(section)
    assert all("description" in key for key in section.values())
