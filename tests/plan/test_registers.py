"""Attendance lists as other forms draw them: odd titles or none, roles first, initials, lists in a cell, sentences."""

from __future__ import annotations

import pytest
from making_forms import Paper
from making_plans import Form, Rows

from pepinsight.plan import SectionKind as Kind

Came = dict[str, bool | None]

BOTH: Came = {"DT": True, "SW": True}
ONE: Came = {"DT": True, "SW": False}

TABLES: dict[str, tuple[str, Rows, Came]] = {
    "a post, and shortened titles": (
        "People present",
        [["Post", "Name", "Inv.", "Pres."], ["DT / AHT", "P. Gaskell", "Y", "Y"], ["SW", "A. Rehman", "Y", "Apols"]],
        ONE,
    ),
    "no titles": ("Present", [["P Gaskell", "DT", "✓"], ["A Rehman", "SW", "✗"]], ONE),
    "no titles, and one cell more": (
        "Present",
        [
            ["P Gaskell", "DT", "Stokeby Park", "✓"],
            ["A Rehman", "SW", "Team 2", "Apols"],
            ["M Oates", "FC", "", "✓"],
        ],
        {**ONE, "carer": True},
    ),
    "the role first": ("Who was there", [["Designated Teacher", "P Gaskell"], ["Social Worker", "Apologies"]], ONE),
    "initials, a room, and bare titles": (
        "Round the table",
        [
            ["Initials", "Name", "Capacity", "In room?"],
            ["PG", "Mrs P Gaskell", "AHT / DT", "Y"],
            ["AR", "Ann Rehman", "SW", "N (court)"],
        ],
        ONE,
    ),
    "who was asked and who came": (
        "Who we spoke to",
        [["Who", "Asked", "Came"], ["P Gaskell, named lead", "Y", "Y"], ["A Rehman, SW", "Y", "N, sent a note"]],
        ONE,
    ),
    "marks of a class register": (
        "Meeting",
        [["Who", "Role", "There"], ["P Gaskell", "DT", "P"], ["A Rehman", "SW", "No"], ["M Oates", "FC", "P"]],
        {**ONE, "carer": True},
    ),
    "titles of the form's own": (
        "Attendees",
        [
            ["Attendee", "Job title", "In person / online / apologies"],
            ["P Gaskell", "Designated Teacher", "In person"],
            ["A Rehman", "Social Worker", "Apologies"],
        ],
        ONE,
    ),
    "initials": ("PEP meeting attendance", [["Initials", "Who", "Here?"], ["PG", "DT", "✓"], ["AR", "SW", "✗"]], ONE),
    "lists in two cells": (
        "Attendance at this PEP",
        [["Present", "Apologies"], ["P Gaskell (DT)\nM Oates (carer)", "A Rehman (SW)"]],
        {**ONE, "carer": True},
    ),
    "boxes to tick": (
        "People at the meeting",
        [["Role", "Name", "Tick if attended"], ["Designated Teacher", "P Gaskell", "☒"], ["SW", "A Rehman", "☐"]],
        ONE,
    ),
    "turned on its side": (
        "Who attended",
        [
            ["", "Designated Teacher", "Social Worker"],
            ["Name", "P Gaskell", "A Rehman"],
            ["Attended", "Y", "N"],
        ],
        ONE,
    ),
    "two people in a row": (
        "Meeting attendance",
        [
            ["Designated Teacher", "P Gaskell", "Social Worker", "A Rehman"],
            ["Foster carer", "M Oates", "VS", "I Marsh"],
        ],
        {**BOTH, "carer": True, "VS": True},
    ),
    "among the contacts": (
        "Contacts",
        [
            ["Role", "Name", "Invited", "Present"],
            ["Head of sixth form, designated", "P Gaskell", "Y", "Y"],
            ["Social worker", "A Rehman", "Y", "N"],
        ],
        ONE,
    ),
    "key people whose title sounds like a column's": (
        "People invited",
        [
            ["Name", "Who they are", "Attended meeting"],
            ["Shona Iqbal", "Key person", "✓"],
            ["P Gaskell", "Designated person for children in care", "✓"],
            ["A Rehman", "Social worker", ""],
        ],
        ONE,
    ),
}


