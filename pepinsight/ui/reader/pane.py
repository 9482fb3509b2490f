"""Mount the reader pane in a Streamlit page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

_HERE = Path(__file__).parent


def _asset(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


_mount = st.components.v2.component(
    "pepinsight_reader", html=_asset("reader.html"), css=_asset("reader.css"), js=_asset("reader.js")
)


@dataclass(frozen=True, slots=True)
class Choice:
    """Evidence to scroll to. ``turn`` grows with each choice, so that choosing the same quote again scrolls again."""

    ids: tuple[int, ...]
    turn: int


def show(
    key: str,
    title: str,
    sheets: list[dict[str, Any]],
    notes: dict[str, Any],
    kinds: list[dict[str, str]],
    focus: tuple[int, ...] = (),
    choice: Choice | None = None,
) -> None:
    """Show a document. ``key`` names what is drawn: the pane redraws only when it changes.

    ``focus`` are the evidence ids of the open section, the others are drawn faint; empty shows all alike.
    """
    _mount(
        key="reader",
        data={
            "key": key,
            "title": title,
            "sheets": sheets,
            "notes": notes,
            "kinds": kinds,
            "focus": list(focus),
            "choice": {"ids": list(choice.ids), "turn": choice.turn} if choice else None,
        },
    )
