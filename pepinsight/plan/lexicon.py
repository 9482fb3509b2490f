"""Match a heading or a label to a kind, by what the data says: exact names first, then the strongest hint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from pepinsight.data_files import Strict, load

EXACT, STRONG, FAIR, WEAK = 4, 3, 2, 1
"""How sure a match is. EXACT: the words are a name in the data, give or take one slip of the pen."""

_ALIKE = 91
"""How like a name in the data words are that stand for it, of 100."""

_APOSTROPHE = re.compile(r"['’‘`]")
_NOT_WORD = re.compile(r"[^0-9a-zà-ÿ%£]+")
_ITEM = re.compile(r"\W*(?:[a-z]{0,2}\d{1,2}(?:\.\d{1,2})*[a-z]?[.):]|[a-z]\))\s+(?=\w)")
"""What a form numbers its questions by ("4.", "K1.", "2.3)", "(a)"): no word of them."""


class _Words(Strict):
    """data/words.yaml."""

    nouns: tuple[str, ...]
    pronouns: frozenset[str]
    small: frozenset[str]
    spellings: Mapping[str, str]
    abbreviations: Mapping[str, str]


def abbreviations() -> Mapping[str, str]:
    """Shortened words and what they stand for, in lower case ("tgt": "target")."""
    return _data().abbreviations


@cache
def _data() -> _Words:
    return load(Path(__file__).parent / "data" / "words.yaml", _Words)


@cache
def _nouns() -> tuple[frozenset[str], re.Pattern[str]]:
    """The first words of the nouns for the child, and a pattern for them whole."""
    nouns = sorted(_data().nouns, key=len, reverse=True)
    return frozenset(noun.split()[0] for noun in nouns), re.compile(rf"\b(?:{'|'.join(nouns)})\b")


def words(text: str, names: Iterable[str] = (), pronouns: bool = True) -> str:
    """``text`` in lower case, punctuation gone, and every word for the child (my, your, pupil's, the child's own name)
    made "child", so that "What TJ thinks" and "What I think" meet. Without ``pronouns``, "my" and its like stay."""
    plain = _spelt(text)
    for known in _bared(tuple(names)):
        if known in plain:
            plain = re.sub(rf"\b{re.escape(known)}s?\b", "child", plain)
    return _meant(plain, pronouns)


@lru_cache(maxsize=20_000)
def _spelt(text: str) -> str:
    """In lower case, without punctuation, and each word written one way."""
    data = _data()
    plain = _APOSTROPHE.sub("", text.casefold())
    if numbered := _ITEM.match(plain):
        plain = plain[numbered.end() :]
    for written, meant in data.spellings.items():
        plain = plain.replace(written, meant)
    return " ".join(data.abbreviations.get(word, word) for word in _NOT_WORD.sub(" ", plain).split())


@lru_cache(maxsize=64)
def _bared(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names as they stand in such words."""
    bare = (_NOT_WORD.sub(" ", _APOSTROPHE.sub("", name.casefold())).strip() for name in names)
    return tuple(name for name in bare if name)


@lru_cache(maxsize=20_000)
def _meant(plain: str, pronouns: bool) -> str:
    """Every word for the child made "child", and small words left out."""
    data = _data()
    openings, noun = _nouns()
    told = plain.split()
    if not openings.isdisjoint(told):
        told = noun.sub("child", plain).split()
    if pronouns:
        told = ["child" if word in data.pronouns else word for word in told]
    return " ".join(word for word in told if word not in data.small)


