"""The way to look again at all PEPs by a rubric that has changed, on the list and on the rubric's own page."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from pepinsight.rubrics import Rubric
from pepinsight.store import ListedFile
from pepinsight.ui import theme
from pepinsight.ui.again import Before, look_again, looked_at_before
from pepinsight.ui.person import reviewer

_HELP = "Makes a new suggestion for each of them. What people decided stays as it is, confirmed ratings too."


def show_again(files: Iterable[ListedFile], rubric: Rubric) -> None:
    """Say how many PEPs an earlier wording of the rubric was used on, with the button; nothing where there is none."""
    before = looked_at_before(files, rubric)
    if not (before.files or before.waiting):
        return
    key = f"again-{rubric.id}"
    with st.container(key=f"row-{key}", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(theme.note(_says(before), "ask"))
        pressed = bool(before.files) and st.button("Look again at all", key=key, help=_HELP)
    if pressed:
        _again(before)


def _says(before: Before) -> str:
    number = len(before.files) + before.waiting
    peps = "1 PEP was" if number == 1 else f"{number} PEPs were"
    wait = f" {before.waiting} in a blind check: to be looked at again when it has ended." if before.waiting else ""
    return f"{peps} looked at by an earlier wording of {before.rubric.data.title}, which has changed since.{wait}"


def _again(before: Before) -> None:
    bar = st.progress(0.0)

    def progress(done: int, of: int, name: str) -> None:
        bar.progress(done / of, f"Looking again, {done + 1} of {of} (stay on this page): {theme.plain(name)}")

    failed = look_again(before, reviewer(), progress)
    bar.empty()
    done = len(before.files) - len(failed)
    st.session_state["said"] = (
        f"Looked again at {done} {'PEP' if done == 1 else 'PEPs'} by {before.rubric.data.title}, version "
        f"{before.rubric.data.version}. Every decision stands as it was."
    )
    if failed:
        st.session_state["problem"] = " ".join(failed)
    st.rerun()
