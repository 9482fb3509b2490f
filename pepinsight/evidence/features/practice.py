"""Good practice that is counted: what targets are about, what the term's pupil premium comes to, what was ready before
the meeting, and whether the plan is written to the child (seed 003; seed 001, line 57)."""

from __future__ import annotations

from pepinsight.calendar import school_calendar
from pepinsight.evidence.cues import cues
from pepinsight.evidence.detail import answer_spans
from pepinsight.evidence.features.prompt import spoken_of
from pepinsight.evidence.language import LEAST, WRITTEN, to_and_about
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.evidence.said import counted, shown
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span
from pepinsight.plan.date_evidence import candidates
from pepinsight.plan.written_dates import dates_of

TARGETS = (Kind.TARGETS,)
_SHORTLY_BEFORE = 60  # days before the meeting within which a dated part was made ready for it


@once
def _targets_on(reading: Reading, kind: str) -> tuple[Span, ...]:
    cue, plan = cues("target_kinds")[kind], reading.plan
    named = ("subject", "why")
    return tuple(
        target.wording
        for target in plan.targets
        if cue.stands_at(plan, target.wording)
        or any(cue.stands_at(plan, span) for part, span in target.parts if part in named)
    )


@feature(
    "targets_on_learning",
    type=int,
    unit="targets",
    looked_in=TARGETS,
    describes="new targets on learning",
    source="seed 003, line 14",
)
def targets_on_learning(reading: Reading) -> Answer:
    return counted(_targets_on(reading, "learning"), "learning", "This target is on learning.")


@feature(
    "targets_child_centred",
    type=int,
    unit="targets",
    looked_in=TARGETS,
    describes="new targets on the child's social and emotional life",
    source="seed 003, line 14",
)
def targets_child_centred(reading: Reading) -> Answer:
    return counted(_targets_on(reading, "social"), "social", "This target is on the child's social or emotional life.")


@feature(
    "premium_planned_total",
    type=float,
    unit="£",
    looked_in=(Kind.TARGETS, Kind.PREMIUM),
    describes="pupil premium planned for the coming term, in pounds",
    source="seed 003, line 37",
)
def premium_planned_total(reading: Reading) -> Answer:
    """The sums set against new targets, else those that the plan gives for this term; None where it gives none."""
    plan = reading.plan
    set_against = [target for target in plan.targets if target.amount is not None]
    if set_against:
        total = sum(target.amount or 0.0 for target in set_against)
        return Answer(round(total, 2), shown(tuple(one.wording for one in set_against), "premium_sum", "Has a sum."))
    lines = [line for line in plan.premium if line.amount is not None and line.when == "this"]
    if not lines:
        return Answer(None)
    total = sum(line.amount or 0.0 for line in lines)
    return Answer(
        round(total, 2), tuple(Shown(line.span, "premium_sum", "A sum for the coming term.") for line in lines)
    )


@feature(
    "meeting_term",
    type=str,
    choices=("autumn", "spring", "summer"),
    looked_in=(Kind.FRONT, Kind.MEETING),
    describes="the school term of the meeting",
    source="seed 003, line 9",
)
def meeting_term(reading: Reading) -> Answer:
    """By the calendar; None where the meeting's day is not told or the calendar does not hold it."""
    day = reading.plan.dates.day
    term = school_calendar().term_of(day) if day is not None else None
    return Answer(term.name if term is not None and term.name in ("autumn", "spring", "summer") else None)


@feature(
    "meeting_dates_differ",
    type=bool,
    looked_in=(Kind.FRONT, Kind.MEETING, Kind.ATTENDEES),
    describes="another day given for the same meeting",
    source="seed 003, line 43",
)
def meeting_dates_differ(reading: Reading) -> Answer:
    """Whether the form gives two days, each with its year, for the meeting it records; None where it gives none."""
    plan, meeting = reading.plan, reading.plan.dates.meeting
    if meeting is None:
        return Answer(None)
    given = candidates(plan.document, plan.sections, plan.fields, plan.child.names)
    others = tuple(
        item.span
        for item in given
        if item.what == "meeting" and item.rank <= 1 and item.written.full not in (None, meeting)
    )
    return Answer(bool(others), tuple(Shown(span, "other_day", "Another day for the meeting.") for span in others))


def _register_ready(part: str, kinds: tuple[Kind, ...], title: str, source: str) -> None:
    @feature(f"{part}_ready_before_meeting", type=bool, looked_in=kinds, describes=title, source=source)
    def ready(reading: Reading) -> Answer:
        """By the days written in the part: one shortly before the meeting or on its day; None where none is dated."""
        plan, meeting = reading.plan, reading.plan.dates.meeting
        if meeting is None:
            return Answer(None)
        near: list[tuple[int, Span]] = []
        for span in answer_spans(reading, *kinds):
            for written in dates_of(plan.document, plan.quote(span)):
                day = written.full or written.near(meeting)
                if day is not None and abs((meeting - day).days) <= _SHORTLY_BEFORE:
                    near.append(((meeting - day).days, Span(span.start + written.start, span.start + written.end)))
        before = [span for days, span in near if days >= 0]
        dated = shown(tuple(span for _, span in near), "dated_part", "This part bears a day near the meeting.")
        return Answer(bool(before) if near else None, dated)


_register_ready("attainment", (Kind.ATTAINMENT,), "attainment dated before the meeting", "seed 003, line 16")
_register_ready("views", (Kind.VIEWS,), "the child's views dated before the meeting", "seed 003, line 18")


@feature(
    "targets_ready_before_meeting",
    type=bool,
    looked_in=(*TARGETS, Kind.MEETING),
    describes="targets drafted before the meeting",
    source="seed 003, line 14",
)
def targets_ready_before_meeting(reading: Reading) -> Answer:
    """True where the plan says so, else None: silence does not tell when they were drafted."""
    spans = spoken_of(reading, "targets_drafted_before")
    return Answer(True if spans else None, shown(spans, "drafted", "The targets were drafted before the meeting."))


@feature(
    "written_to_child",
    type=bool,
    looked_in=WRITTEN,
    describes="a plan written to the child",
    source="seed 001, line 57",
)
def written_to_child(reading: Reading) -> Answer:
    """Whether more sentences say "you" to the child than speak about them, quoted words apart. Advice only."""
    to, about = to_and_about(reading)
    return Answer(len(to) >= LEAST and len(to) > len(about))
