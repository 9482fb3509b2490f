"""Whose voice counts as a carer's: kin, workers of the child's home, short roles in lists, senders of e-mails."""

from __future__ import annotations

import pytest

from pepinsight.evidence.pipeline import read_text
from tests.evidence.making_peps import Part, plan_of

PEOPLE = ["Post", "Who", "Present"]


def carers_words(sections: dict[str, list[Part]]) -> list[str]:
    doc = read_text(plan_of(sections))
    return [span.text for span in doc.spans["carer_voice"]]


@pytest.mark.parametrize(
    ("placement", "note", "heard"),
    [
        ("Kinship: maternal grandmother Mrs Olwen Ashby", "Nan said that mornings are calm.", True),
        ("Foster carers, Mr and Mrs Pell. Nan visits on Sundays.", "Nan said that mornings are calm.", False),
        ("Connected person, uncle Bryn Ashby", "Bryn would like the spellings on paper.", True),
        ("FC - J. Ferris (sole carer)", "Ms Ferris says that he sleeps through.", True),
        ("Foster, FC is Ida Pell", "Mr Doyle said that homework is late.", False),
    ],
)
def test_whom_the_placement_names_is_the_carer(placement: str, note: str, heard: bool) -> None:
    sections: dict[str, list[Part]] = {"Care information": [[("Placement", placement)]], "PEP meeting": [note]}
    assert carers_words(sections) == ([note] if heard else [])


@pytest.mark.parametrize("role", ["FC", "Kinship carer", "Residential key worker", "Foster carer (main)"])
def test_a_list_of_people_tells_who_cares_whatever_its_titles(role: str) -> None:
    people = [PEOPLE, [role, "Maura Quill", "Y"], ["Class teacher", "Tom Doyle", "Y"]]
    note = "Maura said that bedtimes are better."
    assert carers_words({"Convened": [people], "PEP meeting": [note, "Tom said that he reads well."]}) == [note]


def test_a_carer_listed_by_an_initial_is_known_by_the_whole_name_that_stands_elsewhere() -> None:
    people = [PEOPLE, ["Foster carer", "M Quill", "Y"], ["Class teacher", "T Doyle", "Y"]]
    letter = "Maura Quill wrote the plan for mornings with us."
    sections: dict[str, list[Part]] = {
        "Convened": [people],
        "Attendance": [letter],
        "PEP meeting": ["Maura asked for a map."],
    }
    assert carers_words(sections) == ["Maura asked for a map."]


def test_an_action_for_the_carer_makes_nobody_a_carer() -> None:
    rows = [["Topic", "Talk", "Action"], ["Successes Shared", "Tom Doyle read them out.", "Tickets for carer"]]
    assert carers_words({"PEP meeting": [rows, "Successes said a lot."]}) == []


def test_initials_of_the_worker_at_home_begin_her_words_and_others_end_them() -> None:
    people = [PEOPLE, ["Resi key worker", "J. Adder", "Y"], ["VS", "H. Quill", "Y"]]
    note = "JA: he cooks for the others on Sundays. HQ: forms are in."
    assert carers_words({"Attendees": [people], "PEP meeting": [note]}) == ["he cooks for the others on Sundays."]


def test_notes_go_on_about_the_carer_without_naming_her_again() -> None:
    sections: dict[str, list[Part]] = {
        "Care information": [[("Placement", "Kinship, gran (Ena Ashby)")]],
        "PEP meeting": ["Gran says he reads the sports page. Wants more books home. Data shared by Mr Doyle."],
    }
    assert carers_words(sections) == ["Gran says he reads the sports page.", "Wants more books home."]


def test_an_email_in_running_text_is_its_senders() -> None:
    sections: dict[str, list[Part]] = {
        "Care information": [[("Placement", "Foster carers, Mr and Mrs Pell")]],
        "Carer": ["From: ida pell. To: Tom Doyle. Hi Tom, sorry for the rush. He talks about engines all day long."],
    }
    assert "He talks about engines all day long." in " ".join(carers_words(sections))


def test_a_key_worker_at_the_childs_home_is_a_carer_and_one_at_school_is_not() -> None:
    people = [PEOPLE, ["Key worker at Elm Lodge (your home)", "Nia Pryce", "Y"], ["Key worker", "Tom Doyle", "Y"]]
    note = "Nia said he is up on time now."
    assert carers_words({"Attendees": [people], "PEP meeting": [note, "Tom said he is on time for him."]}) == [note]


def test_a_label_within_running_minutes_holds_for_its_sentence() -> None:
    sections: dict[str, list[Part]] = {
        "Care information": [[("Foster carer", "Ida Pell")]],
        "PEP meeting": ["Attendance 93%. Ida: he is sick before breakfast. Two lates this week, both taxi."],
    }
    assert carers_words(sections) == ["he is sick before breakfast."]


def test_a_carers_refusal_under_a_heading_in_the_childs_words_is_hers() -> None:
    note = "Mrs Pell was invited by telephone on 20 January. She declined on 29 January because of a bereavement."
    care: list[Part] = [[("Foster carer", "Mrs Ida Pell")]]
    doc = read_text(plan_of({"Care information": care, "The voice of the person who cares for me at home": [note]}))
    assert len(doc.spans["carer_declined"]) == 1
    assert not doc.spans["child_refused"]
