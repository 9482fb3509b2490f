"""Real SQLite files, opened as often as a test asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pepinsight.store import Store, open_store


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "team" / "pepinsight.db"


@pytest.fixture
def opened(database: Path) -> Iterator[Callable[[], Store]]:
    """Opens the same database as often as asked, as several tabs or people would."""
    stores: list[Store] = []

    def again() -> Store:
        stores.append(open_store(database))
        return stores[-1]

    yield again
    for store in stores:
        store.close()


@pytest.fixture
def store(opened: Callable[[], Store]) -> Store:
    return opened()
