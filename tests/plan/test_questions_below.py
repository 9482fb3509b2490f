"""A heading that says little, with little text of its own: the questions below it show whose part it is."""

from __future__ import annotations

from making_forms import Paper

from pepinsight.plan import Plan
from pepinsight.plan import SectionKind as Kind

CHILD = {
    "What is going well?": "I like being a digital leader. Me and Ayla fixed the printer and my story was read out!",
    "What is hard, or worries me?": "My head hurts in maths because there are too many words and I don't get it.",
    "What do I want to change?": "I want to see my new school when it is empty, and I want my mum to come.",
}
SCHOOL = {
    "What is going well?": "Reading age 9.4 in May, 8.7 in January. Maths moved from 84 to 91 on the spring paper.",
    "What is hard?": "Writing is working towards the expected standard; spelling stands at 22 of 40 on the list.",
}


def kind(answers: dict[str, str]) -> Kind:
    paper = Paper().heading("Personal Education Plan").heading("Attendance").para("It stands at 96% this term.")
    paper.heading("How I am doing").para("(Fill in all of this page, please. A sheet may be put in.)")
    for question, answer in answers.items():
        paper.heading(question, 2).para(answer)
    plan: Plan = paper.plan()
    return next(part.kind for part in plan.sections if part.title and plan.quote(part.title) == "How I am doing")


def test_the_child_speaks_there() -> None:
    assert kind(CHILD) is Kind.VIEWS


def test_the_school_tells_of_progress_there() -> None:
    assert kind(SCHOOL) is Kind.ATTAINMENT
