"""Scan many variants of the corpus' PEPs: what a file takes, whether memory grows, whether a second process pays.

Variants are made cheaply: other names, dates and numbers in the Word files; the PDFs get other bytes after their end.
Files of the held-out authors are not opened. The speed on two processes is held against that of a bare loop on two,
in the same run, since two cores of one machine are seldom worth two. The same files are scanned once more by a process
that is killed on the way (SIGKILL), and what stands in the two ledgers is compared.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from pepinsight.documents import read
from pepinsight.plan import recognise
from pepinsight.scan import Asked, Ledger, Limits, LocalPool, Outcome, Progress, Run, reading, scan
from pepinsight.scan.places import Seen
from pepinsight.scan.supervise import Answer
from pepinsight.scan.worker import Assessed, look

GOLD = Path(__file__).parent.parent / "corpora" / "gold"
NAMES = ("Avery", "Blake", "Casey", "Devon", "Ellis", "Frankie", "Harper", "Jamie", "Kit", "Lane", "Morgan", "Rowan")
_DATE = re.compile(r"\b(\d{1,2})/(\d{2})/(20\d{2})\b")
_NUMBER = re.compile(r"(?<![\d/.:-])\d{2,3}(?![\d/.:-])")
_WORDS = re.compile(r"(<w:t[^>]*>)([^<]+)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--first", type=int, default=1_000, help="when memory is looked at first")
    parser.add_argument("--kills", type=int, default=3, help="how often the second scan of the same files is killed")
    parser.add_argument("--speed", type=int, default=200, help="files for the comparison of one process with two")
    parser.add_argument("--ledger", type=int, default=50_000, help="empty files for the scan's own share of the work")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pepinsight-soak-") as folder:
        if chosen.ledger:
            ledger_alone(Path(folder), chosen.ledger)
        if chosen.files:
            soak(Path(folder), chosen.files, chosen.processes, chosen.first)
            if chosen.kills:
                killed(Path(folder), chosen.files, chosen.processes, chosen.kills)
        if chosen.speed:
            speed(Path(folder), chosen.speed)


class Answered:
    """A pool that knows every answer at once: what is left is the scan's own work, on one core."""

    room = 64

    def __init__(self) -> None:
        self._answers: list[tuple[Any, Answer[Any]]] = []
        self._record = random.Random(0).randbytes(20_000)  # about what a PEP's record comes to, compressed

    def start(self, job: Any, work: Callable[..., Any], *arguments: Any) -> None:
        if work is look:
            answer: Answer[Any] = Answer(Seen(f"{job.id:064}"), 0.0)
        else:
            answer = Answer(Assessed(Outcome.ASSESSED, None, self._record), 0.0)
        self.room -= 1
        self._answers.append((job, answer))

    def answers(self, timeout: float) -> list[tuple[Any, Answer[Any]]]:
        done, self._answers, self.room = self._answers, [], 64
        return done

    def stop(self) -> None:
        self._answers = []


def ledger_alone(folder: Path, files: int) -> None:
    """What the scan itself takes a file, however many workers it has: finding, the ledger, and the disk's promise."""
    for number in range(files):
        target = folder / "empty" / f"{number // 1000:03}" / f"{number}.docx"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.touch()
    run = Run(folder / "alone")
    run.begin(Asked((str(folder / "empty"),), compare=False))
    marks = {files // 10: 0.0, files: 0.0}

    def watch(told: Progress) -> None:
        for mark, size in marks.items():
            if told.done >= mark and not size:
                marks[mark] = held(0)

    begun, busy = time.monotonic(), time.process_time()
    scan(run, Answered(), watch)
    seconds, busy = time.monotonic() - begun, time.process_time() - busy
    print(f"the scan itself: {files / seconds:.0f} files a second ({files / busy:.0f} a second of processor time)")
    print("its memory: " + ", ".join(f"{size:.0f} MB at file {mark}" for mark, size in marks.items()))


def soak(folder: Path, files: int, processes: int, first: int) -> None:
    make(folder / "files", files)
    marks = {first: "", files: ""}

    def watch(told: Progress) -> None:
        for mark, seen in marks.items():
            if told.phase == "scanning" and told.done >= mark and not seen:
                marks[mark] = memory()

    begun = time.monotonic()
    scan_on(folder / "run", folder / "files", processes, watch)
    seconds = time.monotonic() - begun
    print(f"{files} files on {processes} processes: {seconds:.0f} s, {files / seconds:.2f} a second")
    for mark, seen in marks.items():
        print(f"memory at file {mark}: {seen}")
    ledger = folder / "run" / "ledger.db"
    print(f"ledger: {ledger.stat().st_size / files / 1024:.1f} KB a file")


def killed(folder: Path, files: int, processes: int, kills: int) -> None:
    """Whether a scan that is killed on the way ends as the undisturbed one did, the clock left out."""
    run = Run(folder / "killed")
    command = [
        *(sys.executable, "-m", "pepinsight.cli", "scan", str(folder / "files"), "--to", str(run.folder), "--alone"),
        *("--processes", str(processes)),
    ]
    for kill in range(1, kills + 1):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
        while process.poll() is None and done(run) < files * kill // (kills + 1):
            time.sleep(0.5)
        process.send_signal(signal.SIGKILL)
        process.wait()
        print(f"killed with {done(run)} of {files} files done")
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)  # 1 where files failed, which the ledger tells
    same = told(run) == told(Run(folder / "run"))
    print("its results are those of the undisturbed scan" if same else "ITS RESULTS DIFFER from the undisturbed scan's")


