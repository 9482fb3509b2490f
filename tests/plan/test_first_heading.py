"""A first heading above all others names the form, whatever part it is called after."""

from __future__ import annotations

from making_forms import Paper

from pepinsight.plan import Plan, PlanKind
from pepinsight.plan import SectionKind as Kind

PARTS = {
    "What is going well?": Kind.MEETING,
    "General and Personal": Kind.CARE,
    "Attendance": Kind.ATTENDANCE,
    "Progress and attainment": Kind.ATTAINMENT,
    "Voice of the young person": Kind.VIEWS,
    "SMART targets": Kind.TARGETS,
}


def plan_of(titles: list[str]) -> Plan:
    paper = Paper().heading("PEP Meeting Record")
    paper.fields(Young_person="Odile Marsh", School="Harbour Academy", Date_of_meeting="4 March 2026", Year="9")
    for title in titles:
        paper.heading(title, 2).para("We went through this with Odile, who said that she was content with it for now.")
    return paper.plan()


def headed(plan: Plan) -> dict[str, Kind]:
    return {plan.document.text[s.title.start : s.title.end]: s.kind for s in plan.sections if s.title}


def test_a_whole_form_under_the_name_of_its_meeting_keeps_its_parts() -> None:
    plan = plan_of(list(PARTS))
    assert headed(plan).items() >= PARTS.items()
    assert plan.kind is PlanKind.FULL


def test_the_record_of_a_meeting_alone_keeps_what_was_talked_through() -> None:
    plan = plan_of(["What is going well?", "Attendance", "Progress and attainment", "Next PEP"])
    assert headed(plan)["Attendance"] is Kind.MEETING
