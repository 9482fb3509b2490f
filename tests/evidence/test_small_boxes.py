"""The boxes on arrangements, suspensions and special needs as schools answer them, and what a careful reader gives."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from making_peps import Part, findings_of

from pepinsight.evidence.cues import CueList, compiled
from pepinsight.rubrics import load_rubric

RUBRIC = load_rubric("birmingham")
HEADS = {
    "C_part_time": "Part-time timetables and alternative provision",
    "C_exclusions": "Suspensions and exclusions",
    "C_send": "Special educational needs and disabilities (SEND)",
}
STAGES = [
    ["From", "In school", "At home"],
    ["6 Oct 2025", "Mon to Fri 8.45 to 12.15", "Afternoons, work on Teams"],
    ["3 Nov 2025", "All mornings, Tue and Thu to 3.10", "Mon, Wed, Fri pm"],
    ["1 Dec 2025", "Full time", "None"],
]
PLACES = [
    [("Pattern", "Full time, two sites"), ("At Hollow Lane", "Mon to Thu 8.40 to 3.10, form 8B")],
    [("At Tern Yard", "Friday 9.30 to 2.30, coded B, tutor Dee Marr, taxi from home at 8.50")],
]


def level(section: str, box: Sequence[Part], minuted: str = "Maths was talked about. Mrs Orr is pleased.") -> str:
    """What the section is rated with this in its box, NA where it does not apply."""
    school = [("Class", "8B"), ("Form tutor", "Mr Hale")]
    parts = {
        "Education information": [school],
        "Attendance": ["93.4% this term. Illness, 3 days."],
        HEADS[section]: box,
        "Meeting notes": [minuted],
    }
    rated = RUBRIC.rate(findings_of(parts))
    return next(one.rule_level for one in rated.sections if one.id == section) or "NA"


@pytest.mark.parametrize(
    ("box", "rated"),
    [
        (["Wren has never been on a reduced timetable."], "OT"),
        (["Full time in mainstream; leaves 5 minutes early on Fridays for the taxi."], "OT"),
        ([[("Any reduced timetable or alternative provision?", "No to both. Nest club is in the school day.")]], "OT"),
        ([[("Timetable", "Full"), ("Comment", "Was part time in Year 7, full time since January")]], "OT"),
        ([[("Hours due / hours taught", "25 / 25")]], "OT"),
        ([[("Hours due / hours taught", "25 / about 16")]], "BT"),
        ([[("Full time?", "No"), ("Pattern", "Mon to Wed 8.45 to 12.15"), ("Return", "When she is ready")]], "BT"),
        ([[("Full time?", "No"), ("Pattern", "Mon, Tue, Wed 8.45 to 12.15"), ("Return", "Build up by Easter")]], "OT"),
        ([STAGES, "Agreed with the social worker on 2 October and reviewed each fortnight."], "ET"),
        ([*PLACES, [("Return to one site", "21 April 2026, all five days")]], "ET"),
        ([*PLACES, [("Return to one site", "At some point in Year 9")]], "OT"),
        ([[("Full time?", ""), ("If not, days and hours", "")]], "SB"),
    ],
)
def test_arrangements_are_rated_by_whether_a_reader_can_see_where_the_child_should_be(
    box: Sequence[Part], rated: str
) -> None:
    assert level("C_part_time", box) == rated


@pytest.mark.parametrize(
    ("minuted", "rated"),
    [
        ("Wren goes home with Mrs Orr at 1.15 on Mon and Fri and is calmer for it.", "BT"),
        ("Going home at 2 on Fridays is to carry on until Easter.", "BT"),
        ("Wednesday afternoons at home to carry on until Easter.", "BT"),
        ("Dual registration if Wren is away for over two weeks.", "OT"),
        ("Wren cooks on Wednesdays with £15 and takes the bus to the college alone.", "OT"),
        ("Mrs Orr collects Wren at 3.10 on Fridays.", "OT"),
    ],
)
def test_full_time_stands_unless_the_minutes_tell_of_less_in_so_many_words(minuted: str, rated: str) -> None:
    assert level("C_part_time", [[("Is the pupil full time?", "Yes")]], minuted) == rated


@pytest.mark.parametrize(
    ("box", "rated"),
    [
        (["0 suspensions, 0 sessions lost"], "NA"),
        ([[("Suspensions", "No"), ("Risk of exclusion", "No")]], "NA"),
        (["Wren was suspended."], "BT"),
        (["Permanently excluded from Beck School in June."], "BT"),
        (["Not suspended this year, and no exclusions."], "NA"),
    ],
)
def test_a_suspension_counts_without_date_or_length_and_none_counts_with_a_nought(
    box: Sequence[Part], rated: str
) -> None:
    assert level("C_exclusions", box) == rated


def test_measures_told_in_one_breath_are_counted_one_by_one() -> None:
    done = "Return meeting with Mrs Orr, mentoring by Mr Hale on Tuesdays, restorative talk with the other pupil"
    box = [[("Dates", "6 Oct 2025, 1 day"), ("What we did", done)]]
    assert findings_of({HEADS["C_exclusions"]: box}).value("suspension_support") >= 3


def test_a_measure_told_again_is_counted_once() -> None:
    box = [[("Dates", "6 Oct 2025, 1 day"), ("What we did", "Mentoring by Mr Hale; mentoring by Mr Hale")]]
    again = "Mentoring by Mr Hale."
    assert findings_of({HEADS["C_exclusions"]: [*box, again]}).value("suspension_support") == 1


@pytest.mark.parametrize(
    ("box", "rated"),
    [
        ([[("SEN status", "K")]], "BT"),
        ([[("Need", "SEMH"), ("Support", "TA")]], "BT"),
        ([[("SEN status", ""), ("Primary need", ""), ("Provision", "")]], "SB"),
        ([[("Code", "N - no SEN"), ("Main need", "n/a"), ("Provision", "n/a")]], "NA"),
        ([[("EHCP", "No - does not have one"), ("SEN stage", "SEN Support since May"), ("Provision", "")]], "BT"),
    ],
)
def test_a_stage_alone_is_something_and_a_plain_no_is_none(box: Sequence[Part], rated: str) -> None:
    assert level("C_send", box) == rated


def test_a_need_set_out_in_figures_alone_is_on_target_and_exceeds_it_with_progress_told() -> None:
    box = [
        ("SEN status", "SEN Support (K) since 4 March 2024"),
        ("Primary need", "SpLD (dyslexia, screened by Ms Roe)"),
        ("Provision", "Reading pen; Mrs Lee 2 x 30 minutes on Tue and Thu; overlay, 25% extra time"),
        ("Papers attached", "SEN support plan Sept 2025 and review"),
    ]
    minuted = "SEND: the reading pen is used in all lessons. SENCO to review in January."
    assert level("C_send", [box], minuted) == "OT"
    progress = ("Progress since last PEP", "From 61 to 74 words a minute since June; spelling age up from 8.2 to 8.10")
    assert level("C_send", [[*box, progress]], minuted) == "ET"


@pytest.mark.parametrize(("text", "found"), [("9-12 daily", True), ("9 – 12 daily", True), ("912 steps", False)])
def test_the_hyphen_between_two_figures_may_not_be_left_out(text: str, found: bool) -> None:
    assert compiled("hours", CueList(say=("9-12", "<n>-12.30"))).stands_in(text) is found
