"""The overall judgement from confirmed levels, the suggested one apart from it, and confirming what remains."""

from __future__ import annotations

import streamlit as st

from pepinsight.review import ConfirmAll, ReviewError, confirm_all_remaining, judge, reopen
from pepinsight.store import StoreError
from pepinsight.ui import desk, levels, theme
from pepinsight.ui.desk import Opened
from pepinsight.ui.person import reviewer

NOT_ALL_SHOWN = "Some suggestions are not shown, and so no overall judgement is suggested."


def show_overall(opened: Opened) -> None:
    """The judgement that people's decisions lead to; while any section is open, how many still are."""
    judgement = judge(opened.review, opened.rubric.overall)
    suggested = opened.suggested_overall
    if judgement.overall is not None:
        overall = judgement.overall
        says = theme.pill(overall.label, overall.colour, settled=True) + theme.status(overall.reason)
    else:
        says = theme.status(f"Not yet: {judgement.says}", "ask")
    lines = f"<p class='pep-overall'><b>Overall judgement</b> {says}</p>"
    if suggested is not None:
        says = theme.status("Only suggested") + theme.pill(suggested.label, suggested.colour)
        lines += f"<p class='pep-overall'>{says}</p>"
    st.html(f"<div class='pep-box'>{lines}</div>")
    message = NOT_ALL_SHOWN if opened.review.withholds else opened.suggestion.assessment.message
    notes = [suggested.reason if suggested else message, f"Your decisions are recorded as {reviewer()}'s."]
    st.html("".join(theme.note(note) for note in notes if note))


def confirm_remaining(opened: Opened) -> None:
    """One button for what is plain, with what it leaves for a person to look at; and the way back."""
    if opened.review.open:
        plan = _all_that_remain(opened)
        count = len(plan.choices)
        if count:
            st.button(f"Confirm all that remain ({count})", key="confirm-all", on_click=_confirm_all, args=(opened,))
        if plan.left_out:
            count_left = _sections(len(plan.left_out))
            reasons = "not sure, lowest level, no text, or the plan as a whole"
            why = "rate" if opened.review.withholds else f"look at: {reasons}"
            st.html(theme.note(f"{count_left} for you to {why}.", "ask"))
    done = st.session_state.get("all_confirmed")
    if done is not None and done[0] == (opened.file.id, opened.rubric.id):
        sections = done[1]
        st.html(theme.note(f"{_sections(len(sections))} confirmed.", "done"))
        st.button("Undo these", key="undo-all", on_click=_undo_all, args=(opened, sections))


def _sections(count: int) -> str:
    return f"{count} section" if count == 1 else f"{count} sections"


def _all_that_remain(opened: Opened) -> ConfirmAll:
    apart = [section.id for section in opened.suggestion.sections if section.of_overall]
    return confirm_all_remaining(opened.review, levels.lowest(opened.rubric), apart)


def _confirm_all(opened: Opened) -> None:
    plan = _all_that_remain(opened)
    try:
        desk.decide(opened, plan.choices, reviewer())
    except (ReviewError, StoreError) as error:
        st.session_state["problem"] = str(error)
        return
    confirmed = tuple(choice.section for choice in plan.choices)
    st.session_state["all_confirmed"] = ((opened.file.id, opened.rubric.id), confirmed)


def _undo_all(opened: Opened, sections: tuple[str, ...]) -> None:
    decided = [opened.review.section(section) for section in sections if section in opened.review.confirmed]
    try:
        desk.decide(opened, [reopen(section) for section in decided], reviewer())
    except (ReviewError, StoreError) as error:
        st.session_state["problem"] = str(error)
        return
    del st.session_state["all_confirmed"]
