"""Forms by other hands: their own words for the usual parts and dates, short names, and all topics in one table."""

from __future__ import annotations

from datetime import date

import pytest
from making_forms import Paper

from pepinsight.plan import SectionKind as Kind


@pytest.mark.parametrize(
    ("label", "which"),
    [
        ("We met on", "meeting"),
        ("Mtg date", "meeting"),
        ("When was this PEP held?", "meeting"),
        ("Paperwork finalised", "completed"),
        ("When was it completed?", "completed"),
        ("Form sent in", "completed"),
        ("Last mtg", "previous_meeting"),
        ("Date of preceding PEP", "previous_meeting"),
        ("We shall meet again", "next_meeting"),
    ],
)
def test_dates_under_other_labels(label: str, which: str) -> None:
    plan = Paper().heading("Personal Education Plan").fields(Name="Leo Vale", **{label: "5 February 2026"}).plan()
    assert getattr(plan.dates, which) == date(2026, 2, 5)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("A letter from Leo", Kind.VIEWS),
        ("Days in school", Kind.ATTENDANCE),
        ("Being at nursery", Kind.EDUCATION),
        ("How did the October outcomes go?", Kind.PREVIOUS_TARGETS),
        ("Targets from September", Kind.PREVIOUS_TARGETS),
        ("Outcomes we are working on now", Kind.TARGETS),
        ("Residential staff comments", Kind.CARER),
        ("Asha's page", Kind.CARER),
    ],
)
def test_parts_under_other_headings(heading: str, kind: Kind) -> None:
    paper = Paper().heading("Personal Education Plan").fields(Name="Leo Vale")
    plan = paper.heading(heading).para("Some words that could stand anywhere.").plan()
    assert plan.sections[-1].kind is kind


def test_minutes_after_the_targets_are_no_part_of_them() -> None:
    paper = Paper().heading("Targets").para("Leo will read 40 words by 3 July 2026.")
    assert paper.heading("Minutes", 2).para("We met at two.").plan().sections[-1].kind is Kind.MEETING


def test_among_headings_in_capitals_a_short_one_is_a_part_too() -> None:
    paper = Paper().bold("PERSONAL EDUCATION PLAN").para("Leo Vale, Year 9.").bold("PROGRESS DATA").para("Reading 4.")
    plan = paper.bold("SEN").para("On the register since May.").bold("MENTAL HEALTH").para("Calm this term.").plan()
    assert [section.kind for section in plan.sections if section.title][1:] == [Kind.ATTAINMENT, Kind.SEND, Kind.SEMH]


def test_a_short_name_is_the_childs_where_the_text_prefers_it() -> None:
    paper = Paper().heading("Education plan").fields(Name="Wilfred Marsh").heading("What Wilf thinks")
    plan = paper.para("Wilf likes frogs. Wilf swims. Wilf asked for a drum. Wilf has a cat.").plan()
    assert plan.child.known_as == "Wilf"
    assert plan.sections[-1].kind is Kind.VIEWS
    plan = Paper().heading("Education plan").fields(Name="Martina Marsh").para("In March Martina swam. Mart.").plan()
    assert plan.child.known_as is None


def test_rows_of_one_table_that_go_through_the_topics() -> None:
    rows = [
        ["Topic", "Where things are now", "What is being done"],
        ["Attendance", "82.6% overall", "Breakfast club"],
        ["SEN", "SEN support for speech", "Weekly group"],
        ["Emotional health", "Amber", "Key adult"],
        ["Achievements", "Swam 50 metres", "Certificate sent home"],
    ]
    plan = Paper().heading("Personal Education Plan").heading("School information").table(rows, header=True).plan()
    told = {kind: [plan.quote(span) for span in plan.spans_of(kind)] for kind in (Kind.SEND, Kind.SEMH)}
    assert told[Kind.SEND] == ["SEN", "SEN support for speech\nWeekly group"]
    assert told[Kind.SEMH] == ["Emotional health", "Amber\nKey adult"]
    assert plan.attendance == 82.6


def test_what_will_be_different_words_the_target_where_nothing_else_does() -> None:
    rows = [
        ["What will be different", "Why this one", "What we will do", "By"],
        ["Leo will read 40 words", "He asked to", "Ten minutes daily with Mrs Vale", "3 July 2026"],
    ]
    plan = Paper().heading("New targets").table(rows, header=True).plan()
    assert [plan.quote(target.wording) for target in plan.targets] == ["Leo will read 40 words"]
