"""The child whose plan it is: names, birthday, pronouns, year group and phase."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from pepinsight.documents import Document
from pepinsight.plan.fields import label_kinds
from pepinsight.plan.pairs import Pair
from pepinsight.plan.plan import Child, Field, Section, SectionKind
from pepinsight.plan.written_dates import dates_in

_NAME_WORD = r"[A-ZÀ-Þ][\w'’]*(?:-[A-ZÀ-Þa-zà-ÿ][\w'’]*)*"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s+(?:(?:de|la|van|von|al|bin|el)\s+)?{_NAME_WORD}){{0,4}}")
_BRACKETED = re.compile(
    r"\(\s*(?:known as|likes to be called|prefers|aka)?[:\s]*['\"‘“]?(" + _NAME_WORD + r")['\"’”]?\s*\)", re.I
)
_ALSO = re.compile(r"\b(?:known as|aka|likes to be called|prefers)\s+['\"‘“]?(" + _NAME_WORD + ")")
_TITLED = re.compile(
    rf"({_NAME_WORD}(?:\s{_NAME_WORD})*)['’]s\s+(?:personal education plan|e?pep\b|learning|education plan)", re.I
)
_FRONT_LINE = re.compile(
    rf"^\s*({_NAME_WORD}(?:\s+{_NAME_WORD}){{1,4}})\s*(?:,|\||-|–|\()\s*(?=year|yr|y\d|ncy|reception|nursery|dob|d\.o\.b)",
    re.I,
)
_TRAILING = re.compile(rf"[:\-–]\s*({_NAME_WORD}(?:\s+{_NAME_WORD}){{1,3}})\s*(?:\(|$)")
_NOT_NAMES = frozenset(
    ["personal", "education", "plan", "pep", "epep", "learning", "school", "primary", "secondary", "spring", "summer", "autumn", "term", "key", "stage", "year", "statutory", "age", "early", "years", "post", "virtual", "child", "looked", "after"]
)
_YEAR = re.compile(
    r"\b(?:year|yr|y|ncy|nc year)\.?\s*(?:group)?\s*[:\-]?\s*(\d{1,2})\b(?!\s*(?:and|to|-|/)\s*\d)", re.I
)
_BARE = re.compile(r"^\s*(\d{1,2})(?:\D|$)")
_EARLY = re.compile(r"\b(nursery|pre-?school|n[12])\b|\b(reception|year r|yr r|foundation stage 2)\b|^\s*(r)\s*$", re.I)
_POST16 = re.compile(r"\bpost[\s-]?16\b|\b16\s?(?:\+|plus)|\b16\s?(?:-|to|–)\s?1[89]\b|\bsixth form\b", re.I)
_EARLY_FORM = re.compile(r"\bearly years\b|\beypp\b|\beyfs\b|\bnursery\b", re.I)
_SCHOOL_FORM = re.compile(r"\bstatutory school age\b|\bkey stage [1-4]\b|\bprimary\b|\bsecondary\b|\bks[1-4]\b", re.I)
_PRONOUNS = {"he": ("he", "him", "his"), "she": ("she", "her", "hers"), "they": ("they", "them", "their")}
_FIELD_PRONOUN = re.compile(r"\b(he|she|they)\b|\b(male|boy|m)\b|\b(female|girl|f)\b", re.I)


def find_names(document: Document, pairs: tuple[Pair, ...]) -> tuple[str | None, str | None]:
    """The child's full name and the name they go by, from labels first, else from the title lines."""
    full: str | None = None
    known: str | None = None
    for pair in pairs:
        if pair.blank:
            continue
        label = document.text[pair.label.start : pair.label.end]
        value = document.text[pair.value.start : pair.value.end]
        kinds = label_kinds(label)
        if "name" in kinds[:1] and full is None:
            full, bracketed = _read_name(value)
            known = known or bracketed
        elif "known_as" in kinds[:1] and known is None:
            known = _first_name(value)
    if full is None:
        full = _name_in_titles(document)
    return full, known


def _read_name(value: str) -> tuple[str | None, str | None]:
    bracketed = _BRACKETED.search(value) or _ALSO.search(value)
    match = _NAME.match(value.strip())
    if match is None or _is_form_word(match[0]):
        return None, None
    name = " ".join(word.title() if word.isupper() and len(word) > 2 else word for word in match[0].split())
    return name, bracketed[1] if bracketed else None


def _first_name(value: str) -> str | None:
    match = re.match(_NAME_WORD, value.strip().strip("'\"‘’“”"))
    return match[0] if match else None


def _is_form_word(name: str) -> bool:
    return any(word.casefold() in _NOT_NAMES for word in name.split())


def _name_in_titles(document: Document) -> str | None:
    """A name in the first lines: "Efa Marsh, Year 2, ...", "Safiya's Personal Education Plan", "Post 16 ePEP: Idris Peel"."""
    body = [document.text_of(block) for block in document.blocks if block.kind.is_body][:12]
    for pattern in (_FRONT_LINE, _TITLED, _TRAILING):
        for line in body:
            match = pattern.search(line)
            if match and not _is_form_word(match[1]) and match[1][0].isupper():
                return match[1]
    return None


