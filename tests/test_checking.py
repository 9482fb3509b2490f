"""A check before submission: what is missing and who completes it, in words a busy teacher reads."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from pepinsight.assessing import Options, Record, assess_bytes, assess_file
from pepinsight.checking import Check, check, label, words
from pepinsight.cli import main
from pepinsight.cli.command import ALL_ASSESSED, SOME_NOT
from pepinsight.rubrics import load_rubric, rubric_ids

GOLD = Path(__file__).parents[1] / "corpora" / "gold"
TARGETS = [["Target", "How we will help", "By when"], ["Leo will get better at maths", "", ""]]


def form(*parts: tuple[str, str | list[list[str]]]) -> bytes:
    paper = docx.Document()
    paper.add_heading("Personal Education Plan")
    front = [
        ["Name", "Leo Marsh"],
        ["Date of birth", "03/04/2014"],
        ["School", "Fern Bank"],
        ["Meeting held", "12/11/2025"],
    ]
    for title, content in [("", front), *parts]:
        if title:
            paper.add_heading(title, 2)
        if isinstance(content, str):
            paper.add_paragraph(content)
            continue
        table = paper.add_table(len(content), len(content[0]))
        for row, cells in enumerate(content):
            for column, text in enumerate(cells):
                table.cell(row, column).text = text
    stream = io.BytesIO()
    paper.save(stream)
    return stream.getvalue()


def checked(*parts: tuple[str, str | list[list[str]]], rubric: str = "birmingham") -> Check:
    record = assess_bytes(form(*parts), "draft.docx", Options((rubric,), models=False))
    assert record.findings is not None, record.message
    return of(record, rubric)


def of(record: Record, rubric: str) -> Check:
    assert record.findings is not None
    return check(record.findings, record.suggestions[rubric].assessment, load_rubric(rubric))


def lines(found: Check, who: str = "", title: str = "") -> list[str]:
    return [
        line
        for person, topics in found.people
        for topic in topics
        for line in topic.missing
        if who in person and title in topic.title
    ]


DRAFT = (
    (
        "Section A: Social worker",
        [["Legal status", ""], ["Care plan summary", ""], ["SDQ score", "Click or tap here to enter text."]],
    ),
    ("Young person's views", "I like art."),
    ("SEND", "Leo has dyslexia. EHCP attached."),
    ("Targets", TARGETS),
    ("Pupil premium plus", "£400 for a tutor this term."),
    ("PEP meeting", "We met and talked about art."),
)


def test_blank_fields_stand_under_the_person_who_fills_them_in() -> None:
    found = checked(*DRAFT)
    (line,) = lines(found, "Social worker", "blank")
    assert "legal status" in line
    assert "Section A: Social worker" in line
    assert lines(found, "School", "blank") == []


def test_each_target_says_which_letters_it_lacks_and_the_advice_stands_once() -> None:
    found = checked(*DRAFT)
    (line,) = lines(found, "School", "one by one")
    assert "“Leo will get better at maths”" in line
    assert "measurable" in line
    assert "time-bound" in line
    topic = next(topic for _, topics in found.people for topic in topics if "one by one" in topic.title)
    assert len(topic.advice) == len(set(topic.advice)) > 0


def test_a_sum_beside_no_target_a_missing_date_and_a_paper_not_seen() -> None:
    found = checked(*DRAFT)
    assert any("£400" in line for line in lines(found, "School", "pupil premium"))
    assert words().no_next_meeting in lines(found, "School", "Dates")
    assert any("EHCP attached" in line for line in lines(found, "School", "Papers"))


def test_a_date_that_is_given_is_not_asked_for() -> None:
    found = checked(("Next PEP", [["Date of next PEP", "11/03/2026"]]), *DRAFT)
    assert words().no_next_meeting not in lines(found)


@pytest.mark.parametrize("rubric", ["birmingham", "redcar", "walsall"])
@pytest.mark.parametrize("name", ["a2-05", "b1-05", "c2-05"])
def test_no_level_is_named_and_nothing_on_target_is_listed(name: str, rubric: str) -> None:
    record = assess_file(GOLD / f"{name}.docx", Options((rubric,), models=False))
    found = of(record, rubric)
    judge = load_rubric(rubric)
    said = [line for _, topics in found.people for topic in topics for line in (*topic.missing, *topic.advice)]
    colours = {level.id: level.colour for level in judge.data.levels}
    for level in judge.data.levels:
        assert not any(f" {level.label.lower()} " in f" {line.lower()} " and len(level.label) > 3 for line in said)
    good = {
        section.title
        for section in record.suggestions[rubric].assessment.sections
        if colours.get(section.rule_level) in ("green", "gold")
    }
    listed = {topic.title for _, topics in found.people for topic in topics}
    assert listed.isdisjoint(good - set(words().titles.values()))


def test_people_are_named_as_a_person_would() -> None:
    assert label(["school", "social_worker", "carer"]) == "School, social worker and carer"
    assert label(["carer"]) == "Carer"
    assert label([]) == words().nobody
    for id in rubric_ids():
        for section in load_rubric(id).data.sections:
            assert set(section.completed_by) <= set(words().people)


def test_the_command_prints_what_is_missing_and_no_rating(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(GOLD / "b1-03.docx")]) == ALL_ASSESSED
    out = capsys.readouterr().out
    assert "before you submit" in out
    assert "SOCIAL WORKER" in out
    assert "Below target" not in out
    assert "Suggested" not in out


def test_the_command_says_why_a_file_cannot_be_checked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["check", str(tmp_path / "nowhere.docx")]) == SOME_NOT
    assert "nowhere.docx was not found." in capsys.readouterr().err
