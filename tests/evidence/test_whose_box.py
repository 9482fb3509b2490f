"""Whose words a part of an unknown form holds, and who everybody is, read from small real files."""

from __future__ import annotations

import io

import docx
import pytest

from pepinsight.documents import read_bytes
from pepinsight.evidence.pipeline import read_text
from pepinsight.evidence.plan_known import known_from
from pepinsight.plan import Plan, recognise
from tests.evidence.making_peps import FRONT, Part, plan_of

FEW = {"Attendance": ["94.1 % since September."], "Targets": ["Wren will learn 20 spellings by May."]}
"""Other parts of a plan, so that no part is the whole of it."""


def heard(plan: Plan, group: str) -> list[str]:
    doc = read_text(plan)
    return [span.text for span in doc.spans[group]]


def with_captions(*lines: tuple[str, str]) -> Plan:
    """A form whose only structure is bold captions, each with its text below."""
    document = docx.Document()
    document.add_heading("Our plan for Wren", 1)
    for caption, words in (("Full name", "Wren Ashby"), *lines):
        document.add_paragraph().add_run(caption).bold = True
        for line in words.split("\n"):
            document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return recognise(read_bytes(stream.getvalue(), "wren.docx"))


def test_a_bold_caption_gives_the_floor_until_the_next() -> None:
    plan = with_captions(
        ("What would Wren like us to know?", "Wren made a comic in class.\nBox 1 (a bus): “I hate the top deck.”"),
        ("What do the people at home tell us?", "Grandad rang on Monday to say that he sleeps at last."),
        ("How is the school day put together?", "Lessons are in the morning and he has an hour of art."),
        ("Who helps?", "Mr Doyle reads with him."),
    )
    assert heard(plan, "child_voice") == ["“I hate the top deck.”"]
    assert heard(plan, "carer_voice") == ["Grandad rang on Monday to say that he sleeps at last."]


@pytest.mark.parametrize("answer", ["What helps? - music in my ears", "Marks out of ten for maths - 3, too quick"])
def test_a_forms_question_before_a_dash_is_not_the_childs(answer: str) -> None:
    words = heard(plan_of({"Wren's turn": [answer], **FEW}), "child_voice")
    assert len(words) == 1
    assert words[0] == answer.partition(" - ")[2]


def test_a_note_takers_name_before_a_dash_gives_the_words_to_their_speaker() -> None:
    people = [["Initials", "Name", "Role", "There"], ["RP", "Rhona Pike", "FC", "Y"], ["TD", "Tom Doyle", "DT", "Y"]]
    notes = ["RP 14:10 - he packs his own bag now.", "TD 14:12 - he reads well in class."]
    plan = plan_of({"Attendees": [people], "Notes of the meeting": notes, **FEW})
    assert heard(plan, "carer_voice") == ["he packs his own bag now."]


@pytest.mark.parametrize(
    "line",
    [
        "Rhona Pike, key worker, Alder House (residential) - here",
        "Rhona Pike (support worker, Alder House)",
        "Rhona and Mick Pike, foster carers",
    ],
)
def test_a_line_of_a_list_of_people_tells_who_cares(line: str) -> None:
    sections: dict[str, list[Part]] = {
        "Care information": [[("Lives with", "Alder House since May")]],
        "Who came": [line],
        "PEP meeting": ["Rhona said that he cooks on Sundays."],
    }
    assert heard(plan_of({**sections, **FEW}), "carer_voice") == ["Rhona said that he cooks on Sundays."]


def test_whoever_speaks_in_the_carers_part_is_known_in_the_minutes_too() -> None:
    sections: dict[str, list[Part]] = {
        "Carer's views": ["Grandad rang on Friday to say that mornings go well."],
        "PEP meeting": ["Grandad asked for the spellings on paper."],
    }
    assert heard(plan_of({**sections, **FEW}), "carer_voice") == [
        "Grandad rang on Friday to say that mornings go well.",
        "Grandad asked for the spellings on paper.",
    ]


def test_how_a_carers_words_came_is_no_view() -> None:
    plan = plan_of({"Carer's views": ["R Pike, by text 3/2. We see him up before the alarm these days."], **FEW})
    assert heard(plan, "carer_voice") == ["We see him up before the alarm these days."]


def test_a_childs_page_that_staff_filled_in_is_not_the_childs() -> None:
    page = [
        [("Best thing", "Woodwork is a strength"), ("Hardest thing", "Struggles with writing")],
        [("Person who helps", "Good relationship with Mr Doyle"), ("One change", "To improve attendance")],
    ]
    assert heard(plan_of({"Student page": page, **FEW}), "child_voice") == []


def test_short_answers_of_the_childs_own_stay() -> None:
    page = [[("Best thing", "woodwork"), ("Hardest thing", "Mondays, I hate them"), ("Person who helps", "mr doyle")]]
    words = heard(plan_of({"Student page": page, **FEW}), "child_voice")
    assert words == ["woodwork", "Mondays, I hate them", "mr doyle"]


def test_one_answer_that_staff_guess_leaves_the_others_the_childs() -> None:
    page = [
        [("Best thing", "woodwork"), ("Hardest thing", "The bell"), ("One change", "We think she would like a desk.")]
    ]
    assert heard(plan_of({"Student page": page, **FEW}), "child_voice") == ["woodwork", "The bell"]


def test_words_that_somebody_puts_into_the_childs_mouth_are_not_the_childs() -> None:
    page = ["(Filled in by Asha, as if he were saying it.)", "I love the sand and my friend Otis."]
    assert heard(plan_of({"All about me": page, **FEW}), "child_voice") == []


def test_the_forms_own_example_is_nobodys_voice() -> None:
    page = ["Ask open questions, e.g. 'I am happy when...'", "I am happy when it rains."]
    assert heard(plan_of({"Student page": page, **FEW}), "child_voice") == ["I am happy when it rains."]


def test_a_targets_wording_is_nobodys_voice() -> None:
    rows = [["Target", "Why", "By"], ["Wren asks for help in 4 lessons of 5", "Wants to be a vet", "May 2026"]]
    assert heard(plan_of({"Targets": [rows], "Attendance": ["94 %"]}), "child_voice") == ["Wants to be a vet"]


def test_a_child_whom_no_field_names_is_the_one_whom_the_plan_is_about() -> None:
    told = ["Wren's reading is up. Wren said the class is loud.", "Wren has a desk by the door. Wren likes it there."]
    plan = plan_of({"PEP meeting": told, **FEW}, front=[("School", "Hollow Lane School")])
    assert "Wren" in known_from(plan).child


def test_a_short_form_that_the_text_uses_is_the_childs_name() -> None:
    told = ["Zac said yes. Zac's bus is late. Zac has a locker. Zac is glad of it. Zac can swim."]
    front = [("Name", "Zachariah Ashby") if label == "Name" else (label, value) for label, value in FRONT]
    plan = plan_of({"PEP meeting": told, **FEW}, front=front)
    assert known_from(plan).child[0] == "Zachariah Ashby"
    assert "Zac" in known_from(plan).child
