"""Rating a section before its suggestion is shown, or where none is shown; and what is then revealed."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from pepinsight.review import Choice, ReviewError, SectionReview, Withheld, confirm, keep, rate_unseen
from pepinsight.store import StoreError
from pepinsight.ui import desk, levels, theme
from pepinsight.ui.desk import Opened
from pepinsight.ui.person import reviewer


def says_why(opened: Opened, section: SectionReview) -> str:
    """Why no suggestion is shown, in a few words."""
    if section.withheld is not Withheld.OFF:
        return "You choose first, then the suggestion is shown"
    last = desk.store().switched_off(opened.rubric.id).get(section.id)
    by = f" by {last.reviewer}, {theme.moment(last.when)}" if last else ""
    return f"No suggestion: switched off{by}"


def level_form(opened: Opened, section: SectionReview) -> None:
    """The section's levels to choose from, and nothing that leans to any of them."""
    with st.form(f"unseen-{section.id}", border=False):
        st.radio(
            "Your level",
            levels.open_to(opened.rubric, section.id),
            format_func=lambda level: f"{level} {levels.label(opened.rubric, level)}",
            key=f"level-{section.id}",
            index=None,
            horizontal=True,
        )
        st.form_submit_button("Save this level", on_click=_rate, args=(opened, section))


def is_revealed(section: SectionReview) -> bool:
    """Whether the rating that stands was given unseen, and the suggestion is shown since."""
    return section.withheld is None and section.decision is not None and not section.decision.seen


def show_reveal(opened: Opened, section: SectionReview) -> None:
    """The suggestion beside the level that was given without it, to keep or to change."""
    if not is_revealed(section) or section.confirmed is None:
        return
    if section.confirmed == section.suggested:
        st.html(theme.note(f"pepinsight suggested {section.suggested} too.", "done"))
        return
    pill = levels.pill(opened.rubric, section.suggested, not_in_file=section.not_in_file)
    st.html(f"<p class='pep-line'>{theme.status('pepinsight suggested', 'ask')} {pill}</p>")
    with st.container(key=f"reveal-{section.id}", horizontal=True, gap="xsmall"):
        for words, key, choose in (
            (f"Keep {section.confirmed}", "keep", keep),
            (f"Take {section.suggested}", "take", confirm),
        ):
            st.button(words, key=f"{key}-{section.id}", on_click=_settle, args=(opened, section, choose))


def _rate(opened: Opened, section: SectionReview) -> None:
    level = st.session_state[f"level-{section.id}"]
    if level is None:
        _say(section, "Choose a level first.")
        return
    _decide(opened, section, lambda: rate_unseen(section, level, levels.open_to(opened.rubric, section.id)))


def _settle(opened: Opened, section: SectionReview, choose: Callable[[SectionReview], Choice]) -> None:
    _decide(opened, section, lambda: choose(section))


def _decide(opened: Opened, section: SectionReview, make: Callable[[], Choice]) -> None:
    st.session_state.pop("problems", None)
    try:
        desk.decide(opened, (make(),), reviewer())
    except (ReviewError, StoreError) as error:
        _say(section, str(error))
        return
    st.session_state["changing"] = None


def _say(section: SectionReview, problem: str) -> None:
    st.session_state["problems"] = {section.id: problem}
