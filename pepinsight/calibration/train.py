"""Training: labelled sections to a ``Model``. There is no chance in it: the same cases make the same model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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


@dataclass(frozen=True, eq=False)
class Reading:
    """What the blend looks at for one section of one PEP (``cues``: boundaries by ``CUES``), and its label.

    ``rule`` and ``label`` are levels by their place, the worst 0; ``unsure`` is whether a small change in what was
    counted would move the rule.
    """

    author: str
    section: str
    cues: Numbers
    rule: int
    unsure: bool
    label: int
    weight: float = 1.0


def usable(cases: Sequence[Case], rubric: Rubric) -> list[Case]:
    """The cases that the rule rates and the label too; whether a section applies is the rule's alone to say."""
    plain = [replace(case, rating=case.rating.without_bonus) for case in cases]
    levels = rubric.graded_levels
    return [case for case in plain if case.rating.rule_level in levels and case.label in levels]


def train(cases: Sequence[Case], rubric: Rubric, settings: Settings, first: Sequence[Reading] = ()) -> Model | None:
    """The model of a rubric; None for cases of too few authors, or too few cases.

    ``first`` are readings of authors for whom no rule had been mended when they were read. The blend is fitted on them
    where there are any: rules agree better with PEPs that they were written beside than with the next one, and a blend
    fitted on the former would be too sure of them.
    """
    by_section: dict[str, list[Case]] = defaultdict(list)
    for case in usable(cases, rubric):
        if case.rating.id in settings.sections:
            by_section[case.rating.id].append(case)
    sections: dict[str, SectionModel] = {}
    readings = [reading for reading in first if reading.section in settings.sections]
    for id, some in sorted(by_section.items()):
        if len(some) >= FEWEST_CASES and len({case.author for case in some}) >= FEWEST_AUTHORS:
            sections[id] = _section(some, settings.sections[id], rubric, settings)
            if not first:
                own = _unseen(some, settings.sections[id], rubric, settings)
                readings += [reading_of(case, logits, rubric) for case, logits in zip(some, own, strict=True)]
    readings = [reading for reading in readings if reading.section in sections]
    if not sections or not readings:
        return None
    looked_at = np.stack([reading.cues for reading in readings])
    labels = np.array([reading.label for reading in readings])
    weights = np.array([reading.weight for reading in readings])
    blend = fit_ordinal(looked_at, labels, settings.blend_strength, weights)
    sure_from = _sure_from(readings, blend.probabilities(looked_at), sections, settings)
    return Model(
        rubric.id, rubric.rules, rubric.graded_levels, settings.ladders, sections, blend, sure_from, settings.near,
        settings.move_margin,
    )  # fmt: skip


def reading_of(case: Case, own: Numbers, rubric: Rubric) -> Reading:
    """A case as the blend sees it; ``own`` is what the section's model says, when it has not learnt from its author."""
    worst_first = list(reversed(rubric.graded_levels))
    rule, label = worst_first.index(case.rating.rule_level), worst_first.index(case.label)
    looked_at = cues([case.rating], own.reshape(1, -1), rubric.graded_levels)[0]
    return Reading(case.author, case.rating.id, looked_at, rule, case.rating.unsure, label, case.weight)


def leave_out_each(
    cases: Sequence[Case], rubric: Rubric, settings: Settings, first: Sequence[Reading] = ()
) -> Mapping[str, Model | None]:
    """For each author, the model trained on all others."""
    return {
        author: train(
            [case for case in cases if case.author != author],
            rubric,
            settings,
            [reading for reading in first if reading.author != author],
        )
        for author in sorted({case.author for case in cases})
    }


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
    readings: Sequence[Reading], found: Numbers, modelled: Iterable[str], settings: Settings
) -> dict[str, float]:
    """The highest threshold at which the shares of all sections and of each that must be sure still are; ``found`` are
    the readings' levels with their probabilities."""
    held = np.array(
        [
            assurance(reading.unsure, chances[reading.rule], settings.near)
            for reading, chances in zip(readings, found, strict=True)
        ]
    )
    sections = np.array([reading.section for reading in readings])
    of_all = np.quantile(held, 1 - settings.sure_share)
    return {
        id: float(min([of_all, *np.quantile(held[sections == id], [1 - settings.sure_share_of_each])]))
        if id in sections
        else float(of_all)
        for id in sorted(modelled)
    }
