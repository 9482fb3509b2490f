"""Bold labels, each above the frame of its answer, on a form whose parts have headings by style."""

from __future__ import annotations

import pytest
from making_forms import Paper

from pepinsight.plan import SectionKind

LONG = "Colour overlays in every lesson and a reader for tests, with Mr Dunn on Tuesdays and Thursdays at two. " * 3
ASKED = {
    "About me": {"Full name": "Ivo Petrie", "Date of birth": "4 May 2012", "School": "Ashby Vale", "Year group": "8"},
    "My care": {"Legal status": "Care order", "Lives with": "Mr and Mrs Sands", "Health": "Hay fever"},
    "My school": {"Key adult": "Mr Dunn", "Trauma and attachment: what staff know": "He needs a quiet start"},
    "Additional needs": {"SEND status": "SEN Support", "Main area of need": "Reading", "Provision": LONG},
    "Attendance": {"Attendance this year": "96.1%", "Reasons for absence": "Hay fever in June", "Punctuality": "Good"},
    "My views": {"What do I like?": "Chess with Mr Dunn", "What would I change?": "The queue for lunch"},
}


def form() -> dict[str, tuple[str, SectionKind]]:
    paper = Paper()
    for part, asked in ASKED.items():
        paper.heading(part)
        for question, answer in asked.items():
            paper.bold(question).table([[answer]])
    plan = paper.plan()
    return {plan.quote(item.label): (plan.quote(item.value), item.section) for item in plan.fields}


@pytest.mark.parametrize("part", ASKED)
def test_each_has_the_answer_in_the_frame_below_it(part: str) -> None:
    told = form()
    assert {question: told[question][0] for question in ASKED[part]} == {
        question: answer.strip() for question, answer in ASKED[part].items()
    }


def test_one_that_sounds_like_a_part_counts_for_the_part_in_which_it_stands() -> None:
    assert form()["Provision"][1] is SectionKind.SEND


def test_an_answer_behind_a_colon_is_still_an_answer() -> None:
    paper = Paper()
    for part in ASKED:
        paper.heading(part)
    plan = paper.bold("Trauma and attachment: Quiet start, Mr Dunn").table([["He came by bus."]]).plan()
    assert [plan.quote(item.value) for item in plan.fields] == ["Quiet start, Mr Dunn"]
