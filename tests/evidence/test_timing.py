"""Whether a PEP's steps were in time: the right count for the right two days, or what is missing."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from making_peps import plan_of

from pepinsight.documents import Document
from pepinsight.evidence import find_evidence, timings
from pepinsight.plan import Dates, Plan, PlanKind, SignOff, Span, Target

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "timing_cases.yaml").read_text(encoding="utf-8"))


def dated(case: dict[str, Any]) -> Plan:
    nowhere = Span(0, 0)
    return Plan(
        Document("form.docx", "docx", "", "", ()),
        PlanKind.FULL,
        "other",
        (),
        phase=case.get("phase", "SSA"),
        dates=Dates(**case["dates"]),
        sign_offs=tuple(SignOff(role, None, day, nowhere) for role, day in case.get("signed", {}).items()),
        targets=tuple(Target(nowhere, (nowhere,), by=day) for day in case.get("targets", ())),
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["about"]))
def test_a_plan_with_these_days(case: dict[str, Any]) -> None:
    answers = timings(dated(case))
    found = {item.id: [item.days, item.within] for item in answers}
    for window, expected in case.get("expect", {}).items():
        assert found[window] == expected, window
    assert not set(case.get("absent", ())) & found.keys()
    if "expect_targets" in case:
        assert [[item.days, item.within] for item in answers if item.id == "target"] == case["expect_targets"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["about"]))
def test_each_answer_shows_its_days_or_says_that_it_cannot_tell(case: dict[str, Any]) -> None:
    for item in timings(dated(case)):
        assert ("cannot tell" in item.says) is (item.within is None)
        if item.within is not None:
            for day in filter(None, (item.start, item.end)):
                assert f"{day.day} {day:%b %Y}" in item.says


def test_an_answer_reads_as_a_person_would_say_it() -> None:
    says = {item.id: item.says for item in timings(dated(CASES[0]))}
    assert says["completed"] == "meeting 12 Nov 2025, completed 17 Nov 2025: 3 working days"
    assert says["dt_part"] == "cannot tell: found nothing on when the designated teacher signed"


FRONT = [
    ("Name", "Wren Ashby"), ("Year", "8"), ("School", "Hollow Lane School"), ("PEP meeting held", "12/11/2025"),
    ("Date PEP completed", "17/11/2025"), ("Date of last PEP", "17/06/2025"), ("Next PEP meeting", "24/02/2026"),
]  # fmt: skip


def test_features_quote_the_days_that_they_count() -> None:
    findings = find_evidence(plan_of({"Minutes of the meeting": ["We met at school and talked about maths."]}, FRONT))
    assert findings.value("completed_working_days") == 3
    assert findings.value("terms_since_previous_meeting") == 1
    assert findings.value("next_meeting_set") is True
    assert findings.value("next_meeting_out_of_term") is False
    assert findings.value("first_pep") is False
    quoted = [item for item in findings.evidence if item.feature == "completed_working_days"]
    assert [item.quote for item in quoted] == ["12/11/2025", "17/11/2025"]
    assert all("3 working days" in item.reason for item in quoted)


def test_a_first_pep_after_an_emergency_placement_is_timed_from_it() -> None:
    front = [
        *FRONT[:4],
        ("Date entered care", "30/10/2025"),
        ("Placement", "Emergency foster placement since 30 October"),
    ]
    found = {item.id: item for item in timings(plan_of({"Minutes of the meeting": ["We met at school."]}, front))}
    assert (found["emergency"].days, found["emergency"].within) == (9, True)
    assert found["first_pep"].within is True


def test_a_form_may_say_itself_that_it_is_not_the_first() -> None:
    front = [*FRONT[:4], ("Date entered care", "30/10/2025"), ("Is this the first PEP?", "No")]
    assert "first_pep" not in {item.id for item in timings(plan_of({"Minutes of the meeting": ["We met."]}, front))}


def test_a_first_pep_held_late_says_first_where_the_last_one_is_asked_for() -> None:
    front = [*FRONT[:5], ("Date of last PEP", "None, this is the first"), ("Date entered care", "01/05/2025")]
    findings = find_evidence(plan_of({"Minutes of the meeting": ["We met at school."]}, front))
    assert findings.value("first_pep") is True
    assert findings.value("meeting_late_working_days") > 100


def test_a_plan_without_a_next_date_says_so() -> None:
    parts = ("Child's views", "Attendance", "Attainment", "Targets", "Minutes of the meeting", "Care information")
    findings = find_evidence(plan_of({part: ["We talked about maths and about the bus."] for part in parts}))
    assert findings.value("next_meeting_set") is False
    assert findings.value("completed_working_days") is None


@given(st.lists(st.none() | st.dates(), min_size=7, max_size=7), st.sampled_from(["EY", "SSA", "P16", None]))
@settings(max_examples=60)
def test_no_days_however_wrong_stop_it(days: list[date | None], phase: str | None) -> None:
    names = ("meeting", "completed", "previous_meeting", "next_meeting", "entered_care", "social_worker_update", "due")
    case = {"dates": dict(zip(names, days, strict=True)), "phase": phase, "targets": days[:2], "signed": {}}
    for item in timings(dated(case)):
        assert item.says and (item.within is None) is ("cannot tell" in item.says)


def test_a_slip_in_a_year_is_no_date() -> None:
    case = {"dates": {"meeting": date(2025, 11, 12), "completed": date(2205, 11, 17)}}
    found = {item.id: item for item in timings(dated(case))}
    assert found["completed"].within is None and found["completed"].end is None


def test_a_print_of_one_part_is_not_blamed_for_what_it_does_not_hold() -> None:
    part = replace(dated({"dates": {"meeting": date(2025, 11, 12)}}), kind=PlanKind.SINGLE_TAB)
    assert {item.id for item in timings(part)} == {"final_date", "before_term_end", "meeting_in_term"}


def test_a_meeting_that_was_moved_was_due_on_the_day_it_was_moved_from() -> None:
    front = [
        ("Name", "Wren Ashby"),
        ("Year", "8"),
        ("PEP meeting date", "12/03/2026 (re-arranged from 26/02/2026, ill)"),
    ]
    plan = plan_of({"Minutes of the meeting": ["We met at school."]}, front)
    held = next(item for item in timings(plan) if item.id == "held_on_time")
    assert (held.start, held.days, held.within) == (date(2026, 2, 26), 10, False)


def test_the_plan_before_may_have_set_the_day() -> None:
    before = dated({"dates": {"meeting": date(2025, 11, 12), "next_meeting": date(2026, 2, 26)}})
    plan = dated({"dates": {"meeting": date(2026, 2, 27), "previous_meeting": date(2025, 11, 12)}})
    held = next(item for item in timings(plan, before) if item.id == "held_on_time")
    assert (held.start, held.days) == (date(2026, 2, 26), 1)
    assert "agreed in the plan before" in held.says
