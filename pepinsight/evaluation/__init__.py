"""pepinsight measured against PEPs with gold labels; the authors kept for the end only when asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pepinsight.evaluation import facts, levels
from pepinsight.evaluation.disagreements import disagreements
from pepinsight.evaluation.gold import open_corpus
from pepinsight.evaluation.run import Run, failures, run_all
from pepinsight.evaluation.tell import tell
from pepinsight.evaluation.training import train_on
from pepinsight.evaluation.unseen import development_runs

__all__ = ["disagreements", "evaluate", "tell", "train_on"]


def evaluate(folder: Path, formats: Sequence[str] = ("docx", "pdf"), held_out: bool = False) -> dict[str, Any]:
    """Figures by format for the development authors, and apart from them for the held-out ones when asked.

    A development PEP is suggested by a model trained on the other authors (in these formats), a held-out one by the
    model in use, which has seen none of the held-out authors.
    JSON values only; None is "not built" or "nothing to count". Raises DataFileError for a folder without labels.
    """
    corpus = open_corpus(folder)
    runs = development_runs(corpus, formats)
    figures: dict[str, Any] = {"development": {format: _figures(some) for format, some in runs.items()}}
    if held_out:
        kept = corpus.kept_back()
        figures["held_out"] = {
            format: {**_figures(run_all(corpus, kept, format, models=True)), "not_assessed": {}}
            for format in formats
            if kept
        }
    return figures


def _figures(runs: Sequence[Run]) -> dict[str, Any]:
    return {
        "files": len(runs),
        "not_assessed": failures(runs),
        "levels": levels.figures(runs),
        "facts": facts.figures(runs),
    }
