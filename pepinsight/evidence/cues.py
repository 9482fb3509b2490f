"""Lists of cue phrases kept as data: what to look for, and what only looks like it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from pathlib import Path

from pydantic import RootModel

from pepinsight.data_files import Strict, load
from pepinsight.evidence.cue_places import CuePlaces, Places
from pepinsight.plan import Plan, Span

_DATA = Path(__file__).parent / "data"
_PLACES = CuePlaces()
_START = attrgetter("start")


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
    """A compiled cue list. ``number`` is its own among ``CuePlaces``, ``barred`` that of its exceptions; None for a
    list whose first words do not tell."""

    name: str
    pattern: re.Pattern[str]
    exceptions: re.Pattern[str] | None
    number: int | None
    barred: int | None

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """The places in ``text`` where a cue stands, those inside an exception left out."""
        return self._find(text, _PLACES.of(text), 0, len(text))

    def stands_in(self, text: str) -> bool:
        """Whether any cue stands in ``text``."""
        return next(self.find(text), None) is not None

    def find_at(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """What ``find`` gives for ``text[start:end]``, of a plan's whole text, which is looked through but once.

        The matches' offsets count from ``start``.
        """
        return self._find(text, _PLACES.throughout(text), start, end)

    def find_throughout(self, plan: Plan) -> Iterator[re.Match[str]]:
        """The places in the whole of a plan's text."""
        return self.find_at(plan.document.text, 0, len(plan.document.text))

    def stands_at(self, plan: Plan, span: Span) -> bool:
        """Whether any cue stands in these words of a plan."""
        if not self.may_stand_within(plan, span.start, span.end):
            return False
        return next(self.find_at(plan.document.text, span.start, span.end), None) is not None

    def may_stand_within(self, plan: Plan, start: int, end: int) -> bool:
        """Whether it is worth while to look for a cue in any passage of this stretch of a plan's text."""
        return self.number is None or bool(_between(_PLACES.throughout(plan.document.text), self.number, start, end))

    def among(self, plan: Plan, passages: Sequence[Span]) -> tuple[Span, ...]:
        """Those of the passages, which stand in reading order and apart, in which a cue stands."""
        if self.number is None or not passages:
            return tuple(span for span in passages if self.stands_at(plan, span))
        places = _PLACES.throughout(plan.document.text)
        within = _between(places, self.number, passages[0].start, passages[-1].end)
        near = dict.fromkeys(bisect_right(passages, place, key=_START) - 1 for place in within)
        return tuple(passages[at] for at in near if self.stands_at(plan, passages[at]))

    def _find(self, text: str, places: Places, start: int, end: int) -> Iterator[re.Match[str]]:
        if self.number is not None and not _between(places, self.number, start, end):
            return iter(())
        return self._look(text[start:end], places, start)

    def _look(self, words: str, places: Places, start: int) -> Iterator[re.Match[str]]:
        barred: list[tuple[int, int]] | None = None
        for match in _matches(self.pattern, words, places, self.number, start):
            if barred is None:
                within = _matches(self.exceptions, words, places, self.barred, start) if self.exceptions else ()
                barred = [found.span() for found in within]
            if not any(first <= match.start() and match.end() <= last for first, last in barred):
                yield match


def _between(places: Places, number: int, start: int, end: int) -> Sequence[int]:
    """Those of a list's places that lie in a stretch of the text."""
    all_of_list = places.get(number)
    if all_of_list is None:
        return ()
    first = bisect_left(all_of_list, start)
    if first == len(all_of_list) or all_of_list[first] >= end:
        return ()
    return all_of_list[first : bisect_left(all_of_list, end, first)]


def _matches(
    pattern: re.Pattern[str], words: str, places: Places, number: int | None, start: int
) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer`` gives for the words from ``start``, tried only where a phrase can begin."""
    if number is None:
        yield from pattern.finditer(words)
        return
    reached = 0
    for place in _between(places, number, start, start + len(words)):
        if place - start >= reached and (match := pattern.match(words, place - start)):
            yield match
            reached = match.end()


@cache
def cues(file: str) -> dict[str, Cue]:
    """The cue lists of ``data/<file>.yaml`` by name. Raises DataFileError for a bad file."""
    lists = load(_DATA / f"{file}.yaml", CueFile).root
    return {name: compiled(name, item) for name, item in lists.items()}


@cache
def compiled(name: str, cue: CueList) -> Cue:
    """A cue list made ready to search with."""
    exceptions = _compile(cue.but_not) if cue.but_not else None
    return Cue(name, _compile(cue.say), exceptions, _number(cue.say), _number(cue.but_not))


def _number(phrases: tuple[str, ...]) -> int | None:
    return None if any(map(_begins_openly, phrases)) else _PLACES.add(phrases)


def _begins_openly(phrase: str) -> bool:
    """Whether it begins with a mark that may be missing in the text, so that no first word tells of it."""
    return phrase.lstrip()[0] in "'-"


def _compile(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<![\w+])(?:" + "|".join(map(_expression, longest_first)) + r")(?![\w+])", re.IGNORECASE)


_RANGE = re.compile(r"(?<=[\d>])\\-(?=[\d<])")
"""A hyphen between two figures, which nobody leaves out ("9-12" is not 912)."""


def _expression(phrase: str) -> str:
    words = []
    for word in phrase.split():
        if word == "_":
            words.append(r"(?:[\w'’-]+\s+){0,3}?")
            continue
        escaped = _RANGE.sub(r"\\s?[-–‑]\\s?", re.escape(word))
        escaped = escaped.replace("'", "['’]?").replace(r"\-", r"[-–‑ ]?")
        words.append(escaped.replace(r"\*", r"[\w'’-]*").replace("<n>", r"\d[\d,.:]*") + r"\s+")
    return "".join(words).removesuffix(r"\s+")
