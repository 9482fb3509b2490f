"""Why a level is suggested: each level's criteria, met or not, each with its quotes or where it was looked for."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pepinsight.calibration import SectionSuggestion
from pepinsight.evidence import REGISTRY, Evidence
from pepinsight.rubrics import CriterionResult, Rubric
from pepinsight.ui import levels, theme
from pepinsight.ui.screens.quotes import quote_buttons

_SIGNS = {True: ("✓", "Met", "done"), False: ("✗", "Not met", "alarm"), None: ("?", "Cannot tell", "ask")}


def show_criteria(rubric: Rubric, section: SectionSuggestion, evidence: Sequence[Evidence]) -> None:
    """The suggested level's criteria first, then better levels', the nearest first, then what lower levels lack."""
    if section.suggested != section.rule_level:
        st.html(theme.note(_moved(rubric, section)))
    passed = []
    for level in _order(rubric, section.suggested):
        asked = [(at, one) for at, one in enumerate(section.criteria) if one.level == level]
        met = sum(one.met is True for _, one in asked)
        if asked and met == len(asked) and level in _below(rubric, section.suggested):
            passed.append(levels.label(rubric, level))
            continue
        if not asked:
            continue
        st.html(
            f"<h3 class='pep-level'>{theme.text(levels.label(rubric, level))} ({theme.text(level)}) "
            f"<span>{met} of {len(asked)} met</span></h3>"
        )
        for at, criterion in asked:  # a rubric may use a criterion's id at several levels, so its place is the key
            _criterion(f"{section.id}-{at}", criterion, evidence)
    if passed:
        st.html(theme.note(f"All criteria of {' and '.join(passed)} are met too."))
    if not section.criteria:
        st.html(theme.note(_without_criteria(section)))
    _anchors(rubric, section.id)


def show_found(section: SectionSuggestion, evidence: Sequence[Evidence]) -> None:
    """What was looked for and found, without what it would count for: where the suggestion itself is switched off."""
    for at, criterion in enumerate(section.criteria):
        st.html(f"<p class='pep-criterion'>{theme.text(criterion.says)}</p>" + theme.note(criterion.reason))
        quote_buttons([evidence[id] for id in criterion.evidence], f"{section.id}-{at}")
    if not section.criteria:
        st.html(theme.note(_without_criteria(section)))


def _order(rubric: Rubric, suggested: str) -> list[str]:
    if suggested not in rubric.levels:
        return list(rubric.levels)
    at = rubric.levels.index(suggested)
    return [suggested, *reversed(rubric.levels[:at]), *_below(rubric, suggested)]


def _below(rubric: Rubric, suggested: str) -> tuple[str, ...]:
    return rubric.levels[rubric.levels.index(suggested) + 1 :] if suggested in rubric.levels else ()


def _criterion(key: str, criterion: CriterionResult, evidence: Sequence[Evidence]) -> None:
    sign, words, tone = _SIGNS[criterion.met]
    st.html(
        f"<p class='pep-criterion'><span class='pep-sign pep-{tone}'>{sign} {words}</span> "
        f"{theme.text(criterion.says)}</p>" + theme.note(criterion.reason)
    )
    quote_buttons([evidence[id] for id in criterion.evidence], key)


def _anchors(rubric: Rubric, section: str) -> None:
    passages = next((one.anchors for one in rubric.data.sections if one.id == section), {})
    if passages:
        shown = "".join(
            f"<p class='pep-line'>{levels.pill(rubric, level, settled=True)}</p>"
            f"<blockquote class='pep-note'>{theme.text(passages[level])}</blockquote>"
            for level in rubric.levels
            if level in passages
        )
        st.html(f"<h3 class='pep-level'>What a level looks like, in made-up passages</h3>{shown}")


def _moved(rubric: Rubric, section: SectionSuggestion) -> str:
    because = ", ".join(REGISTRY[name].describes if name in REGISTRY else name for name in section.moved_by)
    return (
        f"The rule alone gives {levels.label(rubric, section.rule_level)} ({section.rule_level}); the model trained on "
        f"rated PEPs moved the suggestion{f' because of {because}' if because else ''}."
    )


def _without_criteria(section: SectionSuggestion) -> str:
    if section.not_in_file:
        return "This file does not hold that part of the plan, so there is nothing to rate here."
    return "The section does not apply to this plan, so no criteria were looked at."
