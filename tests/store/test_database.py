"""Where the database is, that it is private, and that its tables follow the program's."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from fictional_plan import make_plan, make_suggestion
from sqlalchemy.exc import IntegrityError

from pepinsight.store import Store, StoreError, open_store
from pepinsight.store.database import VARIABLE, database_url, open_engine
from pepinsight.store.tables import Base


def test_a_database_brought_up_from_nothing_is_what_the_program_expects(tmp_path: Path) -> None:
    engine = open_engine(database_url(tmp_path / "new.db"))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_a_database_of_a_newer_program_is_left_alone(store: Store, database: Path) -> None:
    with closing(sqlite3.connect(database)) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
        other.commit()
    with pytest.raises(StoreError, match="newer pepinsight"):
        open_store(database)


def test_it_stands_in_the_users_own_folder_unless_the_variable_says_otherwise(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr("pepinsight.store.database.user_data_dir", lambda name, **_: str(tmp_path / name))
    assert database_url().database == str(tmp_path / "pepinsight" / "pepinsight.db")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "team.db"))
    assert database_url().database == str(tmp_path / "team.db")
    monkeypatch.setenv(VARIABLE, "postgresql+psycopg://team@localhost/pep")
    assert database_url().get_backend_name() == "postgresql"
    assert database_url(tmp_path / "mine.db").database == str(tmp_path / "mine.db")


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "://"])
def test_a_database_that_would_keep_nothing_is_refused(url: str) -> None:
    with pytest.raises(StoreError):
        open_store(url)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StoreError, match="cannot be written"):
        open_store(tmp_path / "file" / "pepinsight.db")


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear colleague, this is not a database at all, whatever its name says.")
    with pytest.raises(StoreError, match="not a database"):
        open_store(tmp_path / "letter.db")


def test_only_its_owner_may_read_it(store: Store, database: Path) -> None:
    store.add_file(b"one", "one.pdf", "Rosa Thornbury")
    assert {path.stat().st_mode & 0o777 for path in database.parent.iterdir()} == {0o600}
    assert database.parent.stat().st_mode & 0o777 == 0o700


def test_a_path_with_a_per_cent_sign_or_spaces_is_a_path(tmp_path: Path) -> None:
    store = open_store(tmp_path / "Team 100% spring" / "pep.db")
    assert store.list_files() == ()
    store.close()


def test_sqlite_keeps_its_promises(tmp_path: Path) -> None:
    engine = open_engine(database_url(tmp_path / "new.db"))
    with engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("foreign_keys", "journal_mode", "secure_delete", "busy_timeout")
        }
    engine.dispose()
    assert pragmas == {"foreign_keys": 1, "journal_mode": "wal", "secure_delete": 1, "busy_timeout": 30_000}


def test_an_error_never_repeats_what_was_to_be_stored(store: Store) -> None:
    secret = "Ottoline Penhaligon"
    suggestion = make_suggestion(make_plan(b"one"))
    section = replace(suggestion.sections[0], title=secret)
    with pytest.raises(IntegrityError) as caught:
        store.add_file(b"one", secret, "Rosa Thornbury", [replace(suggestion, sections=(section, section))])
    assert secret not in str(caught.value)


def test_a_database_that_somebody_else_holds_is_said_to_be_so(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pepinsight.store.database.BUSY_SECONDS", 0.05)
    store = open_store(database)
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="nothing was saved: database is locked"):
            store.add_file(b"one", "one.pdf", "Rosa Thornbury")
        other.execute("ROLLBACK")
    assert store.add_file(b"one", "one.pdf", "Rosa Thornbury").file_id == 1
    store.close()
