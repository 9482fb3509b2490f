"""The front page, whatever heads it: the part near the beginning that asks who the child is."""

from __future__ import annotations

from dataclasses import replace

from pepinsight.documents import Document
from pepinsight.plan.date_labels import date_asked
from pepinsight.plan.fields import label_kinds
from pepinsight.plan.pairs import Pair
from pepinsight.plan.plan import Section, SectionKind

_FIRST = 4  # sections among which it stands
_WHO = frozenset({"name", "known_as", "dob", "year", "gender", "upn", "school", "meeting_date", "next_meeting"})
_SURELY = frozenset({"name", "dob"})
_MEETING = "meeting_date"
_FEWEST = 2  # such labels
WHO = "it asks who the child is"


def with_front(document: Document, sections: tuple[Section, ...], pairs: tuple[Pair, ...]) -> tuple[Section, ...]:
    """The sections with the first that asks for the child's name or birthday, among more of that sort, made the front
    page: "Your plan" may head it, or the form's own name that speaks of something else. A page of all the facts on the
    child in care is the front page where it asks for the day of the meeting too."""
    found = list(sections)
    for at, section in enumerate(sections[:_FIRST]):
        within = set(section.blocks)
        asked = {
            kind
            for pair in pairs
            if pair.blocks[0] in within
            for kind in _asks(document.text[pair.label.start : pair.label.end])
        }
        if section.kind is SectionKind.FRONT and asked & _SURELY:
            break
        if section.kind is SectionKind.FRONT or (section.kind is SectionKind.CARE and _MEETING not in asked):
            continue
        if asked & _SURELY and len(asked & _WHO) >= _FEWEST:
            found[at] = replace(section, kind=SectionKind.FRONT, why=WHO)
            break
    return tuple(found)


def _asks(label: str) -> tuple[str, ...]:
    """What a label asks for; the day of the meeting also where only the classes of its words tell."""
    day = date_asked(label)
    return (*label_kinds(label), *((day,) if day is not None else ()))
