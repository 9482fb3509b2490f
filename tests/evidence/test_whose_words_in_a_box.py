"""Whose words stand in a box: of the one asked, of an adult who wrote there, or nobody's, where no view was had."""

from __future__ import annotations

import pytest

from pepinsight.evidence.pipeline import read_text
from pepinsight.evidence.voice.floor import Floors
from tests.evidence.making_peps import Part, plan_of
from tests.evidence.spoken import CARER, MEETING, SEMH, VIEWS, read, said

FLOORS = Floors({})


@pytest.mark.parametrize(
    "answer",
    [
        "I find Tamsin a delight to teach. I have seen that she is quieter since half term.",
        "Adults should give her space and offer a drink.",
        "I have taught her since September and she is making good progress.",
        "As her form tutor I am delighted by how she has turned things round. She is a credit to us.",
        "Extra visits in July and a map. We will share her profile with Year 7.",
        "Finishing tasks in the time given. A checklist is used by staff.",
    ],
)
def test_an_adult_who_fills_in_the_childs_box_is_not_the_child(answer: str) -> None:
    doc = read((VIEWS, "What helps me", answer), (VIEWS, "What I like", "My cat and I like my TA."))
    assert said(doc, "child_voice") == ["My cat and I like my TA."]


@pytest.mark.parametrize("answer", ["Happy, likes her bedroom.", "I saw my nan and I like her dog."])
def test_notes_of_the_childs_own_likes_stay_the_childs(answer: str) -> None:
    assert said(read((VIEWS, "How is home?", answer)), "child_voice") == [answer]


def test_a_carer_who_writes_as_carer_in_the_childs_box_is_heard_as_carer() -> None:
    doc = read((VIEWS, "How do I feel about school?", "As her carer I think Tamsin comes home smiling."))
    assert said(doc, "child_voice") == []
    assert said(doc, "carer_voice") == ["As her carer I think Tamsin comes home smiling."]


@pytest.mark.parametrize(
    "note",
    [
        "Not invited.",
        "You asked us not to contact them.",
        "Sent form 12/2, chased twice.",
        "No contact permitted by court order.",
        "Will be sought at the next visit.",
        "Apologies given; will feed back by phone.",
        "As per last PEP.",
        "On annual leave.",
        "Invited, did not attend.",
        "No comments received.",
    ],
)
def test_why_no_view_stands_in_a_box_is_no_view(note: str) -> None:
    assert said(read((CARER, "Carer's views", note)), "carer_voice") == []
    assert said(read((VIEWS, "My views", note)), "child_voice") == []


@pytest.mark.parametrize(
    "words",
    ["We have not been asked before and I am glad of it.", "She has had no answer about the bus and it upsets her."],
)
def test_a_carer_who_speaks_of_being_asked_is_heard(words: str) -> None:
    assert said(read((CARER, "Carer's views", words)), "carer_voice") == [words]


@pytest.mark.parametrize("label", ["Adult comment", "What people admire about me", "Views of others", "Staff feedback"])
def test_those_around_the_child_have_the_floor(label: str) -> None:
    assert FLOORS.given_by(label).role == "other"


@pytest.mark.parametrize(
    "label", ["What I want people to know", "What should adults know about you?", "The best bit of school is"]
)
def test_a_question_about_others_is_still_the_childs(label: str) -> None:
    assert FLOORS.given_by(label).role != "other"


def test_a_task_gives_nobody_the_floor() -> None:
    assert FLOORS.given_by("Carer to say which evening suits").role == ""
    assert FLOORS.given_by("Carer to add comments").role == "carer"


@pytest.mark.parametrize(("label", "role"), [("Views from placement", "carer"), ("Work placement feedback", "other")])
def test_a_placement_is_home_unless_it_is_work(label: str, role: str) -> None:
    assert FLOORS.given_by(label).role == role


def test_an_emails_head_and_close_in_the_carers_box_are_no_words_of_hers() -> None:
    mail = "From: Priya Dutta. Sent: 3 May. She sleeps better now. My worry is her reading. Kind regards, Priya"
    heard = said(read((CARER, "Comments from foster carer", mail)), "carer_voice")
    assert heard == ["She sleeps better now.", "My worry is her reading."]


