"""A record as a page of plain text, for a caseworker at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import fill

from pepinsight.assessing import Record
from pepinsight.calendar import school_calendar
from pepinsight.calibration import PART_NOT_FOUND, SectionSuggestion, Suggestion
from pepinsight.evidence import Findings, timings
from pepinsight.evidence.language import wording_of
from pepinsight.plan.wanted import State, wanted
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
        lines += ["", *_timing(record.findings), *_beside(record.findings)]
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


def _beside(findings: Findings) -> Iterator[str]:
    """What stands beside the ratings: blank mandatory fields, papers not seen, last term's feedback, and wording."""
    blank = [item.says for item in wanted(findings.plan) if item.state is State.BLANK]
    remarks = _quotes_of(findings, "qa_remarks")
    gentler = [
        f"{words} -> {said.instead}" for words in _quotes_of(findings, "language_labels") if (said := wording_of(words))
    ]
    for title, items in (
        ("Left blank, though the form wants it", blank),
        ("Said to be attached, not seen", _quotes_of(findings, "attachments_not_seen")),
        ("A QA officer's remarks in this file, set aside from the evidence", remarks),
        ("Wording that labels or distances, with gentler words (advice only)", gentler),
    ):
        if items:
            yield f"  {title}"
            for item in items:
                yield from _wrapped(item, "      ")


def _quotes_of(findings: Findings, feature: str) -> list[str]:
    quotes = (" ".join(item.quote.split()) for item in findings.evidence if item.feature == feature)
    return list(dict.fromkeys(quotes))


def _timing(findings: Findings) -> Iterator[str]:
    yield f"  Dates and times ({school_calendar().title})"
    for item in timings(findings.plan, findings.previous):
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
    if section.switched_off_by is not None:
        yield f"    -   {section.title} - no suggestion: switched off by {section.switched_off_by}"
        for item in section.criteria:
            yield from _wrapped(f"Looked for: {item.says} {item.reason}", "         ")
        return
    label = {level.id: level.label for level in rubric.data.levels}.get(section.suggested, "does not apply")
    if section.not_in_file:
        label = "not in this file"
    unsure = f"   not sure: {' or '.join(section.likely)}" if section.unsure else ""
    chance = f" ({section.confidence:.0%})" if section.confidence is not None else ""
    yield f"    {section.suggested:4}{section.title} - {label}{chance}{unsure}"
    if not section.part_found:
        yield from _wrapped(PART_NOT_FOUND, "         ")
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
