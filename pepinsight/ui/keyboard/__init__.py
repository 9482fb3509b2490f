"""What opens over the page can be reached and left with the Tab key alone."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_mount = st.components.v2.component(
    "pepinsight_keyboard",
    html="<span hidden></span>",
    js=(Path(__file__).parent / "keyboard.js").read_text(encoding="utf-8"),
)


def listen() -> None:
    """Have the page that is being drawn lead the keyboard so."""
    with st.container(key="keyboard"):
        _mount(key="keyboard-led")
