"""Redcar & Cleveland's framework (seed 002, lines 352 to 477): nine rows, gold, best fit, three phases, prompts."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from making_rubrics import findings, plan

from pepinsight.documents import read
from pepinsight.evidence import Value, find_evidence
from pepinsight.plan import Field, Plan, SectionKind, Span, recognise
from pepinsight.rubrics import Assessment, load_rubric

RUBRIC = load_rubric("redcar")
GOLD = Path(__file__).parents[2] / "corpora" / "gold"
ROWS = ["timeframes", "general", "education", "attainment", "views", "meeting", "targets", "premium", "overall_quality"]

Values = dict[str, Value]


@cache
def gold(pep: str) -> Assessment:
    return RUBRIC.rate(find_evidence(recognise(read(GOLD / f"{pep}.docx"))))


def level(row: str, values: Values, phase: str = "SSA") -> str:
    of = plan({SectionKind.TARGETS: "Read a book.", SectionKind.CARE: "Lives with Ann."}, phase=phase)
    found = RUBRIC.rate(findings({"phase": phase, **values}, of))
    return next(section.rule_level for section in found.sections if section.id == row)


def test_the_eight_rows_and_the_ninth_on_the_whole_stand_in_order() -> None:
    assert [section.id for section in RUBRIC.data.sections] == ROWS
    assert [section.id for section in RUBRIC.data.sections if section.of_overall] == ["overall_quality"]
    assert RUBRIC.graded_levels == ("G", "A", "R")


@pytest.mark.parametrize(
    ("days", "late", "expected"),
    [(5, 0, "GO"), (6, 0, "G"), (10, 0, "G"), (11, 0, "A"), (20, 0, "A"), (21, 0, "R"), (33, 0, "R"),
     (4, 1, "A"), (4, 10, "A"), (4, 11, "R"), (10, None, "G")],
)  # fmt: skip
def test_timeframes_are_held_to_working_days(days: int, late: int | None, expected: str) -> None:
    values: Values = {
        "completed_working_days": days,
        "meeting_late_working_days": late,
        "meeting_not_held": False,
    }
    assert level("timeframes", values) == expected


NOTES: Values = {
    "meeting_not_held": False,
    "previous_targets_reviewed": "brief",
    "previous_targets_reviewed_share": 1.0,
    "minutes_told": 40,
    "minutes_topics": 3,
    "minutes_further_topics": 1,
    "minutes_topics_in_detail": 0,
    "child_voice_in_minutes": 0,
}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "A"),
        ({"minutes_told": 12}, "A"),
        ({"minutes_topics": 2}, "R"),
        ({"previous_targets_reviewed": "none"}, "R"),
        ({"previous_targets_reviewed": "none", "child_voice_in_minutes": 1}, "A"),
        ({"previous_targets_reviewed": "none", "minutes_topics_in_detail": 5}, "A"),
    ],
)
def test_short_notes_give_some_insight_by_their_topics_and_a_word_on_last_terms_targets(
    change: Values, expected: str
) -> None:
    assert level("meeting", {**NOTES, **change}) == expected


@pytest.mark.parametrize(
    ("reviewed", "share", "topics", "told", "expected"),
    [
        ("detailed", 1.0, 8, 60, "G"),
        ("detailed", 1.0, 4, 150, "G"),
        ("detailed", 1.0, 4, 60, "A"),
        ("brief", 1.0, 8, 150, "G"),
        ("brief", 1.0, 8, 60, "A"),
        ("brief", 0.3, 8, 150, "A"),
        ("none", 0.0, 8, 150, "A"),
    ],
)
def test_targets_evaluated_in_a_few_words_take_minutes_that_are_both_long_and_wide(
    reviewed: str, share: float, topics: int, told: int, expected: str
) -> None:
    values: Values = {
        **NOTES,
        "previous_targets_reviewed": reviewed,
        "previous_targets_reviewed_share": share,
        "minutes_topics": topics,
        "minutes_further_topics": 4,
        "minutes_told": told,
        "child_voice_in_minutes": 1,
    }
    assert level("meeting", values) == expected


def test_a_completion_that_nobody_dated_is_amber_and_unsure_rather_than_red() -> None:
    values: Values = {"meeting_late_working_days": 0, "meeting_not_held": False}
    section = RUBRIC.rate(findings(values)).sections[0]
    assert (section.rule_level, section.unsure, section.likely) == ("A", True, ("G", "A"))


def test_a_meeting_that_did_not_take_place_is_red_in_timeframes_and_record() -> None:
    values: Values = {"completed_working_days": 3, "meeting_not_held": True, "minutes_facts": 60}
    assert level("timeframes", values) == "R"
    assert level("meeting", {**values, "previous_targets_reviewed": "detailed"}) == "R"


def fields(filled: int, blank: int) -> Plan:
    """A plan whose care part has so many fields, answered and not."""
    made = plan({SectionKind.CARE: "Lives with Ann."})
    answered = Field(Span(0, 5), Span(6, 15), None, SectionKind.CARE, blank=False)
    empty = replace(answered, value=Span(15, 15), blank=True)
    return replace(made, fields=(answered,) * filled + (empty,) * blank)


@pytest.mark.parametrize(
    ("facts", "filled", "blank", "expected"),
    [(16, 12, 0, "G"), (16, 11, 1, "A"), (34, 11, 1, "G"), (34, 10, 2, "A"), (7, 11, 2, "A"), (7, 10, 4, "R")],
)
def test_one_general_field_may_be_blank_where_the_others_tell_much(
    facts: int, filled: int, blank: int, expected: str
) -> None:
    values: Values = {
        "phase": "SSA",
        "care_facts": facts,
        "care_blank_share": blank / (filled + blank),
        "care_plan_given": True,
        "contact_given": True,
    }
    rated = RUBRIC.rate(findings(values, fields(filled, blank)))
    assert next(section.rule_level for section in rated.sections if section.id == "general") == expected


GOOD_EDUCATION: Values = {
    **dict.fromkeys(("education_facts", "education_words"), 10),
    **dict.fromkeys(("send_facts", "send_words", "send_support", "send_papers"), 0),
    **dict.fromkeys(("minutes_on_attendance", "targets_on_attendance", "minutes_on_semh", "part_time_days"), 0),
    **dict.fromkeys(
        ("arrangements_contradicted", "suspension_elsewhere", "suspension_support", "return_plan_steps"), 0
    ),
    "attendance_recorded": True,
    "attendance_per_cent": 91.0,
    "attendance_reasons": 1,
    "attendance_actions": 1,
    "send_stated_none": True,
    "suspension_stated_none": True,
    "suspension_recorded": 0,
    "semh_support": 1,
    "semh_words": 30,
    "part_time_stated": False,
    "full_time_stated": True,
    "alternative_stated": False,
    "year_group": 4,
}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "G"),
        ({"semh_words": 0, "semh_support": 0}, "G"),
        ({"attendance_reasons": 0}, "G"),
        ({"attendance_reasons": 0, "attendance_actions": 0}, "A"),
        ({"attendance_reasons": 0, "attendance_actions": 0, "attendance_per_cent": 97.0}, "G"),
        ({"arrangements_contradicted": 1}, "A"),
        ({"arrangements_contradicted": 1, "alternative_stated": True}, "G"),
        ({"part_time_stated": True, "full_time_stated": False}, "A"),
        ({"part_time_stated": True, "full_time_stated": False, "return_plan_steps": 1}, "G"),
        ({"part_time_stated": True, "full_time_stated": False, "part_time_days": 3}, "G"),
    ],
)
def test_education_is_green_where_low_attendance_and_part_time_hours_are_accounted_for(
    change: Values, expected: str
) -> None:
    assert level("education", {**GOOD_EDUCATION, **change}) == expected


@pytest.mark.parametrize(
    ("setting", "recorded", "special_need", "well_being", "support", "expected"),
    [(6, True, 4, 0, 0, "A"), (6, True, 0, 0, 0, "R"), (6, False, 0, 5, 1, "A"), (0, True, 2, 2, 1, "R")],
)
def test_education_is_amber_where_three_things_of_five_are_told_in_however_few_words(
    setting: int, recorded: bool, special_need: int, well_being: int, support: int, expected: str
) -> None:
    values: Values = {
        **GOOD_EDUCATION,
        "education_words": setting,
        "attendance_recorded": recorded,
        "attendance_reasons": 0,
        "attendance_actions": 0,
        "send_stated_none": False,
        "send_words": special_need,
        "semh_words": well_being,
        "semh_support": support,
        "arrangements_contradicted": 1,
    }
    assert level("education", values) == expected


GOOD_TARGETS: Values = {
    "new_targets": 3,
    "targets_short_term": 2,
    "targets_longer_term": 1,
    "targets_smart": 3,
    "targets_relevant": 3,
    "targets_measurable": 3,
    "targets_achievable": 3,
    "targets_accountable": 3,
    "targets_set_again": 0,
}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "G"),
        ({"targets_short_term": 3, "targets_longer_term": 0}, "A"),
        ({"targets_smart": 1}, "A"),
        ({"targets_relevant": 1}, "A"),
        ({"targets_set_again": 1}, "A"),
        ({"new_targets": 2, "targets_longer_term": 0, "targets_smart": 2}, "A"),
        ({"new_targets": 2, "targets_short_term": 1, "targets_smart": 1}, "R"),
        ({"targets_smart": 0, "targets_measurable": 0}, "A"),
        ({"targets_smart": 0, "targets_measurable": 0, "targets_accountable": 0}, "R"),
        ({"targets_smart": 0, "targets_measurable": 0, "targets_achievable": 1}, "R"),
        ({"new_targets": 0, "targets_short_term": 0, "targets_longer_term": 0, "targets_smart": 0}, "R"),
    ],
)
def test_targets_want_two_short_ones_and_a_longer_one(change: Values, expected: str) -> None:
    assert level("targets", {**GOOD_TARGETS, **change}) == expected


GOOD_PREMIUM: Values = {
    "new_targets": 3,
    "premium_linked": 2,
    "premium_sums": 4,
    "premium_proper_uses": 2,
    "premium_intervention_types": 1,
    "premium_for_all": 0,
    "premium_outcomes": 1,
    "premium_impact": "some",
    "premium_last_term_sums": 1,
    "targets_set_again": 0,
}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "G"),
        ({"premium_outcomes": 0, "premium_impact": "none"}, "A"),
        ({"premium_for_all": 1}, "A"),
        ({"premium_linked": 0}, "A"),
        ({"premium_linked": 0, "premium_outcomes": 0, "premium_impact": "none"}, "R"),
        ({"targets_set_again": 3}, "R"),
    ],
)
def test_premium_is_costed_against_targets_for_more_than_all_have(change: Values, expected: str) -> None:
    assert level("premium", {**GOOD_PREMIUM, **change}) == expected


def test_views_without_words_count_and_so_does_a_recorded_refusal() -> None:
    shown: Values = {"child_voice_statements": 6, "child_voice_words": 30, "child_voice_without_words": 5,
                     "voice_acted_on": 1, "views_discussed": 0, "child_voice_attempts": 0}  # fmt: skip
    assert level("views", shown) == "G"
    assert level("views", {**shown, "child_voice_without_words": 0}) == "A"
    refused: Values = {"child_voice_statements": 0, "child_voice_words": 0, "voice_acted_on": 0, "views_discussed": 0}
    assert level("views", {**refused, "child_voice_attempts": 3}) == "A"
    assert level("views", {**refused, "child_voice_attempts": 0}) == "R"
    assert level("views", {**shown, "views_carried_over_share": 0.9}) == "R"


def test_attainment_wants_targets_this_term_and_what_is_done() -> None:
    good: Values = {"attainment_current_share": 1.0, "attainment_target_share": 1.0, "attainment_strategies": 1,
                    "targets_smart": 0, "attainment_in_words": 0}  # fmt: skip
    assert level("attainment", good) == "G"
    assert level("attainment", {**good, "attainment_strategies": 0}) == "A"
    assert level("attainment", {**good, "attainment_target_share": 0.2}) == "A"
    assert level("attainment", {**good, "attainment_carried_over_share": 0.9}) == "R"
    assert level("attainment", {**good, "attainment_current_share": 0.2}) == "R"


@pytest.mark.parametrize(
    ("subjects", "share", "expected"), [(6, 1.0, "G"), (6, 0.67, "A"), (12, 0.67, "G"), (12, 0.5, "A")]
)
def test_a_subject_without_a_target_is_a_gap_in_a_short_list(subjects: int, share: float, expected: str) -> None:
    data: Values = {"attainment_current_share": 1.0, "attainment_strategies": 1, "attainment_subjects": subjects}
    assert level("attainment", {**data, "attainment_target_share": share}) == expected


def test_a_pep_of_each_phase_is_rated_and_premium_left_out_after_16() -> None:
    for pep, phase in (("a1-01", "EY"), ("c3-03", "SSA"), ("a1-06", "P16")):
        found = gold(pep)
        assert found.applies and found.findings.plan.phase == phase
        rated = {section.id: section.rule_level for section in found.sections}
        assert list(rated) == ROWS
        assert (rated["premium"] == "NA") is (phase == "P16")
        assert {check.about for check in found.checks} >= {"Curriculum", "Educational needs", "Study support"}


def test_no_sdq_is_asked_for_in_early_years() -> None:
    asked = {pep: {check.id for check in gold(pep).checks} for pep in ("a1-01", "c3-03")}
    assert "sdq_given" not in asked["a1-01"] and "sdq_given" in asked["c3-03"]


def test_each_transition_year_has_its_own_prompt_and_others_none() -> None:
    def asked(year: int) -> set[str]:
        checks = RUBRIC.rate(findings({"year_group": year, "phase": "SSA"})).checks
        return {check.id for check in checks} & {"transition_early", "options_advice", "post_16_transition"}

    assert [asked(year) for year in (-1, 1, 2, 6, 7, 8, 9, 11)] == [
        {"transition_early"}, set(), {"transition_early"}, {"transition_early"}, set(), {"options_advice"},
        {"options_advice"}, {"post_16_transition"},
    ]  # fmt: skip


def test_a_prompt_shows_its_words_or_where_it_was_looked_for() -> None:
    found = gold("c3-03")
    checks = {check.id: check for check in found.checks}
    for check in checks.values():
        assert check.reason
        for id in check.evidence:
            item = found.findings.evidence[id]
            assert found.findings.plan.document.text[item.start : item.end] == item.quote
    met = [check for check in checks.values() if check.met]
    missed = [check for check in checks.values() if check.met is False]
    assert any(check.evidence for check in met)
    assert any("looked for" in check.reason.lower() and "found none" in check.reason for check in missed)


@pytest.mark.parametrize(
    ("levels", "judgement"),
    [
        (["G"] * 9, "G"),
        (["GO"] + ["G"] * 8, "GO"),
        (["G"] * 5 + ["A"] * 4, "G"),
        (["GO"] + ["G"] * 4 + ["R"] * 4, "GO"),
        (["G"] * 2 + ["A"] * 6 + ["R"], "A"),
        (["R"] * 5 + ["G"] * 4, "R"),
        (["NA"] * 9, "NA"),
    ],
)
def test_the_overall_is_best_fit_with_its_counts(levels: list[str], judgement: str) -> None:
    overall = RUBRIC.overall(dict(zip(ROWS, levels, strict=True)))
    assert overall.level == judgement
    for level in set(levels) - {"NA"}:
        label = {"GO": "Gold", "G": "Green", "A": "Amber", "R": "Red"}[level]
        assert f"{levels.count(level)} {label}" in overall.reason


def test_between_two_levels_a_person_decides() -> None:
    overall = RUBRIC.overall(dict(zip(ROWS, ["G"] * 4 + ["A"] * 4 + ["NA"], strict=True)))
    assert overall.level not in ("GO", "G", "A", "R")
    assert "4 Green, 4 Amber" in overall.reason
