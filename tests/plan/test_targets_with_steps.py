"""Targets with steps and outcomes of their own, and rows where a target is still to come."""

from __future__ import annotations

import pytest
from making_plans import Form, part, reviewed, wordings

READS = "Robin will read 70 words a minute by the May half term"
ASKS = "Robin will ask for a break 8 times in 10 by the May half term"


@pytest.mark.parametrize(
    ("noun", "role"), [("Step", "how"), ("Desired outcome", "measure"), ("Expected outcome", "measure")]
)
def test_what_is_asked_below_each_of_several_targets_is_a_part_of_it(noun: str, role: str) -> None:
    card = [["Target 1", READS], [noun, "Ten minutes with a book"], ["Target 2", ASKS], [noun, "Makes the card"]]
    plan = Form().heading("SMART targets").table(card).plan()
    assert wordings(plan) == [READS, ASKS]
    assert part(plan, plan.targets[1], role) == "Makes the card"


def test_steps_counted_anew_below_each_target_are_no_targets() -> None:
    first = [["Target 1", READS], ["Step 1", "Choose a book on Monday"], ["Step 2", "Robin will read it at home"]]
    second = [["Target 2", ASKS], ["Step 1", "Make the card with Ms Vale"]]
    plan = Form().heading("SMART targets").table([*first, *second]).plan()
    assert wordings(plan) == [READS, ASKS]


def test_short_and_longer_targets_side_by_side_are_both_targets() -> None:
    card = [["Short term target 1", READS], ["Long term target 1", ASKS]]
    assert wordings(Form().heading("SMART targets").table(card).plan()) == [READS, ASKS]


def test_last_terms_target_and_the_new_one_below_it_stay_apart() -> None:
    card = [["Last target", "Robin will spell"], ["Was it met?", "Yes"], ["New target", READS], ["How?", "Daily"]]
    plan = Form().heading("Targets").table(card).plan()
    assert wordings(plan) == [READS]
    assert reviewed(plan) == [("Robin will spell", "Yes")]


def test_a_row_in_which_a_target_is_still_to_come_holds_none() -> None:
    rows = [["Target", "Support"], [READS, "Daily book"], ["To be agreed with the new teacher", "TBC"]]
    assert wordings(Form().heading("SMART targets").table(rows).plan()) == [READS]


def test_what_an_adult_will_do_is_no_target_in_running_text() -> None:
    form = Form().heading("Targets for the summer term").para("We agreed two targets.", READS, ASKS)
    plan = form.para("Mrs Low will keep a log.", "Carers will send it back on Fridays.").plan()
    assert wordings(plan) == [READS, ASKS]


@pytest.mark.parametrize(
    ("cost", "pounds"), [("£240 PP+, £100 school", 240), ("£200 from PP+ / £50 from school", 200), ("£60 and £40", 100)]
)
def test_what_somebody_else_pays_beside_the_premium_is_left_out(cost: str, pounds: float) -> None:
    plan = Form().heading("SMART targets").table([["Target", "Support", "Funding"], [READS, "Tutor", cost]]).plan()
    assert plan.targets[0].amount == pounds
