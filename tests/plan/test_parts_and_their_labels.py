"""The parts of a form and the labels in its education parts, in the words of many an authority."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from pepinsight.documents import read
from pepinsight.plan import SectionKind, recognise
from pepinsight.plan.fields import match_label, section_of
from pepinsight.plan.title_words import classify


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Child's wishes, views and feelings", SectionKind.VIEWS),
        ("Comments from foster carers / parents", SectionKind.CARER),
        ("Current Educational Placement", SectionKind.EDUCATION),
        ("Access to Full Time Education", SectionKind.PART_TIME),
        ("EHC Plan", SectionKind.SEND),
        ("Emotional and Social Development", SectionKind.SEMH),
        ("Employment and Training Aspirations", SectionKind.CAREERS),
        ("Moving on at 16", SectionKind.CAREERS),
        ("Progress towards last targets", SectionKind.PREVIOUS_TARGETS),
        ("Post-16 Bursary", SectionKind.PREMIUM),
        ("Issues Discussed", SectionKind.MEETING),
        ("Those in Attendance", SectionKind.ATTENDEES),
        ("Apologies for absence", SectionKind.ATTENDEES),
        ("Signing my plan", SectionKind.SIGN_OFF),
    ],
)
def test_a_heading_in_other_words_opens_its_part(heading: str, kind: SectionKind) -> None:
    assert classify(heading)[0] is kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Personal, Social and Emotional Development", SectionKind.SEMH),
        ("Changes in attendance", SectionKind.ATTENDEES),
        ("Aspirational targets", SectionKind.CAREERS),
        ("Current levels of attendance", SectionKind.ATTAINMENT),
        ("Bursary award", SectionKind.ACHIEVEMENTS),
        ("Moving on to secondary school", SectionKind.CAREERS),
        ("Confirmation of placement", SectionKind.SIGN_OFF),
    ],
)
def test_a_heading_that_shares_a_word_with_a_part_is_not_taken_for_it(heading: str, kind: SectionKind) -> None:
    assert classify(heading)[0] is not kind


@pytest.mark.parametrize(
    ("label", "kind", "part"),
    [
        ("What is the current attendance?", "attendance_percent", SectionKind.ATTENDANCE),
        ("Actions to address attendance below 95%", "attendance_detail", SectionKind.ATTENDANCE),
        ("Are there any attendance concerns?", "attendance_detail", SectionKind.ATTENDANCE),
        ("Is the child receiving 25 hours of education?", "full_time", SectionKind.PART_TIME),
        ("Does the pupil attend any alternative provision?", "alternative_provision", SectionKind.PART_TIME),
        ("Managed moves", "suspensions", SectionKind.EXCLUSIONS),
        ("Is an EHC needs assessment being considered?", "send_status", SectionKind.SEND),
        ("Area of difficulty", "primary_need", SectionKind.SEND),
        ("SEND provision", "sen_support", SectionKind.SEND),
        ("Relationships with peers", "emotional_health", SectionKind.SEMH),
        ("External services", "agency", SectionKind.SEMH),
        ("Aspirations", "careers_plan", SectionKind.CAREERS),
    ],
)
def test_a_label_in_the_schools_part_counts_for_what_it_asks(label: str, kind: str, part: SectionKind) -> None:
    found = match_label(label, stands=SectionKind.EDUCATION)
    assert found is not None
    assert (found.kind, section_of(found.kind, SectionKind.EDUCATION)) == (kind, part)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("25 hours of teaching assistant support", "full_time"),
        ("How many hours of sleep?", "full_time"),
        ("Which clubs do you attend?", "attendance_percent"),
        ("Who will attend parents' evening?", "attendance_percent"),
        ("Did I attend my PEP?", "attendance_detail"),
        ("Social isolation", "suspensions"),
        ("Home tuition cost", "alternative_provision"),
        ("External support for carer", "agency"),
    ],
)
def test_a_label_that_shares_words_asks_for_something_else(label: str, kind: str) -> None:
    found = match_label(label, stands=SectionKind.EDUCATION)
    assert found is None or found.kind != kind


def test_questions_about_worries_are_no_register_of_who_came(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Personal Education Plan", 0)
    document.add_heading("Social, Emotional and Mental Health", 1)
    rows = [
        ("Are there any worries about wellbeing?", "She frets before tests."),
        ("What help is being given?", "Drawing club on Fridays."),
        ("Other agencies involved", "CAMHS, waiting list"),
    ]
    table = document.add_table(0, 2)
    for label, answer in rows:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, answer
    document.save(str(tmp_path / "plan.docx"))
    plan = recognise(read(tmp_path / "plan.docx"))
    assert {field.section for field in plan.fields} == {SectionKind.SEMH}
    assert not plan.people


def test_a_question_row_that_sounds_like_the_minutes_stays_in_the_childs_part(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Personal Education Plan", 0)
    parts = {
        "Child's Views": ("What is going well for me?", "I like pottery and my friends are kind."),
        "School Attendance": ("What is the current attendance?", "97%"),
        "Special Educational Needs": ("What is the main need?", "Speech"),
        "Mental Health": ("Who helps?", "A mentor each week."),
    }
    for heading, (question, answer) in parts.items():
        table = document.add_table(0, 1)
        for text, bold in ((heading, True), (question, True), (answer, False)):
            table.add_row().cells[0].paragraphs[0].add_run(text).bold = bold
        document.add_paragraph("")
    document.save(str(tmp_path / "plan.docx"))
    plan = recognise(read(tmp_path / "plan.docx"))
    told = [
        s.kind
        for s in plan.sections
        if any("pottery" in plan.document.text_of(plan.document.blocks[b]) for b in s.blocks)
    ]
    assert told == [SectionKind.VIEWS]
