"""New targets come out whole, whatever a form looks like. None of these forms is in the gold corpus."""

from __future__ import annotations

from datetime import date

import pytest
from making_plans import Form, part, reviewed, wordings

READ = "Robin will read 60 of the 100 common words at sight by 22 May 2026"
WRITE = "Robin will write five linked sentences without help by 10 July 2026"
SETTLE = "Robin will come in calmly on four mornings out of five by 1 May 2026"


def test_outcome_why_how_columns() -> None:
    plan = (
        Form()
        .heading("Section 6: Setting new outcomes")
        .table(
            [
                ["Outcome/Target", "Why?", "How?", "Who will be responsible?", "When?", "PP+ Cost"],
                [READ, "Reading is behind", "Daily precision teaching", "Ms Vale", "22/05/2026", "£240"],
                [WRITE, "Short answers", "Colourful semantics", "Mr Roe", "10/07/2026", ""],
                ["", "", "", "", "", ""],
            ]
        )
        .plan()
    )
    assert wordings(plan) == [READ, WRITE]
    assert [target.amount for target in plan.targets] == [240.0, None]
    assert part(plan, plan.targets[0], "why") == "Reading is behind"
    assert part(plan, plan.targets[1], "who") == "Mr Roe"
    assert plan.targets[0].by == date(2026, 5, 22)


def test_reason_outline_actions_columns() -> None:
    plan = (
        Form()
        .heading("Targets")
        .table(
            [
                ["Reason for target", "Outline SMART target", "Actions required", "Funding"],
                ["Reading age 7:02", READ, "Paired reading, 3 x 20 minutes", "PP+ £120"],
                ["Late on Mondays", SETTLE, "Breakfast club and a key adult", "PP+ £60 and £45"],
            ],
            bold_header=True,
        )
        .plan()
    )
    assert wordings(plan) == [READ, SETTLE]
    assert [target.amount for target in plan.targets] == [120.0, 105.0]


def test_intervention_and_funding_columns() -> None:
    plan = (
        Form()
        .heading("PEP Targets (this term)")
        .table(
            [
                ["Target #", "SMART Target", "Intervention type", "Success measure", "Review date", "Funding source"],
                ["1", READ, "1:1 tuition", "Word check", "22/05/2026", "Pupil Premium Plus £300 (one-off)"],
                ["2", WRITE, "Small group", "Work sample", "10/07/2026", "School budget"],
            ]
        )
        .plan()
    )
    assert wordings(plan) == [READ, WRITE]
    assert part(plan, plan.targets[0], "how") == "1:1 tuition"
    assert [target.amount for target in plan.targets] == [300.0, None]


def test_one_block_of_labels_for_each_target() -> None:
    form = Form().heading("My new targets", 1)
    for number, words in enumerate((READ, WRITE), 1):
        form.heading(f"Target {number}").table(
            [
                ["What do I want to achieve?", words],
                ["Why is this important?", "I asked for it"],
                ["What will help me?", "Ten minutes a day with Ms Vale"],
                ["How will we know it has worked?", "Weekly check"],
                ["Cost to PP+", f"£{number}50"],
            ]
        )
    plan = form.plan()
    assert wordings(plan) == [READ, WRITE]
    assert [target.amount for target in plan.targets] == [150.0, 250.0]
    assert part(plan, plan.targets[1], "measure") == "Weekly check"


def test_label_and_text_lines() -> None:
    plan = (
        Form()
        .heading("Targets for this term")
        .para(
            f"Target 1: {READ}",
            "How: Daily precision teaching",
            "Who: Ms Vale",
            "Cost: £85",
            f"Target 2: {WRITE}",
            "How: Colourful semantics",
            "Who: Mr Roe",
        )
        .plan()
    )
    assert wordings(plan) == [READ, WRITE]
    assert [target.amount for target in plan.targets] == [85.0, None]
    assert part(plan, plan.targets[1], "how") == "Colourful semantics"


def test_lines_of_one_paragraph() -> None:
    plan = (
        Form()
        .heading("New SMART targets")
        .para(f"Target 1: {READ}\nActions: Daily teaching\nBy: 22 May 2026", f"Target 2: {WRITE}\nActions: Word mats")
        .plan()
    )
    assert wordings(plan) == [READ, WRITE]
    assert part(plan, plan.targets[0], "how") == "Daily teaching"


@pytest.mark.parametrize("style", ["List Bullet", "List Number"])
def test_a_list(style: str) -> None:
    plan = Form().heading("New targets").bullets(READ, WRITE, SETTLE, style=style).heading("Minutes").plan()
    assert wordings(plan) == [READ, WRITE, SETTLE]


