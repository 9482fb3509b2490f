"""What seems left over from an earlier term by the plan's own dates; the meeting is on 12 November 2025."""

from __future__ import annotations

import pytest
from making_peps import FRONT, Part, plan_of

from pepinsight.evidence import Findings, find_evidence

DATED = [*FRONT, ("Date of last PEP meeting", "18/06/2025")]


def stale(title: str, *parts: Part) -> list[str]:
    findings: Findings = find_evidence(plan_of({title: parts}, DATED))
    return [findings.evidence[number].quote for number in findings.features["seems_stale"].evidence]


@pytest.mark.parametrize(
    "said",
    [
        "Wren sang a solo at the carol service in front of both families.",
        "Wren planted eleven trees on 3 April 2025 with the eco group.",
        "Wren was chosen as head baker in the Year 7 production of Oliver.",
        "Wren came third on sports day and has settled well into Year 7 with Mr Hale.",
        "Wren planted eleven trees (Apr) with the eco group.",
    ],
)
def test_achievements_from_before_the_last_meeting_are_pointed_out(said: str) -> None:
    assert stale("Achievements", said) == [said]


@pytest.mark.parametrize(
    ("stamp", "old"),
    [("Tab 6 last saved 18-Jun-2025 15:31", True), ("Tab 6 last saved 10-Nov-2025 09:02", False)],
)
def test_a_part_last_saved_at_the_last_meeting_is_of_that_term(stamp: str, old: bool) -> None:
    told = ["Wren has 112 points and helped on the stall at the fair.", stamp]
    findings = find_evidence(plan_of({"Achievements": told}, DATED))
    assert findings.value("achievements_old") is old


@pytest.mark.parametrize(
    "said",
    [
        "Wren sang a solo at the harvest festival in front of both families.",
        "Wren planted eleven trees on 3 October 2025 with the eco group.",
        "Wren read to the Year 7 pupils every Friday and they asked her back.",
        "Wren wrote one line in March and on 6 November 2025 she wrote a page.",
        "Wren is kinder to herself than she has ever been.",
        "Wren has settled well into Year 8 and is finding her feet with her new teacher.",
        "Wren read out her autumn poem, and Mr Hale hung it in the hall.",
    ],
)
def test_achievements_of_this_term_are_left_alone(said: str) -> None:
    assert stale("Achievements", said) == []


def days(last: str, meeting: str) -> list[tuple[str, str]]:
    """The front page with other dates of this meeting and the last."""
    rows = [row for row in FRONT if "meeting" not in row[0]]
    return [*rows, ("PEP meeting held", meeting), ("Date of last PEP meeting", last)]


@pytest.mark.parametrize(
    ("last", "meeting", "old"),
    [("11/03/2026", "24/06/2026", True), ("18/06/2025", "12/11/2025", False)],
)
def test_a_start_in_a_new_class_is_of_the_autumn(last: str, meeting: str, old: bool) -> None:
    told = ["Wren won the autumn raffle.", "Wren has settled well into Year 8."]
    findings = find_evidence(plan_of({"Achievements": told}, days(last, meeting)))
    assert findings.value("achievements_old") is old


@pytest.mark.parametrize(
    ("last", "meeting", "signs"), [("11/03/2026", "26/06/2026", 0), ("18/09/2025", "12/11/2025", 1)]
)
def test_sports_day_is_this_years_once_june_has_come(last: str, meeting: str, signs: int) -> None:
    told = ["Wren came third in the relay on sports day."]
    findings = find_evidence(plan_of({"Achievements": told}, days(last, meeting)))
    assert len(findings.features["seems_stale"].evidence) == signs


def test_a_future_long_past_is_pointed_out_and_one_to_come_is_not() -> None:
    past = "The therapist will see Wren again on 14 May 2025."
    assert stale("Emotional wellbeing", past, "The nurse will see Wren again on 14 January 2026.",
                 "She saw the therapist on 14 May 2025 and liked her.") == [past]  # fmt: skip


def test_a_weekday_tells_the_year() -> None:
    assert stale("Part-time timetable", "We will look at this again on Friday 11 July.") != []
    assert stale("Part-time timetable", "We will look at this again on 11 July.") == []


def test_a_remark_on_an_earlier_plan_is_pointed_out() -> None:
    remark = "QA comment 20/06/25: rated amber, please add the carer's view."
    assert stale("Carer's views", remark) == [remark]
    assert stale("Emotional wellbeing", "Rated amber by Mr Orchard because of the week before contact.") == []
