"""A part is talked about in its own words as often as by its name, and a form's request is nobody's answer."""

from __future__ import annotations

import pytest
from making_peps import findings_of

ACHIEVED = "Wren won the golden spanner in the bicycle workshop on 3 October and mended eleven punctures."
SCHOOL = "Mrs Orr meets Wren by the kiln each morning at 8.40; thunder and slammed doors bring back old fears."


@pytest.mark.parametrize(
    ("minuted", "told"),
    [("We all admired the golden spanner from the workshop.", 1), ("Next time we meet in June.", 0)],
)
def test_minutes_speak_of_achievements_in_the_words_of_that_part(minuted: str, told: int) -> None:
    found = findings_of({"Achievements": [ACHIEVED], "Minutes of the meeting": [minuted]})
    assert found.value("minutes_on_achievements") == told


@pytest.mark.parametrize(
    ("minuted", "told"),
    [("The kiln corner works, said Mrs Orr; thunder last week was hard.", 1), ("All had tea.", 0)],
)
def test_what_the_school_knows_of_a_child_is_taken_up_in_its_own_words(minuted: str, told: int) -> None:
    found = findings_of({"Education information": [SCHOOL], "Minutes of the meeting": [minuted]})
    assert min(1, int(found.value("education_taken_up") or 0)) == told


def test_what_a_form_asks_for_is_no_word_on_the_child() -> None:
    asked = "Please tell us what training staff have had about trauma and attachment, and what has changed since."
    assert findings_of({"Education information": [asked]}).value("trauma_words") == 0


@pytest.mark.parametrize(
    ("said", "actions"),
    [
        ("Two Tuesdays missed. Oak House to wake Wren at 7.30.", 1),
        ("Two Tuesdays missed. Mr Hale will walk in from the gate beside her.", 1),
        ("Year to date 91.2%, from Monday to half term.", 0),
        ("Wren will come in on Mondays again.", 0),
    ],
)
def test_somebody_who_is_to_do_something_for_attendance_acts(said: str, actions: int) -> None:
    assert findings_of({"Attendance": ["91.2%.", said]}).value("attendance_actions") == actions


def test_reasons_and_actions_stand_where_a_form_has_attendance_among_other_answers() -> None:
    school = [
        ("Days", "Monday to Thursday"),
        ("Coming in", "94.6% attendance. Wren had a tummy bug; Mrs Orr rings at 8."),
    ]
    found = findings_of({"Education information": [school]})
    assert (found.value("attendance_reasons"), found.value("attendance_actions")) == (1, 1)


def test_what_is_told_of_other_matters_is_no_reason_for_absence() -> None:
    school = [("Health", "Wren had a tummy bug in May."), ("Coming in", "94.6% attendance since September.")]
    assert findings_of({"Education information": [school]}).value("attendance_reasons") == 0


def test_the_forms_own_question_on_trauma_is_no_word_of_the_school() -> None:
    school = [
        ("On roll since", "September 2024"),
        ("Trauma and attachment: what do staff know and do?", "All staff aware."),
    ]
    assert findings_of({"Education information": [school]}).value("trauma_words") == 3
