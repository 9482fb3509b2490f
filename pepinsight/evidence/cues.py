"""Lists of cue phrases kept as data: what to look for, and what only looks like it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import RootModel

from pepinsight.data_files import Strict, load
from pepinsight.evidence.cue_places import CuePlaces

_DATA = Path(__file__).parent / "data"
_PLACES = CuePlaces()


class CueList(Strict):
    """Phrases that count (``say``), and longer ones that hold such a phrase and yet do not count (``but_not``).

    In a phrase ``*`` stands for the rest of a word, ``<n>`` for a number, ``_`` for up to three words between.
    An apostrophe may be missing in the text ("didnt").
    """

    say: tuple[str, ...]
    but_not: tuple[str, ...] = ()


class CueFile(RootModel[dict[str, CueList]]):
    """A file of cue lists by name."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A compiled cue list. ``number`` is its own among ``CuePlaces``; None for a list whose first words do not tell."""

    name: str
    pattern: re.Pattern[str]
    exceptions: re.Pattern[str] | None
    number: int | None

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """The places in ``text`` where a cue stands, those inside an exception left out."""
        barred: list[tuple[int, int]] | None = None
        for match in self._matches(text):
            if barred is None:
                barred = [found.span() for found in self.exceptions.finditer(text)] if self.exceptions else []
            if not any(start <= match.start() and match.end() <= end for start, end in barred):
                yield match

    def _matches(self, text: str) -> Iterator[re.Match[str]]:
        """What ``pattern.finditer`` gives, tried only where a phrase can begin."""
        if self.number is None:
            yield from self.pattern.finditer(text)
            return
        end = 0
        for place in _PLACES.of(text).get(self.number, ()):
            if place >= end and (match := self.pattern.match(text, place)):
                yield match
                end = match.end()

    def stands_in(self, text: str) -> bool:
        """Whether any cue stands in ``text``."""
        if self.number is not None and self.number not in _PLACES.of(text):
            return False
        return next(self.find(text), None) is not None


@cache
def cues(file: str) -> dict[str, Cue]:
    """The cue lists of ``data/<file>.yaml`` by name. Raises DataFileError for a bad file."""
    lists = load(_DATA / f"{file}.yaml", CueFile).root
    return {name: compiled(name, item) for name, item in lists.items()}


@cache
def compiled(name: str, cue: CueList) -> Cue:
    """A cue list made ready to search with."""
    number = None if any(map(_begins_openly, cue.say)) else _PLACES.add(cue.say)
    return Cue(name, _compile(cue.say), _compile(cue.but_not) if cue.but_not else None, number)


def _begins_openly(phrase: str) -> bool:
    """Whether it begins with a mark that may be missing in the text, so that no first word tells of it."""
    return phrase.lstrip()[0] in "'-"


def _compile(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<![\w+])(?:" + "|".join(map(_expression, longest_first)) + r")(?![\w+])", re.IGNORECASE)


def _expression(phrase: str) -> str:
    words = []
    for word in phrase.split():
        if word == "_":
            words.append(r"(?:[\w'’-]+\s+){0,3}?")
            continue
        escaped = re.escape(word).replace("'", "['’]?").replace(r"\-", r"[-–‑ ]?")
        words.append(escaped.replace(r"\*", r"[\w'’-]*").replace("<n>", r"\d[\d,.:]*") + r"\s+")
    return "".join(words).removesuffix(r"\s+")
