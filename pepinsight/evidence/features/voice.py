"""The child's voice as features: what was said, how, where, and what the plan made of it (seed 000, line 47)."""

from __future__ import annotations

import re

from spacy.tokens import Span as DocSpan

from pepinsight.evidence.reading import Reading, once, to_span
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.evidence.voice.child_voice import GROUP, REFUSED
from pepinsight.evidence.voice.voice_links import linked_to_voice
from pepinsight.evidence.voice.voice_words import stands_in, words_of
from pepinsight.plan import SectionKind as Kind

SOURCE = "seed 000, line 47"
ANYWHERE = tuple(Kind)
MINUTES = (Kind.MEETING, Kind.ACTIONS)
TARGETS = (Kind.TARGETS,)
WITHOUT_WORDS = "non_verbal"
"""The rule of ``pep_speaker`` that takes up what a child shows when views are sought."""
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def reason_of(rule: str) -> str:
    """The plain sentence for a rule of ``pep_speaker``, as the data file has it."""
    return words_of("voice_reasons")[rule].about


def word_count(spans: tuple[DocSpan, ...]) -> int:
    """How many words these statements have."""
    return sum(len(_WORD.findall(span.text)) for span in spans)


@once
def distinct(reading: Reading, group: str, *kinds: Kind) -> tuple[DocSpan, ...]:
    """The statements of a group, one that stands twice word for word counted once."""
    seen: dict[str, DocSpan] = {}
    for span in reading.found(group, *kinds):
        seen.setdefault(" ".join(_WORD.findall(span.text.lower())) or span.text, span)
    return tuple(seen.values())


def _shown(spans: tuple[DocSpan, ...]) -> tuple[Shown, ...]:
    return tuple(Shown(to_span(span), span.label_, reason_of(span.label_)) for span in spans)


@feature("child_voice", type=bool, looked_in=ANYWHERE, describes="any word or sign of the child's own", source=SOURCE)
def child_voice(reading: Reading) -> Answer:
    """Whether the child's voice is recorded anywhere, with every statement as evidence."""
    spans = reading.found(GROUP)
    return Answer(bool(spans), _shown(spans))


@feature(
    "compliance_child_voice",
    type=bool,
    looked_in=ANYWHERE,
    describes="the child's voice, whatever its form",
    source="seed 000, lines 20-36",
)
def compliance_child_voice(reading: Reading) -> Answer:
    spans = reading.found(GROUP)
    return Answer(bool(spans), _shown(spans[:3]))


@feature(
    "child_voice_statements",
    type=int,
    unit="statements",
    looked_in=ANYWHERE,
    describes="different statements of the child's",
    source=SOURCE,
)
def child_voice_statements(reading: Reading) -> Answer:
    spans = distinct(reading, GROUP)
    return Answer(len(spans), _shown(spans))


@feature(
    "child_voice_words",
    type=int,
    unit="words",
    looked_in=ANYWHERE,
    describes="words in the child's statements",
    source=SOURCE,
)
def child_voice_words(reading: Reading) -> Answer:
    return Answer(word_count(distinct(reading, GROUP)))


@feature(
    "child_voice_in_views",
    type=int,
    unit="statements",
    looked_in=(Kind.VIEWS,),
    describes="the child's statements in the views part",
    source=SOURCE,
)
def child_voice_in_views(reading: Reading) -> Answer:
    return Answer(len(distinct(reading, GROUP, Kind.VIEWS)))


@feature(
    "child_voice_in_minutes",
    type=int,
    unit="statements",
    looked_in=MINUTES,
    describes="the child's statements in the minutes",
    source=SOURCE,
)
def child_voice_in_minutes(reading: Reading) -> Answer:
    spans = distinct(reading, GROUP, *MINUTES)
    return Answer(len(spans), _shown(spans))


@feature(
    "child_voice_in_targets",
    type=int,
    unit="statements",
    looked_in=TARGETS,
    describes="the child's statements passed on in the targets",
    source=SOURCE,
)
def child_voice_in_targets(reading: Reading) -> Answer:
    spans = distinct(reading, GROUP, *TARGETS)
    return Answer(len(spans), _shown(spans))


