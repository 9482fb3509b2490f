"""What people decided and what the audit says cannot be rewritten, by this program or past it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from fictional_plan import QUOTE, make_plan, make_suggestion
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from pepinsight.review import Action, Choice
from pepinsight.store import AppendOnlyError, Store
from pepinsight.store.database import database_url, open_engine, writing
from pepinsight.store.tables import AuditRow, DecisionRow, KnownFactRow, SuggestedSectionRow

FILE = b"%PDF-1.7 fictional"


@pytest.fixture
def session(store: Store, database: Path) -> Iterator[Session]:
    """A session on a database with one decision, one known fact, and their audit."""
    file_id = store.add_file(FILE, "views.pdf", "Rosa Thornbury", [make_suggestion(make_plan(FILE))]).file_id
    shown = store.suggestion(file_id, "birmingham")
    assert shown is not None
    store.decide(shown.id, [Choice("C", Action.CHANGE, "OT", "Seen in the minutes.")], "Rosa Thornbury")
    store.state_fact(file_id, "known_part_time", True, "Rosa Thornbury")
    engine = open_engine(database_url(database))
    with Session(writing(engine)) as opened:
        yield opened
    engine.dispose()


ROWS = [DecisionRow, AuditRow, SuggestedSectionRow, KnownFactRow]


@pytest.mark.parametrize("row", ROWS)
def test_the_program_itself_cannot_remove_one(session: Session, row: type) -> None:
    session.delete(session.scalars(select(row)).first())
    with pytest.raises(AppendOnlyError, match="cannot be changed or removed"):
        session.commit()


def test_the_program_itself_cannot_change_one(session: Session) -> None:
    decision = session.scalars(select(DecisionRow)).one()
    decision.level = "ET"
    with pytest.raises(AppendOnlyError, match="decisions"):
        session.commit()


@pytest.mark.parametrize("row", ROWS)
def test_nor_many_at_once(session: Session, row: type) -> None:
    with pytest.raises(AppendOnlyError):
        session.execute(delete(row))
    with pytest.raises(AppendOnlyError):
        session.execute(update(row).values(id="x"))


@pytest.mark.parametrize("table", ["decisions", "audit", "suggested_sections", "known_facts"])
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET rowid = rowid"])
def test_nor_can_another_program_on_the_same_file(session: Session, database: Path, table: str, statement: str) -> None:
    with closing(sqlite3.connect(database)) as other, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        other.execute(statement.format(table))


def test_a_reason_cannot_be_reworded(session: Session, database: Path) -> None:
    with closing(sqlite3.connect(database)) as other, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        other.execute("UPDATE reasons SET text = 'other'")


def test_the_database_refuses_a_decision_that_makes_no_sense(session: Session, database: Path) -> None:
    columns = "file_id, rubric, section, action, level, reviewer_id, made, suggestion_id, suggested"
    for action, level in (("'confirm'", "NULL"), ("'reopen'", "'OT'"), ("'guess'", "'OT'")):
        with closing(sqlite3.connect(database)) as other, pytest.raises(sqlite3.IntegrityError, match="CHECK"):
            other.execute(
                f"INSERT INTO decisions ({columns}) VALUES (1, 'birmingham', 'B', {action}, {level}, 1, '', 1, 'OT')"
            )


def test_the_audit_says_who_did_what_without_a_word_of_the_plan(session: Session, store: Store, database: Path) -> None:
    assert [(entry.reviewer, entry.action, entry.section) for entry in store.audit()] == [
        ("Rosa Thornbury", "file received", None),
        ("Rosa Thornbury", "suggestion made", None),
        ("Rosa Thornbury", "section decided: change", "C"),
        ("Rosa Thornbury", "fact stated", None),
    ]
    with closing(sqlite3.connect(database)) as other:
        words = repr(other.execute("SELECT * FROM audit").fetchall())
    for secret in (QUOTE, "views.pdf", "Marguerite", "Seen in the minutes"):
        assert secret not in words
