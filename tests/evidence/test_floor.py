"""To whom a form's labels and headings give the floor, on forms that nobody listed."""

from __future__ import annotations

import pytest

from pepinsight.evidence.voice.floor import Floors, Given

FLOORS = Floors({"ivo": "child", "berit": "carer", "bk": "carer", "miss tonks": "school"}, {"I": "child", "V": "child"})

CHILDS = ["Ivo's turn", "Over to you, Ivo", "Student page", "What does Ivo want?", "What would Ivo like us to know?",
          "Views of the young person", "Pupil voice", "What V hopes for", "Learner's own words",
          "PAGE 4 | Ivo's corner"]  # fmt: skip
HOMES = ["From home", "Home's page", "What do the people at home tell us?", "Carer / key worker comments", "Berit says",
         "What do the people I live with think?", "What do you notice at home?", "Views of the foster carer",
         "What does your carer say?"]  # fmt: skip
NOBODYS = ["Home language", "What do you think of your carer?", "How Ivo tells us things", "Carer's name", "Best day",
           "What is going well at home?", "My learning journey", "What did everybody say?", "Where I live",
           "Contact: Dad, fortnightly. See file", "How were views gathered?"]  # fmt: skip


@pytest.mark.parametrize("label", CHILDS)
def test_a_label_gives_the_child_the_floor(label: str) -> None:
    assert FLOORS.given_by(label).role == "child"


@pytest.mark.parametrize("label", HOMES)
def test_a_label_gives_those_at_home_the_floor(label: str) -> None:
    assert FLOORS.given_by(label).role == "carer"


@pytest.mark.parametrize("label", NOBODYS)
def test_other_labels_give_it_to_nobody(label: str) -> None:
    assert FLOORS.given_by(label) == Given()


@pytest.mark.parametrize("label", ["My comments", "Your bit", "What I think"])
def test_a_pronoun_alone_is_weak(label: str) -> None:
    assert FLOORS.given_by(label) == Given("child", weak=True)


@pytest.mark.parametrize("label", ["Berit", "BK 14:05", "3 Home - Berit", "Berit (by phone):"])
def test_a_mere_name_is_told_from_a_part_of_the_form(label: str) -> None:
    assert FLOORS.given_by(label) == Given("carer", bare=True)
