"""Attendance lists in the shapes that forms give them: tables, "Present: A Keld (DT), ...", lists, and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from pepinsight.documents import BlockKind, Document
from pepinsight.plan.fields import label_kind
from pepinsight.plan.forms import people_data, roles
from pepinsight.plan.lexicon import FAIR, words
from pepinsight.plan.names import NAME_WORD
from pepinsight.plan.pairs import header_kind, is_blank, table_rows, text_of
from pepinsight.plan.plan import Field, Section, SectionKind, Span

TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Mx|Rev|Prof|Auntie|Aunt|Uncle|Nan|Gran)\.?\s+"
NAME = re.compile(rf"(?:{TITLE})?(?:[A-Z]\.\s*)*{NAME_WORD}(?:\s+(?:[A-Z]\.|{NAME_WORD}|(?:de|van|von|al|bin)(?=\s)))*")
_SENTENCE = re.compile(r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)[.!]+\s+(?=[A-Z])|\n")
_PIECE = re.compile(r"(?:,|;|\s+and(?=\s)|\s+&(?=\s)|\s+\+(?=\s))\s*(?![^()]*\))")
_LETTERS = re.compile(r"(?:\s+(?:[A-Z]{2,6}|Y\d{1,2}))+$")
_LABEL = re.compile(r"([^:.\n]{2,40}):")
_WORDS_A_PERSON = 9  # more words between two commas are a tale, not a name
_OPENING_BLOCKS = 4  # of a meeting's record, in which it says who came
_NO_ROLE_ROW = 25


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a register: the name as written, the words that tell the role, whether they came, and where."""

    name: str
    beside: str
    present: bool | None
    span: Span


def entries(
    document: Document, sections: tuple[Section, ...], fields: tuple[Field, ...], names: tuple[str, ...]
) -> Iterator[Entry]:
    """Everybody whom the plan's registers and the opening of its minutes name, present or absent."""
    taken = {document.block_at(item.label.start) for item in fields if _in_cell(document, item.label)}
    for item in fields:
        if item.kind in ("present", "apologies") and not item.blank and item.section in _REGISTERS:
            taken.add(document.block_at(item.value.start))
            yield from in_text(document, item.value, item.kind == "present", names)
    for section in sections:
        if section.kind not in _REGISTERS:
            continue
        yield from _in_tables(document, section, names)
        yield from _in_lines(document, section, taken, names)


def _in_cell(document: Document, span: Span) -> bool:
    return document.blocks[document.block_at(span.start)].kind is BlockKind.CELL


_REGISTERS = frozenset({SectionKind.ATTENDEES, SectionKind.MEETING, SectionKind.FRONT, SectionKind.UNRECOGNISED})


def name_in(text: str) -> str | None:
    """The first name in ``text``, without the role's letters behind it ("K Rehal DT") or a cue before it."""
    found = find_name(text)
    return found[0] if found is not None else None


def find_name(text: str) -> tuple[str, int, int] | None:
    """The first name in ``text`` and its offsets there; None when there is none."""
    skip = people_data().not_people
    for match in NAME.finditer(text):
        start, name = match.start(), match[0]
        while name and words(name.split()[0], pronouns=False) in skip:
            rest = name.split(None, 1)[1] if " " in name else ""
            start, name = start + len(name) - len(rest), rest
        name = (_LETTERS.sub("", name) or name).strip()
        if name:
            return name, start, start + len(name)
    return None


def came(text: str) -> bool | None:
    """What a cell such as "Y (chair)", "Apols - sent report" or "✓" says; None when it says nothing."""
    data = people_data()
    tokens = words(text).split()
    if any(mark in text for mark in data.crosses) or _absent(tokens):
        return False
    if any(mark in text for mark in data.ticks):
        return True
    if not tokens or tokens[0] in data.no:
        return False if tokens else None
    if tokens[0] in data.yes or any(token.startswith(stem) for token in tokens for stem in data.present):
        return True
    return None


def _absent(tokens: list[str]) -> bool:
    plain = " ".join(tokens)
    return any(f" {stem}" in f" {plain}" for stem in people_data().absent)


def _in_tables(document: Document, section: Section, names: tuple[str, ...]) -> Iterator[Entry]:
    inside = set(section.blocks)
    numbers = {document.blocks[index].place.table for index in section.blocks} - {None}
    for table in document.tables:
        if table.index not in numbers:
            continue
        titles: list[set[str]] | None = None
        for cells in table_rows(document, table):
            texts = [text_of(document, indices) for indices in cells]
            if not all(index in inside for indices in cells for index in indices) or len(cells) < 2:
                titles = None
            elif header_kind(texts, names) is SectionKind.ATTENDEES:
                titles = [set(words(text, names).split()) for text in texts]
            elif all(document.blocks[index].bold for indices in cells for index in indices):
                titles = None  # the first row of another table that the print joined to this one
            elif titles is not None and len(texts) == len(titles):
                yield from _in_row(document, titles, texts, cells)


