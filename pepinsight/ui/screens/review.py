"""The review of one PEP: on the left the PEP itself, on the right what is suggested and what a person decides."""

from __future__ import annotations

from collections import defaultdict

import streamlit as st

from pepinsight.plan import year_name
from pepinsight.reports.words import day
from pepinsight.ui import desk, theme
from pepinsight.ui.desk import Opened
from pepinsight.ui.person import reviewer
from pepinsight.ui.reader import show as show_reader
from pepinsight.ui.reader.view import notes, sheets
from pepinsight.ui.router import go
from pepinsight.ui.screens.beside import show_beside
from pepinsight.ui.screens.checks import show_checks
from pepinsight.ui.screens.downloads import show_downloads
from pepinsight.ui.screens.earlier import show_earlier
from pepinsight.ui.screens.facts import show_facts
from pepinsight.ui.screens.forget import show_forget
from pepinsight.ui.screens.other_rubrics import rubric_key, show_other_rubrics
from pepinsight.ui.screens.overall import confirm_remaining, show_overall
from pepinsight.ui.screens.quotes import choice, passages, quote_buttons
from pepinsight.ui.screens.section import focus_of, show_section
from pepinsight.ui.screens.timing import show_timing
from pepinsight.ui.screens.version import show_version, show_way
from pepinsight.ui.words import is_harm, is_past_harm, is_quiet, kind_of, words


def show(file_id: int | None) -> None:
    """Draw the page. Raises StoreError when the address names no PEP that is kept here."""
    if file_id is None or not (used := desk.rubrics_of(file_id)):
        st.error("The address names no PEP that is kept here. It may have been removed.")
        st.button("All PEPs", key="back", on_click=go, args=("list",))
        return
    with st.container(key="head", horizontal=True, vertical_alignment="center", gap="small"):
        st.button("All PEPs", key="back", icon=":material/arrow_back:", on_click=go, args=("list",))
        title = st.container(key="title", width="stretch")
        rubric = _choose_rubric(file_id, used)
        downloads = st.container(key="downloads", width="content")
    opened = desk.open_pep(file_id, rubric)
    _fresh(opened)
    with title:
        _title(opened)
    if opened.in_blind_check:
        st.info("Officers rate this PEP in a blind check. What is suggested for it is shown once the check has ended.")
        st.button("Blind check", key="to-blind", on_click=go, args=("blind",))
        return
    with downloads:
        show_downloads(opened)
    _harm(opened)
    left, right = st.columns([11, 9], gap="small")
    with left, st.container(key="document"):
        _reader(opened)
    with right, st.container(key="judgement", gap="small"):
        if opened.suggestion.assessment.applies:
            _sections(opened)
        else:
            show_other_rubrics(opened)
        show_forget(opened.file)


def _harm(opened: Opened) -> None:
    """Words of harm, those of the present first and with an alarm."""
    found = [item for item in opened.suggestion.assessment.findings.evidence if is_harm(item)]
    past = passages(item for item in found if is_past_harm(item))
    now = passages(item for item in found if not is_past_harm(item))
    if not found:
        return
    with st.container(key="harm" if now else "past-harm", gap=None):
        if now:
            count = f"{len(now)} passages" if len(now) > 1 else "1 passage"
            st.html(f"<p class='pep-harm'>⚠ {count} may speak of harm. Please read first: no rating rests on this.</p>")
            quote_buttons(now, "harm", beside=True)
        if past:
            st.html(theme.note("Words of harm told of the past, or as the reason for care. No rating rests on them."))
            quote_buttons(past, "past-harm", beside=True)


def _sections(opened: Opened) -> None:
    show_overall(opened)
    show_version(opened)
    with st.container(key="tools", horizontal=True, vertical_alignment="center", gap="small"):
        confirm_remaining(opened)
    show_earlier(opened)
    show_facts(opened)
    for section in sorted(opened.suggestion.sections, key=lambda section: not section.of_overall):
        show_section(opened, section)
    show_timing(opened)
    show_checks(opened)
    show_beside(opened)
    show_way(opened)


def _fresh(opened: Opened) -> None:
    """Put away what belonged to another PEP: open sections, chosen quotes, unsaved changes."""
    now = (opened.file.id, opened.rubric.id)
    if st.session_state.get("on_desk") != now:
        for name in list(st.session_state):
            if str(name).startswith(("why-", "all-", "level-", "reason-")):
                del st.session_state[name]
        for name in ("changing", "choice", "problems"):
            st.session_state.pop(name, None)
        st.session_state["on_desk"] = now


def _choose_rubric(file_id: int, used: tuple[str, ...]) -> str:
    titles = {id: f"{id} (no longer here)" for id in used} | {one.id: one.data.title for one in desk.rubrics()}
    key = rubric_key(file_id)
    if key not in st.session_state:
        st.session_state[key] = desk.rubric_to_open(file_id)
    st.selectbox("Quality rubric", list(titles), format_func=titles.__getitem__, key=key, label_visibility="collapsed")
    chosen = str(st.session_state[key])
    if chosen not in used:
        desk.rate_by(file_id, chosen, reviewer())
    return chosen


def _title(opened: Opened) -> None:
    plan = opened.suggestion.assessment.findings.plan
    meeting = plan.dates.meeting
    fictional = "Fictional example" if desk.is_fictional(opened.file) else None
    st.html(
        f"<h1 class='pep-title'>{theme.text(plan.child.name or opened.file.name)}</h1>"
        + theme.facts_line(
            opened.file.name if plan.child.name else None,
            year_name(plan.year_group),
            f"Meeting {day(meeting)}" if meeting else None,
            fictional,
        )
    )


def _reader(opened: Opened) -> None:
    findings = opened.suggestion.assessment.findings
    focus = focus_of(opened)
    ids = sorted({id for criterion in focus.criteria for id in criterion.evidence}) if focus else []
    show_reader(
        # Drawn anew when the words or their marks change, not when a fact moves a level: the place is kept then.
        key=f"{opened.file.id}-{hash(tuple((item.start, item.end) for item in findings.evidence))}",
        title=f"The PEP {opened.file.name}",
        sheets=sheets(findings.plan.document, findings.evidence),
        notes=notes(findings.evidence, lambda feature: kind_of(feature).id, is_quiet, _counts_for(opened)),
        kinds=[{"id": kind.id, "label": kind.label, "look": kind.look} for kind in words().kinds],
        focus=tuple(ids),
        choice=choice(),
    )


def _counts_for(opened: Opened) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for section in opened.suggestion.sections:
        for id in sorted({id for criterion in section.criteria for id in criterion.evidence}):
            found[id].append(section.title)
    return found
