"""The windows of ``data/timing.yaml``: from which day to which, in what unit, how long, by which line of a seed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import Field, model_validator

from pepinsight.calendar import Unit
from pepinsight.data_files import Strict, load
from pepinsight.evidence.cues import CueList


class Window(Strict):
    """One window. ``limit`` None takes the calendar's number of last days; see the file's head for the keys."""

    id: str
    title: str
    from_: str = Field(alias="from")
    to: str
    unit: Unit
    source: str
    limit: int | None = None
    at_least: bool = False
    late_only: bool = False
    phases: tuple[str, ...] = ()
    first: bool = False
    emergency: bool = False
    measures: str | None = None
    describes: str = ""


class SchoolDay(Strict):
    """A day of the plan on which pupils should be in school."""

    id: str
    title: str
    day: str
    source: str
    measures: str
    describes: str


class Review(Strict):
    """After how many terms or months the next PEP falls due."""

    terms: int | None = None
    months: int | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> Review:
        if (self.terms is None) == (self.months is None):
            raise ValueError("a review falls due after terms or after months")
        return self


class DayName(Strict):
    """What a day is called, and how its lack is told: "the plan does not say ..."."""

    name: str
    missing: str


class TimingData(Strict):
    """The file."""

    windows: tuple[Window, ...]
    school_days: tuple[SchoolDay, ...]
    review: dict[str, Review]
    first_pep_due: int
    first_pep_within: int
    days: dict[str, DayName]
    units: dict[Unit, tuple[str, str]]
    first_pep: CueList
    moved_from: CueList
    emergency: CueList

    @model_validator(mode="after")
    def _known_days(self) -> TimingData:
        for window in self.windows:
            for day in (window.from_, window.to):
                if day not in self.days:
                    raise ValueError(f"the window '{window.id}' names a day '{day}' that stands not under 'days'")
        return self


@cache
def timing_data() -> TimingData:
    """The file, checked. Raises DataFileError."""
    return load(Path(__file__).parent / "data" / "timing.yaml", TimingData)
