"""The carer's and parents' voice as features (seed 000, lines 66 and 67), and words of harm for the reviewer."""

from __future__ import annotations

from spacy.tokens import Span as DocSpan

from pepinsight.evidence.features.voice import ANYWHERE, MINUTES, distinct, reason_of, word_count
from pepinsight.evidence.hollow import is_hollow
from pepinsight.evidence.reading import Reading, to_span
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.evidence.safeguarding import BACKGROUND, harms
from pepinsight.evidence.safeguarding import GROUP as HARM
from pepinsight.evidence.voice.carer_voice import DECLINED, GROUP
from pepinsight.evidence.voice.voice_words import stands_in
from pepinsight.plan import SectionKind as Kind

SOURCE = "seed 000, lines 66-67"


def from_home(reading: Reading, *kinds: Kind) -> tuple[DocSpan, ...]:
    """The different statements from home that say something: praise alone shows that somebody spoke, no more."""
    return tuple(s for s in distinct(reading, GROUP, *kinds) if not is_hollow(reading, s.start_char, s.end_char))


def _shown(spans: tuple[DocSpan, ...]) -> tuple[Shown, ...]:
    return tuple(Shown(to_span(s), s.label_, reason_of(f"carer_{s.label_}")) for s in spans)


@feature("carer_voice", type=bool, looked_in=ANYWHERE, describes="any view, report or offer from home", source=SOURCE)
def carer_voice(reading: Reading) -> Answer:
    """Whether a carer or parent speaks anywhere, with every statement as evidence."""
    spans = reading.found(GROUP)
    return Answer(bool(spans), _shown(spans))


@feature(
    "compliance_carer_views",
    type=bool,
    looked_in=ANYWHERE,
    describes="the carer's views, or their refusal with its reason",
    source="seed 000, lines 20-36",
)
def compliance_carer_views(reading: Reading) -> Answer:
    """True for a refusal too, when it is recorded (gold convention 12)."""
    spans, declined = reading.found(GROUP), reading.found(DECLINED)
    refusals = tuple(Shown(to_span(s), "refused", reason_of("carer_refused")) for s in declined)
    return Answer(bool(spans or declined), (*_shown(spans[:3]), *refusals[:1]))


@feature(
    "carer_voice_statements",
    type=int,
    unit="statements",
    looked_in=ANYWHERE,
    describes="different statements from home",
    source=SOURCE,
)
def carer_voice_statements(reading: Reading) -> Answer:
    spans = from_home(reading)
    return Answer(len(spans), _shown(spans))


@feature(
    "carer_voice_words",
    type=int,
    unit="words",
    looked_in=ANYWHERE,
    describes="words in the statements from home",
    source=SOURCE,
)
def carer_voice_words(reading: Reading) -> Answer:
    return Answer(word_count(from_home(reading)))


@feature(
    "carer_contributed_in_meeting",
    type=int,
    unit="statements",
    looked_in=MINUTES,
    describes="the carer's statements in the minutes",
    source=SOURCE,
)
def carer_contributed_in_meeting(reading: Reading) -> Answer:
    spans = from_home(reading, *MINUTES)
    return Answer(len(spans), _shown(spans))


@feature(
    "carer_declined",
    type=bool,
    looked_in=(Kind.CARER, Kind.MEETING, Kind.ATTENDEES),
    describes="the carer's refusal to give views, as it is noted",
    source=SOURCE,
)
def carer_declined(reading: Reading) -> Answer:
    spans = reading.found(DECLINED)
    return Answer(bool(spans), tuple(Shown(to_span(s), "refused", reason_of("carer_refused")) for s in spans))


@feature(
    "carer_offers_support",
    type=int,
    unit="statements",
    looked_in=ANYWHERE,
    describes="what the carer does or offers to do for the child's education",
    source=SOURCE,
)
def carer_offers_support(reading: Reading) -> Answer:
    spans = tuple(s for s in distinct(reading, GROUP) if s.label_ == "offer" or stands_in("supports_learning", s.text))
    return Answer(len(spans), tuple(Shown(to_span(s), "offer", reason_of("carer_offer")) for s in spans))


@feature(
    "carer_present",
    type=bool,
    looked_in=(Kind.ATTENDEES, Kind.MEETING),
    describes="a carer or parent at the meeting",
    source=SOURCE,
)
def carer_present(reading: Reading) -> Answer:
    """None where the plan lists no carer at all."""
    carers = [person for person in reading.plan.people if person.role in ("carer", "parent")]
    there = [person for person in carers if person.present]
    shown = tuple(Shown(p.span, "attended", f"{p.name} was there.") for p in there)
    if not carers or all(person.present is None for person in carers):
        return Answer(None)
    return Answer(bool(there), shown)


@feature(
    "safeguarding_mentions",
    type=int,
    unit="mentions",
    looked_in=ANYWHERE,
    describes="words of harm that a person should look at now; they count in no rating",
    source="seed 000, lines 20-36",
)
def safeguarding_mentions(reading: Reading) -> Answer:
    """Mentions of present harm are counted; those of the past are shown as background and not counted."""
    spans = reading.found(HARM)
    now = [span for span in spans if span.id_ != BACKGROUND]
    shown = tuple(
        Shown(
            to_span(span.sent),
            f"{BACKGROUND}_{span.label_}" if span.id_ == BACKGROUND else span.label_,
            f"Words of {harms()[span.label_].about}"
            + (", told of the past or as the reason for care." if span.id_ == BACKGROUND else ": look at this first."),
        )
        for span in spans
    )
    return Answer(len(now), shown)
