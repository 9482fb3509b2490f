"""Agreement figures: what counts as far off, and what is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pepinsight.review.agreement import agreement

LEVELS = ("ET", "OT", "BT", "SB")


def test_full_agreement_is_one_and_the_opposite_is_below_zero() -> None:
    assert agreement([("ET", "ET"), ("SB", "SB")], LEVELS).qwk == pytest.approx(1.0)
    assert agreement([("ET", "SB"), ("SB", "ET")], LEVELS).qwk == pytest.approx(-1.0)


def test_a_slip_of_one_level_costs_less_than_one_of_three() -> None:
    base = [("ET", "ET"), ("OT", "OT"), ("BT", "BT"), ("SB", "SB")]
    near = agreement([*base, ("ET", "OT")], LEVELS)
    far = agreement([*base, ("ET", "SB")], LEVELS)
    assert near.qwk is not None
    assert far.qwk is not None
    assert near.qwk > far.qwk
    assert (near.exact, near.adjacent, far.adjacent) == (0.8, 1.0, 0.8)


def test_sections_that_apply_to_nobody_are_left_out() -> None:
    assert agreement([("NA", "NA"), ("OT", "OT")], LEVELS).n == 1
    assert agreement([("NA", "NA")], LEVELS).qwk is None


@pytest.mark.parametrize(
    ("pair", "off"),
    [(("ET", "NA"), 3), (("OT", "NA"), 2), (("SB", None), 3), (("NA", "ET"), 3), (("NA", "BT"), 2), (("NA", None), 3)],
)
def test_a_wrong_na_or_a_missing_section_counts_as_the_level_furthest_off(
    pair: tuple[str | None, str | None], off: int
) -> None:
    got = agreement([pair], LEVELS)
    assert got.exact == 0.0
    assert got.adjacent == 0.0
    stand_in = {3: ("ET", "SB"), 2: ("OT", "SB")}[off]
    base = [("ET", "ET"), ("OT", "OT"), ("BT", "BT"), ("SB", "SB")]
    worst = min(agreement([*base, stand_in], LEVELS).qwk or 0, agreement([*base, stand_in[::-1]], LEVELS).qwk or 0)
    assert (agreement([*base, pair], LEVELS).qwk or 0) <= worst + 0.2


def test_recall_of_the_lowest_level_counts_only_the_lowest() -> None:
    assert agreement([("SB", "SB"), ("SB", "BT"), ("ET", "ET")], LEVELS).lowest_recall == 0.5
    assert agreement([("ET", "ET")], LEVELS).lowest_recall is None


def test_a_level_of_another_rubric_is_refused() -> None:
    with pytest.raises(ValueError, match="'G' is not one of ET, OT, BT, SB"):
        agreement([("ET", "G")], LEVELS)


LEVEL = st.sampled_from([*LEVELS, "NA", None])


@given(st.lists(st.tuples(LEVEL, LEVEL), max_size=12))
def test_any_pairs_give_figures_within_bounds(pairs: list[tuple[str | None, str | None]]) -> None:
    got = agreement(pairs, LEVELS)
    assert got.n <= len(pairs)
    for share in (got.exact, got.adjacent, got.lowest_recall):
        assert share is None or 0 <= share <= 1
    assert got.qwk is None or -1 <= got.qwk <= 1
