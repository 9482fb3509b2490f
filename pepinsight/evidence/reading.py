"""A plan being read: the plan, one spaCy Doc over its text, and the previous term's plan if there is one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from pepinsight.once import Memo, once
from pepinsight.plan import Plan, SectionKind, Span

__all__ = ["Reading", "once", "to_span"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What feature functions read. ``doc.text == plan.document.text``, so there is one set of offsets.

    The pipeline's components leave what they found in ``doc.spans`` under their names (such as "child_voice").
    """

    plan: Plan
    doc: Doc
    previous: Plan | None = None
    memo: Memo = field(default_factory=Memo, repr=False, compare=False)

    def sentences(self, *kinds: SectionKind) -> Iterator[DocSpan]:
        """The sentences that start in sections of these kinds, headings left out; all sentences for no kinds."""
        if not kinds:
            yield from self.doc.sents
            return
        within = iter(self.plan.spans_of(*kinds))
        span = next(within, None)
        for sentence in self.doc.sents:
            while span is not None and span.end <= sentence.start_char:
                span = next(within, None)
            if span is None:
                return
            if span.start <= sentence.start_char:
                yield sentence

    def found(self, key: str, *kinds: SectionKind) -> tuple[DocSpan, ...]:
        """What a component left under ``key``, restricted to sections of these kinds when any are given."""
        group = self.doc.spans.get(key)
        if group is None:
            return ()
        if not kinds:
            return tuple(group)
        within = self.plan.spans_of(*kinds)
        return tuple(s for s in group if any(w.start <= s.start_char and s.end_char <= w.end for w in within))


def to_span(words: DocSpan) -> Span:
    """Offsets of spaCy words."""
    return Span(words.start_char, words.end_char)
