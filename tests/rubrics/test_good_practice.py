"""The good practice guide (seed 003) and the statutory points (seed 000): told with their evidence, and never rated."""

from __future__ import annotations

from pathlib import Path

import pytest
from making_rubrics import findings, plan

from pepinsight.contract import COMPLIANCE
from pepinsight.documents import read
from pepinsight.evidence import Value, find_evidence
from pepinsight.plan import SectionKind, recognise
from pepinsight.rubrics import CheckResult, checklist_ids, load_rubric, rubric_ids

GOLD = Path(__file__).parents[2] / "corpora" / "gold"

Values = dict[str, Value]


def answers(checklist: str, phase: str = "SSA", **values: Value) -> dict[str, bool | None]:
    parts = {
        SectionKind.FRONT: "Wren Ashby", SectionKind.TARGETS: "Read a book.", SectionKind.MEETING: "We met.",
        SectionKind.PREMIUM: "PP+ pays.", SectionKind.SIGN_OFF: "Signed.", SectionKind.VIEWS: "I like maths.",
        SectionKind.ATTAINMENT: "Maths 4.", SectionKind.CARE: "Care order.",
    }  # fmt: skip
    of = plan(parts, phase=phase)
    return {
        check.id: check.met for check in load_rubric(checklist).rate(findings({"phase": phase, **values}, of)).checks
    }


def test_they_are_checklists_and_no_rubrics() -> None:
    for id in ("good_practice", "statutory"):
        assert id in checklist_ids() and id not in rubric_ids()
        assessment = load_rubric(id).rate(findings({}))
        assert assessment.sections == () and assessment.overall is None


@pytest.mark.parametrize(
    ("check", "yes", "no"),
    [
        ("reviewed_each_term", {"terms_since_previous_meeting": 1}, {"terms_since_previous_meeting": 2}),
        ("not_in_holidays", {"meeting_out_of_term": False}, {"meeting_out_of_term": True}),
        ("two_academic", {"targets_on_learning": 2}, {"targets_on_learning": 1}),
        ("child_centred", {"new_targets": 3, "targets_child_centred": 1},
         {"new_targets": 2, "targets_child_centred": 1}),
        ("answers_views", {"voice_acted_on": 1}, {"voice_acted_on": 0}),
        ("homework", {"prompt_homework": 1}, {"prompt_homework": 0}),
        ("smart", {"targets_smart": 3, "new_targets": 3}, {"targets_smart": 2, "new_targets": 3}),
        ("strategies", {"targets_achievable": 3, "new_targets": 3}, {"targets_achievable": 0, "new_targets": 0}),
        ("evidence_of_impact", {"targets_measurable": 3, "new_targets": 3},
         {"targets_measurable": 1, "new_targets": 3}),
        ("twelve_weeks", {"target_weeks_most": 12}, {"target_weeks_most": 13}),
        ("set_by_teacher", {"prompt_targets_set_by_teacher": 1},
         {"prompt_targets_set_by_teacher": 0, "prompt_targets_checked_with_dt": 0}),
        ("old_targets_reviewed", {"previous_targets_reviewed": "brief"}, {"previous_targets_reviewed": "none"}),
        ("impact_of_premium", {"premium_impact": "some"}, {"premium_impact": "none"}),
        ("child_agrees", {"prompt_child_agreed_targets": 1}, {"prompt_child_agreed_targets": 0}),
        ("use_agreed", {"prompt_premium_use_agreed": 1}, {"prompt_premium_use_agreed": 0}),
        ("within_the_sum", {"premium_planned_total": 500.0},
         {"premium_planned_total": 501.0, "prompt_exceptional_funding": 0}),
        ("linked_to_targets", {"premium_linked": 1}, {"premium_linked": 0}),
        ("one_day", {"meeting_dates_differ": False}, {"meeting_dates_differ": True}),
        ("not_at_terms_end", {"working_days_to_term_end": 5}, {"working_days_to_term_end": 4}),
        ("designated_teacher_in_time", {"dt_signed_days": 7}, {"dt_signed_days": 8}),
        ("social_worker_in_time", {"sw_signed_days": 7}, {"sw_signed_days": 8}),
        ("both_signed", {"dt_signed": True, "sw_signed": True}, {"dt_signed": True, "sw_signed": False}),
        ("virtual_school_last", {"vs_signed_last": True}, {"vs_signed_last": False}),
        ("next_meeting", {"next_meeting_set": True}, {"next_meeting_set": False}),
    ],
)  # fmt: skip
def test_a_point_is_met_or_not(check: str, yes: Values, no: Values) -> None:
    assert answers("good_practice", **yes)[check] is True
    assert answers("good_practice", **no)[check] is False


