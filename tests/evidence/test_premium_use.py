"""What pupil premium is spent on, and what came of it (seed 002, lines 277 to 302 and 412)."""

from __future__ import annotations

from making_peps import findings_of

from pepinsight.evidence import Evidence, Findings

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
