"""Who was at the meeting in which role, who was not, and whether the child came."""

from __future__ import annotations

import re

from pepinsight.documents import Document
from pepinsight.plan.forms import people_data, roles
from pepinsight.plan.lexicon import FAIR, words
from pepinsight.plan.plan import Field, Person, Section, SectionKind
from pepinsight.plan.register_words import NAME, TITLE, Entry, came, name_in, role_of
from pepinsight.plan.registers import entries

_HONORIFIC = re.compile(rf"^{TITLE}")
_CALLED = re.compile(rf"({NAME.pattern})\s*(?:\((?P<brackets>[^()\n]{{2,60}})\)|,\s+(?P<comma>[^.;:(),\n]{{2,60}}))")
"""A name with what somebody is in brackets or behind a comma: "Ann Keld, head of sixth form and designated teacher"."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")


def find_people(
    document: Document, sections: tuple[Section, ...], fields: tuple[Field, ...], names: tuple[str, ...]
) -> tuple[Person, ...]:
    """Everybody named as present or absent, with their roles, in reading order."""
    known = _known_roles(document, fields)
    found: dict[tuple[int, int], Person] = {}
    for entry in entries(document, sections, fields, names, {*known, *(name.casefold() for name in names)}):
        person = Person(entry.name, _role(entry, known, names), entry.present, entry.span)
        found.setdefault((person.span.start, person.span.end), person)
    return tuple(sorted(found.values(), key=lambda person: person.span.start))


def _known_roles(document: Document, fields: tuple[Field, ...]) -> dict[str, str]:
    """Names, surnames and initials to roles, from "Designated Teacher: X" and its like, then from wherever the
    document says who its designated teacher or social worker is."""
    by_field = people_data().role_of_field
    known: dict[str, str] = {}
    for item in fields:
        role = by_field.get(item.kind or "")
        found = name_in(document.text[item.value.start : item.value.end].split("(")[0]) if role else None
        if role is not None and found is not None:
            _remember(known, found, role)
    for called in _CALLED.finditer(document.text):
        role = _called(called["brackets"], called["comma"])
        if role is not None:
            _remember(known, " ".join(called[1].split()[-2:]), role)
    return known


def _remember(known: dict[str, str], found: str, role: str) -> None:
    """Keep a name, its parts and its initials; of a double-barrelled one also all of them ("AOW")."""
    name = _HONORIFIC.sub("", found).strip()
    initials = ["".join(part[0] for part in parts if part) for parts in (name.split(), re.split(r"[\s-]+", name))]
    for word in [name, *name.split(), *initials]:
        if len(word.strip(".")) > 2 or (word in initials and word != name[:1]):
            known.setdefault(word.casefold(), role)


def _called(brackets: str | None, comma: str | None) -> str | None:
    """The role that these words give to the name before them. Behind a comma another name may follow ("Ann Keld,
    social worker Bo Lim"), so capitals only tell where they are the role's own."""
    told = brackets or comma or ""
    plain = words(told, pronouns=False)
    found = roles().match(plain)
    if found is None or found.strength <= FAIR or found.kind not in ("DT", "SW"):
        return None
    bare = told == told.lower() or len(plain.split()) == len(found.by.split())
    return found.kind if brackets is not None or bare else None


def _role(entry: Entry, known: dict[str, str], names: tuple[str, ...]) -> str:
    """The role by the words beside the name, else by who the form says bears that name."""
    told = role_of(entry.name, entry.beside)
    if told is not None:
        return told
    name = _HONORIFIC.sub("", entry.name).strip()
    if name in names or any(part in names for part in name.split()):
        return "child"
    return next(
        (known[word] for word in (name.casefold(), *reversed(name.casefold().split())) if word in known), "other"
    )


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
            told = came(document.text[item.value.start : item.value.end])
            if told is not None:
                return told
    listed = [person.present for person in people if person.role == "child" and person.present is not None]
    if listed:
        return any(listed)
    data = people_data()
    for section in sections:
        if section.kind not in (SectionKind.ATTENDEES, SectionKind.MEETING):
            continue
        for index in section.blocks:
            for sentence in _SENTENCE.split(document.text_of(document.blocks[index])):
                plain = words(sentence, names, pronouns=False)
                if any(words(cue) in plain for cue in data.child_stayed_away):
                    return False
                if any(words(cue) in plain for cue in data.child_came):
                    return True
    return None
