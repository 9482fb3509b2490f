"""A rubric: its sections, levels and criteria, read from a YAML file that a virtual school head can amend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from pepinsight.data_files import DataFileError, Strict, line_of, load
from pepinsight.evidence import REGISTRY, Findings
from pepinsight.plan import SectionKind
from pepinsight.rubrics.assessment import Assessment, Overall
from pepinsight.rubrics.expression import Expression, ExpressionError, Vocabulary, did_you_mean, parse
from pepinsight.rubrics.rate import rate
from pepinsight.rubrics.rollup import roll_up
from pepinsight.rubrics.vocabulary import criteria_vocabulary, outcome_vocabulary

NOT_APPLICABLE = "NA"
Phase = Literal["EY", "SSA", "P16"]
Person = Literal["school", "social_worker", "carer", "virtual_school"]
Text = Annotated[str, Field(min_length=1)]


class LevelData(Strict):
    """One level; a rubric lists them best first."""

    id: Text
    label: Text
    colour: Text


class CriterionData(Strict):
    """One condition of a level, in plain words, and the expression that tells whether it is met."""

    id: Text
    says: Text
    when: Text
    advice: str | None = None


class SectionData(Strict):
    """One section of the rubric. ``reads`` are the kinds of the plan's sections that it looks at."""

    id: Text
    title: Text
    reads: tuple[SectionKind, ...] = ()
    completed_by: tuple[Person, ...] = ()
    source: str = ""
    applies: str | None = None
    levels: dict[str, list[CriterionData]]
    advice: str | None = None


class OutcomeData(Strict):
    """One overall judgement; the first whose ``when`` holds is given, the last has none."""

    level: Text
    label: Text
    colour: Text
    says: Text
    when: str | None = None


class OverallData(Strict):
    """The roll-up."""

    outcomes: Annotated[list[OutcomeData], Field(min_length=1)]


class RubricData(Strict):
    """A rubric file."""

    id: Text
    title: Text
    version: Text
    source: str = ""
    phases: Annotated[list[Phase], Field(min_length=1)]
    does_not_cover: Text
    margin: Annotated[float, Field(gt=0, lt=1)] = 0.2
    settings: dict[str, bool | int | float | str] = Field(default_factory=dict)
    levels: Annotated[list[LevelData], Field(min_length=2)]
    sections: Annotated[list[SectionData], Field(min_length=1)]
    overall: OverallData


@dataclass(frozen=True)
class Rubric:
    """A rubric that has been read and checked. ``when`` holds its expressions by the place where they stand."""

    data: RubricData
    when: Mapping[tuple[str, ...], Expression]

    @property
    def id(self) -> str:
        """The rubric's id, such as "birmingham"."""
        return self.data.id

    @property
    def levels(self) -> tuple[str, ...]:
        """The ids of the levels, best first, "NA" left out."""
        return tuple(level.id for level in self.data.levels)

    @cached_property
    def rules(self) -> str:
        """A fingerprint of all that decides a level: expressions, settings, margin and levels, but no wording."""
        data = self.data
        tests = [
            (
                section.id,
                section.applies,
                [(level, [one.when for one in section.levels[level]]) for level in section.levels],
            )
            for section in data.sections
        ]
        return sha256(repr((self.levels, data.margin, sorted(data.settings.items()), tests)).encode()).hexdigest()[:12]

    def section(self, id: str) -> SectionData:
        """The section called ``id``. Raises KeyError."""
        for section in self.data.sections:
            if section.id == id:
                return section
        raise KeyError(id)

    def covers(self, phase: str | None) -> bool:
        """Whether it is for this phase; a phase that nobody knows is not turned away."""
        return phase is None or phase in self.data.phases

    def rate(self, findings: Findings) -> Assessment:
        """Each section's level by rule and the overall judgement; no levels where the phase is another's."""
        data = self.data
        if not self.covers(findings.plan.phase):
            return Assessment(data.id, data.version, False, data.does_not_cover, (), None, findings, self.rules)
        sections = tuple(rate(data, section, self.when, findings) for section in data.sections)
        part = any(section.not_in_file for section in sections)
        overall = None if part else self.overall({section.id: section.rule_level for section in sections})
        message = "This file holds only a part of a PEP, so there is no overall judgement." if part else None
        return Assessment(data.id, data.version, True, message, sections, overall, findings, self.rules)

    def overall(self, levels: Mapping[str, str]) -> Overall:
        """The overall judgement for sections' levels, suggested or confirmed; "NA" when no section has a level.

        Raises ValueError for a section or level that the rubric does not have.
        """
        sections = [section.id for section in self.data.sections]
        for section, level in levels.items():
            if section not in sections:
                raise ValueError(f"{self.data.id} has no section '{section}'{did_you_mean(section, sections)}")
            if level not in (*self.levels, NOT_APPLICABLE):
                raise ValueError(f"{self.data.id} has no level '{level}'{did_you_mean(level, self.levels)}")
        return roll_up(self.data, self.when, levels)


