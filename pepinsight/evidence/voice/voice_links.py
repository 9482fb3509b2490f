"""Which new targets answer the child's voice: likeness to what was said, and words that say so outright.

Likeness is the cosine of character 3- to 5-grams between a target's whole row and all that the child said, taken
together; it bears misspelling and inflection. The threshold is a choice of this product, a single rounded number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pepinsight.evidence.reading import Reading, once, to_span
from pepinsight.evidence.thread import links, nearness_to_all
from pepinsight.evidence.voice.child_voice import GROUP
from pepinsight.evidence.voice.voice_words import stands_in
from pepinsight.plan import Span

ALIKE = 0.11
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class VoiceLink:
    """A target's tie to the child's voice: ``score`` 0 to 1, whether it is held to answer it, and the nearest words.

    ``outright`` is True where the row itself passes on the child's words or says that the child asked for it.
    """

    linked: bool
    score: float
    outright: bool
    quote: Span | None


@once
def linked_to_voice(reading: Reading) -> tuple[VoiceLink, ...]:
    """One tie for each new target, in order. Without a word of the child's none is linked."""
    rows = [target.row or (target.wording,) for target in reading.plan.targets]
    spoken = reading.found(GROUP)
    elsewhere = tuple(to_span(s) for s in spoken if not _inside(to_span(s), rows) and _WORD.search(s.text))
    found = []
    nearest_words = (nearest for _, nearest in links(reading, elsewhere))
    wordings = {target.wording for target in reading.plan.targets}
    for row, score, nearest in zip(rows, nearness_to_all(reading, elsewhere), nearest_words, strict=True):
        beside = tuple(span for span in row if span not in wordings)  # "Zia will ask for a break" is nobody's word
        own = next((to_span(s) for s in spoken if _inside(to_span(s), [beside])), None)
        said_so = any(stands_in("answers_voice", reading.plan.quote(span)) for span in row)
        outright = own is not None or (said_so and bool(spoken))
        found.append(VoiceLink(outright or score >= ALIKE, score, outright, own or nearest))
    return tuple(found)


def _inside(span: Span, rows: list[tuple[Span, ...]]) -> bool:
    return any(part.start <= span.start and span.end <= part.end for row in rows for part in row)
