"""Labels and answers in every shape that forms give them, and the section each counts for."""

from __future__ import annotations

import pytest
from making_forms import Paper, texts

from pepinsight.plan import Plan
from pepinsight.plan import SectionKind as Kind


def answer(plan: Plan, kind: str) -> str | None:
    """The words of the field, None where there is no such field or it is blank."""
    found = plan.field(kind)
    return plan.quote(found.value) if found is not None and not found.blank else None


@pytest.mark.parametrize(
    "paper",
    [
        Paper().heading("Care").table([["Legal status", "Care order"], ["Placement", "Foster care"]]),
        Paper().heading("Care").table([["Legal status", "Care order", "Placement", "Foster care"]]),
        Paper().heading("Care").para("Legal status: Care order", "Placement: Foster care"),
        Paper().heading("Care").bold("Legal status:").para("Care order").bold("Placement:").para("Foster care"),
    ],
    ids=["two columns", "four columns", "lines", "bold labels"],
)
def test_the_same_answers_from_every_layout(paper: Paper) -> None:
    plan = paper.plan()
    assert answer(plan, "legal_status") == "Care order"
    assert answer(plan, "placement") == "Foster care"


@pytest.mark.parametrize(
    "nothing", ["", "-", "...", "____", "Click or tap here to enter text.", "Choose an item.", "Please select"]
)
def test_nothing_is_an_answer_left_blank(nothing: str) -> None:
    found = (
        Paper().heading("Care").table([["Legal status", nothing], ["Placement", "Home"]]).plan().field("legal_status")
    )
    assert found is not None
    assert found.blank


@pytest.mark.parametrize("nil", ["n/a", "None", "Nil", "0", "No"])
def test_none_is_an_answer(nil: str) -> None:
    assert answer(Paper().heading("Care").table([["Health", nil], ["Placement", "Home"]]).plan(), "health") == nil


def test_a_ticked_box_is_the_answer() -> None:
    rows = [["Full time?", "☒ Yes ☐ No"], ["Alternative provision", "☐ Yes ☐ No"]]
    plan = Paper().heading("Hours").table(rows).plan()
    assert answer(plan, "full_time") == "Yes"
    assert answer(plan, "alternative_provision") is None


@pytest.mark.parametrize(
    ("boxes", "told"),
    [
        ("Yes ☒ No ☐", "Yes"),
        ("Yes ☐ No ☒", "No"),
        ("Yes ☒  No ☐  (since September)", "Yes"),
        ("Yes ☐  No ☒ home at noon on Fridays", "No ☒ home at noon on Fridays"),
        ("Yes ☐ No ☐ (to be asked)", None),
        ("☐ Yes ☒ No", "No"),
        ("Tick one: ☒ Yes ☐ No", "Yes"),
    ],
)
def test_a_box_may_stand_behind_its_option(boxes: str, told: str | None) -> None:
    assert (
        answer(Paper().heading("Hours").table([["Full time?", boxes], ["Key adult", "Ms Vole"]]).plan(), "full_time")
        == told
    )


def test_a_question_is_answered_by_what_stands_below() -> None:
    plan = Paper().heading("My views").bold("What would you change?").para("Shorter maths.").plan()
    assert [plan.quote(item.value) for item in plan.fields] == ["Shorter maths."]


def test_topics_that_are_only_labels_of_one_table_count_for_their_own_section() -> None:
    plan = Paper().heading("School").fields(
        School="Larkmoor", Attendance_since_September="96.1%", Full_time="Yes", SEN_status="SEN Support",
        Careers_interview="May", Finance_officer="P Shell", SDQ="19",
    ).plan()  # fmt: skip
    for kind in (Kind.ATTENDANCE, Kind.PART_TIME, Kind.SEND, Kind.CAREERS, Kind.PREMIUM, Kind.SDQ):
        assert plan.has(kind), kind
    assert texts(plan, Kind.SEND) == ["SEN status", "SEN Support"]
    assert "SEN Support" not in texts(plan, Kind.EDUCATION)
    assert "Larkmoor" in texts(plan, Kind.EDUCATION)
    assert not plan.has(Kind.CARER)


def test_a_label_within_a_paragraph_leaves_the_rest_where_it_stands() -> None:
    plan = Paper().heading("Social worker").para("Care plan: Long-term fostering.").para("Leo likes frogs.").plan()
    assert texts(plan, Kind.CARE_PLAN) == ["Care plan", "Long-term fostering."]
    assert texts(plan, Kind.CARE) == ["Leo likes frogs."]


def test_minutes_do_not_lend_their_words_to_other_sections() -> None:
    plan = Paper().heading("PEP meeting").para("Attendance: super, 96.1%, one late.", "SEND: papers are in.").plan()
    assert not plan.has(Kind.ATTENDANCE)
    assert not plan.has(Kind.SEND)


def test_targets_in_a_table_are_not_labels() -> None:
    rows = [
        ["Target", "How", "By when", "PP+"],
        ["Leo will read 40 words", "Daily with Mrs Vale", "3 July 2026", "£120"],
    ]
    plan = Paper().heading("New targets").table(rows, header=True).plan()
    assert plan.fields == ()


def test_the_forms_own_field_comes_before_a_remark_in_the_minutes() -> None:
    plan = (
        Paper().heading("PEP meeting").para("Attendance: better").heading("Attendance").fields(Attendance="94%").plan()
    )
    assert answer(plan, "attendance_percent") == "94%"
