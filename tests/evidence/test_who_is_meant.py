"""Whom "he" or "she" stands for in minutes, and whose page it is when the child is named on it."""

from __future__ import annotations

import pytest

from tests.evidence.spoken import MEETING, VIEWS, Block, read, said


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Everybody clapped.", "She told us the ferry makes her feel sick."),
        ("Staff said the term went well.", "She asked for the corner desk."),
        ("Ada Quist will ring the contact centre.", "She said she does not want a new driver."),
        ("Mr Frome to send the booklet home.", "She wants it in print, not on the app."),
    ],
)
def test_she_is_the_child_where_the_one_before_cannot_be(before: str, words: str) -> None:
    assert said(read((MEETING, "", f"{before} {words}")), "child_voice") == [words]


def test_she_may_still_be_the_one_who_spoke_before() -> None:
    words = "Ada Quist said the panel met. She asked for the report by Friday."
    assert said(read((MEETING, "", words)), "child_voice") == []


def test_who_was_not_asked_did_not_ask() -> None:
    assert said(read((MEETING, "", "Tamsin was not asked for her views.")), "child_voice") == []


def test_the_child_may_name_herself_on_a_page_that_nobody_else_tells() -> None:
    page: list[Block] = [
        (VIEWS, "What is good?", "I like rowing."),
        (VIEWS, "What is hard?", "I go blank in tests."),
        (VIEWS, "Who is kind?", "The ferry man. He says morning Tamsin and saves my seat."),
    ]
    assert "The ferry man." in " ".join(said(read(*page), "child_voice"))


def test_staff_who_name_the_child_on_the_page_still_tell_of_her() -> None:
    page: list[Block] = [
        (VIEWS, "What is good?", "She is rowing well and engages in lessons."),
        (VIEWS, "Who is kind?", "The ferry man. I asked Tamsin about him and she smiled."),
    ]
    assert "The ferry man." not in " ".join(said(read(*page), "child_voice"))


def test_who_was_asked_and_answered_goes_on() -> None:
    words = "Mr Frome asked what she would put first and she said the ferry. She told Ada that she wants to row."
    assert "She told Ada that she wants to row." in said(read((MEETING, "", words)), "child_voice")


def test_a_choice_counts_where_the_child_was_asked() -> None:
    asked = "Mr Frome asked who would meet her and she picked Miss Rook."
    assert said(read((MEETING, "", asked)), "child_voice") != []
    assert said(read((MEETING, "", "Tamsin chose the biscuits.")), "child_voice") == []


def test_who_says_it_may_stand_behind() -> None:
    assert said(read((MEETING, "", "Some Mondays she just will not come, says carer.")), "carer_voice") != []
    assert said(read((MEETING, "", "Tamsin has an ear for language, says Mr Frome.")), "child_voice") == []
