"""A date is read as written, in every way that people in Britain write one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pepinsight.plan.written_dates import dates_in

DAYS = st.dates(date(2005, 1, 1), date(2039, 12, 31))


def ordinal(day: int) -> str:
    ending = "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
WRITERS = {
    "slashes": lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
    "slashes, short": lambda d: f"{d.day}/{d.month}/{d.year % 100:02}",
    "dots": lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    "dots, short": lambda d: f"{d.day:02}.{d.month:02}.{d.year % 100:02}",
    "roman month": lambda d: f"{d.day}.{ROMAN[d.month - 1]}.{d.year}",
    "roman month, short": lambda d: f"{d.day}.{ROMAN[d.month - 1].upper()}.{d.year % 100:02}",
    "dashes": lambda d: f"{d.day:02}-{d.month:02}-{d.year}",
    "month": lambda d: f"{d.day} {d:%B} {d.year}",
    "month, short": lambda d: f"{d.day} {d:%b} {d.year}",
    "month, two figures": lambda d: f"{d.day} {d:%b} {d.year % 100:02}",
    "month, apostrophe": lambda d: f"{d.day} {d:%B} '{d.year % 100:02}",
    "weekday": lambda d: f"{d:%A} {ordinal(d.day)} {d:%B} {d.year}",
    "weekday, short": lambda d: f"{d:%a} {d.day} {d:%b} {d.year}",
    "of": lambda d: f"the {ordinal(d.day)} of {d:%B} {d.year}",
    "month first": lambda d: f"{d:%B} {d.day}, {d.year}",
    "international": lambda d: d.isoformat(),
}


@given(
    DAYS,
    st.sampled_from(sorted(WRITERS)),
    st.sampled_from(["", "Held on ", "w/c ", "by "]),
    st.sampled_from(["", " at 2pm", ", 1.30pm", " 10:41", "."]),
)
def test_every_way_of_writing_gives_the_same_day(day: date, way: str, before: str, after: str) -> None:
    # "3 Feb 26 10:41" could as well be the third at 26 minutes past: nobody is sure
    assume(not (way == "month, two figures" and after == " 10:41"))
    text = before + WRITERS[way](day) + after
    found = dates_in(text)
    assert [item.full for item in found] == [day]
    assert text[found[0].start : found[0].end].strip() in WRITERS[way](day)


@given(DAYS)
def test_a_day_without_its_year_is_found_by_the_days_around_it(day: date) -> None:
    assume((day.month, day.day) != (2, 29))
    (found,) = dates_in(f"Thursday {ordinal(day.day)} {day:%B}")
    assert found.full is None
    assert found.near(day + timedelta(days=40)) == day
    assert found.before(day + timedelta(days=1)) == day
    assert found.after(day - timedelta(days=1)) == day


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2026",
        "45/01/2026",
        "12/13/2026",
        "£1.20.50",
        "10.30am",
        "3.45pm",
        "4-1-2 grades",
        "page 3 of 12",
        "0121 496 0123",
        "95.5%",
        "may be 3 of them",
        "1/2 hour",
        "Year 10/11",
    ],
)
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    assert dates_in(text) == ()


def test_a_short_date_counts_only_where_a_date_is_asked_for() -> None:
    assert dates_in("moved from 3.3 to 10.3") == ()
    assert [(item.day, item.month) for item in dates_in("moved from 3.3 to 10.3", short=True)] == [(3, 3), (10, 3)]
    assert dates_in("3.30pm", short=True) == ()


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text: str) -> None:
    for item in dates_in(text, short=True):
        assert 0 <= item.start < item.end <= len(text)
