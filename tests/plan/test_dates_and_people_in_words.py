"""Dates, attendance and people as schools write them in passing, and the near misses that must not be taken."""

from __future__ import annotations

from datetime import date

import pytest
from making_plans import Form, Rows

from pepinsight.plan.plan import Plan

SUMMER = date(2026, 6, 30)
AUTUMN = date(2025, 10, 9)


def minutes(text: str) -> Plan:
    who = [["Designated Teacher", "Gill Hurst"], ["Social worker", "Priti Raval"], ["Foster carer", "Mrs Orr"]]
    return Form().table(who).heading("PEP meeting").para(text).plan()


def came(plan: Plan) -> dict[str, bool | None]:
    return {person.role: person.present for person in plan.people}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We meet again on Tuesday 30 June at 2.", SUMMER),
        ("Summer PEP 30 June.", SUMMER),
        ("We will come back together on 30 June 2026.", SUMMER),
        ("The next LAC review is on 30 June 2026.", None),
        ("Next PEP: TBC. Next LAC review 30 June 2026.", None),
        ("Robin will be 12 on 30 June.", None),
        ("Robin next sees his brother on 30 June 2026.", None),
    ],
)
def test_the_next_meeting_in_a_sentence(text: str, expected: date | None) -> None:
    assert minutes(text).dates.next_meeting == expected


@pytest.mark.parametrize(
    "rows",
    [
        [["This PEP", "Last PEP", "Next PEP"], ["12 February 2026", "9 October 2025", "30 June 2026"]],
        [["", "This", "Last", "Next"], ["Date of PEP", "12 February 2026", "9 October 2025", "30 June 2026"]],
        [["Autumn PEP", "9 October 2025"], ["Spring PEP", "12 February 2026"], ["Summer PEP", "30 June 2026"]],
    ],
)
def test_tables_of_this_meeting_and_those_around_it(rows: Rows) -> None:
    dates = Form().table(rows).plan().dates
    assert (dates.previous_meeting, dates.meeting, dates.next_meeting) == (AUTUMN, date(2026, 2, 12), SUMMER)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Overall 79.5", 79.5),
        ("Att 91.2 to date", 91.2),
        ("Robin is at 91.2 for the year so far and was 88.0 last year.", 91.2),
        ("School average 94.2", None),
        ("Robin scored 79.5 in the reading test.", None),
        ("Gets the 85 bus and is in by 9.15.", None),
    ],
)
def test_attendance_without_a_sign(text: str, expected: float | None) -> None:
    assert Form().heading("Attendance").para(text).plan().attendance == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gill chaired, Priti dialled in and Mrs Orr came.", {"DT": True, "SW": True, "carer": True}),
        ("Mrs Hurst and Ms Raval met with Mrs Orr at school.", {"DT": True, "SW": True, "carer": True}),
        ("On Teams: Priti Raval.", {"SW": True}),
        ("Social worker absent, no message received.", {"SW": False}),
        ("Robin came in and told Priti about the chess club.", {"child": True}),
        ("Gill will ask about the trip.", {}),
    ],
)
def test_people_the_form_names_elsewhere(text: str, expected: dict[str, bool | None]) -> None:
    assert came(minutes(text)) == expected


def test_a_sentence_on_chairs_names_nobody() -> None:
    plan = Form().heading("Who was at the meeting").para("Chairs had been put out for carers.").plan()
    assert plan.people == ()
