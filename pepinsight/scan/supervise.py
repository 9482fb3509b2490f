"""Work done in a child process that may be killed: one a thread, replaced when it crashes, hangs or swells.

A child has a pipe of its own, so that one which dies at the worst moment leaves no lock behind and no other in wait.
"""

from __future__ import annotations

import atexit
import faulthandler
import importlib
import logging
import multiprocessing as mp
import os
import signal
import sys
import threading
import time
import traceback
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Generic, TypeVar

from pepinsight.data_files import DataFileError
from pepinsight.documents import Unreadable
from pepinsight.scan.errors import NoWorker, Stopped
from pepinsight.scan.worker import Outcome

T = TypeVar("T")

START_SECONDS = 600.0
"""How long a child may take to load the pipeline: seconds in truth, minutes on a cold disk of a busy machine."""
RECYCLED_AFTER = 500
"""Tasks after which a child is replaced, so that no library's leak adds up over a night."""
_PIPELINE = ("pepinsight.scan.worker", "pepinsight.scan.pipeline")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost: seconds, and megabytes beyond what a fresh worker takes (where the system can say so)."""

    seconds: float = 120.0
    megabytes: int = 2048


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What came of the work, or why it was given up; and the seconds that it took."""

    value: T | None
    seconds: float
    status: Outcome | None = None
    reason: str | None = None


def supervised(limits: Limits, work: Callable[..., T], *arguments: Any) -> Answer[T]:
    """Have ``work`` done in this thread's own child process, within ``limits``. For the local pool and Dask alike.

    Raises NoWorker, Stopped, and DataFileError where a rubric or word list cannot be used.
    """
    answer = _child(limits).do(work, *arguments)
    if answer is None:  # lost, perhaps through no fault of this file (the system was short of memory): once more
        begun = time.monotonic()
        answer = _child(limits).do(work, *arguments)
    return answer or Answer(None, time.monotonic() - begun, Outcome.TOO_LARGE, _too_large(limits))


def stop_children() -> None:
    """Kill every child of this process at once: work under way raises Stopped in its thread."""
    _stopping.set()
    with _lock:
        for child in _children:
            child.kill()
        _children.clear()


def allow_children() -> None:
    """Let threads have children again after ``stop_children``."""
    _stopping.clear()


def _too_large(limits: Limits) -> str:
    return f"This file needs more than {limits.megabytes} MB of memory, or makes its reader crash, and was given up."


class _Child:
    """One process and the pipe to it, used by one thread."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.tasks = 0
        here, there = _context().Pipe()
        self._process = _context().Process(target=_serve, args=(there, limits), daemon=True, name="pepinsight-worker")
        try:
            self._process.start()
        except (OSError, EOFError, AssertionError) as error:  # AssertionError: a daemon may not have children
            raise NoWorker(f"A worker process cannot be started here: {error}.") from error
        there.close()
        self._pipe: Connection[Any, Any] = here
        if self._next(START_SECONDS) != "ready":
            self.kill()
            if _stopping.is_set():
                raise Stopped
            raise NoWorker("A worker process was started, but did not come to load pepinsight.")

    def do(self, work: Callable[..., T], *arguments: Any) -> Answer[T] | None:
        """What came of it; None when the child was lost over it."""
        self.tasks += 1
        begun = time.monotonic()
        try:
            self._pipe.send((work, arguments))
            answer = self._next(self.limits.seconds)
        except OSError:
            answer = None
        seconds = time.monotonic() - begun
        if _stopping.is_set() and not isinstance(answer, Answer):
            raise Stopped
        if isinstance(answer, DataFileError):
            raise answer
        if answer == "late":
            self.kill()
            slow = f"This file was not done after {self.limits.seconds:.0f} seconds and was given up."
            return Answer(None, seconds, Outcome.TOO_SLOW, slow)
        if answer is None or self.tasks >= RECYCLED_AFTER:
            self.kill()
        return answer  # type: ignore[no-any-return]

    def _next(self, seconds: float) -> Any:
        """What the child sends next; "late" after these seconds, None when it has died."""
        ready = wait([self._pipe, self._process.sentinel], timeout=seconds)
        if self._pipe in ready:
            try:
                return self._pipe.recv()
            except (EOFError, OSError):
                return None
        return None if ready else "late"

    @property
    def alive(self) -> bool:
        """Whether it can be given work."""
        return self._process.is_alive() and not self._pipe.closed

    def kill(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()
        self._process.join(5)


_own = threading.local()
_children: set[_Child] = set()
_lock = threading.Lock()
_stopping = threading.Event()
atexit.register(stop_children)


def _child(limits: Limits) -> _Child:
    child: _Child | None = getattr(_own, "child", None)
    if child is not None and child.alive and child.limits == limits:
        return child
    if child is not None:
        child.kill()
        with _lock:
            _children.discard(child)
    if _stopping.is_set():
        raise Stopped
    _own.child = child = _Child(limits)
    with _lock:
        _children.add(child)
    return child


def _context() -> Any:
    """How children are made. Where the system can, from a server that has loaded the pipeline once: a replaced child
    costs milliseconds, and all share its memory."""
    if "forkserver" not in mp.get_all_start_methods():
        return mp.get_context("spawn")
    context = mp.get_context("forkserver")
    context.set_forkserver_preload(list(_PIPELINE))
    return context


def _serve(pipe: Connection[Any, Any], limits: Limits) -> None:
    """The child's life: one task after another until the pipe is closed, as when its parent dies."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group: the parent sees to its children
    warnings.simplefilter("ignore")
    logging.getLogger().addHandler(logging.NullHandler())  # what is wrong with a file stands in its line of the ledger
    for module in _PIPELINE:
        importlib.import_module(module)
    _limit_memory(limits.megabytes)
    pipe.send("ready")
    with Path(os.devnull).open("w") as nowhere:
        while True:
            try:
                work, arguments = pipe.recv()
            except (EOFError, OSError):
                return
            # Should the parent be killed meanwhile, nobody is left to end a task that hangs: this thread of C's does.
            faulthandler.dump_traceback_later(limits.seconds + 30, exit=True, file=nowhere)
            begun = time.monotonic()
            try:
                answer: Any = Answer(work(*arguments), time.monotonic() - begun)
            except BaseException as error:
                answer = _failed(error, time.monotonic() - begun, limits)
            faulthandler.cancel_dump_traceback_later()
            try:
                pipe.send(answer)
            except OSError:
                return
            if isinstance(answer, Answer) and answer.status is Outcome.TOO_LARGE:
                return  # a process that ran out of memory is not to be trusted with the next file


def _failed(error: BaseException, seconds: float, limits: Limits) -> Any:
    if isinstance(error, DataFileError):
        return error
    if isinstance(error, MemoryError):
        return Answer(None, seconds, Outcome.TOO_LARGE, _too_large(limits))
    if isinstance(error, Unreadable):
        return Answer(None, seconds, Outcome.UNREADABLE, str(error))
    where = traceback.extract_tb(error.__traceback__)[-1]  # the error's own words are left out: they may quote a PEP
    place = f"{type(error).__name__} in {Path(where.filename).name}, line {where.lineno}"
    reason = f"pepinsight could not work through this file ({place}); please report this fault."
    return Answer(None, seconds, Outcome.UNREADABLE, reason)


def _limit_memory(megabytes: int) -> None:
    """Let this process grow by so much and no more. Only Linux both knows its size and holds to such a limit."""
    if sys.platform != "linux":
        return
    import resource

    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * resource.getpagesize() + megabytes * 1024**2
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
