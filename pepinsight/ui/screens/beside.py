"""What stands beside the ratings: feedback in the file, blank mandatory fields, papers not seen, and wording."""

from __future__ import annotations

import streamlit as st

from pepinsight.evidence.language import wording_of
from pepinsight.plan.wanted import State, wanted
from pepinsight.ui import theme
from pepinsight.ui.desk import Opened
from pepinsight.ui.screens.quotes import quote_buttons

TITLES = {
    "qa_remarks": "Feedback already in this file, set aside from the evidence",
    "attachments_not_seen": "Said to be attached, not seen",
}


def show_beside(opened: Opened) -> None:
    """One line with how much there is; opened, each with its words. Nothing is drawn where there is nothing."""
    findings = opened.suggestion.assessment.findings
    blank = [item.says for item in wanted(findings.plan) if item.state is State.BLANK]
    quoted = {name: [item for item in findings.evidence if item.feature == name] for name in TITLES}
    labels = [item for item in findings.evidence if item.feature == "language_labels"]
    count = len(blank) + len(labels) + sum(map(len, quoted.values()))
    if not count:
        return
    notes = st.expander(f"Beside the ratings ({count})", key="beside", on_change="rerun")
    if not notes.open:  # a long list of quotes would slow every press on the page
        return
    with notes:
        if blank:
            _heading("Left blank, though the form wants it filled in")
            st.html(theme.note(", ".join(blank)))
        for name, items in quoted.items():
            if items:
                _heading(TITLES[name])
                quote_buttons(items, name)
        if labels:
            _heading("Kinder words (advice only)")
            instead = {wording.instead: None for item in labels if (wording := wording_of(item.quote)) is not None}
            st.html(theme.note("Instead, perhaps: " + "; ".join(instead)))
            quote_buttons(labels, "language")


def _heading(words: str) -> None:
    st.html(f"<h3 class='pep-level'>{theme.text(words)}</h3>")
