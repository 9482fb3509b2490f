"""What the file is as a whole: which authority's form, and whether it is a full PEP, a part, a blank form, or none."""

from __future__ import annotations

import re
from collections import Counter

from pepinsight.documents import BlockKind, Document
from pepinsight.plan.form_entry import Form
from pepinsight.plan.forms import form_data, known_forms
from pepinsight.plan.lexicon import STRONG, words
from pepinsight.plan.pairs import is_unanswered
from pepinsight.plan.part_print import is_one_part, starts_midway
from pepinsight.plan.plan import Field, PlanKind, Section, SectionKind, Span
from pepinsight.plan.title_words import bare_title, classify
from pepinsight.plan.written_dates import dates_of

_WORD = re.compile(r"[a-z]+")
_LETTER = re.compile(r"^\s*(?:(?:section|part)\s+)?([A-Z])\b(?=[\s.:)\-–—]|$)", re.IGNORECASE)
_WHOLE = 3  # parts of a PEP that a whole one covers at least
_MOST_OF_ONE = 4  # parts that a print of one section may touch: the school's is on learning, targets and voice too
_LEAST_WORDS = 2  # different words that speak of PEPs, where no title says so
_LEAST_LABELS = 3  # known labels of a form that asks about one child
_NEARLY_ALL = 5  # parts of a PEP, of six, that one with unknown labels covers
_LEAST_DAYS = 4  # different dates in such a plan
_OFTEN = 4  # times that it says "I" or "her", at least, and
_MORE_OFTEN = 2  # this many times as often as it speaks of all children
_BLANK_SHARE = 0.08  # of its labels answered at most
_BLANK_WORDS = 40  # words outside headings and labels
_TITLE_BLOCKS = 4  # in which a document says what it is


def form_of(document: Document, sections: tuple[Section, ...], fields: tuple[Field, ...]) -> str:
    """The id of the known form whose headings and labels these are, "other" for none."""
    titles = [(document.text[s.title.start : s.title.end], s.kind) for s in sections if s.title is not None]
    plain = {words(bare_title(title)) for title, _ in titles}
    plain |= {words(document.text[item.label.start : item.label.end]) for item in fields}
    said = "\n".join(plain)
    scored = {name: _fit(form, titles, said) for name, form in known_forms().items()}
    fitting = {name: score for name, score in scored.items() if score >= 1}
    return max(fitting, key=lambda name: fitting[name]) if fitting else "other"


def _fit(form: Form, titles: list[tuple[str, SectionKind]], said: str) -> float:
    wanted = {words(heading) for heading in form.headings}
    hits = sum(heading in said for heading in wanted)
    for letter, kind in form.lettered.items():
        hits += any((match := _LETTER.match(t)) and match[1].upper() == letter and kind is k for t, k in titles)
    return hits / form.at_least


def kind_of(document: Document, sections: tuple[Section, ...], fields: tuple[Field, ...]) -> PlanKind:
    """Full PEP, one part of one, a form nobody filled, or no PEP at all.

    A PEP speaks of PEPs, covers several of their parts, and asks about one child. Papers about PEPs speak of them and
    head their chapters alike, but hold no child's answers; reviews of care plans say little of learning. Where none of
    its labels is known, what it says of one child, with dates, tells a PEP from such a paper and from a blank form.
    """
    data = form_data()
    titled = {section.kind for section in sections if section.title is not None}
    covered = titled | {item.section for item in fields if item.kind is not None}
    parts = {name for name, kinds in data.parts.items() if covered & kinds}
    known = [item for item in fields if item.kind is not None]
    personal = {item.kind for item in known if item.kind in data.personal}
    title = _title(document)
    named = any(_stands_in(word, title) for word in data.plan_titles)
    said = words(document.text)
    spoken = sum(_stands_in(word, said) for word in data.pep_words)
    titles = [document.text[section.title.start : section.title.end] for section in sections if section.title]
    one = len(parts) <= _MOST_OF_ONE and is_one_part(titles)

    if any(_stands_in(word, title) for word in data.other_documents) and not (named and personal):
        return PlanKind.NOT_A_PEP
    # A form in words of its own may never call itself a PEP, but no other paper has its parts and asks the same.
    sure = {"plan", "learning", "voice", "meeting"} <= parts and data.surely_personal <= personal
    asks = personal or len(known) >= _LEAST_LABELS
    another = any(_stands_in(word, title) for word in data.of_one_child_too)
    told = named and not another and len(parts) >= _NEARLY_ALL and _tells_of_one(document)
    if len(parts) >= _WHOLE and (spoken or sure) and (asks or told):
        if sure or named or (spoken >= _LEAST_WORDS and parts & {"learning", "plan"}):
            full = PlanKind.SINGLE_TAB if one else PlanKind.FULL
            return PlanKind.BLANK if _is_blank(document, sections, fields) else full
        if not one:
            return PlanKind.NOT_A_PEP
    headed = any(titled & kinds for kinds in data.parts.values())
    surely = [title for title in titles if classify(title, ())[1] >= STRONG]
    midway = starts_midway(titles) and starts_midway(surely)
    of_a_pep = spoken or _has_form_heading(document, sections) or midway
    asked = data.parts["plan"] | data.parts["voice"] | data.parts["learning"]
    answered = fields or titled & asked or starts_midway(titles)
    if headed and (one or len(parts) < _WHOLE) and of_a_pep and answered:
        return PlanKind.BLANK if _is_blank(document, sections, fields) else PlanKind.SINGLE_TAB
    return PlanKind.NOT_A_PEP


def _tells_of_one(document: Document) -> bool:
    """Whether the text, with several dates, speaks of one child far more than of all children."""
    if len({(day.day, day.month, day.year) for day in dates_of(document, document.text)}) < _LEAST_DAYS:
        return False
    said = Counter(_WORD.findall(document.text.lower()))
    data = form_data()
    one = sum(said[word] for word in data.of_one_child)
    return one >= max(_OFTEN, _MORE_OFTEN * sum(said[word] for word in data.of_all_children))


def _title(document: Document) -> str:
    """The document's first words: its title property, its first lines, and its first headings."""
    body = [block for block in document.blocks if block.kind.is_body and document.text_of(block).strip()]
    heads = [block for block in body if block.level > 0][:2]
    running = [block for block in document.blocks if block.kind is BlockKind.HEADER][:2]
    first = [document.text_of(block)[:200] for block in [*running, *body[:_TITLE_BLOCKS], *heads]]
    return words(" ".join([document.title or "", *first]))


def _stands_in(word: str, plain: str) -> bool:
    return f" {words(word)} " in f" {plain} "


def _has_form_heading(document: Document, sections: tuple[Section, ...]) -> bool:
    """Whether a heading is one of a known form's, word for word."""
    known = {words(heading) for form in known_forms().values() for heading in form.headings}
    titles = (document.text[s.title.start : s.title.end] for s in sections if s.title is not None)
    return any(words(bare_title(title)) in known for title in titles)


def _is_blank(document: Document, sections: tuple[Section, ...], fields: tuple[Field, ...]) -> bool:
    if len(fields) < _LEAST_LABELS:
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
        and not is_unanswered(document, Span(block.start, block.end), (index,))
        and not block.bold
    )
    return answered <= _BLANK_SHARE * len(fields) and loose <= _BLANK_WORDS
