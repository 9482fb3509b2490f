"""A first PEP to try pepinsight with: fictional, and shipped with the program."""

from __future__ import annotations

import streamlit as st

from pepinsight.ui import desk
from pepinsight.ui.person import reviewer
from pepinsight.ui.router import go


def try_sample(place: str) -> None:
    """The buttons; ``place`` keeps those of two pages apart."""
    st.button(
        "Try with a fictional PEP", key=f"sample-docx-{place}", type="primary", on_click=_open_sample, args=("docx",)
    )
    st.button("The same as a PDF", key=f"sample-pdf-{place}", on_click=_open_sample, args=("pdf",))


def _open_sample(kind: str) -> None:
    brought = desk.bring_sample(kind, reviewer())
    if brought.file_id is None:
        st.session_state["problem"] = brought.message
    else:
        go("review", brought.file_id)
