"""Hand a file to the person's browser without ever giving it an address that others could fetch."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

_HERE = Path(__file__).parent

_mount = st.components.v2.component(
    "pepinsight_delivery",
    html='<p class="delivery" role="status" aria-live="polite"></p>',
    css=(_HERE / "delivery.css").read_text(encoding="utf-8"),
    js=(_HERE / "delivery.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file to hand over once. ``turn`` tells one hand-over from the next."""

    name: str
    type: str
    content: bytes
    turn: int


def deliver(parcel: Parcel) -> None:
    """Have the browser save the file; the same parcel is handed over once only, however often the page is drawn."""
    _mount(
        key="delivery",
        data={
            "name": parcel.name,
            "type": parcel.type,
            "base64": base64.b64encode(parcel.content).decode("ascii"),
            "turn": parcel.turn,
        },
    )
