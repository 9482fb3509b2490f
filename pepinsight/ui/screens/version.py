"""By which version of its rubric a PEP was looked at, the way to read it, and to look again by a changed one."""

from __future__ import annotations

import streamlit as st

from pepinsight.store import StoreError
from pepinsight.ui import desk, theme
from pepinsight.ui.desk import Opened
from pepinsight.ui.person import reviewer
from pepinsight.ui.router import go


def show_version(opened: Opened) -> None:
    """Where the rubric's file has changed since, that its old words are shown here, and the way to look again."""
    data, now = opened.rubric.data, desk.rubric_now(opened)
    if now is None:
        st.html(theme.note(f"Looked at by version {data.version} of a rubric that is no longer here.", "ask"))
    elif now.data.fingerprint != data.fingerprint:
        # An authority may change its file without counting its version on.
        counted = now.data.version != data.version
        earlier = f"version {data.version}" if counted else "an earlier wording"
        to = f" (now version {now.data.version})" if counted else ""
        with st.container(key="version", horizontal=True, vertical_alignment="center", gap="small"):
            st.html(
                theme.note(
                    f"Looked at by {earlier} of this rubric, which is shown here. The file has changed since{to}.",
                    "ask",
                )
            )
            st.button(
                "Look again by the changed rubric",
                key="look-again",
                help="Makes a new suggestion. What people decided stays as it is.",
                on_click=_look_again,
                args=(opened,),
            )


def show_way(opened: Opened) -> None:
    """The way to the rubric's own page."""
    if desk.rubric_now(opened) is not None:
        st.button(
            "Read this rubric",
            key="read-rubric",
            type="tertiary",
            icon=":material/rule:",
            on_click=_read,
            args=(opened.rubric.id,),
        )


def _read(rubric: str) -> None:
    go("rubric", keeps={"id": rubric})


def _look_again(opened: Opened) -> None:
    try:
        desk.rate_by(opened.file.id, opened.rubric.id, reviewer())
    except StoreError as error:
        st.session_state["problem"] = str(error)
