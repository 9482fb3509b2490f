"""School terms: the shipped default, an authority's own, and what is told of a day outside them."""

from datetime import date
from pathlib import Path

import pytest

from pepinsight.calendar import Calendar, Term, school_calendar
from pepinsight.data_files import DataFileError

OWN = """\
title: Ashdown
last_days: 3
terms:
  - {name: autumn, starts: 2030-09-03, ends: 2030-12-19, half_term: [2030-10-21, 2030-10-25], pep_by: 2030-12-01}
  - {name: spring, starts: 2031-01-06, ends: 2031-04-04, half_term: [2031-02-17, 2031-02-21]}
"""


def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str = OWN) -> Calendar:
    path = tmp_path / "ashdown.yaml"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setenv("PEPINSIGHT_CALENDAR", str(path))
    return school_calendar()


@pytest.mark.parametrize("start", range(2022, 2028))
def test_each_year_has_its_three_terms_with_final_dates(start: int) -> None:
    calendar = school_calendar()
    year = [calendar.term_of(date(start + after, month, 1)) for after, month in ((0, 12), (1, 3), (1, 7))]
    assert [term.name for term in year if term] == ["autumn", "spring", "summer"]
    for term in year:
        assert term is not None and term.pep_by is not None and term.pep_by < term.ends
        for day in (term.starts, term.ends, term.pep_by):
            assert calendar.is_school_day(day)
        assert term.half_term[0].weekday() == 0 and term.half_term[1].weekday() == 4


def test_the_final_dates_of_2021_22_are_those_of_the_seed() -> None:
    terms = [school_calendar().term_of(day) for day in (date(2021, 12, 3), date(2022, 3, 25), date(2022, 7, 1))]
    assert [term.pep_by for term in terms if term] == [date(2021, 12, 3), date(2022, 3, 25), date(2022, 7, 1)]


def test_holidays_are_told_apart() -> None:
    calendar = school_calendar()
    assert calendar.holiday(date(2026, 2, 18)) == "the half-term holiday of the spring term"
    assert calendar.holiday(date(2025, 12, 22)) == "the holidays after the autumn term"
    assert calendar.holiday(date(2025, 11, 12)) is None
    assert calendar.is_school_day(date(2026, 5, 4)) is False  # the early May bank holiday
    assert calendar.is_school_day(date(2025, 11, 15)) is False  # a Saturday


def test_weeks_of_a_term_leave_half_term_out() -> None:
    calendar = school_calendar()
    assert calendar.week_of(date(2025, 9, 1)) == 1
    assert calendar.week_of(date(2025, 10, 24)) == 8  # the last day before half-term
    assert calendar.week_of(date(2025, 11, 3)) == 9  # the first one after it
    assert calendar.week_of(date(2025, 10, 28)) is None


def test_the_days_left_of_a_term() -> None:
    calendar = school_calendar()
    assert calendar.school_days_left(date(2025, 12, 19)) == 1
    assert calendar.school_days_left(date(2025, 12, 15)) == 5
    assert calendar.school_days_left(date(2025, 10, 24)) == 36  # 1 before half-term, 7 weeks after it
    assert calendar.school_days_left(date(2025, 12, 22)) is None


def test_a_day_outside_the_calendar_is_not_guessed_at() -> None:
    calendar = school_calendar()
    for day in (date(2015, 3, 3), date(2040, 3, 3)):
        assert calendar.term_of(day) is None
        assert calendar.week_of(day) is None
        assert calendar.is_school_day(day) is None


def test_an_authority_brings_its_own_terms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calendar = own(tmp_path, monkeypatch)
    assert (calendar.title, calendar.last_days) == ("Ashdown", 3)
    spring = calendar.term_of(date(2031, 2, 3))
    assert spring is not None and spring.pep_by is None
    assert calendar.term_of(date(2025, 11, 12)) is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (OWN.replace("half_term: [2030-10-21", "halfterm: [2030-10-21"), "line 4: unknown key 'halfterm'"),
        (OWN.replace("starts: 2030-09-03", "starts: 2030-13-03"), "line 4: terms.0.starts"),
        (OWN.replace("pep_by: 2030-12-01", "pep_by: 2031-12-01"), "must fall within the term"),
        (OWN.replace("starts: 2031-01-06", "starts: 2030-12-06"), "starts before the one"),
        ("", "the file is empty"),
    ],
)
def test_a_wrong_file_says_where_and_what(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, says: str
) -> None:
    with pytest.raises(DataFileError, match=r"ashdown\.yaml") as error:
        own(tmp_path, monkeypatch, text)
    assert says in str(error.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEPINSIGHT_CALENDAR", str(tmp_path / "gone.yaml"))
    with pytest.raises(DataFileError, match=r"gone\.yaml: cannot be read"):
        school_calendar()


def test_a_term_that_ends_before_its_half_term_is_refused() -> None:
    with pytest.raises(ValueError, match="half-term"):
        Term(
            name="autumn",
            starts=date(2030, 9, 3),
            ends=date(2030, 10, 18),
            half_term=(date(2030, 10, 21), date(2030, 10, 25)),
        )
