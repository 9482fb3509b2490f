"""Between which figures the truth is likely to lie, when only some PEPs were looked at."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``low`` to ``high``, both included."""

    low: float
    high: float


def wilson(share: float, n: int, likely: float) -> Interval:
    """Wilson's interval for a share seen among ``n``; it keeps within 0 and 1, also for few (Wilson 1927).

    Raises ValueError when ``n`` is not positive.
    """
    if n <= 0:
        raise ValueError("there is no interval without anything counted")
    from scipy.stats import norm  # here, since its import is slow and only reports need it

    z = float(norm.ppf((1 + likely) / 2))
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    reach = z / (1 + z * z / n) * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return Interval(min(share, max(0.0, middle - reach)), max(share, min(1.0, middle + reach)))


def spread(figures: NDArray[np.float64], likely: float) -> Interval | None:
    """The middle part of figures from redraws, those left out that could not be told; None when none could."""
    told = figures[~np.isnan(figures)]
    if not len(told):
        return None
    low, high = np.quantile(told, [(1 - likely) / 2, (1 + likely) / 2])
    return Interval(float(low), float(high))