@pytest.mark.parametrize("shape", TABLES)
def test_a_register_in_a_table(shape: str) -> None:
    heading, rows, wanted = TABLES[shape]
    form = Form().heading(heading).table(rows).heading("Education").para("Robin reads well.")
    told: Came = {}
    for person in form.plan().people:
        told.setdefault(person.role, person.present)
    assert {role: told.get(role) for role in wanted} == wanted


@pytest.mark.parametrize(
    ("heading", "lines", "wanted"),
    [
        ("Attendees", ["P Gaskell - DT", "A Rehman - SW", "M Oates - FC (apols)"], {**BOTH, "carer": False}),
        ("Who came", ["Designated Teacher: P Gaskell", "Social Worker: apologies sent"], ONE),
        ("Minutes", ["PG (DT), AR (SW), MO (FC) and Robin met on Teams."], {**BOTH, "carer": True}),
        (
            "Record of discussion",
            ["Paula Gaskell (designated teacher) chaired. Alia Rehman (social worker) could not come."],
            ONE,
        ),
        (
            "Meeting notes",
            ["There: Gill Pether (Designated Teacher). Robin came for cake. Social worker Anthea Crewe dialled in."],
            BOTH,
        ),
        ("Who attended", ["☒ Designated Teacher P Gaskell", "☐ Social Worker A Rehman"], ONE),
        ("People present", ["1. P Gaskell, Designated Teacher", "2. A Rehman, Social Worker"], BOTH),
    ],
)
def test_a_register_in_lines(heading: str, lines: list[str], wanted: Came) -> None:
    plan = Form().heading(heading).para(*lines).heading("Education").para("Robin reads well.").plan()
    told: Came = {}
    for person in plan.people:
        told.setdefault(person.role, person.present)
    assert {role: told.get(role) for role in wanted} == wanted


@pytest.mark.parametrize(
    "rows",
    [
        [["Date", "12 February 2026"], ["Venue", "Library"]],
        [["Role", "Name", "Attended"], ["Designated Teacher", "", ""], ["Social Worker", "", ""]],
        [["Designated Teacher", ""], ["Social Worker", ""]],
    ],
)
def test_what_names_nobody_tells_of_nobody(rows: Rows) -> None:
    assert not [p for p in Form().heading("Attendees").table(rows).plan().people if p.present]


def test_the_minutes_tale_is_no_register() -> None:
    told = "Robin's reading was talked about. The virtual school will send a tutor, and the social worker agreed."
    assert Form().heading("Minutes of the meeting").para(told).plan().people == ()


def test_a_table_of_who_came_below_the_minutes_heading_is_no_minutes() -> None:
    rows = [["In the room", "Role", "Y/N"], ["Ann Keld", "Designated teacher", "Y"], ["Ben Salt", "Social worker", "Y"],
            ["Robin", "Pupil", "N"]]  # fmt: skip
    paper = Paper().heading("Minutes of the meeting").table(rows).para("Robin reads every night with his aunt.")
    plan = paper.plan()
    assert [plan.quote(span) for span in plan.spans_of(Kind.MEETING)] == ["Robin reads every night with his aunt."]
    assert [(person.name, person.present) for person in plan.people][:2] == [("Ann Keld", True), ("Ben Salt", True)]


def test_a_table_of_actions_stays_with_the_minutes() -> None:
    rows = [
        ["What", "Who", "Role", "Status"],
        ["Book the reading test and send the scores home before the half term, with a note", "Ann Keld", "DT", "Y"],
        ["Ring the taxi firm about the seat belt and tell us all when it is mended", "Ben Salt", "SW", "N"],
    ]
    plan = Paper().heading("Minutes of the meeting").table(rows).plan()
    assert "taxi firm" in " ".join(plan.quote(span) for span in plan.spans_of(Kind.MEETING, Kind.ACTIONS))


def test_a_register_that_nobody_filled_in_says_nothing_of_who_came() -> None:
    rows = [
        ["Role", "Name", "Invited", "Present"],
        ["Designated teacher", "P Gaskell", "", ""],
        ["Carer", "M Oates", "", ""],
    ]
    assert {person.present for person in Form().heading("Who was there").table(rows).plan().people} == {None}
