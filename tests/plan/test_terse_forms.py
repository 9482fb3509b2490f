"""Forms typed in council shorthand: shortened headings and labels, tabs between label and answer, one-line reviews."""

from __future__ import annotations

import pytest
from making_forms import Paper
from making_plans import Form, reviewed, wordings

from pepinsight.plan import SectionKind as Kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("PART 5. TGTS", Kind.TARGETS),
        ("4.2 Attend.", Kind.ATTENDANCE),
        ("4.4 Susp./excl.", Kind.EXCLUSIONS),
        ("4.3 P/T timetable", Kind.PART_TIME),
        ("5.1 Rev. of prev. tgts", Kind.PREVIOUS_TARGETS),
    ],
)
def test_shortened_headings_open_their_part(heading: str, kind: Kind) -> None:
    plan = Paper().bold(heading).para("Robin has settled well and is here on time each day.").plan()
    assert [section.kind for section in plan.sections if section.title] == [kind]


def test_shortened_columns_of_a_target_table() -> None:
    rows = [
        ["No.", "Tgt", "How", "Success crit.", "PP+"],
        ["T1", "Read 40 words", "Ms Vale", "Log, 40 of 40", "£95 TA"],
    ]
    plan = Form().heading("New tgts").table(rows).plan()
    assert [(plan.quote(item.wording), item.amount) for item in plan.targets] == [("Read 40 words", 95.0)]


def test_attendance_under_a_shortened_heading_or_label() -> None:
    line = "91% of agreed sessions since 24.11. Reasons: taxi late on Mondays; a cold in week 3."
    assert Form().bold("4.2 Attend.").para(line).plan().attendance == 91.0
    assert Form().heading("Setting").table([["Attend.", "88%"]]).plan().attendance == 88.0
    assert Form().heading("My day").table([["How often am I here?", "93% since September."]]).plan().attendance == 93.0


def test_a_tab_parts_a_label_from_its_answer() -> None:
    plan = Paper().heading("Social care").para("Legal status\ts.20", "SDQ\t22 (10/25)", "Prim. need\tSEMH").plan()
    told = {plan.quote(item.label): plan.quote(item.value) for item in plan.fields}
    assert told == {"Legal status": "s.20", "SDQ": "22 (10/25)", "Prim. need": "SEMH"}
    assert len([section for section in plan.sections if section.title]) == 1


def test_a_tab_behind_a_headings_number_makes_no_field() -> None:
    plan = Paper().bold("4.2\tAttendance").para("Robin has been in school for 94% of sessions.").plan()
    assert plan.fields == ()
    assert plan.attendance == 94.0


@pytest.mark.parametrize(
    ("line", "wording", "review"),
    [
        ("Target 1: read 40 tricky words. Met, 43 in December.", "read 40 tricky words.", "Met, 43 in December."),
        (
            "Goal 2, sit for a story with one adult: nearly, 90 seconds.",
            "sit for a story with one adult",
            "nearly, 90 s",
        ),
        ("Target 3 (join one club): not met.", "join one club", "not met."),
    ],
)
def test_an_old_target_and_its_review_in_one_line(line: str, wording: str, review: str) -> None:
    plan = Form().heading("Review of previous targets").bullets(line).plan()
    [(told, became)] = reviewed(plan)
    assert told.strip(" )") == wording
    assert became.startswith(review)


def test_several_old_targets_in_one_paragraph() -> None:
    text = "Autumn target 1: read 200 words. Done, 196. Autumn target 2: use the calm box. Done, 4 days in 5."
    plan = Form().heading("Targets").para(text, "New targets have not been set as there was no meeting.").plan()
    assert [old for old, _ in reviewed(plan)] == ["read 200 words. ", "use the calm box. "]
    assert wordings(plan) == []


def test_old_targets_in_a_list_beside_new_ones_in_blocks() -> None:
    plan = (
        Form()
        .heading("Review of previous targets")
        .bullets("Know number bonds to 20. Met, 18 of 20 by memory.", "- Join a club. Not met, no places.")
        .heading("New targets")
        .para("Target 1: Robin will join the chess club by May.", "How: Ms Vale asks.", "Cost: £20")
        .plan()
    )
    assert [old for old, _ in reviewed(plan)] == ["Know number bonds to 20", "Join a club"]
    assert wordings(plan) == ["Robin will join the chess club by May."]
