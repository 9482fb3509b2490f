"""New targets that are told by where they stand: beside, above or before the parts of their plan."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from making_plans import Form, part, wordings

READ = "Robin will read 60 of the 100 common words at sight by 22 May 2026, in a list that he has not seen before"
JOIN = "Join in one lunchtime club of his own choice every week until the end of June 2026"
PLAN = {
    READ: {"Why": "Reading is behind", "How": "Precision teaching, daily", "Who": "Ms Vale", "PP+": "£240"},
    JOIN: {"Why": "He eats alone", "How": "Mr Roe asks him each Monday", "Who": "Mr Roe", "PP+": "nil"},
}


def lettered() -> list[tuple[str, dict[str, str]]]:
    return [(f"Goal {letter} {wording}", asked) for letter, (wording, asked) in zip("AB", PLAN.items(), strict=True)]


def beside_their_plans() -> Form:
    """The words of each target in a cell that spans the rows of its plan."""
    form = Form().heading("New targets")
    table = form.word.add_table(rows=8, cols=3, style="Table Grid")
    for at, (wording, asked) in enumerate(lettered()):
        first = table.cell(4 * at, 0).merge(table.cell(4 * at + 3, 0))
        first.paragraphs[0].add_run(wording).bold = True
        for row, (label, answer) in enumerate(asked.items(), 4 * at):
            table.cell(row, 1).paragraphs[0].add_run(label).bold = True
            table.cell(row, 2).text = answer if answer != "nil" else ""
    return form


def in_cells_side_by_side() -> Form:
    form = Form().heading("New targets")
    cells = form.word.add_table(rows=1, cols=2, style="Table Grid").rows[0].cells
    for cell, (wording, asked) in zip(cells, PLAN.items(), strict=True):
        cell.text = f"Target: {wording}"
        for label, answer in asked.items():
            cell.add_paragraph(f"{label}: {answer}")
    return form


def before_brackets() -> Form:
    form = Form().heading("New targets")
    for wording, asked in lettered():
        form.para(wording, f"({'; '.join(f'{label}: {answer}' for label, answer in asked.items())})")
    return form


def in_lists_with_dashes() -> Form:
    form = Form().heading("New targets")
    for wording, asked in PLAN.items():
        form.bullets(f"Goal - {wording}", *(f"{label} - {answer}" for label, answer in asked.items()))
    return form


@pytest.mark.parametrize(
    "form",
    [beside_their_plans, in_cells_side_by_side, before_brackets, in_lists_with_dashes],
)
def test_each_target_is_read_with_its_plan(form: Callable[[], Form]) -> None:
    plan = form().plan()
    assert wordings(plan) == [READ, JOIN]
    first, second = plan.targets
    assert (part(plan, first, "why"), part(plan, second, "how")) == ("Reading is behind", "Mr Roe asks him each Monday")
    assert first.amount == 240


def test_remarks_in_brackets_are_no_plan() -> None:
    plan = (
        Form()
        .heading("New targets")
        .bullets(READ, JOIN)
        .para("(Note: agreed with Robin; to be looked at in May)")
        .plan()
    )
    assert wordings(plan) == [READ, JOIN]


def test_items_with_dashes_stay_targets_where_no_label_opens_them() -> None:
    plan = Form().heading("New targets").bullets(f"Reading club - {READ}", f"Lunchtimes - {JOIN}").plan()
    assert len(plan.targets) == 2


def test_labels_above_their_answers_in_a_frame_for_each_target() -> None:
    form = Form().heading("New targets")
    for number, (wording, asked) in enumerate(PLAN.items(), 1):
        rows = {f"Outcome {number} of 2": "", "What will be different?": wording, **asked}
        table = form.para("").word.add_table(rows=len(rows), cols=1, style="Table Grid")
        for cell, (label, answer) in zip(table.columns[0].cells, rows.items(), strict=True):
            cell.text = label
            if answer:
                cell.add_paragraph(answer)
    assert wordings(form.plan()) == [READ, JOIN]
