"""Assess every PEP of a corpus once, in one process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pepinsight.assessing import Options, Record, assess_file
from pepinsight.contract import Json, to_json
from pepinsight.evaluation.gold import Corpus, GoldPep
from pepinsight.evaluation.passages import Interval, Sentences, sentences_of
from pepinsight.rubrics import rubric_ids


@dataclass(frozen=True)
class Run:
    """One PEP in one format, its labels, and what pepinsight made of it."""

    pep: GoldPep
    format: str
    record: Record

    @cached_property
    def said(self) -> Json:
        """The record as the JSON contract gives it."""
        return to_json(self.record)

    @cached_property
    def sentences(self) -> Sentences | None:
        """The document's sentences; None where it could not be assessed."""
        findings = self.record.findings
        return None if findings is None else sentences_of(findings.plan.document)

    def passages(self, feature: str) -> tuple[Interval, ...] | None:
        """Where a feature's evidence stands; None while there is no such feature."""
        findings = self.record.findings
        if findings is None or feature not in findings.features:
            return None
        return tuple((item.start, item.end) for item in findings.evidence if item.feature == feature)

    def suggested(self, rubric: str) -> dict[str, str]:
        """The suggested levels by section, bonuses left out as in labels; empty where there is no suggestion or the
        rubric does not apply."""
        suggestion = self.record.suggestions.get(rubric)
        return {section.id: section.graded for section in suggestion.sections} if suggestion else {}


def run_all(corpus: Corpus, peps: tuple[GoldPep, ...], format: str, models: bool) -> tuple[Run, ...]:
    """Assess all PEPs in one format by every rubric that they are labelled for, each with the child's earlier one.

    With the ``models`` in use, or by the rules alone.
    """
    return tuple(_run(corpus, peps, pep, format, models) for pep in peps)


def _run(corpus: Corpus, peps: tuple[GoldPep, ...], pep: GoldPep, format: str, models: bool) -> Run:
    before = corpus.previous(pep, peps)
    previous = corpus.folder / f"{before.id}.{format}" if before else None
    labelled = tuple(id for id in rubric_ids() if id in pep.gold.final)
    options = Options(labelled, previous, models=models)
    return Run(pep, format, assess_file(corpus.folder / f"{pep.id}.{format}", options))


def failures(runs: Sequence[Run]) -> dict[str, str]:
    """The files that were not assessed, with the reason given."""
    return {run.record.file: run.record.message or "" for run in runs if run.record.findings is None}
