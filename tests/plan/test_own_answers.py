"""Cells that each hold a label and its answer: nothing answers the cell on its left."""

from __future__ import annotations

from making_forms import Paper

from pepinsight.plan import Plan

ASKED = [
    [("Name", "Sam Hill"), ("Date of birth", "1 February 2012")],
    [("School", "Harbour Academy"), ("Year group", "9")],
    [("Legal status", "Section 31"), ("Family time", "")],
]


def answers(plan: Plan) -> dict[str, str | None]:
    return {plan.quote(item.label): None if item.blank else plan.quote(item.value) for item in plan.fields}


EVERY = {label: answer or None for row in ASKED for label, answer in row}


def test_a_label_with_a_colon_in_each_cell() -> None:
    plan = Paper().table([[f"{label}: {answer}" for label, answer in row] for row in ASKED]).plan()
    assert answers(plan) == EVERY


def test_a_bold_label_before_its_answer_in_each_cell() -> None:
    paper = Paper()
    table = paper.word.add_table(len(ASKED), 2)
    for number, row in enumerate(ASKED):
        for cell, (label, answer) in zip(table.rows[number].cells, row, strict=True):
            cell.paragraphs[0].add_run(f"{label} ").bold = True
            cell.paragraphs[0].add_run(answer)
    assert answers(paper.plan()) == EVERY


def test_labels_beside_answers_that_hold_a_colon_are_answered_by_those() -> None:
    rows = [["Name:", "Sam Hill"], ["Attendance:", "Autumn: 95%"], ["School:", "Harbour Academy (from: 2023)"]]
    assert answers(Paper().table(rows).plan()) == {
        "Name": "Sam Hill",
        "Attendance": "Autumn: 95%",
        "School": "Harbour Academy (from: 2023)",
    }
