"""The day planned for, the day on which the meeting was arranged, and "the last one" where meetings are spoken of."""

from __future__ import annotations

from datetime import date

import pytest
from making_forms import Paper
from making_plans import Form

from pepinsight.plan.plan import Dates

MET = date(2026, 3, 11)
BEFORE = date(2025, 11, 12)


def front(*texts: str, **days: str) -> Dates:
    paper = Paper().heading("Personal Education Plan").fields(Name="Wren Oakley", Year="Year 5", **days)
    return paper.para(*texts).plan().dates


def notes(text: str) -> Dates:
    return Form("11 March 2026").heading("PEP meeting notes").para(text).plan().dates


@pytest.mark.parametrize("label", ["Planned_for", "Set_for", "PEP_scheduled_for"])
def test_the_day_planned_for_is_the_meetings_where_no_other_is_told(label: str) -> None:
    assert front(**{label: "11 March 2026"}).meeting == MET
    assert front(**{label: "4 March 2026", "We_met_on": "11 March 2026"}).meeting == MET
    assert front(Trip_planned_for="4 March 2026").meeting is None


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("11 March 2026, the date we put in the diary on 12 November", BEFORE),
        ("11 March 2026 (fixed at the PEP of 12 November 2025)", BEFORE),
        ("11 March 2026, agreed by telephone on 2 March 2026", None),
        ("11 March 2026, letters sent on 12 November 2025", None),
        ("11 March 2026; health review agreed on 12 November 2025", None),
    ],
)
def test_a_meeting_is_arranged_at_the_one_before_it(answer: str, expected: date | None) -> None:
    assert front(PEP_meeting=answer).previous_meeting == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("11 March 2026 at 2.15 Last PEP 12.11.25", BEFORE),
        ("11 March 2026 (four months from your last, on 12 November 2025, at school)", BEFORE),
        ("11 March 2026 (moved from 4 March 2026)", None),
        ("11 March 2026. Last health review 12 November 2025", None),
        ("11 March 2026, two weeks from your last, on 25 February 2026", None),
    ],
)
def test_an_answer_may_go_on_to_the_meeting_before(answer: str, expected: date | None) -> None:
    assert front(PEP_meeting_on=answer).previous_meeting == expected


@pytest.mark.parametrize(("day", "expected"), [("12/11/2025", BEFORE), ("11/03/2026", None), ("06/03/2026", None)])
def test_targets_that_go_on_were_set_at_the_meeting_before(day: str, expected: date | None) -> None:
    rows = [
        ["Target", "Date set", "How", "Review"],
        ["Robin will read 40 of the 60 tricky words on sight", day, "Daily reading with Ms Vale", "1 May 2026"],
    ]
    assert Form("11 March 2026").heading("Targets").table(rows).plan().dates.previous_meeting == expected


def test_a_line_of_prose_tells_several_days() -> None:
    told = front(
        "Oakleigh School - Year 5 - review of Wednesday 11 March 2026 - typed and sent to the Virtual School 18/3/26"
    )
    assert (told.meeting, told.completed) == (MET, date(2026, 3, 18))
    told = front("We met on 11 March 2026. Before that we met on 12 November 2025 and the next time is 24 June 2026.")
    assert (told.meeting, told.previous_meeting, told.next_meeting) == (MET, BEFORE, date(2026, 6, 24))


@pytest.mark.parametrize(
    "text",
    [
        "The last time Robin saw her brother was 12 November 2025.",
        "The last one she read was finished on 12 November 2025.",
        "She sat her mock test on 4 February 2026; the one before was on 12 November 2025.",
    ],
)
def test_the_last_one_may_be_the_last_of_anything(text: str) -> None:
    assert notes(text).previous_meeting is None


def test_the_targets_before_these_were_set_at_the_meeting_before_this() -> None:
    def reviewed(text: str) -> date | None:
        return Form("11 March 2026").heading("Review of previous targets").para(text).plan().dates.previous_meeting

    assert reviewed("These were set on 12 November 2025. Reading was met.") == BEFORE
    assert reviewed("Reading was met on 12 November 2025.") is None
