"""Targets, and their review, in tables and blocks whose names no list holds: told by what stands beside and in them."""

from __future__ import annotations

import pytest
from making_plans import Form, part, reviewed, wordings

SWIM = "Robin will swim 20 metres on his front without a float by 12 June"
READ = "Robin will read 30 of the 40 cards aloud, 14 now"
ROWS = [
    [SWIM, "He asked for it on his page", "Ms Vale, in the pool on Tuesdays after lunch", "12/06/2026", "£90"],
    [READ, "Two years behind in the June test", "Mr Oak with the card box every day at nine", "10/07/2026", "£120"],
]


@pytest.mark.parametrize(
    "names",
    [
        ["From here to there", "Because", "Arrangements", "Checked", "PP+"],
        ["Leap", "Why", "Arrangements", "By when", "Money"],
        ["What", "Reason", "What we'll put in", "Date", "£"],
    ],
)
def test_sentences_beside_reason_day_and_money_are_targets_whatever_the_column_is_called(names: list[str]) -> None:
    plan = Form().heading("Set today").table([names, *ROWS], bold_header=True).plan()
    assert wordings(plan) == [SWIM, READ]
    assert [target.amount for target in plan.targets] == [90, 120]
    assert part(plan, plan.targets[0], "how") == "Ms Vale, in the pool on Tuesdays after lunch"


def test_steps_with_who_and_when_under_a_heading_that_looks_ahead_are_targets() -> None:
    rows = [["#", "Step", "When", "Owner"], ["1", "Keep going with the reading", "ongoing", "Robin"]]
    plan = Form().heading("Next moves").table(rows, bold_header=True).plan()
    assert wordings(plan) == ["Keep going with the reading"]


def test_jobs_for_the_grown_ups_are_no_targets() -> None:
    rows = [["What", "Who", "By"], ["Write to the family centre about Wednesdays", "Ms Thorn", "6 March"]]
    assert not Form().heading("Who needs to do what after today?").table(rows, bold_header=True).plan().targets


def test_steps_with_a_column_that_tells_how_they_went_are_last_terms() -> None:
    old = [
        ["Step", "Then", "Money"],
        ["Come in on four days out of five", "Nearly. 81 %, was 64 % in February", "£200 taxi"],
        ["Read something every day", "Met, with the match magazine and then the theory book", "£35 books"],
        ["Keep out of fights", "No - two suspensions, both in the minibus", ""],
    ]
    new = [["Step", "Why", "What we'll put in", "PP+", "Check date"], [SWIM, *ROWS[0][1:3], "£90", "12/06/2026"]]
    form = Form().heading("Our targets", 1).heading("New").table(new, bold_header=True)
    plan = form.heading("The steps of February").table(old, bold_header=True).plan()
    assert wordings(plan) == [SWIM]
    assert [wording for wording, _ in reviewed(plan)] == [row[0] for row in old[1:]]
    assert reviewed(plan)[0][1].startswith("Nearly.")


def test_numbered_blocks_with_vague_labels_go_on_below_a_part_about_money() -> None:
    form = Form().heading("What will we do next?")
    for number, row in enumerate(ROWS, 1):
        form.bold(f"{number}. What").para(row[0]).bold("Why").para(row[1]).bold("How we will help").para(row[2])
        form.bold("Money").para(row[4])
    plan = form.heading("What was said when we met").para("Everybody was glad.").plan()
    assert wordings(plan) == [SWIM, READ]
    assert [target.amount for target in plan.targets] == [90, 120]


def test_a_heading_about_next_steps_that_names_a_school_year_labels_no_target() -> None:
    plan = Form().heading("4g Next steps (Y9 and up)").para("Not in Year 9 yet.").plan()
    assert wordings(plan) == []


def test_lines_about_money_below_the_targets_are_no_further_targets() -> None:
    rows = [
        ["Step", "Came from", "Who does what", "Done by", "£ and from where"],
        [READ, "His note", "Mr Oak", "May", ""],
    ]
    form = Form().heading("Next steps", 1).table(rows, bold_header=True)
    plan = form.heading("Funding").bullets("Last time £200 went on the bus", "This time £150 towards the tutor").plan()
    assert wordings(plan) == [READ]


def test_old_targets_that_stand_as_labels_of_what_became_of_them_are_reviewed() -> None:
    form = Form().heading("What did we say in October, and did it make a difference?")
    form.bold("Robin will know his 4 times table by Christmas").para("Not met. He was away for a month.")
    form.para("Robin will read with a friend on Fridays: we got there, and a little early.")
    plan = form.heading("What will we do next?").bold("Goal 1").para(SWIM).plan()
    assert reviewed(plan) == [
        ("Robin will know his 4 times table by Christmas", "Not met. He was away for a month."),
        ("Robin will read with a friend on Fridays", "we got there, and a little early."),
    ]


def test_what_a_form_asks_about_old_targets_is_no_target() -> None:
    form = Form().heading("Review of last term's targets").para("Date of the last PEP meeting: 2 October 2025")
    plan = form.bold("What could we have done better?").para("More time for the reading.").plan()
    assert reviewed(plan) == []


