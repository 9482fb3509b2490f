"""Who signed a plan off, and when: in fields, and in words under a heading of their own."""

from datetime import date

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
