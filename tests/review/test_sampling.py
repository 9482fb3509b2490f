"""A stratified sample: of the size asked, nobody twice, the same for the same seed, and every kind with its share."""

from __future__ import annotations

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pepinsight.review.sampling import Stratum, stratified_sample

STRATUM = st.builds(
    Stratum,
    phase=st.sampled_from(["Early years", "School age", "Post-16"]),
    suggested=st.sampled_from(["Good", "Requires improvement", "Inadequate"]),
    school_year=st.sampled_from(["", "Year 5", "Year 9"]),
    form=st.sampled_from(["birmingham", "other"]),
)
PEPS = st.dictionaries(st.text("0123456789abcdef", min_size=4, max_size=4), STRATUM, min_size=1, max_size=60)


@given(PEPS, st.integers(1, 40), st.integers(0, 2**31))
def test_of_the_size_asked_nobody_twice_and_only_peps_that_are_there(
    peps: dict[str, Stratum], size: int, seed: int
) -> None:
    drawn = stratified_sample(peps, size, seed)
    assert len(drawn) == min(size, len(peps))
    assert len(set(drawn)) == len(drawn)
    assert set(drawn) <= set(peps)


@given(PEPS, st.integers(1, 40), st.integers(0, 2**31))
def test_the_same_seed_draws_the_same_in_whatever_order_the_peps_come(
    peps: dict[str, Stratum], size: int, seed: int
) -> None:
    turned = dict(reversed(peps.items()))
    assert stratified_sample(peps, size, seed) == stratified_sample(turned, size, seed)


@given(PEPS, st.integers(1, 40), st.integers(0, 2**31))
def test_every_phase_and_each_judgement_within_it_has_its_share_to_within_one_pep(
    peps: dict[str, Stratum], size: int, seed: int
) -> None:
    drawn = stratified_sample(peps, size, seed)
    for depth in (1, 2, 3, 4):
        there = Counter(stratum.parts[:depth] for stratum in peps.values())
        taken = Counter(peps[checksum].parts[:depth] for checksum in drawn)
        for kind, count in there.items():
            share = count * len(drawn) / len(peps)
            assert math.floor(share) <= taken[kind] <= math.ceil(share)


def test_another_seed_draws_others() -> None:
    same = Stratum("School age", "Good", "Year 9", "other")
    peps = {f"{number:04x}": same for number in range(100)}
    assert stratified_sample(peps, 10, 1) != stratified_sample(peps, 10, 2)


def test_the_order_of_reading_does_not_tell_the_kind() -> None:
    peps = {f"{at:04x}": Stratum("School age", "Good" if at < 20 else "Inadequate", "", "") for at in range(40)}
    kinds = [peps[checksum].suggested for checksum in stratified_sample(peps, 20, 1)]
    assert kinds not in (sorted(kinds), sorted(kinds, reverse=True))


def test_a_sample_of_none_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        stratified_sample({}, 0, 1)
