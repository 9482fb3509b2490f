"""Targets told by their place: bare numbers, topics above a plan, a second round below the last term's."""

from __future__ import annotations

from datetime import date

import pytest
from making_plans import Form, Rows, part, reviewed, wordings

from pepinsight.plan.plan import Plan, SectionKind

READ = "Robin will read 95 words a minute in a graded passage (78 now)"
TIME = "Robin will come to registration by 8.45 on four days in five"
CLUB = "Robin will have joined one club and stayed for six weeks"
PLAN = [("Why?", "Two years behind"), ("How, and who?", "Ms Vale, daily"), ("Pupil Premium Plus", "£120 books")]


def asked(form: Form, labels: list[tuple[str, str]]) -> None:
    for label, answer in labels:
        form.bold(label).para(answer)


def test_new_outcomes_below_old_ones_of_the_same_numbers_are_new() -> None:
    form = Form().heading("What we said and what we say now").bold("Last time")
    for at, (old, met) in enumerate([("Robin will read 80 words", "Met, 84"), ("Robin will swim 25 m", "Not yet")]):
        rows = [[f"Outcome {at + 1} of 2", ""], ["What we hoped for", old], ["How did it go?", met]]
        form.table(rows, bold_header=True)
    form.bold("From now")
    for at, new in enumerate((READ, TIME)):
        rows = [[f"Outcome {at + 1} of 2", ""], ["What will be different?", new], *(list(pair) for pair in PLAN)]
        form.table(rows, bold_header=True)
    plan = form.plan()
    assert wordings(plan) == [READ, TIME]
    assert [target.amount for target in plan.targets] == [120, 120]
    assert [wording for wording, _ in reviewed(plan)] == ["Robin will read 80 words", "Robin will swim 25 m"]


def test_an_answer_under_a_topic_words_a_target_where_the_same_plan_follows_each() -> None:
    form = Form().heading("Aims from March to June")
    for topic, aim in (("Communication", READ), ("Getting about", TIME), ("Feelings", CLUB)):
        form.para(f"{topic}: {aim}", "Because: he asked for it", "How: Ms Vale, twice a week", "Premium: £40 cards")
    plan = form.plan()
    assert wordings(plan) == [READ, TIME, CLUB]
    assert {part(plan, target, "why") for target in plan.targets} == {"he asked for it"}
    assert {target.amount for target in plan.targets} == {40}


def test_steps_counted_by_letters_are_each_a_target() -> None:
    form = Form().heading("Our next steps")
    for letter, step in zip("ABC", (READ, TIME, CLUB), strict=True):
        form.table(
            [[f"STEP {letter}", step], ["Came from", "His page"], ["What we'll do", "Mr Oak helps"], ["By", "May"]]
        )
    assert wordings(form.plan()) == [READ, TIME, CLUB]


def test_a_paragraph_that_names_its_topic_first_words_a_target_with_its_plan() -> None:
    texts = [f"Reading. {READ}. Ms Vale reads with him daily. Checked on Fridays.", f"Mornings. {TIME}. Taxi. Mr Oak."]
    plan = Form().heading("New targets").para(*texts).plan()
    assert wordings(plan) == [READ + ".", TIME + "."]
    assert part(plan, plan.targets[0], "how") == "Ms Vale reads with him daily. Checked on Fridays."


def test_targets_side_by_side_in_one_row_keep_to_their_own_cell() -> None:
    cells = [f"Target 1 (short): {READ}\nWhy: He is behind\nHow: Daily\nBy when: May 2026", f"Target 2 (long): {CLUB}"]
    cells[1] += "\nWhy: Nobody to sit with\nHow: Mr Oak goes along\nBy when: July 2026"
    plan = Form().heading("Your targets now").table([cells]).plan()
    assert wordings(plan) == [READ, CLUB]
    assert [part(plan, target, "how") for target in plan.targets] == ["Daily", "Mr Oak goes along"]


