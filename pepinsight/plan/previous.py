"""Last term's targets and actions, and what the document says became of them; and which targets are last term's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pepinsight.plan.columns import has_word
from pepinsight.plan.contents import Contents
from pepinsight.plan.groups import groups_of
from pepinsight.plan.plan import PreviousTarget, SectionKind, Span
from pepinsight.plan.records import LOOKING_BACK, Group, Part, Record

_ACTION_ROW = re.compile(r"\s*action\s*[:.–-]", re.IGNORECASE)
_REVIEW_STARTS = re.compile(r"(?:[.!?]|\s[-–—:]|:)\s+(?=\S)")
_ACTION = re.compile(r"\bactions?\b", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:term|pep|round|cycle) ?\d\b", re.IGNORECASE)
# What tells which target a row is about, rather than how it went.
_NOT_REVIEW = frozenset({"number", "term", "subject", "who", "when", "why", "how", "wording"})


def is_previous(group: Group, groups: Sequence[Group] = ()) -> bool:
    """Whether a group of targets is last term's: by its section and headings, by what its columns ask for, and by the
    other ``groups`` of the document: a round named for its term or number, all of it reviewed, is the old one where
    none of another plan's is."""
    return _looks_back(group) or (
        _is_reviewed(group)
        and any(has_word(text, "month") or _COUNTED.search(text) for text in _named(group))
        and not any(has_word(text, "new") for text in _named(group))
        and any(_is_yet_to_review(other) for other in groups if other is not group)
    )


def _named(group: Group) -> tuple[str, ...]:
    return (group.line, *group.headings[:1])


def _is_reviewed(group: Group) -> bool:
    return all(record.of(*LOOKING_BACK) for record in group.records)


def _is_yet_to_review(group: Group) -> bool:
    """Whether these are targets with a plan, none of which anything has been said about since."""
    return (
        group.kind is SectionKind.TARGETS
        and bool(group.columns & {"how", "measure"})
        and not any(record.of(*LOOKING_BACK) for record in group.records)
        and not _looks_back(group)
    )


def _looks_back(group: Group) -> bool:
    score = 0
    if group.kind is SectionKind.PREVIOUS_TARGETS:
        score += 2
    elif group.kind is SectionKind.TARGETS:
        score -= 1
    for text, weight in ((group.wording_label, 3), (group.line, 2), (" ".join(group.headings[:1]), 2)):
        score += weight if has_word(text, "previous") else -weight if has_word(text, "new") else 0
    forward = len((group.columns & {"how", "measure", "why"}) - _told_in_past(group))
    planned = forward or group.columns & {"who", "when"}
    if not planned and has_word(group.wording_label.partition(" ")[0], "month"):
        score += 3  # "July target | Now"
    if group.columns & LOOKING_BACK:
        to_fill = not any(record.of(*LOOKING_BACK) for record in group.records) and group.columns & {"who", "when"}
        ahead = group.columns & {"who", "when", "cost"} and _is_ahead(group)  # "Review" asks when
        score += 1 if forward or to_fill or ahead else 4
        reviews = [record.of(*LOOKING_BACK) for record in group.records]
        if any(reviews):
            score += 2
        if all(any(has_word(part.text[:30], "settled") for part in parts) for parts in reviews):
            score += 5  # a target just set is neither met nor ongoing
    return score - 2 * min(forward, 2) > 0


def _is_ahead(group: Group) -> bool:
    return any(has_word(text, "new") and not has_word(text, "previous") for text in _named(group))


def _told_in_past(group: Group) -> set[str]:
    """The roles that only labels of what has been done play, in reviewed targets: "Strategies used", "How was the
    target supported?"; not "How will it be provided?"."""
    if not any(record.of(*LOOKING_BACK) for record in group.records):
        return set()
    labels = {(part.role, part.label) for record in group.records for part in record.parts}
    past = {(role, label) for role, label in labels if has_word(label, "told_in_past") and not has_word(label, "ahead")}
    return {role for role, _ in past} - {role for role, _ in labels - past}


def find_previous(contents: Contents, groups: list[Group] | None = None) -> tuple[PreviousTarget, ...]:
    """Last term's targets and actions in order, each with the words of its review; () where it was left blank."""
    groups = groups if groups is not None else groups_of(contents)
    old = [group for group in groups if is_previous(group, groups)]
    old = [group for group in old if not _is_minuted(group)] or old
    shaped = [group for group in old if group.shape not in ("list", "prose")] or old
    return tuple(_previous(record, group) for group in shaped for record in group.records)


def _is_minuted(group: Group) -> bool:
    """Whether the minutes only tell what was said of the targets: "Old targets: one met, one in part"."""
    return group.kind is SectionKind.MEETING and group.shape != "table"


def _previous(record: Record, group: Group) -> PreviousTarget:
    label = record.wording.label or group.wording_label
    is_action = bool(_ACTION_ROW.match(record.wording.text)) or (
        bool(_ACTION.search(label)) and not has_word(label, "target")
    )
    if group.shape in ("list", "prose"):
        wording, review = _split(record.wording)
        return PreviousTarget(wording, review, is_action)
    looks_back = {part.span for part in record.parts if part.role in LOOKING_BACK}
    planned = {part.span for part in record.parts if part.role in _NOT_REVIEW} - looks_back
    return PreviousTarget(
        record.wording.span, _ordered([p.span for p in record.parts if p.span not in planned]), is_action
    )


def _split(item: Part) -> tuple[Span, tuple[Span, ...]]:
    """A line that names a target and goes on to say how it went: "Reading age to 9:08. MET, 9:11." """
    found = _REVIEW_STARTS.search(item.text)
    if not found:
        return item.span, ()
    at = item.span.start + found.end()
    return Span(item.span.start, item.span.start + found.start()), (Span(at, item.span.end),)


def _ordered(spans: list[Span]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans), key=lambda span: span.start))
