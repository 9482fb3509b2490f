"""What people decided on a section, in order."""

from __future__ import annotations

import streamlit as st

from pepinsight.review import Action, Decision, SectionReview
from pepinsight.ui import desk, theme
from pepinsight.ui.desk import Opened


def show_history(opened: Opened, section: SectionReview) -> None:
    """Draw the section's decisions, the oldest first."""
    taken = desk.store().history(opened.file.id, opened.rubric.id, section.id)
    if taken:
        lines = "".join(f"<li>{theme.text(_told(decision, section))}</li>" for decision in taken)
        st.html(f"<h3 class='pep-level'>History</h3><ol class='pep-history'>{lines}</ol>")


def _told(decision: Decision, section: SectionReview) -> str:
    reason = f": {decision.reason}" if decision.reason else ""
    return f"{theme.moment(decision.when)}: {decision.reviewer} {_done(decision, section)}{reason}"


def _done(decision: Decision, section: SectionReview) -> str:
    if decision.action is Action.REOPEN:
        return "opened the section again"
    if not decision.seen or section.withheld:
        return f"rated {decision.level}" + ("" if decision.seen else " without having seen a suggestion")
    if decision.action is Action.CONFIRM:
        return f"confirmed {decision.level}"
    return f"chose {decision.level} (suggested was {decision.suggested})"
