"""Attendance lists in the shapes that forms give them: tables, "Present: A Keld (DT), ...", lists, and sentences."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import pairwise

from pepinsight.documents import BlockKind, Document
from pepinsight.plan.fields import label_kind
from pepinsight.plan.forms import field_data, people_data, roles
from pepinsight.plan.lexicon import FAIR, words
from pepinsight.plan.margins import margin_titles
from pepinsight.plan.plan import Field, Section, SectionKind, Span
from pepinsight.plan.register_tables import in_tables
from pepinsight.plan.register_words import Entry, came, find_name, is_absent, is_role, role_of

_SENTENCE = re.compile(r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)[.!]+\s+(?=[A-Z])|\n")
_PIECE = re.compile(
    r"(?:,|;|(?:(?<=\bmet)|(?<=\bcame))\s+with(?=\s)|\s+and(?=\s)|\s+&(?=\s)|\s+\+(?=\s))\s*(?![^()]*\))"
)
_LABEL = re.compile(r"([^:.\n]{2,40}):")
_TELLING = ("present", "apologies", "meeting_date")  # labels behind which stands who came
_WORDS_A_PERSON = 9  # more words between two commas are a tale, not a name
_OPENING_BLOCKS = 4  # of a meeting's record, in which it says who came
_NO_ROLE_ROW = 25
_LABEL_WORDS = 6
_FIRST = 3  # words in which a sentence on somebody's coming has told who it is
_EARLY = 25  # characters before the name in such a sentence: "Social worker Ann Keld"


def entries(
    document: Document,
    sections: tuple[Section, ...],
    fields: tuple[Field, ...],
    names: tuple[str, ...],
    known: Collection[str],
) -> Iterator[Entry]:
    """Everybody whom the plan's registers and the opening of its minutes name, present or absent. ``known`` are the
    names, in small letters, of whom the form says who they are."""
    taken = {document.block_at(item.label.start) for item in fields if _in_cell(document, item.label)}
    for item in fields:
        if item.kind in ("present", "apologies") and not item.blank and item.section in _REGISTERS:
            taken.add(document.block_at(item.value.start))
            yield from in_text(document, item.value, item.kind == "present", names, known)
    for section in sections:
        if section.kind not in _REGISTERS:
            continue
        for found in in_tables(document, section, names):
            if isinstance(found, Entry):
                yield found
            else:
                yield from in_text(document, *found, names, known)
        yield from _in_lines(document, section, taken, names, known)


def _in_cell(document: Document, span: Span) -> bool:
    return document.blocks[document.block_at(span.start)].kind is BlockKind.CELL


_REGISTERS = frozenset({SectionKind.ATTENDEES, SectionKind.MEETING, SectionKind.FRONT, SectionKind.UNRECOGNISED})


def _in_lines(
    document: Document, section: Section, taken: set[int], names: tuple[str, ...], known: Collection[str]
) -> Iterator[Entry]:
    """Lists under "Who came", and the opening sentences of the minutes."""
    listed = section.kind is SectionKind.ATTENDEES
    aside = {document.blocks[index].place.table for index in margin_titles(document)}
    tables = {table.index: table for table in document.tables if table.index not in aside}
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
        if label is not None and not _is_way(label[1]) and label_kind(label[1], names) not in _TELLING:
            if listed and _names_a_role(label[1]):
                yield from _behind_role(document, Span(block.start, block.end), label)
            continue  # "Views sent: ..." is no register
        if section.kind in (SectionKind.ATTENDEES, SectionKind.MEETING):
            yield from in_text(document, Span(block.start, block.end), True if listed else None, names, known)


def _behind_its_role(piece: str) -> tuple[str, int, int] | None:
    """The name in "Social worker Ann Keld", whose role begins with a capital too."""
    told = roles().match(words(piece, pronouns=False))
    if told is None or told.position or told.strength < FAIR:
        return None
    role = re.match(r"\W*" + r"\s+".join([r"\S+"] * len(told.by.split())) + r"\s+", piece)
    behind = find_name(piece[role.end() :]) if role is not None else None
    if role is None or behind is None or behind[1]:
        return None
    return behind[0], role.end(), role.end() + behind[2]


def _names_a_role(label: str) -> bool:
    plain = words(label, pronouns=False)
    found = roles().match(plain)
    return found is not None and found.strength >= FAIR and len(plain.split()) <= _LABEL_WORDS


def _behind_role(document: Document, span: Span, label: re.Match[str]) -> Iterator[Entry]:
    """ "Designated Teacher: P Gaskell" in a register; nothing behind the role says nothing."""
    told = document.text[span.start + label.end() : span.end]
    named = find_name(told)
    here = came(told)
    if told.strip() and (named is not None or here is not None):
        start = span.start + (label.end() + named[1] if named else label.start(1))
        end = span.start + (label.end() + named[2] if named else label.end(1))
        name = document.text[start:end]
        yield Entry(name, f"{label[1]} {name}", here is not False, Span(start, end))


def in_text(
    document: Document, span: Span, told: bool | None, names: tuple[str, ...], known: Collection[str] = ()
) -> Iterator[Entry]:
    """The people listed in a stretch of text. ``told`` is what is known of all; None until a sentence says so.
    ``known`` are the names, in small letters, of whom the form says who they are."""
    text = document.text[span.start : span.end]
    edges = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    stated = told
    ended = False
    for number, (start, end) in enumerate(pairwise(edges)):
        sentence = text[start:end]
        cue = _cue(sentence, names)
        if cue is not None and not ended:
            stated = cue
        elif (here := _told_of_somebody(sentence, told is None and number == 0)) is not None:
            yield from _in_sentence(sentence, span.start + start, here)
            continue
        elif stated is None and (openers := list(_of_known(sentence, span.start + start, known))):
            yield from openers
            continue
        elif stated is None or (number and not _is_list(sentence)):
            ended = ended or (told is not None and number > 0)  # the list is over, and the tale begins
            continue
        elif ended:
            continue
        yield from _in_sentence(sentence, span.start + start, bool(stated))


def _cue(sentence: str, names: tuple[str, ...]) -> bool | None:
    """True for a sentence that opens by telling who came, False for who did not, None for any other."""
    tokens = words(sentence, names).split()
    opening = " ".join(tokens[:7])
    if ":" in sentence and _is_way(sentence.partition(":")[0]):
        return True
    if is_absent(tokens[:3]) or (is_absent(tokens) and len(tokens) <= 12):
        return False
    return True if any(f" {words(cue)} " in f" {opening} " for cue in people_data().came_cues) else None


def _is_way(label: str) -> bool:
    return words(label) in {words(way) for way in people_data().came_ways}


def _told_of_somebody(sentence: str, opening: bool) -> bool | None:
    """Whether those came with whom a sentence opens ("Social worker Ann Keld dialled in."); None when it says
    something else. The sentence that opens the minutes may be a list alone ("AK (DT), BS (SW) and Leo met")."""
    plain = words(sentence, pronouns=False)
    tokens = plain.split()
    if not 0 < len(tokens) <= _NO_ROLE_ROW or roles().match(plain) is None:
        return None
    first = _PIECE.split(sentence)[0]
    named = find_name(first)
    role = roles().match(" ".join(words(first, pronouns=False).split()[:_FIRST]))
    if (named is None or named[1] > _EARLY) and (role is None or role.strength < FAIR or role.position > 1):
        return None
    came_or_not = _verb(plain)
    if tokens[0] in people_data().no:  # "No social worker at this meeting, as the post is vacant"
        cues = (*people_data().came_cues, *people_data().came_verbs)
        return False if any(f" {words(cue)} " in f" {plain} " for cue in cues) else None
    return True if came_or_not is None and opening and _roles_in(sentence) > 1 else came_or_not


def _of_known(sentence: str, offset: int, known: Collection[str]) -> Iterator[Entry]:
    """Those who came by a sentence without roles: "Gill chaired, Priti dialled in and Mrs Orr came"."""
    came_or_not: bool | None = None
    start = 0
    for left, right in [*((m.start(), m.end()) for m in _PIECE.finditer(sentence)), (len(sentence), len(sentence))]:
        piece, at, start = sentence[start:left], start, right
        told, named = _verb(words(piece, pronouns=False)), find_name(piece)
        came_or_not = came_or_not if told is None else told
        if named is None or piece[: named[1]].strip() or not _is_known(named[0], known):
            if not at:
                return  # the sentence speaks of something else
            continue
        if came_or_not is not None:
            yield Entry(named[0], named[0], came_or_not, Span(offset + at + named[1], offset + at + named[2]))


def _verb(plain: str) -> bool | None:
    """Whether the words say that somebody came."""
    data = people_data()
    if any(f" {words(verb)} " in f" {plain} " for verb in data.stayed_away_verbs):
        return False
    return True if any(f" {words(verb)} " in f" {plain} " for verb in data.came_verbs) else None


def _is_known(name: str, known: Collection[str]) -> bool:
    return any(part in known for part in (name.casefold(), *name.casefold().split()))


def _roles_in(sentence: str) -> int:
    """How many of the pieces between the commas tell a role in few words."""
    pieces = [words(piece, pronouns=False) for piece in _PIECE.split(sentence) if piece]
    found = [roles().match(piece) for piece in pieces if len(piece.split()) <= _WORDS_A_PERSON]
    return sum(1 for match in found if match is not None and match.strength >= FAIR)


def _is_list(sentence: str) -> bool:
    pieces = [piece for piece in _PIECE.split(sentence) if piece and piece.strip()]
    roled = sum(1 for piece in pieces if _is_name(piece) or roles().match(words(piece, pronouns=False)) is not None)
    return bool(pieces) and roled * 2 >= len(pieces) and all(len(p.split()) <= _WORDS_A_PERSON for p in pieces)


def _is_name(piece: str) -> bool:
    """Whether this is a name of two words and no more, or with how somebody came ("Mr Keld by phone")."""
    named = find_name(piece)
    if named is None or " " not in named[0] or piece[: named[1]].strip():
        return False
    rest = piece[named[2] :].strip(" .\n")
    return not rest or came(rest) is True


def _in_sentence(sentence: str, offset: int, present: bool) -> Iterator[Entry]:
    found = list(_people_of(sentence, offset, present))
    named = [entry for entry in found if not is_role(entry.name)]
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
        named = _behind_its_role(piece) or find_name(piece)
        if not piece[: named[1] if named else 0].strip() and _is_tale(named, piece):
            continue
        if not plain or len(plain.split()) > _NO_ROLE_ROW or (named is None and roles().match(plain) is None):
            continue
        at = where + (named[1] if named else len(piece) - len(piece.lstrip()))
        end = where + (named[2] if named else len(piece.rstrip(" .")))
        unticked = any(sign in piece for sign in field_data().unticked)
        nobody = plain.split()[0] in people_data().no and named is None  # "No social worker, as the post is vacant"
        here = present and not unticked and not nobody and not is_absent(plain.split())
        yield Entry(sentence[at:end].strip(), piece, here, Span(offset + at, offset + end))


def _is_tale(named: tuple[str, int, int] | None, piece: str) -> bool:
    """Whether the words go on for long between a lone capital and a role ("Chairs had been put out for carers")."""
    if named is None or " " in named[0]:
        return False
    rest = words(piece[named[2] :], pronouns=False)
    found = roles().match(rest)
    if found is None or found.position < _FIRST or _verb(rest) is not None or "(" in piece:
        return False
    return piece[named[2] :].lstrip()[:1].islower()


def _role_words(entry: Entry) -> str | None:
    return role_of(entry.name, entry.beside)
