"""What a table's columns and a form's labels hold: the words of ``data/columns.yaml``, matched tolerantly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path

from pydantic import Field as Key
from rapidfuzz import process
from rapidfuzz.distance import OSA

from pepinsight.data_files import Strict, load
from pepinsight.plan.lexicon import abbreviations

_WORD = re.compile(r"[a-z#](?:[a-z#'-]*[a-z#])?\+?|[%£]")
_SHORTENED = re.compile(r"(?<!\w)([a-z]+)\.?(?!\w)", re.IGNORECASE)
_DIGITS = re.compile(r"\d+(?:[./-]\d+)*")
_EXPLAINED = re.compile(r"[\n:;.?(]|\s[-–—]\s")
_SUM = re.compile(r"£\s?\d")  # "£240 (30 x 15 min)" answers, and asks for nothing
_BRACKETS = re.compile(r"\([^)]*\)")
_SMART_LETTER = re.compile(r"\s*[SMART]\s*[-–—:.)=]\s*")
LONGEST_MISSPELT = 40
SHORT_LABEL, LONG_LABEL = 6, 12  # characters: in a shorter label a slip makes another word; a longer one may hold two
FORWARD = frozenset({"how", "measure", "when", "cost", "why", "who"})  # roles that look ahead
LEAST_LETTERS = 3  # of SMART, that make columns go by them
LONGEST_LABEL = 80  # characters; what is longer is an answer, not a label


class Columns(Strict):
    """Phrases by table family and role, and words that tell new targets from old."""

    ignored: tuple[str, ...]
    families: dict[str, dict[str, tuple[str, ...]]]
    words: dict[str, tuple[str, ...]] = Key(default_factory=dict)


@cache
def columns() -> Columns:
    """The data file, read once."""
    return load(Path(__file__).parent / "data" / "columns.yaml", Columns)


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[str, ...]:
    """Lower-case words with numbers as "#": "End of Y6 target" -> end, of, y#, target."""
    plain = text.lower().replace("’", "'").replace("we'll", "we will").replace("i'll", "i will").replace("'s ", " ")
    found = _WORD.findall(_DIGITS.sub("#", plain.replace("o/t", "on track")))
    short = abbreviations()
    return tuple(word for token in found for word in short.get(token, token).split())


Phrase = tuple[str, tuple[str, ...]]
"""A role and the words that name it."""


@cache
def _phrases(family: str) -> tuple[Phrase, ...]:
    """The phrases of a family, longest first, else in the order of the file."""
    found = [
        (role, words_of(phrase.replace("N", "#")))
        for role, phrases in columns().families[family].items()
        for phrase in phrases
    ]
    return tuple(sorted(found, key=lambda item: -len(item[1])))


@cache
def _by_first_word(family: str) -> dict[str, list[Phrase]]:
    index: dict[str, list[Phrase]] = {}
    for role, phrase in _phrases(family):
        index.setdefault(phrase[0], []).append((role, phrase))
    return index


@cache
def _ignored() -> frozenset[str]:
    return frozenset(word for phrase in columns().ignored for word in words_of(phrase.replace("N", "#")))


def label_in(text: str) -> str:
    """The label at the head of a cell that goes on to explain itself ("Target: what will Robin ..."), else ``text``."""
    if len(text) <= LONGEST_LABEL:
        return text
    head = _EXPLAINED.split(text, maxsplit=1)[0].strip()
    return head if head else text


@lru_cache(maxsize=8192)
def is_label(text: str, family: str) -> bool:
    """Whether ``text`` is nothing but a label of ``family``: every telling word is a known one."""
    if len(text) > LONGEST_LABEL or not any(letter.isalpha() for letter in text) or _SUM.search(text):
        return False
    words = words_of(_BRACKETS.sub(" ", text))
    taken = _taken(words, family)
    return bool(taken) and all(at in taken or word in _ignored() for at, word in enumerate(words))


@lru_cache(maxsize=8192)
def roles(text: str, family: str) -> tuple[str, ...]:
    """The roles that a column or label called ``text`` plays in ``family``, in the order of its words; () for none.

    At least half of its telling words must be known ones.
    """
    text = label_in(text)
    if not text or len(text) > LONGEST_LABEL:
        return ()
    for form in (_BRACKETS.sub(" ", text), text):
        found = _match(words_of(form), family) if not _SUM.search(form) else ()
        if found:
            return found
    return ()


def smart_role(label: str) -> tuple[str, ...]:
    """The role of a label that opens with a word of SMART, or with its letter and the word, whatever is said behind it
    ("Specific", "Measurable – how will we know?", "R: Relevant (to whom?)"); () for any other."""
    opening = _EXPLAINED.split(_SMART_LETTER.sub("", label), maxsplit=1)[0]
    return roles(opening, "smart") if is_label(opening, "smart") else ()


