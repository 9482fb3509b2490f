"""``pepinsight train --from-reviews``: a model that learns from what the team decided, measured before it is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pepinsight.calibration import Model, calibrate_by
from pepinsight.calibration.files import in_use, own_model
from pepinsight.calibration.settings import Settings, load_settings
from pepinsight.calibration.train import Case, train
from pepinsight.data_files import DataFileError
from pepinsight.evaluation.compared import Row, told
from pepinsight.evaluation.decided import DecidedPep, decided_peps
from pepinsight.evaluation.gold import open_corpus
from pepinsight.evaluation.unseen import cases as corpus_cases
from pepinsight.evaluation.unseen import development_runs_by_rules
from pepinsight.rubrics import Rubric, load_rubric
from pepinsight.store import Store


@dataclass(frozen=True)
class Learnt:
    """A new model, not yet in use, and in plain words what it was learnt from and how it compares."""

    model: Model
    report: str


def learn(store: Store, rubric_id: str, folders: Sequence[Path] = ()) -> Learnt:
    """Learn from the decisions in the database, and from the labelled PEPs in ``folders`` beside them.

    Decisions made before the suggestion was seen count fully, others as much as the rubric's calibration settings say.
    What was rated in blind checks is left for proof and never learnt from. Raises DataFileError for a rubric without
    settings, and where there is too little to learn from and to measure by.
    """
    rubric = load_rubric(rubric_id)
    settings = load_settings(rubric)
    peps = decided_peps(store, rubric)
    parts = sorted({pep.fold for pep in peps})
    if len(parts) < 2:
        raise DataFileError(
            f"{len(peps)} PEPs in the database have decisions by the rubric '{rubric_id}': to learn from them and to "
            "measure what was learnt, there must be PEPs of at least two children at two schools"
        )
    beside = corpus_cases(development_runs_by_rules([open_corpus(folder) for folder in folders]), rubric)
    cases = [*beside, *(case for pep in peps for case in _cases(pep, settings))]
    model = train(cases, rubric, settings)
    by_part = {part: train([case for case in cases if case.author != part], rubric, settings) for part in parts}
    if model is None or None in by_part.values():
        raise DataFileError(
            "there are too few decisions to learn from: leave out any fifth of the PEPs, and 24 decisions on a section "
            "must remain, from at least two groups of PEPs that share neither child nor school"
        )
    rows = list(_rows(peps, rubric, by_part))
    return Learnt(model, "\n".join(_report(peps, beside, rows, rubric, settings)))


def _cases(pep: DecidedPep, settings: Settings) -> Iterator[Case]:
    values = {name: measured.value for name, measured in pep.assessment.findings.features.items()}
    for rating in pep.assessment.sections:
        for label in pep.labels:
            if label.section == rating.id:
                yield Case(pep.fold, rating, values, label.level, settings.seen_weight if label.seen else 1.0)


def _rows(peps: Sequence[DecidedPep], rubric: Rubric, by_part: dict[str, Model | None]) -> Iterator[Row]:
    present = in_use(rubric.id, rubric.rules)
    for pep in peps:
        findings = pep.assessment.findings
        old, new = (
            {section.id: section for section in calibrate_by(model, pep.assessment, findings).sections}
            for model in (present, by_part[pep.fold])
        )
        for label in pep.labels:
            if label.section in old and label.level in rubric.graded_levels:
                yield Row(pep.file_id, label.section, label.level, label.seen, old[label.section], new[label.section])


def _report(
    peps: Sequence[DecidedPep], beside: Sequence[Case], rows: Sequence[Row], rubric: Rubric, settings: Settings
) -> Iterator[str]:
    seen = Counter(row.seen for row in rows)
    yield (
        f"Learnt for the rubric {rubric.data.title} from {len(rows)} decisions on {len(peps)} PEPs: {seen[False]} made "
        f"before the suggestion was seen, which count fully, and {seen[True]} after, which count "
        f"{settings.seen_weight:g} each, since people who are shown a level lean towards it."
    )
    if beside:
        authors = len({case.author for case in beside})
        yield f"Beside them: {len(beside)} labels of PEPs by {authors} authors."
    yield (
        f"Measured on held-out decisions: PEPs were dealt into {len({pep.fold for pep in peps})} parts, PEPs of one "
        "child or one school always together, and each part is judged by a model that has not learnt from it."
    )
    if own_model(rubric.id) is not None:
        yield "The model in use has itself learnt from decisions, perhaps from these: its figures flatter it."
    yield ""
    yield from told(rows, rubric)
    yield ""
    yield "A model changes how sure suggestions are, and only rarely a level; the rules stay as they are."
