"""The statutory points, told from what stands in the plan."""

from __future__ import annotations

import pytest
from making_peps import Part, findings_of

LIST = [
    ("Name", "Role", "Attended"),
    ("Ines Marlow", "Social worker", "Yes"),
    ("Bo Orchard", "Designated teacher", "No"),
]


def test_who_came_is_read_from_the_list() -> None:
    findings = findings_of({"Attendance at the meeting": [LIST]})
    assert findings.value("compliance_sw_present") is True
    assert findings.value("compliance_dt_present") is False


def test_nobody_attends_a_meeting_that_did_not_take_place() -> None:
    findings = findings_of({"Meeting notes": ["The meeting did not take place because of the snow."]})
    assert findings.value("compliance_sw_present") is False


SUBJECTS = ("English", "Maths", "Science", "Art", "History")


@pytest.mark.parametrize(("filled", "expected"), [(5, True), (4, True), (3, False), (0, False)])
def test_most_subjects_need_a_current_level(filled: int, expected: bool) -> None:
    rows = [("Subject", "Target grade", "Current grade"),
            *((name, "6", "5" if number < filled else "") for number, name in enumerate(SUBJECTS))]  # fmt: skip
    assert findings_of({"Attainment": [rows]}).value("compliance_attainment_record") is expected


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ([("Care plan summary", "Long-term fostering with Ms Tolland.")], True),
        ([("Care plan summary", ""), ("Placement", "Her plan is long-term fostering, agreed at panel in May.")], True),
        ([("Care plan summary", ""), ("Health", "Asthma. Her health care plan is in the office.")], False),
        ([("Care plan summary", ""), ("Placement", "")], False),
    ],
)
def test_the_care_plan_counts_wherever_it_is_told(part: Part, expected: bool) -> None:
    findings = findings_of({"Care information": [part]})
    assert findings.value("compliance_care_plan") is expected
    assert bool(findings.features["compliance_care_plan"].evidence) is expected


def test_provision_for_a_need_is_personal_and_a_slogan_is_not() -> None:
    named = findings_of({
        "Special educational needs": ["Ms Reed runs a daily 20-minute phonics group for Wren's dyslexia.",
                                      "A laptop with a reading pen was bought on 3 October for exams."]
    })  # fmt: skip
    slogan = findings_of({"Special educational needs": ["All pupils receive quality first teaching."]})
    assert named.value("compliance_personalised") is True
    assert slogan.value("compliance_personalised") is False


HEADER = ("Target", "Strategy", "Success criteria", "By when")


def test_a_target_that_answers_what_the_child_said_is_told_from_one_that_does_not() -> None:
    views = [("What would you like to be different at school?",
              "I hate the dinner hall, the noise hurts my ears, I want to eat somewhere quiet with Fern.")]  # fmt: skip
    quiet = ("Wren will eat her dinner somewhere quiet with Fern, away from the noise of the hall, on four days a week",
             "Quiet room by the library", "Dinner register", "27/02/2026")  # fmt: skip
    other = ("Wren will solve eight of ten quadratic equations", "Tutor on Tuesdays", "Marked paper", "27/02/2026")
    findings = findings_of({"My views": [views], "SMART targets": [[HEADER, quiet, other]]})
    assert [target.from_voice for target in findings.targets] == [True, False]
