"""The child whose plan it is: birthday, pronouns, year group and phase."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from pepinsight.documents import Document
from pepinsight.plan.fields import label_kinds
from pepinsight.plan.forms import phases
from pepinsight.plan.names import name_variants
from pepinsight.plan.number_words import number_of, spelt
from pepinsight.plan.plan import Child, Field, Section, SectionKind
from pepinsight.plan.written_dates import dates_of

_YEAR = re.compile(
    r"\b(?:year|yr|y|ncy|nc year)\.?\s*(?:group)?\s*[:\-]?\s*(\d{1,2})\b(?!\s*(?:and|to|-|/)\s*\d)", re.I
)
_BARE = re.compile(r"^\s*(\d{1,2})(?:\D|$)")
_FIRST = re.compile(r"^\s*(\d{1,2})\s*(?:[,;(]|$)")  # "4, in Class 2 (Y3 to Y6)"
_SPELT = re.compile(rf"^\s*(?:year\s+)?({spelt()})\b", re.IGNORECASE)
_EARLY = re.compile(
    r"\b(nursery|pre-?school|n[12])\b(?!\s+(?:school|and|nurse|manager|teacher|assistant|unit|class))"
    r"|\b(reception|year r|yr r|foundation stage 2)\b|^\s*(r)\s*$",
    re.I,
)
_PRONOUNS = {"he": ("he", "him", "his"), "she": ("she", "her", "hers"), "they": ("they", "them", "their")}
_FIELD_PRONOUN = re.compile(r"\b(he|she|they)\b|\b(male|boy|m)\b|\b(female|girl|f)\b", re.I)


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
        if birthday is None and ("dob" in kinds or item.kind == "name"):
            birthday = next((day for found in dates_of(document, value) if (day := found.full) is not None), None)
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
    day: date | None,
) -> int | None:
    """The school year: -1 nursery, 0 Reception, 12 and more after school.

    A field that asks for it comes first, then the front page; what is more than a year off the birthday is not
    believed, nor what the front page says of Reception beside its labels where the birthday tells another year ("until
    they start in Reception"). Without either, the usual year by the birthday.
    """
    by_birth = year_by_birth(birthday, day)
    stated: list[int | None] = []
    for item in fields:
        kinds = label_kinds(document.text[item.label.start : item.label.end])
        if not item.blank and ("year" in kinds or item.kind == "name"):
            stated.append(read_year(document.text[item.value.start : item.value.end], bare=kinds == ("year",)))
    on_front = [read_year(document.text_of(document.blocks[index]), bare=False) for index in _front_blocks(sections)]
    stated += [year for year in on_front if by_birth is None or year is None or year > 0 or year == by_birth]
    years = [year for year in stated if year is not None]
    fitting = [year for year in years if by_birth is None or abs(year - by_birth) <= 1]
    if fitting:
        return fitting[0]
    return by_birth if by_birth is not None or not years else years[0]


def year_name(year_group: int | None) -> str | None:
    """A year group as schools say it, None when it is not known."""
    return None if year_group is None else {-1: "Nursery", 0: "Reception"}.get(year_group, f"Year {year_group}")


def read_year(value: str, bare: bool) -> int | None:
    """The year group that a text names; ``bare`` also takes a number alone."""
    match = (_FIRST.match(value) if bare else None) or _YEAR.search(value)
    if match is not None and int(match[1]) <= 14:
        return int(match[1])
    if bare:
        number = _BARE.match(value)
        if number is not None and int(number[1]) <= 14:
            return int(number[1])
        in_words = _SPELT.match(value)
        if in_words is not None:
            return number_of(in_words[1])
    early = _EARLY.search(value)
    if early is not None and (bare or not early[3]):
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
    front = [document.text_of(document.blocks[index]) for index in _front_blocks(sections)]
    titles = [document.text[s.title.start : s.title.end] for s in sections if s.title is not None]
    said = "\n".join([*front, *titles])
    return next((phase for phase, pattern in phases().items() if pattern.search(said)), None)


def _front_blocks(sections: tuple[Section, ...]) -> list[int]:
    return [index for section in sections if section.kind is SectionKind.FRONT for index in section.blocks]
