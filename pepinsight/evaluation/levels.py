"""Suggested levels against the labels, section by section, beside a second reader and beside length alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from pepinsight.evaluation import sureness
from pepinsight.evaluation.run import Run
from pepinsight.review.agreement import Agreement, Pair, agreement
from pepinsight.rubrics import Rubric, load_rubric, rubric_ids


def figures(runs: Sequence[Run]) -> dict[str, Any]:
    """By rubric: all sections together, each section, the overall judgement, and how far "unsure" can be relied on.

    Each figure has ``readers`` (first against second) and ``length`` (the level by the document's length alone) beside.
    """
    found = {}
    for id in rubric_ids():
        rubric = load_rubric(id)
        labelled = [run for run in runs if id in run.pep.gold.final]
        if labelled:
            found[id] = _rubric(rubric, labelled)
    return found


def _rubric(rubric: Rubric, runs: Sequence[Run]) -> dict[str, Any]:
    sections = {section.id: _Pairs(rubric, section.id, runs) for section in rubric.data.sections}
    every = [pairs for pairs in sections.values() if pairs.suggested]
    return {
        "all": {
            **asdict(agreement([pair for pairs in every for pair in pairs.suggested], rubric.levels)),
            "readers": asdict(agreement([pair for pairs in every for pair in pairs.readers], rubric.levels)),
            "length": asdict(agreement([pair for pairs in every for pair in pairs.length], rubric.levels)),
        },
        "sections": {id: pairs.figures() for id, pairs in sections.items()},
        "overall": _overall(rubric, runs),
        "sureness": sureness.figures(sureness.judged(rubric, runs)),
    }


class _Pairs:
    """A section's levels: the label with what is suggested, the two readers, the label with what length says."""

    def __init__(self, rubric: Rubric, section: str, runs: Sequence[Run]) -> None:
        self.levels = rubric.levels
        labels = [(run, run.pep.gold.final[rubric.id].get(section)) for run in runs]
        told = [(run, label) for run, label in labels if label is not None]
        self.suggested: list[Pair] = [(label, run.suggested(rubric.id).get(section)) for run, label in told]
        self.readers: list[Pair] = [run.pep.readers(rubric.id, section) for run, _ in told]
        self.length: list[Pair] = by_length(
            [(run.pep.author, _length(run), label) for run, label in told if label in rubric.levels], rubric.levels
        )

    def figures(self) -> dict[str, Any]:
        return {
            **asdict(self._agreement(self.suggested)),
            "readers": asdict(self._agreement(self.readers)),
            "length": asdict(self._agreement(self.length)),
        }

    def _agreement(self, pairs: Sequence[Pair]) -> Agreement:
        return agreement(pairs, self.levels)


def by_length(labelled: Sequence[tuple[str, int, str]], levels: Sequence[str]) -> list[Pair]:
    """(author, length, label) to (label, level by length): the longer, the better, in the proportions of the labels of
    the other authors, so that whole authors are held out."""
    pairs: list[Pair] = []
    for author, length, label in labelled:
        others = [(size, level) for name, size, level in labelled if name != author]
        if others:
            shorter = sum(size < length for size, _ in others)
            worst_first = sorted((level for _, level in others), key=lambda level: -list(levels).index(level))
            pairs.append((label, worst_first[min(shorter, len(worst_first) - 1)]))
    return pairs


def _length(run: Run) -> int:
    findings = run.record.findings
    return len(findings.plan.document.text.split()) if findings else 0


def _overall(rubric: Rubric, runs: Sequence[Run]) -> dict[str, Any]:
    agreed = 0
    for run in runs:
        suggestion, labels = run.record.suggestions.get(rubric.id), run.pep.gold.final[rubric.id]
        if suggestion and suggestion.overall:
            # Over the labelled sections alone: labels know neither bonuses nor what the overall itself asks for.
            suggested = {section: level for section, level in run.suggested(rubric.id).items() if section in labels}
            agreed += rubric.overall(suggested).level == rubric.overall(labels).level
    return {"agreed": agreed / len(runs), "n": len(runs)}