def test_a_review_that_is_ticked_says_what_was_ticked() -> None:
    rows = [
        ["Target", "Achieved", "Partly", "Not yet", "Evidence"],
        ["Robin will read 80 words a minute", "☒", "☐", "☐", "84 in January"],
        ["Robin will try one club", "☐", "☒", "☐", "Went twice"],
    ]
    plan = Form().heading("Targets set at the last meeting").table(rows, bold_header=True).plan()
    assert reviewed(plan) == [
        ("Robin will read 80 words a minute", "Achieved 84 in January"),
        ("Robin will try one club", "Partly Went twice"),
    ]


def test_what_was_planned_and_what_it_changed_and_cost_is_a_review_and_no_list_of_spending() -> None:
    rows = [
        ["What we planned", "Did it happen?", "What difference did it make?", "PP+ spent"],
        ["Daily reading with Ms Vale", "Yes, every day", "19 words more a minute", "£120"],
        ["Taxi at eight", "Mostly", "Lates from 11 to 2", "£60"],
    ]
    plan = Form().heading("How did we get on?").table(rows, bold_header=True).plan()
    assert [wording for wording, _ in reviewed(plan)] == ["Daily reading with Ms Vale", "Taxi at eight"]


def test_progress_told_below_an_old_target_is_its_review_even_with_a_month_in_it() -> None:
    rows = [["Target 1", "Robin will read 80 words a minute"], ["Progress", "Met, 84 in January"]]
    plan = Form().heading("Previous targets").table(rows).plan()
    assert reviewed(plan) == [("Robin will read 80 words a minute", "Met, 84 in January")]


def test_a_title_with_a_colon_is_no_target() -> None:
    rows = [["Target set in June", "What happened"], ["Robin will read aloud for two minutes", "Met, on 18 June"]]
    plan = Form().heading("Review").para("Targets: review of summer 2025").table(rows, bold_header=True).plan()
    assert reviewed(plan) == [("Robin will read aloud for two minutes", "Met, on 18 June")]


def test_what_the_child_will_be_able_to_do_is_the_target_though_the_reason_stands_before_it() -> None:
    names = ["#", "Where Robin starts and why", "Robin should manage", "Arrangements and who", "By when", "PP+"]
    rows = [[str(number), row[1], row[0], row[2], row[3], row[4]] for number, row in enumerate(ROWS, 1)]
    plan = Form().heading("Targets agreed today").table([names, *rows], bold_header=True).plan()
    assert wordings(plan) == [SWIM, READ]
    names[2] = "What Robin will be able to do"
    plan = Form().heading("Targets agreed today").table([names, *rows], bold_header=True).plan()
    assert wordings(plan) == [SWIM, READ]


def test_numbered_lines_word_targets_though_the_forms_own_label_stands_first_below_them() -> None:
    form = Form().bold("What happens now")
    for number, row in enumerate(ROWS, 1):
        form.para(f"{number}. {row[0]}.").para(f"Our check: {row[1]}").para(f"how: {row[2]}").para("lead: Ms Vale")
        form.para(f"cost: {row[4]} PP+").para(f"review: {row[3]}")
    plan = form.bold("Money").para("PP+ is kept by Ms Ash. Autumn: £340 spent.").plan()
    assert wordings(plan) == [f"{SWIM}.", f"{READ}."]
    assert [target.amount for target in plan.targets] == [90, 120]
    assert part(plan, plan.targets[1], "how") == ROWS[1][2]


def test_money_for_all_targets_is_not_the_last_ones_cost_whatever_it_is_called() -> None:
    form = Form().heading("New targets", 1)
    for number, row in enumerate(ROWS, 1):
        form.para(f"Target {number}: {row[0]}").para(f"How: {row[2]}").para(f"Cost: {row[4] if number == 1 else ''}")
        form.para(f"By: {row[3]}")
    plan = form.para("PP+ officer: Ms Ash, finance. Autumn £340 spent, £300 on maths.").plan()
    assert [target.amount for target in plan.targets] == [90, None]


def test_a_review_still_to_come_under_a_heading_that_looks_ahead_makes_no_old_target() -> None:
    form = Form().heading("What happens next")
    for number, (words, review) in enumerate((("Improve attendance", "ongoing"), ("Work hard in maths", "summer")), 1):
        form.para(f"{number}. {words}.").para("Our check: yes").para("lead: Robin").para("cost: none")
        form.para(f"review: {review}")
    plan = form.plan()
    assert wordings(plan) == ["Improve attendance.", "Work hard in maths."]
    assert not plan.previous_targets


def test_a_cost_that_is_numbered_with_its_target_is_that_targets() -> None:
    form = Form().heading("New targets", 1)
    for number, row in enumerate([*ROWS, ROWS[0]], 1):
        form.para(f"Target {number}: {row[0]}").para(f"How ({number}): {row[2]}").para(
            f"Cost ({number}): PP+ £{number}0"
        )
    assert [target.amount for target in form.plan().targets] == [10, 20, 30]


def test_an_answer_beside_a_bare_number_is_a_target_where_a_plan_follows() -> None:
    rows: list[list[str]] = []
    for number, row in enumerate(ROWS, 1):
        rows += [[f"{number}.", row[0]], ["Our check", row[1]], ["how", row[2]], ["cost", row[4]], ["when", row[3]]]
    plan = Form().heading("What happens next").table(rows).plan()
    assert wordings(plan) == [SWIM, READ]
    assert [target.amount for target in plan.targets] == [90, 120]
