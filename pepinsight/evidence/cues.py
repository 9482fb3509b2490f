"""Lists of cue phrases kept as data: what to look for, and what only looks like it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import RootModel

from pepinsight.data_files import Strict, load

_DATA = Path(__file__).parent / "data"


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
    """A compiled cue list."""

    name: str
    pattern: re.Pattern[str]
    exceptions: re.Pattern[str] | None

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """The places in ``text`` where a cue stands, those inside an exception left out."""
        barred = [m.span() for m in self.exceptions.finditer(text)] if self.exceptions else []
        for match in self.pattern.finditer(text):
            if not any(start <= match.start() and match.end() <= end for start, end in barred):
                yield match

    def stands_in(self, text: str) -> bool:
        """Whether any cue stands in ``text``."""
        return next(self.find(text), None) is not None


@cache
def cues(file: str) -> dict[str, Cue]:
    """The cue lists of ``data/<file>.yaml`` by name. Raises DataFileError for a bad file."""
    lists = load(_DATA / f"{file}.yaml", CueFile).root
    return {name: compiled(name, item) for name, item in lists.items()}


def compiled(name: str, cue: CueList) -> Cue:
    """A cue list made ready to search with."""
    return Cue(name, _compile(cue.say), _compile(cue.but_not) if cue.but_not else None)


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
