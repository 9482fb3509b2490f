"""A Dask cluster at work on a scan: each of its threads has a killable child of its own, as on one machine.

At most a few hundred jobs are under way, so memory stays flat here and on the scheduler however many files there are.
A worker that is lost costs a retry: what it had is done by another.
"""

from __future__ import annotations

import multiprocessing
import queue
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pepinsight.data_files import DataFileError
from pepinsight.scan.errors import NoWorker, Stopped
from pepinsight.scan.pool import Done
from pepinsight.scan.supervise import Answer, Limits, supervised
from pepinsight.scan.worker import Outcome

MOST_UNDER_WAY = 400
A_THREAD = 4
"""Jobs under way for each thread of the cluster: while one is done, the next ones travel."""
CONNECT_SECONDS = 30
COUNT_SECONDS = 10.0
RETRIES = 3
DAEMON_SETTING = "DASK_DISTRIBUTED__WORKER__DAEMON=False"

_POISON = "This file makes its reader crash again and again, and was given up."


class DaskPool:
    """The cluster at ``address``. Its workers must see the files under the same paths and have the same pepinsight.

    Raises NoWorker when that is not so.
    """

    def __init__(self, address: str, limits: Limits, starts: Sequence[str]) -> None:
        try:
            from distributed import Client
        except ImportError as error:
            raise NoWorker("A cluster needs Dask: install pepinsight[dask].") from error
        try:
            self._client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError, RuntimeError) as error:
            raise NoWorker(f"The cluster at {address} could not be reached: {error}.") from error
        self._address, self._limits = address, limits
        self._answers: queue.SimpleQueue[tuple[Any, Any]] = queue.SimpleQueue()
        self._under_way: dict[Any, tuple[Callable[..., Any], tuple[Any, ...]]] = {}
        self._counted, self._threads = 0.0, 0
        self._check(starts)

    def _check(self, starts: Sequence[str]) -> None:
        try:
            self._client.wait_for_workers(1, timeout=CONNECT_SECONDS)
        except TimeoutError as error:
            raise NoWorker(f"The cluster at {self._address} has no workers.") from error
        found = self._client.run(unfit, version("pepinsight"), list(starts))
        for worker, why in found.items():
            if why is not None:
                raise NoWorker(f"The worker {worker} cannot help: {why}")

    @property
    def room(self) -> int:
        """As ``Pool`` says; it grows and shrinks with the cluster."""
        if time.monotonic() - self._counted > COUNT_SECONDS:
            self._counted, self._threads = time.monotonic(), sum(self._client.nthreads().values())
        return min(MOST_UNDER_WAY, max(A_THREAD, A_THREAD * self._threads)) - len(self._under_way)

    def start(self, job: Any, work: Callable[..., Any], *arguments: Any) -> None:
        """As ``Pool`` says."""
        self._under_way[job] = work, arguments
        future = self._client.submit(supervised, self._limits, work, *arguments, pure=False, retries=RETRIES)
        future.add_done_callback(lambda done: self._answers.put((job, done)))

    def answers(self, timeout: float) -> list[Done]:
        """As ``Pool`` says."""
        found: list[Done] = []
        try:
            while True:
                wait = timeout > 0 and not found
                job, future = self._answers.get(wait, timeout if wait else None)
                answer = self._answer(future)
                work, arguments = self._under_way.pop(job)
                if answer is None:
                    self.start(job, work, *arguments)
                else:
                    found.append((job, answer))
        except queue.Empty:
            if self._client.status not in ("running", "connecting"):
                raise self._lost() from None
            return found

    def stop(self) -> None:
        """As ``Pool`` says. The cluster itself goes on."""
        self._client.close(timeout=5)

    def _answer(self, future: Any) -> Answer[Any] | None:
        """What came of it; None when it is to be done again."""
        from distributed import KilledWorker

        error = future.exception() if future.status == "error" else None
        if isinstance(error, (DataFileError, NoWorker)):
            raise error
        if isinstance(error, KilledWorker):
            return Answer(None, 0.0, Outcome.TOO_LARGE, _POISON)
        if error is not None and not isinstance(error, Stopped):
            place = type(error).__name__
            return Answer(None, 0.0, Outcome.UNREADABLE, f"The cluster could not work through this file ({place}).")
        if error is not None or future.status != "finished":
            if self._client.status != "running":
                raise self._lost()
            return None
        answer: Answer[Any] = future.result()
        return answer

    def _lost(self) -> NoWorker:
        return NoWorker(f"The cluster at {self._address} was lost. The same command goes on.")


def unfit(wanted: str, starts: Sequence[str]) -> str | None:
    """Why the worker on which this is run cannot help, None when it can."""
    if multiprocessing.current_process().daemon:
        return f"it may not have killable children: start it with {DAEMON_SETTING}."
    if version("pepinsight") != wanted:
        return f"it has pepinsight {version('pepinsight')}, not {wanted}."
    unseen = next((start for start in starts if not Path(start).exists()), None)
    return f"it does not see {unseen}." if unseen is not None else None
