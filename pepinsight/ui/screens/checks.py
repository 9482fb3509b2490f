"""Lists that inform and rate nothing: each point found or not, with its quotes, put away until somebody asks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from pepinsight.evidence import Evidence
from pepinsight.review import Withheld
from pepinsight.rubrics import CheckResult, checklist_ids, load_rubric
from pepinsight.ui import theme
from pepinsight.ui.desk import Opened
from pepinsight.ui.screens.quotes import quote_buttons

_SIGNS = {True: ("✓", "Found", "done"), False: ("✗", "Not found", "quiet"), None: ("?", "Cannot tell", "ask")}


def show_checks(opened: Opened) -> None:
    """The rubric's own points as they were told with the suggestion, and every checklist that covers this PEP."""
    if any(section.withheld is Withheld.FIRST for section in opened.review.sections):
        return  # what was found is shown once the person has chosen
    findings = opened.suggestion.assessment.findings
    _list(opened.rubric.id, opened.rubric.data.title, opened.suggestion.assessment.checks, findings.evidence)
    for id in checklist_ids():
        found = load_rubric(id).rate(findings)
        _list(id, load_rubric(id).data.title, found.checks, findings.evidence)


def _list(id: str, title: str, checks: Sequence[CheckResult], evidence: Sequence[Evidence]) -> None:
    if not checks:
        return
    found = sum(check.met is True for check in checks)
    points = st.expander(
        f"Points to look at: {theme.plain(title)} ({found} of {len(checks)} found)",
        key=f"checks-{id}",
        on_change="rerun",
    )
    if points.open:  # a long list of quotes would slow every press on the page
        with points:
            st.html(theme.note("These points inform your judgement. No rating rests on them."))
            for about, some in groupby(checks, key=lambda check: check.about):
                if about:
                    st.html(f"<h3 class='pep-level'>{theme.text(about)}</h3>")
                for check in some:
                    _point(f"check-{id}-{check.id}", check, evidence)


def _point(key: str, check: CheckResult, evidence: Sequence[Evidence]) -> None:
    sign, words, tone = _SIGNS[check.met]
    st.html(
        f"<p class='pep-criterion'><span class='pep-sign pep-{tone}'>{sign} {words}</span> {theme.text(check.says)}</p>"
        + theme.note(check.reason)
        + (theme.note(check.advice) if check.advice and check.met is False else "")
    )
    quote_buttons([evidence[id] for id in check.evidence], key)
