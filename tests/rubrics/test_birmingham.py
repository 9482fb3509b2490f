"""Birmingham's roll-up (seed 000, line 69) and its two special outcomes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making_rubrics import findings

from pepinsight.evidence import Value
from pepinsight.rubrics import load_rubric

RUBRIC = load_rubric("birmingham")
SECTIONS = [section.id for section in RUBRIC.data.sections]
BEST_FIRST = ("outstanding", "good", "requires_improvement", "inadequate", "no_evidence")


def overall(**levels: str) -> str:
    return RUBRIC.overall({section: levels.get(section, "OT") for section in SECTIONS}).level


def test_all_fourteen_sections_are_there() -> None:
    school = "education attendance attainment targets part_time exclusions send semh careers achievements"
    expected = ["A", "B", *(f"C_{part}" for part in school.split(" ")), "D_carer", "E_meeting"]
    assert expected == SECTIONS


@pytest.mark.parametrize(
    ("levels", "judgement"),
    [
        ({}, "good"),
        ({"A": "ET", "B": "ET"}, "good"),
        ({"A": "ET", "B": "ET", "C_send": "ET"}, "outstanding"),
        ({"A": "ET", "B": "ET", "C_send": "ET", "C_semh": "NA"}, "outstanding"),
        ({"A": "ET", "B": "ET", "C_send": "ET", "C_semh": "BT"}, "requires_improvement"),
        ({"C_semh": "SB"}, "inadequate"),
        ({"B": "SB"}, "inadequate"),
        ({"E_meeting": "SB"}, "no_evidence"),
        ({"E_meeting": "SB", "B": "SB"}, "no_evidence"),
        (dict.fromkeys(SECTIONS, "NA"), "NA"),
    ],
)
def test_the_judgement_follows_the_levels(levels: dict[str, str], judgement: str) -> None:
    assert overall(**levels) == judgement


def test_the_reason_counts_the_levels_and_leaves_out_what_does_not_apply() -> None:
    reason = RUBRIC.overall({"A": "OT", "B": "BT", "C_careers": "NA"}).reason
    assert "1 On target, 1 Below target" in reason


@pytest.mark.parametrize("levels", [{"A": "OTT"}, {"AA": "OT"}])
def test_a_level_or_section_that_it_does_not_have_is_refused(levels: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="has no"):
        RUBRIC.overall(levels)


LEVELS = st.fixed_dictionaries({section: st.sampled_from((*RUBRIC.levels, "NA")) for section in SECTIONS})


@given(LEVELS)
def test_any_levels_lead_to_a_judgement(levels: dict[str, str]) -> None:
    assert RUBRIC.overall(levels).level in (*BEST_FIRST, "NA")


@given(LEVELS, st.sampled_from(SECTIONS))
def test_a_better_section_never_makes_a_worse_judgement(levels: dict[str, str], section: str) -> None:
    order = RUBRIC.levels
    if levels[section] in ("NA", order[0]):
        return
    better = {**levels, section: order[order.index(levels[section]) - 1]}
    before, after = RUBRIC.overall(levels).level, RUBRIC.overall(better).level
    assert BEST_FIRST.index(after) <= BEST_FIRST.index(before)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "ET"),
        ({"education_told": 70}, "OT"),
        ({"education_told": 70, "minutes_on_training": 1}, "ET"),
        ({"education_facts": 1}, "BT"),
        ({"education_facts": 1, "education_filled": 3}, "SB"),
        ({"education_facts": 1, "education_blank": 4}, "SB"),
    ],
)
def test_education_is_exceeding_where_it_is_gone_into_and_below_where_answers_are_short(
    change: dict[str, Value], expected: str
) -> None:
    values: dict[str, Value] = {
        **dict.fromkeys(("education_blank", "minutes_on_training", "minutes_on_trauma", "targets_on_trauma"), 0),
        **dict.fromkeys(("minutes_on_transition", "targets_on_transition", "transition_facts"), 0),
        "education_filled": 5,
        "education_facts": 18,
        "education_words": 120,
        "education_told": 110,
        "education_taken_up": 1,
        "trauma_words": 40,
        "trauma_facts": 5,
        "alternative_stated": False,
        "alternative_elsewhere": 0,
        "year_group": 8,
    }
    rated = RUBRIC.rate(findings({**values, **change}))
    assert next(section.rule_level for section in rated.sections if section.id == "C_education") == expected


@pytest.mark.parametrize(
    ("facts", "share", "expected"),
    [
        (6, 0.2, "BT"),
        (6, None, "SB"),
        (12, None, "BT"),
        (12, 0.45, "SB"),
        (24, 0.45, "BT"),
        (24, 0.6, "SB"),
        (4, 0.1, "SB"),
    ],
)
def test_care_information_mostly_blank_is_no_more_than_the_system_fills_in(
    facts: int, share: float | None, expected: str
) -> None:
    values: dict[str, Value] = {"care_facts": facts, "care_blank_share": share, "care_blank": 4}
    rated = RUBRIC.rate(findings(values))
    assert next(section.rule_level for section in rated.sections if section.id == "A") == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "ET"),
        ({"attainment_facts": 6}, "OT"),
        ({"attainment_rows": 6, "attainment_target_share": 0.67, "attainment_track_share": 0.67}, "BT"),
        ({"attainment_rows": 9, "attainment_target_share": 0.67, "attainment_track_share": 0.67}, "ET"),
        ({"attainment_rows": 9, "attainment_target_share": 0.55, "attainment_track_share": 0.55}, "OT"),
        ({"attainment_current_share": 0.0, "attainment_in_words": 2}, "BT"),
        ({"attainment_current_share": 0.0, "attainment_in_words": 1}, "SB"),
    ],
)
def test_gaps_in_a_short_list_of_subjects_weigh_more_than_in_a_long_one(
    change: dict[str, Value], expected: str
) -> None:
    values: dict[str, Value] = {
        **dict.fromkeys(("attainment_current_share", "attainment_target_share", "attainment_track_share"), 1.0),
        **dict.fromkeys(("minutes_on_attainment", "targets_smart", "attainment_in_words"), 3),
        "attainment_rows": 6,
        "attainment_facts": 14,
        "attainment_previous": True,
        "minutes_facts_on_attainment": 9,
        "targets_on_attainment": 2,
        "meeting_not_held": False,
    }
    rated = RUBRIC.rate(findings({**values, **change}))
    assert next(section.rule_level for section in rated.sections if section.id == "C_attainment") == expected


@pytest.mark.parametrize(
    ("always", "further", "in_detail", "expected"),
    [
        (9, 6, 11, "ET"),
        (8, 7, 8, "ET"),
        (9, 6, 6, "OT"),
        (8, 4, 12, "OT"),
        (7, 2, 5, "OT"),
        (5, 2, 6, "BT"),
        (8, 3, 2, "BT"),
        (2, 0, 0, "BT"),
    ],
)
def test_minutes_are_rated_by_how_many_topics_they_hold_and_how_many_of_them_are_gone_into(
    always: int, further: int, in_detail: int, expected: str
) -> None:
    values: dict[str, Value] = {
        "meeting_not_held": False,
        "minutes_carried_over_share": 0.0,
        "minutes_topics": always,
        "minutes_further_topics": further,
        "minutes_topics_in_detail": in_detail,
        "minutes_words": 200,
        "minutes_sentences": 12,
    }
    rated = RUBRIC.rate(findings(values))
    assert next(section.rule_level for section in rated.sections if section.id == "E_meeting") == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "OT"),
        ({"part_time_facts": 9}, "ET"),
        ({"part_time_facts": 9, "return_plan_mentioned": True}, "OT"),
        ({"part_time_facts": 9, "part_time_stated": True}, "OT"),
        ({"full_time_stated": False, "part_time_stated": True}, "BT"),
        ({"full_time_stated": False, "part_time_stated": True, "return_plan_timed": True}, "OT"),
        ({"full_time_stated": False, "part_time_stated": True, "return_plan_steps": 2, "part_time_facts": 9}, "ET"),
        ({"full_time_stated": False, "part_time_stated": True, "return_plan_steps": 2, "part_time_facts": 3}, "OT"),
        ({"part_time_facts": 9, "part_time_unsettled": 1}, "BT"),
        ({"part_time_facts": 9, "arrangements_contradicted": 1}, "BT"),
        ({"full_time_stated": False, "part_time_words": 0}, "SB"),
    ],
)
def test_arrangements_are_exceeding_in_detail_and_on_target_where_full_time_or_a_return_to_it_is_told(
    change: dict[str, Value], expected: str
) -> None:
    values: dict[str, Value] = {
        **dict.fromkeys(("part_time_unsettled", "return_plan_steps", "arrangements_contradicted"), 0),
        **dict.fromkeys(("part_time_elsewhere", "alternative_elsewhere", "part_time_days"), 0),
        **dict.fromkeys(("part_time_stated", "alternative_stated", "return_plan_timed"), False),
        "return_plan_mentioned": False,
        "full_time_stated": True,
        "part_time_facts": 3,
        "part_time_words": 20,
    }
    rated = RUBRIC.rate(findings({**values, **change}))
    assert next(section.rule_level for section in rated.sections if section.id == "C_part_time") == expected
