"""Who signed a plan off, and when: in fields, and in words under a heading of their own."""

from datetime import date

import pytest
from making_plans import Form

from pepinsight.plan import Plan


def signed(plan: Plan) -> list[tuple[str, str | None, date | None]]:
    return [(item.role, item.name, item.date) for item in plan.sign_offs]


def test_a_signature_in_a_part_of_its_own_is_that_persons() -> None:
    form = (
        Form()
        .heading("Social worker sign off")
        .table([["Signed", "Nell Hartley, 16/02/2026"], ["Next PEP", "10/06/2026"]])
    )
    form.heading("Designated teacher sign off").table(
        [["Signed", "Omar Finch, 17/02/2026"], ["Next PEP", "10/06/2026"]]
    )
    assert signed(form.plan()) == [
        ("SW", "Nell Hartley", date(2026, 2, 16)),
        ("DT", "Omar Finch", date(2026, 2, 17)),
    ]


def test_a_sentence_under_such_a_heading_signs_too_and_the_next_meeting_does_not() -> None:
    form = (
        Form()
        .heading("Social worker sign off")
        .para("Next PEP 10 June 2026, 2pm. Nell Hartley, completed 16 February 2026.")
    )
    form.heading("Designated teacher sign off").para("Next PEP 10 June 2026.")
    assert [(role, day) for role, _, day in signed(form.plan())] == [("SW", date(2026, 2, 16))]


def test_one_heading_for_all_gives_nobody_a_signature_that_is_not_theirs() -> None:
    form = Form().heading("Sign off").para("Completed on 16 February 2026.")
    assert signed(form.plan()) == []


TABLES = [
    [["Role", "Name", "Signature", "Date"], ["Designated Teacher", "Omar Finch", "O Finch", "10/02/2026"],
     ["Social Worker", "Nell Hartley", "", "11/02/2026"], ["Virtual School", "Ida Moss", "", "16/02/2026"]],
    [["Name", "Role", "Date signed"], ["Omar Finch", "DT", "10/02/2026"],
     ["Nell Hartley", "Social worker", "11/02/2026"], ["Ida Moss", "VS", "16/02/2026"]],
    [["Designated Teacher", "Social Worker", "Virtual School"],
     ["Omar Finch 10/02/2026", "Nell Hartley 11/02/2026", "Ida Moss 16/02/2026"]],
]  # fmt: skip


@pytest.mark.parametrize("table", TABLES, ids=["role first", "name first", "roles side by side"])
def test_signatures_in_a_table_of_any_shape(table: list[list[str]]) -> None:
    plan = Form().heading("Sign off").table(table).plan()
    assert signed(plan) == [
        ("DT", "Omar Finch", date(2026, 2, 10)),
        ("SW", "Nell Hartley", date(2026, 2, 11)),
        ("VS", "Ida Moss", date(2026, 2, 16)),
    ]
    assert plan.dates.completed == date(2026, 2, 11)  # the virtual school signs what the others completed


def test_a_line_that_says_who_signed() -> None:
    plan = (
        Form()
        .heading("Sign off")
        .para("Signed by DT Omar Finch on 10/02/2026", "Next PEP with SW on 09/06/2026")
        .plan()
    )
    assert [(role, day) for role, _, day in signed(plan)] == [("DT", date(2026, 2, 10))]


def test_a_log_that_speaks_of_somebody_is_no_signature() -> None:
    log = [["Date", "Entry", "By"], ["19/01/2026", "Virtual School e-mailed to ask for this plan.", "SL"]]
    assert signed(Form().heading("Sign off").table(log).plan()) == []
