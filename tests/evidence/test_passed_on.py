"""Words that reach a plan through somebody else: interpreters, scribes, homes, and what is nobody's voice for that."""

from __future__ import annotations

import pytest

from pepinsight.evidence.pipeline import read_text
from tests.evidence.making_peps import Part, plan_of
from tests.evidence.spoken import CARER, MEETING, SEMH, TARGETS, VIEWS, Block, read, said

FEW: dict[str, list[Part]] = {
    "Attendance": ["94.1 % since September."],
    "Targets": ["Wren will learn 20 spellings by May."],
}


def heard(sections: dict[str, list[Part]], group: str) -> list[str]:
    doc = read_text(plan_of({**sections, **FEW}))
    return [span.text for span in doc.spans[group]]


def test_an_interpreter_who_says_she_gives_the_childs_words() -> None:
    blocks: list[Block] = [
        (VIEWS, "", "Done with an interpreter by telephone, read back to her."),
        (VIEWS, "What is good?", "She likes the kiln because it is warm in there."),
        (VIEWS, "What is hard?", "She is lost when the slides go fast. Mr Frome says she may take a photograph."),
        (VIEWS, "Later?", "The ferry makes her think of home."),
    ]
    words = " ".join(said(read(*blocks), "child_voice"))
    assert "because it is warm in there" in words
    assert "when the slides go fast" in words
    assert "think of home" in words


def test_staff_who_write_of_her_on_her_page_are_not_her_voice() -> None:
    blocks: list[Block] = [
        (VIEWS, "What is good?", "She likes the kiln and works well there."),
        (VIEWS, "What is hard?", "She needs to improve her focus and struggles with change."),
    ]
    assert said(read(*blocks), "child_voice") == []


def test_a_scribes_notes_are_not_the_words_that_stand_in_quotation_marks() -> None:
    blocks: list[Block] = [
        (VIEWS, "Who wrote this?", "Mr Frome, I wrote it on the bus home"),
        (VIEWS, "What is good?", 'Sand tray, Monday. "More wet sand please." Tipped it over my shoes.'),
        (VIEWS, "What is hard?", 'Hid behind me when the bell went. "Too many bells." I hid too.'),
    ]
    assert said(read(*blocks), "child_voice") == ['"More wet sand please."', '"Too many bells."']


@pytest.mark.parametrize(
    ("block", "whose"),
    [
        ((SEMH, "What has it changed? Pupil", "The quiet room was good. The forms were not."), "child_voice"),
        ((SEMH, "What has it changed - carer", "She sleeps until six now and tells me why."), "carer_voice"),
        ((VIEWS, "Anything else?", "Goats, and maps, she gets that off her grandad. (Priya)"), "carer_voice"),
        ((CARER, "How is she, in your words?", "Up with the lark and off to the goats."), "carer_voice"),
        ((MEETING, "What the pupil brought", "Asked about the kiln."), "child_voice"),
        ((MEETING, "", 'Mr Frome read it out, Tamsin put one line right ("I do not hate it, I hate that room").'),
         "child_voice"),
        ((MEETING, "", "Mr Frome asked what would help and she said a pass for the lift."), "child_voice"),
        ((TARGETS, "Why this?", "She pushed the picture of the bus away"), "child_voice"),
    ],
)  # fmt: skip
def test_the_label_or_the_sentence_tells_whose_words_these_are(block: Block, whose: str) -> None:
    doc = read(block)
    assert said(doc, whose)
    assert not said(doc, "child_voice" if whose == "carer_voice" else "carer_voice")


@pytest.mark.parametrize(
    "block",
    [
        (CARER, "", "Please ask the carer. If they would rather talk, type what they say."),
        (CARER, "Returned by:", "Priya Dutta, foster carer, on paper"),
        (CARER, "How is it going?", "Not answered"),
        (CARER, "", "Mrs Dutta does not like forms, so I typed this at her table."),
        (CARER, "", "Priya Dutta, Elm Court, 3 May 2025"),
        (VIEWS, "What she would say, we think", "I love my friends and I cannot wait for big school!"),
        (VIEWS, "Anything else?", "Form 7 / page 3 of 9"),
        (TARGETS, "Review", "Placement done, supervisor's report 'I'd hire her'"),
    ],
)
def test_what_a_form_or_its_writer_puts_there_is_nobodys_voice(block: Block) -> None:
    doc = read(block)
    assert said(doc, "child_voice") == []
    assert said(doc, "carer_voice") == []


def test_what_the_child_passes_on_is_the_childs() -> None:
    doc = read(
        (VIEWS, "At home", "I want a desk. Priya said we can use the box room."),
        (VIEWS, "Later", "I'd like to be a vet nurse. Everyone says what about a vet."),
    )
    assert len(said(doc, "child_voice")) == 2
    assert said(doc, "carer_voice") == []


def test_i_do_not_want_to_is_a_view_and_no_refusal() -> None:
    doc = read((VIEWS, "What I do not want", "I don't want to do science upstairs if I have to use the lift."))
    assert said(doc, "child_voice")
    assert said(doc, "child_refused") == []


def test_a_carer_with_nothing_to_add_has_declined() -> None:
    doc = read((MEETING, "", "Mr Frome offered a call, and Priya replied that they had nothing to add this time."))
    assert said(doc, "carer_voice") == []
    assert said(doc, "carer_declined")


def test_an_arrangement_in_another_part_is_no_offer_of_the_carers() -> None:
    assert said(read((SEMH, "", "From June Priya will drive her to the clinic on Fridays.")), "carer_voice") == []
    assert said(read((SEMH, "", "Priya has offered to drive her to the clinic on Fridays.")), "carer_voice")


def test_the_carers_page_of_somebody_unlisted_is_the_carers() -> None:
    page = {"Bea's page (foster carer)": [[("How is it going at home?", "A joy. Sings in the bath, off key.")]]}
    assert heard({"Views of the young person": [[("What do you like?", "The goats")]], **page}, "carer_voice")


def test_a_homes_log_is_its_words() -> None:
    log: list[Part] = [
        "Copied from the home's log by the key worker (P. Marsh).",
        "04.01 back from town at six, ate well.",
    ]
    assert "04.01 back from town at six, ate well." in " ".join(heard({"Carer's views": log}, "carer_voice"))
