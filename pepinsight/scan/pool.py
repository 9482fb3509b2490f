"""Where a scan's work is done: a few children of this process, each watched by a thread."""

from __future__ import annotations

import queue
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Protocol

from pepinsight.scan.errors import Stopped
from pepinsight.scan.supervise import Answer, Limits, allow_children, stop_children, supervised

Done = tuple[Any, Answer[Any]]


class Pool(Protocol):
    """What a scan asks of whatever does its work: this machine's processes, or a cluster."""

    @property
    def room(self) -> int:
        """How many more jobs may be under way; the bound is what keeps memory flat."""
        ...

    def start(self, job: Any, work: Callable[..., Any], *arguments: Any) -> None:
        """Have ``work`` done; ``job`` comes back with its answer."""
        ...

    def answers(self, timeout: float) -> list[Done]:
        """The answers that have come, waiting so many seconds for a first one. Raises what ``supervised`` raises."""
        ...

    def stop(self) -> None:
        """End everything; what is under way is left undone."""
        ...


class LocalPool:
    """So many processes of this machine, with one job more waiting for each, so that none is ever idle."""

    def __init__(self, processes: int, limits: Limits) -> None:
        self._limits = limits
        self._threads = ThreadPoolExecutor(processes, thread_name_prefix="pepinsight-scan")
        self._answers: queue.SimpleQueue[tuple[Any, Future[Answer[Any]]]] = queue.SimpleQueue()
        self.room = 2 * processes

    def start(self, job: Any, work: Callable[..., Any], *arguments: Any) -> None:
        """As ``Pool`` says."""
        self.room -= 1
        future = self._threads.submit(supervised, self._limits, work, *arguments)
        future.add_done_callback(lambda done: self._answers.put((job, done)))

    def answers(self, timeout: float) -> list[Done]:
        """As ``Pool`` says."""
        found: list[Done] = []
        try:
            while True:
                job, future = (
                    self._answers.get(timeout=0 if found else timeout) if timeout else self._answers.get(False)
                )
                self.room += 1
                found.append((job, future.result()))
        except (queue.Empty, Stopped):
            return found

    def stop(self) -> None:
        """As ``Pool`` says."""
        stop_children()
        self._threads.shutdown(wait=True, cancel_futures=True)
        allow_children()
