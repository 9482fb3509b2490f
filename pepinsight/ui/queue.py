"""The reading queue without its looks: which PEPs stand in it, in what order, and what they can be filtered by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pepinsight.calendar import school_calendar
from pepinsight.plan.forms import known_forms
from pepinsight.review import Reason
from pepinsight.rubrics.rubric_file import PHASES
from pepinsight.store import FileReview, ListedFile

Filters = Mapping[str, Sequence[str]]
"""Filter's id to the values wanted; none wanted means all."""

FILTERS = {
    "reason": "Reason",
    "school": "School",
    "phase": "Phase",
    "term": "Term",
    "form": "Form",
    "level": "Judgement",
}
"""What the queue can be filtered by, with the label that people see."""

UNKNOWN = "Not known"


@dataclass(frozen=True)
class Entry:
    """A PEP in the queue: why it should be read early, and its value under each filter."""

    listed: ListedFile
    reasons: tuple[Reason, ...]
    values: Mapping[str, tuple[str, ...]]


def entries(files: Iterable[ListedFile]) -> list[Entry]:
    """The unfinished PEPs that have a reason to be read early, the most pressing first, the oldest among equals."""
    found = [_entry(listed) for listed in files]
    waiting = [entry for entry in found if entry.reasons and not _finished(entry.listed)]
    return sorted(waiting, key=lambda one: (one.reasons[0].rank, -len(one.reasons), one.listed.file.id))


def fits(entry: Entry, filters: Filters) -> bool:
    """Whether a PEP has one of the values wanted under each filter that wants any."""
    return all(not wanted or set(wanted) & set(entry.values[name]) for name, wanted in filters.items())


def choices(found: Sequence[Entry]) -> dict[str, list[str]]:
    """Every value that occurs under each filter, in order, those not known last."""
    return {
        name: sorted({value for entry in found for value in entry.values[name]}, key=lambda one: (one == UNKNOWN, one))
        for name in FILTERS
    }


def _entry(listed: ListedFile) -> Entry:
    reasons = {reason.id: reason for review in listed.reviews for reason in review.reasons}
    outline = listed.outline
    day = outline.day if outline else None
    values = {
        "reason": tuple(reason.says for reason in reasons.values()),
        "school": (outline.school if outline and outline.school else UNKNOWN,),
        "phase": (PHASES.get((outline and outline.phase) or "", UNKNOWN).capitalize(),),
        "term": (_term(day),),
        "form": (_form(outline.form if outline else "other"),),
        "level": tuple(_judgements(listed.reviews)) or (UNKNOWN,),
    }
    return Entry(listed, tuple(sorted(reasons.values(), key=lambda one: one.rank)), values)


def _finished(listed: ListedFile) -> bool:
    rated = [one.review for one in listed.reviews if one.review.sections]
    return bool(rated) and all(review.finished for review in rated)


def _term(day: date | None) -> str:
    if day is None:
        return UNKNOWN
    term = school_calendar().term_of(day)
    return f"{term.name.capitalize()} {term.starts.year}" if term else str(day.year)


def _form(id: str) -> str:
    form = known_forms().get(id)
    return form.title if form else "Another form"


def _judgements(reviews: Iterable[FileReview]) -> Iterable[str]:
    """The overall judgement by each rubric, confirmed before suggested."""
    for one in reviews:
        overall = (one.judgement.overall if one.review.finished else None) or one.suggested_overall
        if overall:
            yield overall.label
