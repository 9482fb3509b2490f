"""The dates of a plan, from labels, sentences, headings and signatures; what cannot be told stays None."""

from __future__ import annotations

from datetime import date

import pytest
from making_forms import Paper


def test_labels_of_the_front_page() -> None:
    dates = Paper().heading("Personal Education Plan").fields(
        Name="Leo Marsh", PEP_held="12/02/2026", Form_finished_and_signed="06.03.26", Last_PEP="9 Oct 2025",
        Next_PEP="Thursday 11th June 2026 at 2pm", Became_looked_after="6 September 2021", PEP_was_due="29/01/2026",
    ).plan().dates  # fmt: skip
    assert (dates.meeting, dates.completed) == (date(2026, 2, 12), date(2026, 3, 6))
    assert (dates.previous_meeting, dates.next_meeting) == (date(2025, 10, 9), date(2026, 6, 11))
    assert (dates.entered_care, dates.due) == (date(2021, 9, 6), date(2026, 1, 29))


def test_a_front_page_of_one_line() -> None:
    plan = Paper().heading("Personal Education Plan").para(
        "Leo Marsh, Year 4, Larkmoor Primary School. PEP meeting 6 November 2025; form completed 13 November 2025; "
        "last PEP 19 June 2025; next PEP 26 February 2026; came into care 14 September 2023."
    ).plan()  # fmt: skip
    assert plan.dates.meeting == date(2025, 11, 6)
    assert plan.dates.completed == date(2025, 11, 13)
    assert plan.dates.previous_meeting == date(2025, 6, 19)
    assert plan.dates.next_meeting == date(2026, 2, 26)
    assert plan.dates.entered_care == date(2023, 9, 14)
    for name, span in plan.dates.spans:
        assert plan.quote(span)[0].isdigit(), name


def test_headings_and_sentences_of_the_minutes() -> None:
    dates = Paper().heading("Section E - PEP Meeting 20 November 2025, 3.30pm").para(
        "We talked about reading and lunch.", "Next PEP: Tuesday 3 March 2026. Form closed by A Keld 08/12/2025."
    ).plan().dates  # fmt: skip
    assert dates.meeting == date(2025, 11, 20)
    assert dates.next_meeting == date(2026, 3, 3)
    assert dates.completed == date(2025, 12, 8)


def test_the_year_left_out_comes_from_the_other_dates() -> None:
    dates = Paper().heading("Personal Education Plan").fields(
        Date_of_meeting="Wed 3 December 2025", Last_PEP="2 July", Next_PEP="Wed 11 March, 1.30pm"
    ).plan().dates  # fmt: skip
    assert dates.previous_meeting == date(2025, 7, 2)
    assert dates.next_meeting == date(2026, 3, 11)


def test_each_persons_part_has_its_day_and_the_last_completes_the_plan() -> None:
    dates = Paper().heading("PEP Meeting Record").fields(
        **{"Date of meeting": "06/11/2025", "Marked complete - DT": "13/11/2025", "Marked complete - SW": "12/11/2025"}
    ).plan().dates  # fmt: skip
    assert dates.completed == date(2025, 11, 13)


def test_a_signature_completes_a_plan_that_says_no_more() -> None:
    dates = Paper().heading("PEP meeting").fields(Date_of_meeting="05/02/2026").heading("Sign-off").fields(
        Social_worker="Y. Sand, 26/02/2026", Designated_lead="P. Alder, 27/02/2026"
    ).plan().dates  # fmt: skip
    assert dates.completed == date(2026, 2, 27)


def test_a_meeting_that_did_not_go_ahead_is_no_meeting() -> None:
    plan = Paper().heading("Section E - PEP meeting").para("Meeting was 3/3/26 - did not go ahead, snow on the day.")
    assert plan.plan().dates.meeting is None


def test_when_the_last_targets_were_set_tells_the_last_meeting() -> None:
    paper = Paper().heading("PEP meeting").fields(Date_of_meeting="05/02/2026").heading("Review of previous targets")
    dates = paper.table([["Target set 14 October 2025", "Met?"], ["Read daily", "Yes"]], header=True).plan().dates
    assert dates.previous_meeting == date(2025, 10, 14)


@pytest.mark.parametrize(
    "answer", ["", "tbc", "Spring term, to be arranged", "31/02/2026", "Click or tap to enter a date."]
)
def test_no_date_is_made_up(answer: str) -> None:
    dates = Paper().heading("Personal Education Plan").fields(Date_of_meeting=answer, Next_PEP=answer).plan().dates
    assert dates.meeting is None
    assert dates.next_meeting is None


def test_the_social_workers_last_update_is_the_latest_written() -> None:
    dates = Paper().heading("Section A: Social worker").fields(
        Legal_status="Care order", Section_last_updated="D Atkins 22.05.2025 10:41"
    ).plan().dates  # fmt: skip
    assert dates.social_worker_update == date(2025, 5, 22)


def test_of_several_days_in_an_answer_the_one_that_is_told_counts() -> None:
    dates = Paper().heading("Section A: Social worker").fields(**{
        "In_care_since": "Care order 9 June 2020; in care from 26 May 2019", "Legal_status": "s20 since 3 March 2018",
    }).plan().dates  # fmt: skip
    assert dates.entered_care == date(2019, 5, 26)


def test_the_next_meeting_may_stand_below_the_money() -> None:
    paper = Paper().heading("PEP meeting").fields(Date_of_meeting="05/02/2026").heading("Pupil Premium Plus")
    dates = paper.fields(Amount="£300", Date_time_and_place_of_next_PEP="Thurs 11th June 2026, 9.30").plan().dates
    assert dates.next_meeting == date(2026, 6, 11)
