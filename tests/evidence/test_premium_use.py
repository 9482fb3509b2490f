"""What pupil premium is spent on, and what came of it (seed 002, lines 277 to 302 and 412)."""

from __future__ import annotations

import pytest
from making_peps import findings_of, plan_of

from pepinsight.evidence import Evidence, Findings, find_evidence

HEADER = ["Target", "Actions", "Success", "By when", "PP+ cost"]


def shown(found: Findings, feature: str) -> list[Evidence]:
    return [item for item in found.evidence if item.feature == feature]


def targets(*rows: list[str]) -> dict[str, list[list[list[str]]]]:
    return {"New targets": [[HEADER, *rows]]}


READING = [
    "Wren will read 40 key words",
    "Tutor, one to one on Mondays",
    "40 of 50 words",
    "13/02/2026",
    "£220 tuition",
]
THEATRE = [
    "Wren will enjoy school trips",
    "Theatre visit",
    "Attends",
    "13/02/2026",
    "£60, visit for the whole year group",
]


def test_spend_is_named_by_its_use_and_its_kind_of_intervention() -> None:
    found = findings_of(targets(READING))
    assert found.value("premium_linked") == 1
    uses = {item.rule for item in shown(found, "premium_proper_uses")}
    kinds = {item.rule for item in shown(found, "premium_intervention_types")}
    assert "catch_up" in uses and "one_to_one_tuition" in kinds
    assert found.value("premium_for_all") == 0


def test_what_every_child_gets_anyway_is_shown_as_such() -> None:
    found = findings_of(targets(READING, THEATRE))
    assert found.value("premium_for_all") == 1
    assert "whole year group" in shown(found, "premium_for_all")[0].quote


def test_an_outcome_counts_beside_a_sum_and_a_bare_status_does_not() -> None:
    old = ["Target", "Outcome", "What happened", "PP+ spent"]
    told = findings_of(
        {
            "Review of previous targets": [
                [old, ["Read 30 key words", "Met", "Reads 34 now, went from 12 in September", "£180"],
                 ["Come on time", "Partly", "", "£40"]]
            ],
            **targets(READING),
        }
    )  # fmt: skip
    assert told.value("premium_outcomes") == 1
    bare = findings_of(
        {
            "Review of previous targets": [
                [old, ["Read 30 key words", "Met", "", "£180"], ["Come on time", "Ongoing", "", "£40"]]
            ],
            **targets(READING),
        }
    )
    assert bare.value("premium_outcomes") == 0


def test_a_label_that_says_when_counts_for_the_answer() -> None:
    found = findings_of(
        {"Pupil Premium Plus": [[("PP+ last term", "£90 on books, so Wren can now read to her sister")]]}
    )
    assert found.value("premium_outcomes") == 1


def test_funds_for_catching_up_are_recognised() -> None:
    found = findings_of({"Attainment": ["Wren has had 12 hours from the National Tutoring Programme in maths."]})
    assert found.value("catch_up_funding") == 1
    assert findings_of({"Attainment": ["Wren caught up in maths."]}).value("catch_up_funding") == 0


TARGETS = ["Target", "How", "By when", "PP+"]


@pytest.mark.parametrize(
    ("cost", "linked"),
    [
        ("£80 tutor", True),
        ("From core PP+", True),
        ("resources", True),
        ("none needed", False),
        ("school", False),
        ("", False),
    ],
)
def test_a_target_is_linked_to_the_premium_by_a_sum_or_by_its_name(cost: str, linked: bool) -> None:
    rows = [TARGETS, ["Wren will spell 40 of 50 common words", "Word cards daily", "27/03/2026", cost]]
    assert findings_of({"New SMART targets": [rows]}).targets[0].premium_linked is linked


def test_a_sum_in_the_premiums_own_table_counts_for_the_target_that_it_names() -> None:
    rows = [TARGETS[:3], ["Wren will spell 40 of 50 common words", "Word cards daily", "27/03/2026"]]
    spent = [["Goes on", "For which target", "Cost"], ["Tutor, 10 hours", "Target 1", "£300"]]
    target = findings_of({"New SMART targets": [rows], "Pupil Premium Plus": [spent]}).targets[0]
    assert (target.premium_linked, target.amount) == (True, 300.0)


OLDER = [("Name", "Wren Ashby"), ("Year", "12"), ("College", "Hollow Lane College"), ("PEP meeting held", "12/11/2025")]


@pytest.mark.parametrize(
    ("fund", "cost", "linked"),
    [
        ("Post-16 pupil premium pilot: £600 for the year", "£120 tutor", True),
        ("16-19 bursary of £1,200, paid weekly", "£120 tutor", False),
        ("Nothing this year", "£120, virtual school fund", True),
    ],
)
def test_after_16_there_is_only_a_premium_that_the_plan_names(fund: str, cost: str, linked: bool) -> None:
    rows = [TARGETS, ["Wren will score 30 of 40 in the reading mock", "Tutor Weds", "27/03/2026", cost]]
    found = find_evidence(plan_of({"New SMART targets": [rows], "Funding": [fund]}, OLDER))
    assert found.value("premium_in_use") is linked
    assert found.targets[0].premium_linked is linked
    assert (found.value("premium_impact") == "not_applicable") is not linked


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["Tutor", "300", "12/40", "29/40"], ["Paints", "40", "", "she likes them"]], "quantified"),
        ([["Mentor", "300", "", "mood better"], ["Word cards", "40", "12/40", "29/40"]], "some"),
        ([["Mentor", "300", "", "Yes"], ["Word cards", "40", "", "Yes"]], "none"),
    ],
)
def test_most_of_the_money_decides_whether_an_effect_is_told_in_figures(rows: list[list[str]], expected: str) -> None:
    log = [["Bought with PP+", "£", "Start", "Outcome"], *rows]
    assert findings_of({"Pupil Premium Plus": [log]}).value("premium_impact") == expected


@pytest.mark.parametrize(
    ("label", "answer", "given"),
    [
        ("Finance officer", "Mrs N Hale, 01632 960455", True),
        ("Who looks after the pupil premium", "Noreen Hale, school bursar", True),
        ("Bills to", "accounts@hollowlane.example", True),
        ("Finance contact", "tbc", False),
        ("Finance contact", "", False),
    ],
)
def test_who_keeps_the_money_is_named_or_not(label: str, answer: str, given: bool) -> None:
    found = findings_of({"Pupil Premium Plus": [[(label, answer), ("Sum this term", "£300")]]})
    assert found.value("finance_officer_given") is given


def test_a_measured_outcome_beside_a_sum_is_its_effect() -> None:
    old = [
        ["Target from June", "How did it go?"],
        ["Wren will name 10 signs", "Met, 14 (8 in May). £90 Mrs Hale's extra visits."],
        ["Wren will join a club", "Not met, moved to Fridays."],
    ]
    found = findings_of({"Review of previous targets": [old], "Pupil Premium Plus": ["£90 spent, £120 now."]})
    assert found.value("premium_impact") == "quantified"


@pytest.mark.parametrize("told", ["Awaited", "Too early to say", "To follow"])
def test_an_effect_still_to_come_is_none(told: str) -> None:
    table = [["What", "Cost", "Outcome"], ["Counselling", "£400", told]]
    assert findings_of({"Pupil premium plus": [table]}).value("premium_impact") == "none"
