"""A rubric to read: sections, levels, criteria in words, the roll-up and the authority's own settings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from pepinsight.rubrics import Rubric, checklist_ids, load_rubric, rubric_ids, template_ids
from pepinsight.rubrics.library import own_folder, unusable_rubrics
from pepinsight.rubrics.reasons import section_names, setting_name
from pepinsight.rubrics.rubric_file import PHASES, OutcomeData, SectionData
from pepinsight.rubrics.wording import in_words
from pepinsight.store import StoreError
from pepinsight.store.switches import OUR_RUBRIC
from pepinsight.ui import desk, levels, theme
from pepinsight.ui.person import reviewer
from pepinsight.ui.router import go
from pepinsight.ui.screens.again import show_again
from pepinsight.ui.words import source

_OURS = "New PEPs are looked at by our rubric, unless another is chosen. Earlier reviews stay as they are."
_KINDS = {"rubric": "Rates PEPs", "checklist": "Informs beside any rubric, rates nothing", "template": "Template"}


def show() -> None:
    """Draw the page: the rubric whose ``id`` stands in the address, else the first."""
    st.title("Quality rubrics", anchor=False)
    ids = (*rubric_ids(), *checklist_ids(), *template_ids())
    titles = {id: load_rubric(id).data.title for id in ids}
    asked = st.query_params.get("id", "")
    st.session_state["rubric-read"] = asked if asked in ids else desk.our_rubric()
    chosen = st.selectbox("Rubric", ids, format_func=titles.__getitem__, key="rubric-read", on_change=_read)
    for message in unusable_rubrics().values():
        st.warning(theme.plain(f"This file of your own cannot be used. {message}"))
    _head(load_rubric(chosen))
    st.html(
        theme.note(f"Rubrics of your own stand in {own_folder()}. docs/writing-a-rubric.md tells how to write one.")
    )


def _read() -> None:
    go("rubric", keeps={"id": st.session_state["rubric-read"]})


def _head(rubric: Rubric) -> None:
    data = rubric.data
    st.html(
        theme.facts_line(
            _KINDS[rubric.kind],
            f"Version {data.version}",
            "For " + ", ".join(PHASES[phase] for phase in data.phases),
            f"Source: {source(data.source)}" if data.source else None,
        )
    )
    _ours(rubric)
    if rubric.kind == "rubric":
        show_again(desk.store().list_files(), rubric)
    if data.sections:
        pills = " ".join(levels.pill(rubric, level, settled=True) for level in rubric.levels)
        st.html(f"<p class='pep-line'>{pills}</p>")
        _overall(rubric)
    if data.settings:
        rows = (f"{_capital(setting_name(data, name))}: {_setting(value)}" for name, value in data.settings.items())
        st.html(_list("The authority's own settings", rows))
    for section in data.sections:
        _section(rubric, section)
    _checks(rubric)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _setting(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _ours(rubric: Rubric) -> None:
    """Whether new PEPs are looked at by this rubric, and the way to have them so."""
    if rubric.kind != "rubric":
        return
    if rubric.id == desk.our_rubric():
        chosen = desk.store().our_rubric()
        known = chosen is not None and chosen.subject == rubric.id
        by = f". Chosen by {chosen.reviewer}, {theme.moment(chosen.when)}" if chosen and known else ""
        st.html(theme.note(f"✓ Our rubric: new PEPs are looked at by it{by}.", "done"))
    else:
        st.button("Make this our rubric", key="our-rubric", help=_OURS, on_click=_choose_ours, args=(rubric.id,))


def _choose_ours(rubric: str) -> None:
    try:
        desk.store().switch(OUR_RUBRIC, True, reviewer(), rubric)
    except StoreError as error:
        st.session_state["problem"] = str(error)


def _overall(rubric: Rubric) -> None:
    outcomes = rubric.data.overall.outcomes if rubric.data.overall else []
    lines = "".join(
        f"<li>{theme.pill(one.label, one.colour, settled=True)} {theme.text(one.says)} "
        f"{theme.note(_when(rubric, one))}</li>"
        for one in outcomes
    )
    st.html(f"<h2 class='pep-section'>One judgement of all: the first that holds</h2><ol>{lines}</ol>")
    if outcomes and outcomes[-1].when is not None:
        st.html(theme.note("Where none holds, the rule does not decide, and a person does."))


def _when(rubric: Rubric, outcome: OutcomeData) -> str:
    expression = rubric.when.get(("overall", outcome.level))
    return f"{in_words(expression, rubric.data)}." if expression else "All that remain."


def _section(rubric: Rubric, section: SectionData) -> None:
    with st.expander(theme.plain(section.title), key=f"read-{section.id}", on_change="rerun") as opened:
        if not opened.open:
            return
        applies = rubric.when.get((section.id, "applies"))
        facts = (
            f"Looks at {section_names(section.reads)}." if section.reads else None,
            f"Completed by {_people(section)}." if section.completed_by else None,
            f"Only where this holds: {in_words(applies, rubric.data)}." if applies else None,
            "Part of the overall judgement; a person confirms it." if section.of_overall else None,
            f"Source: {source(section.source)}." if section.source else None,
            f"Advice: {section.advice}" if section.advice else None,
        )
        st.html("".join(theme.note(fact) for fact in facts if fact))
        for level in rubric.levels:
            _level(rubric, section, level)


def _people(section: SectionData) -> str:
    return ", ".join(person.replace("_", " ") for person in section.completed_by)


def _level(rubric: Rubric, section: SectionData, level: str) -> None:
    criteria = section.levels.get(level, [])
    says = "".join(
        f"<li>{theme.text(one.says)}"
        + theme.note(f"{in_words(rubric.when[section.id, level, one.id], rubric.data)}.")
        + (theme.note(f"Advice: {one.advice}") if one.advice else "")
        + "</li>"
        for one in criteria
    )
    anchor = section.anchors.get(level)
    if criteria or anchor or level == rubric.levels[-1]:
        rest = "" if criteria or rubric.data.template else theme.note("What remains when no better level is met.")
        st.html(
            f"<p class='pep-line'>{levels.pill(rubric, level, settled=True)}</p>"
            + (f"<ul>{says}</ul>" if criteria else rest)
            + (f"<blockquote class='pep-note'>{theme.text(anchor)}</blockquote>" if anchor else "")
        )


def _checks(rubric: Rubric) -> None:
    about: dict[str, list[str]] = {}
    for check in rubric.data.checks:
        about.setdefault(check.about or "Points that are looked for and rate nothing", []).append(check.says)
    for heading, says in about.items():
        st.html(_list(heading, says))


def _list(heading: str, lines: Iterable[str] | Sequence[str]) -> str:
    items = "".join(f"<li>{theme.text(line)}</li>" for line in lines)
    return f"<h2 class='pep-section'>{theme.text(heading)}</h2><ul>{items}</ul>"
