"""What was suggested for new authors before anything was mended for them: the only honest measure of how far rules can
be trusted on the next PEP.

``first_suggestions.jsonl`` stands beside the PEPs, a line a section; it is written once for an author, before their
PEPs are read, and never again: afterwards the rules have them in view.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from pepinsight.calibration.train import Reading
from pepinsight.evaluation.gold import Corpus, author_of
from pepinsight.rubrics import Rubric

FILE = "first_suggestions.jsonl"


def first_readings(corpora: Sequence[Corpus], rubric: Rubric) -> list[Reading]:
    """The readings of a rubric kept beside these corpora, against the labels as they stand now."""
    return [reading for corpus in corpora for reading in _readings(corpus, rubric)]


def _readings(corpus: Corpus, rubric: Rubric) -> Iterator[Reading]:
    lines = [line for line in lines_of(corpus.folder / FILE) if line["rubric"] == rubric.id]
    labels = {pep.id: pep.gold.final.get(rubric.id, {}) for pep in corpus.development()} if lines else {}
    worst_first = list(reversed(rubric.graded_levels))
    for line in lines:
        label = labels.get(line["pep"], {}).get(line["section"])
        if label in worst_first:
            yield Reading(
                author_of(line["pep"]),
                line["section"],
                np.array(line["cues"]),
                worst_first.index(line["rule"]),
                line["unsure"],
                worst_first.index(label),
            )


def lines_of(file: Path) -> list[dict[str, Any]]:
    """The lines of a file of first suggestions; none where there is no such file."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []
