"""Parts of a form that hold one target each, under a title that names what it is about ("Priority 2: Attendance")."""

from __future__ import annotations

import re
from dataclasses import replace

from pepinsight.documents import Document
from pepinsight.plan.columns import has_word
from pepinsight.plan.plan import Section, SectionKind

BY_NUMBER = "a target's number in its title"
_NUMBERED = re.compile(r"\s*(?P<named>[^\W\d]+(?: [^\W\d]+)?)\s*(?:no\.?\s*|#\s*)?\d{1,2}\s*(?:[:.,;(–—-]|$)", re.I)
_KINDS = (SectionKind.TARGETS, SectionKind.PREVIOUS_TARGETS)


def with_titled_targets(document: Document, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The same sections, where those that a numbered target heads count for targets, not for its topic.

    They go with the part of the form that holds them: of last term's targets, of new ones where it holds neither.
    """
    out: list[Section] = []
    for section in sections:
        if section.kind not in _KINDS and _names_target(document, section):
            above = (other.kind for other in reversed(out) if other.level < section.level or other.kind in _KINDS)
            first = next(above, SectionKind.TARGETS)
            section = replace(section, kind=first if first in _KINDS else SectionKind.TARGETS, why=BY_NUMBER)
        out.append(section)
    return tuple(out)


def _names_target(document: Document, section: Section) -> bool:
    if section.title is None or section.kind in (SectionKind.QUALITY, SectionKind.GUIDANCE, SectionKind.ATTACHMENT):
        return False
    found = _NUMBERED.match(document.text[section.title.start : section.title.end])
    return found is not None and has_word(found["named"], "target")
