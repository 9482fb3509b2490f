"""Sums of pupil premium: how much, for which target, and for which term."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making_plans import Form

from pepinsight.plan.money import amount, sums
from pepinsight.plan.plan import Plan


@pytest.mark.parametrize(
    ("text", "pounds"),
    [
        ("£240", 240.0),
        ("£1,250.50 PP+", 1250.5),
        ("£0", 0.0),
        ("£130 (transport £84, trip £46)", 130.0),
        ("£84 transport and £46 trip", 130.0),
        ("12 x £30", 360.0),
        ("£360 - 12 x £30", 360.0),
        ("£35 books, £135 staff = £170", 170.0),
        ("£80 + £40, total £120", 120.0),
        ("£28 an hour", 28.0),
        ("£280, at £28 an hour", 280.0),
        ("£440 of £770", 440.0),
        ("£1.5k", 1500.0),
        ("£400, Mr Dunn, 4 hours a week for 10 weeks at £10", 400.0),
        ("£160 for the club, 20 sessions at £8; £25 for cards", 185.0),
        ("£210: paints £60, easel £30, a dozen lessons at £10", 210.0),
        ("£330, 10 weeks at £20 a week, £200, and £130 books", 330.0),
        ("£50 books, 10 x £20 tutor", 250.0),
        ("£22 per session, 10 sessions", 220.0),
        ("£220 (£22 per session, 10 sessions)", 220.0),
        ("£20 a week for 10 weeks", 200.0),
        ("£22 an hour for 8 weeks", 22.0),
        ("none", None),
        ("12 sessions", None),
        ("up to £600 may be asked for", None),
    ],
)
def test_what_a_cell_comes_to(text: str, pounds: float | None) -> None:
    assert amount(text) == pounds


@given(st.integers(0, 99_999), st.integers(0, 99))
def test_any_sum_is_read_as_written(pounds: int, pence: int) -> None:
    found = sums(f"Tuition costs £{pounds:,}.{pence:02d} a term, agreed")
    assert [item.pounds for item in found] == [pytest.approx(pounds + pence / 100)]


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    for item in sums(text):
        assert 0 <= item.start < item.end <= len(text)


def lines(plan: Plan) -> list[tuple[float | None, int | None, str | None]]:
    return [(line.amount, line.target, line.when) for line in plan.premium]


def test_last_terms_spend_and_this_terms_plan() -> None:
    plan = (
        Form("12 February 2026")
        .heading("Review of previous targets")
        .table([["Target", "How did it go?", "PP+ spent"], ["Robin will learn bonds", "Met, 18 of 20", "£90"]])
        .heading("New targets")
        .table(
            [
                ["Target", "How", "PP+"],
                ["Robin will read 60 words by 22 May 2026", "Daily teaching", "£150"],
                ["Robin will write a page by 22 May 2026", "Word mats", ""],
                ["Robin will swim ten metres by 22 May 2026", "Lessons", "£75"],
            ]
        )
        .heading("Pupil Premium Plus")
        .para("Autumn term: £210 for tuition, Robin moved up a set.")
        .para("PP+ requested this term: £225")
        .plan()
    )
    assert lines(plan) == [
        (90.0, None, "last"),
        (150.0, 0, "this"),
        (75.0, 2, "this"),
        (210.0, None, "last"),
        (225.0, None, "this"),
    ]


def test_a_table_of_spending_apart_from_the_targets() -> None:
    plan = (
        Form("12 November 2025")
        .heading("Pupil Premium Plus")
        .table([["Item", "Cost"], ["Tuition", "£300"], ["Laptop", "£210"]])
        .plan()
    )
    assert [(line.amount, line.target) for line in plan.premium] == [(300.0, None), (210.0, None)]
    assert plan.quote(plan.premium[0].span).split() == ["Tuition", "£300"]


def test_other_money_is_no_premium() -> None:
    plan = (
        Form()
        .heading("Personal information")
        .para("Robin has £40 in a savings account.")
        .heading("My views")
        .para("I want to earn £10 an hour.")
        .plan()
    )
    assert plan.premium == ()


def test_a_bursary_is_money_but_no_premium_of_the_target() -> None:
    plan = (
        Form()
        .heading("Targets")
        .table([["Target", "How", "16-19 bursary"], ["You will pass the level 2 unit by May 2026", "Workshop", "£64"]])
        .plan()
    )
    assert plan.targets[0].amount is None
    assert lines(plan) == [(64.0, 0, "this")]


def test_a_log_of_what_was_bought_with_its_effect_is_last_terms() -> None:
    plan = (
        Form("12 November 2025")
        .heading("Pupil Premium Plus")
        .table(
            [
                ["Item", "Sessions", "£", "Before", "After", "Worth it?"],
                ["Mentor, Mr Dunn", "8 of 10", "240", "3 exits a day", "1 exit a day", "Yes, the £40 left goes back"],
                ["Word mats", "-", "35", "12/40", "31/40", "Yes"],
            ]
        )
        .plan()
    )
    assert lines(plan) == [(240.0, None, "last"), (35.0, None, "last")]


@pytest.mark.parametrize(
    ("header", "first", "second"),
    [
        (["Item", "For which target", "Amount"], "Target 2", "1"),
        (["Goes on", "Target", "Amount"], "Robin will write a page", "Robin will read 60 words"),
    ],
)
def test_a_sum_elsewhere_is_for_the_target_that_is_named_beside_it(header: list[str], first: str, second: str) -> None:
    plan = (
        Form("12 February 2026")
        .heading("New targets")
        .table(
            [
                ["Target", "How", "By when"],
                ["Robin will read 60 words", "Daily teaching", "22 May 2026"],
                ["Robin will write a page", "Word mats", "22 May 2026"],
            ]
        )
        .heading("Pupil Premium Plus")
        .table([header, ["Mats", first, "£35"], ["Tutor", second, "£200"], ["Snacks", "all", "£20"]])
        .plan()
    )
    assert [(line.amount, line.target) for line in plan.premium] == [(35.0, 1), (200.0, 0), (20.0, None)]


@pytest.mark.parametrize(
    ("text", "pounds"),
    [
        ("£75 (15 breakfasts x £5)", 75.0),
        ("8 rides at £12", 96.0),
        ("£30 per session x 6", 180.0),
        ("£15/week x 4", 60.0),
        ("£20 an hour, 2 hours a week for 6 weeks", 240.0),
        ("£20 x 3 hours", 60.0),
    ],
)
def test_what_is_counted_is_multiplied_whatever_it_is_called(text: str, pounds: float) -> None:
    assert amount(text) == pounds


def test_a_column_that_leaves_out_the_pound_sign_is_read_to_its_end() -> None:
    rows = [
        ["Target", "How", "By when", "PP+"],
        ["Robin will read 40 of the 60 cards", "With Mr Oak after lunch", "12/06/2026", "180"],
        ["Robin will come in on four days of five", "Ms Vale meets him at the gate", "12/06/2026", "60 bus pass"],
    ]
    plan = Form().heading("New targets").table(rows, bold_header=True).plan()
    assert [target.amount for target in plan.targets] == [180, 60]


def test_a_sum_for_several_targets_is_no_single_ones() -> None:
    rows = [
        ["Target", "How", "By when"],
        ["Robin will read 40 of the 60 cards", "With Mr Oak after lunch", "12/06/2026"],
        ["Robin will come in on four days of five", "Ms Vale meets him at the gate", "12/06/2026"],
    ]
    form = Form().heading("New targets").table(rows, bold_header=True)
    plan = form.heading("Pupil premium plus").para("This term £310 of PP+ for targets 1 and 2.").plan()
    assert [target.amount for target in plan.targets] == [None, None]
    assert [(line.amount, line.when) for line in plan.premium] == [(310, "this")]


def test_an_empty_row_of_the_money_table_costs_nothing() -> None:
    rows = [["What", "Cost", "Why"], ["Reading books", "£60", "for home"], ["", "", ""], ["Club", "£40", "drums"]]
    plan = Form().heading("Pupil premium plus").table(rows).plan()
    assert [line.amount for line in plan.premium] == [60, 40]
