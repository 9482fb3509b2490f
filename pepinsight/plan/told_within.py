"""Passages of other parts that tell what the form has no part for: a plan by themes tells of a suspension under "Being
in school" and of careers under "Moving on". A part that the form has and that is left blank stays blank."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from pydantic import RootModel

from pepinsight.data_files import Strict, load
from pepinsight.documents import Document, Place
from pepinsight.plan.displaced import expression
from pepinsight.plan.plan import Section, SectionKind, Span

_LONG = 8
"""Words from which on a passage tells something, and is no label."""
_DATED = re.compile(
    r"\d|\b(?:january|february|march|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri)day)\b",
    re.IGNORECASE,
)


class ToldWithin(Strict):
    """``says`` are words of which ``ways`` different ones tell a passage of this part, unless one of ``unless`` stands
    there; ``dated`` asks for a figure, day or month beside them. ``goes_on`` tells that the next passage goes on."""

    within: tuple[SectionKind, ...]
    says: tuple[str, ...]
    unless: tuple[str, ...]
    ways: int
    dated: bool
    goes_on: tuple[str, ...]

    def opens(self, text: str) -> bool:
        """Whether a passage speaks of this part."""
        found = {match.group().lower() for match in _any(self.says).finditer(text)}
        if len(found) < self.ways or (self.dated and not _DATED.search(text)):
            return False
        return not (self.unless and _any(self.unless).search(text))

    def continues(self, text: str) -> bool:
        """Whether a passage after one of this part goes on about it."""
        return bool(self.goes_on) and _any(self.goes_on).search(text) is not None


class _File(RootModel[dict[SectionKind, ToldWithin]]):
    """data/told_within.yaml."""


@cache
def _data() -> Mapping[SectionKind, ToldWithin]:
    return load(Path(__file__).parent / "data" / "told_within.yaml", _File).root


@cache
def _any(says: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(expression, says)), re.IGNORECASE)


def told_within(document: Document, sections: tuple[Section, ...]) -> tuple[tuple[SectionKind, Span], ...]:
    """The passages, each with the kind of part of which it speaks, for parts that the form leaves out. A passage is a
    paragraph or a cell; the cells to its right in its row go on with it."""
    found: list[tuple[SectionKind, Span]] = []
    for kind, entry in _data().items():
        if not any(kind in (section.kind, section.about) for section in sections):
            found += [(kind, span) for section in sections for span in _passages(document, section, entry)]
    return tuple(found)


def _bodies(document: Document, section: Section) -> Iterator[tuple[int, list[str]]]:
    for index in section.blocks:
        block = document.blocks[index]
        is_title = section.title is not None and block.start <= section.title.start < block.end
        if block.kind.is_body and not block.level and not is_title:
            yield index, document.text_of(block).split()


def _passages(document: Document, section: Section, entry: ToldWithin) -> Iterator[Span]:
    if section.kind not in entry.within:
        return
    opened: Place | None = None
    for index, words in _bodies(document, section):
        if len(words) < _LONG:
            continue
        block = document.blocks[index]
        text = document.text_of(block)
        beside = opened is not None and _is_right_of(block.place, opened)
        follows = opened is not None and entry.continues(text)
        if beside or follows or entry.opens(text):
            opened = block.place
            yield Span(block.start, block.end)
        else:
            opened = None


def _is_right_of(place: Place, other: Place) -> bool:
    """Whether ``place`` lies in a later column of the same row of a table."""
    same = place.table is not None and (place.table, place.row) == (other.table, other.row)
    return same and (place.column or 0) > (other.column or 0)
