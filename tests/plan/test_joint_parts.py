"""A part that is about two things at once: each of its answers counts for what it is about."""

from __future__ import annotations

from making_forms import Paper

from pepinsight.plan import Plan
from pepinsight.plan import SectionKind as Kind

ASKED = {
    "Special_educational_needs": "SEN support since March 2024",
    "Main_need": "Speech and language, seen by the therapist each half term",
    "Emotional_wellbeing,_red,_amber_or_green": "Amber: anxious and low in mood since the move",
    "Tell_us_why": "Sleep is poor and worries keep coming",
}


def counted(title: str) -> dict[str, Kind]:
    plan: Plan = Paper().heading(title).fields(**ASKED).plan()
    return {plan.quote(item.label): item.section for item in plan.fields}


def test_the_fields_of_a_joint_part_are_told_apart() -> None:
    found = counted("Special educational needs and emotional wellbeing")
    assert found["Special educational needs"] is found["Main need"] is Kind.SEND
    assert found["Emotional wellbeing, red, amber or green"] is found["Tell us why"] is Kind.SEMH


def test_a_part_about_one_thing_keeps_its_fields() -> None:
    assert counted("Special educational needs")["Tell us why"] is Kind.SEND
