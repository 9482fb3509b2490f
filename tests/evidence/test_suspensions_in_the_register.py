"""A suspension that the part on suspensions leaves out shows in the register."""

from __future__ import annotations

import pytest

from pepinsight.rubrics import load_rubric
from tests.evidence.making_peps import findings_of

PART = "Suspensions and exclusions"


@pytest.mark.parametrize(("codes", "level"), [("I 6, M 2, E 2", "SB"), ("I 6, M 2, E 0", "NA"), ("I 6, M 2", "NA")])
def test_none_stands_against_sessions_coded_for_one(codes: str, level: str) -> None:
    parts = {
        "Attendance": [[("Attendance", "93.4%"), ("Absence codes", codes)]],
        PART: [[("Any suspensions?", "No")]],
        "Minutes of the meeting": ["Maths talked about, 4 of 6 units done."],
    }
    sections = load_rubric("birmingham").rate(findings_of(parts)).sections
    assert next(section.rule_level for section in sections if section.id == "C_exclusions") == level


def test_a_code_that_the_form_prints_shows_nothing() -> None:
    found = findings_of({"Attendance": [[("Attendance", "97%"), ("Sessions coded E", "")]]})
    assert found.value("attendance_shows_suspension") is False
