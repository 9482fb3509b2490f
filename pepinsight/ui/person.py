"""Who is working: every decision stands under a name."""

from __future__ import annotations

import streamlit as st

from pepinsight.ui import desk

NOBODY = "Local reviewer"


def reviewer() -> str:
    """The name under which decisions are recorded now."""
    return str(st.session_state.get("reviewer") or "").strip() or NOBODY


def ask_name() -> None:
    """The field for the name, in the sidebar."""
    if "reviewer" not in st.session_state:
        # On a person's own computer the one who worked last comes back; the name stays in sight and can be changed.
        st.session_state["reviewer"] = desk.last_reviewer() or NOBODY
    st.text_input("Your name", key="reviewer", max_chars=200, help="Your decisions are recorded under this name.")
