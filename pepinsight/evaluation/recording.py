"""``pepinsight train --first``: keep what is suggested for new authors before anything is mended for them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from pepinsight.calibration import Model
from pepinsight.calibration.settings import load_settings
from pepinsight.calibration.train import Case, reading_of, train, usable
from pepinsight.data_files import DataFileError
from pepinsight.evaluation.first_suggestions import FILE, lines_of
from pepinsight.evaluation.gold import author_of, open_corpus
from pepinsight.evaluation.run import Run
from pepinsight.evaluation.unseen import cases, development_runs_by_rules, trainable
from pepinsight.rubrics import Rubric


def record(folders: Sequence[Path], authors: Sequence[str], to: Path) -> int:
    """Add what the rules say now of these authors' PEPs to ``first_suggestions.jsonl`` in ``to``, with what the
    sections' models say that were trained without them; the number of lines.

    Raises DataFileError for an author who stands there already, or has no PEPs in ``folders``.
    """
    file = to / FILE
    known = {author_of(line["pep"]) for line in lines_of(file)}
    if known & set(authors):
        raise DataFileError(f"{file.name} holds {', '.join(sorted(known & set(authors)))} already")
    corpora = [open_corpus(folder) for folder in folders]
    if missing := set(authors) - {pep.author for corpus in corpora for pep in corpus.development()}:
        raise DataFileError(f"no development PEPs by {', '.join(sorted(missing))}")
    runs = development_runs_by_rules(corpora)
    lines: list[dict[str, Any]] = []
    for rubric in trainable():
        others = cases([run for run in runs if run.pep.author not in authors], rubric)
        model = train(others, rubric, load_settings(rubric))
        if model is None:
            raise DataFileError(f"too few PEPs by other authors to read these by the rubric '{rubric.id}'")
        for run in runs:
            if run.pep.author in authors:
                lines += [_line(run, case, model, rubric) for case in usable(cases([run], rubric), rubric)]
    with file.open("a", encoding="utf-8") as out:
        out.writelines(json.dumps(line) + "\n" for line in lines)
    return len(lines)


def _line(run: Run, case: Case, model: Model, rubric: Rubric) -> dict[str, Any]:
    own = model.sections[case.rating.id].logits([case.values], model.ladders)
    return {
        "rubric": rubric.id,
        "pep": run.pep.id,
        "format": run.format,
        "section": case.rating.id,
        "rule": case.rating.rule_level,
        "unsure": case.rating.unsure,
        "cues": np.round(reading_of(case, own, rubric).cues, 3).tolist(),
    }
