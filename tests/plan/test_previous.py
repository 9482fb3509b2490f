"""Last term's targets with what became of them."""

from __future__ import annotations

import pytest
from making_plans import Form, reviewed, wordings

from pepinsight.plan import SectionKind

BONDS = "Robin will know number bonds to 20"
CLUB = "Robin will join a club"


@pytest.mark.parametrize(
    ("heading", "header"),
    [
        ("Review of previous targets", ["Target", "Progress / impact"]),
        ("Targets", ["Target set at last PEP", "Met?"]),
        ("Looking back", ["What we said we would do", "What happened"]),
        ("How did I do?", ["My old target", "RAG and comments"]),
        ("Targets", ["November's targets", "How did it go?"]),
        ("Review of last term", ["Objective", "Outcome"]),
        ("Evaluation of previous PEP targets", ["Previous target", "Evaluation"]),
    ],
)
def test_a_table_of_reviews(heading: str, header: list[str]) -> None:
    plan = Form().heading(heading).table([header, [BONDS, "Met, 18 of 20 on 3 February"], [CLUB, ""]]).plan()
    assert reviewed(plan) == [(BONDS, "Met, 18 of 20 on 3 February"), (CLUB, "")]
    assert wordings(plan) == []


def test_start_and_end_figures_belong_to_the_review() -> None:
    plan = (
        Form()
        .heading("Review of targets from last PEP")
        .table(
            [
                ["Target", "Who", "Start", "End", "Status", "Comment"],
                [BONDS, "Ms Vale", "9 of 20", "18 of 20", "Met", "Daily practice helped"],
            ]
        )
        .plan()
    )
    assert reviewed(plan) == [(BONDS, "9 of 20 18 of 20 Met Daily practice helped")]


def test_labelled_blocks() -> None:
    plan = (
        Form()
        .heading("Review of previous targets", 1)
        .table([["Previous target 1", BONDS], ["Outcome", "Met"], ["Evidence", "18 of 20"]])
        .heading("New targets", 1)
        .table([["Target 1", CLUB + " by 22 May 2026"], ["Action", "Visit three clubs"]])
        .plan()
    )
    assert [wording for wording, _ in reviewed(plan)] == [BONDS]
    assert reviewed(plan)[0][1].startswith("Met")
    assert wordings(plan) == [CLUB + " by 22 May 2026"]


def test_a_list_that_goes_on_to_say_how_it_went() -> None:
    plan = Form().heading("Last term's targets").bullets(f"{BONDS}. Met, 18 of 20.", CLUB).plan()
    assert reviewed(plan) == [(BONDS, "Met, 18 of 20."), (CLUB, "")]


def test_actions_of_the_last_meeting() -> None:
    plan = (
        Form()
        .heading("Review of previous targets and actions")
        .table([["Target", "Outcome"], [BONDS, "Met"]])
        .table([["Action from last PEP", "Who", "Done?"], ["Order glasses", "Carer", "Yes, 3 January"]])
        .plan()
    )
    assert [(plan.quote(old.wording), old.is_action) for old in plan.previous_targets] == [
        (BONDS, False),
        ("Order glasses", True),
    ]


def test_a_column_named_for_the_month_in_which_its_targets_were_set() -> None:
    form = Form().heading("Part 5. Tgts").table([["July tgt", "Now"], ["Use ten words", "About 14, met"]])
    form.table([["Next steps", "How", "When"], ["Robin will sit with the group", "Lap toy", "12 March 2026"]])
    plan, text = form.plan(), form.document().text
    assert [text[item.wording.start : item.wording.end] for item in plan.previous_targets] == ["Use ten words"]
    assert wordings(plan) == ["Robin will sit with the group"]


@pytest.mark.parametrize("asked", ["How did I do?", "Did it happen?", "How far did you get?", "Did you reach it?"])
def test_a_column_beside_last_terms_targets_tells_how_they_went(asked: str) -> None:
    rows = [
        ["Target from June", asked],
        [BONDS, "November 12 of 20 by his own count, January 18"],
        [CLUB, "Went to chess twice, then football"],
    ]
    plan = Form().heading("Review of previous targets").table(rows).plan()
    assert reviewed(plan) == [
        (BONDS, "November 12 of 20 by his own count, January 18"),
        (CLUB, "Went to chess twice, then football"),
    ]


def test_what_the_minutes_say_of_the_targets_is_none_of_them() -> None:
    form = Form().heading("Review of previous targets").table([["Target", "Outcome"], [BONDS, "Met"]])
    form.heading("Minutes of the PEP meeting")
    form.table([["School", "All agreed that lessons go well"], ["Old targets", "bonds met, club not yet, £40 left"]])
    assert reviewed(form.plan()) == [(BONDS, "Met")]


def test_headings_and_what_was_bought_are_no_targets() -> None:
    form = Form().heading("Last term's targets").bullets(f"{BONDS}. Met, 18 of 20.", "£35 for counting beads - liked")
    assert reviewed(form.plan()) == [(BONDS, "Met, 18 of 20.")]
    form = Form().heading("Previous targets").bold("Review of previous targets and actions")
    assert reviewed(form.para("These could not be found on the system.").plan()) == []


def test_targets_that_remain_as_they_stand_are_not_new() -> None:
    form = Form().heading("New targets").para("Targets remain as below, from October.")
    assert wordings(form.table([["Target", "How", "By when"], [CLUB, "Visit", "Easter"]]).plan()) == []


@pytest.mark.parametrize(
    ("heading", "new"),
    [
        ("Outcomes from February", True),
        ("What was agreed in February 2026", True),
        ("July outcomes", False),
        ("Targets to reach by July", True),
    ],
)
def test_a_month_in_the_heading_tells_of_which_meeting_the_targets_are(heading: str, new: bool) -> None:
    form = Form().table([["Date of this meeting", "12 February 2026"], ["Date of last meeting", "9 July 2025"]])
    plan = form.heading(heading, 1).bullets(f"{BONDS}. Daily practice with Ms Vale.", CLUB).plan()
    kind = SectionKind.TARGETS if new else SectionKind.PREVIOUS_TARGETS
    assert [section.kind for section in plan.sections][-1] is kind
