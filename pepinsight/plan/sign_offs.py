"""Who signed the plan off, as which role, and when: in labelled fields, and in words under a heading of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from pepinsight.documents import Document
from pepinsight.plan.forms import field_data, labels, people_data, roles
from pepinsight.plan.lexicon import words
from pepinsight.plan.pairs import table_rows
from pepinsight.plan.plan import Field, Section, SectionKind, SignOff, Span
from pepinsight.plan.register_words import name_in
from pepinsight.plan.written_dates import Written, dates_of

_CLAUSE = re.compile(r"(?<=[\w)]{2})\.\s+|[;|\n]")
_SIGNING = frozenset({"DT", "SW", "VS"})  # whose part may have a heading of its own
_LONGEST_ROLE = 5  # words of a cell that says who signs


def find_sign_offs(
    document: Document, fields: tuple[Field, ...], sections: tuple[Section, ...], around: date | None
) -> tuple[SignOff, ...]:
    """The signatures in reading order; a day without a year is read near ``around``.

    Fields are believed first, then the rows of a table, lines that name who signed, and parts of somebody's own.
    """
    found = [*_in_fields(document, fields, sections, around)]
    for more in (_in_tables, _in_lines, _under_headings):
        dated = {item.role for item in found if item.date is not None}
        new = [item for item in more(document, sections, around) if item.role not in dated]
        named = {item.role for item in new}
        found = [item for item in found if item.date is not None or item.role not in named] + new
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
        dates = dates_of(document, told, short=True)
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


def _in_tables(document: Document, sections: tuple[Section, ...], around: date | None) -> Iterator[SignOff]:
    """ "Designated teacher | A Name | 10/02/2026" in a row, or the role over its name and day in a column."""
    within = {index for section in sections if section.kind is SectionKind.SIGN_OFF for index in section.blocks}
    for table in document.tables:
        rows = [
            [Span(document.blocks[cell[0]].start, document.blocks[cell[-1]].end) for cell in cells if cell]
            for cells in table_rows(document, table)
            if all(index in within for cell in cells for index in cell)
        ]
        columns = list(zip(*rows, strict=True)) if len({len(row) for row in rows}) == 1 else []
        in_rows = [signed for row in rows if (signed := _signed(document, row, around)) is not None]
        yield from in_rows or (
            signed for column in columns if (signed := _signed(document, column, around)) is not None
        )


def _signed(document: Document, cells: Sequence[Span], around: date | None) -> SignOff | None:
    """The signature that a row of cells makes up: a role, a day, and a name where one stands."""
    role: str | None = None
    name: str | None = None
    signed: tuple[date, Span] | None = None
    for cell in cells:
        text = document.text[cell.start : cell.end]
        known = roles().match(words(text)) if len(text.split()) <= _LONGEST_ROLE else None
        dates = dates_of(document, text, short=True)
        day = _day(dates[0], around) if dates else None
        if signed is None and day is not None:
            signed = (day, cell)
        if role is None and known is not None and known.kind in _SIGNING:
            role = known.kind
        elif name is None:
            name = name_in(text[: dates[0].start] if dates else text)
    return SignOff(role, name, *signed) if role is not None and signed is not None else None


def _in_lines(document: Document, sections: tuple[Section, ...], around: date | None) -> Iterator[SignOff]:
    """ "Signed by DT A Name on 10/02/2026": a line of a sign-off part that names who signed before the day."""
    for section in sections:
        if section.kind is not SectionKind.SIGN_OFF:
            continue
        for index in section.blocks:
            block = document.blocks[index]
            start = block.start
            for clause in _CLAUSE.split(document.text_of(block)) if block.kind.is_body else ():
                begin = document.text.index(clause, start)
                start = begin + len(clause)
                for written in dates_of(document, clause)[:1]:
                    role = roles().match(words(clause[: written.start]))
                    day = _day(written, around)
                    if day is not None and role is not None and role.kind in _SIGNING and _is_signing(clause, written):
                        yield SignOff(role.kind, None, day, Span(begin, begin + len(clause)))


def _is_signing(clause: str, written: Written) -> bool:
    """Whether the words before a day do not make it a meeting's."""
    asked = labels().match(words(clause[: written.start]))
    return asked is None or field_data().fields[asked.kind].date in (None, "completed")


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
        for written in dates_of(document, clause)[:1]:
            day = _day(written, around)
            if day is not None and _is_signing(clause, written):
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
