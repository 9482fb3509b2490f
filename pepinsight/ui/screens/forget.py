"""Forgetting a PEP: said plainly what goes and what stays, and done by one confirming click."""

from __future__ import annotations

import streamlit as st

from pepinsight.store import StoredFile, StoreError
from pepinsight.ui import desk, theme
from pepinsight.ui.person import reviewer
from pepinsight.ui.router import go


def show_forget(file: StoredFile) -> None:
    """Draw the folded button at the end of a PEP's page."""
    with st.expander("Forget this PEP…", key="forget", type="compact"):
        st.html(
            theme.note(
                "What goes, for good: the file with its name, every word read from it (also where it was compared with "
                "a later PEP), the quotes, the reasons written with decisions, and what people stated about the child."
            )
            + theme.note("What stays: the levels suggested and decided, by whom and when. They name no child.")
        )
        st.button("Forget it for good", key="forget-now", on_click=_forget, args=(file,))


def _forget(file: StoredFile) -> None:
    try:
        desk.forget(file.id, reviewer())
    except StoreError as error:
        st.session_state["problem"] = str(error)
        return
    st.session_state["said"] = "The PEP has been forgotten."
    go("list")
