"""Attainment: targets, current grades, on-track, earlier results, and whether they were talked about
(seed 000, lines 51 to 53)."""

from __future__ import annotations

import re

from pepinsight.evidence.cues import cues
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.evidence.said import counted, said, whether
from pepinsight.plan import AttainmentRow, Span
from pepinsight.plan import SectionKind as Kind

SOURCE = "seed 000, lines 51-53"
HERE = (Kind.ATTAINMENT,)


@once
def _rows_with(reading: Reading, column: str) -> tuple[AttainmentRow, ...]:
    return tuple(
        row
        for row in reading.plan.attainment
        if any(name == column or (column == "on_track" and _tells_course(reading, cell)) for name, cell in row.cells)
    )


def _tells_course(reading: Reading, cell: Span) -> bool:
    """Whether a cell says nothing but how the course goes ("behind"), whatever its column is called."""
    return bool(cues("sections")["on_track_answer"].pattern.fullmatch(reading.plan.quote(cell).strip(" .")))


def _share(reading: Reading, column: str) -> Answer:
    rows = reading.plan.attainment
    if not rows:
        return Answer(0.0)
    having = _rows_with(reading, column)
    shown = tuple(Shown(row.subject, f"{column}_filled", "This subject has an entry.") for row in having)
    return Answer(round(len(having) / len(rows), 3), shown)


@feature(
    "attainment_rows",
    type=int,
    unit="subjects",
    looked_in=HERE,
    describes="subjects in the attainment record",
    source=SOURCE,
)
def attainment_rows(reading: Reading) -> Answer:
    rows = reading.plan.attainment
    return Answer(len(rows), tuple(Shown(row.subject, "attainment_row", "A subject with its record.") for row in rows))


@feature(
    "attainment_current_share",
    type=float,
    unit="of subjects",
    looked_in=HERE,
    describes="share of subjects with a current grade",
    source=SOURCE,
)
def attainment_current_share(reading: Reading) -> Answer:
    return _share(reading, "current")


@feature(
    "attainment_target_share",
    type=float,
    unit="of subjects",
    looked_in=HERE,
    describes="share of subjects with a target grade",
    source=SOURCE,
)
def attainment_target_share(reading: Reading) -> Answer:
    return _share(reading, "target")


@feature(
    "attainment_track_share",
    type=float,
    unit="of subjects",
    looked_in=HERE,
    describes="share of subjects said to be on track or not",
    source=SOURCE,
)
def attainment_track_share(reading: Reading) -> Answer:
    return _share(reading, "on_track")


@feature("attainment_previous", type=bool, looked_in=HERE, describes="earlier key stage results", source=SOURCE)
def attainment_previous(reading: Reading) -> Answer:
    """An earlier result in the record's own column, or told in the text."""
    rows = _rows_with(reading, "previous")
    if rows:
        return Answer(True, tuple(Shown(row.subject, "previous_filled", "An earlier result is given.") for row in rows))
    return whether(said(reading, "previous_results", *HERE), "previous_results", "An earlier result is told.")


@feature(
    "attainment_in_words",
    type=int,
    unit="statements",
    looked_in=HERE,
    describes="statements on grades and scores outside a table",
    source=SOURCE,
)
def attainment_in_words(reading: Reading) -> Answer:
    inside = {span for row in reading.plan.attainment for _, span in row.cells}
    inside |= {row.subject for row in reading.plan.attainment}
    spans = tuple(
        span
        for span in said(reading, "grade", *HERE)
        if span not in inside and re.search(r"\d", reading.plan.quote(span))
    )
    return counted(spans, "grade", "A grade or score is told here.")


@feature(
    "attainment_ambition",
    type=int,
    unit="statements",
    looked_in=(*HERE, Kind.MEETING),
    describes="words on how target grades were set",
    source=SOURCE,
)
def attainment_ambition(reading: Reading) -> Answer:
    return counted(said(reading, "ambition", *HERE, Kind.MEETING), "ambition", "Says how the target grade was set.")
