"""Whether the PEP's steps were in time: each with its dates and its count, put away until somebody asks."""

from __future__ import annotations

import streamlit as st

from pepinsight.calendar import school_calendar
from pepinsight.evidence import Timing, timings
from pepinsight.ui import theme
from pepinsight.ui.desk import Opened

_SIGNS = {True: ("✓", "In time", "done"), False: ("✗", "Not in time", "ask"), None: ("?", "Cannot tell", "quiet")}


def show_timing(opened: Opened) -> None:
    """One line with how many were not in time; opened, what each was counted from and to."""
    findings = opened.suggestion.assessment.findings
    found = timings(findings.plan, findings.previous)
    late = sum(item.within is False for item in found)
    told = f"{late} not in time" if late else "none found late"
    with st.expander(f"Dates and times ({told})", key="timing"):
        st.html("".join(_line(item) for item in found) + theme.note(f"Terms: {school_calendar().title}."))


def _line(item: Timing) -> str:
    sign, words, tone = _SIGNS[item.within]
    title = f"<span class='pep-sign pep-{tone}'>{sign} {words}</span> {theme.text(item.title)}"
    return f"<p class='pep-criterion'>{title}</p>" + theme.note(f"{_sentence(item.says)}.")


def _sentence(says: str) -> str:
    told = says.removeprefix("cannot tell: ")
    return told[:1].upper() + told[1:]