class Entry(Strict):
    """What stands for one kind. A hint is words that must all be there: "review + target*" (``*`` ends a word's stem;
    words without ``+`` between them stand side by side)."""

    names: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()
    fair: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A kind, how sure (EXACT to WEAK), the index of the word at which its evidence starts, and the name or hint of
    the data that fitted."""

    kind: str
    strength: int
    position: int
    by: str = ""


@dataclass(frozen=True, slots=True)
class _Hint:
    kind: str
    strength: int
    parts: tuple[tuple[str, ...], ...]
    written: str

    def find(self, tokens: list[str]) -> int | None:
        """The position of the earliest part, or None when a part is missing."""
        first = len(tokens)
        for part in self.parts:
            at = _place(part, tokens)
            if at is None:
                return None
            first = min(first, at)
        return first


def _place(part: tuple[str, ...], tokens: list[str]) -> int | None:
    """Where the words of a part first stand side by side."""
    pattern = part[0]
    if pattern.endswith("*"):
        stem = pattern[:-1]
        places = [at for at, token in enumerate(tokens) if token.startswith(stem)]
    elif pattern not in tokens:
        return None
    elif len(part) == 1:
        return tokens.index(pattern)
    else:
        places = [at for at, token in enumerate(tokens) if token == pattern]
    if len(part) > 1:
        last = len(tokens) - len(part)
        places = [at for at in places if at <= last and _goes_on(part, tokens, at)]
    return places[0] if places else None


def _goes_on(part: tuple[str, ...], tokens: list[str], at: int) -> bool:
    for offset in range(1, len(part)):
        pattern, token = part[offset], tokens[at + offset]
        if not (token.startswith(pattern[:-1]) if pattern.endswith("*") else token == pattern):
            return False
    return True


def _compile(kind: str, strength: int, hint: str) -> _Hint:
    parts = tuple(tuple(_stems(part)) for part in hint.split("+"))
    return _Hint(kind, strength, parts, hint)


def _stems(part: str) -> list[str]:
    out: list[str] = []
    for word in part.split():
        stem = words(word.rstrip("*"))
        out.extend(stem.split())
        if word.endswith("*") and out:
            out[-1] += "*"
    return out


class Lexicon:
    """The kinds of one data file, ready to match. Among hints of one strength, the one that stands first in the
    heading wins (what is named first leads), then the one with more words, then the first in the data. An authority's
    ``own`` words come before all others."""

    def __init__(self, entries: Mapping[str, Entry], own: Sequence[tuple[str, Entry]] = ()) -> None:
        self._names: dict[str, str] = {}
        self._hints: list[_Hint] = []
        self._unless: dict[str, list[_Hint]] = {}
        for kind, entry in (*own, *entries.items()):
            for name in entry.names:
                self._names.setdefault(words(name), kind)
            for strength, hints in ((STRONG, entry.strong), (FAIR, entry.fair), (WEAK, entry.weak)):
                self._hints.extend(_compile(kind, strength, hint) for hint in hints)
            self._unless.setdefault(kind, []).extend(_compile(kind, 0, hint) for hint in entry.unless)
        self._hints.sort(key=lambda hint: -hint.strength)
        self._by_word: dict[str, list[int]] = {}
        self._by_stem: dict[str, list[int]] = {}
        for order, hint in enumerate(self._hints):
            first = hint.parts[0][0]
            index = self._by_stem if first.endswith("*") else self._by_word
            index.setdefault(first.rstrip("*"), []).append(order)
        self._memory: dict[str, Match | None] = {}
        self._begun: dict[str, frozenset[int]] = {}
        self._long_by_length: dict[int, tuple[str, ...]] = {}
        self._names_by_length: dict[int, tuple[str, ...]] = {}

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        hinted = {word.rstrip("*") for hint in self._hints for part in hint.parts for word in part}
        return frozenset(hinted | {word for name in self._names for word in name.split()})

    @cached_property
    def _longest_stem(self) -> int:
        return max(map(len, self._by_stem), default=0)

    @cached_property
    def _long_words(self) -> tuple[str, ...]:
        return tuple(sorted(word for word in self._vocabulary if len(word) >= 6))

    def _about_as_long(self, length: int) -> tuple[str, ...]:
        """The long words that one slip can make from a word of this length."""
        if length not in self._long_by_length:
            near = tuple(word for word in self._long_words if abs(len(word) - length) <= 1)
            self._long_by_length[length] = near
        return self._long_by_length[length]

    def _names_about_as_long(self, length: int) -> tuple[str, ...]:
        """The long names that can be ``_ALIKE`` to words of this length: if all letters of the shorter are shared."""
        if length not in self._names_by_length:
            long = (name for name in self._names if len(name) >= 6)
            near = tuple(name for name in long if 200 * min(len(name), length) >= (_ALIKE - 1) * (len(name) + length))
            self._names_by_length[length] = near
        return self._names_by_length[length]

    def match(self, plain: str) -> Match | None:
        """The best kind for ``plain`` (from ``words``), or None."""
        if plain not in self._memory:
            if len(self._memory) > 20_000:
                self._memory.clear()
            self._memory[plain] = self._match(plain)
        return self._memory[plain]

    def _match(self, plain: str) -> Match | None:
        if not plain:
            return None
        for name in (plain, plain.removeprefix("child ")):  # "My new targets" is "New targets"
            if name in self._names:
                return Match(self._names[name], EXACT, 0, name)
        found = self._by_hint(plain.split())
        if found is not None and found.strength >= STRONG:
            return found
        if len(plain) >= 6:
            names = self._names_about_as_long(len(plain))
            near = process.extractOne(plain, names, scorer=fuzz.ratio, score_cutoff=_ALIKE)
            if near is not None:
                return Match(self._names[near[0]], EXACT, 0, near[0])
        if found is None:
            mended = self._mend(plain.split())
            if mended is not None:
                return self._by_hint(mended)
        return found

    def _by_hint(self, tokens: list[str]) -> Match | None:
        best: tuple[int, int, int, int] | None = None
        winner: Match | None = None
        for order in self._likely(tokens):
            hint = self._hints[order]
            if best is not None and hint.strength < best[0]:
                break  # the strongest stand first
            position = hint.find(tokens)
            if position is None or any(bar.find(tokens) is not None for bar in self._unless[hint.kind]):
                continue
            rank = (hint.strength, -position, sum(map(len, hint.parts)), -order)
            if best is None or rank > best:
                best, winner = rank, Match(hint.kind, hint.strength, position, hint.written)
        return winner

    def _likely(self, tokens: list[str]) -> list[int]:
        """The hints whose first word stands among ``tokens``, the strongest first, then in the order of the data."""
        return sorted(set().union(*map(self._begun_by, tokens)))

    def _begun_by(self, token: str) -> frozenset[int]:
        """The hints that begin with this word."""
        if token not in self._begun:
            if len(self._begun) > 20_000:
                self._begun.clear()
            stems = (token[:end] for end in range(1, min(len(token), self._longest_stem) + 1))
            found = (self._by_stem.get(stem, ()) for stem in stems)
            self._begun[token] = frozenset().union(self._by_word.get(token, ()), *found)
        return self._begun[token]

    def _mend(self, tokens: list[str]) -> list[str] | None:
        """Tokens with one slip of the pen put right ("atendance"), None when nothing could be."""
        mended = list(tokens)
        for index, token in enumerate(tokens):
            if len(token) < 6 or token in self._vocabulary:
                continue
            near = process.extractOne(token, self._about_as_long(len(token)), scorer=OSA.distance, score_cutoff=1)
            if near is not None:
                mended[index] = near[0]
        return mended if mended != tokens else None
