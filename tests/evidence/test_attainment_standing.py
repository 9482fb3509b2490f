"""Whether attainment data are of this term, and targets keep to what is expected (seed 002, lines 380 to 383)."""

from __future__ import annotations

import pytest
from making_peps import findings_of

from pepinsight.evidence import Value


def days(header: str, *more: str) -> Value:
    """The age of data in a column with this header, at a meeting on 12 November 2025."""
    table = [["Subject", "Target", header], ["English", "5", "4"], ["Maths", "5", "4"], ["Science", "5", "4"]]
    return findings_of({"Attainment": [table, *more]}).value("attainment_data_days")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Autumn 2025", 0),
        ("Nov 2025", 0),
        ("Assessment 03/10/2025", 40),
        ("Summer 2025", 104),
        ("March 2025", 226),
        ("Current grade", None),
    ],
)
def test_data_are_as_old_as_the_latest_day_month_or_term_named(header: str, expected: int | None) -> None:
    assert days(header) == expected


def test_a_target_for_a_later_day_is_no_data_and_undated_current_data_hide_older_ones() -> None:
    assert days("June 2025", "Target for July 2026: expected.") == 135
    assert days("Working at", "At the end of June 2025 she was below.") is None


def below(*targets: str, year: str = "8") -> Value:
    rows = [["Subject", "Target", "Current"], *(["English", target, "3"] for target in targets)]
    front = {"About me": [[("Year group", year), ("School", "Hollow Lane School")]], "Attainment": [rows]}
    return findings_of(front).value("attainment_targets_below_share")


def test_targets_below_expectation_are_told_by_their_words() -> None:
    assert below("Working towards", "Expected", "Below expected", "Greater depth") == 0.5
    assert below("Expected", "Expected", "Expected") == 0.0
