"""The names a child goes by in their plan: from labels, else from the title lines, and the variants the text uses."""

from __future__ import annotations

import re

from pepinsight.documents import Document
from pepinsight.plan.fields import label_kinds
from pepinsight.plan.forms import headings, people_data
from pepinsight.plan.lexicon import STRONG, words
from pepinsight.plan.pairs import Pair

NAME_WORD = r"[A-ZÀ-Þ][\w'’]*(?:-[A-Za-zÀ-ÿ][\w'’]*)*"
_SHORT = rf"\(\s*['\"‘“]?({NAME_WORD})['\"’”]?\s*\)"
_FULL = re.compile(rf"({NAME_WORD})(?:\s+{_SHORT})?((?:\s+(?:(?:de|la|van|von|al|bin|el|ap)\s+)?{NAME_WORD}){{0,4}})")
_TURNED = re.compile(rf"({NAME_WORD}),\s+({NAME_WORD}(?:\s{NAME_WORD})?)(?=\s*(?:$|\(|,))")
_BRACKETED = re.compile(_SHORT)
_CALLED = re.compile(
    rf"(?i:known as|likes?(?: to be called)?|aka|a\.k\.a\.|calls? (?:me|him|her|them)|called|prefers|goes by)"
    rf"[:\s]+['\"‘“]?({NAME_WORD})"
)
_TO_ALL = re.compile(rf",\s*({NAME_WORD}) (?i:to) (?i:everyone|everybody|friends|family|all|us)\b")
_INITIALS = 2  # letters at most
_WHOSE = re.compile(rf"^\W*({NAME_WORD}(?:\s{NAME_WORD})*)['’]s?\s+(?i:personal|e?pep\b|learning|education)")
_IN_LINE = re.compile(
    rf"^\W*({NAME_WORD}(?:\s+{NAME_WORD}){{1,4}})\s*[,|(–-]+\s*(?i:year|yr|y\d|ncy|reception|nursery|dob|d\.o\.b|born|upn)"
)
_AT_END = re.compile(rf"(?:[:|–-]|\bfor)\s*({NAME_WORD}(?:\s+{NAME_WORD}){{1,3}})\s*(?:\(|$)")
_FIRST_LINES = 12
_SHORTEST, _OFTEN = 3, 4  # letters of a short name, and times that it stands in the text at least
_OPENS = re.compile(r"(?<![\w.'’-])")
_ENDS = r"(?![\w'’-]|\.\s?[A-Z])"
_ALONE = re.compile(_ENDS)
_ACTS = re.compile(rf"{_ENDS}(?=\s+(?:\w+ed|said|says|told|is|was|has|had|came|will|would|can|did|does)\b)")


def find_names(document: Document, pairs: tuple[Pair, ...]) -> tuple[str | None, str | None]:
    """The child's full name and the name they go by; None for one that the document does not give."""
    full: str | None = None
    known: str | None = None
    for pair in pairs:
        if pair.blank:
            continue
        kinds = label_kinds(document.text[pair.label.start : pair.label.end])
        value = document.text[pair.value.start : pair.value.end]
        if "name" in kinds[:1] and full is None:
            full, also = read_name(value)
            known = known or also
        elif "known_as" in kinds[:1] and known is None:
            match = re.match(NAME_WORD, value.strip("'\"‘’“” "))
            known = _plain(match[0]) if match else None
    full = full or _in_titles(document)
    return full, known or (_shortened(document, full) if full else None)


def _shortened(document: Document, full: str) -> str | None:
    """The start of the first name where the text calls the child so more often ("Wilf" for Wilfred)."""
    first = full.split()[0]
    shorter = {first[:end]: _times(document, first[:end]) for end in range(_SHORTEST, len(first))}
    best = max(shorter, key=lambda name: shorter[name], default=None)
    return best if best is not None and shorter[best] > max(_times(document, first), _OFTEN) else None


def read_name(value: str) -> tuple[str | None, str | None]:
    """Full name and short name of "Zuzanna (Zuzia) Wrona", "Malachi Reed (Kai), Year 1", "Tyler-James OBANK"."""
    turned = _TURNED.match(value.strip())
    if turned is not None and not _is_form_word(turned[2]):
        value = f"{turned[2]} {turned[1]}{value.strip()[turned.end() :]}"  # "Purcell, Shanelle"
    match = _FULL.match(value.strip())
    if match is None or all(map(_is_form_word, match[0].split())):  # "Summer Day" is a name in the place of one
        return None, None
    called = _CALLED.search(value) or _BRACKETED.search(value) or _TO_ALL.search(value)
    name = f"{match[1]}{match[3]}"
    first, _, rest = name.strip().partition(" ")
    if rest and first.isupper() and len(first) > _INITIALS and not rest.isupper():
        name = f"{rest} {first}"  # "PURCELL Shanelle"
    name = " ".join(word.title() if word.isupper() and len(word) > 2 else word for word in name.split())
    return name, _plain(called[1]) if called else None


def _plain(name: str) -> str:
    """A short name without a quotation mark behind it, "OLEK" as "Olek"."""
    bare = name.strip("'’‘")
    return bare.title() if bare.isupper() and len(bare) > _INITIALS else bare


def _in_titles(document: Document) -> str | None:
    """A name in the first lines: "Efa Marsh, Year 2, ...", "Safiya's Personal Education Plan", "ePEP: Idris Peel"."""
    lines = [document.text_of(block) for block in document.blocks if block.kind.is_body][:_FIRST_LINES]
    for pattern in (_IN_LINE, _WHOSE, _AT_END):
        for line in lines:
            match = pattern.search(line)
            if match is not None and not _is_form_word(match[1]) and not _is_heading(match[1]):
                return match[1]
    return None


def _is_heading(name: str) -> bool:
    """True for "Carer Views" behind "Section D:"."""
    found = headings().match(words(name))
    return found is not None and found.strength >= STRONG


def _is_form_word(name: str) -> bool:
    return any(word.casefold().strip("'’") in people_data().not_names for word in name.split())


def name_variants(document: Document, full: str | None, known: str | None) -> tuple[str, ...]:
    """All words that may stand for the child: full name, first name, short name, and initials that the text uses."""
    variants = [name for name in (full, known) if name]
    if full:
        first = full.split()[0]
        variants.append(first)
        if "-" in first:
            variants.extend(part for part in first.split("-") if len(part) > 3 and _times(document, part) > 1)
        marks = ("".join(part[0] for part in re.split(r"[-\s]", first)), "".join(part[0] for part in full.split()))
        variants.extend(mark for mark in marks if len(mark) > 1 and _times(document, mark) > 1)
        if first[0] not in "AI" and _times(document, first[0], _ACTS) > 1:
            variants.append(first[0])
    return tuple(dict.fromkeys(variants))


def _times(document: Document, word: str, ends: re.Pattern[str] = _ALONE) -> int:
    """How often the text says a word, whole and no initial's."""
    text, times = document.text, 0
    at = text.find(word)
    while at >= 0:
        times += _OPENS.match(text, at) is not None and ends.match(text, at + len(word)) is not None
        at = text.find(word, at + 1)
    return times
