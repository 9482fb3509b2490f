"""``Assessment`` to ``Suggestion``: how sure the rule's level is, and rarely a level beside it that is far surer."""

from __future__ import annotations

from dataclasses import replace

from pepinsight.calibration.files import in_use
from pepinsight.calibration.model import Model
from pepinsight.calibration.suggestion import SectionSuggestion, Suggestion
from pepinsight.evidence import REGISTRY, Findings, Value
from pepinsight.rubrics import Assessment, SectionRating, kept_rubric, load_rubric

MOST_NAMED = 3
"""How many of the features behind a move are named."""


def calibrate(assessment: Assessment, findings: Findings) -> Suggestion:
    """The suggested levels, how sure they are, and the overall judgement they would lead to.

    ``findings`` are those that the assessment was made from. A rubric for which there is no model, or whose rules are
    not those that the model was trained beside, is suggested as the rules say, without a confidence. Where pages are
    scanned, no section is sure and none has a confidence: how often such a reading agrees was never measured.
    Raises ValueError when the findings are another plan's, and DataFileError for a model file that cannot be used.
    """
    return calibrate_by(in_use(assessment.rubric, assessment.rules), assessment, findings)


def calibrate_by(model: Model | None, assessment: Assessment, findings: Findings) -> Suggestion:
    """As ``calibrate``, by a model of one's own or by none."""
    if findings.plan is not assessment.findings.plan:
        raise ValueError("the findings and the assessment are of different plans")
    if model is not None and not model.fits(assessment.rubric, assessment.rules):
        model = None
    sections = tuple(
        _with_bonus(rating, _section(rating.without_bonus, model, findings)) for rating in assessment.sections
    )
    overall = assessment.overall
    if overall is not None and any(section.moved_by for section in sections):
        rubric = kept_rubric(assessment.file) if assessment.file else load_rubric(assessment.rubric)
        overall = rubric.overall({section.id: section.suggested for section in sections})
    made_with = {
        "rubric": assessment.version,
        "rules": assessment.rules,
        "model": model.version if model is not None else "none",
    }
    return Suggestion(assessment, sections, overall, made_with)


def _with_bonus(rating: SectionRating, found: SectionSuggestion) -> SectionSuggestion:
    """The rule's bonus level where nothing moved the level that it stands on."""
    if rating.bonus_on is None or found.suggested != rating.bonus_on:
        return found
    return replace(found, rule_level=rating.rule_level, suggested=rating.rule_level, bonus_on=rating.bonus_on)


def _section(rating: SectionRating, model: Model | None, findings: Findings) -> SectionSuggestion:
    if model is None or rating.id not in model.sections or rating.rule_level not in model.levels:
        rated = rating.rule_level != "NA"
        unsure = rating.unsure or not rating.part_found or (bool(findings.plan.document.scanned) and rated)
        return _suggestion(rating, rating.rule_level, unsure, rating.likely)
    values = {
        name: findings.features[name].value for name in model.sections[rating.id].names if name in findings.features
    }
    chances = model.probabilities(rating, values)
    suggested, moved_by = _moved(rating, model, chances, findings)
    confidence = chances[suggested]
    other = max((level for level in model.levels if level != suggested), key=lambda level: chances[level])
    likely = tuple(level for level in model.levels if level in (suggested, other))
    unsure = not (rating.part_found and model.sure(rating, confidence))
    if findings.plan.document.scanned:
        return _suggestion(rating, suggested, True, likely, moved_by=moved_by)
    if not set(rating.likely) <= set(model.levels):  # whether the section applies is for a person to say
        unsure, likely = True, rating.likely
    return _suggestion(rating, suggested, unsure, likely, confidence, chances, moved_by)


def _moved(
    rating: SectionRating, model: Model, chances: dict[str, float], findings: Findings
) -> tuple[str, tuple[str, ...]]:
    """The rule's level, or the one beside it when that is likelier by the margin and there are features to show for it;
    to and from the lowest level only on features that quote the PEP."""
    at, last = model.levels.index(rating.rule_level), len(model.levels) - 1
    beside = [model.levels[other] for other in (at - 1, at + 1) if 0 <= other <= last]
    best = max(beside, key=lambda level: chances[level])
    if chances[best] - chances[rating.rule_level] < model.move_margin:
        return rating.rule_level, ()
    up = model.levels.index(best) < at
    section = model.sections[rating.id]
    values = {name: findings.features[name].value for name in section.names if name in findings.features}
    behind = section.behind(values, model.ladders, up)
    if last in (at, model.levels.index(best)):
        behind = tuple(name for name in behind if findings.features[name].evidence)
    if not behind:
        return rating.rule_level, ()
    return best, tuple(_in_words(name, values[name]) for name in behind[:MOST_NAMED])


def _in_words(name: str, value: Value) -> str:
    said = {True: "yes", False: "no"}[value] if isinstance(value, bool) else value
    unit = f" {REGISTRY[name].unit}" if REGISTRY[name].unit else ""
    return f"{REGISTRY[name].describes} ({said}{unit})"


def _suggestion(
    rating: SectionRating,
    suggested: str,
    unsure: bool,
    likely: tuple[str, ...],
    confidence: float | None = None,
    chances: dict[str, float] | None = None,
    moved_by: tuple[str, ...] = (),
) -> SectionSuggestion:
    return SectionSuggestion(
        id=rating.id,
        title=rating.title,
        rule_level=rating.rule_level,
        suggested=suggested,
        unsure=unsure,
        likely=likely,
        confidence=confidence,
        probabilities=chances,
        moved_by=moved_by,
        criteria=rating.criteria,
        not_in_file=rating.not_in_file,
        of_overall=rating.of_overall,
        part_found=rating.part_found,
    )
