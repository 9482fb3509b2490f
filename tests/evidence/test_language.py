"""Language that cares: to whom a plan is written, and words that label, with gentler ones. Advice, never a rating."""

from __future__ import annotations

from pathlib import Path

import pytest
from making_peps import Part, findings_of

from pepinsight.evidence import REGISTRY, Findings
from pepinsight.evidence.language import wording_of
from pepinsight.plan import SectionKind
from pepinsight.rubrics import load_rubric, rubric_ids

ROOT = Path(__file__).parents[2]


def found(education: str, views: str = "", **extra: str) -> Findings:
    more = {heading.replace("_", " "): [text] for heading, text in extra.items()}
    parts = {"Young person's views": [views], "Education": [education], **more, "PEP meeting": ["We met on time."]}
    return findings_of(parts)


def labels(findings: Findings) -> list[str]:
    return [item.quote for item in findings.evidence if item.feature == "language_labels"]


TO = (
    "You have worked hard in maths this term. Your reading is much stronger. We are proud of you. You asked for help. "
    "You joined the chess club. Your teacher says you listen well. You are on time each day."
)
ABOUT = (
    "Wren has worked hard in maths this term. His reading is stronger and he reads daily. Wren asked for help. "
    "He joined the chess club. Wren listens well. He is on time each day. Wren likes his teacher."
)


@pytest.mark.parametrize(
    ("text", "to"), [(TO, "child"), (ABOUT, "about"), (f"{TO} {ABOUT}", "both"), ("We met.", None)]
)
def test_to_whom_the_plan_is_written(text: str, to: str | None) -> None:
    assert found(text).value("language_written_to") == to


def test_thanks_to_a_colleague_do_not_speak_to_the_child() -> None:
    thanks = " Thank you for your report. Please let you know. I will email you."
    assert found(ABOUT + thanks).value("language_written_to") == "about"


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Wren absconded twice in May.", "absconded"),
        ("He has contact with mum on Sundays.", "contact with mum"),
        ("Wren and his siblings are settled.", "siblings"),
        ("Wren refuses to engage with the tutor.", "refuses to engage"),
        ("Wren shows challenging behaviour on Mondays.", "challenging behaviour"),
        ("There has been a placement breakdown.", "placement breakdown"),
        ("Wren is one of three LAC here.", "LAC"),
    ],
)
def test_words_that_label_are_told_with_gentler_ones(sentence: str, word: str) -> None:
    findings = found(sentence)
    assert labels(findings) == [word]
    wording = wording_of(word)
    assert wording is not None
    item = next(item for item in findings.evidence if item.feature == "language_labels")
    assert wording.instead in item.reason


@pytest.mark.parametrize(
    "sentence",
    [
        "Wren keeps eye contact and the contact details are up to date.",
        "His work placement at the garden centre starts in June.",
        "Wren knows what to do in case of fire and brought his pencil case.",
        "He has lower case letters secure.",
        "Wren lives with his brothers and sisters.",
    ],
)
def test_ordinary_words_are_left_alone(sentence: str) -> None:
    assert labels(found(sentence)) == []


def test_what_the_child_says_is_the_childs_own() -> None:
    assert labels(found("Wren told me “I am just a LAC kid to them” after school.")) == []
    assert labels(found("He is settled.", views="I want more contact with mum and my siblings.")) == []


def test_a_forms_headings_and_labels_do_not_count() -> None:
    findings = found("He is settled.", LAC_status_and_placement="Wren lives with Ann.")
    assert labels(findings) == []


def criteria_of(id: str) -> set[str]:
    """The features that decide a level in this rubric; its checks inform, and decide none."""
    rubric = load_rubric(id)
    named = [
        rubric.when[section.id, level, criterion.id].names
        for section in rubric.data.sections
        for level, criteria in section.levels.items()
        for criterion in criteria
    ]
    return {name for names in named for name in names}


def test_language_is_advice_and_no_shipped_rubric_or_model_weighs_it() -> None:
    language = {name for name in REGISTRY if name.startswith("language_")} | {"written_to_child"}
    assert len(language) == 3
    for id in rubric_ids():
        assert criteria_of(id).isdisjoint(language), id
    for file in (ROOT / "pepinsight" / "calibration" / "data").glob("*.yaml"):
        assert not any(name in file.read_text(encoding="utf-8") for name in language), file.name


REMARK = (
    "Wren told us “I love drama and want to act”. The carer said that she reads with him daily. Attendance is 97% and "
    "he was suspended for 2 days. New target: to read 20 pages by July, £300 PP+. More on LAC funding please."
)


@pytest.mark.parametrize(
    ("heading", "content"),
    [
        ("Quality Assurance", [REMARK]),
        ("Virtual School feedback", [REMARK]),
        ("Voice of the Child", [[("QA comment", REMARK), ("QA rating", "Amber")]]),
        ("PEP meeting record", [[("Virtual School QA", REMARK)]]),
        ("Minutes", [f"QA comment: {REMARK}"]),
    ],
)
def test_a_qa_officers_remarks_are_shown_and_are_evidence_of_nothing(heading: str, content: list[Part]) -> None:
    rest: dict[str, list[Part]] = {
        "Views": ["He likes art."],
        "Education": ["He is settled."],
        "The meeting": ["We met."],
    }
    without, full = findings_of(rest | {heading: ["-"]}), findings_of(rest | {heading: content})
    changed = {name for name in full.features if full.value(name) != without.value(name)}
    assert changed <= {"qa_remarks"}
    remarks = [item for item in full.evidence if item.feature == "qa_remarks"]
    assert any("I love drama" in item.quote for item in remarks)
    assert {item.section for item in remarks} == {SectionKind.QUALITY}
    assert all(REMARK[:20] not in item.quote for item in full.evidence if item.feature != "qa_remarks")


def test_no_rubric_weighs_a_qa_officers_remarks() -> None:
    for id in rubric_ids():
        assert "qa_remarks" not in criteria_of(id), id
