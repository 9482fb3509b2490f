"""Whose voice it is: near misses side by side, in sentences that stand in no corpus."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.evidence.spoken import CARER, MEETING, SEMH, TARGETS, VIEWS, read, said

HEARD = [
    (MEETING, "", "Tamsin told the meeting that the canteen makes her head hurt.", None),
    (MEETING, "", "She asked whether the club could move to a Tuesday.", None),
    (MEETING, "", "Tamsin would like a key for the music room.", None),
    (MEETING, "", "TO said the bus is cold.", None),
    (MEETING, "", "Tamsin does not want to change tutor group.", None),
    (MEETING, "", 'Tamsin\'s views: "The pens leak and I get told off."', '"The pens leak and I get told off."'),
    (MEETING, "", "Mr Frome opened, and Tamsin said she sleeps badly before tests.", None),
    (SEMH, "", 'Tamsin: "I count the tiles when it is loud."', '"I count the tiles when it is loud."'),
    (TARGETS, "", "Tamsin asked for this one after the fair.", None),
    (MEETING, "", 'Tamsin was asked and said "she says it is too loud in there".', None),
    (VIEWS, "What is good?", "Drama. And the goat at break.", None),
    (VIEWS, "What is hard?", "He shouts and I go red.", None),
    (VIEWS, "", "i hate the lift. it smells.", None),
    (VIEWS, "", "Shown the photo cards, Tamsin pointed to the pool and pushed the hall away.", None),
    (VIEWS, "Talking mat", "Put the drum card on the happy side, twice.", None),
    (VIEWS, "What do you want to do later?", "Wants to drive a crane.", None),
    (VIEWS, "", "She said she would sit by the window if nobody minds.", None),
    (VIEWS, "What is hard?", "I cant do it and people laugh.", None),
    (VIEWS, "What is good?", "Got in the choir and Mr Frome said I might sing first.", None),
    (VIEWS, "What do you want to do later?", "Set design, probably in Leeds.", None),
    (VIEWS, "What is good?", "art!! got a 7. child development is good too", None),
    (TARGETS, "Why", "Maths is below; 'I go blank when I am timed'", "'I go blank when I am timed'"),
    (TARGETS, "Why", "Weak second paper; Tamsin: 'tests do my head in'", "'tests do my head in'"),
    (MEETING, "", "Tamsin pointed at the door when asked what makes her sad.", None),
    (CARER, "", "Priya rang: Tamsin asks every night if the guinea pig is safe.", None),
]

NOT_HEARD = [
    (VIEWS, "", "Tamsin is a cheerful girl who clearly adores netball."),
    (VIEWS, "", "We all think she would love the residential."),
    (VIEWS, "", "I sat with Tamsin for an hour and I would say she enjoys craft."),
    (VIEWS, "", "Tamsin likes swimming and is proud of her badge."),
    (VIEWS, "", "Completed by Mr Frome on 3 May."),
    (VIEWS, "", "Tamsin chose to write this on the laptop with Mr Frome nearby."),
    (VIEWS, "Who helped you fill this in?", "Mr Frome"),
    (VIEWS, "Sheet used", "Faces, with Mr Frome on Monday"),
    (VIEWS, "What is good?", "skipped"),
    (TARGETS, "Why", "Her own wish; 4 of 20 in March"),
    (TARGETS, "Why", "Tamsin's own idea"),
    (VIEWS, "Tutor's view", "Finds change hard but likes the routine."),
    (VIEWS, "What is good?", "See minutes"),
    (VIEWS, "What is good?", "N/A"),
    (VIEWS, "", "Tamsin declined to give her views."),
    (VIEWS, "", "She did not want to fill in the form and handed it back."),
    (VIEWS, "", 'She acted the wolf: "I will blow your house down" is from the story.'),
    (VIEWS, "", 'Her friend Bilal said "Tamsin is ace at chess".'),
    (VIEWS, "What is good?", "Bilal says the new gym is rubbish."),
    (MEETING, "", "Mr Frome said that Tamsin would like more time."),
    (MEETING, "", "Priya thinks she wants to move back."),
    (MEETING, "", "Ada Quist told the meeting that Tamsin is settled."),
    (MEETING, "", "If she asks for help, staff will step back."),
    (MEETING, "", "Tamsin will tell an adult when she needs a break."),
    (MEETING, "", "Mr Frome wrote down what she said."),
    (MEETING, "", "Tamsin was asked to leave the hall."),
    (TARGETS, "", "By July Tamsin will say 20 sounds and put two words together."),
]


@pytest.mark.parametrize(("section", "prompt", "words", "quote"), HEARD)
def test_the_childs_voice_is_heard(section: object, prompt: str, words: str, quote: str | None) -> None:
    doc = read((section, prompt, words))  # type: ignore[arg-type]
    heard = said(doc, "child_voice")
    assert heard, "nothing was heard"
    if quote:
        assert heard == [quote]
    assert all(doc.text[s.start_char : s.end_char] == s.text and s.text in words for s in doc.spans["child_voice"])


@pytest.mark.parametrize(("section", "prompt", "words"), NOT_HEARD)
def test_other_voices_are_not_the_childs(section: object, prompt: str, words: str) -> None:
    assert said(read((section, prompt, words)), "child_voice") == []  # type: ignore[arg-type]


def test_a_title_tells_that_the_pronoun_after_it_is_the_childs() -> None:
    """Nobody writes "he" of a Miss: the boy whose plan it is asked, though the tutor was named last."""
    words = "Miss Rook read the list out in the library. He said the bus is what he dreads."
    assert said(read((MEETING, "", words), pronoun="he"), "child_voice") == ["He said the bus is what he dreads."]
    words = "Mr Frome said the bus is late on most days. He asked for a list of them."
    assert said(read((MEETING, "", words), pronoun="he"), "child_voice") == []


def test_a_refusal_is_recorded_and_is_no_voice() -> None:
    doc = read((VIEWS, "", "Tamsin declined to answer the questions on both days."))
    assert said(doc, "child_refused") == ["Tamsin declined to answer the questions on both days."]
    assert said(doc, "child_voice") == []


def test_a_letter_is_the_childs_wherever_it_stands() -> None:
    doc = read(
        (MEETING, "", "Tamsin wrote a letter and it is copied here."),
        (MEETING, "", "Dear everyone, I like my new room. The stairs creak. Please can I keep my hamster."),
        (MEETING, "", "I want to stay in the choir. Love Tamsin"),
    )
    heard = said(doc, "child_voice")
    assert "The stairs creak." in heard
    assert "I want to stay in the choir." in heard
    assert not any("copied here" in words for words in heard)


def test_a_plan_written_to_the_child_passes_on_what_you_said() -> None:
    filler = "Your tutor is Mr Frome and your room is B2. You are in your second year and your bus is the 9. "
    doc = read((MEETING, "", filler * 3), (MEETING, "", "You told us the mornings are easier now."))
    assert said(doc, "child_voice") == ["You told us the mornings are easier now."]


def test_a_place_on_a_scale_is_no_statement() -> None:
    doc = read(*[(VIEWS, prompt, "Going well") for prompt in ("Maths", "Art", "Lunch")])
    assert said(doc, "child_voice") == []


def test_without_a_plan_the_components_still_serve() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("pep_child_voice")
    nlp.add_pipe("pep_carer_voice")
    doc = nlp(
        "Rowan told us he wants to be a baker. His teacher said he is doing well. His carer said that nights are hard."
    )
    assert said(doc, "child_voice") == ["Rowan told us he wants to be a baker."]
    assert said(doc, "carer_voice") == ["His carer said that nights are hard."]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Tamsin",
                "said",
                "she",
                "wants",
                '"',
                "'",
                "I",
                "like",
                ":",
                ".",
                "?",
                "Priya",
                "\n",
                "the",
                "card",
                "(",
                ")",
            ]
        ),
        max_size=40,
    )
)
def test_any_text_is_read_without_a_crash_and_with_true_places(words: list[str]) -> None:
    text = " ".join(words).replace("\n", " ")
    doc = read((VIEWS, "", text), (MEETING, "Tamsin", text))
    for group in ("child_voice", "carer_voice", "child_refused", "safeguarding"):
        for span in doc.spans[group]:
            assert doc.text[span.start_char : span.end_char] == span.text
            assert "\n" not in span.text
