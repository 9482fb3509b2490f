"""What a PEP's days come to, as features: one for each window of ``data/timing.yaml`` that measures one, and others."""

from __future__ import annotations

from pepinsight.calendar import school_calendar
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.evidence.timing import Timing, timings
from pepinsight.evidence.timing_data import SchoolDay, Window, timing_data
from pepinsight.evidence.timing_days import is_first, was_emergency
from pepinsight.plan import PlanKind
from pepinsight.plan import SectionKind as Kind

DATED = (Kind.FRONT, Kind.CARE, Kind.MEETING, Kind.SIGN_OFF)


@once
def _timed(reading: Reading) -> tuple[Timing, ...]:
    return timings(reading.plan, reading.previous)


def _of(reading: Reading, id: str) -> Timing | None:
    return next((item for item in _timed(reading) if item.id == id), None)


def _shown(timing: Timing) -> tuple[Shown, ...]:
    """The days of a window where they are written, each with what the window comes to."""
    return tuple(Shown(span, timing.id, f"{timing.title}: {timing.says}.") for span in timing.spans)


def _register_window(window: Window) -> None:
    assert window.measures is not None

    @feature(
        window.measures,
        type=int,
        unit=window.unit.replace("_", " "),
        looked_in=DATED,
        describes=window.describes,
        source=window.source,
    )
    def measure(reading: Reading) -> Answer:
        timing = _of(reading, window.id)
        if timing is None or timing.within is None:
            return Answer(None, _shown(timing) if timing is not None else ())
        return Answer(timing.days, _shown(timing))


def _register_school_day(asked: SchoolDay) -> None:
    @feature(asked.measures, type=bool, looked_in=DATED, describes=asked.describes, source=asked.source)
    def measure(reading: Reading) -> Answer:
        timing = _of(reading, asked.id)
        if timing is None or timing.within is None:
            return Answer(None)
        return Answer(not timing.within, _shown(timing))


for _window in timing_data().windows:
    if _window.measures is not None:
        _register_window(_window)
for _asked in timing_data().school_days:
    _register_school_day(_asked)


@feature(
    "completed_before_meeting",
    type=bool,
    looked_in=DATED,
    describes="a day of completion that comes before the meeting",
    source="seed 003, line 41",
)
def completed_before_meeting(reading: Reading) -> Answer:
    """None where either day is not told."""
    timing = _of(reading, "completed")
    if timing is None or timing.start is None or timing.end is None:
        return Answer(None)
    return Answer(timing.end < timing.start, _shown(timing))


@feature(
    "first_pep",
    type=bool,
    looked_in=DATED,
    describes="the child's first PEP",
    source="seed 001, line 3",
)
def first_pep(reading: Reading) -> Answer:
    """It says so, or it was held soon after care began with none before it; None where that cannot be told."""
    return Answer(is_first(reading.plan))


@feature(
    "emergency_placement",
    type=bool,
    looked_in=(Kind.CARE, Kind.CARE_PLAN, Kind.FRONT),
    describes="a placement in an emergency, before a first PEP",
    source="seed 002, lines 4 and 103",
)
def emergency_placement(reading: Reading) -> Answer:
    """An emergency of years ago does not hurry the PEP of today."""
    return Answer(is_first(reading.plan) is True and was_emergency(reading.plan))


@feature(
    "next_meeting_set",
    type=bool,
    looked_in=(Kind.FRONT, Kind.MEETING, Kind.SIGN_OFF),
    describes="a date for the next meeting",
    source="seed 001, lines 49 and 88; seed 003, line 59",
)
def next_meeting_set(reading: Reading) -> Answer:
    """None where a print of one part holds no such field."""
    plan = reading.plan
    if plan.dates.next_meeting is None:
        asked = plan.field("next_meeting")
        return Answer(None if plan.kind is PlanKind.SINGLE_TAB and asked is None else False)
    spans = [span for name, span in plan.dates.spans if name == "next_meeting"]
    return Answer(True, tuple(Shown(span, "next_meeting", "The next meeting is on this day.") for span in spans))


@feature(
    "next_meeting_week_shift",
    type=int,
    unit="weeks",
    looked_in=(Kind.FRONT, Kind.MEETING, Kind.SIGN_OFF),
    describes="weeks by which the next meeting stands earlier or later in its term than this one",
    source="seed 002, line 63",
)
def next_meeting_week_shift(reading: Reading) -> Answer:
    """Advice only: the same week of each term is good practice, for early years and school age."""
    dates, calendar = reading.plan.dates, school_calendar()
    if dates.meeting is None or dates.next_meeting is None or reading.plan.phase == "P16":
        return Answer(None)
    this, following = calendar.week_of(dates.meeting), calendar.week_of(dates.next_meeting)
    if this is None or following is None:
        return Answer(None)
    says = f"This meeting was in week {this} of its term, the next one is in week {following} of its own."
    spans = [span for name, span in dates.spans if name in ("meeting", "next_meeting")]
    return Answer(abs(this - following), tuple(Shown(span, "week_of_term", says) for span in spans))


@feature(
    "target_weeks_most",
    type=int,
    unit="weeks",
    looked_in=(Kind.TARGETS,),
    describes="weeks until the latest date of a short-term target",
    source="seed 003, line 24",
)
def target_weeks_most(reading: Reading) -> Answer:
    """None where no short-term target has a date after the meeting."""
    dated = [item for item in _timed(reading) if item.id == "target" and item.days is not None]
    return Answer(
        max((item.days or 0 for item in dated), default=None), tuple(one for item in dated for one in _shown(item))
    )


def _register_signed(role: str, name: str, who: str) -> None:
    @feature(
        name,
        type=bool,
        looked_in=(Kind.SIGN_OFF, Kind.FRONT),
        describes=f"the {who}'s signature with its date",
        source="seed 001, lines 49 and 88; seed 003, lines 59-61",
    )
    def signed(reading: Reading) -> Answer:
        """None where the form shows no signature of anybody."""
        plan = reading.plan
        theirs = [item for item in plan.sign_offs if item.role == role]
        if theirs:
            return Answer(True, tuple(Shown(item.span, "signed", f"The {who} signed the plan off.") for item in theirs))
        return Answer(False if plan.sign_offs else None)


for _role, _name, _who in (
    ("DT", "dt_signed", "designated teacher"),
    ("SW", "sw_signed", "social worker"),
    ("VS", "vs_signed", "virtual school"),
):
    _register_signed(_role, _name, _who)


@feature(
    "vs_signed_last",
    type=bool,
    looked_in=(Kind.SIGN_OFF,),
    describes="the virtual school's signature after the designated teacher's and the social worker's",
    source="seed 003, line 61",
)
def vs_signed_last(reading: Reading) -> Answer:
    """None before the virtual school has signed, or where a day is missing."""
    days = {item.role: item.date for item in reading.plan.sign_offs if item.date is not None}
    if not {"VS", "DT", "SW"} <= days.keys():
        return Answer(None)
    return Answer(days["VS"] >= max(days["DT"], days["SW"]))
