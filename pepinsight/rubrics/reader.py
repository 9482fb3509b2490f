"""A rubric file to a ``Rubric``: what pydantic cannot check is checked here, with the line and what was meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from pepinsight.data_files import DataFileError, line_of, load
from pepinsight.evidence import REGISTRY
from pepinsight.rubrics.assessment import UNDECIDED
from pepinsight.rubrics.expression import Expression, ExpressionError, Vocabulary, did_you_mean, parse
from pepinsight.rubrics.rubric import Rubric
from pepinsight.rubrics.rubric_file import NOT_APPLICABLE, CheckData, RubricData, SectionData
from pepinsight.rubrics.vocabulary import criteria_vocabulary, outcome_vocabulary

Where = tuple[int | str, ...]
Tests = Iterator[tuple[tuple[str, ...], Expression]]
"""Tests by where they stand."""


def read_rubric(path: Path) -> Rubric:
    """The rubric in this file. Raises DataFileError, with file, line and what was meant."""
    return _read(path, path.stat().st_mtime_ns if path.exists() else 0)


def kept_rubric(data: RubricData) -> Rubric:
    """The rubric by which an earlier suggestion was made: its words and its roll-up. It rates nothing any more, since
    its criteria may name what is no longer measured."""
    reader = _Reader(Path(f"{data.id}.yaml"), data)
    return Rubric(data, reader.gathered(reader.outcomes()))


@cache
def _read(path: Path, changed: int) -> Rubric:
    reader = _Reader(path, load(path, RubricData))
    return Rubric(reader.data, reader.gathered(reader.expressions()))


@dataclass(frozen=True)
class _Reader:
    path: Path
    data: RubricData
    faults: list[str] = field(default_factory=list)

    def gathered(self, found: Tests) -> dict[tuple[str, ...], Expression]:
        """The tests by where they stand; all that cannot be used are told at once."""
        tests = dict(found)
        if self.faults:
            raise DataFileError("\n".join(self.faults))
        return tests

    def expressions(self) -> Tests:
        """Check what pydantic cannot, and parse every expression."""
        data = self.data
        levels = [level.id for level in data.levels]
        self.unlike(levels, "level", "levels")
        self.unlike([section.id for section in data.sections], "section", "sections")
        self.parts()
        for name in data.settings:
            if name in REGISTRY:
                raise self.wrong(("settings", name), f"the setting '{name}' has the name of a feature")
        for name in data.setting_names:
            if name not in data.settings:
                near = did_you_mean(name, data.settings)
                raise self.wrong(("setting_names", name), f"there is no setting '{name}'{near}")
        vocabulary = criteria_vocabulary(data.settings)
        for number, section in enumerate(data.sections):
            where = ("sections", number)
            if section.applies is not None:
                yield from self.test((section.id, "applies"), section.applies, vocabulary, (*where, "applies"))
            yield from self.criteria(section, levels, vocabulary, where)
        yield from self.outcomes()
        self.unlike([one.id for one in data.checks], "check", "checks")
        for number, one in enumerate(data.checks):
            yield from self.check(one, vocabulary, ("checks", number))

    def parts(self) -> None:
        """What a file must hold: sections with levels and a roll-up, or checks, or both."""
        data, levels = self.data, [level.id for level in self.data.levels]
        if not data.sections:
            for key in ("levels", "overall"):
                if getattr(data, key):
                    raise self.wrong((key,), f"'{key}' stands here, but there are no sections that it could be for")
            if not data.checks:
                raise self.wrong((), "there are neither sections nor checks")
            return
        if data.overall is None:
            raise self.wrong((), "there are sections, but no 'overall' that makes one judgement of their levels")
        if len(levels) < 2:
            raise self.wrong(("levels",), "sections need two levels at least, the best first")
        if NOT_APPLICABLE in levels:
            raise self.wrong(("levels", levels.index(NOT_APPLICABLE)), "'NA' is kept for sections that do not apply")
        if data.levels[-1].bonus:
            raise self.wrong(("levels", len(levels) - 1), "a bonus level stands above another: it cannot be the last")
        if sum(not level.bonus for level in data.levels) < 2:
            raise self.wrong(("levels",), "sections need two levels at least that are no bonus")

    def check(self, one: CheckData, vocabulary: Vocabulary, where: Where) -> Tests:
        if one.when is not None:
            yield from self.test(("checks", one.id), one.when, vocabulary, (*where, "when"))
        if one.applies is not None:
            yield from self.test(("checks", one.id, "applies"), one.applies, vocabulary, (*where, "applies"))

    def criteria(self, section: SectionData, levels: Sequence[str], vocabulary: Vocabulary, where: Where) -> Tests:
        for key, named in (("levels", section.levels), ("anchors", section.anchors)):
            for level in named:
                if level not in levels:
                    raise self.wrong((*where, key, level), f"there is no level '{level}'{did_you_mean(level, levels)}")
        for level, criteria in section.levels.items():
            here = (*where, "levels", level)
            if level == levels[-1] and criteria:
                raise self.wrong(here, f"'{level}' is what remains when no better level is met: leave it empty")
            if level != levels[-1] and not criteria and not self.data.template:
                raise self.wrong(here, f"'{level}' has no criteria and would always be met: leave the level out")
            self.unlike([criterion.id for criterion in criteria], "criterion", *here)
            for number, criterion in enumerate(criteria):
                place = (section.id, level, criterion.id)
                yield from self.test(place, criterion.when, vocabulary, (*here, number, "when"))

    def outcomes(self) -> Tests:
        """The roll-up's tests, which name nothing but the rubric's own sections and levels."""
        data = self.data
        vocabulary = outcome_vocabulary([section.id for section in data.sections], [level.id for level in data.levels])
        outcomes = data.overall.outcomes if data.overall else []
        self.unlike([outcome.level for outcome in outcomes], "outcome", "overall", "outcomes")
        for number, outcome in enumerate(outcomes):
            here = ("overall", "outcomes", number)
            if outcome.level in (UNDECIDED, NOT_APPLICABLE):
                raise self.wrong(here, f"'{outcome.level}' is kept for levels of which the rule makes no judgement")
            if number < len(outcomes) - 1 and outcome.when is None:
                raise self.wrong(here, "only the last outcome may stand without 'when'")
            if outcome.when is not None:
                yield from self.test(("overall", outcome.level), outcome.when, vocabulary, (*here, "when"))

    def test(self, key: tuple[str, ...], text: str, vocabulary: Vocabulary, where: Where) -> Tests:
        try:
            yield key, parse(text, vocabulary)
        except ExpressionError as error:
            self.faults.append(str(self.wrong(where, str(error))))

    def unlike(self, ids: Sequence[str], what: str, *where: int | str) -> None:
        for number, id in enumerate(ids):
            if id in ids[:number]:
                raise self.wrong((*where, number), f"the {what} '{id}' stands twice")

    def wrong(self, where: Where, message: str) -> DataFileError:
        return DataFileError(f"{self.path.name} line {line_of(self.path, where)}: {message}")
