"""The child's names, birthday, pronouns, year and phase, as the document gives them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making_forms import Paper

from pepinsight.plan.child import read_year, year_by_birth


def front(**answers: str) -> Paper:
    return Paper().heading("Personal Education Plan").fields(**answers)


@pytest.mark.parametrize(
    ("written", "full", "known"),
    [
        ("Leo Marsh", "Leo Marsh", None),
        ("Leonard Marsh (Leo), Year 4", "Leonard Marsh", "Leo"),
        ("Leonard (Leo) Marsh", "Leonard Marsh", "Leo"),
        ("Marsh, Leonard (Leo)", "Leonard Marsh", "Leo"),
        ("Tyler-James MARSH", "Tyler-James Marsh", None),
        ("Leonard Marsh. You like to be called Leo.", "Leonard Marsh", "Leo"),
        ("MARSH Leonard ('Leo')", "Leonard Marsh", "Leo"),
        ("Leonard Marsh, LEO to everyone", "Leonard Marsh", "Leo"),
        ("Zoë O'Neil-Ashe", "Zoë O'Neil-Ashe", None),
    ],
)
def test_a_name_in_its_field(written: str, full: str, known: str | None) -> None:
    child = front(Name=written).plan().child
    assert (child.name, child.known_as) == (full, known)


@pytest.mark.parametrize(
    "title",
    [
        "Leo Marsh, Year 4, Larkmoor Primary School",
        "Leo Marsh  |  Year 4  |  Larkmoor",
        "Post 16 ePEP: Leo Marsh",
        "ePEP - Spring 2026 - Leo Marsh (Year 4)",
    ],
)
def test_a_name_in_the_title_lines(title: str) -> None:
    assert (
        Paper().para("Personal Education Plan", title).heading("Attendance").para("96%").plan().child.name
        == "Leo Marsh"
    )


def test_no_name_is_made_up() -> None:
    assert Paper().heading("Personal Education Plan").para("Larkmoor Primary School").plan().child.name is None


def test_initials_count_when_the_text_uses_them() -> None:
    minutes = "M said that science is hard. M told us about the bus."
    child = front(Name="Mehreen Ashe").heading("PEP meeting").para(minutes).plan().child
    assert child.names == ("Mehreen Ashe", "Mehreen", "M")
    assert "I" not in front(Name="Idris Vale").heading("Views").para("I said no. I told them.").plan().child.names


def test_birthday_and_pronouns() -> None:
    child = front(Name="Leo Marsh", DOB="03.02.2016 / Year 5", Gender="Male").plan().child
    assert child.date_of_birth == date(2016, 2, 3)
    assert child.pronouns == ("he", "him", "his")


def test_pronouns_from_the_text_when_they_are_clear() -> None:
    text = "Ash came in and they told us about their dog. Ash said they like art, and Ash likes their tutor."
    assert front(Name="Ash Vale").heading("PEP meeting").para(text).plan().child.pronouns[0] == "they"


@pytest.mark.parametrize(
    ("answer", "year"),
    [
        ("9", 9),
        ("Year 9", 9),
        ("Y9", 9),
        ("Yr 11", 11),
        ("NCY 10", 10),
        ("Reception", 0),
        ("Nursery", -1),
        ("R", 0),
        ("6 Kestrels", 6),
        ("2015", None),
        ("tbc", None),
        ("4, in Class 2 (Y3 to Y6)", 4),
    ],
)
def test_a_year_as_people_write_it(answer: str, year: int | None) -> None:
    assert read_year(answer, bare=True) == year


def test_a_forms_range_of_years_is_not_the_childs() -> None:
    plan = Paper().heading("My Education Plan (Years 10 and 11)").fields(Name="Leo Marsh", NCY="11").plan()
    assert plan.year_group == 11


def test_the_birthday_tells_the_year_and_checks_it() -> None:
    told = front(Name="Leo Marsh", Date_of_birth="22/01/2015", PEP_held="12/02/2026").plan()
    assert (told.year_group, told.phase) == (6, "SSA")
    unlikely = front(Name="Leo Marsh, Year 2 of 3", Date_of_birth="19/05/2008", PEP_held="19/11/2025").plan()
    assert (unlikely.year_group, unlikely.phase) == (13, "P16")


@given(st.integers(2005, 2022), st.integers(0, 364))
def test_everybody_born_in_one_school_year_is_in_one_class(start: int, days: int) -> None:
    born = date.fromordinal(date(start, 9, 1).toordinal() + days)
    assert year_by_birth(born, date(start + 10, 9, 1)) == 5
    assert year_by_birth(born, date(start + 11, 8, 31)) == 5


def test_the_phase_by_the_forms_title_when_no_year_is_given() -> None:
    assert Paper().heading("Post 16 PEP").fields(Name="Leo Marsh").plan().phase == "P16"
    assert Paper().heading("Personal Education Plan (Primary)").fields(Name="Leo Marsh").plan().phase == "SSA"
    assert Paper().heading("Early Years PEP").fields(Name="Leo Marsh").plan().phase == "EY"
    assert Paper().heading("Personal Education Plan").fields(Name="Leo Marsh").plan().phase is None


@pytest.mark.parametrize(
    ("title", "phase"),
    [
        ("PEP post-16", "P16"),
        ("Post16 PEP", "P16"),
        ("16+ Personal Education Plan", "P16"),
        ("PEP 16 – 19", "P16"),
        ("Sixth form PEP", "P16"),
        ("PEP for statutory school age", "SSA"),
        ("KS3/4 PEP", "SSA"),
        ("PEP (EYFS)", "EY"),
        ("PEP, room 160", None),
        ("PEP, section 16", None),
    ],
)
def test_phases_by_what_forms_call_themselves(title: str, phase: str | None) -> None:
    assert Paper().heading(title).fields(Name="Leo Marsh").plan().phase == phase


def test_a_year_in_words_and_a_form_that_speaks_of_reception() -> None:
    assert front(Name="Leo Marsh", Year_group="Six").plan().year_group == 6
    paper = Paper().heading("Early years PEP").para("For children from two until they start in Reception.")
    plan = paper.fields(Name="Leo Marsh", Birthday="9 July 2022", PEP_meeting="13 May 2026").plan()
    assert (plan.year_group, plan.phase) == (-1, "EY")
