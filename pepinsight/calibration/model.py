"""A rubric's model: per section an ordinal model of its own features, and one blend of them with the rule for all.

The blend is fitted on what the sections' models say of authors they have not seen, so that it learns how far they can
be trusted, and its probabilities are calibrated by that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from pepinsight.calibration.ordinal import Numbers, Ordinal
from pepinsight.evidence.findings import Value
from pepinsight.rubrics import SectionRating

Values = Mapping[str, Value]
"""Features' values by name."""
Ladders = Mapping[str, Sequence[str]]
"""The values of features that are words, worst first."""

WIDEST = 2.5
"""How far from the mean, in standard deviations, a value counts: a PEP of any length is judged within what was seen."""
SUREST = 4.0
"""How far from even a section's model is believed, in log odds."""
CUES = (
    "rule's level", "distance from it", "the section's features", "level that is near", "criteria met",
    "part not recognised",
)  # fmt: skip
"""The columns of the blend."""


def number(value: Value, ladder: Sequence[str] = ()) -> float:
    """A feature as a number: counts by their logarithm, words by their place on the ladder; NaN for "cannot tell"."""
    if value is None or (isinstance(value, str) and value not in ladder):
        return float("nan")
    if isinstance(value, str):
        return float(ladder.index(value))
    if isinstance(value, int) and not isinstance(value, bool):
        return float(np.log1p(max(value, 0)))
    return float(value)


@dataclass(frozen=True, eq=False)
class SectionModel:
    """The features of a section (``signs`` is -1 where less is better), their scale, and the ordinal model of them."""

    names: tuple[str, ...]
    signs: Numbers
    means: Numbers
    spreads: Numbers
    ordinal: Ordinal

    def scaled(self, values: Iterable[Values], ladders: Ladders) -> Numbers:
        """Cases by features, each in standard deviations on the good side of the mean; 0 for what cannot be told."""
        raw = [[number(case.get(name), ladders.get(name, ())) for name in self.names] for case in values]
        scaled = self.signs * (np.array(raw).reshape(-1, len(self.names)) - self.means) / self.spreads
        return np.clip(np.nan_to_num(scaled), -WIDEST, WIDEST)

    def logits(self, values: Iterable[Values], ladders: Ladders) -> Numbers:
        """How far each case lies above each boundary between levels, lowest boundary first."""
        return self.ordinal.logits(each_boundary(self.scaled(values, ladders), len(self.ordinal.cuts)))

    def behind(self, values: Values, ladders: Ladders, up: bool) -> tuple[str, ...]:
        """The features that speak for a better level, or for a worse one, strongest first."""
        pull = self.scaled([values], ladders)[0] * self.ordinal.weights * (1 if up else -1)
        return tuple(self.names[at] for at in np.argsort(-pull, kind="stable") if pull[at] > 0)


@dataclass(frozen=True, eq=False)
class Model:
    """A rubric's trained model. ``rules`` is the fingerprint of the rules that it was trained beside, ``levels`` stand
    best first; a section is sure from ``sure_from`` on, and ``near`` more where the rule itself is unsure."""

    rubric: str
    rules: str
    levels: tuple[str, ...]
    ladders: Ladders
    sections: Mapping[str, SectionModel]
    blend: Ordinal
    sure_from: Mapping[str, float]
    near: float
    move_margin: float
    version: str = ""

    def probabilities(self, rating: SectionRating, values: Values) -> dict[str, float]:
        """The probability of each level, best first."""
        own = self.sections[rating.id].logits([values], self.ladders)
        found = self.blend.probabilities(cues([rating], own, self.levels))[0]
        return dict(zip(self.levels, found[::-1].tolist(), strict=True))

    def fits(self, rubric: str, rules: str) -> bool:
        """Whether it was trained beside these rules of this rubric, and on what the blend looks at today: a model of
        one's own may come from an earlier pepinsight."""
        return (self.rubric, self.rules, len(self.blend.weights)) == (rubric, rules, len(CUES))

    def sure(self, rating: SectionRating, confidence: float) -> bool:
        """Whether a suggestion of this confidence may be called sure."""
        return assurance(rating.unsure, confidence, self.near) >= self.sure_from[rating.id]


def assurance(unsure: bool, confidence: float, near: float) -> float:
    """The confidence, less ``near`` where the rule is ``unsure``: a small change in what was counted would move it."""
    return confidence - (near if unsure else 0)


def each_boundary(columns: Numbers, boundaries: int) -> Numbers:
    """Columns that are the same at each boundary, as cases by boundaries by columns."""
    return np.repeat(columns[:, None, :], boundaries, axis=1)


def cues(ratings: Sequence[SectionRating], own: Numbers, levels: Sequence[str]) -> Numbers:
    """What the blend looks at (``CUES``), cases by boundaries by columns; each speaks for being above the boundary."""
    worst_first = list(reversed(levels))
    boundaries = np.arange(1, len(levels))
    rule = np.array([[worst_first.index(rating.rule_level)] for rating in ratings])
    above = rule >= boundaries
    distance = np.clip(rule - boundaries + 0.5, -1.5, 1.5)
    return np.stack(
        [
            np.where(above, 1.0, -1.0),
            distance,
            np.clip(own, -SUREST, SUREST),
            np.array([_near(rating, worst_first) for rating in ratings]),
            np.array([_met(rating, worst_first) for rating in ratings]),
            np.where(above | np.array([[rating.part_found] for rating in ratings]), 0.0, 1.0),
        ],
        axis=2,
    )


def _near(rating: SectionRating, worst_first: Sequence[str]) -> list[float]:
    """1 where the level that a small change leads to is above a boundary and the rule's is not, -1 the other way."""
    rule = worst_first.index(rating.rule_level)
    others = [worst_first.index(level) for level in rating.likely if level in worst_first]
    return [float(sum((o >= at) - (rule >= at) for o in others)) for at in range(1, len(worst_first))]


def _met(rating: SectionRating, worst_first: Sequence[str]) -> list[float]:
    """The share of each level's criteria that are met; where a level has none, whether the rule reaches it."""
    found = []
    for at, level in enumerate(worst_first[1:], 1):
        met = [criterion.met is True for criterion in rating.criteria if criterion.level == level]
        found.append(sum(met) / len(met) if met else float(worst_first.index(rating.rule_level) >= at))
    return found
