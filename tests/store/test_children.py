"""Whose PEP a file is stands in the database, so that a later PEP finds the child's earlier one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fictional_plan import make_plan, make_suggestion

from pepinsight.plan import Plan, PlanKind
from pepinsight.store import Store, StoreError, open_store

AUTUMN, SPRING = date(2025, 11, 5), date(2026, 2, 12)


def add(store: Store, name: str, plan: Plan, previous: Plan | None = None) -> int:
    content = name.encode()
    return store.add_file(content, name, "Rosa Thornbury", [make_suggestion(plan, previous=previous)]).file_id


def test_earlier_peps_are_told_by_child_and_day_and_later_ones_left_out(store: Store) -> None:
    autumn, spring = make_plan(b"autumn.pdf", meeting=AUTUMN), make_plan(b"spring.pdf", meeting=SPRING)
    old = add(store, "autumn.pdf", autumn)
    add(store, "spring.pdf", spring, previous=autumn)
    [found] = store.files_before(SPRING)
    assert (found.file_id, found.name, found.day, found.child) == (old, "autumn.pdf", AUTUMN, autumn.child)
    assert store.files_before(AUTUMN) == ()


def test_the_reading_of_a_file_is_its_own_not_that_of_the_pep_it_was_compared_with(store: Store) -> None:
    autumn, spring = make_plan(b"autumn.pdf", meeting=AUTUMN), make_plan(b"spring.pdf", meeting=SPRING)
    file_id = add(store, "spring.pdf", spring, previous=autumn)
    assert store.plan(file_id).dates.meeting == SPRING
    bare = store.add_file(b"bare", "bare.pdf", "Rosa Thornbury").file_id
    with pytest.raises(StoreError, match="without having been read"):
        store.plan(bare)


def test_one_part_of_a_pep_and_a_forgotten_one_are_nobodys_earlier_pep(store: Store) -> None:
    add(store, "tab.pdf", replace(make_plan(b"tab.pdf", meeting=AUTUMN), kind=PlanKind.SINGLE_TAB))
    whole = add(store, "whole.pdf", make_plan(b"whole.pdf", meeting=AUTUMN))
    assert [one.file_id for one in store.files_before(SPRING)] == [whole]
    store.forget(whole, "Rosa Thornbury")
    assert store.files_before(SPRING) == ()


def test_peps_of_an_older_database_find_each_other_too(store: Store, database: Path) -> None:
    add(store, "autumn.pdf", make_plan(b"autumn.pdf", meeting=AUTUMN))
    known = store.files_before(SPRING)
    store.close()
    with closing(sqlite3.connect(database)) as older:
        later = ("children", "blind_ratings", "blind_peps", "blind_checks", "switches", "rubric_files")
        later = (*later, "outlines", "reasons_to_read", "saved_views")
        older.executescript("".join(f"DROP TABLE {table};" for table in later))
        older.executescript("ALTER TABLE decisions DROP COLUMN seen; ALTER TABLE suggestions DROP COLUMN rubric_file;")
        older.executescript("UPDATE alembic_version SET version_num = '0001'")
    again = open_store(database)
    assert again.files_before(SPRING) == known
    again.close()
