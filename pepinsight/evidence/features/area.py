"""What a PEP says goes well, and what is hard, in learning and socially or emotionally (seed 001, lines 53 and 102)."""

from __future__ import annotations

from pepinsight.evidence.cues import cues
from pepinsight.evidence.detail import answer_spans, statement_spans
from pepinsight.evidence.features.eet import eet_barriers
from pepinsight.evidence.features.qualification import off_track
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, feature
from pepinsight.evidence.said import counted
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span

TOLD = (
    *(Kind.ATTAINMENT, Kind.MEETING, Kind.EDUCATION, Kind.ACHIEVEMENTS, Kind.SEND, Kind.SEMH, Kind.ATTENDANCE),
    Kind.UNRECOGNISED,
)
SOURCE = "seed 001, lines 53 and 102"
SHORTEST = 3
"""Words from which a statement tells of a strength or a difficulty; a bare adjective does not."""


@once
def _statements(reading: Reading) -> tuple[Span, ...]:
    """The statements of more than a few words."""
    return tuple(
        Span(start, end)
        for span in answer_spans(reading, *TOLD)
        for start, end in statement_spans(reading, span)
        if len(reading.plan.document.text[start:end].split()) >= SHORTEST
    )


def _hard(reading: Reading, about: str) -> tuple[Span, ...]:
    """The statements in which a difficulty stands beside what it is about."""
    both = (cues("areas")["difficulty"], cues("areas")[about])
    return tuple(span for span in _statements(reading) if all(cue.stands_at(reading.plan, span) for cue in both))


@feature("strengths_told", type=int, unit="statements", looked_in=TOLD, describes="strengths told", source=SOURCE)
def strengths_told(reading: Reading) -> Answer:
    """Strengths in so many words, and what went well."""
    any_of = (cues("areas")["strength"], cues("topics")["strengths"], cues("topics")["achievements"])
    spans = tuple(span for span in _statements(reading) if any(cue.stands_at(reading.plan, span) for cue in any_of))
    return counted(spans, "strength", "Tells of a strength.")


@feature(
    "learning_areas_told",
    type=int,
    unit="statements",
    looked_in=TOLD,
    describes="areas for development in learning",
    source=SOURCE,
)
def learning_areas_told(reading: Reading) -> Answer:
    """Statements on what is hard in learning, subjects off track, and what keeps somebody out of education."""
    rows = (row.subject for row in off_track(reading))
    kept_out = (one.span for one in eet_barriers(reading).shown)
    spans = tuple(dict.fromkeys((*_hard(reading, "learning"), *rows, *kept_out)))
    return counted(spans, "area", "Tells what is to be developed.")


@feature(
    "social_areas_told",
    type=int,
    unit="statements",
    looked_in=TOLD,
    describes="areas for social or emotional development",
    source=SOURCE,
)
def social_areas_told(reading: Reading) -> Answer:
    """Difficulties among people, and feelings that are hard in themselves."""
    feeling = cues("areas")["emotion"]
    felt = (span for span in _statements(reading) if feeling.stands_at(reading.plan, span))
    spans = tuple(dict.fromkeys((*_hard(reading, "social"), *felt)))
    return counted(spans, "area", "Tells what is hard socially or emotionally.")
