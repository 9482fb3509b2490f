"""A scan that is ended in any way goes on where it was: nothing is done twice, nothing is lost."""

from __future__ import annotations

import contextlib
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from making_archives import AUTUMN, GOOD, SPRING, zipped
from scanning import LIMITS, Scanned, lines_of, told_of

from pepinsight.scan import Asked, Ledger, LocalPool, Outcome, Progress, Run, RunError, reading, scan
from pepinsight.scan.supervise import Answer
from pepinsight.scan.worker import Assessed

WORD = AUTUMN.read_bytes()
TOO_SLOW: Answer[Any] = Answer(None, 1.0, Outcome.TOO_SLOW, "This file was not done after 1 seconds and was given up.")
SIX = sorted(GOOD[0].parent.glob("[ab]1-0[123].docx"))


def results(run: Run) -> int:
    """How many results stand in the ledger, whoever is writing it."""
    if not run.ledger.exists():
        return 0
    connection = sqlite3.connect(run.ledger, timeout=10)
    try:
        return connection.execute("SELECT count(*) FROM results").fetchone()[0]
    except sqlite3.OperationalError:  # its tables are just being made
        return 0
    finally:
        connection.close()


def session(leader: int) -> list[int]:
    """The processes that the process with this number began and left."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            state, _, _, of = path.read_text(errors="replace").rsplit(")", 1)[1].split()[:4]
            if int(of) == leader and state != "Z":
                found.append(int(path.parent.name))
    return found


def killed_at(run: Run, files: Path, wanted: int) -> None:
    """Begin the scan as a person does, and kill it the hard way once so many results stand in its ledger."""
    command = [sys.executable, "-m", "pepinsight.cli", "scan", str(files), "--to", str(run.folder), "--processes", "2"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        until = time.monotonic() + 300
        while results(run) < wanted:
            assert process.poll() is None, "it ended before it was killed"
            assert time.monotonic() < until, "it makes no headway"
            time.sleep(0.02)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    until = time.monotonic() + 60
    while session(process.pid):  # its workers end by themselves, with no one to tell them
        assert time.monotonic() < until
        time.sleep(0.05)


def test_killed_three_times_it_ends_as_if_nobody_had_touched_it(tmp_path: Path, scanned: Scanned) -> None:
    for path in SIX:
        scanned.put(path.name, path.read_bytes())
    scanned.put("years/2024.zip", zipped({"a/plan.docx": WORD, "a/list.txt": b"Milk and bread", "later.docx": b""}))
    scanned.put("years/cut.docx", WORD[:9000])
    undisturbed = Scanned(scanned.files, tmp_path / "undisturbed")
    undisturbed.scan()
    for wanted in (0, 2, 4):
        killed_at(scanned.run, scanned.files, wanted)
    scanned.scan()
    assert told_of(scanned.lines()) == told_of(undisturbed.lines())
    assert len(scanned.lines()) == len(SIX) + 5
    ledger = sqlite3.connect(scanned.run.ledger)
    twice = "SELECT sha256 FROM results GROUP BY sha256, coalesce(previous, '') HAVING count(*) > 1"
    assert ledger.execute(twice).fetchall() == []
    ledger.close()


def test_the_same_command_again_does_nothing_and_new_files_are_all_that_is_done(scanned: Scanned) -> None:
    scanned.put("plan.docx", WORD)
    scanned.scan()
    before = scanned.lines()
    assert scanned.scan()[-1].new == 0
    assert scanned.lines() == before
    scanned.put("more.docx", SPRING.read_bytes())
    scanned.put("copy.docx", WORD)
    scanned.put("plan.docx", GOOD[2].read_bytes())  # corrected under the same name
    scanned.scan()
    lines = scanned.lines()
    assert lines["copy.docx"].made == before["plan.docx"].made
    assert lines["plan.docx"].sha256 != before["plan.docx"].sha256
    assert {line.status for line in lines.values()} == {"assessed"}


def test_a_pause_lets_what_is_done_stand(scanned: Scanned) -> None:
    scanned.put("plan.docx", WORD)
    scanned.put("other.docx", GOOD[2].read_bytes())
    scanned.run.begin(Asked((str(scanned.files),)))

    def pause(told: Progress) -> None:
        if told.found:
            scanned.run.pause_file.touch()

    assert scan(scanned.run, LocalPool(1, LIMITS), pause) is False
    waiting = [line for line in scanned.lines().values() if line.status == "waiting"]
    assert waiting
    ledger = Ledger(scanned.run.ledger)
    told = reading.pulse(ledger.connection)
    ledger.close()
    assert told is not None
    assert (told.phase, told.alive) == ("paused", False)
    scanned.scan()
    assert {line.status for line in scanned.lines().values()} == {"assessed"}


def test_two_scans_cannot_work_on_one_run(scanned: Scanned) -> None:
    scanned.run.begin(Asked((str(scanned.files),)))
    with scanned.run.locked(), pytest.raises(RunError, match="Another scan is at work"):
        scan(scanned.run, LocalPool(1, LIMITS), lambda told: None)


def test_a_run_is_not_taken_for_another_one(scanned: Scanned, tmp_path: Path) -> None:
    scanned.run.begin(Asked((str(scanned.files),)))
    with pytest.raises(RunError, match="other rubrics or settings"):
        scanned.run.begin(Asked((str(scanned.files),), rubrics=("redcar",)))
    with pytest.raises(RunError, match="not empty"):
        Run(Path(__file__).parent).begin(Asked((str(scanned.files),)))


class OneTooSlow(LocalPool):
    """A pool in which one content takes too long."""

    def answers(self, timeout: float) -> list[tuple[Any, Answer[Any]]]:
        return [(job, TOO_SLOW if self._slow(job, answer) else answer) for job, answer in super().answers(timeout)]

    def _slow(self, job: Any, answer: Answer[Any]) -> bool:
        return isinstance(answer.value, Assessed) and job.named.path.endswith(("slow.docx", "same.docx"))


def test_failed_files_are_tried_again_when_asked_and_no_others(scanned: Scanned) -> None:
    scanned.put("plan.docx", WORD)
    scanned.put("slow.docx", GOOD[2].read_bytes())
    scanned.put("same.docx", GOOD[2].read_bytes())
    scanned.put("list.txt", b"")
    scanned.run.begin(Asked((str(scanned.files),)))
    scan(scanned.run, OneTooSlow(2, LIMITS), lambda told: None)
    lines = scanned.lines()
    scanned.scan()
    assert told_of(scanned.lines()) == told_of(lines)
    ledger = Ledger(scanned.run.ledger)
    assert [(failure.status, failure.files) for failure in reading.failures(ledger.connection)] == [
        ("too_slow", 2),
        ("unreadable", 1),
    ]
    assert ledger.ask_again("too_slow", TOO_SLOW.reason) == 1
    ledger.close()
    assert scanned.scan()[-1].new == 2
    again = scanned.lines()
    assert {path: line.status for path, line in again.items()} == {
        **dict.fromkeys(("plan.docx", "slow.docx", "same.docx"), "assessed"),
        "list.txt": "unreadable",
    }
    assert again["plan.docx"].made == lines["plan.docx"].made


def test_a_ledger_only_grows(scanned: Scanned) -> None:
    scanned.put("list.txt", b"")
    scanned.scan()
    ledger = sqlite3.connect(scanned.run.ledger)
    for change in ("DELETE FROM looks", "UPDATE looks SET status = 'assessed'", "DELETE FROM found"):
        with pytest.raises(sqlite3.IntegrityError, match="only grows"):
            ledger.execute(change)
    ledger.close()


def test_a_ledger_is_its_owners_alone(scanned: Scanned) -> None:
    scanned.put("list.txt", b"")
    scanned.scan()
    assert oct(scanned.folder.stat().st_mode)[-3:] == "700"
    assert oct(scanned.run.ledger.stat().st_mode)[-3:] == "600"
    assert lines_of(scanned.run, scanned.files)["list.txt"].reason == "This file is empty."
