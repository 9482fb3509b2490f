"""A PEP whose labels no list holds is a PEP; papers with a PEP's title and parts, but of no child, are none."""

from __future__ import annotations

import pytest
from making_forms import Paper

from pepinsight.plan import PlanKind

PARTS = ("My care", "My education", "My progress", "My views", "My targets", "The meeting")
OF_ONE = (
    "She came to us on 3 March 2024 and her aunt brings her. I like the quiet room.",
    "Her class has 24 in it. She was away with a cold on 9 January 2026 and rang her friend.",
    "She read 41 words on 12 January 2026, up from 20. My best one was elephant.",
    "I would like to see my brother. I am good at drawing.",
    "She will read 60 words by 27 March 2026. Her aunt hears her read.",
    "We met on 20 January 2026. She told us about her dog.",
)
OF_ALL = (
    "Schools must know who holds parental responsibility. Children should be asked.",
    "Pupils should have a full timetable from 3 September 2025. Schools must tell us if they do not.",
    "Designated teachers should bring data up to 12 December 2025 for all pupils.",
    "Children should write in their own words: I like, I want. Her words must not be put right.",
    "Targets must be SMART. Schools should send them by 27 March 2026 and 3 July 2026.",
    "PEPs must be held each term. Children should be there, and schools should ask them to lead.",
)


def paper(title: str, said: tuple[str, ...]) -> Paper:
    made = Paper().heading(title)
    for part, text in zip(PARTS, said, strict=True):
        made.heading(part, 2).para(text)
    return made


def test_a_plan_without_a_known_label_is_told_by_its_title_its_parts_and_what_it_says_of_one_child() -> None:
    assert paper("Personal Education Plan", OF_ONE).plan().kind is PlanKind.FULL


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Personal Education Plan: how to fill it in", OF_ALL),
        ("Personal Education Plan (PEP) policy", OF_ONE),
        ("Notes from a home visit", OF_ONE),
        ("Minutes of the PEP meeting", OF_ONE),
        ("Education, Health and Care Plan", OF_ONE),
        ("Personal Education Plan", ("",) * len(PARTS)),
    ],
    ids=["advice to all schools", "policy", "no PEP by its title", "minutes", "EHCP", "nothing written"],
)
def test_what_lacks_one_of_the_three_is_none(title: str, said: tuple[str, ...]) -> None:
    assert paper(title, said).plan().kind not in (PlanKind.FULL, PlanKind.SINGLE_TAB)
