"""Who was at the meeting, who was not, and who signed the plan off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pepinsight.documents import BlockKind, Document
from pepinsight.plan.forms import people_data, roles
from pepinsight.plan.lexicon import words
from pepinsight.plan.pairs import header_kind, table_rows, text_of
from pepinsight.plan.plan import Field, Person, Section, SectionKind, SignOff, Span
from pepinsight.plan.written_dates import dates_in

_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Mx|Rev|Prof|Sir|Auntie|Aunt|Uncle|Nan|Gran)\.?\s+"
_WORD = r"[A-ZÀ-Þ][\w'’]*(?:-[A-ZÀ-Þ][\w'’]*)*\.?"
_NAME = re.compile(rf"(?:{_TITLE})?{_WORD}(?:\s+(?:{_WORD}|(?:de|van|von|al|bin)\b))*")
_SPLIT = re.compile(r",\s*(?![^()]*\))|;\s*|\n|\s+and\s+(?=[A-Z])(?![^()]*\))|\.\s+(?=[A-Z])(?![^()]*\))|\s+&\s+")
_BRACKET = re.compile(r"\(([^()]*)\)")
_HONORIFIC = re.compile(rf"^{_TITLE}")


def find_people(
    document: Document, sections: tuple[Section, ...], fields: tuple[Field, ...], names: tuple[str, ...]
) -> tuple[Person, ...]:
    """Everybody named as present or absent, with their roles, in reading order."""
    known = _known_roles(document, fields)
    found: list[Person] = []
    for section in sections:
        if section.kind in (SectionKind.ATTENDEES, SectionKind.MEETING, SectionKind.FRONT):
            found.extend(_in_tables(document, section, names))
    for item in fields:
        if item.kind in ("present", "apologies") and not item.blank:
            found.extend(_in_list(document, item.value, item.kind == "present", names))
    found.extend(_in_bullets(document, sections, fields, names))
    resolved = [_with_role(person, known, names) for person in found]
    unique: dict[tuple[int, int], Person] = {(p.span.start, p.span.end): p for p in resolved}
    return tuple(sorted(unique.values(), key=lambda person: person.span.start))


def _known_roles(document: Document, fields: tuple[Field, ...]) -> dict[str, str]:
    """Surnames and names to roles, from "Designated Teacher: X" and its like."""
    by_field = people_data().role_of_field
    known: dict[str, str] = {}
    for item in fields:
        role = by_field.get(item.kind or "")
        if role is None or item.blank:
            continue
        value = document.text[item.value.start : item.value.end]
        for match in list(_NAME.finditer(value.split("(")[0]))[:1]:
            name = _HONORIFIC.sub("", match[0]).strip()
            for word in [name, *name.split()]:
                if len(word) > 2:
                    known.setdefault(word.casefold(), role)
    return known


def _in_tables(document: Document, section: Section, names: tuple[str, ...]) -> Iterator[Person]:
    inside = set(section.blocks)
    numbers = {document.blocks[index].place.table for index in section.blocks} - {None}
    for table in document.tables:
        if table.index not in numbers:
            continue
        titles: list[str] | None = None
        for cells in table_rows(document, table):
            texts = [text_of(document, indices) for indices in cells]
            if not all(index in inside for indices in cells for index in indices) or len(cells) < 2:
                titles = None
                continue
            if header_kind(texts, names) is SectionKind.ATTENDEES:
                titles = [words(text, names) for text in texts]
            elif titles is not None and len(texts) == len(titles):
                person = _from_row(document, titles, texts, cells)
                if person is not None:
                    yield person


def _from_row(document: Document, titles: list[str], texts: list[str], cells: list[tuple[int, ...]]) -> Person | None:
    data = people_data()
    name = role = status = ""
    place = 0
    told: bool | None = None
    for at, (title, text) in enumerate(zip(titles, texts, strict=True)):
        heads = set(title.split())
        if heads & set(data.status_columns):
            status = text
            told = told if told is not None else _present(text)
        elif heads & set(data.role_columns) and not role:
            role = text
            place = at if not name else place
        elif (heads & set(data.name_columns) and not name) or (not name and not role):
            name, place = text, at
    if (not name.strip() and not role.strip()) or not cells[place]:
        return None
    blocks = document.blocks
    span = Span(blocks[cells[place][0]].start, blocks[cells[place][-1]].end)
    if not status and not any(set(title.split()) & set(data.status_columns) for title in titles):
        told = True
    return Person(name.strip() or role.strip(), f"{role} | {name}", told, span)


def _present(text: str) -> bool | None:
    """What a cell such as "Y (chair)", "Apols - sent report", "✓" says; None when it says nothing."""
    data = people_data()
    plain = words(text)
    if any(mark in text for mark in data.ticks):
        return True
    if not plain:
        return None
    tokens = plain.split()
    if any(token.startswith(stem) for token in tokens for stem in data.absent):
        return False
    if tokens[0] in data.no or any(mark in text for mark in data.crosses):
        return False
    if tokens[0] in data.yes or any(token.startswith(stem) for token in tokens for stem in data.present):
        return True
    return None


def _in_list(document: Document, span: Span, present: bool, names: tuple[str, ...]) -> Iterator[Person]:
    """The people of "Clare Hanrahan (DT), Farida Rahmani (SW), ..."."""
    text = document.text[span.start : span.end]
    start = 0
    pieces = [(match.start(), match.end()) for match in _SPLIT.finditer(text)]
    told = present
    for left, right in [*pieces, (len(text), len(text))]:
        piece = text[start:left]
        where = start
        start = right
        plain = words(piece, names)
        if any(token.startswith(stem) for token in plain.split()[:2] for stem in people_data().absent):
            told = False
        if not piece.strip() or len(piece.split()) > 25:
            continue
        match = _NAME.search(piece)
        if match is None and roles().match(plain) is None:
            continue
        at = where + (match.start() if match else len(piece) - len(piece.lstrip()))
        end = where + (match.end() if match else len(piece.rstrip()))
        here = told and not any(token.startswith(stem) for token in plain.split() for stem in people_data().absent)
        yield Person(text[at:end].strip(), piece, here, Span(span.start + at, span.start + end))


def _in_bullets(
    document: Document, sections: tuple[Section, ...], fields: tuple[Field, ...], names: tuple[str, ...]
) -> Iterator[Person]:
    """The lists and lines under a heading such as "Who came"."""
    taken = {
        document.block_at(item.value.start)
        for item in fields
        if item.kind in ("present", "apologies") and not item.blank
    }
    for section in sections:
        if section.kind is not SectionKind.ATTENDEES:
            continue
        for index in section.blocks:
            block = document.blocks[index]
            title = section.title is not None and block.start <= section.title.start < max(block.end, block.start + 1)
            if index in taken or title or block.kind not in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH):
                continue
            if len(document.text_of(block).split()) <= 80:
                yield from _in_list(document, Span(block.start, block.end), True, names)


def _with_role(person: Person, known: dict[str, str], names: tuple[str, ...]) -> Person:
    """The role by the words beside the name, else by who the form says bears that name."""
    told = person.role
    plain_name = _HONORIFIC.sub("", person.name).strip()
    beside = " ".join(_BRACKET.findall(told)) or told.replace(person.name, " ")
    found = roles().match(words(beside)) if beside.strip() else None
    role = found.kind if found is not None else None
    if role is None and plain_name in names:
        role = "child"
    if role is None or role == "other":
        by_name = next(
            (known[key] for key in [plain_name.casefold(), *plain_name.casefold().split()[::-1]] if key in known), None
        )
        role = by_name or role
    if role is None:
        found = roles().match(words(told, names))
        role = found.kind if found is not None else "other"
    return replace(person, role=role)


def child_attended(
    document: Document,
    people: tuple[Person, ...],
    fields: tuple[Field, ...],
    sections: tuple[Section, ...],
    names: tuple[str, ...],
) -> bool | None:
    """Whether the child came to the meeting, for all of it or part; None when the document does not say."""
    for item in fields:
        if item.kind == "child_attended" and not item.blank:
            told = _present(document.text[item.value.start : item.value.end])
            if told is not None:
                return told
    for person in people:
        if person.role == "child" and person.present is not None:
            return person.present
    data = people_data()
    for span in _meeting_text(document, sections):
        for sentence in re.split(r"(?<=[.!?])\s+|\n", document.text[span.start : span.end]):
            plain = words(sentence, names)
            if any(cue in plain for cue in data.child_stayed_away):
                return False
            if any(cue in plain for cue in data.child_came):
                return True
    return None


def _meeting_text(document: Document, sections: tuple[Section, ...]) -> Iterator[Span]:
    for section in sections:
        if section.kind in (SectionKind.ATTENDEES, SectionKind.MEETING):
            for index in section.blocks:
                yield Span(document.blocks[index].start, document.blocks[index].end)


def find_sign_offs(document: Document, fields: tuple[Field, ...], around: date | None) -> tuple[SignOff, ...]:
    """Who signed the plan off, as which role, and when."""
    data = people_data()
    out: list[SignOff] = []
    for item in fields:
        label = document.text[item.label.start : item.label.end]
        value = document.text[item.value.start : item.value.end]
        if item.blank:
            continue
        signs = item.kind in data.sign_off_fields or (
            item.section is SectionKind.SIGN_OFF and item.kind not in data.not_sign_offs
        )
        if not signs:
            continue
        role = roles().match(words(label)) or roles().match(words(value))
        dates = dates_in(value, short=True)
        day = None
        if dates:
            day = dates[0].full or (dates[0].near(around) if around is not None else None)
        if role is None or (role.kind == "other" and day is None):
            continue
        before = value[: dates[0].start] if dates else value
        match = _NAME.search(before.split("(")[0])
        name = match[0].strip() if match is not None and roles().match(words(match[0])) is None else None
        out.append(SignOff(role.kind, name, day, item.value))
    return tuple(out)
