"""What one part of a plan takes up from another, told by the words that are the other part's own.

Minutes seldom name a topic as a list of cues would: they speak of "the golden bookmark" or "her fingers group". Such
words stand in the part that the topic has to itself and hardly anywhere else, whoever wrote the plan.
"""

from __future__ import annotations

import re
from collections import Counter

from spacy.lang.en.stop_words import STOP_WORDS

from pepinsight.evidence.detail import answer_spans, statement_spans
from pepinsight.evidence.known import known
from pepinsight.evidence.reading import Reading, once
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span

PARTS = (Kind.ACHIEVEMENTS, Kind.ATTAINMENT, Kind.ATTENDANCE, Kind.PREVIOUS_TARGETS, Kind.TARGETS, Kind.PREMIUM,
         Kind.VIEWS, Kind.CARER, Kind.SEND, Kind.SEMH, Kind.CAREERS, Kind.EDUCATION, Kind.EXCLUSIONS)  # fmt: skip
"""The parts of a plan that are about one topic each."""

SHARED = 2
"""Words of its own that a statement must share with a part: one alone may be chance."""

KNOWN_TO = 2
"""Parts that may use a word which still counts as a part's own."""

_WORD = re.compile(r"[a-z][a-z’'-]{2,}|\d[\d.,:%/]*")
_STEM = 6
"""Letters by which a word is known, so that "reads" and "reading" are one, whatever its ending."""


@once
def taken_up(reading: Reading, part: Kind, *kinds: Kind) -> tuple[Span, ...]:
    """The statements of the sections of ``kinds`` that share at least two words with ``part`` which are its own."""
    own = _own_words(reading)[part]
    if not own:
        return ()
    return tuple(span for span, said in _said(reading, *kinds) if len(own & said) >= SHARED)


@once
def _said(reading: Reading, *kinds: Kind) -> tuple[tuple[Span, frozenset[str]], ...]:
    spans = (Span(*pair) for passage in answer_spans(reading, *kinds) for pair in statement_spans(reading, passage))
    return tuple((span, _words(reading, reading.plan.quote(span))) for span in spans)


@once
def _own_words(reading: Reading) -> dict[Kind, frozenset[str]]:
    """For each part its words that at most one other part uses."""
    said = {
        part: frozenset().union(*(_words(reading, reading.plan.quote(span)) for span in answer_spans(reading, part)))
        for part in PARTS
    }
    uses = Counter(word for words in said.values() for word in words)
    return {part: frozenset(word for word in words if uses[word] <= KNOWN_TO) for part, words in said.items()}


def _words(reading: Reading, text: str) -> frozenset[str]:
    """The stems of the words of ``text`` that tell anything, the child's names left out."""
    found = _WORD.findall(text.lower())
    return frozenset(word.rstrip(".,:/")[:_STEM] for word in found if word not in STOP_WORDS) - _names(reading)


@once
def _names(reading: Reading) -> frozenset[str]:
    return frozenset(word[:_STEM] for name in known(reading.doc).child for word in name.lower().split())
