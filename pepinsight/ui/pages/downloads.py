"""The review as files, handed over without an address of their own."""

from __future__ import annotations

from pepinsight.ui.desk import Opened


def show_downloads(opened: Opened) -> None:
    """Draw the menu."""
