"""A record as a page of plain text, for a caseworker at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import fill

from pepinsight.assessing import Record
from pepinsight.calibration import SectionSuggestion, Suggestion
from pepinsight.evidence import timings
from pepinsight.plan import Plan
from pepinsight.rubrics import Rubric

WIDTH = 100
_ANSWERS = {True: "yes", False: "no", None: "cannot tell"}
_IN_TIME = {True: "in time", False: "not in time", None: "cannot tell"}


def summarise(record: Record, rubrics: Mapping[str, Rubric]) -> str:
    """What became of the file: per rubric the overall judgement, each section's level and what the next one wants.

    ``rubrics`` are those that the record was made with, by id.
    """
    compared = f"Compared with {record.previous_file}." if record.previous_file else ""
    lines = [record.file, *_wrapped(record.message or "", "  "), *_wrapped(compared, "  ")]
    if record.findings is not None:
        lines += ["", *_timing(record.findings.plan)]
    for suggestion in record.suggestions.values():
        lines += ["", *_rubric(suggestion, rubrics[suggestion.assessment.rubric])]
    if record.suggestions:
        if any(section.confidence is not None for one in record.suggestions.values() for section in one.sections):
            lines += [
                "",
                "  A percentage is how often suggestions like it agreed with the labels of PEPs by unseen authors.",
            ]
        lines += ["", "  These are suggestions. A rating is made when a person confirms it.", ""]
    return "\n".join(lines)


def _timing(plan: Plan) -> Iterator[str]:
    yield "  Dates and times"
    for item in timings(plan):
        said = item.says.removeprefix("cannot tell: ")
        yield from _wrapped(f"{_IN_TIME[item.within]:13}{item.title}: {said}.", "      ")


def _rubric(suggestion: Suggestion, rubric: Rubric) -> Iterator[str]:
    assessment = suggestion.assessment
    yield f"  {rubric.data.title}"
    if assessment.message:
        yield from _wrapped(assessment.message, "  ")
    if suggestion.overall:
        yield from _wrapped(f"Suggested overall: {suggestion.overall.label}. {suggestion.overall.reason}", "  ")
    for section in suggestion.sections:
        yield from _section(section, rubric)
    about = None
    for check in assessment.checks:
        if check.about != about:
            yield f"    {check.about or 'Checks'}"
            about = check.about
        yield from _wrapped(f"{_ANSWERS[check.met]:12}{check.says} {check.reason}", "      ")


def _section(section: SectionSuggestion, rubric: Rubric) -> Iterator[str]:
    label = {level.id: level.label for level in rubric.data.levels}.get(section.suggested, "does not apply")
    if section.not_in_file:
        label = "not in this file"
    unsure = f"   not sure: {' or '.join(section.likely)}" if section.unsure else ""
    chance = f" ({section.confidence:.0%})" if section.confidence is not None else ""
    yield f"    {section.suggested:4}{section.title} - {label}{chance}{unsure}"
    if section.moved_by:
        why = f"The rule alone gives {section.rule_level}; moved by {', '.join(section.moved_by)}."
        yield from _wrapped(why, "         ")
    better = rubric.levels[: rubric.levels.index(section.suggested)] if section.suggested in rubric.levels else ()
    for level in reversed(better):
        wanting = [item for item in section.criteria if item.level == level and not item.met]
        for item in wanting:
            yield from _wrapped(f"{level} wants: {item.says} {item.reason}", "         ")
        if wanting:
            return


def _wrapped(text: str, indent: str) -> list[str]:
    return [fill(text, WIDTH, initial_indent=indent, subsequent_indent=indent)] if text else []
