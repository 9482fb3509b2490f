"""A day is told by what sort of words its label has, and the front page by asking who the child is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making_forms import Paper

from pepinsight.plan import SectionKind as Kind
from pepinsight.plan.date_labels import date_asked


@pytest.mark.parametrize(
    ("label", "asked"),
    [
        ("When everyone gathered", "meeting_date"),
        ("Conference held", "meeting_date"),
        ("We got together on", "meeting_date"),
        ("Our earlier conversation", "previous_meeting"),
        ("Prior conference", "previous_meeting"),
        ("Future get together", "next_meeting"),
        ("We will talk again", "next_meeting"),
        ("Everything typed and lodged", "completed_date"),
        ("Record approved", "completed_date"),
        ("Conference booked last time", "due_date"),
        ("PEP shared and agreed", "completed_date"),
        ("Plan agreed and sent in", "completed_date"),
        ("PEP agreed for", "due_date"),
        ("PEP to be submitted, deadline", "due_date"),
        ("First accommodated", "entered_care"),
        ("Round table", "meeting_date"),
        ("Paperwork back to Virtual School", "completed_date"),
        ("Put on the system", "completed_date"),
        ("Form submitted by school", "completed_date"),
        ("Plan approved by the nursery", "completed_date"),
        ("Training by school", None),
        ("Next dental visit", None),
        ("Next stay with grandad", None),
        ("Last swimming gala", None),
        ("Date for next time", "next_meeting"),
        ("Last Ofsted", None),
        ("Date of birth", None),
        ("Joined this school", None),
        ("Care plan agreed", None),
        ("Date of next CLA review", None),
        ("Wednesday", None),
    ],
)
def test_what_a_label_over_a_day_asks_for(label: str, asked: str | None) -> None:
    assert date_asked(label) == asked


@given(st.text(max_size=60))
def test_any_words_may_stand_as_a_label(label: str) -> None:
    assert date_asked(label) is None or isinstance(date_asked(label), str)


def front(**days: str) -> Paper:
    paper = Paper().heading("Careers and learning plan")
    return paper.fields(**{"Young_persons_name": "Wren Oakley", "Born": "3 May 2010", **days})


def test_an_unknown_form_tells_its_days() -> None:
    days = {"Conference": "Tues 10/3/26", "Earlier_conference": "4/11/25", "Lodged": "20/3/26 by a clerk",
            "We_gather_again": "16.6.26, 2pm"}  # fmt: skip
    plan = front(**days).heading("Learning").para("Wren is in set two for maths and English and likes both.").plan()
    told = plan.dates
    assert (told.meeting, told.completed) == (date(2026, 3, 10), date(2026, 3, 20))
    assert (told.previous_meeting, told.next_meeting) == (date(2025, 11, 4), date(2026, 6, 16))
    assert plan.sections[0].kind is Kind.FRONT or plan.sections[1].kind is Kind.FRONT


def test_a_system_with_american_settings_puts_the_month_first() -> None:
    plan = front(Conference="02/03/26", Earlier_conference="10/14/25", Lodged="02/17/26", Due_back="06/22/26").plan()
    assert plan.dates.meeting == date(2026, 2, 3)
    assert plan.dates.previous_meeting == date(2025, 10, 14)
    british = front(Conference="02/03/26", Earlier_conference="14/10/25", Lodged="17/03/26").plan()
    assert british.dates.meeting == date(2026, 3, 2)


def test_an_answer_that_only_mentions_a_day_tells_none() -> None:
    plan = front(Conference="10/3/26", What_we_said_about_the_next_one="See page 4, Dr Moss comes on 12/6/26").plan()
    assert plan.dates.next_meeting is None


def test_a_stretch_of_time_is_no_day() -> None:
    told = front(Conference_season="7 September 2026 to 18 December 2026", Sat_down_on="3 November 2026").plan().dates
    assert told.meeting == date(2026, 11, 3)


def test_since_when_asks_on_what_the_label_before_it_asks() -> None:
    care = Paper().heading("Section A: Social worker")
    asked = {"On_what_footing_is_the_child_in_care?": "Full care order", "Since_when?": "Thu 14 Sep 23 (system)"}
    assert care.fields(**asked).plan().dates.entered_care == date(2023, 9, 14)
    home = Paper().heading("Section A: Social worker").fields(**{"Lives_with": "Mr Hale", "Since_when?": "14 Sep 23"})
    assert home.plan().dates.entered_care is None


def test_who_locked_a_form_may_stand_before_the_day() -> None:
    told = front(Conference="Thu 6 Mar 25, 9.15", Workbook_locked_by="T. Moss 20.03.25").plan().dates
    assert (told.meeting, told.completed) == (date(2025, 3, 6), date(2025, 3, 20))
    assert front(Conference="6 Mar 25", Plan_liked_by="T. Moss 20.03.25").plan().dates.completed is None


def test_a_forms_name_that_speaks_of_completion_asks_for_no_day() -> None:
    paper = Paper().heading("Learning plan - CONFIDENTIAL WHEN COMPLETED").fields(Name="Wren Oakley", Met_on="3/2/26")
    told = paper.plan().dates
    assert (told.meeting, told.completed) == (date(2026, 2, 3), None)


def test_a_pep_named_in_a_label_is_this_one_in_any_part() -> None:
    said = {
        "Trips": "Carer agrees",
        "Our_PEP_was_put_on_the_system_on": "24.03.26 RK",
        "Behaviour_plan_reviewed": "3 March 2026",
    }
    plan = front(Year="5").heading("Contacts and consents").fields(**said).plan()
    assert plan.dates.completed == date(2026, 3, 24)
    assert plan.dates.meeting is None
