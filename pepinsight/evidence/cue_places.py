"""Where in a text phrases of cue lists can begin: told by their first words, so that few places need a closer look.

A plan is asked thousands of times whether some cue stands in some sentence, and nearly always it does not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

_OPENING = re.compile(r"(?<![\w+])(?:\w+|[^\w\s])")
_FIRST = re.compile(r"\w+|[^\w\s]")
_NUMBER = "<n>"
_ALIKE = str.maketrans("ſıİ", "sii")
"""Letters besides lower and upper case that a pattern blind to case takes for one another."""


Places = Mapping[int, Sequence[int]]
"""By the number of a list, the offsets in a text at which one of its phrases can begin; no other can stand in it."""


class CuePlaces:
    """The first words of lists of phrases, as ``CueList`` writes them. One for all lists of a process: a sentence is
    looked through once, however many lists are asked for."""

    def __init__(self) -> None:
        self._lists = 0
        self._whole: dict[str, set[tuple[int, str]]] = {}  # lists, and the next word's first letter ("" for any)
        self._begun: dict[str, set[tuple[int, str]]] = {}
        self._anywhere: set[int] = set()
        self._longest = 0
        self._opened_by = lru_cache(maxsize=2**15)(self._find_opened_by)
        self.of = lru_cache(maxsize=2**11)(self._of)  # for passages
        self.throughout = lru_cache(maxsize=4)(self._of)  # for the whole texts of plans

    def add(self, phrases: Iterable[str]) -> int:
        """Take in a list; returns its number."""
        self._lists += 1
        for phrase in phrases:
            self._add(self._lists, *phrase.split()[:2])
        self._longest = max(map(len, self._begun), default=0)
        self._opened_by.cache_clear()
        self.of.cache_clear()
        self.throughout.cache_clear()
        return self._lists

    def _add(self, number: int, word: str, following: str = "") -> None:
        first = _FIRST.match(word)
        if word.startswith(_NUMBER):
            self._begun.setdefault(_NUMBER, set()).add((number, ""))
        elif first is None or word == "_" or word[0] == "*":
            self._anywhere.add(number)
        else:
            whole = first.group() == word
            words = self._whole if whole or not word[0].isalnum() else self._begun
            letter = _lowered(following[0]) if whole and following[:1].isalnum() else ""
            words.setdefault(_lowered(first.group()), set()).add((number, letter))

    def _find_opened_by(self, word: str) -> dict[str, frozenset[int]]:
        """The lists with a phrase that can begin with this word, by the first letter of the word behind it; "" stands
        for any other letter."""
        opening = set(self._whole.get(word, ()))
        for length in range(1, min(len(word), self._longest) + 1):
            if word[:length] in self._begun:
                opening |= self._begun[word[:length]]
        if word[0].isdecimal():
            opening |= self._begun.get(_NUMBER, set())
        whatever = self._anywhere.union(number for number, letter in opening if not letter)
        found = {"": frozenset(whatever)}
        for number, letter in opening:
            if letter:
                found[letter] = found.get(letter, found[""]) | {number}
        return found

    def _of(self, text: str) -> Places:
        places: defaultdict[int, list[int]] = defaultdict(list)
        opened_by = self._opened_by
        words = [(match.group(), match.start()) for match in _OPENING.finditer(_lowered(text))]
        following = [word[0] for word, _ in words[1:]]
        for (word, start), letter in zip(words, [*following, ""], strict=False):
            opened = opened_by(word)
            for number in opened.get(letter) or opened[""]:
                places[number].append(start)
        return places


def _lowered(text: str) -> str:
    """In lower case, each letter in its place."""
    if text.isascii():
        return text.lower()
    lower = text.translate(_ALIKE).lower()
    return lower if len(lower) == len(text) else "".join(letter.lower()[0] for letter in text.translate(_ALIKE))
