"""Quoted passages of a text: where they open and close, whatever kind of quotation mark a typist used."""

from __future__ import annotations

import re
from dataclasses import dataclass

MARK = re.compile(r"[\"“”'‘’]")
"""Without one of these there is no quoted passage."""
_OPENERS = re.compile(r"[\"“”]|(?:(?<=^)|(?<=[\s(\[:;,/–—-]))['‘’](?=[\w#£(.])")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.!?…,)])['’](?!\w)")
_LIKELY_CLOSE = re.compile(
    r"(?<=[.!?…,])['’](?!\w)|(?<=\w)['’](?=\s*(?:[.,;:)(]|$|\s(?:and|but|he|she|they|said|because|with|on|from|to|is)\b))"
)
_DROPPED_LETTERS = re.compile(r"['‘’](?:cos|cause|til|till|em|im|er|bout|tis|twas|n)\b|['‘’]\d\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted passage; ``start`` and ``end`` take in the marks."""

    start: int
    end: int


def quoted(text: str, offset: int = 0) -> list[Quoted]:
    """The quoted passages of one block, in order, not nested; ``offset`` is added to each place.

    An opening double mark without a close runs to the block's end; a single mark without one is an apostrophe.
    """
    found: list[Quoted] = []
    at = 0
    while opened := _OPENERS.search(text, at):
        start = opened.start()
        mark = opened.group()
        if mark in "'‘’":
            end = _single_end(text, start) if not _DROPPED_LETTERS.match(text, start) else None
        else:
            end = _double_end(text, start)
        if end is None or end - start < 3:
            at = start + 1
            continue
        found.append(Quoted(offset + start, offset + end))
        at = end
    return found


def _double_end(text: str, start: int) -> int:
    closers = '”“"' if text[start] != "“" else '”"'
    ends = [place for mark in closers if (place := text.find(mark, start + 1)) >= 0]
    return min(ends) + 1 if ends else len(text)


def _single_end(text: str, start: int) -> int | None:
    likely = _LIKELY_CLOSE.search(text, start + 1)
    any_close = likely or _SINGLE_CLOSE.search(text, start + 1)
    return any_close.end() if any_close else None
