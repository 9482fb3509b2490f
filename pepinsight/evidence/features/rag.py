"""The agreed level of concern, red, amber or green, for taking part and for well-being (seed 001, line 82)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pepinsight.evidence.cues import cues
from pepinsight.evidence.detail import answer_spans, statement_spans
from pepinsight.evidence.reading import Reading
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span

RATED = (Kind.MEETING, Kind.SEMH, Kind.EDUCATION, Kind.ATTENDANCE, Kind.ATTAINMENT, Kind.FRONT)
COLOURS = ("none", "red", "amber", "green")
_NEAR = 40
"""Characters between a colour and what it rates in a sentence."""


def _rating(reading: Reading, topic: str, kinds: tuple[Kind, ...] = RATED) -> Answer:
    """The colour in an answer whose label names the topic, else beside the topic's name in a sentence."""
    plan, about, colour = reading.plan, cues("rag")[topic], cues("rag")["colour"]
    for item in plan.fields_of(*kinds):
        if not item.blank and about.stands_at(plan, item.label):
            opening = re.split(r"[.,;:(\n]|\s[-–—]\s", plan.quote(item.value), maxsplit=1)[0]
            found = next(colour.find(opening), None)
            if found is not None:
                return _answer(found.group(), item.value, topic)
    text = plan.document.text
    for span in answer_spans(reading, *kinds):
        for start, end, limit in _with_colours_after(reading, span):
            pairs = [
                (max(place.start() - hue.end(), hue.start() - place.end()), hue.start() > place.start(), hue)
                for place in about.find_at(text, start, end)
                for hue in colour.find_at(text, start, end)
            ]
            near = [pair for pair in pairs if pair[0] <= limit]
            if near:
                return _answer(min(near, key=lambda pair: pair[:2])[2].group(), Span(start, end), topic)
    return Answer("none")


def _with_colours_after(reading: Reading, span: Span) -> Iterator[tuple[int, int, int]]:
    """Each statement's start and end, with the statement after it where that is a colour alone ("She has seen the
    nurse. Amber."), and how far off a colour may stand: anywhere in such a pair."""
    text, colour = reading.plan.document.text, cues("rag")["colour"].pattern
    found = [*statement_spans(reading, span)]
    for (start, end), (after, last) in pairwise([*found, (span.end, span.end)]):
        alone = colour.fullmatch(text[after:last].strip(" .\n")) is not None
        yield start, last if alone else end, last - start if alone else _NEAR


def _answer(colour: str, span: Span, topic: str) -> Answer:
    return Answer(colour.lower(), (Shown(span, f"rag_{topic}", "The agreed level of concern is given here."),))


@feature(
    "rag_participation",
    type=str,
    choices=COLOURS,
    looked_in=RATED,
    describes="the level of concern for participation",
    source="seed 001, line 82",
)
def rag_participation(reading: Reading) -> Answer:
    return _rating(reading, "participation")


@feature(
    "rag_wellbeing",
    type=str,
    choices=COLOURS,
    looked_in=RATED,
    describes="the level of concern for well-being",
    source="seed 001, line 82",
)
def rag_wellbeing(reading: Reading) -> Answer:
    """Also a rating in the part of the form on well-being, whose heading has named the topic."""
    found = _rating(reading, "wellbeing")
    return _rating(reading, "rating", (Kind.SEMH,)) if found.value == "none" else found
