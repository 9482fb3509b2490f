"""A child's voice in notes: in the reason of a target, without a subject, behind the form's own line."""

from __future__ import annotations

import pytest

from pepinsight.plan import SectionKind
from tests.evidence.spoken import MEETING, SEMH, TARGETS, VIEWS, Block, read, said


@pytest.mark.parametrize(
    "words",
    [
        "Tamsin: the boats get too loud.",
        "Tamsin does not like the back row",
        "Tamsin is worried about the ferry",
        "Low in the March paper; her own wish to row for the county",
        "Noise on the stairs (your words)",
        "Long aim. Grade 5 needed; wants to be a pilot",
    ],
)
def test_the_reason_of_a_target_may_be_the_childs(words: str) -> None:
    assert said(read((TARGETS, "1 | Why this one?", words)), "child_voice") != []


@pytest.mark.parametrize(
    "words",
    ["Widest gap in the March paper.", "Mr Frome is worried about the ferry", "Reading age 7:2, want 8:0 by May"],
)
def test_the_reason_of_a_target_may_be_the_schools(words: str) -> None:
    assert said(read((TARGETS, "1 | Why this one?", words)), "child_voice") == []


def test_what_stands_behind_the_childs_words_in_a_reason_is_the_schools() -> None:
    words = "Tamsin: the boats get too loud. Nine lates since March."
    assert said(read((TARGETS, "Why", words)), "child_voice") == ["the boats get too loud."]


@pytest.mark.parametrize(
    ("section", "words"),
    [
        (SectionKind.CARE, "Irish only, would like to learn some Welsh from Grandad."),
        (SEMH, "March: not sleeping, told Mr Frome she felt sick in the hall."),
        (SectionKind.ATTENDANCE, "Wants the silver badge by Easter."),
    ],
)
def test_notes_without_a_subject_in_the_parts_about_the_child_pass_on_what_she_says(
    section: SectionKind, words: str
) -> None:
    assert said(read((section, "", words)), "child_voice") == [words]


def test_in_the_minutes_a_wish_that_nobody_is_named_for_is_nobodys() -> None:
    assert said(read((MEETING, "", "Timetable gone through, would like it by Friday.")), "child_voice") == []


def test_the_forms_own_line_on_the_childs_page_is_nobodys() -> None:
    page: Block = (VIEWS, "", "I can draw, sign or tell somebody. Who helped me? Mr Frome and the puppet box.")
    good: Block = (VIEWS, "What I like", "I like the rowing boats.")
    assert said(read(page, good), "child_voice") == ["I like the rowing boats."]


def test_a_student_nurse_is_not_the_child() -> None:
    words = "Nursing, I want to stay near Priya. I would like to meet a student nurse and not just read about it."
    plain: Block = (VIEWS, "What is good?", "I like the ward days.")
    assert "meet a student nurse" in " ".join(said(read((VIEWS, "Where next?", words), plain), "child_voice"))


def test_the_child_may_take_up_what_somebody_else_wrote() -> None:
    words = "I am typing this because last time it said 'she is happy with all of it' and I never said that."
    others: list[Block] = [(VIEWS, "What is good?", "I like rowing."), (VIEWS, "What is hard?", "I go blank.")]
    assert said(read((VIEWS, "Anything else?", words), *others), "child_voice")[0] == words


def test_the_role_in_brackets_behind_a_question_has_the_floor() -> None:
    block: Block = (SEMH, "What has changed? (young person)", "Honestly the ladder was daft. Then it was not.")
    assert "Honestly the ladder was daft." in " ".join(said(read(block), "child_voice"))
