"""A model's card: what it is, what it was trained on, what it reaches on authors it has not seen, and its limits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from pepinsight.calibration.model import CUES, Model
from pepinsight.calibration.settings import Settings
from pepinsight.calibration.train import Reading
from pepinsight.evaluation import sureness
from pepinsight.evaluation.gold import Corpus
from pepinsight.evaluation.run import Run
from pepinsight.review.agreement import Pair, agreement
from pepinsight.rubrics import Rubric

_HEAD = (
    "section | n | rules: QWK | exact | adj. | lowest found | suggested: QWK | exact | adj. | lowest found | sure | "
    "exact if sure"
)

_LIMITS = """\
- The labels were written and read by a language model working to written conventions; no virtual-school officer has
  rated these PEPs. A confidence says how often pepinsight has agreed with such labels, not yet with officers.
- The rules were written with these authors' PEPs in view, so their figures here flatter them, and the model, which
  leans on the rules, is likely to be somewhat too confident on PEPs by others. `pepinsight evaluate --held-out` shows
  by how much.
- Few PEPs are labelled: a section's figures move by several hundredths with a single PEP.
- Whether a section applies is the rule's to say; the model is never asked.
- The model goes with the rules whose fingerprint it holds. When a test, a setting or a level of the rubric changes,
  suggestions are made by the rules alone, without a confidence, until it is trained again."""


def card(
    rubric: Rubric,
    settings: Settings,
    model: Model,
    corpora: Sequence[Corpus],
    unseen: Sequence[Run],
    first: Sequence[Reading],
) -> str:
    """The card in Markdown; ``unseen`` are the development PEPs suggested by models trained without their authors, and
    ``first`` what the rules said of new authors before anything was mended for them."""
    labelled = [run for run in unseen if rubric.id in run.pep.gold.final]
    return "\n".join(
        [
            f"# Model card: {rubric.data.title}",
            "",
            "Written by `pepinsight train`; do not edit.",
            "",
            *_about(rubric, settings, model),
            "",
            "## Data",
            "",
            *_data(corpora, labelled),
            "",
            "## Figures",
            "",
            *_figures(rubric, corpora, labelled),
            "",
            *_first_figures(rubric, first),
            "## Features",
            "",
            *_features(settings, model),
            "",
            "## Limits",
            "",
            _LIMITS,
            "",
        ]
    )


def _about(rubric: Rubric, settings: Settings, model: Model) -> Iterator[str]:
    yield (
        f"For the rubric `{rubric.id}`, version {rubric.data.version}, rules `{rubric.rules}`. Each section has an "
        "ordinal model (a regression with cut points, on few features in standard deviations, counts by their "
        "logarithm, no weight negative). One blend for all sections weighs it with the rule; it is fitted on what "
        "rules and models said of authors whom neither had seen (`first_suggestions.jsonl` beside the PEPs; where "
        "there is none, on the rules' own authors, which flatters them)."
    )
    yield ""
    weights = ", ".join(f"{cue} {weight:.2f}" for cue, weight in zip(CUES, model.blend.weights, strict=True))
    yield f"The blend's weights: {weights}."
    yield ""
    yield (
        f"The rule's level is suggested unless the one beside it is likelier by {settings.move_margin:.2f}. A "
        f"suggestion is sure from a confidence of {max(model.sure_from.values()):.2f} on (each section's own threshold "
        f"stands below), {settings.near:.2f} more where a small change in what was counted would move the rule."
    )


def _data(corpora: Sequence[Corpus], runs: Sequence[Run]) -> Iterator[str]:
    authors = sorted({run.pep.author for run in runs})
    yield (
        f"{len({run.pep.id for run in runs})} fictional PEPs by {len(authors)} authors ({', '.join(authors)}), "
        f"each as {' and '.join(sorted({run.format for run in runs}))}: {len(runs)} files. A label that two readers "
        "gave counts three times: as settled, and as each gave it, so that the model is less sure where they differ; "
        "the figures below are against the settled labels. Held out and never opened: "
        f"{', '.join(author for corpus in corpora for author in corpus.held_out) or 'nobody'}."
    )


def _figures(rubric: Rubric, corpora: Sequence[Corpus], runs: Sequence[Run]) -> Iterator[str]:
    named = " ".join(corpus.folder.as_posix() for corpus in corpora)
    yield (
        f"`pepinsight train {named} --rubric {rubric.id}` (each author's PEPs suggested by a model trained on all the "
        "others'; Word and PDF together):"
    )
    yield ""
    yield f"| {_HEAD} |"
    yield "|---" * (_HEAD.count("|") + 1) + "|"
    for section in rubric.data.sections:
        yield _row(rubric, section.id, runs, (section.id,))
    yield _row(rubric, "**all**", runs, tuple(section.id for section in rubric.data.sections))
    yield ""
    told = sureness.figures(sureness.judged(rubric, runs))
    moved = told["moved"]
    sure = None if told["unsure_share"] is None else 1 - told["unsure_share"]
    yield (
        f"Calibration error {_two(told['calibration_error'])} (ten bins of equally many); AUC of right against wrong "
        f"{_two(told['auc'])}; sure {_two(sure)}; exact when sure {_two(told['exact_when_sure'])}, when unsure "
        f"{_two(told['exact_when_unsure'])} (label among the two likely {_two(told['label_among_likely'])}); sure but "
        f"two levels off {_two(told['sure_and_two_off'])}. Levels moved: {moved['n']}, mended {moved['mended']}, "
        f"spoilt {moved['spoilt']}."
    )


def _first_figures(rubric: Rubric, first: Sequence[Reading]) -> Iterator[str]:
    """How the rules did on each new author when nothing had been mended for them: what to expect of the next one."""
    if not first:
        return
    worst_first = list(reversed(rubric.graded_levels))
    yield "What the rules said of new authors before anything was mended for them (`first_suggestions.jsonl`):"
    yield ""
    yield "| author | n | QWK | exact | adj. | lowest found |"
    yield "|---|---|---|---|---|---|"
    for author in sorted({reading.author for reading in first}):
        pairs = [(worst_first[one.label], worst_first[one.rule]) for one in first if one.author == author]
        told = asdict(agreement(pairs, rubric.levels))
        yield f"| {author} | {told['n']} | {' | '.join(_four(told))} |"
    yield ""


def _row(rubric: Rubric, name: str, runs: Sequence[Run], sections: Sequence[str]) -> str:
    by_rule: list[Pair] = []
    suggested: list[Pair] = []
    for run in runs:
        labels = run.pep.gold.final[rubric.id]
        for section in run.record.suggestions[rubric.id].sections:
            if section.id in sections and section.id in labels:
                by_rule.append((labels[section.id], section.bonus_on or section.rule_level))
                suggested.append((labels[section.id], section.graded))
    told = sureness.figures([one for one in sureness.judged(rubric, runs) if one.section.id in sections])
    sure = None if told["unsure_share"] is None else 1 - told["unsure_share"]
    rules, model = (asdict(agreement(pairs, rubric.levels)) for pairs in (by_rule, suggested))
    cells = [*_four(rules), *_four(model), _two(sure), _two(told["exact_when_sure"])]
    return f"| {name} | {rules['n']} | {' | '.join(cells)} |"


def _four(told: dict[str, Any]) -> list[str]:
    return [_two(told[key]) for key in ("qwk", "exact", "adjacent", "lowest_recall")]


def _features(settings: Settings, model: Model) -> Iterator[str]:
    yield "A weight is for one standard deviation; `pepinsight features` tells what each feature is."
    for id, section in model.sections.items():
        less = settings.sections[id].less
        pairs = sorted(zip(section.names, section.ordinal.weights, strict=True), key=lambda pair: -pair[1])
        told = ", ".join(f"{name}{' (less is better)' if name in less else ''} {weight:.2f}" for name, weight in pairs)
        yield f"- **{id}** (sure from {model.sure_from[id]:.2f}): {told}"


def _two(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
