"""How a form was recognised, for the person who adds an authority's words: each heading and label, and why."""

from __future__ import annotations

from dataclasses import dataclass

from pepinsight.plan.fields import match_label
from pepinsight.plan.forms import comes_over
from pepinsight.plan.lexicon import EXACT, Match
from pepinsight.plan.plan import Plan, SectionKind
from pepinsight.plan.sections import BY_WORDS, UNKNOWN
from pepinsight.plan.title_words import match_heading


@dataclass(frozen=True, slots=True)
class HeadingFound:
    """A heading, the kind of section that it opens, and why; ``known`` is False for one nobody has told of."""

    title: str
    kind: SectionKind
    why: str
    known: bool


@dataclass(frozen=True, slots=True)
class LabelFound:
    """A label, the kind of field that it became (None: not known), the section it counts for, and why.

    ``comes_over`` is True where the form carries the answer over or fills it in by itself.
    """

    label: str
    kind: str | None
    section: SectionKind
    why: str
    blank: bool
    comes_over: bool


def explain_headings(plan: Plan) -> tuple[HeadingFound, ...]:
    """The headings in reading order; words before the first one have none."""
    return tuple(
        HeadingFound(plan.quote(section.title), section.kind, _why(plan, section.why, plan.quote(section.title)),
                     section.why != UNKNOWN)
        for section in plan.sections
        if section.title is not None
    )  # fmt: skip


def explain_labels(plan: Plan) -> tuple[LabelFound, ...]:
    """The labels in reading order."""
    out = []
    for item in plan.fields:
        label = plan.quote(item.label)
        section = plan.section_at(item.label.start)
        found = match_label(label, plan.child.names, section.kind if section is not None else None)
        why = _fitted(found, "label") if item.kind is not None and found is not None else "no label that is known"
        out.append(LabelFound(label, item.kind, item.section, why, item.blank, comes_over(plan.form, item)))
    return tuple(out)


def _why(plan: Plan, why: str, title: str) -> str:
    if why != BY_WORDS:
        return why
    found = match_heading(title, plan.child.names)
    return _fitted(found, "heading") if found is not None else why


def _fitted(found: Match | None, what: str) -> str:
    if found is None:
        return ""
    if found.strength == EXACT:
        return f'the {what} is listed as "{found.by}"'
    return f'its words fit the hint "{found.by}"'
