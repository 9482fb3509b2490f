"""A scan and what stands in its ledger afterwards, as a test asks for it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pepinsight.scan import Asked, Ledger, Limits, LocalPool, Progress, Run, reading, scan
from pepinsight.scan.reading import Line
from pepinsight.store import Store

LIMITS = Limits(seconds=60, megabytes=1500)


@dataclass(frozen=True)
class Scanned:
    """A folder of files and the folder of the run over it."""

    files: Path
    folder: Path

    @property
    def run(self) -> Run:
        return Run(self.folder)

    def put(self, name: str | bytes, data: bytes) -> Path:
        """A file among those to scan; its folders are made."""
        path = self.files / os.fsdecode(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def scan(self, limits: Limits = LIMITS, store: Store | None = None, **asked: Any) -> list[Progress]:
        """Scan to the end; returns all that was told on the way."""
        return scan_here(self.run, (str(self.files),), limits, store, **asked)

    def lines(self) -> dict[str, Line]:
        """Every file's line, by its path within the scanned folder."""
        return lines_of(self.run, self.files)


def scan_here(
    run: Run, starts: tuple[str, ...], limits: Limits = LIMITS, store: Store | None = None, **asked: Any
) -> list[Progress]:
    told: list[Progress] = []
    run.begin(Asked(starts, **asked))
    assert scan(run, LocalPool(2, limits), told.append, store)
    return told


def lines_of(run: Run, files: Path) -> dict[str, Line]:
    ledger = Ledger(run.ledger)
    try:
        return {line.path.removeprefix(f"{files}/"): line for line in reading.lines(ledger.connection)}
    finally:
        ledger.close()


def told_of(lines: dict[str, Line]) -> dict[str, Any]:
    """What two scans of the same files must agree on: all but the clock."""
    return {
        path: (line.status, line.reason, line.sha256, line.same_as, line.record and dict(line.record))
        for path, line in lines.items()
    }
