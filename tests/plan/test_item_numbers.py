"""A form may number in a column of its own what it asks; a data table's own numbers are no such column."""

from __future__ import annotations

from datetime import date

from making_forms import Paper

from pepinsight.plan import SectionKind as Kind


def test_the_answer_stands_in_the_third_cell() -> None:
    rows = [
        ["1.1", "Name of child", "Leo Vale"],
        ["1.2", "Date of meeting", "12 February 2026"],
        ["1.3", "Next meeting", "11 June 2026"],
        ["1.4", "Legal status", ""],
    ]
    plan = Paper().heading("Personal Education Plan").table(rows).plan()
    assert [(plan.quote(item.label), plan.quote(item.value)) for item in plan.fields] == [
        tuple(row[1:]) for row in rows
    ]
    assert (plan.dates.meeting, plan.dates.next_meeting) == (date(2026, 2, 12), date(2026, 6, 11))
    assert "1.3" in plan.document.text


def test_letters_may_number_too_below_a_banner() -> None:
    paper = Paper().heading("Social care")
    paper.table([["About the child"], ["(a)", "Legal status", "Care order"], ["(b)", "Religion", "None"]], banners=(0,))
    plan = paper.plan()
    told = [(plan.quote(item.label), plan.quote(item.value)) for item in plan.fields]
    assert told == [("Legal status", "Care order"), ("Religion", "None")]


def test_the_numbers_of_targets_are_theirs() -> None:
    rows = [
        ["No.", "Target", "How"],
        ["1", "Leo will read 40 of the 60 cards by 12 June 2026", "Daily with Mrs Vale"],
        ["2", "Leo will come in on four days of five by Easter", "Mr Oak meets him at the gate"],
    ]
    plan = Paper().heading("New targets").table(rows, header=True).plan()
    assert [plan.quote(target.wording) for target in plan.targets] == [row[1] for row in rows[1:]]
    assert [section.kind for section in plan.sections if section.title] == [Kind.TARGETS]