def test_numbers_typed_by_hand() -> None:
    plan = Form().heading("Agreed targets for next term").para(f"1. {READ}", f"2) {WRITE}").plan()
    assert wordings(plan) == [READ, WRITE]


def test_headings_that_word_the_target() -> None:
    plan = (
        Form()
        .heading("New goals", 1)
        .heading(f"Goal 1: {READ}")
        .para("How: Precision teaching", "Led by: Ms Vale")
        .heading(f"Goal 2: {WRITE}")
        .para("How: Word mats", "Led by: Mr Roe")
        .plan()
    )
    assert wordings(plan) == [READ, WRITE]
    assert part(plan, plan.targets[1], "who") == "Mr Roe"


def test_bold_labels_with_the_answer_below() -> None:
    plan = (
        Form()
        .heading("Targets", 1)
        .bold("Target 1")
        .para(READ)
        .bold("What we will do")
        .para("Precision teaching every day")
        .bold("Target 2")
        .para(WRITE)
        .bold("What we will do")
        .para("Word mats")
        .plan()
    )
    assert wordings(plan) == [READ, WRITE]
    assert part(plan, plan.targets[0], "how") == "Precision teaching every day"


def test_one_grid_from_top_to_bottom() -> None:
    plan = (
        Form()
        .table(
            [
                ["SECTION 4: REVIEW OF LAST TERM'S TARGETS", "", "", ""],
                ["Target", "Met / partly met / not met", "Impact", "PP+ spent"],
                ["Robin will know his number bonds", "Met", "18 of 20 in the quiz", "£90"],
                ["SECTION 5: NEW TARGETS", "", "", ""],
                ["Target", "Strategies", "Success criteria", "PP+"],
                [READ, "Precision teaching", "Word check", "£150"],
                [WRITE, "Word mats", "Work sample", "£0"],
                ["SECTION 6: SIGNATURES", "", "", ""],
                ["Designated teacher", "Ms Vale", "Date", "13/02/2026"],
            ],
            merged=(0, 3, 7),
        )
        .plan()
    )
    assert wordings(plan) == [READ, WRITE]
    assert [target.amount for target in plan.targets] == [150.0, None]
    assert reviewed(plan) == [("Robin will know his number bonds", "Met 18 of 20 in the quiz £90")]


def test_bands_of_short_and_long_term() -> None:
    plan = (
        Form()
        .heading("Targets")
        .table(
            [
                ["Target", "Actions", "By when", "Lead"],
                ["Short term targets", "", "", ""],
                [READ, "Precision teaching", "22 May 2026", "Ms Vale"],
                ["Long term targets", "", "", ""],
                [WRITE, "Word mats", "10 July 2026", "Mr Roe"],
            ],
            merged=(1, 3),
        )
        .plan()
    )
    assert wordings(plan) == [READ, WRITE]
    assert [target.long_term for target in plan.targets] == [False, True]


def test_a_table_inside_a_cell() -> None:
    plan = (
        Form()
        .heading("Target setting")
        .nested([["Objective", "Approach", "Evidence", "Deadline"], [READ, "Daily", "Check", "22/05/2026"]])
        .plan()
    )
    assert wordings(plan) == [READ]
    assert part(plan, plan.targets[0], "measure") == "Check"


def test_targets_across_and_questions_down() -> None:
    plan = (
        Form()
        .heading("New targets")
        .table(
            [
                ["", "Target 1", "Target 2"],
                ["Target", READ, WRITE],
                ["How will we achieve it?", "Precision teaching", "Word mats"],
                ["Cost", "£75", "£20"],
            ]
        )
        .plan()
    )
    assert wordings(plan) == [READ, WRITE]
    assert part(plan, plan.targets[1], "how") == "Word mats"
    assert [target.amount for target in plan.targets] == [75.0, 20.0]


def test_areas_of_learning_with_next_steps() -> None:
    plan = (
        Form()
        .heading("My next steps")
        .table(
            [
                ["Area of learning", "Where I am now", "Next step", "How grown-ups will help", "EYPP"],
                ["Communication", "Single words", SETTLE, "Makaton in the day", "£60"],
                ["Physical", "Walks", READ, "Balance bikes", ""],
            ]
        )
        .plan()
    )
    assert wordings(plan) == [SETTLE, READ]
    assert part(plan, plan.targets[0], "baseline") == "Single words"
    assert part(plan, plan.targets[0], "subject") == "Communication"


