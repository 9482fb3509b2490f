"""What a file can do to the process that reads it. Children import it by its name."""

from __future__ import annotations

import ctypes
import os
import re
import signal
import time
from pathlib import Path

from pepinsight.data_files import DataFileError


def double(number: int) -> int:
    return 2 * number


def own_process() -> int:
    return os.getpid()


def crash() -> None:
    ctypes.string_at(0)


def leave() -> None:
    os._exit(0)


def sleep() -> None:
    time.sleep(600)


def sleep_deaf() -> None:
    """Hang, and take no notice of being asked to end."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(600)


def hold_the_interpreter() -> None:
    """Hang within C, so that no other thread of the process can do anything about it."""
    re.match(r"(a+)+$", "a" * 40 + "b")


def swell() -> int:
    kept = []
    while True:
        kept.append(bytearray(32 * 1024**2))


def recurse() -> None:
    recurse()


def stumble() -> None:
    raise KeyError("words of a plan that must not stand in a log")


def wrong_rubric() -> None:
    raise DataFileError("rubric.yaml, line 3: no such feature")


def die_once(mark: str) -> str:
    """Die the first time, as when the system takes a process away for its own reasons."""
    if not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"
