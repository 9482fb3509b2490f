"""The loop of a scan: find files, have them looked at and assessed, write down what became of each.

All that it knows stands in the ledger, and each step writes before the next begins: however a scan ends, the same one
begun again goes on from there.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pepinsight.rubrics import load_rubric
from pepinsight.scan import reading
from pepinsight.scan.compare import comparisons
from pepinsight.scan.errors import RunError
from pepinsight.scan.keeping import keep
from pepinsight.scan.ledger import Ledger, Standing
from pepinsight.scan.places import Seen
from pepinsight.scan.pool import Pool
from pepinsight.scan.run import Asked, Run
from pepinsight.scan.supervise import Answer
from pepinsight.scan.walk import Found, walk
from pepinsight.scan.worker import Assessed, Named, Options, assess_one, look
from pepinsight.store import Store

WALK_SECONDS = 0.1
"""How long the scan looks for files before it sees to its workers again."""
WAIT_SECONDS = 0.5
BEAT_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a scan is, in files. ``new`` of ``done`` were done in the ``seconds`` since it began or took up its
    phase; ``searching`` while more may be found. The phase "comparing" counts the PEPs that say whose they are."""

    phase: str
    found: int
    done: int
    failed: int
    new: int
    seconds: float
    searching: bool


Watch = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class _Compare:
    """A content under way to be assessed, compared with an earlier one where that is given."""

    named: Named
    previous: Named | None = None


def scan(run: Run, pool: Pool, watch: Watch, store: Store | None = None) -> bool:
    """Do what the run was asked for; True when all is done, False when it was paused.

    With ``store``, assessed files are kept there. Raises RunError when the folder holds no scan or another is at work
    on it, and what ``supervised`` raises.
    """
    asked = run.asked()
    if asked is None:
        raise RunError(f"{run.folder} holds no scan.")
    for rubric in asked.rubrics:
        load_rubric(rubric)  # a rubric that cannot be used is told before a night is spent
    with run.locked():
        run.pause_file.unlink(missing_ok=True)
        sitting = _Sitting(run, asked, pool, watch, store)
        try:
            return sitting.work()
        finally:
            pool.stop()
            sitting.end()


