"""An ordinal model: a regression with cut points, fitted as cumulative binary models (Frank and Hall) of one slope.

Frank and Hall, "A Simple Approach to Ordinal Classification", ECML 2001. No weight is negative, so that more of what
speaks for a level never lowers its probability; scikit-learn's logistic regression cannot be held to that.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit
from threadpoolctl import threadpool_limits

Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Ordinal:
    """``cuts`` (one a boundary between levels, lowest boundary first) and ``weights`` (one a column, none negative)."""

    cuts: Numbers
    weights: Numbers

    def logits(self, cues: Numbers) -> Numbers:
        """How far each case (rows) lies above each boundary (columns); ``cues`` are cases by boundaries by columns."""
        above: Numbers = cues @ self.weights + self.cuts
        return np.minimum.accumulate(above, axis=1)  # to be above a boundary is to be above all lower ones

    def probabilities(self, cues: Numbers) -> Numbers:
        """The probability of each level (columns, lowest first) for each case; rows add up to 1."""
        above = expit(self.logits(cues))
        edge = np.ones((len(above), 1))
        return -np.diff(np.hstack([edge, above, 0 * edge]), axis=1)


def fit_ordinal(
    cues: Numbers, levels: NDArray[np.int64], strength: float, counts_for: Numbers | None = None
) -> Ordinal:
    """Fit to cases whose level (0 is the lowest) is known. The greater ``strength``, the closer to the data: it is the
    inverse of the penalty on squared weights, as in scikit-learn. ``counts_for`` is how much each case counts (1 each
    where it is None). The result depends on nothing but the arguments."""
    _, boundaries, columns = cues.shape
    above = np.sign(levels[:, None] - np.arange(boundaries) - 0.5)
    heavy = np.ones((len(levels), 1)) if counts_for is None else counts_for[:, None]

    def loss(parameters: Numbers) -> tuple[float, Numbers]:
        cuts, weights = parameters[:boundaries], parameters[boundaries:]
        margin = above * (cues @ weights + cuts)
        slope = -above * expit(-margin) * heavy
        # The cuts are held too, but so loosely that only a level nobody has reached feels it.
        penalty = (weights @ weights + 0.01 * cuts @ cuts) / (2 * strength)
        downhill = np.concatenate([slope.sum(axis=0) + 0.01 * cuts / strength,
                                   np.einsum("ijk,ij->k", cues, slope) + weights / strength])  # fmt: skip
        return float((np.logaddexp(0, -margin) * heavy).sum() + penalty), downhill

    bounds = [(None, None)] * boundaries + [(0.0, None)] * columns
    # Products so small are many times slower when several threads share them, and their sums depend on the threads.
    with threadpool_limits(1):
        found = minimize(loss, np.zeros(boundaries + columns), jac=True, method="L-BFGS-B", bounds=bounds).x
    return Ordinal(found[:boundaries], found[boundaries:])
