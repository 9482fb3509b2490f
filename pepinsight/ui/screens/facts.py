"""What a reviewer knows that no PEP says: asked plainly, recorded as theirs, and the suggestion made anew."""

from __future__ import annotations

import streamlit as st

from pepinsight.store import StoreError
from pepinsight.ui import desk, theme
from pepinsight.ui.desk import Opened
from pepinsight.ui.person import reviewer
from pepinsight.ui.words import facts_to_ask, question

_ANSWERS = {"Not stated": None, "Yes": True, "No": False}


def show_facts(opened: Opened) -> None:
    """Draw the questions with what was answered, and by whom."""
    stated = desk.store().known_facts(opened.file.id)
    last = {one.fact: one for one in desk.store().fact_history(opened.file.id) if not one.withdrawn}
    with st.expander("What you know that the PEP does not say", key="facts"):
        st.html(theme.note("Some levels rest on what the virtual school knows. Your answer is recorded as yours."))
        for fact in facts_to_ask():
            key = f"fact-{opened.file.id}-{fact}"
            now = next(name for name, value in _ANSWERS.items() if value is stated.get(fact))
            st.session_state[key] = now  # as the record has it, also when somebody else stated it meanwhile
            st.radio(
                question(fact), list(_ANSWERS), key=key, horizontal=True, on_change=_state, args=(opened, fact, key)
            )
            if fact in stated:
                who = last[fact]
                st.html(theme.note(f"Stated by {who.reviewer}, {theme.moment(who.when)}"))


def _state(opened: Opened, fact: str, key: str) -> None:
    try:
        desk.state_fact(opened.file.id, fact, _ANSWERS[st.session_state[key]], reviewer())
    except StoreError as error:
        st.session_state["problem"] = str(error)