def test_misspelt_columns() -> None:
    plan = (
        Form()
        .heading("Targets")
        .table([["Tagret", "Stratagies", "Sucess criteria", "Responsibilty"], [READ, "Daily", "Check", "Ms Vale"]])
        .plan()
    )
    assert wordings(plan) == [READ]
    assert part(plan, plan.targets[0], "measure") == "Check"


def test_a_wide_form_with_a_review_column_still_to_fill() -> None:
    plan = (
        Form()
        .heading("PEP targets")
        .table(
            [
                ["Target", "Provision", "Cost", "Review date", "Outcome / impact"],
                [READ, "Precision teaching", "£100", "22/05/2026", ""],
                [WRITE, "Word mats", "£0", "10/07/2026", ""],
            ]
        )
        .plan()
    )
    assert wordings(plan) == [READ, WRITE]
    assert plan.previous_targets == ()


def test_the_meetings_actions_are_no_targets() -> None:
    plan = (
        Form()
        .heading("New targets")
        .table([["Target", "How"], [READ, "Daily"]])
        .heading("Minutes of the meeting")
        .para("Everybody was pleased with Robin.")
        .table([["Action", "Who", "By when"], ["Ring the bus company", "Ms Vale", "20/02/2026"]])
        .heading("Attainment")
        .table([["Subject", "Target", "Working at", "On track?"], ["English", "5", "4", "No"]])
        .plan()
    )
    assert wordings(plan) == [READ]


def test_wishes_and_prose_are_no_targets() -> None:
    plan = (
        Form()
        .heading("My views")
        .table([["What is your goal?", "To be a vet"], ["What helps you?", "My dog"]])
        .heading("Attendance")
        .table([["Attendance", "91%"], ["Target", "95%"]])
        .heading("New targets")
        .table([["Target", "How", "When"], ["", "", ""], ["n/a", "", ""]])
        .plan()
    )
    assert plan.targets == ()


def test_last_terms_targets_standing_again() -> None:
    old = "Robin will learn his five times table by 19 December 2025"
    plan = (
        Form()
        .heading("Review of previous targets")
        .table([["Target", "Outcome"], [SETTLE, "Ongoing"]])
        .heading("New targets")
        .table(
            [
                ["Target", "Strategy", "By"],
                [old, "As before", "19/12/2025"],
                [SETTLE, "Meet and greet", "01/05/2026"],
                [READ, "Precision teaching", "22/05/2026"],
            ]
        )
        .plan()
    )
    assert wordings(plan) == [READ]


def test_a_form_that_says_targets_go_on() -> None:
    plan = (
        Form()
        .heading("Targets")
        .para("Targets to stay the same this term.")
        .table([["Target", "Support"], [READ, "TA"]])
        .plan()
    )
    assert plan.targets == ()


def test_rows_that_share_one_target() -> None:
    plan = (
        Form()
        .heading("Targets")
        .table(
            [
                ["No.", "Target", "Action", "PP+"],
                ["1a", READ, "Precision teaching", "£40"],
                ["1b", READ, "Books for home", "£25.50"],
                ["2", WRITE, "Word mats", ""],
            ]
        )
        .plan()
    )
    assert wordings(plan) == [READ, WRITE]
    assert plan.targets[0].amount == 65.5
    assert part(plan, plan.targets[0], "how") == "Precision teaching Books for home"


@pytest.mark.parametrize("heading", ["Targets", "New targets agreed at this meeting", "Learning objectives"])
def test_targets_as_plain_paragraphs(heading: str) -> None:
    plan = Form().heading(heading).para("These were agreed with Robin.", READ, WRITE).plan()
    assert wordings(plan) == [READ, WRITE]


def test_a_promise_to_set_targets_is_no_target() -> None:
    plan = Form().heading("New targets").para("New targets will be written after the annual review.").plan()
    assert plan.targets == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Long term: Robin will join the sixth form", True),
        ("Short term - Robin will read 60 words", False),
        ("Robin will read 60 words", None),
    ],
)
def test_long_or_short_term_by_its_own_words(words: str, expected: bool | None) -> None:
    plan = Form().heading("Targets").table([["Target", "Strategy"], [words, "Daily"]]).plan()
    assert [target.long_term for target in plan.targets] == [expected]


@pytest.mark.parametrize(
    ("due", "expected"),
    [("16 July 2027 (longer term)", True), ("Short term: 4 December 2026", False), ("4 December 2026", None)],
)
def test_long_or_short_term_by_the_words_beside_its_date(due: str, expected: bool | None) -> None:
    rows = [["Target", "Strategy", "By when"], ["Robin will read 60 words", "Daily", due]]
    plan = Form().heading("Targets").table(rows).plan()
    assert [target.long_term for target in plan.targets] == [expected]