def test_school_at_the_end_of_a_carers_sentence_is_not_its_subject() -> None:
    doc = read((CARER, "", "We are pleased. She talks about school at tea."))
    assert said(doc, "carer_voice") == ["We are pleased.", "She talks about school at tea."]


def test_a_carer_is_heard_by_a_name_that_shares_no_beginning_with_her_own() -> None:
    parts: dict[str, list[Part]] = {
        "Care information": [[("Placement", "Foster carer Susan Tamblyn")]],
        "PEP meeting": ["Sue asked for the spellings on paper."],
    }
    doc = read_text(plan_of(parts))
    assert said(doc, "carer_voice") == ["Sue asked for the spellings on paper."]


def test_under_views_of_others_a_role_beside_its_answer_speaks() -> None:
    table: Part = [("Carer", "Eats well. Struggles on Sunday nights."), ("Social worker", "No concerns.")]
    parts: dict[str, list[Part]] = {"Views of the child": ["I like art."], "Views of others": [table]}
    doc = read_text(plan_of(parts))
    assert "Struggles on Sunday nights." in said(doc, "carer_voice")
    assert said(doc, "child_voice") == ["I like art."]


def test_an_adult_who_goes_on_behind_the_childs_quoted_words_is_not_the_child() -> None:
    answer = 'Tamsin feels fine. Her words: "I am flying in drama". I would agree and add that her effort is excellent.'
    heard = said(read((VIEWS, "How are you doing?", answer)), "child_voice")
    assert not any("agree" in words for words in heard)
    assert any("flying in drama" in words for words in heard)


def test_who_is_to_say_something_has_not_said_it() -> None:
    doc = read((MEETING, "Action", "Tamsin to say which open day she wants to attend."))
    assert said(doc, "child_voice") == []


def test_saying_what_one_thinks_is_a_manner() -> None:
    assert said(read((SEMH, "", "Tamsin says what she thinks and is well liked.")), "child_voice") == []


def test_what_the_child_does_not_want_is_told_where_nobody_seeks_views() -> None:
    words = "Tamsin has said that she does not want to talk about it at school."
    assert said(read((SEMH, "", words)), "child_voice") == [words]


def test_a_carer_may_praise_the_staff() -> None:
    words = "Mr Frome has been brilliant with her."
    assert said(read((CARER, "Foster carer's views", words)), "carer_voice") == [words]
    assert said(read((CARER, "Foster carer's views", "Mr Frome spoke on 3 May.")), "carer_voice") == []


def test_a_grandmother_in_the_carers_field_is_heard_by_any_word_for_her() -> None:
    parts: dict[str, list[Part]] = {
        "Care information": [[("Carer name and relationship", "Brenda Tighe, maternal grandmother")]],
        "PEP meeting": ["Nan is worried about the internet."],
    }
    assert said(read_text(plan_of(parts)), "carer_voice") == ["Nan is worried about the internet."]


@pytest.mark.parametrize(("label", "role"), [("Comments from school", "other"), ("School day", ""), ("My school", "")])
def test_a_place_has_the_floor_only_with_a_word_for_views(label: str, role: str) -> None:
    assert FLOORS.given_by(label).role == role


def test_what_one_pupil_says_of_another_is_not_the_childs() -> None:
    words = "The other pupil told staff that nobody had pushed."
    assert said(read((SEMH, "", words)), "child_voice") == []


def test_a_task_among_the_carers_words_is_not_hers() -> None:
    doc = read((CARER, "Home update", "Priya thinks the app is slow. HM to send a paper copy."))
    assert said(doc, "carer_voice") == ["Priya thinks the app is slow."]


@pytest.mark.parametrize("words", ["Priya is thrilled with the certificate.", "Priya has observed that she is tired."])
def test_a_carer_is_heard_in_the_minutes(words: str) -> None:
    assert said(read((MEETING, "", words)), "carer_voice") == [words]
