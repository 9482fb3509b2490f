"""Days, weeks, months and terms come out as somebody counts them on a wall calendar."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pepinsight.calendar import add_months, add_working_days, count, is_working_day, school_calendar, working_days

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "counts.yaml").read_text(encoding="utf-8"))
DAYS = st.dates(date(2018, 1, 1), date(2032, 12, 31))


def test_the_table_is_long_enough_to_trust() -> None:
    assert len(CASES) >= 40


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["about"]))
def test_a_case_counted_by_hand(case: dict[str, Any]) -> None:
    start, end, unit = case["from"], case["to"], case["unit"]
    counted = school_calendar().terms_between(start, end) if unit == "terms" else count(start, end, unit)
    assert counted == case["count"]


@given(DAYS, DAYS, DAYS)
def test_counts_add_up(one: date, two: date, three: date) -> None:
    first, second, third = sorted((one, two, three))
    assert working_days(first, second) + working_days(second, third) == working_days(first, third)
    assert working_days(third, first) == -working_days(first, third)


@given(DAYS, st.integers(min_value=1, max_value=60))
def test_so_many_working_days_on_is_the_day_on_which_they_have_passed(start: date, number: int) -> None:
    day = add_working_days(start, number)
    assert is_working_day(day) and working_days(start, day) == number


@given(DAYS, st.integers(min_value=0, max_value=30))
def test_months_on_is_the_last_day_within_them(start: date, number: int) -> None:
    assert count(start, add_months(start, number), "months") == number
    assert count(start, add_months(start, number) + timedelta(days=1), "months") == number + 1
