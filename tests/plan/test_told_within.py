"""A form by themes has no part for a suspension or for careers: what another part tells of them counts for them."""

from __future__ import annotations

from making_plans import Form

from pepinsight.plan import Plan
from pepinsight.plan import SectionKind as Kind

THEMES = ["What is going well", "What worries us", "What will we do"]
CALM = "Calmer since the start of term and in on time on every day."
SENT_HOME = "Suspended on 4 November for two days after he threw a chair across the art room."
AFTER = "Return meeting on 6 November with his carer, and a card to leave the room when it is loud."
AHEAD = (
    "The careers adviser met him on 12 March. He wants to do bricklaying, Level 2, at Hadley College and goes to the "
    "open evening in June."
)


def told(plan: Plan, kind: Kind) -> str:
    return "\n".join(plan.quote(span) for span in plan.spans_of(kind))


def by_themes(worry: str, done: str = AFTER) -> Form:
    return Form().heading("Attendance").table([THEMES, [CALM, worry, done]], bold_header=True)


def test_a_suspension_told_under_attendance_counts_for_suspensions_with_what_was_done() -> None:
    plan = by_themes(SENT_HOME).plan()
    assert told(plan, Kind.EXCLUSIONS) == f"{SENT_HOME}\n{AFTER}"
    assert CALM in told(plan, Kind.ATTENDANCE)


def test_a_suspension_that_never_was_opens_nothing() -> None:
    for line in (
        "He has not been suspended since he came to us in March 2024.",
        "No suspensions in any of the 12 weeks.",
    ):
        assert not told(by_themes(line).plan(), Kind.EXCLUSIONS)


def test_a_part_that_the_form_has_and_nobody_filled_stays_blank() -> None:
    plan = (
        by_themes(SENT_HOME)
        .heading("Suspensions and exclusions")
        .para("")
        .heading("Achievements")
        .para("A badge.")
        .plan()
    )
    assert SENT_HOME not in told(plan, Kind.EXCLUSIONS)


def test_careers_told_under_transition_count_for_both() -> None:
    plan = Form().heading("Transition").para(AHEAD).plan()
    assert told(plan, Kind.CAREERS) == told(plan, Kind.TRANSITION) == AHEAD


def test_a_move_to_secondary_school_is_no_career() -> None:
    plan = (
        Form().heading("Transition").para("Place confirmed at Hadley High; two extra visits on 3 and 10 June.").plan()
    )
    assert not told(plan, Kind.CAREERS)


def test_what_else_one_cell_holds_is_not_taken_for_the_suspension() -> None:
    trip = "The class went to the harbour on 3 October and he drew all four of the boats there."
    form = Form().heading("Attendance")
    form.table([["Term", "What happened"], ["Autumn", SENT_HOME]], bold_header=True)
    form.word.tables[-1].cell(1, 1).add_paragraph(trip)
    assert trip not in told(form.plan(), Kind.EXCLUSIONS)


def test_what_was_done_counts_also_under_a_label_of_its_own_below() -> None:
    form = Form().heading("Attendance").para("What worries us", SENT_HOME, "What will we do", AFTER, CALM)
    assert told(form.plan(), Kind.EXCLUSIONS) == f"{SENT_HOME}\n{AFTER}"
