"""A page of its own database for every test, driven without a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pepinsight.ui import desk

HERE = Path(__file__).parents[2]
GOLD = HERE / "corpora" / "gold"

Opener = Callable[..., AppTest]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A fresh database, which the pages find as any user's would be found."""
    path = tmp_path / "pepinsight.db"
    monkeypatch.setenv("PEPINSIGHT_DATABASE", str(path))
    desk.store.clear()
    yield path
    desk.store().close()
    desk.store.clear()


@pytest.fixture
def pages(database: Path) -> Opener:
    """Open the application at an address, as a person with a fresh browser would."""

    def opened(**address: str) -> AppTest:
        app = AppTest.from_file(str(HERE / "app.py"), default_timeout=60)
        for name, value in address.items():
            app.query_params[name] = value
        return app.run()

    return opened


@pytest.fixture
def review(pages: Opener) -> AppTest:
    """The review of the fictional PEP, just opened from the empty list."""
    app = pages()
    app.button(key="sample-docx-list").click().run()
    assert not app.exception
    return app