class _Sitting:
    """One stretch of work on a run, from a start to an end or a stop."""

    def __init__(self, run: Run, asked: Asked, pool: Pool, watch: Watch, store: Store | None) -> None:
        self._run, self._asked, self._pool, self._watch, self._store = run, asked, pool, watch, store
        self._options, self._keeper = Options(asked.rubrics, keep=store is not None), asked.keep or ""
        self._ledger = Ledger(run.ledger)
        self._files: Iterator[Found] | None = walk(asked.starts, run.folder)
        self._after_look = self._after_content = 0
        self._under_way: set[str] = set()  # contents that a worker has: their other copies need no second one
        self._looking = 0
        standing = reading.counts(self._ledger.connection)
        self._waiting, again = reading.unfinished(self._ledger.connection)
        self._found = standing.total()
        self._done = self._found - standing["waiting"] - again
        self._failed = sum(files for status, files in standing.items() if reading.failed(status)) - again
        self._phase, self._end_phase = "scanning", "stopped"
        self._begun = self._beaten = time.time()
        self._new = 0
        self._beat()
        self._tell()

    def work(self) -> bool:
        """Assess what is found, then compare; False when paused on the way."""
        while True:
            if not self._assess() or (self._asked.compare and not self._compare()):
                self._end_phase = "paused"
                return False
            if not any(reading.unfinished(self._ledger.connection)):
                self._end_phase = "done"
                return True
            self._phase = "scanning"  # meanwhile somebody has asked for failed files to be tried again

    def end(self) -> None:
        """Say in the ledger that no scan is at work."""
        self._phase = self._end_phase
        self._beat()
        self._ledger.close()

    def _assess(self) -> bool:
        fresh = True
        while not self._run.pause_file.exists():
            self._search()
            while self._pool.room > 0 and (self._start_content() or self._start_look()):
                fresh = False
            if not self._under_way and not self._looking and self._files is None:
                if fresh:
                    return True
                fresh, self._after_look, self._after_content = True, 0, 0  # somebody may have asked for some again
                continue
            self._take()
        return False

    def _compare(self) -> bool:
        total = self._ledger.connection.execute("SELECT count(*) FROM children").fetchone()[0]
        self._phase, self._begun, self._found, self._done, self._new = "comparing", time.time(), total, 0, 0
        waiting = comparisons(self._ledger)
        more = True
        while not self._run.pause_file.exists():
            while more and self._pool.room > 0:
                pair = next(waiting, None)
                if pair is None:
                    more = False
                elif pair[1] is None:
                    self._count(1)
                else:
                    self._start(*pair)
            if not self._under_way:
                return True
            self._take()
        return False

    def _search(self) -> None:
        """Write down files found, for a moment."""
        if self._files is None:
            return
        until, some = time.monotonic() + WALK_SECONDS, []
        for file in self._files:
            some.append(file)
            if time.monotonic() > until:
                break
        else:
            self._files = None
        with self._ledger.writing():
            new, troubled = self._ledger.add_found(some)
        self._found += new
        self._count(troubled)

    def _start_content(self) -> bool:
        while (following := self._ledger.next_content(self._after_content)) is not None:
            self._after_content, content = following
            if content.sha256 not in self._under_way:
                self._start(content)
                return True
        return False

    def _start(self, content: Named, previous: Named | None = None) -> None:
        self._under_way.add(content.sha256)
        self._pool.start(_Compare(content, previous), assess_one, content, self._options, previous)

    def _start_look(self) -> bool:
        following = self._ledger.next_look(self._after_look)
        if following is None:
            return False
        self._after_look = following.id
        self._looking += 1
        self._pool.start(following, look, following.place)
        return True

    def _take(self) -> None:
        """Write down what has been answered."""
        answers = self._pool.answers(0.0 if self._files is not None else WAIT_SECONDS)
        for _, answer in answers:  # kept before it is called done: should the scan end between, it is kept once more
            if self._store is not None and isinstance(answer.value, Assessed) and answer.value.kept is not None:
                keep(self._store, answer.value.kept, self._keeper, self._phase == "comparing")
        if answers:
            with self._ledger.writing():
                for job, answer in answers:
                    if isinstance(job, Standing):
                        self._looked(job, answer)
                    else:
                        self._assessed(job, answer)
        self._tell()

    def _looked(self, standing: Standing, answer: Answer[Seen]) -> None:
        self._looking -= 1
        self._found += self._ledger.add_look(standing, answer)
        sha256 = answer.value.sha256 if answer.value else None
        if sha256 is None or (self._ledger.has_result(sha256) and sha256 not in self._waiting):
            self._count(1, failed=answer.status is not None and reading.failed(answer.status))
        else:
            self._waiting[sha256] += 1

    def _assessed(self, job: _Compare, answer: Answer[Assessed]) -> None:
        self._ledger.add_result(job.named, answer, job.previous)
        self._under_way.discard(job.named.sha256)
        status = answer.value.status if answer.value else answer.status
        files = self._waiting.pop(job.named.sha256, 1)
        self._count(files, failed=status is not None and reading.failed(status) and job.previous is None)

    def _count(self, files: int, failed: bool = False) -> None:
        self._done += files
        self._new += files
        self._failed += files if failed else 0

    def _tell(self) -> None:
        seconds = time.time() - self._begun
        searching = self._files is not None
        self._watch(Progress(self._phase, self._found, self._done, self._failed, self._new, seconds, searching))
        if time.time() - self._beaten >= BEAT_SECONDS:
            self._beat()

    def _beat(self) -> None:
        self._beaten = time.time()
        with self._ledger.writing():
            self._ledger.beat(self._phase, self._new, self._begun)
