"""The ordinal model: whole probabilities, in order, that more of a good thing never lowers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from pepinsight.calibration.model import each_boundary
from pepinsight.calibration.ordinal import Ordinal, fit_ordinal

LEVELS = 4
COLUMNS = 3
numbers = st.floats(-3, 3)


def fitted(seed: int) -> Ordinal:
    """Fitted to chance columns of which the first alone tells the level, and the last tells the contrary."""
    chance = np.random.default_rng(seed)
    columns = chance.normal(size=(60, COLUMNS))
    levels = np.clip(np.round(columns[:, 0] * 1.5 + 1.5), 0, LEVELS - 1).astype(np.int64)
    columns[:, 2] = -columns[:, 0]
    return fit_ordinal(each_boundary(columns, LEVELS - 1), levels, 1.0)


MODEL = fitted(1)


@settings(max_examples=50)
@given(arrays(np.float64, (5, COLUMNS), elements=numbers), arrays(np.float64, (5, COLUMNS), elements=st.floats(0, 3)))
def test_probabilities_are_whole_and_more_never_lowers(columns: np.ndarray, more: np.ndarray) -> None:
    before = MODEL.probabilities(each_boundary(columns, LEVELS - 1))
    after = MODEL.probabilities(each_boundary(columns + more, LEVELS - 1))
    assert np.allclose(before.sum(axis=1), 1) and (before >= 0).all()
    at_least_before, at_least_after = (np.cumsum(p[:, ::-1], axis=1) for p in (before, after))
    assert (at_least_after >= at_least_before - 1e-9).all()


@settings(max_examples=30)
@given(arrays(np.float64, (4, LEVELS - 1, COLUMNS), elements=numbers))
def test_cues_that_differ_by_boundary_cannot_turn_the_order_round(cues: np.ndarray) -> None:
    logits = MODEL.logits(cues)
    assert (np.diff(logits, axis=1) <= 0).all()
    assert (MODEL.probabilities(cues) >= 0).all()


def test_no_weight_is_negative_even_where_the_data_ask_for_it() -> None:
    assert MODEL.weights[0] > 1
    assert MODEL.weights[2] == 0


def test_fitting_twice_gives_the_same_numbers() -> None:
    again = fitted(1)
    assert (again.cuts == MODEL.cuts).all() and (again.weights == MODEL.weights).all()


def test_a_level_that_nobody_reached_is_unlikely_but_the_fit_stands() -> None:
    columns = np.array([[0.0], [1.0], [2.0], [0.5]])
    model = fit_ordinal(each_boundary(columns, LEVELS - 1), np.array([0, 1, 1, 0]), 1.0)
    chances = model.probabilities(each_boundary(columns, LEVELS - 1))
    assert np.isfinite(chances).all()
    assert chances[:, 3].max() < 0.2


def test_the_weaker_the_strength_the_closer_to_the_shares() -> None:
    columns = np.repeat([[-1.0], [1.0]], 20, axis=0)
    levels = np.repeat([0, 1], 20)
    chances = [
        fit_ordinal(each_boundary(columns, 1), levels, strength).probabilities(each_boundary(columns[-1:], 1))[0, 1]
        for strength in (0.001, 0.1, 10)
    ]
    assert chances == sorted(chances)
    assert chances[0] == pytest.approx(0.5, abs=0.05)
