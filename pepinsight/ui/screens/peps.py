"""The list of PEPs: what is here, how far each has come, and the way into each."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pepinsight.plan import year_name
from pepinsight.reports.words import day
from pepinsight.review import Withheld
from pepinsight.store import FileReview, ListedFile
from pepinsight.ui import desk, theme
from pepinsight.ui.router import go
from pepinsight.ui.screens.again import show_again
from pepinsight.ui.screens.downloads import show_list_downloads
from pepinsight.ui.screens.welcome import try_sample

A_SCREEN = 25
_WELCOME = """
<div class="pep-welcome">
<p>A second pair of eyes for the quality assurance of Personal Education Plans.</p>
<ol>
<li><b>Bring PEPs in</b> as Word or PDF files. They are read on this computer and stay on it.</li>
<li><b>See the words</b> that speak for or against each part of your quality rubric, and a suggested level.</li>
<li><b>You decide.</b> Confirm each section or choose another level, then take a letter for the school with you.</li>
</ol>
</div>
"""
STATES = ("All", "Not started", "In progress", "Finished")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a PEP's review has come: its state, in words (with their tone), and the overall judgement as HTML."""

    state: str
    says: str
    tone: str
    overall: str


def progress(reviews: tuple[FileReview, ...]) -> Progress:
    """The state by the rubric with which the work has come furthest."""
    rated = [one for one in reviews if one.review.sections]
    if not rated:
        return Progress("Not started", "○ Not covered by the rubric", "ask", "")
    furthest = max(rated, key=lambda one: one.confirmed)
    if any(section.withheld is Withheld.BLIND for section in furthest.review.sections):
        return Progress("In progress", "◌ In a blind check", "quiet", "")
    total = len(furthest.review.sections)
    if furthest.review.finished:
        overall = furthest.judgement.overall
        settled = theme.pill(overall.label, overall.colour, settled=True) if overall else ""
        return Progress("Finished", "✓ Finished", "done", settled)
    suggested = _suggested(furthest)
    if furthest.confirmed == 0:
        return Progress("Not started", f"○ Not started: {total} sections", "quiet", suggested)
    return Progress("In progress", f"◐ {furthest.confirmed} of {total} sections confirmed", "ask", suggested)


def _suggested(review: FileReview) -> str:
    overall = review.suggested_overall
    if review.review.withholds:
        return theme.status("You rate first" if _first(review) else "No overall suggestion")
    pill = theme.pill(overall.label, overall.colour) if overall else theme.status("No overall suggestion")
    unsure = theme.status(f"{review.unsure} not sure") if review.unsure else ""
    return theme.status("Suggested") + pill + unsure if overall else pill


def _first(review: FileReview) -> bool:
    return any(section.withheld is Withheld.FIRST for section in review.review.sections)


def show() -> None:
    """Draw the page."""
    files = desk.store().list_files()
    st.title("Personal Education Plans", anchor=False)
    if not files:
        _nothing_yet()
        return
    wanted, state, downloads = _filters()
    rows = [(one, progress(one.reviews)) for one in files]
    rows = [row for row in rows if wanted in _sought(row[0]) and state in ("All", row[1].state)]
    shown = st.session_state.setdefault("rows_shown", A_SCREEN)
    with downloads:
        show_list_downloads([listed for listed, _ in rows])
    for rubric in desk.rubrics():
        show_again(files, rubric)
    total = "1 PEP" if len(files) == 1 else f"{len(files)} PEPs"
    st.html(theme.note(f"{len(rows)} of {total}" if len(rows) != len(files) else total))
    with st.container(key="peps", gap=None):
        for listed, how_far in rows[:shown]:
            _row(listed, how_far)
    if not rows:
        st.info("No PEP fits this search. Clear the search field or choose another state.")
    if len(rows) > shown:
        st.button(f"Show more ({len(rows) - shown})", on_click=_more)


def _more() -> None:
    st.session_state["rows_shown"] += A_SCREEN


def _filters() -> tuple[str, str, DeltaGenerator]:
    with st.container(key="filters"):
        left, middle, right = st.columns([3, 4, 3], vertical_alignment="bottom")
    wanted = left.text_input("Search by file name or school", key="wanted").strip().casefold()
    state = middle.segmented_control("State", STATES, default="All", key="state") or "All"
    with right.container(horizontal=True, horizontal_alignment="right"):
        downloads = st.container(width="content")
        st.button("Add PEPs", key="add", type="primary", icon=":material/upload_file:", on_click=go, args=("add",))
    return wanted, state, downloads


def _sought(listed: ListedFile) -> str:
    """The words that a search looks through."""
    school = listed.outline.school if listed.outline else None
    return f"{listed.file.name} {school or ''}".casefold()


def _outline(listed: ListedFile) -> tuple[str | None, ...]:
    """What a caseworker knows a PEP by beside its file's name, which often says nothing."""
    outline = listed.outline
    if outline is None:
        return ()
    return outline.school, year_name(outline.year_group), day(outline.day)


def _row(listed: ListedFile, how_far: Progress) -> None:
    file = listed.file
    with st.container(key=f"pep-{file.id}"):
        name, overall, state, button = st.columns([4.6, 3.4, 2.8, 1.2], vertical_alignment="center")
        fictional = "Fictional example" if desk.is_fictional(file) else None
        received = f"Added {day(file.received)} by {file.received_by}"
        name.html(
            f"<p class='pep-name'>{theme.text(file.name)}</p>"
            + theme.facts_line(*_outline(listed), received, fictional)
        )
        overall.html(f"<p class='pep-line'>{how_far.overall}</p>")
        state.html(theme.status(how_far.says, how_far.tone))
        button.button("Open", key=f"open-{file.id}", on_click=go, args=("review", file.id), width="stretch")


def _nothing_yet() -> None:
    st.html(_WELCOME)
    with st.container(horizontal=True):
        try_sample("list")
        st.button("Add your own PEPs", icon=":material/upload_file:", on_click=go, args=("add",))
