"""Scanning an archive on this machine: start it, watch it, pause it, see what failed and why, open any result."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from pepinsight.data_files import DataFileError
from pepinsight.scan import Run, RunError
from pepinsight.scan.bar import duration
from pepinsight.store import StoreError
from pepinsight.ui import desk, scans, theme
from pepinsight.ui.person import reviewer
from pepinsight.ui.router import go
from pepinsight.ui.scans import State

A_SCREEN = 25
WATCH_SECONDS = 2.0
A_LOT = 20_000
STATUSES = {
    "assessed": "Assessed",
    "not_a_pep": "Not a PEP",
    "unreadable": "Unreadable",
    "too_large": "Too large",
    "too_slow": "Too slow",
    "skipped": "Links and devices",
    "opened": "Zip archives",
    "waiting": "Waiting",
}
_PHASES = {
    "starting": "Starting",
    "scanning": "Reading and rating",
    "comparing": "Comparing with each child's earlier PEP",
    "paused": "Paused",
    "stopped": "Stopped before it was done",
    "done": "Done",
}


def show() -> None:
    """Draw the page."""
    st.title("Scan an archive", anchor=False)
    runs = scans.runs()
    with st.expander("Scan a folder of this computer", expanded=not runs, key="new_scan"):
        _form()
    if not runs:
        return
    run = runs[0]
    if len(runs) > 1:
        run = st.selectbox("Scan", runs, format_func=_named, key="scan")
    state = scans.state(run)
    # Counting a million files takes seconds: the more there are, the less often.
    often = WATCH_SECONDS * (1 + state.counts.total() // A_LOT)
    st.fragment(_figures, run_every=often if state.alive else None)(run, state.alive)
    _controls(run, state)
    _failures(run, state)
    _files(run, state)


def _form() -> None:
    rubrics = {rubric.id: rubric.data.title for rubric in desk.rubrics()}
    with st.form("scan-form", border=False):
        st.text_input("Folder", key="scan_path", help="Its path on the computer that pepinsight runs on.")
        st.multiselect(
            "Quality rubrics",
            list(rubrics),
            default=[desk.our_rubric()],
            format_func=rubrics.__getitem__,
            key="scan_rubrics",
        )
        st.checkbox("Add every assessed PEP to the list of PEPs", key="scan_keep")
        st.html(
            theme.note(
                "Folders within it and zip archives are searched too. The scan runs on its own: you may close this "
                "page. What it finds out quotes the PEPs, and is kept on this computer beside the list of PEPs."
            )
        )
        st.form_submit_button("Start", type="primary", on_click=_do, args=(_start,))


def _start() -> None:
    rubrics = tuple(st.session_state["scan_rubrics"]) or (desk.our_rubric(),)
    scans.start(st.session_state["scan_path"], rubrics, reviewer() if st.session_state["scan_keep"] else None)
    st.session_state.pop("scan", None)


def _figures(run: Run, was_alive: bool) -> None:
    state = scans.state(run)
    if state.alive != was_alive:
        st.rerun()  # other buttons are due
    files, done = state.counts.total(), state.counts.total() - state.counts["waiting"]
    failed = sum(failure.files for failure in state.failures)
    phase = state.pulse.phase if state.pulse else "stopped"
    if not state.alive and phase in ("starting", "scanning", "comparing"):
        phase = "stopped"
    if state.alive:
        st.progress(done / files if files else 0.0)
    st.html(f"<h2 class='pep-section'>{theme.text(_PHASES[phase])}</h2>")
    counted = [
        f"{files} files",
        f"{state.counts['assessed']} assessed",
        f"{state.counts['not_a_pep']} not a PEP",
        f"{failed} failed",
    ]
    if state.alive and state.pulse and state.pulse.done and state.pulse.running_for > 0:
        rate = state.pulse.done / state.pulse.running_for
        counted.append(f"{rate:.1f} a second" if rate >= 1 else f"{60 * rate:.0f} a minute")
        if phase == "scanning" and state.counts["waiting"]:
            counted.append(f"{duration(state.counts['waiting'] / rate)} left")
    st.html(theme.facts_line(*counted))
    if phase == "stopped" and (said := scans.last_words(run)):
        st.html(theme.note(said, "alarm"))


def _controls(run: Run, state: State) -> None:
    with st.container(horizontal=True):
        if state.alive:
            st.button("Pause", key="scan-pause", icon=":material/pause:", on_click=_do, args=(scans.pause, run))
        elif not state.finished:
            st.button("Go on", key="scan-resume", icon=":material/play_arrow:", on_click=_do, args=(scans.resume, run))
        if not state.alive:
            with st.popover("Delete this scan"):
                st.html(theme.note("All that it found out goes, for good. Its files and the list of PEPs stay."))
                st.button("Delete", key="scan-delete", on_click=_do, args=(_delete, run))


def _failures(run: Run, state: State) -> None:
    if not state.failures:
        return
    st.html("<h2 class='pep-section'>What failed, and why</h2>")
    with st.container(key="failures", gap=None):
        for number, failure in enumerate(state.failures[:A_SCREEN]):
            words, button = st.columns([6, 1.2], vertical_alignment="center")
            files = "1 file" if failure.files == 1 else f"{failure.files} files"
            words.html(f"<p class='pep-name'>{files}</p>" + theme.note(failure.reason))
            button.button(
                "Try again", key=f"retry-{number}", on_click=_do, args=(scans.retry, run, failure), width="stretch"
            )


def _files(run: Run, state: State) -> None:
    there = [status for status in STATUSES if state.counts[status]]
    if not there:
        return
    left, right = st.columns([3, 7], vertical_alignment="bottom")
    wanted = left.text_input("Search by path", key="scan_wanted").strip()
    status = right.segmented_control(
        "Files",
        there,
        default=there[0],
        format_func=lambda one: f"{STATUSES[one]} ({state.counts[one]})",
        key="scan_status",
    )
    status = status or there[0]
    shown = scans.files(run, status, wanted, A_SCREEN)
    with st.container(key="found"):
        for found, path, reason in shown:
            words, button = st.columns([6, 1.2], vertical_alignment="center")
            words.html(f"<p class='pep-name'>{theme.text(path)}</p>" + (theme.note(reason) if reason else ""))
            if status == "assessed":
                button.button("Open", key=f"scan-open-{found}", on_click=_do, args=(_open, run, found), width="stretch")
    if len(shown) == A_SCREEN:
        st.html(theme.note(f"The first {A_SCREEN} are shown: search for others."))


def _delete(run: Run) -> None:
    scans.delete(run)
    st.session_state.pop("scan", None)


def _open(run: Run, found: int) -> None:
    go("review", scans.bring(desk.store(), run, found, reviewer()))


def _named(run: Run) -> str:
    asked = run.asked()
    return f"{run.folder.name}: {', '.join(asked.starts) if asked else ''}"


def _do(work: Callable[..., object], *arguments: object) -> None:
    """Do what a button asks; what stands in its way is said at the top of the page."""
    try:
        work(*arguments)
    except (RunError, StoreError, DataFileError) as error:
        st.session_state["problem"] = str(error)