def test_a_part_that_numbers_plans_and_costs_targets_is_one_of_targets_whatever_heads_it() -> None:
    form = Form().heading("Careers and what comes next")
    for at, step in enumerate((READ, TIME)):
        form.para(f"Step {at + 1}: {step}", "Because: his wish", "How: Mr Oak", "Who: Ms Vale", "PP+: £60 bus")
    plan = form.plan()
    assert wordings(plan) == [READ, TIME]
    assert SectionKind.TARGETS in {section.kind for section in plan.sections}


def test_outcomes_of_an_ehcp_without_money_stay_where_they_stand() -> None:
    form = Form().heading("Special educational needs")
    for at, outcome in enumerate((READ, TIME)):
        form.para(f"Outcome {at + 1}: {outcome}", "Provision: twice a week", "Who: Ms Vale")
    assert wordings(form.plan()) == []


AGREED = ["What we agreed", "Why", "Who leads", "Cost", "Done when"]


@pytest.mark.parametrize("names", [AGREED, ["Goal", "Why", "How", "Cost", "Done when"]])
def test_a_column_for_when_it_is_to_be_done_looks_ahead(names: list[str]) -> None:
    rows: Rows = [
        names,
        [READ, "Behind", "Ms Vale", "£60", "22.05.26"],
        [TIME, "Late", "Mr Oak", "£20 taxi", "26.06.26"],
    ]
    plan = Form().heading("New rows").table(rows, bold_header=True).plan()
    assert wordings(plan) == [READ, TIME]
    assert [target.by for target in plan.targets] == [date(2026, 5, 22), date(2026, 6, 26)]


def test_a_remark_below_an_empty_table_of_targets_is_no_target() -> None:
    form = Form().heading("New targets").table([AGREED, ["", "", "", "", ""]], bold_header=True)
    assert wordings(form.para("Mr Oak to set after parents' evening.").plan()) == []


def test_an_answer_that_only_points_to_the_old_targets_is_no_target() -> None:
    plan = Form().heading("Targets").table([["New targets", "As above, carried over."], ["Costs", "none"]]).plan()
    assert wordings(plan) == []


NAMES = ["Target", "Why", "How", "By when"]


def left_over(new: str) -> Plan:
    old = [["Last term's target", "Outcome"], [CLUB, "Going on"], [TIME, "Met"]]
    rows = [NAMES, [new, "Behind", "Ms Vale", "22 May 2026"], [CLUB, "Nobody to sit with", "Mr Oak", "17 July 2026"]]
    form = Form().heading("Last term's targets").table(old, bold_header=True)
    return form.heading("New targets").table(rows, bold_header=True).plan()


def test_an_old_target_planned_anew_among_new_ones_is_one_of_them() -> None:
    assert wordings(left_over(READ)) == [READ, CLUB]


def test_old_targets_alone_are_not_new_ones() -> None:
    assert wordings(left_over(TIME)) == []


def test_a_number_in_a_heading_that_is_the_parts_own_words_no_target() -> None:
    form = Form().bold("Part 14. Targets").para("Please look back first, then forward. Three at most.")
    assert wordings(form.table([NAMES, [READ, "Behind", "Ms Vale", "22 May 2026"]], bold_header=True).plan()) == [READ]


@pytest.mark.parametrize("label", ["Amount requested this term", "PP+ received", "Total cost"])
def test_a_sum_of_the_whole_plan_below_the_last_target_is_not_that_targets(label: str) -> None:
    form = Form().heading("New targets")
    form.table([["Target 1", READ], ["Why", "Behind"], ["How", "Ms Vale"], ["PP+", "£75 books"], [label, "£465"]])
    assert [target.amount for target in form.plan().targets] == [75]


@pytest.mark.parametrize(("how", "pounds"), [("Ms Vale. Fund £120 for two tasters.", 120), ("Count up to £5", None)])
def test_a_sum_in_what_will_be_done_counts_where_it_pays_for_it(how: str, pounds: float | None) -> None:
    plan = Form().heading("New targets").table([NAMES, [READ, "Behind", how, "22 May 2026"]], bold_header=True).plan()
    assert plan.targets[0].amount == pounds
