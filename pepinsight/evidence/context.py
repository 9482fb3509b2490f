"""What turns a statement: denied, only supposed, of the past, or about somebody else.

This is the ConText algorithm (Harkema and others, 2009).
Cues, their direction, reach, terminators and pseudo phrases are data. Other features ask ``modifiers(span)``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from pepinsight.data_files import Strict, load
from pepinsight.evidence.sentences import Sentences

GROUP = "pep_context"


class Direction(Strict):
    """Cues that turn what stands on one side of them (or both), up to ``reach`` tokens away."""

    direction: Literal["forward", "backward", "both"]
    reach: int
    phrases: tuple[str, ...]


class Modifier(Strict):
    """One way of turning a statement, and the phrases that only look like its cues."""

    cues: tuple[Direction, ...]
    pseudo: tuple[str, ...]


class ContextFile(Strict):
    """``data/context.yaml``."""

    terminators: tuple[str, ...]
    modifiers: dict[str, Modifier]


@cache
def context_data() -> ContextFile:
    """The modifiers, read once a process. Raises DataFileError for a bad file."""
    return load(Path(__file__).parent / "data" / "context.yaml", ContextFile)


class Context:
    """spaCy component ``pep_context``: leaves the scope of each cue in ``doc.spans["pep_context"]``, labelled by kind.

    A scope starts beside its cue and ends at the sentence's end, at a terminator, or where the reach is used up.
    """

    def __init__(self, vocab: Vocab) -> None:
        blank = spacy.blank("en", vocab=vocab)
        self.matcher = PhraseMatcher(vocab, attr="NORM")
        self.rules: dict[str, tuple[str, Direction]] = {}
        data = context_data()
        self.matcher.add("terminator", [blank.make_doc(phrase) for phrase in data.terminators])
        for kind, modifier in data.modifiers.items():
            self.matcher.add(f"{kind}/pseudo", [blank.make_doc(phrase) for phrase in modifier.pseudo])
            for number, cues in enumerate(modifier.cues):
                self.rules[f"{kind}/{number}"] = (kind, cues)
                self.matcher.add(f"{kind}/{number}", [blank.make_doc(phrase) for phrase in cues.phrases])

    def __call__(self, doc: Doc) -> Doc:
        """Find the cues and lay out their scopes."""
        if not doc.has_annotation("SENT_START"):
            doc = Sentences()(doc)
        by_kind: dict[str, list[Span]] = {}
        ends: set[int] = set()
        for span in self.matcher(doc, as_spans=True):
            if span.label_ == "terminator":
                ends.add(span.start)
            else:
                by_kind.setdefault(span.label_.split("/")[0], []).append(span)
        scopes = []
        for spans in by_kind.values():
            for cue in filter_spans(spans):
                if cue.label_ in self.rules:
                    scopes += self._scopes(doc, cue, ends)
        doc.spans[GROUP] = sorted(scopes)
        return doc

    def _scopes(self, doc: Doc, cue: Span, ends: set[int]) -> list[Span]:
        kind, rule = self.rules[cue.label_]
        sentence = cue.sent
        found = []
        if rule.direction in ("forward", "both"):
            limit = min(sentence.end, cue.end + rule.reach)
            stop = next((at for at in range(cue.end, limit) if at in ends), limit)
            found.append((cue.end, stop))
        if rule.direction in ("backward", "both"):
            limit = max(sentence.start, cue.start - rule.reach)
            stop = next((at + 1 for at in range(cue.start - 1, limit - 1, -1) if at in ends), limit)
            found.append((stop, cue.start))
        return [Span(doc, start, end, label=kind) for start, end in found if end > start]


def modifiers(span: Span) -> frozenset[str]:
    """The kinds ("negated", "hypothetical", "historical", "other_person") whose scope covers the span's start."""
    scopes = span.doc.spans.get(GROUP, ())
    return frozenset(scope.label_ for scope in scopes if scope.start <= span.start < scope.end)


@Language.factory("pep_context", assigns=["doc.spans"])
def create_context(nlp: Language, name: str) -> Context:
    """Factory for ``nlp.add_pipe("pep_context")``."""
    return Context(nlp.vocab)
