"""From a file to suggestions: all steps at once, one record whatever the file, the earlier PEP of the same child."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import pepinsight as pep
from pepinsight.assessing import Options, Status, assess_bytes
from pepinsight.earlier import Archive

GOLD = Path(__file__).parents[1] / "corpora" / "gold"
AUTUMN, SPRING = GOLD / "a2-03.docx", GOLD / "a2-04.docx"  # the same child, one term apart


def test_the_five_steps_and_the_one_call_say_the_same() -> None:
    findings = pep.find_evidence(pep.recognise(pep.read(AUTUMN)), previous=None)
    assessment = pep.load_rubric("birmingham").rate(findings)
    stepwise = pep.calibrate(assessment, findings)
    at_once = pep.assess(AUTUMN, rubric="birmingham")
    assert stepwise.sections == at_once.sections
    assert stepwise.overall == at_once.overall
    assert [section.suggested for section in at_once.sections] == [s.rule_level for s in assessment.sections]


def test_findings_of_another_plan_are_refused() -> None:
    findings = pep.find_evidence(pep.recognise(pep.read(AUTUMN)))
    assessment = pep.load_rubric("birmingham").rate(findings)
    with pytest.raises(ValueError, match="different plans"):
        pep.calibrate(assessment, pep.find_evidence(pep.recognise(pep.read(SPRING))))


def test_a_file_in_memory_is_assessed_like_one_on_disk() -> None:
    on_disk = pep.assess_file(AUTUMN)
    in_memory = assess_bytes(AUTUMN.read_bytes(), AUTUMN.name)
    assert in_memory.status is Status.ASSESSED
    assert in_memory.suggestions["birmingham"].sections == on_disk.suggestions["birmingham"].sections


def test_a_fault_of_our_own_is_a_record_that_names_no_words_of_the_pep(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object) -> None:
        raise KeyError("Corey said he hates Mondays")

    monkeypatch.setattr("pepinsight.assessing.find_evidence", stumble)
    record = pep.assess_file(AUTUMN)
    assert record.status is Status.UNREADABLE
    assert record.message is not None
    assert "KeyError in test_assessing.py" in record.message
    assert "Corey" not in record.message


def test_an_unreadable_file_raises_for_the_one_call(tmp_path: Path) -> None:
    with pytest.raises(pep.Unreadable):
        pep.assess(tmp_path / "nowhere.pdf")


def test_an_earlier_pep_that_cannot_be_read_does_not_lose_this_one(tmp_path: Path) -> None:
    record = pep.assess_file(SPRING, Options(previous=tmp_path / "gone.docx"))
    assert record.status is Status.ASSESSED
    assert record.message == "The earlier PEP could not be used: gone.docx was not found."


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    for name in ("a2-03.docx", "a2-03.pdf", "a2-04.docx", "b1-02.docx"):
        shutil.copy(GOLD / name, tmp_path)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    return tmp_path


def test_the_same_childs_earlier_pep_is_found_in_a_folder(archive: Path) -> None:
    record = pep.assess_file(SPRING, Options(archive=Archive(archive)))
    assert record.previous_file == "a2-03.docx"  # not the PDF of the same meeting, nor this PEP itself
    assert record.findings is not None
    assert record.findings.previous is not None
    assert record.message is None


def test_a_child_without_an_earlier_pep_is_told(archive: Path) -> None:
    record = pep.assess_file(AUTUMN, Options(archive=Archive(archive)))
    assert (record.previous_file, record.message) == (None, "No earlier PEP of this child is kept here.")
    assert record.status is Status.ASSESSED


def test_two_files_that_lay_claim_to_be_the_earlier_pep_are_left_alone(archive: Path) -> None:
    from docx import Document

    other = Document(str(AUTUMN))
    other.add_paragraph("Printed again with a remark.")
    other.save(str(archive / "a2-03 copy.docx"))
    record = pep.assess_file(SPRING, Options(archive=Archive(archive)))
    assert record.previous_file is None
    assert record.message is not None
    assert "a2-03 copy.docx, a2-03.docx" in record.message
