"""How far "sure" and "unsure" can be relied on, and whether a confidence is the share that is right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sklearn.metrics import roc_auc_score

from pepinsight.calibration import SectionSuggestion
from pepinsight.evaluation.run import Run
from pepinsight.rubrics import Rubric

BINS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """One suggested section beside its label; ``off`` is how many levels lie between, ``rule_off`` from the rule's."""

    section: SectionSuggestion
    label: str
    off: int
    rule_off: int

    @property
    def right(self) -> bool:
        """Whether the suggested level is the label."""
        return self.off == 0


def judged(rubric: Rubric, runs: Sequence[Run]) -> list[Judged]:
    """The sections that have both a level and a label."""
    found = []
    for run in runs:
        suggestion = run.record.suggestions.get(rubric.id)
        for section in suggestion.sections if suggestion else ():
            label = run.pep.gold.final[rubric.id].get(section.id)
            if label in rubric.graded_levels and section.graded in rubric.graded_levels:
                at = rubric.graded_levels.index(label)
                both = section.graded, section.bonus_on or section.rule_level
                off, rule_off = (abs(rubric.graded_levels.index(one) - at) for one in both)
                found.append(Judged(section, label, off, rule_off))
    return found


def figures(every: Sequence[Judged]) -> dict[str, Any]:
    """How often a section is unsure, how often it is right when sure and when not, how often the label is among the
    likely levels, the share of sure suggestions that are two levels off or more; calibration error and AUC of the
    confidences (None where no model gives any); and what became of the levels that a model moved."""
    sure = [one for one in every if not one.section.unsure]
    unsure = [one for one in every if one.section.unsure]
    told = [(one.section.confidence, one.right) for one in every if one.section.confidence is not None]
    moved = [one for one in every if one.section.suggested != one.section.rule_level]
    return {
        "unsure_share": _share(len(unsure), len(every)),
        "exact_when_sure": _share(sum(one.right for one in sure), len(sure)),
        "exact_when_unsure": _share(sum(one.right for one in unsure), len(unsure)),
        "label_among_likely": _share(sum(one.label in one.section.likely for one in unsure), len(unsure)),
        "sure_and_two_off": _share(sum(one.off >= 2 for one in sure), len(sure)),
        "calibration_error": calibration_error(told),
        "auc": _auc(told),
        "moved": {
            "n": len(moved),
            "mended": sum(one.off < one.rule_off for one in moved),
            "spoilt": sum(one.off > one.rule_off for one in moved),
        },
    }


def calibration_error(told: Iterable[tuple[float, bool]]) -> float | None:
    """The mean distance of confidence from the share that is right, over ten bins of equally many cases."""
    ordered = sorted(told)
    size = len(ordered)
    bins = [ordered[size * at // BINS : size * (at + 1) // BINS] for at in range(BINS)]
    off = sum(abs(sum(confidence for confidence, _ in bin) - sum(right for _, right in bin)) for bin in bins)
    return off / size if size else None


def _auc(told: Sequence[tuple[float, bool]]) -> float | None:
    """How well the confidence tells right from wrong: 0.5 is not at all, 1 is always."""
    right = [right for _, right in told]
    return float(roc_auc_score(right, [confidence for confidence, _ in told])) if len(set(right)) == 2 else None


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
