"""Walsall's seven questions on a post-16 PEP (seed 001, lines 96 to 109), and the points that inform beside them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml
from making_rubrics import findings, plan

from pepinsight.documents import read
from pepinsight.evidence import Findings, Value, find_evidence
from pepinsight.plan import SectionKind, recognise
from pepinsight.rubrics import Assessment, load_rubric

RUBRIC = load_rubric("walsall")
GOLD = Path(__file__).parents[2] / "corpora" / "gold"
QUESTIONS = [
    "timescale", "care_information", "attendance_contribution", "voice", "strengths_and_areas", "targets_reflect",
    "targets_clear",
]  # fmt: skip
POST_16 = ["a1-06", "a2-06", "b1-06", "b2-06", "b3-06", "c1-06", "c2-06", "c3-06", "c4-06"]

Values = dict[str, Value]

GOOD: Values = {
    "completed_working_days": 4, "terms_since_previous_meeting": 1,
    "care_blank_share": 0.05, "care_facts": 30, "social_worker_update_old": False,
    "compliance_sw_present": True, "compliance_dt_present": True, "compliance_carer_views": True,
    "child_attended": True, "attendance_per_cent": 94.0, "targets_on_attendance": 0,
    "child_voice_statements": 6, "child_voice_words": 90,
    "strengths_told": 4, "learning_areas_told": 3, "social_areas_told": 2,
    "targets_answering_share": 1.0, "subjects_off_track": 2, "off_track_without_target": 0,
    "targets_specific": 3, "targets_achievable": 3, "new_targets": 3,
}  # fmt: skip


def rated(**changed: Value) -> Assessment:
    of = plan({SectionKind.TARGETS: "Pass the mock.", SectionKind.CARE: "Lives with Ann."}, phase="P16")
    return RUBRIC.rate(findings({**GOOD, **changed}, of))


def refused(assessment: Assessment) -> list[str]:
    return [section.id for section in assessment.sections if section.rule_level == "N"]


@cache
def gold(pep: str) -> Findings:
    return find_evidence(recognise(read(GOLD / f"{pep}.docx")))


def test_the_seven_questions_stand_in_the_checklists_order() -> None:
    assert [section.id for section in RUBRIC.data.sections] == QUESTIONS
    assert RUBRIC.levels == ("Y", "N")


def test_seven_times_yes_meets_the_expected_standard() -> None:
    assessment = rated()
    assert refused(assessment) == []
    assert assessment.overall is not None and assessment.overall.level == "meets"


@pytest.mark.parametrize(
    ("changed", "question"),
    [
        ({"completed_working_days": 6}, "timescale"),
        ({"completed_working_days": None}, "timescale"),
        ({"terms_since_previous_meeting": 2}, "timescale"),
        ({"first_pep_completed_working_days": 21}, "timescale"),
        ({"care_blank_share": 0.4}, "care_information"),
        ({"care_blank_share": 0.13}, "care_information"),
        ({"care_facts": 5}, "care_information"),
        ({"social_worker_update_old": True}, "care_information"),
        ({"compliance_sw_present": False}, "attendance_contribution"),
        ({"compliance_dt_present": False}, "attendance_contribution"),
        ({"compliance_carer_views": False}, "attendance_contribution"),
        (
            {"child_attended": False, "compliance_child_voice": False, "child_voice_attempts": 0},
            "attendance_contribution",
        ),
        ({"child_voice_statements": 1, "child_voice_words": 9}, "voice"),
        ({"child_voice_statements": 2, "child_voice_words": 14, "child_voice_refused": True}, "voice"),
        ({"strengths_told": 0}, "strengths_and_areas"),
        ({"social_areas_told": 0}, "strengths_and_areas"),
        ({"social_areas_told": 0, "rag_wellbeing": "green"}, "strengths_and_areas"),
        ({"targets_answering_share": 0.4}, "targets_reflect"),
        ({"off_track_without_target": 1}, "targets_reflect"),
        ({"attendance_per_cent": 71.5}, "targets_reflect"),
        ({"targets_specific": 1}, "targets_clear"),
        ({"targets_achievable": 1}, "targets_clear"),
        ({"new_targets": 1, "targets_specific": 1, "targets_achievable": 1}, "targets_reflect"),
    ],
)
def test_one_thing_wanting_is_one_no_and_goes_to_the_designated_teacher_first(changed: Values, question: str) -> None:
    assessment = rated(**changed)
    assert refused(assessment) == [question]
    assert assessment.overall is not None
    assert assessment.overall.level == "does_not_meet"
    assert "designated teacher is asked first to put it right" in assessment.overall.reason


def test_targets_cannot_reflect_areas_that_nobody_named() -> None:
    assert refused(rated(learning_areas_told=0)) == ["strengths_and_areas", "targets_reflect"]
    assert refused(rated(learning_areas_told=0, voice_acted_on=2)) == ["strengths_and_areas"]


@pytest.mark.parametrize(
    "changed",
    [
        {"attendance_per_cent": 71.5, "targets_on_attendance": 1},
        {"attendance_per_cent": None, "targets_on_attendance": 0},
        {"child_attended": False, "compliance_child_voice": True},
        {"child_attended": False, "compliance_child_voice": False, "child_voice_attempts": 2},
        {"child_voice_statements": 2, "child_voice_words": 27},
        {"child_voice_statements": 1, "child_voice_words": 16, "child_voice_refused": False},
        {"child_voice_statements": 1, "child_voice_words": 24, "child_voice_refused": True},
        {"child_voice_statements": 3, "child_voice_words": 0, "child_voice_without_words": 3},
        {"social_areas_told": 0, "rag_wellbeing": "amber"},
        {"compliance_dt_present": False, "neet_told": True},
    ],
)
def test_what_the_checklist_does_not_ask_refuses_nothing(changed: Values) -> None:
    """A young person in work has no attendance, one who declined was asked, two full answers are a voice, concern for
    well-being is an area of its own, and out of education there is no designated teacher to come."""
    assert refused(rated(**changed)) == []


def test_a_day_that_nobody_wrote_makes_the_answer_unsure() -> None:
    section = rated(completed_working_days=None).sections[0]
    assert (section.rule_level, section.unsure) == ("N", True)
    assert "Cannot tell" in section.criteria[0].reason


def test_nineteen_answers_in_twenty_on_the_labelled_peps_are_right() -> None:
    right, asked = 0, 0
    for pep in POST_16:
        labels = yaml.safe_load((GOLD / f"{pep}.yaml").read_text(encoding="utf-8"))["gold"]["final"]["walsall"]
        given = {section.id: section.rule_level for section in RUBRIC.rate(gold(pep)).sections}
        assert given.keys() == labels.keys()
        right += sum(given[question] == level for question, level in labels.items())
        asked += len(labels)
    assert right >= 0.95 * asked


def test_birmingham_declines_what_walsall_rates_and_the_other_way_round() -> None:
    assert load_rubric("birmingham").rate(gold("a1-06")).applies is False
    of = plan({SectionKind.TARGETS: "Read a book."}, phase="SSA")
    declined = RUBRIC.rate(findings({}, of))
    assert (declined.applies, declined.sections, declined.message) == (
        False,
        (),
        "This rubric covers post-16 PEPs only.",
    )


def answers(**values: Value) -> dict[str, bool | None]:
    return {check.id: check.met for check in rated(**values).checks}


@pytest.mark.parametrize(
    ("values", "check", "met"),
    [
        ({"next_meeting_set": False}, "next_date", False),  # W3
        ({"first_pep": True, "first_pep_completed_working_days": 12}, "first_pep_in_time", True),  # W4
        ({"prompt_adviser_listed": 0}, "adviser", False),  # W4
        ({"first_pep": True, "prompt_virtual_school_there": 1}, "virtual_school_at_first", True),  # W4
        ({"neet_told": True, "short_training_told": False, "eet_barriers": 0}, "barriers", False),  # W5
        ({"custody_told": True}, "custody", True),  # W5
        ({"course_at_level_one": True, "exam_arrangements_told": 0}, "exam_arrangements", False),  # W5
        ({"key_contacts": 5}, "key_contacts", True),  # W5
        ({"sw_signed": False}, "social_worker_signed", False),  # W5
        ({"attainment_level_share": 1.0, "attainment_target_share": 1.0, "attainment_current_share": 0.5},
         "levels_told", False),  # W6
        ({"attainment_progress_share": 1.0, "attainment_track_share": 1.0}, "progress_told", True),  # W6
        ({"subjects_off_track": 2, "off_track_without_help": 1}, "help_where_less", False),  # W6
        ({"maths_level_recorded": True}, "maths", True),  # W6
        ({"english_level_recorded": False}, "english", False),  # W6
        ({"targets_short_term": 2, "targets_longer_term": 0}, "shorter_and_longer", False),  # W7
        ({"targets_on_careers": 1}, "toward_aspiration", True),  # W7
        ({"targets_child_centred": 0, "prompt_wider_target": 1}, "wider", True),  # W7
        ({"aspiration_requirements": 2, "aspiration_route": 0}, "requirements", False),  # W7
        ({"child_attended": False, "child_absence_explained": True, "compliance_child_voice": True},
         "came_or_why_not", True),  # W8
        ({"supporters_heard": 1}, "all_supporters", False),  # W8
        ({"attendance_per_cent": 71.0, "attendance_reasons": 0, "attendance_actions": 2, "targets_on_attendance": 1},
         "low_attendance_explained", False),  # W8
        ({"attendance_per_cent": 71.0, "attendance_reasons": 2, "attendance_actions": 0, "targets_on_attendance": 1},
         "low_attendance_explained", True),  # W8
        ({"rag_participation": "none"}, "participation", False),  # W8
        ({"rag_wellbeing": "amber"}, "wellbeing", True),  # W8
        ({"previous_actions_followed_up": 2}, "actions_followed_up", True),  # W8
        ({"actions_owned_and_dated": 0}, "actions", False),  # W8
        ({"prompt_whole_year_shown": 1}, "whole_year", True),  # W8
        ({"after_this_stage_words": 40}, "after_year_14", True),  # W8
        ({"written_to_child": False}, "to_the_young_person", False),  # W9
    ],
)  # fmt: skip
def test_a_finer_point_is_told_and_moves_no_answer(values: Values, check: str, met: bool) -> None:
    assert answers(**values)[check] is met
    assert refused(rated(**values)) == []


@pytest.mark.parametrize(
    ("values", "check"),
    [
        ({"neet_told": False, "short_training_told": False}, "barriers"),
        ({"custody_told": False}, "custody"),
        ({"course_at_level_one": False}, "exam_arrangements"),
        ({"attendance_per_cent": 93.0}, "low_attendance_explained"),
        ({"first_pep": False}, "virtual_school_at_first"),
        ({"subjects_off_track": 0}, "help_where_less"),
    ],
)
def test_a_point_that_does_not_apply_is_not_asked(values: Values, check: str) -> None:
    assert check not in answers(**values)
