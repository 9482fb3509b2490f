"""Where gold quotes stand in a document, and figures by the sentence of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import spacy
from rapidfuzz import fuzz
from spacy.language import Language

from pepinsight.documents import Document

Interval = tuple[int, int]
HALF = 0.5
SHORT = 12
NEARLY = 88.0
"""How like the words found must be to the gold words (0 to 100), where a line break or a cell has parted them."""

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00ad": None})


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of a search: found and right, found and wrong, not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; None when nothing was found."""
        found = self.right + self.wrong
        return self.right / found if found else None

    @property
    def recall(self) -> float | None:
        """The share of what there is that was found; None when there is nothing."""
        there = self.right + self.missed
        return self.right / there if there else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None when there is nothing and nothing was found."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else None

    def figures(self) -> dict[str, float | int | None]:
        """As JSON values."""
        return {"precision": self.precision, "recall": self.recall, "f1": self.f1, "n": self.right + self.missed}


@dataclass(frozen=True)
class Sentences:
    """A document's sentences, cut by a plain sentencizer within its blocks and apart from pepinsight's own reading."""

    document: Document
    spans: tuple[Interval, ...]

    def touched(self, intervals: Iterable[Interval]) -> set[int]:
        """The sentences of which an interval holds half, or which hold half of the interval."""
        found: set[int] = set()
        for start, end in intervals:
            for number, (first, last) in enumerate(self.spans):
                shared = min(end, last) - max(start, first)
                if shared > 0 and shared >= HALF * min(end - start, last - first):
                    found.add(number)
        return found

    def places(self, quote: str) -> tuple[Interval, ...]:
        """Where a quote stands. A word or two that stand in many places ("English") are meant where they are half of
        what stands there, as an answer is; anywhere, if they are that nowhere."""
        places = locate(quote, self.document.text)
        if len(places) < 2 or len(quote.strip()) >= SHORT:
            return places
        return tuple(place for place in places if self._fills(place)) or places

    def _fills(self, place: Interval) -> bool:
        text = self.document.text
        for first, last in self.spans:
            label = text.rfind(":", first, place[0]) + 1  # "Who helps: Miss Frome" on one line
            within = min(place[1], last) - max(place[0], first)
            if within > 0 and within >= HALF * (last - max(first, label)):
                return True
        return False

    def score(self, quotes: Sequence[str], found: Iterable[Interval]) -> Score:
        """The found passages against gold quotes; a quote that the document's text has lost counts as missed."""
        places = [self.places(quote) for quote in quotes]
        gold = self.touched(place for spots in places for place in spots)
        said = self.touched(found)
        return Score(len(gold & said), len(said - gold), len(gold - said) + sum(not spots for spots in places))

    def traps(self, traps: Sequence[str], quotes: Sequence[str], found: Iterable[Interval]) -> tuple[int, int]:
        """How many of the traps were fallen into, and of how many. A sentence that also holds a quote is no trap."""
        gold = self.touched(place for quote in quotes for place in self.places(quote))
        said = self.touched(found)
        laid = [self.touched(self.places(trap)) - gold for trap in traps]
        return sum(bool(trap & said) for trap in laid), sum(bool(trap) for trap in laid)


def sentences_of(document: Document) -> Sentences:
    """The sentences of a document's body."""
    spans = [
        (block.start + sentence.start_char, block.start + sentence.end_char)
        for block in document.blocks
        if block.kind.is_body
        for sentence in _sentencizer()(document.text_of(block)).sents
        if sentence.text.strip()
    ]
    return Sentences(document, tuple(spans))


def locate(quote: str, text: str) -> tuple[Interval, ...]:
    """Where ``quote`` stands in ``text``, blind to spaces and kinds of quotation marks; the nearest place if none is
    exact and one is near enough; empty when it stands nowhere."""
    wanted = re.sub(r"\s+", " ", quote.translate(_PLAIN)).strip().strip("\"'. ").casefold()
    plain, offsets = _plain(text)
    if not wanted:
        return ()
    edge = (r"\b" if wanted[0].isalnum() else "", r"\b" if wanted[-1].isalnum() else "")
    hits = [match.span() for match in re.finditer(f"{edge[0]}{re.escape(wanted)}{edge[1]}", plain)]
    if not hits and len(wanted) >= 12:
        near = fuzz.partial_ratio_alignment(wanted, plain, score_cutoff=NEARLY)
        hits = [(near.dest_start, near.dest_end)] if near is not None else []
    return tuple((offsets[start], offsets[end - 1] + 1) for start, end in hits)


@lru_cache(maxsize=4)
def _plain(text: str) -> tuple[str, tuple[int, ...]]:
    """The text in plain small letters with single spaces, and each of its letters' offset in the text."""
    letters: list[str] = []
    offsets: list[int] = []
    for offset, letter in enumerate(text):
        for plain in letter.translate(_PLAIN).casefold():
            if plain.isspace():
                if letters and letters[-1] == " ":
                    continue
                plain = " "
            letters.append(plain)
            offsets.append(offset)
    return "".join(letters), tuple(offsets)


@cache
def _sentencizer() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp
