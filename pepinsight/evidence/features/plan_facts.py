"""Features that the recognised plan states outright, with the words that state them."""

from __future__ import annotations

from pepinsight.evidence.reading import Reading
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.plan import SectionKind


@feature(
    "year_group",
    type=int,
    unit="school year",
    looked_in=(SectionKind.FRONT, SectionKind.CARE, SectionKind.EDUCATION),
    describes="the school year (-1 nursery, 0 Reception)",
    source="seed 000, line 63",
)
def year_group(reading: Reading) -> Answer:
    """The year group the plan states or implies; None when it does neither."""
    return Answer(reading.plan.year_group)


@feature(
    "phase",
    type=str,
    choices=("EY", "SSA", "P16"),
    looked_in=(SectionKind.FRONT, SectionKind.CARE, SectionKind.EDUCATION),
    describes="the phase (early years, statutory school age, post-16)",
    source="seed 002, lines 8-10",
)
def phase(reading: Reading) -> Answer:
    """The phase the plan states or implies; None when it does neither."""
    return Answer(reading.plan.phase)


@feature(
    "attendance_per_cent",
    type=float,
    unit="%",
    looked_in=(SectionKind.ATTENDANCE, SectionKind.EDUCATION, SectionKind.MEETING),
    describes="attendance",
    source="seed 000, line 50",
)
def attendance_per_cent(reading: Reading) -> Answer:
    """Attendance in per cent; None where no figure is given."""
    span = reading.plan.attendance_span
    shown = (Shown(span, "attendance_figure", "The plan gives this figure for attendance."),) if span else ()
    return Answer(reading.plan.attendance, shown)


@feature(
    "new_targets",
    type=int,
    looked_in=(SectionKind.TARGETS,),
    describes="new targets",
    source="seed 000, line 54",
)
def new_targets(reading: Reading) -> Answer:
    """How many targets are set for the coming term."""
    targets = reading.plan.targets
    return Answer(len(targets), tuple(Shown(target.wording, "target_row", "A new target.") for target in targets))


@feature(
    "attainment_subjects",
    type=int,
    looked_in=(SectionKind.ATTAINMENT,),
    describes="subjects with a current level or grade",
    source="seed 000, line 51",
)
def attainment_subjects(reading: Reading) -> Answer:
    """How many subjects have a current working-at level, grade or comment."""
    rows = [row for row in reading.plan.attainment if any(name == "current" for name, _ in row.cells)]
    return Answer(len(rows), tuple(Shown(row.subject, "current_level", "This subject has a level.") for row in rows))
