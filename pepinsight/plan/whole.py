"""What the file is as a whole: which authority's form, and whether it is a full PEP, a part, a blank form, or none."""

from __future__ import annotations

import re

from pepinsight.documents import Document
from pepinsight.plan.forms import Form, form_data
from pepinsight.plan.lexicon import words
from pepinsight.plan.plan import Field, PlanKind, Section, SectionKind
from pepinsight.plan.sections import bare_title

_LETTER = re.compile(r"^\s*(?:(?:section|part)\s+)?([A-Z])\b(?=[\s.:)\-–—]|$)", re.IGNORECASE)
_LEAST_KINDS = 4  # section kinds that a PEP covers at least, unless it is a part of one
_LEAST_FIELDS = 3  # fields of a plan for one child
_BLANK_SHARE = 0.08  # of its labels answered at most
_BLANK_WORDS = 40  # words outside headings and labels


def form_of(document: Document, sections: tuple[Section, ...]) -> str:
    """The id of the known form whose headings these are, "other" for none."""
    titles = [(document.text[s.title.start : s.title.end], s.kind) for s in sections if s.title is not None]
    plain = {words(bare_title(title)) for title, _ in titles}
    scored = {name: _fit(form, titles, plain) for name, form in form_data().forms.items()}
    fitting = {name: score for name, score in scored.items() if score >= 1}
    return max(fitting, key=lambda name: fitting[name]) if fitting else "other"


def _fit(form: Form, titles: list[tuple[str, SectionKind]], plain: set[str]) -> float:
    wanted = {words(heading) for heading in form.headings}
    hits = sum(1 for heading in wanted if any(heading == title or heading in title for title in plain))
    for letter, kind in form.lettered.items():
        hits += any((match := _LETTER.match(t)) and match[1].upper() == letter and kind is k for t, k in titles)
    return hits / form.at_least


def kind_of(document: Document, sections: tuple[Section, ...], fields: tuple[Field, ...]) -> PlanKind:
    """Full PEP, one part of one, a form nobody filled, or no PEP at all."""
    data = form_data()
    covered = {section.kind for section in sections if section.title is not None} | {
        f.section for f in fields if f.kind
    }
    covered &= data.core
    personal = {item.kind for item in fields if item.kind in data.personal}
    known = [item for item in fields if item.kind is not None]
    plain = f" {words(document.text)} "
    spoken = sum(1 for word in data.pep_words if f" {words(word)} " in plain)
    if not spoken or (len(covered) < _LEAST_KINDS and len(personal) < _LEAST_FIELDS and not _is_part(sections, fields)):
        return PlanKind.NOT_A_PEP
    if not personal and len(known) < _LEAST_FIELDS and len(covered) < 2 * _LEAST_KINDS:
        return PlanKind.NOT_A_PEP
    if _is_blank(document, sections, fields):
        return PlanKind.BLANK
    titled = {s.kind for s in sections if s.title is not None and s.kind in data.core}
    if len(titled) <= 2 and len(covered) <= _LEAST_KINDS:
        return PlanKind.SINGLE_TAB
    return PlanKind.FULL


def _is_part(sections: tuple[Section, ...], fields: tuple[Field, ...]) -> bool:
    """One tab of a PEP: a section of the form with known labels in it, and next to nothing else."""
    core = [s for s in sections if s.title is not None and s.kind in form_data().core]
    return bool(core) and len([item for item in fields if item.kind is not None]) >= _LEAST_FIELDS


def _is_blank(document: Document, sections: tuple[Section, ...], fields: tuple[Field, ...]) -> bool:
    if len(fields) < _LEAST_FIELDS:
        return False
    answered = sum(1 for item in fields if not item.blank)
    titles = {document.block_at(s.title.start) for s in sections if s.title is not None}
    taken = {document.block_at(item.label.start) for item in fields} | {
        document.block_at(item.value.start) for item in fields
    }
    loose = sum(
        len(document.text_of(block).split())
        for index, block in enumerate(document.blocks)
        if block.kind.is_body
        and index not in titles
        and index not in taken
        and not block.placeholder
        and not block.bold
    )
    return answered <= _BLANK_SHARE * len(fields) and loose <= _BLANK_WORDS
