"""What terse notes say in few words and short forms is read as what it is."""

from __future__ import annotations

import pytest
from making_peps import findings_of

MINUTES = "Meeting minutes"


@pytest.mark.parametrize(
    ("words", "full"),
    [
        ("N/A - F/T, 25 hrs, main site only.", True),
        ("F/T. 32.5 hrs. All in class.", True),
        ("P/T from 24.11.25, agreed by all. F/T 27.04.26 if it goes well.", False),
    ],
)
def test_full_time_is_read_in_its_short_form(words: str, full: bool) -> None:
    assert findings_of({"Part-time timetable": [words]}).value("full_time_stated") is full


def test_a_suspension_in_short_form_is_seen_wherever_it_stands() -> None:
    found = findings_of({MINUTES: ["Att. down - susp. 2 days 03.02.26. Tgts: 2 met, 1 not. New: T1-3."]})
    assert found.value("suspension_elsewhere") == 1
    for topic in ("attendance", "suspension", "target_review", "new_targets"):
        assert found.value(f"minutes_on_{topic}") >= 1, topic


def test_being_on_course_is_no_training() -> None:
    assert findings_of({MINUTES: ["French is not on course."]}).value("minutes_on_training") == 0


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Fin. officer for PP+: Mrs A. Lark, bursar", True),
        ("Fin. officer for PP+: B. Yew, trust finance", True),
        ("School bursar: office@school.example", True),
        ("Fin. officer for PP+:", False),
        ("The bursar has not yet been told.", False),
    ],
)
def test_the_finance_officer_is_named_in_a_line_of_text(line: str, named: bool) -> None:
    assert findings_of({"Targets": [line]}).value("finance_officer_given") is named


def test_the_effect_of_premium_is_found_beside_its_topic_in_the_minutes() -> None:
    row = [("PP+", "£500 for a device mount last term, so choices have doubled, 9 to 18 a day.")]
    assert findings_of({MINUTES: [row]}).value("premium_impact") == "quantified"


def test_what_the_carer_said_is_a_topic_of_the_minutes() -> None:
    people = {"Personal information": [[("Foster carer", "Mrs Jo Lark")]]}
    spoken = findings_of({**people, MINUTES: ["Mrs Lark asked for the spellings on Fridays and said Wren sleeps."]})
    silent = findings_of({**people, MINUTES: ["Lunch is at 12 in the hall on Fridays for the whole of this term."]})
    assert spoken.value("minutes_topics") > silent.value("minutes_topics")
