"""Short minutes are minutes: three full sentences show that a meeting took place; labels and empty tables do not."""

from __future__ import annotations

import pytest

from pepinsight.rubrics import load_rubric
from tests.evidence.making_peps import Part, findings_of

THREE = "We met at school. Everyone was happy with how the term has gone. New targets were agreed for the spring term."


def level_of(*minutes: Part) -> str:
    parts: dict[str, list[Part]] = {"Targets": ["Wren will learn 20 spellings by May."], "PEP meeting": list(minutes)}
    rated = load_rubric("birmingham").rate(findings_of(parts))
    return next(section.rule_level for section in rated.sections if section.id == "E_meeting")


def test_three_full_sentences_are_minutes() -> None:
    assert level_of(THREE) == "BT"


@pytest.mark.parametrize(
    "left",
    [
        "Mr Doyle to type up",
        [
            ["What went well", ""],
            ["What the pupil brought", ""],
            ["What the carer brought", ""],
            ["Culture, faith", ""],
        ],
        "The meeting did not take place. It was cancelled because of the snow.",
    ],
)
def test_nothing_minuted_is_no_meeting(left: Part) -> None:
    assert level_of(left) == "SB"
