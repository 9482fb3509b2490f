"""Last term's targets reviewed all in one passage, in their own part, under a question or in the minutes."""

from __future__ import annotations

import pytest
from making_peps import Part, findings_of

OLD = "To know the times tables"
LONG = (
    "The times tables target was met: Wren scored 36 of 40 in January, 14 in October. The club target was not met "
    "because the taxi leaves at 3.20 pm and no lunch club had room."
)
SHORT = "Two of the three were met. Wren still needs to work on asking for her card."


def grade(sections: dict[str, list[Part]]) -> str:
    return str(findings_of(sections).value("previous_targets_reviewed"))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (SHORT, "brief"),
        (LONG, "detailed"),
        ("All targets met.", "none"),
        ("Ongoing", "none"),
        ("Targets 1 and 2 were met and target 3 was partly met.", "none"),
        ("N/A - this is the first plan.", "none"),
    ],
)
def test_in_the_part_for_it(told: str, expected: str) -> None:
    assert grade({"Review of previous targets": [told]}) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The group went through the previous targets. The reading one was met, the attendance one was not.", "brief"),
        (f"Mrs Lowe looked at the last targets. {LONG}", "detailed"),
        ("New targets were agreed and Wren is happy with her form tutor. She met her aunt in May.", "none"),
        ("Last term's targets were discussed.", "none"),
    ],
)
def test_in_the_minutes(told: str, expected: str) -> None:
    assert grade({"Minutes of the meeting": [told]}) == expected


def test_under_a_question() -> None:
    asked = "Were the targets from the last PEP met? Please comment"
    assert grade({"Targets": [[(asked, "Two were met. The homework one was not, as the club closed.")]]}) == "brief"
    assert grade({"Targets": [[(asked, "Yes")]]}) == "none"


@pytest.mark.parametrize("status", ["Ongoing", "Met 12/11/2025", "Carried forward", "See minutes"])
def test_a_bare_status_beside_each_is_no_review(status: str) -> None:
    table = [["Target", "How did it go?"], [OLD, status], ["To join a club", status]]
    assert grade({"Review of previous targets": [table]}) == "none"


def test_rows_that_give_the_targets_by_number_alone() -> None:
    table = [["No.", "Achieved?", "Comment"], ["1", "Yes", "Reads all 45 words"], ["2", "No", "Bus is still late"]]
    assert grade({"Review of previous targets": [table]}) == "brief"