def name_variants(document: Document, full: str | None, known: str | None) -> tuple[str, ...]:
    """All words that may stand for the child: full name, first name, short name, and initials that the text uses."""
    variants: list[str] = [name for name in (full, known) if name]
    if full:
        first = full.split()[0]
        variants.append(first)
        variants.extend(
            part for part in first.split("-") if len(part) > 3 and "-" in first and _counts(document, part) > 1
        )
        joined = "".join(part[0] for part in re.split(r"[-\s]", first))
        initials = "".join(part[0] for part in full.split())
        variants.extend(mark for mark in (joined, initials) if len(mark) > 1 and _counts(document, mark) > 1)
        if _counts(document, first[0], r"(?=\s+(?:\w+ed|said|says|told|is|was|has|had|came|will|would|can)\b)") > 1:
            variants.append(first[0])
    return tuple(dict.fromkeys(variants))


def _counts(document: Document, word: str, after: str = "") -> int:
    return len(re.findall(rf"(?<![\w.'’]){re.escape(word)}(?![\w'’-]|\.\s?[A-Z]){after}", document.text))


def make_child(document: Document, fields: tuple[Field, ...], full: str | None, known: str | None) -> Child:
    """The child as the plan describes them."""
    names = name_variants(document, full, known)
    birthday: date | None = None
    pronouns: tuple[str, ...] = ()
    for item in fields:
        if item.blank:
            continue
        value = document.text[item.value.start : item.value.end]
        kinds = label_kinds(document.text[item.label.start : item.label.end])
        if birthday is None and ("dob" in kinds or (item.kind == "name" and item.section is SectionKind.FRONT)):
            birthday = next((day for found in dates_in(value) if (day := found.full) is not None), None)
        if not pronouns and "gender" in kinds:
            pronouns = _stated_pronouns(value)
    return Child(full, known, names, birthday, pronouns or _used_pronouns(document, names))


def _stated_pronouns(value: str) -> tuple[str, ...]:
    match = _FIELD_PRONOUN.search(value)
    if match is None:
        return ()
    word = match[1].casefold() if match[1] else "he" if match[2] else "she"
    return _PRONOUNS[word]


def _used_pronouns(document: Document, names: tuple[str, ...]) -> tuple[str, ...]:
    """The pronoun that follows the child's name most, when it clearly leads."""
    if not names:
        return ()
    near = re.compile(
        rf"\b(?:{'|'.join(map(re.escape, names))})\b[^.!?\n]{{0,120}}?\b(he|him|his|she|her|hers|they|them|their)\b",
        re.I,
    )
    counts: Counter[str] = Counter()
    for match in near.finditer(document.text):
        counts[{"h": "he", "s": "she", "t": "they"}[_root(match[1])]] += 1
    best = counts.most_common(2)
    if not best or (len(best) > 1 and best[0][1] < 2 * best[1][1]):
        return ()
    return _PRONOUNS[best[0][0]]


def _root(pronoun: str) -> str:
    word = pronoun.casefold()
    return "s" if word in ("she", "her", "hers") else word[0]


def year_group(
    document: Document,
    fields: tuple[Field, ...],
    sections: tuple[Section, ...],
    birthday: date | None,
    meeting: date | None,
) -> int | None:
    """The school year: as a field or the front page states it, else by the birthday; -1 nursery, 0 Reception."""
    by_birth = year_by_birth(birthday, meeting)
    stated: list[int] = []
    for item in fields:
        kinds = label_kinds(document.text[item.label.start : item.label.end])
        if item.blank or ("year" not in kinds and item.kind not in ("name", "school", "class_teacher")):
            continue
        value = document.text[item.value.start : item.value.end]
        year = read_year(value, bare="year" in kinds and len(kinds) == 1)
        if year is not None:
            stated.append(year)
    if not stated:
        for section in sections:
            if section.kind is SectionKind.FRONT:
                for index in section.blocks:
                    year = read_year(document.text_of(document.blocks[index]), bare=False)
                    if year is not None:
                        stated.append(year)
    if by_birth is not None and stated:
        return min(stated, key=lambda year: (abs(year - by_birth) > 1, stated.index(year)))
    return stated[0] if stated else by_birth


def read_year(value: str, bare: bool) -> int | None:
    """The year group that a text names; ``bare`` also takes a number alone."""
    match = _YEAR.search(value)
    if match is not None and int(match[1]) <= 14:
        return int(match[1])
    if bare:
        number = _BARE.match(value)
        if number is not None and int(number[1]) <= 14:
            return int(number[1])
    early = _EARLY.search(value)
    if early is not None and (bare or not early[3]) and not re.search(r"nursery school|nursery and", value, re.I):
        return -1 if early[1] else 0
    return None


def year_by_birth(birthday: date | None, day: date | None) -> int | None:
    """The usual school year of a child born on ``birthday``, on ``day`` (England: years run from 1 September)."""
    if birthday is None or day is None:
        return None
    born = birthday.year if birthday.month >= 9 else birthday.year - 1
    now = day.year if day.month >= 9 else day.year - 1
    year = now - born - 5
    return max(year, -1) if -4 <= year <= 14 else None


def phase_of(document: Document, year: int | None, sections: tuple[Section, ...]) -> str | None:
    """ "EY" before Reception, "P16" from year 12, "SSA" between; without a year, what the form's titles say."""
    if year is not None:
        return "EY" if year < 0 else "P16" if year >= 12 else "SSA"
    titles = " ".join(
        document.text_of(document.blocks[index])
        for section in sections
        if section.kind is SectionKind.FRONT
        for index in section.blocks
    ) + " ".join(document.text[s.title.start : s.title.end] for s in sections if s.title is not None)
    for phase, pattern in (("P16", _POST16), ("SSA", _SCHOOL_FORM), ("EY", _EARLY_FORM)):
        if pattern.search(titles):
            return phase
    return None
