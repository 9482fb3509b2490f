"""What the minutes and the targets speak of: each topic of the rubrics' lists, and in how many statements."""

from __future__ import annotations

from pepinsight.evidence.cues import cues
from pepinsight.evidence.detail import facts_in, statement_spans, statements
from pepinsight.evidence.reading import Reading, once, to_span
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.evidence.said import said, whether
from pepinsight.evidence.taken_up import taken_up
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span

MINUTES = (Kind.MEETING, Kind.ACTIONS)
ABOUT_THE_MEETING = (*MINUTES, Kind.ATTENDEES, Kind.FRONT, Kind.UNRECOGNISED)
"""Where a plan may say that its meeting never was: also instead of a list of who came."""

_FEWEST_WORDS = 4
"""How many words a full sentence of the minutes has at least."""

TITLES = {
    "achievements": "achievements",
    "strengths": "strengths",
    "attainment": "attainment and progress",
    "attendance": "attendance and punctuality",
    "target_review": "the review of last term's targets",
    "new_targets": "new targets",
    "premium": "the use of pupil premium",
    "child_views": "the child's views",
    "carer_views": "the carer's views",
    "send": "special educational needs",
    "semh": "emotional well-being",
    "culture": "culture, religion or language",
    "peers": "friendships and peers",
    "concerns": "concerns",
    "professionals": "support by other professionals",
    "virtual_school": "the virtual school's support",
    "transition": "transition",
    "part_time": "part-time arrangements",
    "alternative": "alternative provision",
    "suspension": "suspensions or exclusions",
    "careers": "careers and next steps",
    "independence": "independence",
    "trauma": "trauma and attachment",
    "training": "staff training",
}

ALWAYS = ("achievements", "strengths", "attainment", "attendance", "target_review", "new_targets", "premium",
          "child_views", "carer_views")  # fmt: skip
"""What seed 000, line 68 wants in every PEP's minutes; PP+ from nursery to Year 11."""

VOICES = {"child_views": "child_voice", "carer_views": "carer_voice"}
"""Where the pipeline leaves what was said, by the topic that it raises in the minutes."""

WHERE_APPLICABLE = ("send", "semh", "culture", "peers", "concerns", "professionals", "virtual_school", "transition")
"""What the same line wants where it applies."""


@once
def raised_in(reading: Reading, topic: str, *kinds: Kind) -> tuple[Span, ...]:
    """The statements of these sections that raise ``topic``; minutes name it in a label as often as in a sentence."""
    return cues("topics")[topic].among(reading.plan, _all_statements(reading, *kinds))


@once
def _all_statements(reading: Reading, *kinds: Kind) -> tuple[Span, ...]:
    """The statements of these sections, labels among them, other than those that nobody answered."""
    asked = [item.label for item in reading.plan.fields if item.blank]
    return tuple(
        Span(start, end)
        for span in reading.plan.spans_of(*kinds)
        for start, end in statement_spans(reading, span)
        if not any(label.start <= start and end <= label.end + 2 for label in asked)
    )


@once
def dwelt_on(reading: Reading, topic: str, *kinds: Kind) -> tuple[Span, ...]:
    """The statements of these sections on ``topic``: those that raise it, and those that a label puts under it
    ("LEARNING. One step up since November.", a row that begins "Data"), whatever words they use."""
    plan, cue = reading.plan, cues("topics")[topic]
    found = dict.fromkeys(raised_in(reading, topic, *kinds))
    if not cue.may_stand_within(plan, 0, len(plan.document.text)):
        return ()
    answers = {item.value for item in plan.fields_of(*kinds) if not item.blank and cue.stands_at(plan, item.label)}
    rows: set[tuple[int, int | None]] = set()
    for passage, spans, row, label in _passages(reading, *kinds):
        opens = label is not None and cue.stands_at(plan, label)
        if opens and row is not None:
            rows.add(row)
        if opens or row in rows or passage in answers:
            found.update(dict.fromkeys(spans))
    return tuple(sorted(found, key=lambda span: span.start))


@once
def _passages(
    reading: Reading, *kinds: Kind
) -> list[tuple[Span, list[Span], tuple[int, int | None] | None, Span | None]]:
    """The passages of these sections, each with its statements, its table's row, and the first statement if it may be
    a label."""
    plan = reading.plan
    found = []
    for passage in plan.spans_of(*kinds):
        spans = [Span(*pair) for pair in statement_spans(reading, passage)]
        place = plan.document.blocks[plan.document.block_at(passage.start)].place
        row = None if place.table is None else (place.table, place.row)
        label = spans[0] if spans and len(plan.quote(spans[0]).split()) <= LABEL_WORDS else None
        found.append((passage, spans, row, label))
    return found


LABEL_WORDS = 4
"""Words up to which the first statement of a passage may be its label."""


OWN_PART = {
    "achievements": Kind.ACHIEVEMENTS,
    "attendance": Kind.ATTENDANCE,
    "attainment": Kind.ATTAINMENT,
    "target_review": Kind.PREVIOUS_TARGETS,
    "new_targets": Kind.TARGETS,
    "premium": Kind.PREMIUM,
    "child_views": Kind.VIEWS,
    "carer_views": Kind.CARER,
    "suspension": Kind.EXCLUSIONS,
    "send": Kind.SEND,
    "semh": Kind.SEMH,
    "careers": Kind.CAREERS,
}
"""The part of a plan that is about a topic alone."""


