"""Voices, targets, dates and single facts against the labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pepinsight.contract import COMPLIANCE, DATES
from pepinsight.evaluation import targets
from pepinsight.evaluation.gold import Labels
from pepinsight.evaluation.passages import Score
from pepinsight.evaluation.run import Run


def figures(runs: Sequence[Run]) -> dict[str, Any]:
    """Everything but levels; None is "not built"."""
    paired = [run for run in runs if run.pep.gold.copied_forward]
    return {
        "child_voice": _voice(runs, "child_voice", lambda gold: gold.child_voice, traps=True),
        "carer_voice": _voice(runs, "carer_voice", lambda gold: gold.carer_voice, traps=False),
        "copied_forward": _voice(paired, "copied_forward", lambda gold: gold.copied_forward, traps=False),
        "targets": targets.figures([(run.pep.gold.targets, run.said.get("targets", [])) for run in runs]),
        "dates": {name: _right(runs, _date(name)) for name in DATES},
        "phase": _right(runs, lambda run: (run.pep.phase, run.said.get("phase"))),
        "year_group": _right(runs, lambda run: (run.pep.year_group, run.said.get("year_group"))),
        "attendance": _right(runs, lambda run: (run.pep.gold.attendance, run.said.get("attendance"))),
        "form": _right(runs, lambda run: (run.pep.form, run.said.get("form"))),
        "compliance": {name: _built(runs, _compliance(name)) for name in COMPLIANCE},
        "previous_targets_reviewed": _built(
            runs, lambda run: (run.pep.gold.previous_targets_reviewed, run.said.get("previous_targets_reviewed"))
        ),
        "premium_impact": _built(runs, lambda run: (run.pep.gold.premium_impact, run.said.get("premium_impact"))),
    }


Compared = Callable[[Run], tuple[Any, Any]]
"""The label and what pepinsight says."""


def _date(name: str) -> Compared:
    def compared(run: Run) -> tuple[Any, Any]:
        label = getattr(run.pep.dates, name)
        return label.isoformat() if label else None, run.said.get("dates", {}).get(name, "not assessed")

    return compared


def _compliance(name: str) -> Compared:
    return lambda run: (run.pep.gold.compliance.get(name), run.said.get("compliance", {}).get(name))


def _right(runs: Sequence[Run], compared: Compared) -> dict[str, Any]:
    """The share of files where both are the same; ``wrong`` is the share where something false is said."""
    pairs = [compared(run) for run in runs]
    right = sum(label == said for label, said in pairs)
    wrong = sum(label != said and said is not None for label, said in pairs)
    return {"right": right / len(pairs), "wrong": wrong / len(pairs), "n": len(pairs)} if pairs else {"n": 0}


def _built(runs: Sequence[Run], compared: Compared) -> dict[str, Any] | None:
    return None if all(compared(run)[1] is None for run in runs) else _right(runs, compared)


def _voice(
    runs: Sequence[Run], feature: str, quotes: Callable[[Labels], Sequence[str]], *, traps: bool
) -> dict[str, Any] | None:
    score, fallen, laid, built = Score(), 0, 0, False
    for run in runs:
        passages, sentences = run.passages(feature), run.sentences
        gold = quotes(run.pep.gold)
        if passages is None or sentences is None:
            score += Score(missed=len(gold))
            continue
        built = True
        score += sentences.score(gold, passages)
        fell, of = sentences.traps(run.pep.gold.not_child_voice, gold, passages)
        fallen, laid = fallen + fell, laid + of
    if not built:
        return None
    return {**score.figures(), **({"traps_fallen": fallen, "traps": laid} if traps else {})}
