"""A target's labels with one answer across are its plan, and no table on its side."""

from __future__ import annotations

from making_forms import Paper

CARD = [
    ("Target 1", "Leo will read 40 of the 60 word cards without help by 12 June 2026"),
    ("Need it answers", "He guesses from the first letter"),
    ("Actions", "Ten minutes with the cards after lunch, every day"),
    ("Lead", "Mrs Vale"),
    ("Funding", "PP+ £60, a box of cards"),
    ("Measure", "40 of 60 on the June check"),
]


def test_answers_across_the_other_columns_are_one_targets() -> None:
    paper = Paper().heading("Personal Education Plan").heading("New targets").table([[""] * 4 for _ in CARD])
    for row, (label, answer) in zip(paper.word.tables[-1].rows, CARD, strict=True):
        row.cells[0].text = label
        row.cells[1].merge(row.cells[3]).text = answer
    plan = paper.plan()
    (target,) = plan.targets
    assert plan.quote(target.wording) == CARD[0][1]
    assert target.amount == 60
