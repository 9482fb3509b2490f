"""Switching a section's suggestions off where they have not proved good enough, and on again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

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


def held_back(record: Record, switched_off: Mapping[str, Mapping[str, str]]) -> Record:
    """The record with those sections marked whose suggestions are switched off (by rubric and section: by whom), and
    without an overall judgement that would rest on any of them."""
    suggestions = {id: _held_back(one, switched_off.get(id, {})) for id, one in record.suggestions.items()}
    return replace(record, suggestions=suggestions)


def _held_back(suggestion: Suggestion, by: Mapping[str, str]) -> Suggestion:
    sections = tuple(replace(section, switched_off_by=by.get(section.id)) for section in suggestion.sections)
    rests_on_it = any(section.switched_off_by for section in sections)
    return replace(suggestion, sections=sections, overall=None if rests_on_it else suggestion.overall)


def switched_off_here(rubrics: Collection[str]) -> dict[str, dict[str, str]]:
    """By rubric, the sections whose suggestions are switched off in the database of this machine's user, and by whom;
    none while there is no database, which is not made for this. Raises StoreError where it cannot be opened."""
    if not database_exists():
        return {}
    store = open_store()
    try:
        return {
            rubric: {section: last.reviewer for section, last in store.switched_off(rubric).items()}
            for rubric in rubrics
        }
    finally:
        store.close()
