"""Which earlier PEP of the same child this one was compared with, or why with none."""

from __future__ import annotations

import streamlit as st

from pepinsight.plan import Plan
from pepinsight.store import StoreError
from pepinsight.ui import desk, theme
from pepinsight.ui.desk import Opened
from pepinsight.ui.person import reviewer


def show_earlier(opened: Opened) -> None:
    """One line; where an earlier PEP was added after this one was assessed, a button to compare the two."""
    findings = opened.suggestion.assessment.findings
    kept = desk.earlier_kept(findings, opened.file)
    if findings.previous is not None:
        st.html(theme.note(f"Compared with {_named(findings.previous)}."))
    elif kept.message is not None:
        st.html(theme.note(kept.message))
    if kept.plan is not None and desk.is_newer(kept, findings.previous):
        st.html(theme.note(f"Not yet compared with {_named(kept.plan)}, which was added later.", "ask"))
        st.button("Compare with it", key="compare", on_click=_compare, args=(opened.file.id,))


def _named(plan: Plan) -> str:
    kind, day = ("meeting", plan.dates.meeting) if plan.dates.meeting else ("completed", plan.dates.completed)
    return f"{plan.document.name} ({kind} {day.day} {day:%B %Y})" if day else plan.document.name


def _compare(file_id: int) -> None:
    try:
        desk.compare_anew(file_id, reviewer())
    except StoreError as error:
        st.session_state["problem"] = str(error)
