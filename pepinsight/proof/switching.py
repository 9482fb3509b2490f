"""What is suggested but not told: sections switched off where they have not proved good enough, and PEPs that officers
rate blind."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from pepinsight.assessing import Record
from pepinsight.calibration import Suggestion
from pepinsight.rubrics import Rubric
from pepinsight.rubrics.expression import did_you_mean
from pepinsight.store import Store, StoreError, open_store
from pepinsight.store.database import database_exists
from pepinsight.store.switches import SUGGESTIONS


def switch_suggestions(store: Store, rubric: Rubric, section: str, on: bool, reviewer: str) -> str:
    """Record who switched it, and return the section's title. Raises StoreError for a section that there is not."""
    titles = {one.id: one.title for one in rubric.data.sections}
    if section not in titles:
        raise StoreError(f"{rubric.id} has no section '{section}'{did_you_mean(section, list(titles))}.")
    store.switch(SUGGESTIONS, on, reviewer, f"{rubric.id}/{section}")
    return titles[section]


@dataclass(frozen=True, slots=True)
class Held:
    """What is not to be told outside the app's own pages either: by rubric and section, the suggestions that somebody
    switched off, and who; by checksum, the PEPs that officers rate blind at present, and the number of the check."""

    switched_off: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    blind: Mapping[str, int] = field(default_factory=dict)


def held_back(record: Record, held: Held) -> Record:
    """The record with those sections marked whose suggestions are switched off, and without an overall judgement that
    would rest on any of them; without any level where the PEP is in a blind check."""
    check = held.blind.get(record.sha256 or "")
    if check is not None:
        suggestions = {id: _kept_quiet(one, check) for id, one in record.suggestions.items()}
    else:
        suggestions = {id: _held_back(one, held.switched_off.get(id, {})) for id, one in record.suggestions.items()}
    return replace(record, suggestions=suggestions)


def _kept_quiet(suggestion: Suggestion, check: int) -> Suggestion:
    why = (
        f"This PEP is in blind check {check}: until that has ended, nothing is suggested, so that officers rate unseen."
    )
    assessment = replace(suggestion.assessment, sections=(), overall=None, message=why)
    return replace(suggestion, assessment=assessment, sections=(), overall=None)


def _held_back(suggestion: Suggestion, by: Mapping[str, str]) -> Suggestion:
    sections = tuple(replace(section, switched_off_by=by.get(section.id)) for section in suggestion.sections)
    rests_on_it = any(section.switched_off_by for section in sections)
    return replace(suggestion, sections=sections, overall=None if rests_on_it else suggestion.overall)


def held_here(rubrics: Collection[str]) -> Held:
    """What is held back by the database of this machine's user; nothing while there is no database, which is not made
    for this. Raises StoreError where it cannot be opened."""
    if not database_exists():
        return Held()
    store = open_store()
    try:
        off = {
            rubric: {section: last.reviewer for section, last in store.switched_off(rubric).items()}
            for rubric in rubrics
        }
        return Held(off, store.in_blind_checks())
    finally:
        store.close()
