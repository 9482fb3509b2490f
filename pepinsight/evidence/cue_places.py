"""Where in a text phrases of cue lists can begin: told by their first words, so that few places need a closer look.

A plan is asked thousands of times whether some cue stands in some sentence, and nearly always it does not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

_OPENING = re.compile(r"(?<![\w+])(?:\w+|[^\w\s])")
_FIRST = re.compile(r"\w+|[^\w\s]")
_NUMBER = "<n>"
_ALIKE = str.maketrans("ſıİ", "sii")
"""Letters besides lower and upper case that a pattern blind to case takes for one another."""


class CuePlaces:
    """The first words of many lists of phrases, as ``CueList`` writes them."""

    def __init__(self, phrases: Mapping[str, tuple[str, ...]]) -> None:
        self._whole: dict[str, set[str]] = {}
        self._begun: dict[str, set[str]] = {}
        self._anywhere: set[str] = set()
        for name, said in phrases.items():
            for phrase in said:
                self._add(name, phrase.split()[0])
        self._longest = max(map(len, self._begun), default=0)
        self._lists = lru_cache(maxsize=2**15)(self._lists_of)
        self.of = lru_cache(maxsize=2**12)(self._of)

    def _add(self, name: str, word: str) -> None:
        first = _FIRST.match(word)
        if word.startswith(_NUMBER):
            self._begun.setdefault(_NUMBER, set()).add(name)
        elif first is None or word == "_" or word[0] == "*":
            self._anywhere.add(name)
        else:
            words = self._whole if first.group() == word or not word[0].isalnum() else self._begun
            words.setdefault(first.group().lower().translate(_ALIKE), set()).add(name)

    def _lists_of(self, word: str) -> tuple[str, ...]:
        """The lists with a phrase that can begin with this word."""
        found = set(self._whole.get(word, ()))
        for length in range(1, min(len(word), self._longest) + 1):
            found |= self._begun.get(word[:length], set())
        if word[0].isdecimal():
            found |= self._begun.get(_NUMBER, set())
        return tuple(found | self._anywhere)

    def _of(self, text: str) -> Mapping[str, Sequence[int]]:
        """By list, the offsets in ``text`` at which one of its phrases can begin; the rest cannot stand in it."""
        places: dict[str, list[int]] = {}
        for match in _OPENING.finditer(text.translate(_ALIKE)):
            for name in self._lists(match.group().lower()):
                places.setdefault(name, []).append(match.start())
        return places
