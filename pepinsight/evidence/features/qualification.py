"""Courses past sixteen: English and maths with their level, progress per subject, and what is done where a subject is
off track (seed 001, lines 53 to 72)."""

from __future__ import annotations

import re

from pepinsight.evidence.cues import cues
from pepinsight.evidence.detail import answer_spans, statement_spans, statements
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, feature
from pepinsight.evidence.said import counted, shown, whether
from pepinsight.plan import AttainmentRow, Span
from pepinsight.plan import SectionKind as Kind

COURSES = (Kind.ATTAINMENT, Kind.EDUCATION, Kind.CAREERS)
HERE = (Kind.ATTAINMENT,)
_FILE = "qualifications"
_WORD = re.compile(r"[^\W\d_]{3,}|[A-Z]\d+|\bunit \d+", re.IGNORECASE)
_STEM = 5  # letters of a subject's name by which another form of it is known ("engineering", "engineer")


def _cell(reading: Reading, row: AttainmentRow, name: str) -> str:
    """The latest cell of this kind, "" where none is filled."""
    found = [span for kind, span in row.cells if kind == name]
    return reading.plan.quote(found[-1]) if found else ""


def _record(reading: Reading, row: AttainmentRow) -> str:
    return " ".join(reading.plan.quote(span) for span in (row.subject, *(span for _, span in row.cells)))


@once
def _core(reading: Reading, subject: str) -> tuple[Span, ...]:
    """Where English or maths stands with its level: a row of the record, or a statement."""
    name, level = cues(_FILE)[subject], cues(_FILE)["level"]
    plan = reading.plan
    rows = tuple(
        row.subject
        for row in plan.attainment
        if name.stands_at(plan, row.subject)
        and (level.stands_in(_record(reading, row)) or _cell(reading, row, "level"))
    )
    asked = (
        item.value
        for item in plan.fields_of(*COURSES)
        if not item.blank
        and name.stands_at(plan, item.label)
        and level.stands_in(f"{plan.quote(item.label)} {plan.quote(item.value)}")
    )
    told = (
        span for span, _ in statements(reading, *COURSES) if name.stands_at(plan, span) and level.stands_at(plan, span)
    )
    return rows or tuple(dict.fromkeys((*asked, *told)))


def _register_core(subject: str, title: str) -> None:
    @feature(
        f"{subject}_level_recorded",
        type=bool,
        looked_in=COURSES,
        describes=f"the level or qualification in {title}",
        source="seed 001, line 57",
    )
    def recorded(reading: Reading) -> Answer:
        return whether(_core(reading, subject), f"{subject}_level", f"Tells the level or qualification in {title}.")


_register_core("english", "English")
_register_core("maths", "maths")


@feature(
    "attainment_level_share",
    type=float,
    unit="of subjects",
    looked_in=HERE,
    describes="share of courses with their level",
    source="seed 001, lines 55 to 57",
)
def attainment_level_share(reading: Reading) -> Answer:
    """The course's own column, or a level in its name."""
    rows, level = reading.plan.attainment, cues(_FILE)["level"]
    if not rows:
        return Answer(None)
    having = [row for row in rows if _cell(reading, row, "level") or level.stands_at(reading.plan, row.subject)]
    return Answer(
        round(len(having) / len(rows), 3), shown(tuple(row.subject for row in having), "level", "Its level is given.")
    )


@feature(
    "attainment_progress_share",
    type=float,
    unit="of subjects",
    looked_in=HERE,
    describes="share of subjects with their progress since the last PEP",
    source="seed 001, line 55",
)
def attainment_progress_share(reading: Reading) -> Answer:
    rows = reading.plan.attainment
    if not rows:
        return Answer(None)
    having = [row for row in rows if _cell(reading, row, "progress") or _cell(reading, row, "previous")]
    return Answer(
        round(len(having) / len(rows), 3),
        shown(tuple(row.subject for row in having), "progress", "Its progress is given."),
    )


