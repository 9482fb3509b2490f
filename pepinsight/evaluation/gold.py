"""PEPs with gold labels: a folder of ``<id>.yaml`` with ``<id>.docx`` and ``<id>.pdf``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import Field

from pepinsight.data_files import DataFileError, Strict, load
from pepinsight.plan import SectionKind
from pepinsight.rubrics import load_rubric, rubric_ids

SETTINGS = "evaluation.yaml"
Levels = Mapping[str, Mapping[str, str]]
"""Rubric id, then section id, to level."""


class Settings(Strict):
    """``evaluation.yaml`` beside the PEPs: the authors kept for the final evaluation, and what the headings of an
    author's forms open, by how they begin, where their own words do not tell."""

    held_out: tuple[str, ...] = ()
    headings: Mapping[str, Mapping[SectionKind, tuple[str, ...]]] = Field(default_factory=dict)


class ChildLabels(Strict):
    """Whom a PEP is about."""

    name: str
    known_as: str | None = None
    dob: date | None = None
    pronouns: str | None = None


class DateLabels(Strict):
    """The dates of a PEP."""

    meeting: date | None = None
    completed: date | None = None
    previous_meeting: date | None = None
    next_meeting: date | None = None
    entered_care: date | None = None


class PremiumLabels(Strict):
    """Whether money stands beside a target, and how much, in pounds."""

    linked: bool
    amount: float | None = None


class TargetLabels(Strict):
    """A new target: its words and what the readers say of it. ``smart`` is by letter."""

    text: str
    smart: dict[str, bool]
    from_voice: bool
    premium: PremiumLabels


class Labels(Strict):
    """What the readers say of a PEP (the folder's README tells the conventions). A corpus read once, by one reader, has
    no ``first_reader`` and ``second_reader``."""

    final: dict[str, dict[str, str]]
    first_reader: dict[str, dict[str, str]] = Field(default_factory=dict)
    second_reader: dict[str, dict[str, str]] = Field(default_factory=dict)
    compliance: dict[str, bool | None]
    child_voice: list[str]
    not_child_voice: list[str]
    carer_voice: list[str]
    targets: list[TargetLabels]
    previous_targets_reviewed: str
    premium_impact: str
    attendance: float | None = None
    copied_forward: tuple[str, ...] = ()
    seems_stale: tuple[Any, ...] = ()
    why: dict[str, str] = Field(default_factory=dict)


class GoldPep(Strict):
    """One PEP as data (``body``, unread here) and its labels."""

    id: str
    phase: str
    year_group: int | None = None
    form: str
    child: ChildLabels
    school: str | None = None
    dates: DateLabels
    body: list[Any]
    gold: Labels

    @property
    def author(self) -> str:
        """Who wrote it: the part of the id before the hyphen."""
        return author_of(self.id)

    def readers(self, rubric: str, section: str) -> tuple[str | None, str | None]:
        """What the first and the second reader said of a section; None where there was no such reading."""
        first, second = (reading.get(rubric, {}) for reading in (self.gold.first_reader, self.gold.second_reader))
        return first.get(section), second.get(section)

    @property
    def day(self) -> date:
        """The day of the meeting, or else of its completion."""
        return self.dates.meeting or self.dates.completed or date.min


@dataclass(frozen=True)
class Corpus:
    """The PEPs of a folder, and the names of those kept for the final evaluation. Files are opened only when asked.

    ``headings``: by author and kind, how the headings that open such parts begin."""

    folder: Path
    held_out: tuple[str, ...]
    headings: Mapping[str, Mapping[SectionKind, tuple[str, ...]]] = field(default_factory=dict)

    def development(self) -> tuple[GoldPep, ...]:
        """The PEPs of all authors but the held-out ones."""
        return self._load(held_out=False)

    def kept_back(self) -> tuple[GoldPep, ...]:
        """The PEPs of the held-out authors, for their figures only."""
        return self._load(held_out=True)

    def previous(self, pep: GoldPep, peps: tuple[GoldPep, ...]) -> GoldPep | None:
        """The same author's latest earlier PEP of the same child, if there is one."""
        same = [
            other
            for other in peps
            if other.author == pep.author and (other.child.name, other.child.dob) == (pep.child.name, pep.child.dob)
        ]
        before = [other for other in same if other.day < pep.day]
        return max(before, key=lambda other: other.day, default=None)

    def _load(self, held_out: bool) -> tuple[GoldPep, ...]:
        paths = sorted(path for path in self.folder.glob("*.yaml") if path.name != SETTINGS)
        chosen = [path for path in paths if (author_of(path.stem) in self.held_out) is held_out]
        return tuple(_checked(load(path, GoldPep), path) for path in chosen)


def _checked(pep: GoldPep, path: Path) -> GoldPep:
    """The PEP itself. Raises DataFileError for a label that is no level of its rubric."""
    for rated in (pep.gold.final, pep.gold.first_reader, pep.gold.second_reader):
        for rubric in rated.keys() & set(rubric_ids()):
            levels = (*load_rubric(rubric).levels, "NA")
            for section, level in rated[rubric].items():
                if level not in levels:
                    raise DataFileError(
                        f"{path.name}: '{level}' for {rubric}/{section} is not one of {', '.join(levels)}"
                    )
    return pep


def author_of(id: str) -> str:
    """The author's name, which an id begins with."""
    return id.split("-")[0]


def open_corpus(folder: Path) -> Corpus:
    """The corpus in ``folder``. Raises DataFileError when it holds no labelled PEPs."""
    settings = load(folder / SETTINGS, Settings) if (folder / SETTINGS).exists() else Settings()
    if not any(path.name != SETTINGS for path in folder.glob("*.yaml")):
        raise DataFileError(f"{folder} holds no PEPs with labels (<id>.yaml)")
    return Corpus(folder, settings.held_out, settings.headings)
