"""What a PEP says goes well, and what is hard, in learning and socially or emotionally (seed 001, lines 53 and 102)."""

from __future__ import annotations

from bisect import bisect_right

from pepinsight.documents import BlockKind
from pepinsight.evidence.cues import Cue, cues
from pepinsight.evidence.detail import answer_spans, statement_spans
from pepinsight.evidence.features.eet import eet_barriers
from pepinsight.evidence.features.qualification import off_track
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, feature
from pepinsight.evidence.said import counted, says_none
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span

TOLD = (
    *(Kind.ATTAINMENT, Kind.MEETING, Kind.EDUCATION, Kind.ACHIEVEMENTS, Kind.SEND, Kind.SEMH, Kind.ATTENDANCE),
    Kind.UNRECOGNISED,
)
SOURCE = "seed 001, lines 53 and 102"
SHORTEST = 3
"""Words from which a statement tells of a strength or a difficulty by itself; under a title of either, one will do."""
TITLES = ("strength_title", "difficulty_title")
OWN_PART = {"learning": (Kind.ATTAINMENT, "social"), "social": (Kind.SEMH, "learning")}
"""The part of a plan that is about such an area alone, and the other area."""
LONGEST_TITLE = 8
"""Words of a title; a longer one asks several things at once."""


@once
def _statements(reading: Reading) -> tuple[Span, ...]:
    """The statements of these parts, of whatever length."""
    return tuple(
        Span(start, end) for span in answer_spans(reading, *TOLD) for start, end in statement_spans(reading, span)
    )


def _says(reading: Reading, span: Span, *any_of: Cue) -> bool:
    """Whether the statement is more than a few words and one of the cues stands in it."""
    long_enough = len(reading.plan.quote(span).split()) >= SHORTEST
    return long_enough and any(cue.stands_at(reading.plan, span) for cue in any_of)


@once
def _titled(reading: Reading, cue: str) -> tuple[Span, ...]:
    """What stands under a short title that speaks of strengths alone or of difficulty alone (``cue``): an answer
    beside its label, the cells below the title of their column, the paragraphs below a heading. In reading order,
    none within another."""
    plan, document = reading.plan, reading.plan.document
    pattern = cues("areas")[cue]
    other = cues("areas")[next(title for title in TITLES if title != cue)]

    def says(title: Span) -> bool:
        short = len(plan.quote(title).split()) <= LONGEST_TITLE
        return short and pattern.stands_at(plan, title) and not other.stands_at(plan, title)

    spans = [item.value for item in plan.fields if not item.blank and says(item.label)]
    blocks = [Span(block.start, block.end) for block in document.blocks]
    for table in document.tables:
        titles = {
            column
            for (row, column), inside in table.cells.items()
            if not row and any(says(blocks[at]) for at in inside)
        }
        spans += [
            blocks[at] for (row, column), inside in table.cells.items() if row and column in titles for at in inside
        ]
    under = False
    for block, place in zip(document.blocks, blocks, strict=True):
        if block.kind is BlockKind.HEADING:
            under = says(place)
        elif under and block.kind.is_body:
            spans.append(place)
    apart: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
    return tuple(apart)


@once
def _under(reading: Reading, cue: str) -> frozenset[Span]:
    """The statements under such a title that do not open by saying that there is none."""
    titled, none = _titled(reading, cue), cues("qualifications")["no_help"].pattern
    starts = [span.start for span in titled]
    found: set[Span] = set()
    for span in _statements(reading):
        at = bisect_right(starts, span.start) - 1
        if at < 0 or span.start >= titled[at].end or says_none(reading, span):
            continue
        if none.fullmatch(reading.plan.quote(span).strip(" .")) is None:
            found.add(span)
    return frozenset(found)


def _hard(reading: Reading, about: str) -> tuple[Span, ...]:
    """The statements that speak of this and in which a difficulty stands, or which stand under its title. What is hard
    in the part on attainment is about learning, and in the part on well-being about feelings and people, whatever its
    words, unless they are those of the other."""
    plan, areas, titled = reading.plan, cues("areas"), _under(reading, "difficulty_title")
    (part, other) = OWN_PART[about]
    own = plan.spans_of(part)

    def about_this(span: Span) -> bool:
        if areas[about].stands_at(plan, span):
            return True
        within = any(one.start <= span.start < one.end for one in own)
        return within and not areas[other].stands_at(plan, span)

    return tuple(
        span
        for span in _statements(reading)
        if (span in titled or _says(reading, span, areas["difficulty"])) and about_this(span)
    )


@feature("strengths_told", type=int, unit="statements", looked_in=TOLD, describes="strengths told", source=SOURCE)
def strengths_told(reading: Reading) -> Answer:
    """Strengths in so many words or under their title, and what went well."""
    any_of = (cues("areas")["strength"], cues("topics")["strengths"], cues("topics")["achievements"])
    titled = _under(reading, "strength_title")
    spans = tuple(span for span in _statements(reading) if span in titled or _says(reading, span, *any_of))
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
    felt = (span for span in _statements(reading) if _says(reading, span, feeling))
    spans = tuple(dict.fromkeys((*_hard(reading, "social"), *felt)))
    return counted(spans, "area", "Tells what is hard socially or emotionally.")
