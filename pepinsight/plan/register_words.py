"""The words of an attendance list: names, roles, and whether somebody came."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pepinsight.plan.forms import people_data, roles
from pepinsight.plan.lexicon import FAIR, words
from pepinsight.plan.names import NAME_WORD
from pepinsight.plan.plan import Span

TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Mx|Rev|Prof|Auntie|Aunt|Uncle|Nan|Gran)\.?\s+"
NAME = re.compile(rf"(?:{TITLE})?(?:[A-Z]\.\s*)*{NAME_WORD}(?:\s+(?:[A-Z]\.|{NAME_WORD}|(?:de|van|von|al|bin)(?=\s)))*")
_FULL_NAME = 2  # words; more in capitals may be a role and a name
_NEXT_WORD = re.compile(r"\s([a-z]+)\b")
_LETTERS = re.compile(r"(?:\s+(?:[A-Z]{2,6}|Y\d{1,2}))+$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a register: the name as written, the words that tell the role, whether they came, and where."""

    name: str
    beside: str
    present: bool | None
    span: Span


def name_in(text: str) -> str | None:
    """The first name in ``text``, without the role's letters behind it ("K Rehal DT") or a cue before it."""
    found = find_name(text)
    return found[0] if found is not None else None


def find_name(text: str) -> tuple[str, int, int] | None:
    """The first name in ``text`` and its offsets there; None when there is none."""
    skip = people_data().nobody
    for match in NAME.finditer(text):
        start, name = match.start(), match[0]
        while name and words(name.split()[0], pronouns=False) in skip:
            rest = name.split(None, 1)[1] if " " in name else ""
            start, name = start + len(name) - len(rest), rest
        name = (_LETTERS.sub("", name) or name).strip()
        if name and not _opens_role(name, text[start + len(name) :]):
            return name, start, start + len(name)
    return None


def _opens_role(name: str, rest: str) -> bool:
    """Whether the word is the first of a role in two ("Social worker absent")."""
    follows = _NEXT_WORD.match(rest)
    if follows is None or " " in name:
        return False
    found = roles().match(words(f"{name} {follows[1]}", pronouns=False))
    return found is not None and found.strength >= FAIR and len(found.by.split()) > 1


def came(text: str) -> bool | None:
    """What a cell such as "Y (chair)", "Apols - sent report" or "✓" says; None when it says nothing."""
    data = people_data()
    tokens = words(text).split()
    if any(mark in text for mark in data.crosses) or is_absent(tokens):
        return False
    if any(mark in text for mark in data.ticks):
        return True
    if not tokens or tokens[0] in data.no:
        return False if tokens else None
    if tokens[0] in data.yes or any(token.startswith(stem) for token in tokens for stem in data.present):
        return True
    return None


def is_absent(tokens: list[str]) -> bool:
    plain = " ".join(tokens)
    return any(f" {stem}" in f" {plain}" for stem in people_data().absent)


def is_role(name: str) -> bool:
    """Whether what looks like a name is a role ("Social Worker")."""
    found = roles().match(words(name, pronouns=False))
    return found is not None and (found.strength > FAIR or len(name.split()) == 1 or name.islower())


def role_of(name: str, beside: str) -> str | None:
    """The role that the words beside a name tell, brackets first; a surname such as Salt or Head tells none."""
    brackets = " ".join(re.findall(r"\(([^()]*)\)", beside))
    title = name.split()[0] if name.split() else ""  # "Auntie Thandi"
    listed = is_role(name)  # where a list gives roles for names ("Designated Teacher, Assistant Head")
    for told in (brackets, beside if listed else beside.replace(name, " ", 1), name if listed else "", title):
        parted = told.replace(" / ", " and ")  # "Deputy / DT" is no deputy DT
        found = roles().match(words(parted, pronouns=False)) if told.strip() else None
        if found is not None and found.kind != "other":
            return found.kind
    found = roles().match(words(name, pronouns=False)) if len(name.split()) > _FULL_NAME else None
    return found.kind if found is not None and found.position == 0 else None  # "Virtual School Ian Marsh"
