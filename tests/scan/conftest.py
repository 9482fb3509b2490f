"""Scans in this process: its workers are real children, forked from one server that has loaded the pipeline once."""

from __future__ import annotations

from pathlib import Path

import pytest
from scanning import Scanned


@pytest.fixture
def scanned(tmp_path: Path) -> Scanned:
    """A scan yet to be made, over the empty folder ``files``."""
    (tmp_path / "files").mkdir()
    return Scanned(tmp_path / "files", tmp_path / "run")
