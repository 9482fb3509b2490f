"""Who is working: every decision stands under a name."""

from __future__ import annotations

import streamlit as st

NOBODY = "Local reviewer"


def reviewer() -> str:
    """The name under which decisions are recorded now."""
    return str(st.session_state.get("reviewer") or "").strip() or NOBODY


def ask_name() -> None:
    """The field for the name, in the sidebar."""
    st.session_state.setdefault("reviewer", NOBODY)
    st.text_input("Your name", key="reviewer", max_chars=200, help="Your decisions are recorded under this name.")
