"""Sums as schools write them down: by reckoning, in part, and beside the name of the fund."""

from __future__ import annotations

import pytest

from pepinsight.plan.money import amount


@pytest.mark.parametrize(
    ("text", "pounds"),
    [
        ("half of the £500", 250.0),
        ("25% of £400", 100.0),
        ("From PP+: 300", 300.0),
        ("300 from PP+", 300.0),
        ("GBP 300", 300.0),
        ("PP+ 2025", None),
        ("PP+ review 12 March", None),
        ("10 hrs tuition @ £32/hr", 320.0),
        ("6 x 1 hour at £40", 240.0),
        ("£32 p/h for 10 hours", 320.0),
        ("£15 weekly for 12 weeks", 180.0),
        ("twelve sessions at £15", 180.0),
        ("£15 each for 12 sessions", 180.0),
        ("2 hrs per week x 10 weeks x £20", 400.0),
        ("£120 of the remaining £200", 120.0),
        ("£300 (£200 left)", 300.0),
        ("Year 8 tuition at £30", 30.0),
        ("£30 for 10 weeks", 30.0),
    ],
)
def test_what_a_reckoning_comes_to(text: str, pounds: float | None) -> None:
    assert amount(text) == pounds
