"""Which PEPs to read first, and why: reasons in words, from ``data/triage.yaml``. They count in no rating."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Formatter
from typing import Annotated

from pydantic import Field

from pepinsight.calibration.suggestion import Suggestion
from pepinsight.data_files import DataFileError, Strict, line_of, load
from pepinsight.review.withheld import Withheld
from pepinsight.rubrics.evaluate import Value
from pepinsight.rubrics.expression import Expression, ExpressionError, did_you_mean, parse
from pepinsight.rubrics.vocabulary import PlanFacts, criteria_vocabulary

NUMBERS = ("unsure_sections", "lowest_sections", "rated_sections")
"""What a reason may name of the suggestion itself."""


class ReasonData(Strict):
    """One reason to read a PEP before others; ``always`` is told also where people rate before they see anything."""

    id: Annotated[str, Field(min_length=1)]
    says: Annotated[str, Field(min_length=1)]
    when: str
    source: str
    always: bool = False


class TriageData(Strict):
    """``data/triage.yaml``: the reasons, most pressing first."""

    reasons: list[ReasonData]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a PEP should be read early. ``says`` holds no word of the PEP's; ``rank`` is 0 for the most pressing."""

    id: str
    says: str
    rank: int


def reasons_to_read(suggestion: Suggestion) -> tuple[Reason, ...]:
    """The reasons that hold for a PEP, most pressing first. Raises DataFileError for a file that cannot be used."""
    findings = suggestion.assessment.findings
    numbers = _numbers(suggestion)
    facts = PlanFacts(findings, numbers)
    return tuple(
        Reason(reason.id, reason.says.format_map(_Values(facts)), rank)
        for rank, (reason, when) in enumerate(_reasons())
        if when.holds(facts) is True
    )


def told_while(reasons: Sequence[Reason], withheld: Collection[Withheld]) -> tuple[Reason, ...]:
    """The reasons that may be told while suggestions are withheld: none of the suggestion's own, and where people are
    to rate by themselves only those that must always be told."""
    if not withheld:
        return tuple(reasons)
    data = {reason.id: reason for reason, _ in _reasons()}
    if set(withheld) == {Withheld.OFF}:
        allowed = {id for id, reason in data.items() if not any(name in reason.when for name in NUMBERS)}
    else:
        allowed = {id for id, reason in data.items() if reason.always}
    return tuple(reason for reason in reasons if reason.id in allowed)


def _numbers(suggestion: Suggestion) -> Mapping[str, Value]:
    rated = [section for section in suggestion.sections if section.suggested != "NA"]
    file = suggestion.assessment.file
    lowest = sum(section.suggested == file.levels[-1].id for section in rated) if file and file.levels else 0
    return dict(zip(NUMBERS, (sum(section.unsure for section in rated), lowest, len(rated)), strict=True))


class _Values(dict[str, Value]):
    """Values by name, for the words of a reason."""

    def __init__(self, facts: PlanFacts) -> None:
        super().__init__()
        self._facts = facts

    def __missing__(self, name: str) -> Value:
        value = self._facts.name(name)
        return "some" if value is None else value


@cache
def _reasons() -> tuple[tuple[ReasonData, Expression], ...]:
    path = Path(str(files("pepinsight.review") / "data" / "triage.yaml"))
    return tuple(read_reasons(path))


def read_reasons(path: Path) -> list[tuple[ReasonData, Expression]]:
    """The reasons in a file and their tests. Raises DataFileError, with file, line and what was meant."""
    vocabulary = criteria_vocabulary(dict.fromkeys(NUMBERS, 0))
    found = []
    for number, reason in enumerate(load(path, TriageData).reasons):
        where = ("reasons", number)
        try:
            found.append((reason, parse(reason.when, vocabulary)))
            for name in _named(reason.says):
                if name not in vocabulary.names:
                    raise ExpressionError(f"nothing is called '{name}'{did_you_mean(name, vocabulary.names)}")
        except (ExpressionError, ValueError) as error:
            raise DataFileError(f"{path.name} line {line_of(path, where)}: {error}") from error
    return found


def _named(says: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(says) if name is not None]
