"""Odd forms, each with the same two targets: they come out whole, however they are laid out."""

from __future__ import annotations

import pytest
from making_plans import Form, reviewed, wordings

READ = "Robin will read 60 of the 100 common words at sight by 22 May 2026"
WRITE = "Robin will write five linked sentences without help by 10 July 2026"

ODD_FORMS = {
    "label, answer, label, answer": Form()
    .heading("Targets")
    .table(
        [
            ["Target 1", READ, "Review date", "22/05/2026"],
            ["Actions", "Daily teaching", "Who", "Ms Vale"],
            ["PP+ cost", "£50", "Outcome", ""],
        ]
    )
    .table(
        [
            ["Target 2", WRITE, "Review date", "10/07/2026"],
            ["Actions", "Word mats", "Who", "Mr Roe"],
            ["PP+ cost", "£60", "Outcome", ""],
        ]
    ),
    "a header of two rows": Form()
    .heading("SMART targets")
    .table(
        [
            ["Target", "", "Success criteria", "Pupil Premium Plus", ""],
            ["What?", "Why?", "", "Cost", "Item"],
            [READ, "Behind", "Check", "£50", "Books"],
            [WRITE, "Asked", "Sample", "£60", "Mats"],
        ]
    ),
    "a header that explains itself": Form()
    .heading("Targets")
    .table(
        [
            [
                "Target\nWhat will the young person achieve by the next PEP? It must be specific and measurable.",
                "Actions and resources: state clearly what will be done, how often and by whom, and the carer's part",
                "PP+ cost (please state the amount requested and what it will be spent on this term)",
            ],
            [READ, "Daily", "£50 books"],
            [WRITE, "Word mats", "£60 mats"],
        ]
    ),
    "a remark below each row": Form()
    .heading("Targets")
    .table(
        [
            ["Target", "Actions", "PP+"],
            [READ, "Daily", "£50"],
            ["Review of target:", "", ""],
            [WRITE, "Word mats", "£60"],
            ["Review of target:", "", ""],
        ],
        merged=(2, 4),
    ),
    "label and target in one cell": Form()
    .heading("Targets")
    .table(
        [
            [f"Target 1: {READ}", "Actions: Daily teaching\nPP+ cost: £50"],
            [f"Target 2: {WRITE}", "Actions: Word mats\nPP+ cost: £60"],
        ]
    ),
    "an action plan with measures": Form()
    .heading("Action plan")
    .table(
        [
            ["What needs to happen?", "Who will do it?", "By when?", "Cost / PP+", "How will we know it has worked?"],
            [READ, "Ms Vale", "22/05/2026", "£50", "Check"],
            [WRITE, "Mr Roe", "10/07/2026", "£60", "Sample"],
        ]
    ),
    "one column, label above answer": Form()
    .heading("Targets")
    .table([["Target 1"], [READ], ["Cost"], ["£50"], ["Target 2"], [WRITE], ["Cost"], ["£60"]]),
    "short and long term labels": Form()
    .heading("Targets")
    .table(
        [
            ["Short term target 1", READ],
            ["Action", "Daily"],
            ["Cost", "£50"],
            ["Long term target", WRITE],
            ["Action", "Word mats"],
            ["Cost", "£60"],
        ]
    ),
    "answers printed apart from their target": Form()
    .heading("Targets")
    .table(
        [
            ["Cost (1)", "£50"],
            ["Cost (2)", "£60"],
            ["Target 1", READ],
            ["How (1)", "Daily"],
            ["Target 2", WRITE],
            ["How (2)", "Word mats"],
        ]
    ),
    "a total below": Form()
    .heading("Targets and Pupil Premium")
    .table(
        [
            ["Target", "Intervention", "Cost"],
            [READ, "Tutor", "£50"],
            [WRITE, "Word mats", "£60"],
            ["Total", "", "£110"],
        ]
    ),
    "old and new in one row": Form()
    .heading("Targets")
    .table(
        [
            ["Area", "Previous target", "Progress", "New target", "How", "PP+"],
            ["English", "Robin will know 20 words", "Met, 22 words", READ, "Daily", "£50"],
            ["Writing", "Robin will hold a pen well", "Not met", WRITE, "Word mats", "£60"],
        ]
    ),
}


@pytest.mark.parametrize("form", ODD_FORMS.values(), ids=ODD_FORMS.keys())
def test_odd_forms(form: Form) -> None:
    plan = form.plan()
    assert wordings(plan) == [READ, WRITE]
    assert [target.amount for target in plan.targets] == [50.0, 60.0]


def test_old_and_new_in_one_row_are_told_apart() -> None:
    plan = ODD_FORMS["old and new in one row"].plan()
    assert reviewed(plan) == [
        ("Robin will know 20 words", "Met, 22 words"),
        ("Robin will hold a pen well", "Not met"),
    ]


@pytest.mark.parametrize("repeated", [False, True])
def test_a_table_that_goes_on_in_another(repeated: bool) -> None:
    header = ["Target", "Strategy", "PP+"]
    form = Form().heading("Targets").table([header, [READ, "Daily", "£50"]])
    plan = form.table([*([header] if repeated else []), [WRITE, "Word mats", "£60"]]).plan()
    assert wordings(plan) == [READ, WRITE]
    assert [target.amount for target in plan.targets] == [50.0, 60.0]


def test_a_name_for_targets_that_nobody_has_heard_of() -> None:
    plan = (
        Form()
        .heading("Targets")
        .table(
            [
                ["No", "My mountain to climb", "Strategies", "Success criteria", "PP+"],
                ["1", READ, "Daily", "Check", "£50"],
                ["2", WRITE, "Word mats", "Sample", ""],
            ]
        )
        .plan()
    )
    assert wordings(plan) == [READ, WRITE]
