"""Small helps with words that go into a file that others open."""

from __future__ import annotations

from datetime import date

QUOTE_WORDS = 25
"""A letter or sheet shows this much of a PEP at one place, and no more."""


def printable(text: str) -> str:
    """The text without control characters, which neither Word nor Excel can hold, on one line."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def short(quote: str, words: int = QUOTE_WORDS) -> str:
    """The first words of a quote, with an ellipsis where it goes on."""
    all_words = printable(quote).split()
    return " ".join(all_words) if len(all_words) <= words else f"{' '.join(all_words[:words])} …"


def day(value: date | None) -> str | None:
    """A date as a person writes it: "12 February 2026"."""
    return None if value is None else f"{value.day} {value:%B %Y}"


def joined(items: list[str] | tuple[str, ...]) -> str:
    """ "A, B and C"."""
    return f"{', '.join(items[:-1])} and {items[-1]}" if len(items) > 1 else "".join(items)
