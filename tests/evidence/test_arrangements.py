"""Where a child should be on which days: what the section on arrangements says, and what other parts say against it."""

from __future__ import annotations

import pytest

from pepinsight.rubrics import load_rubric
from tests.evidence.making_peps import findings_of

PART = "Part-time timetable and alternative provision"
MINUTES = "Minutes of the meeting"


def level(*answers: tuple[str, str], minutes: str = "Maths talked about, 4 of 6 units done.") -> str | None:
    findings = findings_of({PART: [list(answers)], MINUTES: [minutes]})
    sections = load_rubric("birmingham").rate(findings).sections
    return next(section.rule_level for section in sections if section.id == "C_part_time")


@pytest.mark.parametrize(
    ("answer", "full"),
    [
        ("Full: 26 hours, all on this site", True),
        ("Full", True),
        ("Full time from 4 May", False),
    ],
)
def test_an_answer_that_opens_with_full_says_so(answer: str, full: bool) -> None:
    assert findings_of({PART: [[("Full timetable?", answer)]]}).value("full_time_stated") is full


def test_leaving_at_the_end_of_the_day_is_no_part_time_timetable() -> None:
    told = "Full: 26 hours at Moat House. On Tuesdays he leaves at 2.50 for the clinic."
    assert findings_of({PART: [[("Full timetable?", told)]]}).value("arrangements_contradicted") == 0


@pytest.mark.parametrize(
    "minutes",
    [
        "Wren goes home after lunch on a Monday and Tuesday at present.",
        "She was sent home at 12.40 on four Tuesdays.",
        "He goes home early some days when it gets too loud.",
    ],
)
def test_going_home_at_midday_again_and_again_stands_against_full_time(minutes: str) -> None:
    assert level(("Full time?", "Yes"), minutes=minutes) == "BT"


@pytest.mark.parametrize(
    "minutes",
    [
        "He was sent home at 12.40 on Tuesday after the fight.",
        "Wren goes home at 3.15 on Mondays with her aunt.",
        "No sessions coded B this year.",
        "She cooks on Mondays, has had her own card since May and is learning which buses she would need for college.",
        "Studio slot Mon 3.20 to 4.20 with Ms Arden, since May.",
        "Mrs Pru Oakes greets her at the gate each morning.",
    ],
)
def test_what_is_no_timetable_does_not(minutes: str) -> None:
    assert level(("Full time?", "Yes"), minutes=minutes) == "OT"


@pytest.mark.parametrize(("afternoons", "stands"), [("5 of 24", "BT"), ("22 of 24", "OT")])
def test_afternoons_that_the_register_lacks_stand_against_full_time(afternoons: str, stands: str) -> None:
    parts = {
        PART: [[("Full time?", "Yes")]],
        "Attendance": [f"She came to 23 of 24 morning sessions and {afternoons} afternoon sessions since May."],
    }
    sections = load_rubric("birmingham").rate(findings_of(parts)).sections
    assert next(section.rule_level for section in sections if section.id == "C_part_time") == stands


def test_a_line_that_answers_none_names_no_provision() -> None:
    found = findings_of({PART: ["Timetable: full time", "AP: n/a"]})
    assert found.value("alternative_stated") is False


@pytest.mark.parametrize("where", ["Moat Farm on Mondays and some Thursdays", "Off site Tuesdays, depends on the taxi"])
def test_days_left_open_are_not_easy_to_see(where: str) -> None:
    assert level(("Full time?", "Yes"), ("Alternative provision", where)) == "BT"


def test_days_with_a_time_each_are_steps_back_to_full_time() -> None:
    part = [
        ("Full time?", "No"),
        ("When does it end?", "Agreed: 7 Jan to 1.30. 21 Jan to 2.15, with Ms Arden. 4 Feb to 3.10."),
    ]
    assert findings_of({PART: [part]}).value("return_plan_steps") >= 1
    once = [("Full time?", "No"), ("When does it end?", "Seen 7 Jan to 1.30 by Ms Arden.")]
    assert findings_of({PART: [once]}).value("return_plan_steps") == 0


def test_options_that_nobody_ticked_say_nothing() -> None:
    assert level(("Full time?", "Yes ☐  No ☐"), ("Alternative provision", "")) == "SB"
    assert level(("Full time?", "Yes ☒  No ☐"), ("Alternative provision", "")) == "OT"


def test_a_full_week_told_with_many_particulars_needs_no_days() -> None:
    told = (
        "Yes: 26 hours at Moat House, Canal Street, in 8Q with Ms Arden; maths in set 2 with Mr Pell, science in Lab 4 "
        "with Dr Osei, French dropped for Lexia 3 x 20 minutes in Room 11, agreed with Mrs Gower on 12/09/2025."
    )
    assert level(("Full timetable?", told)) == "ET"
    assert level(("Full timetable?", "Yes, in 8Q with Ms Arden")) == "OT"


def test_the_ordinary_timetable_by_a_time_of_the_year_is_a_way_back() -> None:
    told = "Mornings here, afternoons at the workshop. He will be back on the ordinary timetable in September."
    assert findings_of({PART: [told]}).value("return_plan_timed") is True