def done(run: Run) -> int:
    """How many files of a run are done, whoever is writing its ledger."""
    if not run.ledger.exists():
        return 0
    ledger = sqlite3.connect(run.ledger, timeout=30)
    try:
        return sum(number for status, number in reading.counts(ledger).items() if status != "waiting")
    except sqlite3.OperationalError:  # its tables are just being made
        return 0
    finally:
        ledger.close()


def told(run: Run) -> dict[str, str]:
    """A fingerprint of what the ledger tells of each file, the clock left out."""
    ledger = Ledger(run.ledger)
    try:
        return {
            line.path: sha256(
                repr((line.status, line.reason, line.sha256, line.same_as)).encode()
                + json.dumps(dict(line.record or {}), sort_keys=True, default=str).encode()
            ).hexdigest()
            for line in reading.lines(ledger.connection)
        }
    finally:
        ledger.close()


def speed(folder: Path, files: int) -> None:
    """How much faster two processes are than one, for the scan and for a bare loop."""
    make(folder / "some", files)
    make(folder / "warm", 12)
    taken = {}
    for processes in (1, 2):
        # The pipeline is loaded once a scan; that time is not the files', so a few go before the clock starts.
        begun = 0.0

        def watch(told: Progress) -> None:
            nonlocal begun
            if told.done and not begun:
                begun = time.monotonic()

        scan_on(folder / f"run-{processes}", folder / "some", processes, watch)
        taken[processes] = time.monotonic() - begun
    bare = {processes: loops(processes) for processes in (1, 2)}
    print(f"scan: {files / taken[1]:.2f} a second on 1 process, {files / taken[2]:.2f} on 2: {taken[1] / taken[2]:.2f}")
    print(f"bare loop: 2 processes are worth {2 * bare[1] / bare[2]:.2f} of 1")


def loops(processes: int) -> float:
    begun = time.monotonic()
    with ProcessPoolExecutor(processes) as pool:
        list(pool.map(loop, [20_000_000] * processes))
    return time.monotonic() - begun


def loop(times: int) -> int:
    total = 0
    for number in range(times):
        total += number & 7
    return total


def scan_on(to: Path, files: Path, processes: int, watch: object) -> None:
    run = Run(to)
    run.begin(Asked((str(files),), compare=False))
    scan(run, LocalPool(processes, Limits()), watch)  # type: ignore[arg-type]


def memory() -> str:
    """What this process holds, and each of its workers counting what they share only once, in MB."""
    workers = [held(child.pid or 0) for child in multiprocessing.active_children()]
    return f"{held(0):.0f} MB here, {' + '.join(f'{size:.0f}' for size in workers)} MB in the workers"


def held(process: int) -> float:
    """The process' share of memory (Pss; 0 for this one), in MB, as Linux counts it."""
    told = Path(f"/proc/{process or 'self'}/smaps_rollup").read_text()
    return sum(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:")) / 1024


def make(folder: Path, count: int) -> None:
    folder.mkdir()
    chance = random.Random(count)
    held_out = tuple(yaml.safe_load((GOLD / "evaluation.yaml").read_text(encoding="utf-8"))["held_out"])
    sources = [path for path in sorted(GOLD.glob("*-0?.*")) if path.suffix in (".docx", ".pdf")]
    sources = [path for path in sources if not path.name.startswith(held_out)]
    names = {path: recognise(read(path)).child.names for path in sources if path.suffix == ".docx"}
    for number in range(count):
        source = sources[number % len(sources)]
        target = folder / f"{number // 1000:03}" / f"{number:07}{source.suffix}"
        target.parent.mkdir(exist_ok=True)
        if source.suffix == ".pdf":
            target.write_bytes(source.read_bytes() + b"\n%% variant %d\n" % number)
        else:
            vary(source, target, names[source], chance)


def vary(source: Path, target: Path, names: tuple[str, ...], chance: random.Random) -> None:
    """Write the Word file with another name, other dates and other numbers."""
    name = chance.choice(NAMES)

    def other(found: re.Match[str]) -> str:
        words = found[2]
        for given in names:
            words = re.sub(rf"\b{re.escape(given)}\b", name, words)
        words = _DATE.sub(lambda date: f"{chance.randint(1, 28):02}/{date[2]}/{date[3]}", words)
        return found[1] + _NUMBER.sub(lambda figure: str(chance.randint(10, 99)) + figure[0][2:], words)

    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for member in old.infolist():
            data = old.read(member)
            if member.filename == "word/document.xml":
                data = _WORDS.sub(other, data.decode("utf-8")).encode("utf-8")
            new.writestr(member, data)


if __name__ == "__main__":
    main()
