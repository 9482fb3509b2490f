"""Who signed the plan off, as which role, and when: in labelled fields, and in words under a heading of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pepinsight.documents import Document
from pepinsight.plan.forms import field_data, labels, people_data, roles
from pepinsight.plan.lexicon import words
from pepinsight.plan.plan import Field, Section, SectionKind, SignOff, Span
from pepinsight.plan.registers import name_in
from pepinsight.plan.written_dates import Written, dates_in

_CLAUSE = re.compile(r"(?<=[\w)]{2})\.\s+|[;|\n]")
_SIGNING = frozenset({"DT", "SW", "VS"})  # whose part may have a heading of its own


def find_sign_offs(
    document: Document, fields: tuple[Field, ...], sections: tuple[Section, ...], around: date | None
) -> tuple[SignOff, ...]:
    """The signatures in reading order; a day without a year is read near ``around``."""
    found = [*_in_fields(document, fields, sections, around)]
    signed = {item.role for item in found}
    found += [item for item in _under_headings(document, sections, around) if item.role not in signed]
    return tuple(sorted(found, key=lambda item: item.span.start))


def _in_fields(
    document: Document, fields: tuple[Field, ...], sections: tuple[Section, ...], around: date | None
) -> Iterator[SignOff]:
    data = people_data()
    where = {index: section for section in sections for index in section.blocks}
    for item in fields:
        in_sign_off = item.section is SectionKind.SIGN_OFF and item.kind not in data.not_sign_offs
        if item.blank or not (item.kind in data.sign_off_fields or in_sign_off):
            continue
        label = document.text[item.label.start : item.label.end]
        value = document.text[item.value.start : item.value.end]
        told = value.split("(")[0]  # in brackets stands another's leave, not this signature
        dates = dates_in(told, short=True)
        day = _day(dates[0], around) if dates else None
        role = roles().match(words(label)) or (roles().match(words(value)) if day is not None else None)
        kind = role.kind if role is not None else None
        if day is not None and kind in (None, "other"):  # "Signed: ..." under "Designated Teacher Sign Off"
            kind = _role_of_title(document, where.get(document.block_at(item.label.start))) or kind
        if kind is None or (kind == "other" and day is None):
            continue
        name = name_in(told[: dates[0].start] if dates else told)
        name = name if name is not None and roles().match(words(name)) is None else None
        if name is None and day is None:
            continue
        yield SignOff(kind, name, day, item.value)


def _under_headings(document: Document, sections: tuple[Section, ...], around: date | None) -> Iterator[SignOff]:
    """ "Marked complete by A Name 16/03/2026. Next PEP 24/06/2026" under "Social worker sign off": the first day there
    that is not the day of a meeting."""
    for section in sections:
        role = _role_of_title(document, section)
        if role is None:
            continue
        told = [_signature(document, section, index, around) for index in section.blocks]
        signature = next((item for item in told if item is not None), None)
        if signature is not None:
            name, day, span = signature
            yield SignOff(role, name, day, span)


def _signature(
    document: Document, section: Section, index: int, around: date | None
) -> tuple[str | None, date, Span] | None:
    block = document.blocks[index]
    if section.title is None or not block.kind.is_body or block.start <= section.title.start:
        return None
    start = block.start
    for clause in _CLAUSE.split(document.text_of(block)):
        for written in dates_in(clause)[:1]:
            asked = labels().match(words(clause[: written.start]))
            of = field_data().fields[asked.kind].date if asked is not None else None
            day = _day(written, around)
            if day is not None and of in (None, "completed"):
                begin = document.text.index(clause, start)
                name = name_in(clause[: written.start])
                return name if name and " " in name else None, day, Span(begin, begin + len(clause))
    return None


def _role_of_title(document: Document, section: Section | None) -> str | None:
    """Whose part a sign-off section is, by its title; None for one of all of them."""
    if section is None or section.kind is not SectionKind.SIGN_OFF or section.title is None:
        return None
    role = roles().match(words(document.text[section.title.start : section.title.end]))
    return role.kind if role is not None and role.kind in _SIGNING else None


def _day(written: Written, around: date | None) -> date | None:
    return written.full or (written.near(around) if around is not None else None)
