"""Training: labelled sections to a ``Model``. There is no chance in it: the same cases make the same model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from pepinsight.calibration.model import Ladders, Model, SectionModel, Values, assurance, cues, each_boundary, number
from pepinsight.calibration.ordinal import Numbers, Ordinal, fit_ordinal
from pepinsight.calibration.settings import Inputs, Settings
from pepinsight.rubrics import Rubric, SectionRating

FEWEST_AUTHORS = 2
FEWEST_CASES = 24
"""A section with fewer labels gets no model of its own, and its suggestions no confidence."""


@dataclass(frozen=True)
class Case:
    """One section of one PEP: who wrote it, what the rule says, its features' values, and the label.

    ``author`` is whatever is left out together: nothing of it is learnt by the model that it is measured by.
    ``weight`` is how much the label counts, from 0 to 1.
    """

    author: str
    rating: SectionRating
    values: Values
    label: str
    weight: float = 1.0


def usable(cases: Sequence[Case], rubric: Rubric) -> list[Case]:
    """The cases that the rule rates and the label too; whether a section applies is the rule's alone to say."""
    plain = [replace(case, rating=case.rating.without_bonus) for case in cases]
    levels = rubric.graded_levels
    return [case for case in plain if case.rating.rule_level in levels and case.label in levels]


def train(cases: Sequence[Case], rubric: Rubric, settings: Settings) -> Model | None:
    """The model of a rubric; None for cases of too few authors, or too few cases."""
    by_section: dict[str, list[Case]] = defaultdict(list)
    for case in usable(cases, rubric):
        if case.rating.id in settings.sections:
            by_section[case.rating.id].append(case)
    sections, unseen = {}, {}
    for id, some in sorted(by_section.items()):
        if len(some) >= FEWEST_CASES and len({case.author for case in some}) >= FEWEST_AUTHORS:
            sections[id] = _section(some, settings.sections[id], rubric, settings)
            unseen[id] = _unseen(some, settings.sections[id], rubric, settings)
    if not sections:
        return None
    known = [case for id in sections for case in by_section[id]]
    looked_at = cues([case.rating for case in known], np.vstack([unseen[id] for id in sections]), rubric.graded_levels)
    blend = fit_ordinal(looked_at, _levels(known, rubric), settings.blend_strength, _weights(known))
    sure_from = _sure_from(known, blend, looked_at, rubric, settings)
    return Model(
        rubric.id, rubric.rules, rubric.graded_levels, settings.ladders, sections, blend, sure_from, settings.near,
        settings.move_margin,
    )  # fmt: skip


def leave_out_each(cases: Sequence[Case], rubric: Rubric, settings: Settings) -> Mapping[str, Model | None]:
    """For each author, the model trained on all others."""
    authors = sorted({case.author for case in cases})
    return {one: train([case for case in cases if case.author != one], rubric, settings) for one in authors}


def _section(cases: Sequence[Case], inputs: Inputs, rubric: Rubric, settings: Settings) -> SectionModel:
    names = (*inputs.more, *inputs.less)
    signs = np.array([1.0] * len(inputs.more) + [-1.0] * len(inputs.less))
    means, spreads = _scale(cases, names, settings.ladders)
    boundaries = len(rubric.graded_levels) - 1
    bare = SectionModel(names, signs, means, spreads, Ordinal(np.zeros(boundaries), np.zeros(len(names))))
    columns = bare.scaled([case.values for case in cases], settings.ladders)
    looked_at = each_boundary(columns, boundaries)
    fitted = fit_ordinal(looked_at, _levels(cases, rubric), settings.section_strength, _weights(cases))
    return SectionModel(names, signs, means, spreads, fitted)


def _unseen(cases: Sequence[Case], inputs: Inputs, rubric: Rubric, settings: Settings) -> Numbers:
    """What the section's model says of each case when it was trained without the case's author."""
    authors = np.array([case.author for case in cases])
    found = np.zeros((len(cases), len(rubric.graded_levels) - 1))
    for author in sorted(set(authors)):
        others = [case for case in cases if case.author != author]
        its = [case.values for case in cases if case.author == author]
        found[authors == author] = _section(others, inputs, rubric, settings).logits(its, settings.ladders)
    return found


def _scale(cases: Sequence[Case], names: Sequence[str], ladders: Ladders) -> tuple[Numbers, Numbers]:
    """Mean and spread of each feature where it can be told; 0 and 1 where it never can, and 1 where it never varies."""
    means, spreads = np.zeros(len(names)), np.ones(len(names))
    for at, name in enumerate(names):
        told = np.array([number(case.values.get(name), ladders.get(name, ())) for case in cases])
        told = told[~np.isnan(told)]
        if len(told):
            means[at], spreads[at] = told.mean(), told.std() or 1.0
    return means, np.where(spreads > 1e-9, spreads, 1.0)


def _levels(cases: Sequence[Case], rubric: Rubric) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    worst_first = list(reversed(rubric.graded_levels))
    return np.array([worst_first.index(case.label) for case in cases])


def _weights(cases: Sequence[Case]) -> Numbers:
    return np.array([case.weight for case in cases])


def _sure_from(
    cases: Sequence[Case], blend: Ordinal, looked_at: Numbers, rubric: Rubric, settings: Settings
) -> dict[str, float]:
    """The highest threshold at which the shares of all sections and of each that must be sure still are."""
    worst_first = list(reversed(rubric.graded_levels))
    found = blend.probabilities(looked_at)
    held = np.array(
        [
            assurance(case.rating, chances[worst_first.index(case.rating.rule_level)], settings.near)
            for case, chances in zip(cases, found, strict=True)
        ]
    )
    sections = np.array([case.rating.id for case in cases])
    of_all = np.quantile(held, 1 - settings.sure_share)
    return {
        str(id): float(min(of_all, np.quantile(held[sections == id], 1 - settings.sure_share_of_each)))
        for id in sorted(set(sections))
    }
