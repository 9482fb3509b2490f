"""Quotes as buttons: choosing one scrolls the reader pane to it."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from pepinsight.evidence import Evidence
from pepinsight.rubrics.reasons import section_names
from pepinsight.ui import theme
from pepinsight.ui.reader import Choice

AT_FIRST = 3
LONGEST = 140


def choice() -> Choice | None:
    """The quote chosen last on this PEP."""
    chosen: Choice | None = st.session_state.get("choice")
    return chosen


def choose(*ids: int) -> None:
    """Have the reader pane scroll to this evidence; for ``on_click``."""
    before = choice()
    st.session_state["choice"] = Choice(ids, before.turn + 1 if before else 1)


def passages(items: Iterable[Evidence]) -> list[Evidence]:
    """One item for each passage, in the document's order: several rules may have taken up the same words."""
    first = {(item.start, item.end): item for item in sorted(items, key=lambda item: -item.id)}
    return [first[span] for span in sorted(first)]


def quote_buttons(items: Iterable[Evidence], key: str, beside: bool = False) -> None:
    """One button a passage, the first few at once and the rest when asked for; ``beside`` each other or below."""
    items = passages(items)
    everything = bool(st.session_state.get(f"all-{key}"))
    shown = items if everything else items[:AT_FIRST]
    chosen = choice()
    with st.container(key=f"quotes-{key}", horizontal=beside, gap="xsmall"):
        for item in shown:
            st.button(
                _label(item),
                key=f"quote-{key}-{item.id}",
                type="tertiary",
                icon=":material/arrow_left_alt:" if chosen and item.id in chosen.ids else ":material/format_quote:",
                on_click=choose,
                args=(item.id,),
            )
        if len(items) > AT_FIRST:
            words = "Show fewer" if everything else f"Show all {len(items)} quotes"
            st.button(words, key=f"more-{key}", type="tertiary", on_click=_toggle, args=(f"all-{key}",))


def _toggle(name: str) -> None:
    st.session_state[name] = not st.session_state.get(name)


def _label(item: Evidence) -> str:
    words = " ".join(item.quote.split())
    if len(words) > LONGEST:
        words = words[:LONGEST].rsplit(" ", 1)[0] + " …"
    where = ", ".join(filter(None, [section_names([item.section]), item.place.whereabouts]))
    return f"“{theme.plain(words)}” *{theme.plain(where)}*"
