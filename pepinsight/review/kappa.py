"""Cohen's kappa with quadratic weights, and how far chance may have moved it. Plain numbers, no levels' names."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.float64]
"""How often one rater gave the row's level and the other the column's; further axes may stand before these two."""


def counted(pairs: Iterable[tuple[int, int]], levels: int) -> Counts:
    """The counts of pairs of levels' places."""
    found = np.zeros((levels, levels))
    for one, two in pairs:
        found[one, two] += 1
    return found


def weighted_kappa(counts: Counts) -> Counts:
    """Kappa of each table of counts: 1 is full agreement, 0 what chance would give. Where both raters gave one and the
    same level throughout, and so kappa is not defined, it is 1. An empty table gives NaN."""
    places = np.arange(counts.shape[-1])
    off = (places[:, None] - places) ** 2
    total = counts.sum(axis=(-2, -1))
    differ = (counts * off).sum(axis=(-2, -1))
    by_chance = np.einsum("...i,...j,ij->...", counts.sum(axis=-1), counts.sum(axis=-2), off)
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Counts = np.where(by_chance > 0, 1 - differ * total / by_chance, np.where(total > 0, 1.0, np.nan))
    return np.clip(found, -1, 1)  # its bounds, which rounding can leave by a hair


def redraws(peps: int, rounds: int) -> Counts:
    """How often each of so many PEPs comes up when they are drawn anew with replacement: rounds by PEPs. The same
    every time, so that the same ratings give the same interval."""
    return np.random.default_rng(0).multinomial(peps, np.full(peps, 1 / peps), size=rounds).astype(np.float64)


def drawn_anew(by_pep: Counts, drawn: Counts) -> Counts:
    """The counts of each redraw; ``by_pep`` are each PEP's counts: a PEP is drawn with all that was said of it."""
    found: Counts = np.einsum("rp,pij->rij", drawn, by_pep)
    return found


def shares_same(counts: Counts) -> Counts:
    """The share of pairs with the same level, of each table of counts; NaN for an empty one."""
    with np.errstate(invalid="ignore"):
        found: Counts = np.trace(counts, axis1=-2, axis2=-1) / counts.sum(axis=(-2, -1))
    return found
