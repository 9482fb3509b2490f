"""Development PEPs with suggestions by models that have not seen their authors: a model flatters those it has seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pepinsight.calibration import Model, calibrate_by
from pepinsight.calibration.settings import has_settings, load_settings
from pepinsight.calibration.train import Case, leave_out_each
from pepinsight.evaluation.first_suggestions import first_readings
from pepinsight.evaluation.gold import Corpus
from pepinsight.evaluation.run import Run, run_all
from pepinsight.rubrics import Rubric, load_rubric, rubric_ids

Runs = tuple[Run, ...]
FORMATS = ("docx", "pdf")


def development_runs(corpus: Corpus, formats: Sequence[str]) -> dict[str, Runs]:
    """All development PEPs by format, each author's suggested by models trained on the others', in these formats."""
    peps = corpus.development()
    runs = {format: run_all(corpus, peps, format, models=False) for format in formats}
    for rubric in trainable():
        every = cases([run for some in runs.values() for run in some], rubric)
        models = leave_out_each(every, rubric, load_settings(rubric), first_readings([corpus], rubric))
        runs = {format: by_models(some, rubric, models) for format, some in runs.items()}
    return runs


def trainable() -> list[Rubric]:
    """The rubrics for which there is something to train a model by."""
    return [rubric for rubric in map(load_rubric, rubric_ids()) if has_settings(rubric)]


def cases(runs: Iterable[Run], rubric: Rubric) -> list[Case]:
    """Every labelled section that the rubric rated, once with the settled label and once with each reader's own: where
    readers differ, the section lies close to a boundary, and a model must not learn to be sure of it."""
    found = []
    for run in runs:
        suggestion, gold = run.record.suggestions.get(rubric.id), run.pep.gold
        if suggestion is None:
            continue
        findings = suggestion.assessment.findings
        values = {name: measured.value for name, measured in findings.features.items()}
        for labels in (gold.final, gold.first_reader, gold.second_reader):
            given = labels.get(rubric.id, {})
            found += [
                Case(run.pep.author, rating, values, given[rating.id])
                for rating in suggestion.assessment.sections
                if rating.id in given
            ]
    return found


def by_models(runs: Sequence[Run], rubric: Rubric, models: Mapping[str, Model | None]) -> Runs:
    """The same runs, each with the suggestion of its author's model instead."""
    return tuple(_by(run, rubric, models.get(run.pep.author)) for run in runs)


def _by(run: Run, rubric: Rubric, model: Model | None) -> Run:
    suggestion = run.record.suggestions.get(rubric.id)
    if suggestion is None:
        return run
    again = calibrate_by(model, suggestion.assessment, suggestion.assessment.findings)
    return replace(run, record=replace(run.record, suggestions={**run.record.suggestions, rubric.id: again}))


def development_runs_by_rules(corpora: Sequence[Corpus]) -> list[Run]:
    """The development PEPs of these corpora in Word and PDF, rated by the rules alone.

    Files that cannot be assessed are left out.
    """
    every = [
        run
        for corpus in corpora
        for format in FORMATS
        for run in run_all(corpus, corpus.development(), format, models=False)
    ]
    return [run for run in every if run.record.findings is not None]
