"""The front page, whatever heads it: the part near the beginning that asks who the child is."""

from __future__ import annotations

from dataclasses import replace

from pepinsight.documents import Document
from pepinsight.plan.fields import label_kinds
from pepinsight.plan.pairs import Pair
from pepinsight.plan.plan import Section, SectionKind

_FIRST = 4  # sections among which it stands
_WHO = frozenset({"name", "known_as", "dob", "year", "gender", "upn", "school", "meeting_date", "next_meeting"})
_SURELY = frozenset({"name", "dob"})
_FEWEST = 2  # such labels
WHO = "it asks who the child is"


def with_front(document: Document, sections: tuple[Section, ...], pairs: tuple[Pair, ...]) -> tuple[Section, ...]:
    """The sections with the first that asks for the child's name or birthday, among more of that sort, made the front
    page: "Your plan" may head it, or the form's own name that speaks of something else."""
    found = list(sections)
    for at, section in enumerate(sections[:_FIRST]):
        if section.kind in (SectionKind.FRONT, SectionKind.CARE):
            continue
        within = set(section.blocks)
        asked = {
            kind
            for pair in pairs
            if pair.blocks[0] in within
            for kind in label_kinds(document.text[pair.label.start : pair.label.end])
        }
        if asked & _SURELY and len(asked & _WHO) >= _FEWEST:
            found[at] = replace(section, kind=SectionKind.FRONT, why=WHO)
            break
    return tuple(found)