def smart_roles(labels: Sequence[str]) -> list[tuple[str, ...]] | None:
    """The roles of labels that go by SMART's letters; None where fewer than three of them are such names. "Specific"
    words the target only where no other label does."""
    found = [smart_role(label) for label in labels]
    if sum(map(bool, found)) < LEAST_LETTERS:
        return None
    if any("wording" in roles(label, "targets") for label, known in zip(labels, found, strict=True) if not known):
        found = [known if known != ("wording",) else ("how",) for known in found]
    return [known or roles(label, "targets") for label, known in zip(labels, found, strict=True)]


def _taken(words: tuple[str, ...], family: str) -> dict[int, str]:
    """The roles of the words that known phrases cover, the longest phrases first."""
    index = _by_first_word(family)
    hits = [
        (len(phrase), at, role)
        for at, word in enumerate(words)
        for role, phrase in index.get(word, ())
        if words[at : at + len(phrase)] == phrase
    ]
    taken: dict[int, str] = {}
    for size, at, role in sorted(hits, key=lambda hit: -hit[0]):
        if not any(place in taken for place in range(at, at + size)):
            taken.update(dict.fromkeys(range(at, at + size), role))
    return taken


def _match(words: tuple[str, ...], family: str) -> tuple[str, ...]:
    taken = _taken(words, family)
    telling = [at for at, word in enumerate(words) if at in taken or word not in _ignored()]
    if not taken or len(taken) * 2 < len(telling):
        return _misspelt(words, family)
    if len(taken) < len(telling) and all(words[at] == "#" for at in taken):
        return ()  # "Tab 8" numbers something else
    ordered = tuple(dict.fromkeys(taken[at] for at in sorted(taken)))
    if set(ordered) == {"number", "weak_wording"} and len(taken) == len(telling):
        return ("weak_wording",)  # "1. What"
    if len(ordered) > 1 or len(taken) < len(telling):  # "What is the barrier?" is no "What"
        ordered = tuple(role for role in ordered if role != "weak_wording")
    return ordered


def _misspelt(words: tuple[str, ...], family: str) -> tuple[str, ...]:
    """A label that is a known one but for a slip of the pen, two in a long one."""
    whole = " ".join(words)
    if not SHORT_LABEL <= len(whole) <= LONGEST_MISSPELT:
        return ()
    if not _nearly_known(whole):
        return ()
    known = _as_written(family)
    slips = _slips(whole)
    near = _about_as_long(family, len(whole), slips)
    found = process.extractOne(whole, near, scorer=OSA.distance, score_cutoff=slips)
    return (known[found[0]],) if found else ()


def _slips(whole: str) -> int:
    return 1 if len(whole) < LONG_LABEL else 2


@lru_cache(maxsize=8192)
def _nearly_known(whole: str) -> bool:
    """Whether a phrase of any family is so near; mostly none is, and no family needs to be asked."""
    slips = _slips(whole)
    near = _of_any_family(len(whole), slips)
    return process.extractOne(whole, near, scorer=OSA.distance, score_cutoff=slips) is not None


@cache
def _of_any_family(length: int, slips: int) -> tuple[str, ...]:
    every = (phrase for family in columns().families for phrase in _about_as_long(family, length, slips))
    return tuple(dict.fromkeys(every))


@cache
def _about_as_long(family: str, length: int, slips: int) -> tuple[str, ...]:
    """The phrases that so many slips can make from a label of this length."""
    return tuple(phrase for phrase in _as_written(family) if abs(len(phrase) - length) <= slips)


@cache
def _as_written(family: str) -> dict[str, str]:
    return {" ".join(phrase): role for role, phrase in reversed(_phrases(family))}


def any_of(name: str) -> str:
    """The listed words of ``words: name`` as alternatives of a pattern, the longest first."""
    return _alternatives(columns().words[name])


def one_of(name: str) -> str:
    """The same without plurals: "target", not "targets"."""
    return _alternatives(word for word in columns().words[name] if not word.endswith("s"))


def several_of(name: str) -> str:
    """The plurals alone."""
    return _alternatives(word for word in columns().words[name] if word.endswith("s"))


def _alternatives(listed: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(listed, key=len, reverse=True)) + ")"


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(name)}(?!\w)", re.IGNORECASE)


def has_word(text: str, name: str) -> bool:
    """Whether any of the listed words of ``words: name`` stands in ``text``, written out or shortened ("tgts")."""
    return bool(_pattern(name).search(text)) or bool(
        len(text) <= LONGEST_LABEL and (whole := _written_out(text)) and _pattern(name).search(whole)
    )


@lru_cache(maxsize=8192)
def _written_out(text: str) -> str:
    """A label with its shortened words in full; "" where none is shortened."""
    short = abbreviations()
    whole = _SHORTENED.sub(lambda found: short.get(found[1].lower(), found[0]), text)
    return whole if whole != text else ""


def is_word(text: str, name: str) -> bool:
    """Whether ``text`` is nothing but one of the listed words."""
    return text.strip(" .-–—").lower() in columns().words[name]
