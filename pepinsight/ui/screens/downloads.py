"""Reviews as files, handed over without an address of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from pepinsight.reports import Reviewed, csv_rows, letter, workbook
from pepinsight.review import judge
from pepinsight.store import ListedFile
from pepinsight.ui import desk
from pepinsight.ui.delivery import Parcel, deliver
from pepinsight.ui.desk import Opened
from pepinsight.ui.router import where

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv"


def show_downloads(opened: Opened) -> None:
    """The menu of one PEP's review; open sections are called open in each file."""
    name = f"review-of-{Path(opened.file.name).stem}"
    reviewed = (_reviewed(opened),)
    with st.popover("Download", icon=":material/download:"):
        if opened.review.open:
            st.caption(f"{len(opened.review.open)} sections are open: the letter calls itself a draft.")
        _button("Word letter for the school", f"{name}.docx", WORD, lambda: _letter(opened))
        _button("Excel workbook", f"{name}.xlsx", EXCEL, lambda: workbook(reviewed))
        _button("CSV table", f"{name}.csv", CSV, lambda: csv_rows(reviewed))


def show_list_downloads(files: Sequence[ListedFile]) -> None:
    """The menu of all listed PEPs' reviews."""
    with st.popover("Download", icon=":material/download:"):
        _button("Excel workbook of these PEPs", "reviews.xlsx", EXCEL, lambda: workbook(_all_reviewed(files)))
        _button("CSV table of these PEPs", "reviews.csv", CSV, lambda: csv_rows(_all_reviewed(files)))


def hand_over() -> None:
    """Give the browser the file that was asked for on this page, if any; on leaving the page it is let go."""
    place, parcel = st.session_state.get("parcel", (None, None))
    if parcel is not None and place == where():
        deliver(parcel)
    else:
        st.session_state.pop("parcel", None)


def _button(words: str, name: str, type: str, write: Callable[[], bytes]) -> None:
    st.button(words, key=f"get{Path(name).suffix}", width="stretch", on_click=_ask, args=(name, type, write))


def _ask(name: str, type: str, write: Callable[[], bytes]) -> None:
    turn = st.session_state.get("parcels", 0) + 1
    st.session_state["parcels"] = turn
    st.session_state["parcel"] = (where(), Parcel(name, type, write(), turn))


def _letter(opened: Opened) -> bytes:
    return letter(opened.suggestion, opened.review, opened.rubric, desk.store().known_facts(opened.file.id))


def _reviewed(opened: Opened) -> Reviewed:
    judgement = judge(opened.review, opened.rubric.overall)
    return Reviewed(opened.file.name, opened.rubric.id, opened.review, judgement, opened.suggested_overall)


def _all_reviewed(files: Sequence[ListedFile]) -> list[Reviewed]:
    return [
        Reviewed(
            one.file.name,
            review.rubric,
            review.review,
            review.judgement,
            review.suggested_overall,
        )
        for one in files
        for review in one.reviews
    ]
