"""A database's connections, and one transaction for each thing that is asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from pepinsight.store.database import plain_errors, writing


class Connected:
    """Safe to share between threads; several programs may open the same database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._read = sessionmaker(engine)
        self._write = sessionmaker(writing(engine))

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with plain_errors(), self._read() as session:
            yield session

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with plain_errors(), self._write.begin() as session:
            yield session

    def close(self) -> None:
        """Let go of the database's connections."""
        self._engine.dispose()
