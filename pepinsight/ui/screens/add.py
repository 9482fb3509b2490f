"""Adding PEPs: one or many files, each with what became of it."""

from __future__ import annotations

import streamlit as st

from pepinsight.rubrics import load_rubric
from pepinsight.ui import desk, theme
from pepinsight.ui.desk import Brought
from pepinsight.ui.person import reviewer
from pepinsight.ui.router import go
from pepinsight.ui.screens.other_rubrics import other_rubric_button
from pepinsight.ui.screens.welcome import try_sample
from pepinsight.ui.words import words


def show() -> None:
    """Draw the page."""
    st.title("Add PEPs", anchor=False)
    rubrics = {rubric.id: rubric.data.title for rubric in desk.rubrics()}
    rubric = st.selectbox("Quality rubric", list(rubrics), format_func=rubrics.__getitem__, key="add_rubric")
    files = st.file_uploader(
        f"Files, or a zip archive of them: {words().formats}",
        accept_multiple_files=True,
        key="files",
        help="Choose one or many. They are read on this computer and kept in its own database.",
    )
    done: dict[str, list[Brought]] = st.session_state.setdefault("brought", {})
    waiting = [file for file in files if file.file_id not in done]
    if waiting:
        bar = st.progress(0.0)
        for number, file in enumerate(waiting):
            says = f"Reading {number + 1} of {len(waiting)} (stay on this page): {theme.plain(file.name)}"
            bar.progress(number / len(waiting), says)
            brought = done[file.file_id] = []
            for one in desk.bring_all(file.name, file.getvalue(), rubric, reviewer()):
                brought.append(one)
                bar.progress(number / len(waiting), f"{says}, read {theme.plain(one.name)}")
        if sum(len(done[file.file_id]) for file in waiting) > 1:
            # Whichever order they were chosen in, two PEPs of one child find each other.
            for number, file in enumerate(waiting):
                bar.progress((number + 1) / len(waiting), "Comparing with each child's earlier PEP")
                done[file.file_id] = [desk.bring_together(one, reviewer()) for one in done[file.file_id]]
        bar.empty()
    for file in files:
        for number, one in enumerate(done[file.file_id]):
            _outcome(one, f"{file.file_id}-{number}")
    if not files:
        st.html(theme.note("No PEP at hand? Try one that is wholly fictional."))
        with st.container(horizontal=True):
            try_sample("add")


def _outcome(brought: Brought, key: str) -> None:
    with st.container(key=f"outcome-{key}", border=True):
        said, button = st.columns([6, 1], vertical_alignment="center")
        name = theme.text(brought.name)
        if brought.file_id is None:
            line = theme.note(brought.message or "The file could not be read.", "alarm")
            said.html(f"<p class='pep-name'>✗ {name}</p>{line}")
            return
        seen = "Already seen: it was added before, and its review stands as it was."
        read = "Read." if brought.other_rubric else "Assessed."
        compared = f"Compared with {brought.compared_with}." if brought.compared_with else None
        says = " ".join(filter(None, [seen if brought.already_seen else read, brought.message, compared]))
        said.html(f"<p class='pep-name'>✓ {name}</p>" + theme.note(says))
        button.button("Open", key=f"go-{key}", on_click=go, args=("review", brought.file_id), width="stretch")
        if brought.other_rubric:
            with said:
                other_rubric_button(brought.file_id, load_rubric(brought.other_rubric), primary=False)
