"""Lists that rate nothing: each point yes, no or cannot tell, with its evidence; beside a rubric or alone."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest
from making_rubrics import SMALL, findings, plan, rubric_file

from pepinsight.calibration import calibrate_by
from pepinsight.evidence import Value
from pepinsight.plan import PlanKind, SectionKind
from pepinsight.rubrics import CheckResult, load_rubric
from pepinsight.store import payload

LIST = """\
id: points
title: Points to look at
version: "1"
phases: [EY, SSA]
settings:
  few: 2
checks:
  - {id: enough, about: Targets, says: There are targets enough., when: new_targets >= few, source: page 3}
  - {id: here, says: The child is here., when: attendance_per_cent >= 90, reads: [attendance], advice: Ask why.}
  - {id: moved, says: The move is planned., when: transition_facts >= 1, applies: year_group == 6}
  - {id: kind, says: Staff are kind to each other.}
"""
BESIDE = SMALL + "checks:\n  - {id: sums, says: There is a sum., when: premium_sums >= 1}\n"


def checked(folder: Path, text: str = LIST, kind: PlanKind = PlanKind.FULL, **values: Value) -> dict[str, CheckResult]:
    of = plan({SectionKind.TARGETS: "Read a book."}, kind)
    return {one.id: one for one in load_rubric(rubric_file(folder, text)).rate(findings(values, of)).checks}


def test_a_point_is_yes_or_no_with_its_evidence_or_where_it_was_looked_for(tmp_path: Path) -> None:
    found = checked(tmp_path, new_targets=3, attendance_per_cent=82.0, year_group=6, transition_facts=0)
    assert (found["enough"].met, found["enough"].evidence, found["enough"].about) == (True, (0,), "Targets")
    assert (found["here"].met, found["here"].reason, found["here"].advice) == (False, "Attendance: 82%.", "Ask why.")
    assert found["moved"].met is False
    assert found["moved"].reason.startswith("Looked for ") and found["moved"].reason.endswith(" and found none.")


def test_a_point_that_cannot_be_told_says_why(tmp_path: Path) -> None:
    found = checked(tmp_path, kind=PlanKind.SINGLE_TAB, attendance_per_cent=95.0)
    assert (found["enough"].met, found["here"].met, found["kind"].met) == (None, None, None)
    assert "cannot tell" in found["enough"].reason.casefold()
    assert found["here"].reason == "This file does not hold that part of the plan."
    assert "for a person to say" in found["kind"].reason


def test_a_point_that_does_not_apply_is_left_out_and_one_that_may_is_not(tmp_path: Path) -> None:
    assert "moved" not in checked(tmp_path, year_group=4)
    assert "moved" in checked(tmp_path)


def test_a_file_of_checks_alone_rates_nothing(tmp_path: Path) -> None:
    rubric = load_rubric(rubric_file(tmp_path, LIST))
    assessment = rubric.rate(findings({}))
    assert (rubric.kind, assessment.applies, assessment.sections, assessment.overall) == ("checklist", True, (), None)
    other = rubric.rate(findings({}, plan({SectionKind.VIEWS: "I like maths."}, phase="P16")))
    assert (other.applies, other.checks) == (False, ())


def test_checks_beside_a_rubric_change_neither_its_levels_nor_its_rules(tmp_path: Path) -> None:
    without, beside = (load_rubric(rubric_file(tmp_path / name, text)) for name, text in sides(tmp_path))
    values = findings({"new_targets": 3, "premium_sums": 2})
    assert beside.rules == without.rules
    assert beside.rate(values).sections == without.rate(values).sections
    assert [check.met for check in beside.rate(values).checks] == [True]


def sides(folder: Path) -> list[tuple[str, str]]:
    for name in ("without", "beside"):
        (folder / name).mkdir()
    return [("without", SMALL), ("beside", BESIDE)]


def test_checks_are_kept_with_the_suggestion(tmp_path: Path) -> None:
    found = findings({"premium_sums": 2})
    suggestion = calibrate_by(None, load_rubric(rubric_file(tmp_path, BESIDE)).rate(found), found)
    kept = payload.suggestion_from_json(payload.suggestion_to_json(suggestion), found.plan, None)
    assert [asdict(one) for one in kept.assessment.checks] == [asdict(one) for one in suggestion.assessment.checks]


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("new_targets >= few", "new_targts >= few", "line 8: nothing is called 'new_targts'; did you mean"),
        ("year_group == 6", "year_grup == 6", "line 10: nothing is called 'year_grup'"),
        ("id: here", "id: enough", "line 9: the check 'enough' stands twice"),
        ("advice:", "advise:", "line 9: unknown key 'advise'; did you mean 'advice'?"),
    ],
)
def test_a_wrong_point_is_told_with_its_line(tmp_path: Path, right: str, wrong: str, told: str) -> None:
    assert right in LIST
    with pytest.raises(ValueError, match=r"small\.yaml line") as error:
        load_rubric(rubric_file(tmp_path, LIST.replace(right, wrong)))
    assert told in str(error.value)