@feature(
    "course_at_level_one",
    type=bool,
    looked_in=COURSES,
    describes="a course at Level 1 or above",
    source="seed 001, line 43",
)
def course_at_level_one(reading: Reading) -> Answer:
    """Then the young person needs to be assessed for exam arrangements."""
    cue, plan = cues(_FILE)["qualification"], reading.plan
    rows = tuple(
        row.subject for row in plan.attainment if cue.stands_in(_record(reading, row)) or _is_level(reading, row)
    )
    if rows:
        return whether(rows, "course_level", "A course at Level 1 or above.")
    spans = tuple(span for span, _ in statements(reading, Kind.EDUCATION) if cue.stands_at(plan, span))
    return whether(spans, "course_level", "A course at Level 1 or above.")


def _is_level(reading: Reading, row: AttainmentRow) -> bool:
    return re.fullmatch(r"[1-8]", _cell(reading, row, "level").strip()) is not None


@once
def off_track(reading: Reading) -> tuple[AttainmentRow, ...]:
    """The subjects that are said to be off track, or to make less than expected progress, by their latest entry."""
    no, less = cues(_FILE)["on_track_no"], cues(_FILE)["less_progress"]
    found = []
    for row in reading.plan.attainment:
        track = re.match(r"[^.,;(]*", _cell(reading, row, "on_track"))
        entries = " ".join(_cell(reading, row, name) for name in ("progress", "current", "previous"))
        if (track is not None and no.stands_in(track.group())) or less.stands_in(entries):
            found.append(row)
    return tuple(found)


@feature(
    "subjects_off_track",
    type=int,
    unit="subjects",
    looked_in=HERE,
    describes="subjects off track or with less than expected progress",
    source="seed 001, line 55",
)
def subjects_off_track(reading: Reading) -> Answer:
    return counted(tuple(row.subject for row in off_track(reading)), "off_track", "This subject is off track.")


@feature(
    "off_track_without_help",
    type=int,
    unit="subjects",
    looked_in=(*HERE, Kind.TARGETS),
    describes="subjects off track for which no intervention is told and no target set",
    source="seed 001, line 55",
)
def off_track_without_help(reading: Reading) -> Answer:
    """Help may stand in the subject's own row, in a statement that names it, or in a target."""
    refused, plan = cues(_FILE)["no_help"].pattern, reading.plan
    rows = []
    for row in off_track(reading):
        help_told = (_cell(reading, row, "intervention") or _cell(reading, row, "comment")).strip(" .")
        inside = {row.subject, *(span for _, span in row.cells)}
        elsewhere = any(
            names_subject(reading, row.subject, plan.document.text[start:end])
            for span in answer_spans(reading, *HERE, Kind.MEETING)
            if span not in inside
            for start, end in statement_spans(reading, span)
        )
        if not (help_told and not refused.fullmatch(help_told)) and not elsewhere and not _has_target(reading, row):
            rows.append(row.subject)
    return counted(tuple(rows), "off_track", "This subject is off track, and nothing is said to be done for it.")


@feature(
    "off_track_without_target",
    type=int,
    unit="subjects",
    looked_in=(*HERE, Kind.TARGETS),
    describes="subjects off track that no new target takes up",
    source="seed 001, lines 55 and 103",
)
def off_track_without_target(reading: Reading) -> Answer:
    rows = tuple(row.subject for row in off_track(reading) if not _has_target(reading, row))
    return counted(rows, "off_track", "This subject is off track, and no new target takes it up.")


def _has_target(reading: Reading, row: AttainmentRow) -> bool:
    plan = reading.plan
    return any(
        names_subject(reading, row.subject, " ".join(plan.quote(span) for span in target.row))
        for target in plan.targets
    )


def names_subject(reading: Reading, subject: Span, text: str) -> bool:
    """Whether ``text`` speaks of the subject: by a telling word of its name, or as English or maths by another word."""
    name = reading.plan.quote(subject)
    if any(cues(_FILE)[core].stands_in(name) and cues(_FILE)[core].stands_in(text) for core in ("english", "maths")):
        return True
    common = cues(_FILE)["common"].pattern
    words = [word.group() for word in _WORD.finditer(name) if not common.fullmatch(word.group())]
    return any(re.search(rf"\b{re.escape(word[:_STEM] if word.isalpha() else word)}", text, re.I) for word in words)
