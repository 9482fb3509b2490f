"""Parts of a form whose title names several kinds side by side ("Extra help with learning, and feelings"): each field
of theirs counts for the kind of which it asks."""

from __future__ import annotations

from dataclasses import replace

from pepinsight.documents import Document
from pepinsight.plan.forms import field_data, section_data
from pepinsight.plan.plan import Field, Section, SectionKind
from pepinsight.plan.section_model import cues, section_model
from pepinsight.plan.title_words import kinds_named

_PLAIN = 0.6  # chance of a kind from which on a label and its answer speak of it


def with_joint_parts(
    document: Document, sections: tuple[Section, ...], fields: tuple[Field, ...], names: tuple[str, ...]
) -> tuple[Field, ...]:
    """The fields, those of such a part told apart by their labels and answers. One of which that cannot be told goes
    with the field before it ("Tell us why")."""
    joint = {at: kinds for section in sections if (kinds := _named(document, section, names)) for at in section.blocks}
    if not joint:
        return fields
    out: list[Field] = []
    before: Field | None = None
    for item in fields:
        kinds = joint.get(document.block_at(item.label.start), frozenset())
        if item.section in kinds:
            told = _told(document, item, kinds, names)
            follows = before is not None and before.section in kinds
            item = replace(item, section=told or (before.section if before is not None and follows else item.section))
        before = item if kinds else None
        out.append(item)
    return tuple(out)


def _named(document: Document, section: Section, names: tuple[str, ...]) -> frozenset[SectionKind]:
    if section.title is None or section.about is not None:
        return frozenset()
    title = document.text[section.title.start : section.title.end]
    kinds = kinds_named(title, names) & section_data().told_by_answers
    return kinds if len(kinds) > 1 and section.kind in kinds else frozenset()


def _told(document: Document, item: Field, kinds: frozenset[SectionKind], names: tuple[str, ...]) -> SectionKind | None:
    """Which of the part's kinds a field asks for, by its own kind or by its words; None where neither tells."""
    entry = field_data().fields[item.kind] if item.kind is not None else None
    if entry is not None and entry.section is not None:
        return entry.section if entry.section in kinds else item.section
    model = section_model()
    if model is None:
        return None
    label, answer = (document.text[span.start : span.end] for span in (item.label, item.value))
    chances = model.chances(cues(label, "" if item.blank else answer, names))
    best = max(sorted(kinds), key=lambda kind: chances.get(kind, 0.0))
    return best if chances.get(best, 0.0) >= _PLAIN else None