def rubric_ids() -> tuple[str, ...]:
    """The rubrics that come with pepinsight."""
    return tuple(sorted(path.stem for path in _folder().glob("*.yaml")))


def load_rubric(id_or_path: str | Path) -> Rubric:
    """A rubric by its id, or from a file of one's own. Raises DataFileError, with file, line and what was meant."""
    path = Path(id_or_path)
    if path.suffix not in (".yaml", ".yml"):
        if str(id_or_path) not in rubric_ids():
            raise DataFileError(f"there is no rubric '{id_or_path}'{did_you_mean(str(id_or_path), rubric_ids())}")
        path = _folder() / f"{id_or_path}.yaml"
    return _read(path, path.stat().st_mtime_ns if path.exists() else 0)


def _folder() -> Path:
    return Path(str(files("pepinsight.rubrics") / "data"))


@cache
def _read(path: Path, changed: int) -> Rubric:
    data = load(path, RubricData)
    return Rubric(data, dict(_Reader(path, data).expressions()))


@dataclass(frozen=True)
class _Reader:
    path: Path
    data: RubricData

    def expressions(self) -> Iterator[tuple[tuple[str, ...], Expression]]:
        """Check what pydantic cannot, and parse every expression."""
        data = self.data
        levels = [level.id for level in data.levels]
        self.unlike(levels, "level", "levels")
        self.unlike([section.id for section in data.sections], "section", "sections")
        if NOT_APPLICABLE in levels:
            raise self.wrong(("levels", levels.index(NOT_APPLICABLE)), "'NA' is kept for sections that do not apply")
        for name in data.settings:
            if name in REGISTRY:
                raise self.wrong(("settings", name), f"the setting '{name}' has the name of a feature")
        vocabulary = criteria_vocabulary(data.settings)
        for number, section in enumerate(data.sections):
            where = ("sections", number)
            if section.applies is not None:
                yield (section.id, "applies"), self.parse(section.applies, vocabulary, (*where, "applies"))
            yield from self.criteria(section, levels, vocabulary, where)
        yield from self.outcomes(outcome_vocabulary([section.id for section in data.sections], levels))

    def criteria(
        self, section: SectionData, levels: Sequence[str], vocabulary: Vocabulary, where: tuple[int | str, ...]
    ) -> Iterator[tuple[tuple[str, ...], Expression]]:
        for level, criteria in section.levels.items():
            here = (*where, "levels", level)
            if level not in levels:
                raise self.wrong(here, f"there is no level '{level}'{did_you_mean(level, levels)}")
            if level == levels[-1] and criteria:
                raise self.wrong(here, f"'{level}' is what remains when no better level is met: leave it empty")
            if level != levels[-1] and not criteria:
                raise self.wrong(here, f"'{level}' has no criteria and would always be met: leave the level out")
            self.unlike([criterion.id for criterion in criteria], "criterion", *here)
            for number, criterion in enumerate(criteria):
                expression = self.parse(criterion.when, vocabulary, (*here, number, "when"))
                yield (section.id, level, criterion.id), expression

    def outcomes(self, vocabulary: Vocabulary) -> Iterator[tuple[tuple[str, ...], Expression]]:
        outcomes = self.data.overall.outcomes
        self.unlike([outcome.level for outcome in outcomes], "outcome", "overall", "outcomes")
        for number, outcome in enumerate(outcomes):
            here = ("overall", "outcomes", number)
            last = number == len(outcomes) - 1
            if last and outcome.when is not None:
                raise self.wrong((*here, "when"), "the last outcome is for all that remain: leave its 'when' out")
            if not last and outcome.when is None:
                raise self.wrong(here, "only the last outcome may stand without 'when'")
            if outcome.when is not None:
                yield ("overall", outcome.level), self.parse(outcome.when, vocabulary, (*here, "when"))

    def parse(self, text: str, vocabulary: Vocabulary, where: tuple[int | str, ...]) -> Expression:
        try:
            return parse(text, vocabulary)
        except ExpressionError as error:
            raise self.wrong(where, str(error)) from error

    def unlike(self, ids: Sequence[str], what: str, *where: int | str) -> None:
        for number, id in enumerate(ids):
            if id in ids[:number]:
                raise self.wrong((*where, number), f"the {what} '{id}' stands twice")

    def wrong(self, where: tuple[int | str, ...], message: str) -> DataFileError:
        return DataFileError(f"{self.path.name} line {line_of(self.path, where)}: {message}")