@once
def _told(reading: Reading, topic: str) -> tuple[Span, ...]:
    """Where the minutes raise a topic: by a cue, or in words that are those of its own part of the plan. The views of
    child and carer stand in them also as their own words alone."""
    voice = VOICES.get(topic)
    spoken = () if voice is None else tuple(to_span(span.sent) for span in reading.found(voice, *MINUTES))
    return tuple(dict.fromkeys((*raised_in(reading, topic, *MINUTES), *spoken, *_echoed(reading, topic))))


def _echoed(reading: Reading, topic: str) -> tuple[Span, ...]:
    """Where the minutes take up a topic in the words of its own part of the plan."""
    return taken_up(reading, OWN_PART[topic], *MINUTES) if topic in OWN_PART else ()


@once
def _minuted(reading: Reading, topic: str) -> tuple[Span, ...]:
    """The statements of the minutes on a topic: under its label, by a cue, or in the words of its own part."""
    found = {*dwelt_on(reading, topic, *MINUTES), *_echoed(reading, topic)}
    return tuple(sorted(found, key=lambda span: span.start))


@once
def targets_raising(reading: Reading, topic: str) -> tuple[Span, ...]:
    """The wordings of the new targets whose row raises ``topic``, else the words by which its own part of the plan says
    that a target takes it up ("see target 2")."""
    cue = cues("topics")[topic]
    plan = reading.plan
    raised = tuple(target.wording for target in plan.targets if any(cue.stands_at(plan, span) for span in target.row))
    if raised or not plan.targets or topic not in OWN_PART:
        return raised
    return said(reading, "points_to_target", OWN_PART[topic])


def _register(topic: str, title: str) -> None:
    source = "seed 000, lines 46-68"

    @feature(
        f"minutes_on_{topic}",
        type=int,
        unit="statements",
        looked_in=MINUTES,
        describes=f"statements on {title} in the minutes",
        source=source,
    )
    def minutes(reading: Reading) -> Answer:
        spans = _minuted(reading, topic)
        return Answer(len(spans), tuple(Shown(span, topic, f"The minutes speak of {title}.") for span in spans))

    @feature(
        f"minutes_facts_on_{topic}",
        type=int,
        unit="facts",
        looked_in=MINUTES,
        describes=f"checkable facts on {title} in the minutes",
        source=source,
    )
    def minutes_facts(reading: Reading) -> Answer:
        spans = _minuted(reading, topic)
        return Answer(len(set().union(*(facts_in(reading, reading.plan.quote(span)) for span in spans))))

    @feature(
        f"targets_on_{topic}",
        type=int,
        unit="targets",
        looked_in=(Kind.TARGETS,),
        describes=f"new targets on {title}",
        source=source,
    )
    def targets(reading: Reading) -> Answer:
        spans = targets_raising(reading, topic)
        return Answer(len(spans), tuple(Shown(span, topic, f"A new target speaks of {title}.") for span in spans))


for _topic, _title in TITLES.items():
    _register(_topic, _title)


@feature(
    "minutes_topics",
    type=int,
    unit="topics",
    looked_in=MINUTES,
    describes="of the nine topics that every PEP's minutes should hold",
    source="seed 000, line 68",
)
def minutes_topics(reading: Reading) -> Answer:
    return Answer(sum(bool(_told(reading, topic)) for topic in ALWAYS))


@feature(
    "minutes_sentences",
    type=int,
    unit="sentences",
    looked_in=MINUTES,
    describes="full sentences in the minutes, which no label or title is",
    source="seed 000, line 68",
)
def minutes_sentences(reading: Reading) -> Answer:
    text = reading.plan.document.text
    told = {text[said.start : said.end].strip() for said, _ in statements(reading, *MINUTES)}
    return Answer(sum(len(one.split()) >= _FEWEST_WORDS and one.endswith((".", "!")) for one in told))


@feature(
    "minutes_further_topics",
    type=int,
    unit="topics",
    looked_in=MINUTES,
    describes="of the eight topics that minutes should hold where they apply",
    source="seed 000, line 68",
)
def minutes_further_topics(reading: Reading) -> Answer:
    return Answer(sum(bool(_told(reading, topic)) for topic in WHERE_APPLICABLE))


@feature(
    "minutes_topics_in_detail",
    type=int,
    unit="topics",
    looked_in=MINUTES,
    describes="topics of the minutes with at least two checkable facts",
    source="seed 000, line 68",
)
def minutes_topics_in_detail(reading: Reading) -> Answer:
    told = {
        topic: set().union(*(facts_in(reading, reading.plan.quote(span)) for span in _told(reading, topic)))
        for topic in (*ALWAYS, *WHERE_APPLICABLE)
    }
    return Answer(sum(len(facts) >= ENOUGH for facts in told.values()))


ENOUGH = 2
"""Facts from which a topic counts as told in detail."""


@feature(
    "meeting_not_held",
    type=bool,
    looked_in=ABOUT_THE_MEETING,
    describes="words that the meeting did not take place",
    source="seed 000, line 68",
)
def meeting_not_held(reading: Reading) -> Answer:
    return whether(
        said(reading, "meeting_not_held", *ABOUT_THE_MEETING), "meeting_not_held", "The meeting did not take place."
    )
