"""Who came to the meeting in which role, however the form lists them."""

from __future__ import annotations

from datetime import date

import pytest
from making_forms import Paper

from pepinsight.plan import Plan


def roles(plan: Plan) -> dict[str, bool | None]:
    return {person.role: person.present for person in plan.people}


TABLE = [
    ["Name", "Role", "Invited", "Attended"],
    ["Ann Keld", "Designated Teacher", "Yes", "✓"],
    ["Ben Salt", "Social worker", "Yes", "Apologies"],
    ["Cath Oddy", "Foster carer", "Yes", "Y (by phone)"],
    ["Dev Rao", "Virtual School", "Yes", "N"],
    ["Leo", "Pupil", "Yes", "In for last 10 mins"],
]


def test_a_table_with_ticks_and_apologies() -> None:
    plan = Paper().heading("Attendees").table(TABLE, header=True).plan()
    assert roles(plan) == {"DT": True, "SW": False, "carer": True, "VS": False, "child": True}
    assert plan.child_attended is True
    assert [person.name for person in plan.people][:2] == ["Ann Keld", "Ben Salt"]


def test_a_table_that_asks_who_the_people_are() -> None:
    rows = [
        ["Person", "Who they are", "Invited", "There on the day"],
        ["Ann Keld", "Designated Teacher, Assistant Head (KS4)", "Yes", "Yes"],
        ["Eve Lund", "Deputy / DT / Y6", "Yes", "Yes"],
        ["Ben Salt", "Social worker", "Yes", "No (leave)"],
        ["Cath Oddy", "Foster carer", "Yes", "Yes"],
    ]
    plan = Paper().heading("Attendees").table(rows, header=True).plan()
    assert [person.name for person in plan.people] == ["Ann Keld", "Eve Lund", "Ben Salt", "Cath Oddy"]
    assert [person.role for person in plan.people] == ["DT", "DT", "SW", "carer"]


def test_a_list_with_roles_in_brackets() -> None:
    plan = Paper().heading("PEP meeting").fields(
        Present="Ann Keld (DT), Ben Salt (SW), Cath Oddy (carer), Imran Aziz (SENCO)",
        Apologies="Dev Rao (Virtual School)",
    ).plan()  # fmt: skip
    assert roles(plan) == {"DT": True, "SW": True, "carer": True, "SENCO": True, "VS": False}


@pytest.mark.parametrize(
    "line",
    [
        "Present: A Keld (DT), B Salt (SW). Apologies: C Oddy (carer).",
        "Present: A Keld DT/SENCO, B Salt SW. Apols from C Oddy, foster carer.",
        "3 March, library. Here: A Keld (designated teacher), B Salt (social worker). C Oddy (carer) sent apologies.",
    ],
)
def test_a_line_that_opens_the_minutes(line: str) -> None:
    plan = Paper().heading("PEP meeting").para(line, "Leo's reading was talked about with everybody there.").plan()
    assert roles(plan) == {"DT": True, "SW": True, "carer": False}


def test_bullets_under_who_came() -> None:
    plan = Paper().heading("Who came").bullets("Ann Keld, designated teacher", "Ben Salt, social worker").plan()
    assert roles(plan) == {"DT": True, "SW": True}


def test_names_alone_are_known_from_the_forms_fields() -> None:
    paper = (
        Paper().heading("Care").fields(Social_worker="Ben Salt, Team 4", Legal_status="Care order", Placement="Home")
    )
    paper.heading("Education").fields(Designated_teacher="Mrs Ann Keld", School="Larkmoor")
    plan = paper.heading("PEP meeting").fields(Present="Mrs Keld, Ben Salt, Nina Oddie").plan()
    assert roles(plan) == {"DT": True, "SW": True, "other": True}


@pytest.mark.parametrize(
    "told",
    [
        "Chair and notes: Orla Keld-Finch, head of sixth form and designated teacher",
        "Our link is Orla Keld-Finch (lead for looked after students), in on every day but Friday.",
    ],
)
@pytest.mark.parametrize(
    "listed", ["Present: OKF, BS (SW)", "O Keld-Finch (chair). Tom Ives. B Salt SW. Mr Rudd by phone."]
)
def test_names_and_initials_are_known_from_where_the_form_says_who_leads(told: str, listed: str) -> None:
    plan = Paper().heading("Education").para(told).heading("Who was there").para(listed).plan()
    assert {"DT": True, "SW": True}.items() <= roles(plan).items()


def test_the_name_behind_a_comma_is_somebody_elses() -> None:
    plan = Paper().heading("Education").para("Written with Ann Keld, social worker Bo Salt, in May.").heading(
        "Who was there"
    ).para("Ann Keld, Cath Oddy (carer)").plan()  # fmt: skip
    assert "SW" not in roles(plan)


def test_no_social_worker_is_nobody() -> None:
    plan = (
        Paper().heading("Minutes").para("Present: Ann Keld (DT), Leo. No social worker as the post is vacant.").plan()
    )
    assert (roles(plan)["DT"], roles(plan).get("SW", False)) == (True, False)


def test_a_blank_list_says_nothing() -> None:
    plan = Paper().heading("Attendees").table([TABLE[0], ["", "", "", ""]], header=True).plan()
    assert plan.people == ()
    assert plan.child_attended is None


@pytest.mark.parametrize(
    ("sentence", "came"),
    [
        ("Leo joined for the last ten minutes and read out his sheet.", True),
        ("Leo did not attend; his views were read out.", False),
        ("Leo chose not to come in.", False),
        ("Everybody talked about Leo's reading.", None),
    ],
)
def test_the_minutes_tell_whether_the_child_came(sentence: str, came: bool | None) -> None:
    plan = (
        Paper().heading("Personal Education Plan").fields(Name="Leo Marsh").heading("PEP meeting").para(sentence).plan()
    )
    assert plan.child_attended is came


def test_who_signed_and_when() -> None:
    plan = Paper().heading("Sign off").fields(
        Designated_teacher="A Keld, 27/02/2026", Social_worker="", Carer="C Oddy 1 March 2026"
    ).plan()  # fmt: skip
    assert [(item.role, item.name, item.date) for item in plan.sign_offs] == [
        ("DT", "A Keld", date(2026, 2, 27)),
        ("carer", "C Oddy", date(2026, 3, 1)),
    ]
