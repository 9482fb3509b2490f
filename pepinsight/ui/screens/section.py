"""One rubric section: what is suggested, how sure, why, and what a person makes of it."""

from __future__ import annotations

import streamlit as st

from pepinsight.calibration import PART_NOT_FOUND, SectionSuggestion
from pepinsight.review import Action, ReviewError, SectionReview, State, Withheld, change, confirm, reopen
from pepinsight.store import StoreError
from pepinsight.ui import desk, levels, theme
from pepinsight.ui.desk import Opened
from pepinsight.ui.person import reviewer
from pepinsight.ui.screens.criteria import show_criteria, show_found
from pepinsight.ui.screens.history import show_history
from pepinsight.ui.screens.unseen import is_revealed, level_form, says_why, show_reveal


def show_section(opened: Opened, section: SectionSuggestion) -> None:
    """Draw the section's card."""
    review = opened.review.section(section.id)
    with st.container(key=f"card-{section.id}", border=True, gap="xsmall"):
        head, buttons = st.columns([5, 3], vertical_alignment="center")
        head.html(_head(opened, section, review))
        with buttons.container(horizontal=True, horizontal_alignment="right", gap="xsmall"):
            _buttons(opened, review)
        problem = st.session_state.get("problems", {}).get(section.id)
        if problem:
            st.error(theme.plain(problem))
        show_reveal(opened, review)
        if review.withheld and (review.state is State.OPEN or st.session_state.get("changing") == section.id):
            level_form(opened, review)
        elif st.session_state.get("changing") == section.id:
            _change_form(opened, review)
        why = st.expander(
            "Why, and history",
            key=_why(section.id),
            type="compact",
            on_change=_focus,
            args=(opened, section.id),
        )
        if why.open:
            with why:
                _show_why(opened, section, review)
                show_history(opened, review)


def _show_why(opened: Opened, section: SectionSuggestion, review: SectionReview) -> None:
    evidence = opened.suggestion.assessment.findings.evidence
    if review.withheld is Withheld.FIRST:
        st.html(theme.note("What was found for this section is shown once you have chosen your level."))
    elif review.withheld:
        show_found(section, evidence)
    else:
        show_criteria(opened.rubric, section, evidence)


def focus_of(opened: Opened) -> SectionSuggestion | None:
    """The section whose reasons are open, if any."""
    told = [one for one in opened.suggestion.sections if opened.review.section(one.id).withheld is not Withheld.FIRST]
    return next((one for one in told if st.session_state.get(_why(one.id))), None)


def _why(section: str) -> str:
    return f"why-{section}"


def _focus(opened: Opened, section: str) -> None:
    # One at a time, so that it is plain whose evidence the reader pane shows.
    for other in opened.suggestion.sections:
        if other.id != section and st.session_state.get(_why(other.id)):
            st.session_state[_why(other.id)] = False


def _head(opened: Opened, section: SectionSuggestion, review: SectionReview) -> str:
    title = f"<h2 class='pep-section'>{theme.text(section.title)}</h2>"
    if section.of_overall:
        title += theme.note("Asked of the plan as a whole, and counted with the sections.")
    if review.confirmed is not None:
        pill = levels.pill(opened.rubric, review.confirmed, settled=True)
        return title + f"<p class='pep-line'>{pill} {theme.status(_decided(review), 'done')}</p>" + _afterword(review)
    if review.withheld:
        return title + f"<p class='pep-line'>{theme.status(says_why(opened, review), 'ask')}</p>"
    pill = levels.pill(opened.rubric, section.suggested, not_in_file=section.not_in_file)
    unfound = "" if section.part_found else theme.note(PART_NOT_FOUND, "ask")
    return title + f"<p class='pep-line'>{pill} {_sureness(section)}</p>" + unfound


def _sureness(section: SectionSuggestion) -> str:
    if section.unsure:
        return theme.status("Suggested") + theme.status(f"Not sure: {' or '.join(section.likely)}", "ask")
    share = "" if section.confidence is None else f" ({section.confidence:.0%})"
    return theme.status(f"Suggested · Sure{share}")


def _decided(review: SectionReview) -> str:
    if review.withheld or is_revealed(review):
        return f"✓ Rated by {review.reviewer}" + ("" if review.withheld else ", suggestion unseen")
    return f"✎ Changed by {review.reviewer}" if review.state is State.CHANGED else f"✓ Confirmed by {review.reviewer}"


def _afterword(review: SectionReview) -> str:
    words = ""
    if review.state is State.CHANGED and review.decision is not None and not (review.withheld or is_revealed(review)):
        reason = f" Reason: {review.reason}" if review.reason else ""
        words += theme.note(f"Suggested was {review.decision.suggested}.{reason}")
    if review.suggestion_moved:
        words += theme.note(f"The suggestion has since moved to {review.suggested}: you may want to look again.", "ask")
    return words


def _buttons(opened: Opened, review: SectionReview) -> None:
    if review.withheld and review.state is State.OPEN:
        return
    if review.state is State.OPEN:
        st.button(
            f"Confirm {review.suggested}",
            key=f"confirm-{review.id}",
            # A plain button where a person must look first: nothing should draw the hand there.
            type="secondary" if review.unsure or review.suggested in levels.lowest(opened.rubric) else "primary",
            on_click=_act,
            args=(opened, review, Action.CONFIRM),
        )
    else:
        st.button(
            "Undo",
            key=f"undo-{review.id}",
            help="Opens the section again. What was decided stays in its history.",
            on_click=_act,
            args=(opened, review, Action.REOPEN),
        )
    st.button("Change", key=f"change-{review.id}", on_click=_toggle_change, args=(review.id,))


def _toggle_change(section: str) -> None:
    st.session_state["changing"] = None if st.session_state.get("changing") == section else section


def _change_form(opened: Opened, review: SectionReview) -> None:
    options = [
        level for level in levels.open_to(opened.rubric, review.id) if level not in (review.suggested, review.confirmed)
    ]
    with st.form(f"form-{review.id}", border=False):
        st.radio(
            "Level",
            options,
            format_func=lambda level: f"{level} {levels.label(opened.rubric, level)}",
            key=f"level-{review.id}",
            index=None,
            horizontal=True,
        )
        st.text_input("Why? (a few words, kept with your decision)", key=f"reason-{review.id}", max_chars=1000)
        st.form_submit_button("Save this level", type="primary", on_click=_save_change, args=(opened, review))


def _save_change(opened: Opened, review: SectionReview) -> None:
    level, reason = st.session_state[f"level-{review.id}"], st.session_state[f"reason-{review.id}"]
    if level is None:
        _say(review.id, "Choose a level first.")
        return
    _act(opened, review, Action.CHANGE, level, reason)


def _act(opened: Opened, review: SectionReview, action: Action, level: str = "", reason: str = "") -> None:
    """Record the decision; what stands in its way is said on the card."""
    st.session_state.pop("problems", None)
    try:
        if action is Action.CONFIRM:
            choice = confirm(review)
        elif action is Action.CHANGE:
            choice = change(review, level, reason, levels.open_to(opened.rubric, review.id))
        else:
            choice = reopen(review)
        desk.decide(opened, (choice,), reviewer())
    except (ReviewError, StoreError) as error:
        _say(review.id, str(error))
        return
    st.session_state["changing"] = None


def _say(section: str, problem: str) -> None:
    st.session_state["problems"] = {section: problem}
