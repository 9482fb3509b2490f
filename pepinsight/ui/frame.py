"""What stands around every page: the ways to the other pages, who is working, and what went wrong."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from pepinsight.data_files import DataFileError
from pepinsight.store import StoreError
from pepinsight.ui import theme
from pepinsight.ui.keyboard import listen
from pepinsight.ui.person import ask_name
from pepinsight.ui.router import Where, go
from pepinsight.ui.screens import add, blind, check, peps, proof, queue, review, rubric, scan
from pepinsight.ui.screens.downloads import hand_over

PAGES = {
    "list": peps.show,
    "first": queue.show,
    "add": add.show,
    "check": check.show,
    "scan": scan.show,
    "blind": blind.show,
    "proof": proof.show,
    "rubric": rubric.show,
}
"""The pages by their names in the address; any other name leads to the list."""

WAYS = (
    ("list", "All PEPs", ":material/list:"),
    ("first", "Read these first", ":material/priority_high:"),
    ("add", "Add PEPs", ":material/upload_file:"),
    ("check", "Check before you submit", ":material/checklist:"),
    ("scan", "Scan an archive", ":material/folder_open:"),
    ("blind", "Blind check", ":material/visibility_off:"),
    ("proof", "Proof", ":material/fact_check:"),
    ("rubric", "Quality rubrics", ":material/rule:"),
)
"""The sidebar's buttons: page, label, icon."""


def draw(place: Where) -> None:
    """Draw the sidebar and the page."""
    with st.sidebar:
        st.markdown("### pepinsight")
        for page, label, icon in WAYS:
            kind: Literal["secondary", "tertiary"] = "secondary" if page == place.page else "tertiary"
            st.button(label, key=f"nav-{page}", icon=icon, type=kind, on_click=go, args=(page,), width="stretch")
        about_you = st.container()
        st.caption("pepinsight suggests; you decide. A suggestion is never a rating, and nothing leaves this computer.")
    problem = st.session_state.pop("problem", None)
    if problem:
        st.error(theme.plain(problem))
    said = st.session_state.pop("said", None)
    if said:
        st.html(theme.note(said, "done"))
    try:
        with about_you:
            ask_name()
        if place.page == "review":
            review.show(place.file_id)
        else:
            PAGES.get(place.page, peps.show)()
    except (StoreError, DataFileError) as error:
        st.error(theme.plain(str(error)))
    hand_over()
    listen()
