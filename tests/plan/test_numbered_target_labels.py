"""Targets of a list, each opened by a bold label on the line of its wording, with its further labels below it."""

from __future__ import annotations

import pytest
from making_forms import Paper

TARGETS = (
    ("Swim one length without a float", "Tuesdays with Miss Ode", "3 July 2026"),
    ("Write a page each week about the garden", "A plan of five boxes, with Mr Pell", "22 May 2026"),
    ("Come to chess club four times", "A text on the day before", "27 March 2026"),
)


def line(paper: Paper, label: str, answer: str, style: str | None = None) -> None:
    paragraph = paper.word.add_paragraph(style=style)
    paragraph.add_run(label).bold = True
    paragraph.add_run(f" {answer}")


@pytest.mark.parametrize("style", ["List Number", "List Bullet", None])
@pytest.mark.parametrize("label", ["What I will be able to do", "Target"])
def test_the_label_is_no_part_of_the_wording(style: str | None, label: str) -> None:
    paper = Paper().heading("Personal Education Plan").heading("My targets")
    for at, (wording, how, when) in enumerate(TARGETS, 1):
        line(paper, label if style else f"{at}. {label}", wording, style)
        line(paper, "How we will do it", how)
        line(paper, "By when", when)
    plan = paper.plan()
    assert [plan.quote(target.wording) for target in plan.targets] == [wording for wording, _, _ in TARGETS]
    assert [plan.quote(dict(target.parts)["when"]) for target in plan.targets] == [when for _, _, when in TARGETS]


def test_a_label_that_is_counted_words_a_target_whatever_it_asks() -> None:
    paper = Paper().heading("Personal Education Plan").heading("Goals up to the end of the summer")
    for at, (wording, how, when) in enumerate(TARGETS, 1):
        paper.table([[f"{at}. By the end", wording], ["Steps", how], ["When", when], ["Premium", "No cost"]])
    plan = paper.plan()
    assert [plan.quote(target.wording) for target in plan.targets] == [wording for wording, _, _ in TARGETS]
    assert [plan.quote(dict(target.parts)["when"]) for target in plan.targets] == [when for _, _, when in TARGETS]
