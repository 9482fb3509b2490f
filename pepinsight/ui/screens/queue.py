"""Read these first: the PEPs that a person should look at before others, and why."""

from __future__ import annotations

import streamlit as st

from pepinsight.ui import desk, queue, theme
from pepinsight.ui.person import reviewer
from pepinsight.ui.router import go

A_SCREEN = 25
_NO_VIEW = "Everything"


def show() -> None:
    """Draw the page."""
    st.title("Read these first", anchor=False)
    st.html(
        theme.note(
            "PEPs that nobody has finished and that give a reason to look early. The order helps you choose; "
            "it is no rating."
        )
    )
    found = queue.entries(desk.store().list_files())
    if not found:
        st.info("No PEP here gives a reason to be read before others.")
        return
    _saved_views()
    filters = _filters(queue.choices(found))
    fitting = [entry for entry in found if queue.fits(entry, filters)]
    total = "1 PEP" if len(found) == 1 else f"{len(found)} PEPs"
    st.html(theme.note(f"{len(fitting)} of {total}" if len(fitting) != len(found) else total))
    shown = st.session_state.setdefault("queue_shown", A_SCREEN)
    with st.container(key="peps", gap=None):
        for entry in fitting[:shown]:
            _row(entry)
    if not fitting:
        st.info("No PEP fits these filters.")
    if len(fitting) > shown:
        st.button(f"Show more ({len(fitting) - shown})", key="queue-more", on_click=_more)


def _more() -> None:
    st.session_state["queue_shown"] += A_SCREEN


def _filters(choices: dict[str, list[str]]) -> dict[str, list[str]]:
    """The filters as the address has them, so that a link can be sent and the browser's Back leads to them again."""
    columns = st.columns(3)
    chosen: dict[str, list[str]] = {}
    gone: list[str] = []
    for index, (name, label) in enumerate(queue.FILTERS.items()):
        asked = st.query_params.get_all(name)
        # What a link or a saved view wants may not occur any more.
        gone += [value for value in asked if value not in choices[name]]
        st.session_state[f"queue-{name}"] = [value for value in choices[name] if value in asked]
        chosen[name] = columns[index % 3].multiselect(
            label, choices[name], key=f"queue-{name}", placeholder="All", on_change=_keep_in_address
        )
    if gone:
        st.html(theme.note(f"No PEP in this list has: {', '.join(gone)}. Shown without that filter.", "ask"))
    return chosen


def _keep_in_address() -> None:
    _filter_by({name: st.session_state[f"queue-{name}"] for name in queue.FILTERS})


def _filter_by(wanted: queue.Filters) -> None:
    go("first", keeps={name: list(wanted[name]) for name in queue.FILTERS if wanted.get(name)})


def _saved_views() -> None:
    views = desk.store().saved_views()
    with st.container(key="views"):
        left, right = st.columns([4, 1], vertical_alignment="bottom")
    left.selectbox("Saved view", [_NO_VIEW, *views], key="queue-view", on_change=_open_view)
    with right.popover("Keep this view", width="stretch"):
        st.text_input("Its name", key="queue-view-name", max_chars=100)
        st.button("Save", key="queue-save", type="primary", on_click=_save_view)
        if st.session_state["queue-view"] in views:
            st.button("Delete the view that is open", key="queue-delete", on_click=_delete_view)


def _open_view() -> None:
    _filter_by(desk.store().saved_views().get(st.session_state["queue-view"], {}))


def _save_view() -> None:
    name = " ".join(str(st.session_state["queue-view-name"]).split())
    chosen = {name: st.query_params.get_all(name) for name in queue.FILTERS}
    if not name:
        st.session_state["problem"] = "Give the view a name first."
        return
    desk.store().save_view(name, chosen, reviewer())
    st.session_state["queue-view"] = name
    st.session_state["said"] = f"The view {name} is kept for everybody who works here."


def _delete_view() -> None:
    desk.store().delete_view(st.session_state["queue-view"])
    st.session_state["queue-view"] = _NO_VIEW
    _open_view()


def _row(entry: queue.Entry) -> None:
    file = entry.listed.file
    with st.container(key=f"queue-pep-{file.id}"):
        name, why, button = st.columns([3.4, 6, 1.2], vertical_alignment="center")
        where = [entry.values[part][0] for part in ("school", "phase", "term")]
        shown = [value for value in where if value != queue.UNKNOWN]
        name.html(f"<p class='pep-name'>{theme.text(file.name)}</p>" + theme.facts_line(*shown))
        why.html("".join(f"<p class='pep-line'>{theme.text(reason.says)}</p>" for reason in entry.reasons))
        button.button("Open", key=f"open-{file.id}", on_click=go, args=("review", file.id), width="stretch")
