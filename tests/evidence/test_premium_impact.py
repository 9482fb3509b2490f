"""What is told of the effect of last term's pupil premium: none, some, or quantified (seed 000, line 54)."""

from __future__ import annotations

import pytest
from making_peps import findings_of

from pepinsight.evidence.figures import tells_in_figures

ASKED = "What impact did last term's pupil premium have?"
SPEND = ["Intervention", "Cost", "Impact"]
REVIEW = ["Target", "PP+ spent", "How it went"]
TITLE = "Pupil Premium Plus"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Wren puts her hand up in maths without looking at a friend first.", "some"),
        ("The mentor has made her keener to come in on Mondays.", "some"),
        ("Mentoring cut her walk-outs from six a week to one.", "some"),
        ("Mentoring cut her walk-outs from 6 a week to 1 a week.", "quantified"),
        ("Two more books finished than in the spring, and eight fewer lates.", "quantified"),
        ("She went on her own on 4 November.", "some"),
        ("Too early to say.", "none"),
        ("A tablet was bought in October.", "none"),
        ("£480 was spent on 12 sessions of tuition.", "none"),
        ("Mentor, equipment", "none"),
    ],
)
def test_an_answer_is_an_effect_where_the_form_asks_for_one_unless_it_tells_of_none(answer: str, expected: str) -> None:
    found = findings_of({TITLE: [[("Amount last term", "£480"), (ASKED, answer)]]})
    assert found.value("premium_impact") == expected


def test_what_is_only_hoped_for_is_no_effect() -> None:
    table = [["Intervention", "Cost", "Expected impact"], ["Maths tutor", "£300", "Wren will rise from 42% to 61%"]]
    assert findings_of({TITLE: [table]}).value("premium_impact") == "none"


def test_the_wording_of_an_old_target_tells_of_no_effect() -> None:
    row = ["Wren will walk out fewer than 5 times, which is better", "£90 cards", ""]
    assert findings_of({"Review of last term's targets": [[REVIEW, row]]}).value("premium_impact") == "none"


def test_most_of_what_was_spent_must_be_told_of_in_figures() -> None:
    even = [SPEND, ["Tutor", "£200", "From 42% to 61%"], ["Mentor", "£200", "Calmer at break"]]
    assert findings_of({TITLE: [even]}).value("premium_impact") == "some"
    assert findings_of({TITLE: [[*even, ["Books", "£20", "Reading age up 4 months"]]]}).value("premium_impact") == (
        "quantified"
    )


def test_of_the_minutes_only_the_sentences_about_the_premium_count() -> None:
    told = (
        "Attendance has gone from 84% to 93%. Everybody was glad. "
        "Pupil premium paid for the mentor last term. It has helped her to settle. Maths is at 61%."
    )
    assert findings_of({"Minutes of the meeting": [told]}).value("premium_impact") == "some"


@pytest.mark.parametrize("text", ["Alone since 4 November", "12 sessions in Y8", "U10s, from 16 Dec", "5 hrs in 2025"])
def test_dates_labels_and_amounts_of_help_measure_nothing(text: str) -> None:
    assert not tells_in_figures(text)


@pytest.mark.parametrize("text", ["61%", "up 13 marks", "8 of 20 words", "eight fewer than in May", "E3 to L1"])
def test_marks_counts_and_levels_measure(text: str) -> None:
    assert tells_in_figures(text)


def test_an_evaluation_is_asked_for_an_effect_and_a_reading_age_is_a_figure() -> None:
    said = [("Amount last term", "£480"), ("Evaluation of spend", "The sessions gave her someone to talk to.")]
    assert findings_of({TITLE: [said]}).value("premium_impact") == "some"
    assert tells_in_figures("Reading age 8.1 to 8.10")


@pytest.mark.parametrize("cost", ["In house", "SENCO time", "Universal", "High needs funding"])
def test_a_cost_that_others_bear_links_no_premium(cost: str) -> None:
    rows = [["Target", "Actions", "PP+"], ["Wren will read 40 words by May", "Group", cost]]
    assert findings_of({"New targets": [rows]}).value("premium_linked") == 0


def test_until_when_an_old_target_goes_on_is_no_review() -> None:
    rows = [["Target", "Outcome"], ["Wren will join a club", "Carry on to July"], ["Wren will spell", "Continue"]]
    assert findings_of({"Review of last term's targets": [rows]}).value("previous_targets_reviewed") == "none"
