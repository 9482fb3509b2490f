"""People named in a label: looked up by the first word of their names, so that a plan's many names need no pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from pepinsight.evidence.labels import NOBODY
from pepinsight.evidence.small_words import SMALL
from pepinsight.evidence.voice.people import role_words

_OPENING = re.compile(r"(?<!\w)(?:\w+|[^\w\s])")
_WORD = re.compile(r"\w")

ByFirst = dict[str, list[tuple[str, str]]]
"""Names in lower case with their roles, by the first word or mark of each."""


class Mentions:
    """Finds the people whom a text mentions (``mentioned``: each mention in lower case with its role) and the common
    words for a role ("carer", "pupil")."""

    def __init__(self, mentioned: Mapping[str, str]) -> None:
        self._own = _by_first(mentioned)
        self._opened_by: ByFirst = {}

    def may_name_own(self, label: str) -> bool:
        """Whether anybody whom the text itself mentions may stand in the label."""
        return not self._own.keys().isdisjoint(_OPENING.findall(label.lower()))

    def find(self, label: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and role of each, in order; where several could stand at one place, the longest."""
        lower = label.lower()
        if len(lower) != len(label):
            lower = label  # "İ" has no small letter of its own
        reached = 0
        for opening in _OPENING.finditer(lower):
            start = opening.start()
            if start < reached:
                continue
            for name, role in self._names(opening.group()):
                reached = start + len(name)
                if lower.startswith(name, start) and not _WORD.match(lower, reached):
                    yield start, reached, role
                    break
            else:
                reached = start

    def _names(self, word: str) -> list[tuple[str, str]]:
        """The names that begin with a word, the longest first; what the text mentions before a role's common words."""
        if word not in self._opened_by:
            names = dict([*_common().get(word, ()), *self._own.get(word, ())])
            self._opened_by[word] = sorted(names.items(), key=lambda pair: len(pair[0]), reverse=True)
        return self._opened_by[word]


@cache
def _common() -> ByFirst:
    return _by_first({word: role for role, words in role_words().items() for word in words.words})


def _by_first(names: Mapping[str, str]) -> ByFirst:
    found: ByFirst = {}
    for name, role in names.items():
        if name not in NOBODY and name not in SMALL.no_person and (first := _OPENING.match(name)):
            found.setdefault(first.group(), []).append((name, role))
    return found
