"""The same three targets in the shapes that forms give them: each is found, with its plan, people, day and sum."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from making_plans import Form, Rows, part, wordings

READ = "Robin will read 95 words a minute in a graded passage (78 now)"
TIME = "Robin will come to registration by 8.45 on four days in five"
CLUB = "Robin will have joined one club and stayed for six weeks"
TARGETS = [READ, TIME, CLUB]
WHY = ["Two years behind in the June test", "Eleven lates since January, all on Mondays", "Nobody to sit with at lunch"]
HOW = ["Ms Vale reads with him after lunch", "A taxi at eight; Mr Oak at the gate", "Mr Oak goes along to chess twice"]
WHO = ["Ms Vale", "Mr Oak", "Mr Oak and Robin"]
WHEN = ["17 July 2026", "22/05/2026", "end of summer term"]
MONEY = ["£240", "£60 taxi", "none"]


def rows(*columns: list[str]) -> Rows:
    return [list(row) for row in zip(*columns, strict=True)]


def turned() -> Form:
    numbers = ["", "Ambition 1", "Ambition 2", "Ambition 3"]
    answers = [["Ambition", *TARGETS], ["Barrier", *WHY], ["Strategy", *HOW], ["Staff", *WHO], ["Date", *WHEN]]
    return Form().heading("Ambitions").table([numbers, *answers, ["Funding", *MONEY]], bold_header=True)


def by_letters() -> Form:
    names = ["Specific", "Measurable", "Achievable", "Relevant", "Time-bound", "PP+"]
    return Form().heading("Plan").table([names, *rows(TARGETS, WHO, HOW, WHY, WHEN, MONEY)], bold_header=True)


def priorities() -> Form:
    form = Form().heading("Our shared priorities", 1)
    for at, about in enumerate(("Reading", "Attendance", "Friends")):
        asked = [
            "What we want to see",
            "Why it matters",
            "How we'll get there",
            "Led by",
            "Review point",
            "Cost to PP+",
        ]
        answers = [TARGETS[at], WHY[at], HOW[at], WHO[at], WHEN[at], MONEY[at]]
        form.heading(f"Priority {at + 1}: {about}").table(rows(asked, answers))
    return form


def numbered_lines() -> Form:
    form = Form().heading("What Robin is working towards")
    for at, target in enumerate(TARGETS):
        form.para(f"{at + 1}) {target}", f"Why: {WHY[at]}", f"How: {HOW[at]}", f"Who: {WHO[at]}", f"By: {WHEN[at]}")
        form.para(f"PP+: {MONEY[at]}")
    return form


def bold_lines() -> Form:
    form = Form().heading("Plan for this term")
    for at, target in enumerate(TARGETS):
        form.bold(f"Aim {at + 1}").para(target).bold("What gets in the way").para(WHY[at])
        form.bold("What we are going to do").para(HOW[at]).bold("Person").para(WHO[at])
        form.bold("We look at it again").para(WHEN[at]).bold("Pupil Premium Plus").para(MONEY[at])
    return form


def cards_with_a_bold_top() -> Form:
    form = Form().heading("What we are working on")
    for at, target in enumerate(TARGETS):
        card = form.word.add_table(rows=0, cols=2, style="Table Grid")
        asked = ["Need it answers", "Actions", "Lead", "To be looked at on", "Funding"]
        answers = [WHY[at], HOW[at], WHO[at], WHEN[at], MONEY[at]]
        for label, answer in [(f"Target {at + 1} of 3", target), *zip(asked, answers, strict=True)]:
            cells = card.add_row().cells
            cells[0].paragraphs[0].add_run(label).bold = True
            cells[1].paragraphs[0].add_run(answer).bold = answer == target
        form.para("")
    return form


def from_here_to_there() -> Form:
    names = ["Area", "Where I am", "Where next", "Actions to get there", "Lead and date", "£"]
    lead = [f"{who}, {when}" for who, when in zip(WHO, WHEN, strict=True)]
    table = [names, *rows(["Reading", "Time", "Friends"], WHY, TARGETS, HOW, lead, MONEY)]
    return Form().heading("Moving forward").table(table, bold_header=True)


@pytest.mark.parametrize(
    "form",
    [turned, by_letters, priorities, numbered_lines, bold_lines, cards_with_a_bold_top, from_here_to_there],
)
def test_targets_are_found_in_any_shape(form: Callable[[], Form]) -> None:
    plan = form().heading("Minutes of the meeting").para("Everybody was glad of the prize.").plan()
    assert wordings(plan) == TARGETS
    assert [target.amount for target in plan.targets] == [240, 60, None]
    assert part(plan, plan.targets[0], "how") == HOW[0]
    assert plan.targets[1].by is not None


def test_a_paragraph_that_holds_a_target_with_its_plan_is_worded_by_its_first_sentence() -> None:
    form = (
        Form()
        .heading("New targets")
        .para(
            f"Target 1: {TIME}. The taxi comes at eight. Mr Oak keeps the list. PP+ £60 for the taxi.",
            f"Target 2: {READ}. Ms Vale reads with him after lunch. She tests him every Friday. PP+ £240 for her time.",
            "PP+ last term: £600 went on the trip.",
        )
    )
    plan = form.plan()
    assert wordings(plan) == [f"{TIME}.", f"{READ}."]
    assert [target.amount for target in plan.targets] == [60, 240]


def test_a_sum_of_nothing_is_no_sum() -> None:
    table = [["Target", "How", "By", "PP+"], [READ, HOW[0], WHEN[0], "£0"], [TIME, HOW[1], WHEN[1], "£60"]]
    plan = Form().heading("New targets").table(table, bold_header=True).plan()
    assert [target.amount for target in plan.targets] == [None, 60]


def test_sums_set_against_a_step_by_its_number_elsewhere_are_that_steps() -> None:
    steps = [["#", "Step", "When", "Owner"], ["1", READ, "July", "Robin"], ["2", TIME, "May", "Robin"]]
    money = [["Goes on", "For which step", "How it is made up"], ["A tutor", "Step 1", "8 weeks x £30 = £240"]]
    form = Form().heading("Next moves").table(steps, bold_header=True)
    plan = form.heading("Pupil premium plus this term").table(money, bold_header=True).plan()
    assert [target.amount for target in plan.targets] == [240, None]


def test_cards_that_go_by_smart_letters_beside_a_number() -> None:
    """ "No. 1" in a cell beside all rows of its card, and in them what each of SMART's letters asks, in bold."""
    form = Form().heading("New targets")
    table = form.word.add_table(rows=0, cols=3, style="Table Grid")
    for number, wording in (("No. 1", "Robin will read 60 common words"), ("No. 2", "Robin will write five sentences")):
        asked = {
            "Specific – what will they do?": wording,
            "Measurable – how will we know?": "A check in class",
            "Achievable – with what help?": "Ten minutes a day with Ms Vale",
            "Relevant – why?": "Behind in English",
            "Timed – when?": "22 May 2026",
            "PP+": "£50 books",
        }
        first = len(table.rows)
        for label, answer in asked.items():
            cells = table.add_row().cells
            cells[1].paragraphs[0].add_run(label).bold = True
            cells[2].text = answer
        side = table.cell(first, 0).merge(table.cell(len(table.rows) - 1, 0))
        side.paragraphs[0].add_run(number).bold = True
    plan = form.plan()
    assert wordings(plan) == ["Robin will read 60 common words", "Robin will write five sentences"]
    for target in plan.targets:
        assert target.amount == 50
        assert target.by == date(2026, 5, 22)
        assert {role for role, _ in target.parts} == {"measure", "how", "why", "when", "cost"}


@pytest.mark.parametrize("shown", ["Specific", "S - Specific", "Specific (what exactly?)"])
def test_pairs_that_go_by_smart_letters(shown: str) -> None:
    form = Form().heading("Targets")
    for wording in ("Robin will read 60 common words", "Robin will write five sentences"):
        form.table([[shown, wording], ["Measurable", "A check"], ["Achievable", "Daily help"], ["Realistic", "Behind"]])
    assert wordings(form.plan()) == ["Robin will read 60 common words", "Robin will write five sentences"]