@feature(
    "child_voice_without_words",
    type=int,
    unit="statements",
    looked_in=ANYWHERE,
    describes="answers that the child gave without words",
    source="seed 002, lines 239-242",
)
def child_voice_without_words(reading: Reading) -> Answer:
    spans = tuple(span for span in distinct(reading, GROUP) if span.label_ == WITHOUT_WORDS)
    return Answer(len(spans), _shown(spans))


@feature(
    "child_voice_kinds",
    type=int,
    unit="ways",
    looked_in=ANYWHERE,
    describes="ways in which the child's voice was caught (quoted, reported, answered, shown without words)",
    source="seed 002, line 242",
)
def child_voice_kinds(reading: Reading) -> Answer:
    return Answer(len({span.label_ for span in reading.found(GROUP)}))


@feature(
    "child_voice_refused",
    type=bool,
    looked_in=(Kind.VIEWS, Kind.MEETING),
    describes="the child's refusal to give views",
    source=SOURCE,
)
def child_voice_refused(reading: Reading) -> Answer:
    """Whether it is recorded that the child would not give views."""
    spans = reading.found(REFUSED, Kind.VIEWS, Kind.MEETING)
    return Answer(bool(spans), _shown_refusal(spans))


@feature(
    "child_voice_attempts",
    type=int,
    unit="signs",
    looked_in=(Kind.VIEWS, Kind.MEETING),
    describes="signs that views were sought again or in another way after a refusal",
    source=SOURCE,
)
def child_voice_attempts(reading: Reading) -> Answer:
    """Counted only where the child declined: sentences of the views part that record another attempt."""
    if not reading.found(REFUSED, Kind.VIEWS, Kind.MEETING):
        return Answer(0)
    tried = tuple(s for s in reading.sentences(Kind.VIEWS, Kind.MEETING) if stands_in("attempt", s.text))
    return Answer(len(tried), tuple(Shown(to_span(s), "attempt", reason_of("attempt")) for s in tried))


def _shown_refusal(spans: tuple[DocSpan, ...]) -> tuple[Shown, ...]:
    return tuple(Shown(to_span(span), "refused", reason_of("refused")) for span in spans)


@feature(
    "views_discussed",
    type=int,
    unit="signs",
    looked_in=MINUTES,
    describes="signs in the minutes that the child's views were talked about",
    source=SOURCE,
)
def views_discussed(reading: Reading) -> Answer:
    """The child's statements in the minutes, and sentences there that say the views were read, heard or taken up."""
    spoken = distinct(reading, GROUP, *MINUTES)
    taken: set[int] = {span.sent.start for span in spoken}
    signs = tuple(
        sentence
        for sentence in reading.sentences(*MINUTES)
        if sentence.start not in taken
        and stands_in("views_shared", sentence.text)
        and stands_in("views_word", sentence.text)
    )
    told = tuple(Shown(to_span(s), "views_discussed", reason_of("views_discussed")) for s in signs)
    return Answer(len(spoken) + len(signs), (*_shown(spoken), *told))


@feature(
    "voice_acted_on",
    type=int,
    unit="targets",
    looked_in=(Kind.TARGETS, Kind.VIEWS, Kind.MEETING),
    describes="new targets that answer the child's voice",
    source=SOURCE,
)
def voice_acted_on(reading: Reading) -> Answer:
    """New targets tied to what the child said, with the words they answer."""
    linked = [link for link in linked_to_voice(reading) if link.linked]
    quotes = dict.fromkeys(link.quote for link in linked if link.quote)
    return Answer(len(linked), tuple(Shown(quote, "acted_on", reason_of("acted_on")) for quote in quotes))


@feature(
    "voice_acted_on_share",
    type=float,
    unit="share",
    looked_in=(Kind.TARGETS, Kind.VIEWS, Kind.MEETING),
    describes="the share of new targets that answer the child's voice",
    source=SOURCE,
)
def voice_acted_on_share(reading: Reading) -> Answer:
    """None where there is no new target."""
    links = linked_to_voice(reading)
    return Answer(sum(link.linked for link in links) / len(links) if links else None)
