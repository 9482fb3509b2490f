"""Tables with an empty column between each label and its answer, and near misses of these."""

from __future__ import annotations

import pytest
from making_forms import Paper

from pepinsight.plan import Plan

SPACED = [["Legal status", "", "Care order"], ["First language", "", ""], ["Allergies", "", "Nuts"]]


def told(plan: Plan) -> dict[str, str]:
    return {plan.quote(item.label): plan.quote(item.value) for item in plan.fields}


def test_an_empty_column_keeps_a_label_and_its_answer_apart() -> None:
    paper = Paper().heading("Personal Education Plan").heading("Care information")
    answers = told(paper.table([["Meeting date", "", "4 May 2026"], *SPACED]).plan())
    assert answers == {
        "Meeting date": "4 May 2026",
        "Legal status": "Care order",
        "First language": "",
        "Allergies": "Nuts",
    }


@pytest.mark.parametrize(
    "rows",
    [
        [["Legal status", "", "see note"], ["Allergies", "", ""], ["First language", "", ""]],
        [["Legal status", "Care order", "see note"], ["Allergies", "", "ask"], ["First language", "", "ask"]],
    ],
    ids=["a blank form with one note", "a column of notes behind the answers"],
)
def test_a_column_to_write_in_is_no_spacer(rows: list[list[str]]) -> None:
    answers = told(Paper().heading("Personal Education Plan").heading("Care information").table(rows).plan())
    assert {"see note", "ask"}.isdisjoint(answers.values())
