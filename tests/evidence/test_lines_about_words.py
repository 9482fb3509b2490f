"""Lines that lead to a carer's words and are none of them, and items of the minutes that give the carer the floor."""

from __future__ import annotations

import pytest

from pepinsight.plan import SectionKind
from tests.evidence.spoken import CARER, MEETING, read, said

VIEW = "The mornings are calmer since the new bus."


@pytest.mark.parametrize(
    "line",
    [
        "Priya Dutta filled this in on 3 May.",
        "Typed together on Sunday night.",
        "Last updated by Priya Dutta (pasted in), 12 March 2026.",
        "Priya brought the following, typed as she wrote it.",
    ],
)
def test_a_line_that_tells_who_wrote_it_down_is_no_view(line: str) -> None:
    assert said(read((CARER, "Carer's comments", f"{line} {VIEW}")), "carer_voice") == [VIEW]


def test_who_may_consent_is_the_social_workers_to_say() -> None:
    words = "Carers: day trips, haircuts, school photographs. Me: anything overnight, travel abroad."
    assert said(read((SectionKind.CARE, "Who signs", words)), "carer_voice") == []


def test_a_carers_comment_in_the_care_part_is_heard() -> None:
    block = (SectionKind.CARE, "Carer's comments", "We would like to hear a week before the review.")
    assert said(read(block), "carer_voice") == [block[2]]


def test_a_numbered_item_of_the_minutes_gives_the_carer_the_floor() -> None:
    words = "8. Carer. Priya thanked Mr Frome. She is worried about the June papers."
    assert said(read((MEETING, "", words)), "carer_voice") == [
        "Priya thanked Mr Frome.",
        "She is worried about the June papers.",
    ]


@pytest.mark.parametrize("verb", ["wondered whether", "pointed out that", "queried why", "made the point that"])
def test_a_carer_is_heard_by_whatever_verb_of_saying(verb: str) -> None:
    words = f"Priya {verb} the bus leaves before breakfast club."
    assert said(read((MEETING, "", words)), "carer_voice") == [words]


def test_whom_the_meeting_thanked_said_nothing() -> None:
    assert said(read((MEETING, "", "Priya thanked for coming at short notice.")), "carer_voice") == []
