"""Parts of a form that hold one target each, under a title that names what it is about ("Priority 2: Attendance")."""

from __future__ import annotations

import re
from dataclasses import replace

from pepinsight.documents import Document
from pepinsight.plan.columns import has_word, is_label
from pepinsight.plan.pairs import Pair
from pepinsight.plan.plan import Section, SectionKind
from pepinsight.plan.records import ELSEWHERE, part_roles

BY_NUMBER = "a target's number in its title"
BY_PLAN = "targets by number, each with its plan and its cost"
LEAST_TARGETS = 2  # numbers that make a part one of targets, whatever heads it
_NUMBERED = re.compile(r"\s*(?P<named>[^\W\d]+(?: [^\W\d]+)?)\s*(?:no\.?\s*|#\s*)?\d{1,2}\s*(?:[:.,;(–—-]|$)", re.I)
_NOT_THE_FORM = (SectionKind.QUALITY, SectionKind.GUIDANCE, SectionKind.ATTACHMENT)
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


def with_planned_targets(
    document: Document, sections: tuple[Section, ...], pairs: tuple[Pair, ...]
) -> tuple[Section, ...]:
    """The same sections, where those that set targets count for targets, whatever their heading seemed to say: labels
    that number two or more ("Step 1", "Step 2") and ask how, what it costs, and why, who or when."""
    return tuple(
        replace(section, kind=SectionKind.TARGETS, why=BY_PLAN)
        if section.kind in ELSEWHERE and section.kind not in _NOT_THE_FORM and _plans_targets(document, section, pairs)
        else section
        for section in sections
    )


def _plans_targets(document: Document, section: Section, pairs: tuple[Pair, ...]) -> bool:
    within = set(section.blocks)
    told = (document.text[pair.label.start : pair.label.end] for pair in pairs if pair.blocks[0] in within)
    labels = [label for label in told if is_label(label, "targets")]
    numbered = {label for label in labels if _NUMBERED.match(label) and "wording" in part_roles(label)}
    asked = {role for label in labels for role in part_roles(label)}
    return len(numbered) >= LEAST_TARGETS and {"how", "cost"} <= asked and bool(asked & {"why", "who", "when"})


def _names_target(document: Document, section: Section) -> bool:
    if section.title is None or section.kind in _NOT_THE_FORM:
        return False
    found = _NUMBERED.match(document.text[section.title.start : section.title.end])
    return found is not None and has_word(found["named"], "target")
