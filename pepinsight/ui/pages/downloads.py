"""The review as files: a letter for the school, a workbook, a plain table. Handed over without an address of their own."""

from __future__ import annotations

import streamlit as st

from pepinsight.ui.delivery import Parcel, deliver
from pepinsight.ui.desk import Opened


def show_downloads(opened: Opened) -> None:
    """Draw the menu."""
