"""Language that cares: is the plan written to the child or about them, and which words label or keep a distance.

Advice to those who write, never a part of any rating (seed 001, line 57).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pepinsight.data_files import Strict, load
from pepinsight.evidence.cues import Cue, CueList, compiled
from pepinsight.evidence.detail import answer_spans
from pepinsight.evidence.known import known
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.evidence.voice.child_voice import GROUP as CHILD
from pepinsight.evidence.voice.quotes import quoted
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span

WRITTEN = tuple(
    kind for kind in Kind
    if kind not in (Kind.FRONT, Kind.ATTENDEES, Kind.SIGN_OFF, Kind.QUALITY, Kind.GUIDANCE, Kind.ATTACHMENT, Kind.VIEWS)
)  # fmt: skip
"""Where adults write in their own words: not names and dates, an officer's remarks, or other people's papers."""
SOURCE = "seed 001, line 57"
LEAST = 6
"""Sentences that speak to or of the child at least, before it is said to whom the plan is written."""
MOSTLY, RARELY = 0.7, 0.15
"""Shares of them that say "you" from which a plan is written to the child, and up to which it is written about them."""
_YOU = re.compile(r"(?<![\w’'-])(?:you|your|yours|yourself|you['’](?:re|ve|ll|d))(?![\w-])", re.IGNORECASE)


class Wording(Strict):
    """Words that label or distance, and what could stand instead."""

    say: tuple[str, ...]
    but_not: tuple[str, ...] = ()
    instead: str
    why: str = ""


class LanguageData(Strict):
    """data/language.yaml."""

    not_you: tuple[str, ...]
    words: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A wording of the list that stands in the plan: where, and the gentler words."""

    span: Span
    wording: Wording


@cache
def _data() -> tuple[LanguageData, tuple[tuple[Cue, Wording], ...], Cue]:
    data = load(Path(__file__).parent / "data" / "language.yaml", LanguageData)
    listed = tuple((compiled("language", CueList(say=one.say, but_not=one.but_not)), one) for one in data.words)
    return data, listed, compiled("not_you", CueList(say=data.not_you))


@once
def labelling(reading: Reading) -> tuple[Said, ...]:
    """The words of the list in what adults wrote, in reading order; the child's own words are the child's."""
    written = _adults(reading)
    starts = [span.start for span in written]
    found: list[Said] = []
    for cue, wording in _data()[1]:
        for match in cue.find_throughout(reading.plan):
            at = bisect_right(starts, match.start()) - 1
            if at >= 0 and match.end() <= written[at].end:
                found.append(Said(Span(match.start(), match.end()), wording))
    kept: list[Said] = []
    for said in sorted(found, key=lambda said: said.span.start - said.span.end):  # the longest first
        if not any(said.span.start < other.span.end and other.span.start < said.span.end for other in kept):
            kept.append(said)
    return tuple(sorted(kept, key=lambda said: said.span.start))


def wording_of(quote: str) -> Wording | None:
    """The entry of the list in which these words stand; None for words that are not in it."""
    return next((wording for cue, wording in _data()[1] if cue.pattern.search(quote)), None)


@once
def _adults(reading: Reading) -> tuple[Span, ...]:
    """What adults wrote, less the child's statements and what stands in quotation marks."""
    text = reading.plan.document.text
    spoken = [Span(one.start_char, one.end_char) for one in reading.found(CHILD)]
    left: list[Span] = []
    for span in answer_spans(reading, *WRITTEN):
        holes = [hole for hole in spoken if hole.start < span.end and hole.end > span.start]
        holes += [Span(one.start, one.end) for one in quoted(text[span.start : span.end], span.start)]
        left += _without(span, holes)
    return tuple(left)


def _without(span: Span, holes: list[Span]) -> Iterator[Span]:
    start = span.start
    for hole in sorted(holes, key=lambda hole: hole.start):
        if hole.start > start:
            yield Span(start, hole.start)
        start = max(start, hole.end)
    if start < span.end:
        yield Span(start, span.end)


@feature(
    "language_labels",
    type=int,
    unit="places",
    looked_in=WRITTEN,
    describes="places where the wording labels the child or keeps a distance",
    source=SOURCE,
)
def language_labels(reading: Reading) -> Answer:
    """Each place with the gentler words beside it."""
    said = labelling(reading)
    return Answer(len(said), tuple(Shown(one.span, "language", _advice(one.wording)) for one in said))


def _advice(wording: Wording) -> str:
    return " ".join(filter(None, [f"Gentler: {wording.instead}.", wording.why]))


@feature(
    "language_written_to",
    type=str,
    choices=("child", "both", "about"),
    looked_in=WRITTEN,
    describes="to whom the plan is written: to the child, about the child, or both",
    source=SOURCE,
)
def language_written_to(reading: Reading) -> Answer:
    """By the sentences that say "you" and those that name the child or say "she"; None where there are too few."""
    to, about = to_and_about(reading)
    if len(to) + len(about) < LEAST:
        return Answer(None)
    share = len(to) / (len(to) + len(about))
    if share >= MOSTLY:
        return Answer("child", _shown(to[:3], ()))
    if share <= RARELY:
        return Answer("about", _shown((), about[:3]))
    return Answer("both", _shown(to[:2], about[:2]))


def _shown(to: tuple[Span, ...], about: tuple[Span, ...]) -> tuple[Shown, ...]:
    return (
        *(Shown(span, "to_the_child", "This speaks to the child.") for span in to),
        *(Shown(span, "about_the_child", "This speaks of the child; 'you' would speak to them.") for span in about),
    )


@once
def to_and_about(reading: Reading) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The sentences of adults that say "you" to the child, and those that name the child or say "she" or "he"."""
    who = known(reading.doc)
    text = reading.plan.document.text
    named = [re.escape(name) for name in {*who.child, *(word for name in who.child for word in name.split())}]
    child = re.compile(rf"(?<!\w)(?:{'|'.join([*named, *who.pronouns, 'she', 'he'])})(?!\w)", re.IGNORECASE)
    sentences = [(sentence.start_char, sentence.end_char) for sentence in reading.doc.sents]
    to, about = [], []
    for span in _adults(reading):
        first = max(bisect_left(sentences, (span.start, 0)) - 1, 0)
        for start, end in sentences[first : bisect_left(sentences, (span.end, 0))]:
            part = max(start, span.start), min(end, span.end)
            said = text[slice(*part)]
            if _YOU.search(said) and not _data()[2].stands_in(said):
                to.append(Span(*part))
            elif child.search(said):
                about.append(Span(*part))
    return tuple(to), tuple(about)
