"""A run: the folder that holds a scan's ledger, and what the scan was asked for."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from pepinsight.scan.errors import RunError


@dataclass(frozen=True, slots=True)
class Asked:
    """What a run was asked for. ``starts`` are absolute paths; ``keep`` is the reviewer as whom assessed files are kept
    in the app's database, None to keep none; without ``compare`` each PEP is assessed by itself."""

    starts: tuple[str, ...]
    rubrics: tuple[str, ...] = ("birmingham",)
    compare: bool = True
    keep: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """The folder of a run."""

    folder: Path

    @property
    def ledger(self) -> Path:
        """Its ledger."""
        return self.folder / "ledger.db"

    @property
    def pause_file(self) -> Path:
        """While this file stands, the scan ends as soon as it sees it."""
        return self.folder / "pause"

    def asked(self) -> Asked | None:
        """What the run was asked for, None before it was ever begun."""
        try:
            told = json.loads((self.folder / "run.json").read_text(encoding="ascii"))
        except FileNotFoundError:
            return None
        return Asked(tuple(told["starts"]), tuple(told["rubrics"]), told["compare"], told["keep"])

    def begin(self, asked: Asked) -> None:
        """Make the folder, or take up the run that is there. Raises RunError when that was asked for something else."""
        before = self.asked()
        if before is not None:
            if replace(before, starts=asked.starts) != asked:
                raise RunError(f"{self.folder} holds a scan by other rubrics or settings: choose another folder.")
        elif self.folder.exists() and any(self.folder.iterdir()):
            raise RunError(f"{self.folder} is not empty and holds no scan: choose another folder.")
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            draft = self.folder / "run.json.new"
            draft.write_text(json.dumps(asdict(asked)), encoding="ascii")
            draft.replace(self.folder / "run.json")
        except OSError as error:
            raise RunError(f"{self.folder} cannot be written: {error.strerror}.") from error

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the run for this process alone; the system lets go of it when the process ends, however it ends.

        Raises RunError while another holds it.
        """
        with (self.folder / "lock").open("a+b") as file:
            try:
                _lock(file.fileno())
            except OSError as error:
                raise RunError(f"Another scan is at work in {self.folder}.") from error
            yield


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
