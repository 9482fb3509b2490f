"""The cue phrases of the voice, found once over a Doc by one PhraseMatcher and kept by kind."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TypeVar

import spacy
from pydantic import BaseModel, RootModel
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from pepinsight.data_files import Strict, load

GROUP = "pep_voice_words"


class Words(Strict):
    """One kind of cue: what it shows, and its phrases."""

    about: str
    phrases: tuple[str, ...]


class WordsFile(RootModel[dict[str, Words]]):
    """``data/voice.yaml``: cues by kind."""


File = TypeVar("File", bound=BaseModel)


@cache
def data_file(name: str, model: type[File]) -> File:
    """``data/<name>.yaml`` as ``model``, read once a process. Raises DataFileError for a bad file."""
    return load(Path(__file__).parents[1] / "data" / f"{name}.yaml", model)


@cache
def words_of(file: str) -> dict[str, Words]:
    """The cues of ``data/<file>.yaml`` by kind. Raises DataFileError for a bad file."""
    words: dict[str, Words] = data_file(file, WordsFile).root
    return words


def phrase_matcher(vocab: Vocab, file: str) -> PhraseMatcher:
    """One matcher over all kinds of a file, blind to case and to how a contraction is written."""
    nlp = spacy.blank("en", vocab=vocab)
    matcher = PhraseMatcher(vocab, attr="NORM")
    for kind, words in words_of(file).items():
        matcher.add(kind, [nlp.make_doc(phrase) for phrase in words.phrases])
    return matcher


class VoiceWords:
    """spaCy component ``pep_voice_words``: leaves the cues in ``doc.spans["pep_voice_words"]``, labelled by kind."""

    def __init__(self, vocab: Vocab) -> None:
        self.matcher = phrase_matcher(vocab, "voice")

    def __call__(self, doc: Doc) -> Doc:
        """Find the cues; the longest of one kind wins where they overlap."""
        by_kind: dict[str, list[Span]] = {}
        for span in self.matcher(doc, as_spans=True):
            by_kind.setdefault(span.label_, []).append(span)
        found = [span for spans in by_kind.values() for span in filter_spans(spans)]
        doc.spans[GROUP] = sorted(found, key=lambda span: (span.start, -span.end))
        return doc


@dataclass(frozen=True, slots=True)
class CueIndex:
    """The cues of a Doc by kind, as token intervals in order, for quick questions about a stretch of tokens."""

    intervals: dict[str, list[tuple[int, int]]]

    @classmethod
    def of(cls, doc: Doc) -> CueIndex:
        """The index of what ``pep_voice_words`` left."""
        intervals: dict[str, list[tuple[int, int]]] = {}
        for span in doc.spans.get(GROUP, ()):
            intervals.setdefault(span.label_, []).append((span.start, span.end))
        return cls(intervals)

    def within(self, kind: str, start: int, end: int) -> list[tuple[int, int]]:
        """The cues of ``kind`` that start in tokens ``start`` to ``end``."""
        all_of_kind = self.intervals.get(kind, [])
        first = bisect_left(all_of_kind, (start, 0))
        last = bisect_left(all_of_kind, (end, 0))
        return all_of_kind[first:last]

    def has(self, kind: str, start: int, end: int) -> bool:
        """Whether a cue of ``kind`` starts in tokens ``start`` to ``end``."""
        return bool(self.within(kind, start, end))


@Language.factory("pep_voice_words")
def create_voice_words(nlp: Language, name: str) -> VoiceWords:
    """Factory for ``nlp.add_pipe("pep_voice_words")``."""
    return VoiceWords(nlp.vocab)


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    phrases = sorted(words_of("voice")[kind].phrases, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, phrases)) + r")(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=2**13)
def stands_in(kind: str, words: str) -> bool:
    """Whether a cue of ``kind`` stands in a short piece of text that is not read as part of a Doc, such as a label."""
    return bool(words) and _pattern(kind).search(words) is not None
