"""``pepinsight train``: a rubric's model from PEPs with gold labels, and its card with the figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pepinsight.calibration.files import load_model, save_model
from pepinsight.calibration.settings import load_settings
from pepinsight.calibration.train import leave_out_each, train
from pepinsight.data_files import DataFileError
from pepinsight.evaluation.card import card
from pepinsight.evaluation.first_suggestions import first_readings
from pepinsight.evaluation.gold import open_corpus
from pepinsight.evaluation.unseen import by_models, cases, development_runs_by_rules
from pepinsight.rubrics import load_rubric


@dataclass(frozen=True)
class Trained:
    """A model's file, its version, and its card, which holds the figures with whole authors left out."""

    file: Path
    version: str
    card: str


def train_on(folders: Sequence[Path], rubric_id: str, to: Path) -> Trained:
    """Train on the development PEPs of ``folders`` in Word and PDF, and write ``<rubric>.skops`` and ``<rubric>.md``.

    Held-out authors are never opened. The same PEPs, rules and settings make the same files. Raises DataFileError for
    a rubric that has no settings, and for PEPs of too few authors.
    """
    rubric = load_rubric(rubric_id)
    settings = load_settings(rubric)
    corpora = [open_corpus(folder) for folder in folders]
    runs = development_runs_by_rules(corpora)
    known, first = cases(runs, rubric), first_readings(corpora, rubric)
    model = train(known, rubric, settings, first)
    models = leave_out_each(known, rubric, settings, first)
    if model is None or None in models.values():
        named = ", ".join(map(str, folders))
        raise DataFileError(f"{named}: too few PEPs to train on; leave out any author, and two others must remain")
    file = to / f"{rubric.id}.skops"
    save_model(model, file)
    told = card(rubric, settings, model, corpora, by_models(runs, rubric, models), first)
    file.with_suffix(".md").write_text(told, encoding="utf-8")
    return Trained(file, load_model(file).version, told)
