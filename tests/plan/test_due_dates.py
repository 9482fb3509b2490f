"""When a target is due, where its words give no day: the end of the month or of the school year that they name."""

from __future__ import annotations

from datetime import date

import pytest
from making_plans import Form

from pepinsight.plan.due_dates import due_dates

MEETING = date(2025, 11, 20)  # the child is in Year 8


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("July 2027", [date(2027, 7, 31)]),
        ("Jun-27", [date(2027, 6, 30)]),
        ("by the end of February 2026", [date(2026, 2, 28)]),
        ("End of Y9", [date(2027, 7, 31)]),
        ("Robin will swim a mile by the end of Year 7", [date(2025, 7, 31)]),
        ("by 12 June, then July 2027", [date(2026, 6, 12)]),
        ("scored 14 in July 2025", []),
        ("Working towards at the end of Year 6", []),
        ("by March 18 pupils will sit together", [date(2026, 3, 18)]),
        ("ongoing", []),
    ],
)
def test_a_month_or_a_school_year_says_when_only_where_it_is_a_deadline(text: str, due: list[date]) -> None:
    assert due_dates(Form().para("A plan.").document(), text, MEETING, 8) == due


def test_without_the_childs_year_a_school_year_says_nothing() -> None:
    assert due_dates(Form().para("A plan.").document(), "End of Y9", MEETING, None) == []
