"""Small pieces of a page. Everything that is shown is escaped here, so that no caller can forget it."""

from __future__ import annotations

import re
from datetime import datetime
from html import escape
from pathlib import Path

import streamlit as st

_HERE = Path(__file__).parent
_COLOURS = frozenset({"green", "gold", "amber", "red"})
_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")


def apply() -> None:
    """Lay the style sheet over the page."""
    st.html(_HERE / "theme.css")


def mark() -> str:
    """pepinsight's own sign as SVG. Streamlit's icons would do for a page's tab, but are fetched from the internet."""
    return (_HERE / "mark.svg").read_text(encoding="utf-8")


def moment(when: datetime) -> str:
    """A day and time as this computer's clock had it."""
    here = when.astimezone()
    return f"{here.day} {here:%B %Y, %H:%M}"


def plain(text: str) -> str:
    """``text`` for a label that Streamlit reads as Markdown: shown as it stands, with no link, image, colour or icon.

    Words of a PEP must not be able to fetch a picture from elsewhere or to look like a control of ours.
    """
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def text(words: str) -> str:
    """``words`` for use inside a piece of HTML."""
    return escape(words)


def pill(label: str, colour: str, short: str = "", settled: bool = False) -> str:
    """A level or a judgement as HTML: colour, short name and words together, never colour alone.

    ``settled`` is what a person decided: a filled field. What is only suggested has a broken outline and no filling.
    """
    tone = colour if colour in _COLOURS else "grey"
    name = f"<b>{escape(short)}</b> {escape(label)}" if short else f"<b>{escape(label)}</b>"
    return f'<span class="pep-pill pep-{tone} {"pep-settled" if settled else "pep-suggested"}">{name}</span>'


def status(text: str, tone: str = "quiet") -> str:
    """A short word on where something stands, as HTML. ``tone``: quiet, done, ask, alarm."""
    return f'<span class="pep-status pep-{tone}">{escape(text)}</span>'


def facts_line(*facts: str | None) -> str:
    """Facts side by side, those that are missing left out, as HTML."""
    return '<p class="pep-facts">' + "".join(f"<span>{escape(fact)}</span>" for fact in facts if fact) + "</p>"


def note(text: str, tone: str = "quiet") -> str:
    """One sentence for the reader, as HTML."""
    return f'<p class="pep-note pep-{tone}">{escape(text)}</p>'
