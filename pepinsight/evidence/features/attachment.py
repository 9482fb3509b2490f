"""Papers attached to a PEP: those read with it, and those said to be attached that nobody has seen.

Seeds 000, lines 47, 59 and 63; 001, line 55; 002, lines 231 and 242.
"""

from __future__ import annotations

from pepinsight.evidence.cues import cues
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.evidence.said import counted, said, says_none
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span
from pepinsight.plan.attachments import papers_named, papers_seen

ASKED = tuple(kind for kind in Kind if kind not in (Kind.GUIDANCE, Kind.QUALITY))
SOURCE = "seed 000, lines 47, 59 and 63; 001, line 55; 002, lines 231 and 242"
_BARE = 4
"""Words of an answer that only points at a paper: "see attached", "uploaded to documents"."""


@feature(
    "attachments_seen",
    type=int,
    unit="kinds of paper",
    looked_in=(Kind.ATTACHMENT,),
    describes="papers attached and read with the plan",
    source=SOURCE,
)
def attachments_seen(reading: Reading) -> Answer:
    """Files read with the plan or inserted in it, and pages copied in behind the form."""
    return counted(tuple(papers_seen(reading.plan).values()), "paper", "This paper was read with the plan.")


@feature(
    "attachments_not_seen",
    type=int,
    unit="statements",
    looked_in=ASKED,
    describes="papers said to be attached that were not seen",
    source=SOURCE,
)
def attachments_not_seen(reading: Reading) -> Answer:
    """Statements that a paper is attached, of which no such paper was read with the plan."""
    return Answer(
        len(unseen(reading)),
        tuple(
            Shown(span, "said_attached", "This is said to be attached; it was not seen.") for span in unseen(reading)
        ),
    )


@once
def unseen(reading: Reading) -> tuple[Span, ...]:
    """The statements that say that papers are attached of which at least one was not read, in reading order."""
    plan = reading.plan
    seen = set(papers_seen(plan))
    found = []
    for span in sorted(set(said(reading, "attached", *ASKED)), key=lambda span: span.start):
        section = plan.section_at(span.start)
        if section is not None and section.about is not None:
            continue  # what an attached paper says of its own papers
        if says_none(reading, _first_word(reading, span)) or _still_to_come(plan.quote(span)):
            continue  # "None on this occasion."
        named = set(papers_named(plan.quote(span))) or _asked_for(reading, span)
        bare = not named and len(plan.quote(span).split()) <= _BARE
        if named - seen or (bare and not seen):
            found.append(span)
    return tuple(found)


def _still_to_come(words: str) -> bool:
    """Whether the words say that the paper is not there yet, though the label asks what is attached."""
    cue = cues("sections")["attached"]
    return cue.exceptions is not None and bool(cue.exceptions.search(words)) and not cue.stands_in(words)


def _first_word(reading: Reading, span: Span) -> Span:
    return Span(span.start, span.start + len(reading.plan.quote(span).split()[0]))


def _asked_for(reading: Reading, span: Span) -> set[Kind]:
    """The papers that the label asks for which the statement answers ("Careers plan: attached")."""
    for item in reading.plan.fields:
        if item.value.start <= span.start and span.end <= item.value.end:
            return set(papers_named(reading.plan.quote(item.label)))
    return set()