def test_more_than_the_terms_sum_needs_exceptional_funding_recorded() -> None:
    over: Values = {"premium_planned_total": 900.0, "prompt_exceptional_funding": 1}
    assert answers("good_practice", **over)["within_the_sum"] is True


@pytest.mark.parametrize(
    ("year", "term", "asked"),
    [(6, "spring", True), (11, "summer", True), (-1, "spring", True), (6, "autumn", False), (8, "spring", False)],
)
def test_the_receiving_setting_is_asked_for_before_a_move(year: int, term: str, asked: bool) -> None:
    told = answers("good_practice", year_group=year, meeting_term=term, prompt_receiving_setting=0)
    assert told.get("receiving_setting_invited", "not asked") == (False if asked else "not asked")


@pytest.mark.parametrize("check", ["targets_drafted", "attainment_ready", "views_ready", "release", "confidential"])
def test_what_a_plan_does_not_date_cannot_be_told(check: str) -> None:
    assert answers("good_practice", child_attended=False)[check] is None


def test_premium_is_not_asked_for_past_sixteen_nor_homework_in_early_years() -> None:
    assert not {"use_agreed", "within_the_sum", "linked_to_targets"} & answers("good_practice", "P16").keys()
    assert "homework" not in answers("good_practice", "EY")


def test_the_seven_statutory_points_are_those_that_the_contract_prints() -> None:
    points = [check for check in load_rubric("statutory").data.checks if check.about == "Seven points"]
    assert {f"compliance_{name}" for name in COMPLIANCE} == {check.when for check in points}
    for check in points:
        assert check.when is not None
        assert answers("statutory", **{check.when: True})[check.id] is True
        assert answers("statutory", **{check.when: False})[check.id] is False


@pytest.mark.parametrize(
    ("check", "values", "met"),
    [
        ("first_in_time", {"first_pep": True, "first_pep_working_days": 20}, True),
        ("first_in_time", {"first_pep": True, "first_pep_working_days": 21}, False),
        ("emergency_in_time", {"emergency_placement": True, "emergency_pep_working_days": 11}, False),
        ("held_when_due", {"meeting_late_working_days": 0}, True),
        ("held_when_due", {"meeting_late_working_days": 1}, False),
        ("reviewed_each_term", {"first_pep": False, "terms_since_previous_meeting": 2}, False),
        ("next_meeting_set", {"next_meeting_set": True}, True),
    ],
)
def test_the_statutory_times(check: str, values: Values, met: bool) -> None:
    assert answers("statutory", **values)[check] is met


def test_past_sixteen_six_months_count_instead_of_terms() -> None:
    told = answers("statutory", "P16", first_pep=False, months_since_previous_meeting=7)
    assert told["post_16_in_time"] is False and "reviewed_each_term" not in told
    assert "first_in_time" not in told


def test_each_answer_shows_its_words_on_a_real_plan() -> None:
    found = find_evidence(recognise(read(GOLD / "a2-01.docx")))
    checks: list[CheckResult] = [
        *load_rubric("good_practice").rate(found).checks,
        *load_rubric("statutory").rate(found).checks,
    ]
    by_id = {check.id: check for check in checks}
    assert by_id["designated_teacher_in_time"].met is True
    assert [found.evidence[id].quote for id in by_id["designated_teacher_in_time"].evidence] == [
        "6 Nov 2025",
        "13/11/2025",
    ]
    assert by_id["twelve_weeks"].met is False
    for check in checks:
        assert check.reason and check.source
