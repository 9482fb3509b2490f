"""Where the database is, how it is opened, and how its tables are brought up to date."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from platformdirs import user_data_dir
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError

MIGRATIONS = Path(__file__).parent / "migrations"
VARIABLE = "PEPINSIGHT_DATABASE"
BUSY_SECONDS = 30
"""How long one writer waits for another before giving up."""


UPGRADE_LOCK = 7_374_633
"""Any number, the same in every copy of the program: PostgreSQL's lock for whoever brings the tables up to date."""
_upgrading = Lock()  # Alembic keeps the migration that runs in a global, so threads take turns


class StoreError(RuntimeError):
    """The store cannot do what was asked; the message says why in one sentence."""


def database_url(url: str | Path | None = None) -> URL:
    """The database asked for by ``url`` or the variable PEPINSIGHT_DATABASE (each a URL or a file's path), else a
    SQLite file in the user's own data folder."""
    chosen = str(
        url or os.environ.get(VARIABLE) or Path(user_data_dir("pepinsight", appauthor=False)) / "pepinsight.db"
    )
    try:
        found = make_url(chosen) if "://" in chosen else URL.create("sqlite", database=chosen)
    except ArgumentError as error:
        raise StoreError(f"{VARIABLE} is neither a database URL nor a path.") from error
    if found.get_backend_name() == "sqlite" and found.database in (None, "", ":memory:"):
        raise StoreError("A database in memory would lose every decision: name a file.")
    return found


def database_exists(url: str | Path | None = None) -> bool:
    """Whether there is a database to open; one on a server is taken to be there."""
    found = database_url(url)
    return found.get_backend_name() != "sqlite" or Path(str(found.database)).is_file()


def open_engine(url: URL) -> Engine:
    """An engine whose tables are up to date, and whose errors never repeat what was to be stored.

    Raises StoreError for a database newer than this program or out of reach, or a path that cannot be written.
    """
    if url.get_backend_name() == "sqlite":
        _make_private_file(Path(str(url.database)))
        engine = create_engine(url, hide_parameters=True, connect_args={"timeout": BUSY_SECONDS})
        event.listen(engine, "connect", _configure_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        engine = create_engine(url, hide_parameters=True, pool_pre_ping=True)
    with plain_errors():
        _upgrade(engine)
    return engine


@contextmanager
def plain_errors() -> Iterator[None]:
    """Say in one sentence that the database cannot be reached, is busy or full. Its transaction is undone by then."""
    try:
        yield
    except DatabaseError as error:
        if isinstance(error, IntegrityError):
            raise
        raise StoreError(f"The database could not be used, so nothing was saved: {error.orig}.") from error


def writing(engine: Engine) -> Engine:
    """The same engine for transactions that write: on SQLite they queue for the lock at their start, since a reader
    that turns writer half-way fails at once when somebody else has written meanwhile."""
    return engine.execution_options(pepinsight_writes=True)


def empty_journal(engine: Engine) -> None:
    """Clear SQLite's write-ahead log, so that what was erased does not stand there until the next checkpoint."""
    if engine.dialect.name == "sqlite":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _make_private_file(path: Path) -> None:
    # PEPs are special category data: the file is its owner's alone; SQLite gives -wal and -shm the same mode.
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600, exist_ok=True)
    except OSError as error:
        raise StoreError(f"The database {path} cannot be written: {error.strerror}.") from error


def _configure_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun by _begin_sqlite, not by the driver's own guess
    for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("pepinsight_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _upgrade(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config)
    known = {script.revision for script in scripts.walk_revisions()}
    with engine.connect() as connection:
        revision = MigrationContext.configure(connection).get_current_revision()
    if revision == scripts.get_current_head():
        return
    if revision is not None and revision not in known:
        raise StoreError("The database was made by a newer pepinsight than this one: update the program.")
    with _upgrading, writing(engine).begin() as connection:
        if engine.dialect.name == "postgresql":
            # Of two programs that start at once the second waits, as SQLite makes it do, and then has nothing to do.
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({UPGRADE_LOCK})")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
