"""Scans as the pages see them: each runs in a process of its own, which the page starts and whose ledger it reads.

So closing the browser, or the app, stops no scan.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from platformdirs import user_data_dir

from pepinsight.scan import Asked, Ledger, Run, RunError, keeping, reading
from pepinsight.scan.reading import Failure, Pulse
from pepinsight.scan.walk import roots
from pepinsight.store import Store
from pepinsight.store.database import database_url


@dataclass(frozen=True, slots=True)
class State:
    """How a scan stands: files by status, failures by reason, and the sign of life."""

    counts: Counter[str]
    failures: list[Failure]
    pulse: Pulse | None

    @property
    def alive(self) -> bool:
        """Whether it is at work."""
        return self.pulse is not None and self.pulse.alive

    @property
    def finished(self) -> bool:
        """Whether nothing is left to do."""
        return self.pulse is not None and self.pulse.phase == "done" and not self.counts["waiting"]


def folder() -> Path:
    """Where scans begun on the page have their folders: beside the database, as private as that."""
    url = database_url()
    if url.get_backend_name() == "sqlite":
        database = Path(str(url.database)).absolute()
        return database.with_name(f"{database.stem}-scans")
    return Path(user_data_dir("pepinsight", appauthor=False)) / "scans"


def runs() -> list[Run]:
    """The scans begun on the page, the newest first."""
    if not folder().is_dir():
        return []
    found = [Run(path) for path in sorted(folder().iterdir(), reverse=True)]
    return [run for run in found if run.asked() is not None]


def start(path: str, rubrics: tuple[str, ...], keeper: str | None) -> Run:
    """Begin a scan of a folder, file or pattern on this machine. Raises RunError where there is none."""
    if not path.strip():
        raise RunError("Say which folder to scan.")
    starts = roots([path.strip()])
    run = Run(folder() / f"{datetime.now():%Y-%m-%d %H-%M-%S}")
    run.begin(Asked(starts, rubrics, keep=keeper))
    resume(run)
    return run


def resume(run: Run) -> None:
    """Have a process of its own go on with the scan."""
    _say(run, "starting")
    processes = max(1, (os.cpu_count() or 1) - 1)  # one is left for whoever works at this computer
    command = [sys.executable, "-m", "pepinsight.cli", "scan", "--to", str(run.folder), "--processes", str(processes)]
    with (run.folder / "scan.log").open("wb") as log:
        subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)


def pause(run: Run) -> None:
    """Ask the scan to end; it does within a second or two, and goes on when it is resumed."""
    run.pause_file.touch()


def retry(run: Run, failure: Failure) -> None:
    """Have the files that failed in this way tried again."""
    ledger = Ledger(run.ledger)
    ledger.ask_again(failure.status, failure.reason)
    alive = (told := reading.pulse(ledger.connection)) is not None and told.alive
    ledger.close()
    if not alive:
        resume(run)


def state(run: Run) -> State:
    """How the scan stands now."""
    ledger = Ledger(run.ledger)
    found = State(
        reading.counts(ledger.connection), reading.failures(ledger.connection), reading.pulse(ledger.connection)
    )
    ledger.close()
    return found


def files(run: Run, status: str, wanted: str, size: int) -> list[tuple[int, str, str | None]]:
    """The first files of a status whose path holds ``wanted``: number, path, reason."""
    ledger = Ledger(run.ledger)
    found = reading.page(ledger.connection, status, wanted, size)
    ledger.close()
    return found


def delete(run: Run) -> None:
    """Delete the scan and all that it found out; the files that it read stay as they are. Raises RunError while it is
    at work."""
    with run.locked():
        (run.folder / "run.json").unlink()
    shutil.rmtree(run.folder)


def forget(sha256: str) -> None:
    """Erase the words of a PEP that somebody had forgotten from every scan begun on the page."""
    for run in runs():
        ledger = Ledger(run.ledger)
        ledger.forget(sha256)
        ledger.close()


def bring(store: Store, run: Run, found: int, reviewer: str) -> int:
    """Bring one assessed file into the app's database; returns its number. Raises RunError when it is gone."""
    asked = run.asked()
    ledger = Ledger(run.ledger)
    try:
        return keeping.bring(store, ledger.connection, found, asked.rubrics if asked else (), reviewer)
    finally:
        ledger.close()


def last_words(run: Run) -> str:
    """What the scan's process said last: why it ended, when it ended before its time."""
    try:
        said = (run.folder / "scan.log").read_text(encoding="utf-8", errors="replace").strip()
    except FileNotFoundError:
        return ""
    return said.rsplit("\n", 1)[-1]


def _say(run: Run, phase: str) -> None:
    ledger = Ledger(run.ledger)
    with ledger.writing():
        ledger.beat(phase, 0, time.time())
    ledger.close()
