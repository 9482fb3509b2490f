"""What only resembles this term's targets is not taken for them beside the plan's own."""

from __future__ import annotations

import pytest
from making_plans import Form, wordings

OWN = ["Robin will read 40 words on sight", "Robin will stay for a whole maths lesson"]
SENTENCE, LINE = "Robin will write a simple sentence", "Robin will line up calmly"
UNIFORM, SPEECH = "Carer to buy uniform that fits", "School to refer to speech therapy"


def with_own_targets(heading: str, rows: list[list[str]], first: bool) -> Form:
    form = Form()
    own = [
        ["Target", "What will be done", "By whom", "By when", "PP+ cost"],
        [OWN[0], "Daily paired reading", "Ms Lake", "01/05/2026", "£120"],
        [OWN[1], "Check-ins before each lesson", "Mr Ash", "01/05/2026", "£90"],
    ]
    for title, table in [("Targets", own), (heading, rows)] if first else [(heading, rows), ("Targets", own)]:
        form.heading(title).table(table)
    return form


NEAR_MISSES = {
    "a reviewed round named for its term": (
        "Autumn term targets",
        [["Target", "Action", "Outcome"], [SENTENCE, "Phonics", "With help"], [LINE, "Timer", "Needs time"]],
    ),
    "a reviewed round told in the past": (
        "Our targets",
        [["Target", "Strategies used", "Progress"], [SENTENCE, "Phonics", "With help"], [LINE, "Timer", "Better"]],
    ),
    "purchases with what they are for": (
        "PP+ spending plan",
        [["Intervention", "Aim", "Cost"], ["Tuition each week", "To close gaps in number", "£400"]],
    ),
    "purchases with their reason and measure": (
        "Pupil Premium Plus request",
        [["Item", "Reason", "Amount", "How will impact be measured?"], ["A laptop", "To do homework", "£350", "Logs"]],
    ),
    "sums for targets that are only named": (
        "Funding",
        [["Target", "PP+ allocated", "What it pays for"], ["Reading", "£120", "Books"], ["Maths", "£90", "Mentor"]],
    ),
    "actions of the meeting": (
        "Action plan from meeting",
        [["Issue raised", "Action agreed", "Lead", "Timescale"], ["Uniform is too small", UNIFORM, "Carer", "March"]],
    ),
    "recommendations": (
        "Recommendations",
        [["Recommendation", "Rationale", "Who", "When"], [SPEECH, "Unclear in class", "SENCo", "March"]],
    ),
    "next steps with who and when": (
        "Next steps",
        [["Next step", "By whom", "By when"], [UNIFORM, "Carer", "March"], [SPEECH, "SENCo", "March"]],
    ),
    "targets of another plan": (
        "Individual Education Plan",
        [["Target", "Strategies", "Success criteria"], [SENTENCE, "Phonics", "3 of 4"]],
    ),
    "short-term outcomes of an EHC plan": (
        "EHC plan: short term targets",
        [["Target", "Strategy", "Review date"], [SENTENCE, "Phonics", "June 2026"]],
    ),
    "a sample": ("Example", [["Example target", "By July Sam will write"], ["Example strategy", "A daily slot"]]),
}


@pytest.mark.parametrize("first", [True, False], ids=["after", "before"])
@pytest.mark.parametrize(("heading", "rows"), NEAR_MISSES.values(), ids=NEAR_MISSES.keys())
def test_near_misses_beside_the_plans_own_targets(heading: str, rows: list[list[str]], first: bool) -> None:
    assert wordings(with_own_targets(heading, rows, first).plan()) == OWN


@pytest.mark.parametrize(
    ("heading", "header"),
    [
        ("Wider outcomes", ["Goal", "How", "By when"]),
        ("Pupil Premium Plus targets", ["Target", "How", "Cost"]),
        ("Personal targets", ["Target", "Strategy", "Progress"]),
    ],
)
def test_a_second_table_of_targets_counts_too(heading: str, header: list[str]) -> None:
    rows = [header, ["Robin will join the chess club", "Fees", "Just begun"]]
    assert wordings(with_own_targets(heading, rows, first=True).plan()) == [*OWN, "Robin will join the chess club"]


def test_next_steps_are_the_targets_where_no_others_stand() -> None:
    form = Form().heading("Next steps").table([["Next step", "Who", "By when"], [OWN[0], "Ms Lake", "01/05/2026"]])
    assert wordings(form.plan()) == OWN[:1]


@pytest.mark.parametrize(
    "header",
    [
        ["What needs to improve?", "Justification", "What will school do?", "What will it look like?"],
        ["What are we aiming for?", "Purpose", "What will adults do?", "How will impact be evaluated?"],
        ["What I need to work on", "Gaps in learning", "How it will be delivered", "Monitoring"],
    ],
)
def test_plain_questions_at_the_head_of_columns(header: list[str]) -> None:
    row = [OWN[0], "Missed school last year", "Daily paired reading", "36 of 40 in a check"]
    plan = Form().heading("Plan").table([header, row]).plan()
    assert wordings(plan) == OWN[:1]
    assert {role for role, _ in plan.targets[0].parts} == {"why", "how", "measure"}
