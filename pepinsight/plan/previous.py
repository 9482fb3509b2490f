"""Last term's targets and actions, and what the document says became of them; and which targets are last term's."""

from __future__ import annotations

import re

from pepinsight.plan.columns import has_word
from pepinsight.plan.contents import Contents
from pepinsight.plan.groups import groups_of
from pepinsight.plan.plan import PreviousTarget, SectionKind, Span
from pepinsight.plan.records import LOOKING_BACK, Group, Record

_ACTION = re.compile(r"\bactions?\b", re.IGNORECASE)
# What tells which target a row is about, rather than how it went.
_NOT_REVIEW = frozenset({"number", "term", "subject", "who", "when", "why", "how", "wording"})


def is_previous(group: Group) -> bool:
    """Whether a group of targets is last term's: by its section and headings, and by what its columns ask for."""
    score = 0
    if group.kind is SectionKind.PREVIOUS_TARGETS:
        score += 2
    elif group.kind is SectionKind.TARGETS:
        score -= 1
    for text, weight in ((group.wording_label, 3), (group.line, 2), (" ".join(group.headings[:1]), 2)):
        score += weight if has_word(text, "previous") else -weight if has_word(text, "new") else 0
    forward = len(group.columns & {"how", "measure", "why"})
    if group.columns & LOOKING_BACK:
        score += 1 if forward else 3
        reviews = [record.of(*LOOKING_BACK) for record in group.records]
        if any(reviews):
            score += 2
        if all(any(has_word(part.text[:30], "settled") for part in parts) for parts in reviews):
            score += 5  # a target just set is neither met nor ongoing
    return score - 2 * min(forward, 2) > 0


def find_previous(contents: Contents, groups: list[Group] | None = None) -> tuple[PreviousTarget, ...]:
    """Last term's targets and actions in order, each with the words of its review; () where it was left blank."""
    found: list[PreviousTarget] = []
    for group in groups if groups is not None else groups_of(contents):
        if is_previous(group):
            found.extend(_previous(record, group) for record in group.records)
    return tuple(found)


def _previous(record: Record, group: Group) -> PreviousTarget:
    planned = {part.span for part in record.parts if part.role in _NOT_REVIEW}
    review = [part.span for part in record.parts if part.span not in planned]
    label = record.wording.label or group.wording_label
    is_action = bool(_ACTION.search(label)) or bool(re.match(r"\s*action\s*[:.–-]", record.wording.text, re.IGNORECASE))
    return PreviousTarget(record.wording.span, _ordered(review), is_action)


def _ordered(spans: list[Span]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans), key=lambda span: span.start))
