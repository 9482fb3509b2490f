"""The web application's entry. The rest is imported while a spinner turns: a first start takes a few seconds."""

from __future__ import annotations

from importlib import import_module

import streamlit as st

from pepinsight.ui import theme
from pepinsight.ui.router import where


def main() -> None:
    """Draw the page that the address asks for. Called on every run of the script."""
    place = where()
    st.set_page_config(
        page_title="pepinsight",
        page_icon=theme.mark(),
        layout="wide",
        initial_sidebar_state="collapsed" if place.is_reading else "auto",
    )
    theme.apply()
    with st.spinner("Starting pepinsight"):
        frame = import_module("pepinsight.ui.frame")
    frame.draw(place)


if __name__ == "__main__":  # as `streamlit run` calls it
    main()
