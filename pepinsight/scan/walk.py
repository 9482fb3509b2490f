"""Every file under folders, globs and paths, in the order of their names. Links within a folder are not followed."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pepinsight.scan.errors import RunError
from pepinsight.scan.places import Place, shown

LINK = "This is a link to elsewhere, which is not followed."
NO_FILE = "This is no ordinary file (a device, a pipe or a socket)."
CLOSED = "This folder or file could not be opened: the computer refused access to it."


@dataclass(frozen=True, slots=True)
class Found:
    """A file that stands somewhere. ``stamp`` changes with its content; ``trouble`` says why it is not even opened."""

    place: Place
    path: str
    stamp: str
    trouble: str | None = None


def roots(patterns: Iterable[str]) -> tuple[str, ...]:
    """The files and folders that paths and globs name, as absolute paths. Raises RunError where there is none."""
    found: dict[str, None] = {}
    for pattern in patterns:
        matches = [pattern] if os.path.lexists(pattern) else sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207
        if not matches:
            raise RunError(f"there is no file or folder {shown(pattern)}")
        found |= dict.fromkeys(str(Path(match).absolute()) for match in matches)
    return tuple(found)


def walk(starts: Iterable[str], leave_out: Path) -> Iterator[Found]:
    """Every file under ``starts``, which are followed where they are links; ``leave_out`` is the run's own folder."""
    own = os.path.realpath(leave_out)
    for start in starts:
        yield from _walk(os.path.realpath(start) if Path(start).is_symlink() else start, own)


def _walk(start: str, own: str) -> Iterator[Found]:
    waiting = [start]  # a list and no recursion: folders may be nested as deeply as the system bears
    while waiting:
        path = waiting.pop()
        try:
            about = os.lstat(path)
            if stat.S_ISDIR(about.st_mode):
                if os.path.realpath(path) != own:
                    waiting.extend(sorted((entry.path for entry in os.scandir(path)), reverse=True))
                continue
        except OSError:
            yield Found(Place(path), shown(path), "closed", CLOSED)
            continue
        stamp = f"{about.st_size}:{about.st_mtime_ns}"
        trouble = LINK if stat.S_ISLNK(about.st_mode) else None if stat.S_ISREG(about.st_mode) else NO_FILE
        yield Found(Place(path), shown(path), stamp, trouble)
