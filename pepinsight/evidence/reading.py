"""A plan being read: the plan, one spaCy Doc over its text, and the previous term's plan if there is one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from typing import Any, Concatenate, ParamSpec, TypeVar

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from pepinsight.plan import Plan, SectionKind, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """What feature functions read. ``doc.text == plan.document.text``, so there is one set of offsets.

    The pipeline's components leave what they found in ``doc.spans`` under their names (such as "child_voice").
    """

    plan: Plan
    doc: Doc
    previous: Plan | None = None
    memo: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)

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


Given = ParamSpec("Given")
Made = TypeVar("Made")


def once(work: Callable[Concatenate[Reading, Given], Made]) -> Callable[Concatenate[Reading, Given], Made]:
    """Do a piece of work once a reading and arguments: several features stand on the same passages."""

    def remembered(reading: Reading, /, *args: Given.args, **kwargs: Given.kwargs) -> Made:
        key = (work, args, tuple(sorted(kwargs.items()))) if kwargs else (work, args)
        if key not in reading.memo:
            reading.memo[key] = work(reading, *args, **kwargs)
        made: Made = reading.memo[key]
        return made

    return remembered


def to_span(words: DocSpan) -> Span:
    """Offsets of spaCy words."""
    return Span(words.start_char, words.end_char)
