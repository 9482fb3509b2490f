"""What the words of a title say: which part of a form it opens, its number left out."""

from __future__ import annotations

import re
from dataclasses import replace

from pepinsight.plan.forms import completers, headings
from pepinsight.plan.lexicon import FAIR, STRONG, WEAK, Match, words
from pepinsight.plan.number_words import spelt
from pepinsight.plan.plan import SectionKind

_WHICH = rf"(?:[A-Z]|\d{{1,2}}|{spelt()})"
PART = rf"(?:section|part|page|tab|step|chapter|appendix|form)\s+{_WHICH}(?:\.\d+)*[a-z]?(?![\w'’])"
_NUMBER = re.compile(
    rf"^\s*(?:{PART}|\(?[A-Z]?\d{{1,2}}(?:\.\d{{1,2}})*\.?\)?[a-z]?(?=[\s.:)\-–—])|[A-Za-z](?=[.)]\s)|[ivx]{{1,4}}(?=[.)]\s))"
    r"[\s.:)\-–—]*",
    re.IGNORECASE,
)
_PIECE = re.compile(r"\s+[-–—|]+\s+|:\s+|\s*[()]\s*|,\s+")
_SIDE_BY_SIDE = re.compile(r"\s+and\s+|\s*[&,/+]\s*", re.IGNORECASE)
NOTE = re.compile(r"\([^)]*\)|\[[^\]]*\]")


def bare_title(text: str) -> str:
    """A heading without its number ("C3", "Part Two:", "TAB 3")."""
    return _NUMBER.sub("", text, count=1) or text


def classify(text: str, names: tuple[str, ...] = ()) -> tuple[SectionKind | None, int]:
    """The kind of section that a heading opens, and how sure its words are (0 to EXACT)."""
    found = match_heading(text, names)
    return (SectionKind(found.kind), found.strength) if found is not None else (None, 0)


def match_heading(text: str, names: tuple[str, ...] = ()) -> Match | None:
    """What of the data a heading's words fit best, None for nothing."""
    bare = bare_title(text)
    lexicon = headings()
    plain = NOTE.sub(" ", bare)
    if not words(plain, names):
        plain = bare  # "Section 4 (progress)": all that is told stands in brackets
    best = lexicon.match(words(plain, names))
    if best is None or best.strength < STRONG:
        told = plain if best is not None and best.strength >= FAIR else bare  # "Timetable (part-time / AP)"
        for piece in _PIECE.split(told):
            plain_piece = words(piece, names)
            found = lexicon.match(plain_piece) if plain_piece != "child" else None
            if found is not None and (best is None or found.strength > best.strength):
                best = found
    if best is not None and best.strength >= FAIR:
        return best
    who = completers().match(words(bare, names))
    return replace(who, strength=WEAK) if who is not None else best


def kinds_named(text: str, names: tuple[str, ...] = ()) -> frozenset[SectionKind]:
    """The kinds that a main part's heading names side by side ("Meeting and targets", "Young person and carer").
    The child named alone stands for the child's views."""
    found: set[SectionKind] = set()
    for piece in _SIDE_BY_SIDE.split(NOTE.sub(" ", bare_title(text))):
        plain = words(piece, names)
        match = headings().match(plain)
        if plain == "child":
            found.add(SectionKind.VIEWS)
        elif match is not None and match.strength >= FAIR:
            found.add(SectionKind(match.kind))
    return frozenset(found)
