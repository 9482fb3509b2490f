"""Levels by rule: every plan gets one, changing the file changes it, and it is told when it hangs by a thread."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making_rubrics import SMALL, findings, plan, rubric_file

from pepinsight.evidence import REGISTRY
from pepinsight.plan import PlanKind, SectionKind
from pepinsight.rubrics import Rubric, SectionRating, load_rubric

BIRMINGHAM = load_rubric("birmingham")


@pytest.fixture
def small(tmp_path: Path) -> Rubric:
    return load_rubric(rubric_file(tmp_path))


def rated(rubric: Rubric, section: str, **values: object) -> SectionRating:
    ratings = rubric.rate(findings(values)).sections  # type: ignore[arg-type]
    return next(rating for rating in ratings if rating.id == section)


@pytest.mark.parametrize(("targets", "level"), [(9, "good"), (3, "fair"), (1, "poor"), (0, "poor")])
def test_the_best_level_whose_criteria_are_all_met(small: Rubric, targets: int, level: str) -> None:
    assert rated(small, "targets", new_targets=targets).rule_level == level


def test_changing_only_the_file_moves_the_level(tmp_path: Path) -> None:
    before = load_rubric(rubric_file(tmp_path))
    assert rated(before, "targets", new_targets=3).rule_level == "fair"
    after = load_rubric(rubric_file(tmp_path, SMALL.replace("new_targets >= 5", "new_targets >= 3")))
    assert rated(after, "targets", new_targets=3).rule_level == "good"


def test_a_level_that_a_small_change_would_move_is_unsure_and_names_both(small: Rubric) -> None:
    near = rated(small, "targets", new_targets=4)
    assert (near.rule_level, near.unsure, near.likely) == ("fair", True, ("good", "fair"))
    clear = rated(small, "targets", new_targets=9)
    assert (clear.unsure, clear.likely) == (False, ("good",))


def test_a_setting_is_taken_as_it_is(small: Rubric) -> None:
    below = rated(small, "attendance", attendance_per_cent=94.9, known_part_time=False, year_group=4)
    assert (below.rule_level, below.unsure) == ("poor", False)


def test_a_level_that_hangs_on_what_nobody_knows_is_unsure_until_it_is_stated(small: Rubric) -> None:
    unknown = findings({"attendance_per_cent": 97.0})
    section = small.rate(unknown).sections[1]
    assert (section.rule_level, section.unsure, section.likely) == ("poor", True, ("good", "poor"))
    assert [criterion.met for criterion in section.criteria] == [True, None]
    stated = small.rate(unknown.with_known({"known_part_time": False, "year_group": 4})).sections[1]
    assert (stated.rule_level, stated.unsure) == ("good", False)


def test_a_section_that_does_not_apply_is_na_and_one_that_may_apply_is_rated(small: Rubric) -> None:
    assert rated(small, "attendance", year_group=0).rule_level == "NA"
    assert rated(small, "attendance", year_group=4).rule_level == "poor"
    perhaps = rated(small, "attendance", known_part_time=True)
    assert (perhaps.rule_level, perhaps.unsure, perhaps.likely) == ("poor", True, ("poor", "NA"))


def test_a_print_of_one_tab_is_not_rated_lowest_for_the_others(small: Rubric) -> None:
    tab = plan({SectionKind.TARGETS: "Read a book."}, PlanKind.SINGLE_TAB)
    assessment = small.rate(findings({"new_targets": 5}, tab))
    assert [(s.rule_level, s.not_in_file) for s in assessment.sections] == [("good", False), ("NA", True)]
    assert assessment.overall is None
    assert assessment.message


def test_a_rating_says_whether_the_part_that_it_reads_was_found(small: Rubric) -> None:
    whole = plan({SectionKind.TARGETS: "Read a book."})
    rated = small.rate(findings({"new_targets": 5, "year_group": 4}, whole)).sections
    assert [(rating.rule_level, rating.part_found) for rating in rated] == [("good", True), ("poor", False)]


def test_another_phase_gets_no_levels_and_no_error() -> None:
    sixth_form = plan({SectionKind.VIEWS: "I like maths."}, phase="P16")
    assessment = BIRMINGHAM.rate(findings({}, sixth_form))
    assert (assessment.applies, assessment.sections, assessment.overall) == (False, (), None)
    assert assessment.message is not None
    assert "does not cover" in assessment.message


def test_a_reason_tells_what_was_found_or_where_it_was_looked_for(small: Rubric) -> None:
    found = rated(small, "targets", new_targets=3).criteria[0]
    assert found.reason == "New targets: 3."
    assert found.evidence == (0,)
    none = rated(small, "targets", new_targets=0).criteria[0]
    assert none.reason == "Looked for new targets in Targets and found none."
    untold = rated(small, "attendance").criteria
    assert "cannot tell" in untold[0].reason.casefold()
    assert untold[1].reason.startswith("Nobody has stated")


def value_of(name: str) -> st.SearchStrategy[object]:
    feature = REGISTRY[name]
    if feature.type is bool:
        return st.none() | st.booleans()
    if feature.type is str:
        return st.none() | st.sampled_from(feature.choices or ("", "text"))
    return st.none() | (st.integers(0, 40) if feature.type is int else st.floats(0, 200))


NAMED = sorted({name for expression in BIRMINGHAM.when.values() for name in expression.names if name in REGISTRY})


@given(st.fixed_dictionaries({name: value_of(name) for name in NAMED}))
def test_every_section_gets_a_declared_level_or_na_whatever_was_found(values: dict[str, object]) -> None:
    assessment = BIRMINGHAM.rate(findings(values))  # type: ignore[arg-type]
    assert [rating.id for rating in assessment.sections] == [section.id for section in BIRMINGHAM.data.sections]
    for rating in assessment.sections:
        assert rating.rule_level in (*BIRMINGHAM.levels, "NA")
        assert rating.rule_level in rating.likely
        assert rating.unsure == (len(rating.likely) == 2)
        assert all(criterion.reason.endswith(".") for criterion in rating.criteria)
    assert assessment.overall is not None


def test_what_is_met_though_nothing_can_be_told_says_why(small: Rubric) -> None:
    [criterion] = [one for one in rated(BIRMINGHAM, "B").criteria if one.id == "new_this_term" and one.level == "ET"]
    assert criterion.met is True
    assert criterion.reason.startswith("Cannot tell") and criterion.reason.endswith("so nothing speaks against it.")
    untold = rated(small, "attendance").criteria[1]
    assert untold.met is None and "nothing speaks against it" not in untold.reason
