"""Forms that speak as the child: titles that adults fill in below, questions that the child answers, instructions."""

from __future__ import annotations

import pytest

from pepinsight.plan import SectionKind
from tests.evidence.making_peps import findings_of
from tests.evidence.spoken import CARER, MEETING, TARGETS, VIEWS, Block, read, said

REST: dict[str, list[str]] = {"Attendance": ["94.1 % since September."], "Targets": ["Wren will learn 20 spellings."]}


def test_a_part_titled_for_the_child_may_be_filled_in_by_adults() -> None:
    told = [("Colour", "Green"), ("Who is helping?", "Mr Frome on Tuesdays, six sessions; calmer on the stairs since.")]
    found = findings_of({"How I feel (emotional wellbeing)": [told], **REST})
    assert found.features["child_voice"].value is False


def test_words_in_the_first_person_are_the_childs_under_such_a_title() -> None:
    told = [("Colour", "Green"), ("Anything else?", "I feel sick on ferry days.")]
    found = findings_of({"How I feel (emotional wellbeing)": [told], **REST})
    assert found.features["child_voice"].value is True


@pytest.mark.parametrize(
    "label", ["My ideas for work", "What the young person wants", "Wants to be", "What I want to do"]
)
def test_a_question_about_work_that_asks_the_child_is_answered_by_her(label: str) -> None:
    assert said(read((SectionKind.CAREERS, label, "Boat builder, or joiner.")), "child_voice") == [
        "Boat builder, or joiner."
    ]


def test_a_question_about_work_that_asks_nobody_is_the_schools() -> None:
    assert said(read((SectionKind.CAREERS, "Open days", "Joinery evening, 3 March.")), "child_voice") == []


@pytest.mark.parametrize(
    "words",
    [
        "Write what the child shows you.",
        "To be done with somebody she trusts, before the meeting.",
        "You can draw, write or talk.",
        "We do not see her cross.",
    ],
)
def test_what_the_form_or_staff_say_on_the_childs_page_is_not_hers(words: str) -> None:
    assert said(read((VIEWS, "", words)), "child_voice") == []


def test_a_page_on_which_adults_say_what_they_see_is_theirs() -> None:
    page: list[Block] = [
        (VIEWS, "I like", "Everything!"),
        (VIEWS, "I am cross when", "We do not see her cross."),
        (VIEWS, "I am learning to", "Enjoys the boats and engages well."),
    ]
    assert said(read(*page), "child_voice") == []


def test_her_name_before_a_few_words_beside_a_target_gives_her_words() -> None:
    words = "too many words on the page. Widest gap in March."
    named: Block = (MEETING, "", "Tamsin came in.")
    assert said(read(named, (TARGETS, "Tamsin:", words)), "child_voice") == ["too many words on the page."]
    assert said(read(named, (TARGETS, "Tamsin:", "will bring the booklet")), "child_voice") == []


def test_who_was_asked_is_the_one_who_then_speaks() -> None:
    words = "Mr Frome gave the figures. Asked about the ferry, she said the noise is what she minds."
    assert len(said(read((MEETING, "", words)), "child_voice")) == 1


def test_praise_of_the_carers_in_their_part_is_not_theirs() -> None:
    words = "The carers are very supportive of Tamsin and work well with school."
    assert said(read((CARER, "", words)), "carer_voice") == []


@pytest.mark.parametrize(
    "words",
    ["See what Priya said on the day.", "Form not sent back.", "Nothing else", "She is very supportive of school."],
)
def test_a_line_that_sends_the_reader_elsewhere_is_no_view_of_the_carers(words: str) -> None:
    assert said(read((CARER, "Carer's views", words)), "carer_voice") == []


@pytest.mark.parametrize(
    "words", ["A happy girl who tries hard.", "Difficulties with noise at break.", "Does best beside a friend."]
)
def test_staffs_words_in_her_box_are_not_hers(words: str) -> None:
    assert said(read((VIEWS, "What is going well?", words)), "child_voice") == []
