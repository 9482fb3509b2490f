"""What staff write of how a child speaks, copes and behaves passes on no words of the child's; beside it, what does."""

from __future__ import annotations

import pytest

from pepinsight.plan import SectionKind
from tests.evidence.spoken import MEETING, TARGETS, VIEWS, read, said

EDUCATION, EXCLUSIONS = SectionKind.EDUCATION, SectionKind.EXCLUSIONS


@pytest.mark.parametrize(
    ("section", "words"),
    [
        (EDUCATION, "Tamsin tells jokes to make her friends laugh."),
        (EDUCATION, "She tells her teacher the truth."),
        (EDUCATION, "Tamsin expresses herself clearly on paper."),
        (EDUCATION, "Tamsin's favourite subject is art."),
        (EDUCATION, "Tamsin is keen to help."),
        (EDUCATION, "She asks and answers questions."),
        (MEETING, "Tamsin says good morning to everyone."),
        (MEETING, "It was agreed that Tamsin would like the new corner."),
        (MEETING, "Tamsin would like to be calmer, staff feel."),
        (MEETING, "Tamsin wants to be included in everything."),
        (SectionKind.PREVIOUS_TARGETS, "Tamsin told staff when she was upset on five occasions."),
        (SectionKind.PREVIOUS_TARGETS, "Tamsin asked for help in 8 lessons out of 10."),
        (EXCLUSIONS, "Tamsin told the teacher to go away and walked out."),
        (VIEWS, "Tell us about your favourite things."),
        (VIEWS, "Tamsin smiled when she said this."),
    ],
)
def test_a_manner_or_habit_is_no_voice(section: SectionKind, words: str) -> None:
    assert said(read((section, "", words)), "child_voice") == []


@pytest.mark.parametrize(
    ("section", "words"),
    [
        (MEETING, "Tamsin said it's good but too short."),
        (MEETING, "Tamsin said the story was too long."),
        (MEETING, "Tamsin is keen to move up a set."),
        (MEETING, "Tamsin asked for contact three times a year."),
        (MEETING, "Tamsin told staff she was upset on two occasions by the noise."),
        (EXCLUSIONS, "Tamsin said she had been called names."),
        (TARGETS, "Tamsin says the scale is boring."),
    ],
)
def test_what_the_child_said_is_heard_beside_it(section: SectionKind, words: str) -> None:
    assert said(read((section, "", words)), "child_voice") == [words]


def test_the_childs_own_sentence_is_heard_among_a_narrators() -> None:
    words = "Tamsin is shy with adults. I want to be a vet."
    assert said(read((VIEWS, "", words)), "child_voice") == ["I want to be a vet."]


def test_whoever_is_told_does_not_tell() -> None:
    words = "Mr Frome met Tamsin. He told Mr Frome that the bus is late."
    assert said(read((MEETING, "", words), pronoun="he"), "child_voice") == ["He told Mr Frome that the bus is late."]
