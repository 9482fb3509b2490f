"""Where a rubric is for another phase than a PEP's: why there are no levels, and the way to a rubric that covers it."""

from __future__ import annotations

import streamlit as st

from pepinsight.rubrics import Rubric
from pepinsight.ui import desk, theme
from pepinsight.ui.desk import Opened
from pepinsight.ui.router import go


def show_other_rubrics(opened: Opened) -> None:
    """The reason, and one button a rubric, the likeliest to be wanted drawn as such."""
    st.warning(theme.plain(opened.suggestion.assessment.message or "This rubric does not cover this PEP."))
    covering = desk.covering(opened.suggestion.assessment.findings.plan.phase)
    for rubric in covering:
        other_rubric_button(opened.file.id, rubric, primary=rubric is covering[0])
    if not covering:
        st.html(theme.note("No rubric that is installed here covers this phase."))


def other_rubric_button(file_id: int, rubric: Rubric, primary: bool) -> None:
    """One press has the PEP looked at by this rubric, and opens its review by it."""
    st.button(
        f"Look at it by: {theme.plain(rubric.data.title)}",
        key=f"by-{file_id}-{rubric.id}",
        type="primary" if primary else "secondary",
        on_click=_take,
        args=(file_id, rubric.id),
    )


def rubric_key(file_id: int) -> str:
    """Under which name the session holds the rubric by which a PEP's review is open."""
    return f"rubric-{file_id}"


def _take(file_id: int, rubric: str) -> None:
    st.session_state[rubric_key(file_id)] = rubric
    go("review", file_id)
