"""Which groups of target-like rows are the plan's own, where others that only resemble targets stand beside them."""

from __future__ import annotations

from pepinsight.plan.columns import FORWARD, has_word, is_label, roles
from pepinsight.plan.plan import SectionKind
from pepinsight.plan.records import Group, Record

_NAMING_LESS = 0.5  # share of the others' words that a list which only names its targets spends on each
_ASKED_OF_ACTIONS = frozenset({"who", "when", "why", "how", "review"})


def own_targets(groups: list[Group]) -> list[Group]:
    """``groups`` without samples; and, where some stand in the part on targets with their plan, without what only
    resembles targets elsewhere: actions of the meeting, purchases with their aims, outcomes of other plans."""
    own = [group for group in groups if not _is_sample(group)]
    sure = [group for group in own if _is_surely_own(group)]
    return [group for group in own if group in sure or not _only_resembles(group, sure)] if sure else own


def _is_sample(group: Group) -> bool:
    return any(has_word(text, "sample") for text in (group.wording_label, *group.headings[:1]))


def _is_surely_own(group: Group) -> bool:
    plan = group.columns & FORWARD
    return (
        group.kind is SectionKind.TARGETS
        and len(plan) > 1
        and bool(plan & {"how", "measure"})
        and not _is_of_other_plan(group)
        and not _is_after_means(group)
    )


def _only_resembles(group: Group, sure: list[Group]) -> bool:
    if _is_of_other_plan(group):
        return True
    if (
        group.kind is SectionKind.PREMIUM
        and "cost" in group.columns
        and _words(group) < _NAMING_LESS * min(map(_words, sure))
    ):
        return True
    if any(has_word(text, "target_plainly") for text in (group.line, *group.headings[:1])):
        return False
    return _is_after_means(group) or _is_of_actions(group)


def _is_of_other_plan(group: Group) -> bool:
    headings = group.headings[:1]
    return any(has_word(text, "other_plan") and not has_word(text, "own_plan") for text in headings)


def _is_of_actions(group: Group) -> bool:
    """Whether these are actions with who and when, under a name that is not a target's."""
    return (
        not has_word(group.wording_label, "target_plainly")
        and bool(group.columns & {"who", "when"})
        and group.columns <= _ASKED_OF_ACTIONS
        and ("action" in roles(group.wording_label, "actions") or not is_label(group.wording_label, "targets"))
    )


def _is_after_means(group: Group) -> bool:
    """Whether each row first names what is bought or provided, and then says what for ("Intervention | Aim | Cost")."""
    return group.shape == "table" and all(map(_opens_with_means, group.records))


def _opens_with_means(record: Record) -> bool:
    before = [part for part in record.parts if part.span.end <= record.wording.span.start]
    return any(part.role in ("how", "", "cost") for part in before[:1])


def _words(group: Group) -> float:
    counts = [len(record.wording.text.split()) for record in group.records]
    return sum(counts) / len(counts) if counts else 0.0
