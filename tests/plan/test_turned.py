"""Tables on their side are turned; a target's labels with one answer across are its plan, and no such table."""

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


def test_targets_side_by_side_may_be_numbered_and_leave_a_label_unanswered() -> None:
    rows = [
        ["No", "1", "2 (longer)"],
        ["Target", "Leo will read 40 of the 60 word cards", "Leo will write a page about frogs unaided"],
        ["Why", "He guesses from the first letter", "He asked to"],
        ["How and by whom", "Ten minutes with Mrs Vale daily", "Mr Oak, on Fridays"],
        ["By when", "12 June 2026", "July 2027"],
        ["PP+", "", ""],
    ]
    plan = Paper().heading("Personal Education Plan").heading("New targets").table(rows).plan()
    assert [plan.quote(target.wording) for target in plan.targets] == rows[1][1:]


def test_last_terms_targets_side_by_side() -> None:
    rows = [
        ["Target", "Leo will read 20 of the word cards", "Leo will come in on four days of five"],
        ["Met, partly met, not met", "Met", "Not met"],
        ["What happened", "26 of 60 in February, with Mrs Vale", "Three days of five; he was tired on Mondays"],
        ["Impact", "He reads signs aloud", ""],
    ]
    plan = Paper().heading("Personal Education Plan").heading("Review of previous targets").table(rows).plan()
    assert [plan.quote(target.wording) for target in plan.previous_targets] == rows[0][1:]
    assert plan.targets == ()


def test_last_terms_targets_one_below_the_other_are_no_columns() -> None:
    paper = Paper().heading("Personal Education Plan").heading("Targets from last term")
    for name, wording in (
        ("Autumn target A", "Leo will read 20 of the word cards"),
        ("Autumn target B", "Leo will swim"),
    ):
        paper.table(
            [[name, wording], ["Outcome", "Met. 26 of 60"], ["Funding used", "£60"], ["What it changed", "Much"]]
        )
        paper.para("")
    plan = paper.plan()
    assert [plan.quote(target.wording) for target in plan.previous_targets] == [
        "Leo will read 20 of the word cards", "Leo will swim"
    ]  # fmt: skip
    assert plan.targets == ()


def test_a_target_and_its_action_below_each_number() -> None:
    rows = [
        ["", "Target 1", "Target 2"],
        ["Target", "Leo will read 40 of the 60 word cards", "Leo will write a page about frogs unaided"],
        ["Action", "Ten minutes with Mrs Vale daily", "Fridays in the library"],
        ["Who", "Mrs Vale", "Mr Oak"],
        ["By when", "12 June 2026", "3 July 2026"],
    ]
    plan = Paper().heading("Personal Education Plan").heading("New targets").table(rows).plan()
    assert [plan.quote(target.wording) for target in plan.targets] == rows[1][1:]
