"""Voices, targets, dates and single facts against the labels."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pepinsight.contract import COMPLIANCE, DATES
from pepinsight.evaluation import targets
from pepinsight.evaluation.gold import Labels
from pepinsight.evaluation.passages import Score
from pepinsight.evaluation.run import Run

Compared = Callable[[Run], tuple[Any, Any]]
"""The label and what pepinsight says."""


def _date(name: str) -> Compared:
    def compared(run: Run) -> tuple[Any, Any]:
        label = getattr(run.pep.dates, name)
        return label.isoformat() if label else None, run.said.get("dates", {}).get(name, "not assessed")

    return compared


def _compliance(name: str) -> Compared:
    return lambda run: (run.pep.gold.compliance.get(name), run.said.get("compliance", {}).get(name))


PLAIN: Mapping[str, Compared] = {
    **{name: _date(name) for name in DATES},
    "phase": lambda run: (run.pep.phase, run.said.get("phase")),
    "year_group": lambda run: (run.pep.year_group, run.said.get("year_group")),
    "attendance": lambda run: (run.pep.gold.attendance, run.said.get("attendance")),
    "form": lambda run: (run.pep.form, run.said.get("form")),
}
"""Facts that the plan holds."""

JUDGED: Mapping[str, Compared] = {
    **{f"has_{name}": _compliance(name) for name in COMPLIANCE},
    "previous_targets_reviewed": lambda run: (
        run.pep.gold.previous_targets_reviewed,
        run.said.get("previous_targets_reviewed"),
    ),
    "premium_impact": lambda run: (run.pep.gold.premium_impact, run.said.get("premium_impact")),
}
"""Facts that features tell; "not built" while none ever does."""

SINGLE: Mapping[str, Compared] = {**PLAIN, **JUDGED}

QUOTED: Mapping[str, Callable[[Labels], Sequence[str]]] = {
    "child_voice": lambda gold: gold.child_voice,
    "carer_voice": lambda gold: gold.carer_voice,
    "copied_forward": lambda gold: gold.copied_forward,
}
"""Features whose evidence is compared with labelled quotes."""


def figures(runs: Sequence[Run]) -> dict[str, Any]:
    """Everything but levels; None is "not built"."""
    paired = [run for run in runs if run.pep.gold.copied_forward]
    quoted = {name: _quoted(paired if name == "copied_forward" else runs, name) for name in QUOTED}
    return {
        "quoted": quoted,
        "targets": targets.figures([(run.pep.gold.targets, run.said.get("targets", [])) for run in runs]),
        "single": {
            **{name: _right(runs, compared) for name, compared in PLAIN.items()},
            **{name: _built(runs, compared) for name, compared in JUDGED.items()},
        },
    }


def _right(runs: Sequence[Run], compared: Compared) -> dict[str, Any]:
    """The share of files where both are the same; ``wrong`` is the share where something false is said."""
    pairs = [compared(run) for run in runs]
    right = sum(label == said for label, said in pairs)
    wrong = sum(label != said and said is not None for label, said in pairs)
    return {"right": right / len(pairs), "wrong": wrong / len(pairs), "n": len(pairs)} if pairs else {"n": 0}


def _built(runs: Sequence[Run], compared: Compared) -> dict[str, Any] | None:
    return None if all(compared(run)[1] is None for run in runs) else _right(runs, compared)


def _quoted(runs: Sequence[Run], feature: str) -> dict[str, Any] | None:
    score, fallen, laid, built = Score(), 0, 0, False
    for run in runs:
        passages, sentences = run.passages(feature), run.sentences
        gold = QUOTED[feature](run.pep.gold)
        if passages is None or sentences is None:
            score += Score(missed=len(gold))
            continue
        built = True
        score += sentences.score(gold, passages)
        if feature == "child_voice":
            fell, of = sentences.traps(run.pep.gold.not_child_voice, gold, passages)
            fallen, laid = fallen + fell, laid + of
    if not built:
        return None
    return {**score.figures(), **({"traps_fallen": fallen, "traps": laid} if feature == "child_voice" else {})}
