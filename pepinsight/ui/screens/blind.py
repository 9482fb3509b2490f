"""Blind checks: an officer reads a PEP and gives each section a level, without anything that pepinsight made of it.

This page opens the PEP's text and the rubric alone; the suggestion is not even read from the database here.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pepinsight.rubrics import Rubric
from pepinsight.store import BlindCheck, BlindPep, StoreError
from pepinsight.ui import desk, levels, theme
from pepinsight.ui.person import NOBODY, reviewer
from pepinsight.ui.reader import show as show_reader
from pepinsight.ui.reader.view import sheets
from pepinsight.ui.router import go


def show() -> None:
    """Draw the page: who is rating, then the check's PEPs, or the one that the address names."""
    going_on = [check for check in desk.store().checks() if check.ended is None]
    if not going_on:
        st.title("Blind check", anchor=False)
        st.html(theme.note("No blind check is going on. On the page Proof a sample of your PEPs can be drawn for one."))
        st.button("Proof", key="to-proof", on_click=go, args=("proof",))
        return
    if st.session_state.get("blind_officer") != reviewer():
        _begin(going_on[0])
        return
    check = next((one for one in going_on if str(one.id) == st.query_params.get("check")), going_on[0])
    number = st.query_params.get("item", "")
    at = int(number) - 1 if number.isdecimal() and len(number) < 7 else -1
    if 0 <= at < len(check.peps) and not check.peps[at].forgotten:
        _pep(check, at)
    else:
        _list(check, going_on)


def _begin(check: BlindCheck) -> None:
    st.title("Blind check", anchor=False)
    st.html(
        theme.note(
            f"You read {_count(len(check.peps), 'PEP')} and give each section the level that you find right. Nothing "
            "that pepinsight suggests is shown, nor what colleagues gave. Please do not talk about these PEPs until "
            "all have rated them."
        )
    )
    with st.form("blind-start", border=False):
        st.text_input("Your name", key="blind_name", max_chars=200, placeholder="First name and surname")
        st.form_submit_button("Start", type="primary", on_click=_start)


def _start() -> None:
    name = " ".join(str(st.session_state["blind_name"]).split())
    if not name or name == NOBODY:
        st.session_state["problem"] = "Give your own name: your levels are compared with those of your colleagues."
        return
    st.session_state["reviewer"] = st.session_state["blind_officer"] = name


def _list(check: BlindCheck, going_on: list[BlindCheck]) -> None:
    own = desk.store().own_blind_levels(check.id, reviewer())
    st.title(f"Blind check {check.id}", anchor=False)
    for other in going_on:
        if other.id != check.id:
            st.button(f"Blind check {other.id} instead", key=f"check-{other.id}", on_click=_open, args=(other.id,))
    done = sum(_is_whole(pep, own.get(pep.file_id, {})) for pep in check.peps)
    st.html(theme.note(f"{done} of {_count(len(check.peps), 'PEP')} rated by you, {reviewer()}."))
    if done == len(check.peps):
        st.html(theme.note("All done, thank you. The page Proof shows the report once the check has ended.", "done"))
    with st.container(key="peps", gap=None):
        for at, pep in enumerate(check.peps):
            _row(check, at, pep, len(own.get(pep.file_id, {})))


def _row(check: BlindCheck, at: int, pep: BlindPep, given: int) -> None:
    with st.container(key=f"pep-blind-{at}"):
        name, state, button = st.columns([6, 3, 1.2], vertical_alignment="center")
        if pep.forgotten:
            name.html(f"<p class='pep-name'>{at + 1}. Forgotten</p>")
            return
        name.html(f"<p class='pep-name'>{at + 1}. {theme.text(desk.store().file(pep.file_id).name)}</p>")
        whole = given >= len(pep.suggested)
        says = "✓ Rated" if whole else f"◐ {given} of {len(pep.suggested)} sections" if given else "○ Not started"
        state.html(theme.status(says, "done" if whole else "ask" if given else "quiet"))
        button.button("Open", key=f"read-{at}", on_click=_open, args=(check.id, at), width="stretch")


def _pep(check: BlindCheck, at: int) -> None:
    pep = check.peps[at]
    own = desk.store().own_blind_levels(check.id, reviewer()).get(pep.file_id, {})
    with st.container(key="head", horizontal=True, vertical_alignment="center", gap="small"):
        st.button("All PEPs of the check", key="back", icon=":material/arrow_back:", on_click=_open, args=(check.id,))
        with st.container(key="title", width="stretch"):
            name = theme.text(desk.store().file(pep.file_id).name)
            st.html(f"<h1 class='pep-title'>{name}</h1>" + theme.facts_line(f"PEP {at + 1} of {len(check.peps)}"))
        if at + 1 < len(check.peps):
            st.button("Next PEP", key="next", on_click=_open, args=(check.id, at + 1))
    left, right = st.columns([11, 9], gap="small")
    with left, st.container(key="document"):
        document = desk.store().plan(pep.file_id).document
        show_reader(f"blind-{pep.file_id}", f"The PEP {document.name}", sheets(document, ()), {}, [])
    with right, st.container(key="judgement", gap="small"):
        still = len(pep.suggested) - len(own)
        says = f"{_count(still, 'section')} to rate" if still else "✓ Every section is rated"
        note = f"Kept as {reviewer()}'s as soon as you choose; you can choose again."
        st.html(f"<div class='pep-box'>{theme.status(says, 'ask' if still else 'done')}{theme.note(note)}</div>")
        rubric = check.rated_by
        for section in pep.suggested:
            _section(check, pep, rubric, section, own.get(section))


def _section(check: BlindCheck, pep: BlindPep, rubric: Rubric, section: str, given: str | None) -> None:
    key = f"blind-{check.id}-{pep.file_id}-{section}"
    with st.container(key=f"card-{section}", border=True, gap="xsmall"):
        st.html(f"<h2 class='pep-section'>{theme.text(check.titles[section])}</h2>")
        options = levels.open_to(rubric, section)
        st.session_state[key] = given if given in options else None  # as it is recorded, also on coming back
        st.radio(
            "Level",
            options,
            format_func=lambda level: f"{level} {levels.label(rubric, level)}",
            key=key,
            index=None,
            horizontal=True,
            label_visibility="collapsed",
            on_change=_rate,
            args=(check.id, pep.file_id, section, key),
        )
        with st.expander("What each level asks", key=f"asks-{section}", type="compact"):
            _asked(rubric, section)


def _asked(rubric: Rubric, section: str) -> None:
    """The rubric's own words, level by level; the same for every PEP."""
    asked = rubric.section(section).levels
    for level in rubric.levels:
        if asked.get(level):
            st.html(f"<h3 class='pep-level'>{theme.text(f'{levels.label(rubric, level)} ({level})')}</h3>")
            lines = "".join(f"<li>{theme.text(criterion.says)}</li>" for criterion in asked[level])
            st.html(f"<ul class='pep-history'>{lines}</ul>")


def _rate(check_id: int, file_id: int, section: str, key: str) -> None:
    level = st.session_state[key]
    if level is None:
        return
    try:
        desk.store().rate_blind(check_id, file_id, section, level, reviewer())
    except StoreError as error:
        st.session_state["problem"] = str(error)


def _is_whole(pep: BlindPep, given: Mapping[str, str]) -> bool:
    return pep.forgotten or given.keys() >= pep.suggested.keys()


def _open(check_id: int, at: int | None = None) -> None:
    item = {} if at is None else {"item": str(at + 1)}
    go("blind", keeps={"check": str(check_id), **item})


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
