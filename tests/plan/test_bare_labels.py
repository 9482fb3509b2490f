"""Labels of one word, and care details two to a row among topics of other parts."""

from __future__ import annotations

import io
from datetime import date

import docx
from making_plans import Form

from pepinsight.documents import read_bytes
from pepinsight.plan.recognise import recognise


def test_next_and_previous_alone_beside_a_date() -> None:
    form = Form().table([["Previous", "24-Jun-2025", "Next", "Thursday 5 March 2026, 10am"]])
    dates = form.plan().dates
    assert dates.previous_meeting == date(2025, 6, 24)
    assert dates.next_meeting == date(2026, 3, 5)


def test_next_in_the_minutes_is_no_meeting() -> None:
    form = Form().heading("Minutes of the meeting").para("Next: the therapist will visit on 12 March 2026.")
    assert form.plan().dates.next_meeting is None


def test_two_pairs_in_a_row_are_no_row_of_topics() -> None:
    rows = [
        ["Legal status", "s.31", "In care since", "11.02.20"],
        ["Address", "The Larches", "Key worker", "Josie Adair"],
        ["Parental responsibility", "", "Ethnicity", "White Irish"],
        ["Health", "No dentist for two years", "SEN", "None"],
        ["Attendance", "91%", "Contact", ""],
    ]
    form = Form().heading("Care information").table(rows)
    blank = [item.kind for item in form.plan().fields if item.blank]
    assert blank == ["parental_responsibility", "contact_arrangements"]
    assert form.plan().dates.entered_care == date(2020, 2, 11)


def test_a_bold_label_amid_labels_with_answers_below_heads_no_part() -> None:
    document = docx.Document()
    document.add_heading("Education plan", 1)
    for label, answer in (
        ("Preferred name", "Pri"),
        ("Setting", "Ottersfield Academy"),
        ("Date of meeting", "5 February 2026"),
        ("When we last met", "16 October 2025"),
    ):
        document.add_paragraph().add_run(label).bold = True
        document.add_paragraph(answer)
    for part in ("My views", "Targets"):
        document.add_heading(part, 1)
        document.add_paragraph("I like art.")
    stream = io.BytesIO()
    document.save(stream)
    plan = recognise(read_bytes(stream.getvalue(), "plan.docx"))
    assert [plan.quote(section.title) for section in plan.sections if section.title][:2] == [
        "Education plan",
        "My views",
    ]
    assert (plan.dates.meeting, plan.dates.previous_meeting) == (date(2026, 2, 5), date(2025, 10, 16))