def _in_row(
    document: Document, titles: list[set[str]], texts: list[str], cells: list[tuple[int, ...]]
) -> Iterator[Entry]:
    data = people_data()
    columns = range(len(titles))
    named = next((at for word in data.name_columns for at in columns if word in titles[at]), 0)
    jobs = [at for at in columns if at != named and titles[at] & {*data.role_columns, *data.name_columns}]
    told = [at for at in columns if at != named and titles[at] & set(data.status_columns)]
    at = named if texts[named].strip() else (jobs[0] if jobs else named)
    if not cells[at]:
        return
    span = Span(document.blocks[cells[at][0]].start, document.blocks[cells[at][-1]].end)
    if is_blank(document, span, cells[at]):
        return
    status = [answer for column in told if (answer := came(texts[column])) is not None]
    present = status[0] if status else (None if told else True)
    yield Entry(
        name_in(texts[named]) or texts[at].strip(),
        " ".join([*(texts[job] for job in jobs), texts[named]]),
        present,
        span,
    )


def _in_lines(document: Document, section: Section, taken: set[int], names: tuple[str, ...]) -> Iterator[Entry]:
    """Lists under "Who came", and the opening sentences of the minutes."""
    listed = section.kind is SectionKind.ATTENDEES
    tables = {table.index: table for table in document.tables}
    seen = 0
    for index in section.blocks:
        block = document.blocks[index]
        title = section.title is not None and block.start <= section.title.start < max(block.end, block.start + 1)
        if index in taken or title or not block.kind.is_body or block.kind is BlockKind.HEADING:
            continue
        seen += 1
        table = tables.get(block.place.table) if block.place.table is not None else None
        beside = table is not None and block.column_span < table.columns
        if beside or block.placeholder or (not listed and seen > _OPENING_BLOCKS):
            continue
        label = _LABEL.match(document.text_of(block))
        if label is not None and label_kind(label[1], names) not in ("present", "apologies", "meeting_date"):
            continue  # "Views sent: ..." is no register
        if section.kind in (SectionKind.ATTENDEES, SectionKind.MEETING):
            yield from in_text(document, Span(block.start, block.end), True if listed else None, names)


def in_text(document: Document, span: Span, told: bool | None, names: tuple[str, ...]) -> Iterator[Entry]:
    """The people listed in a stretch of text. ``told`` is what is known of all; None until a sentence says so."""
    text = document.text[span.start : span.end]
    edges = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    stated = told
    for number, (start, end) in enumerate(pairwise(edges)):
        sentence = text[start:end]
        cue = _cue(sentence, names)
        if cue is not None:
            stated = cue
        elif stated is None or (number and not _is_list(sentence)):
            if told is not None and number:
                return
            continue
        yield from _in_sentence(sentence, span.start + start, bool(stated))


def _cue(sentence: str, names: tuple[str, ...]) -> bool | None:
    """True for a sentence that opens by telling who came, False for who did not, None for any other."""
    tokens = words(sentence, names).split()
    opening = " ".join(tokens[:7])
    if _absent(tokens[:3]) or (_absent(tokens) and len(tokens) <= 12):
        return False
    return True if any(f" {words(cue)} " in f" {opening} " for cue in people_data().came_cues) else None


def _is_list(sentence: str) -> bool:
    pieces = [piece for piece in _PIECE.split(sentence) if piece and piece.strip()]
    roled = sum(1 for piece in pieces if roles().match(words(piece, pronouns=False)) is not None)
    return bool(pieces) and roled * 2 >= len(pieces) and all(len(p.split()) <= _WORDS_A_PERSON for p in pieces)


def _in_sentence(sentence: str, offset: int, present: bool) -> Iterator[Entry]:
    found = list(_people_of(sentence, offset, present))
    named = [entry for entry in found if not _is_role(entry.name)]
    if len(named) == 1 and found[0] is named[0] and len(found) > 1 and _role_words(named[0]) is None:
        yield replace(named[0], beside=" ".join(entry.beside for entry in found))  # "Ann Keld, designated teacher"
        return
    yield from found


def _people_of(sentence: str, offset: int, present: bool) -> Iterator[Entry]:
    """Each comma's piece that holds a name or a role."""
    start = 0
    for left, right in [*((m.start(), m.end()) for m in _PIECE.finditer(sentence)), (len(sentence), len(sentence))]:
        piece, where, start = sentence[start:left], start, right
        tail = piece.rfind(":") + 1
        piece, where = piece[tail:], where + tail
        plain = words(piece, pronouns=False)
        named = find_name(piece)
        if not plain or len(plain.split()) > _NO_ROLE_ROW or (named is None and roles().match(plain) is None):
            continue
        at = where + (named[1] if named else len(piece) - len(piece.lstrip()))
        end = where + (named[2] if named else len(piece.rstrip(" .")))
        here = present and not _absent(plain.split())
        yield Entry(sentence[at:end].strip(), piece, here, Span(offset + at, offset + end))


def _is_role(name: str) -> bool:
    """Whether what looks like a name is a role ("Social Worker")."""
    found = roles().match(words(name, pronouns=False))
    return found is not None and (found.strength > FAIR or len(name.split()) == 1 or name.islower())


def _role_words(entry: Entry) -> str | None:
    return role_of(entry.name, entry.beside)


def role_of(name: str, beside: str) -> str | None:
    """The role that the words beside a name tell, brackets first; a surname such as Salt or Head tells none."""
    brackets = " ".join(re.findall(r"\(([^()]*)\)", beside))
    title = name.split()[0] if name.split() else ""  # "Auntie Thandi"
    for told in (brackets, beside.replace(name, " ", 1), name if _is_role(name) else "", title):
        found = roles().match(words(told, pronouns=False)) if told.strip() else None
        if found is not None and found.kind != "other":
            return found.kind
    return None
