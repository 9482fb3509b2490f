"""How far a scan is, on one line that is written over; nothing where nobody watches."""

from __future__ import annotations

import time
from typing import TextIO

from pepinsight.scan.work import Progress

EVERY_SECONDS = 0.5
_WIDTH = 24


class Bar:
    """Call it with each Progress."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shows = stream.isatty()
        self._shown = 0.0

    def __call__(self, progress: Progress) -> None:
        """Show it, at most twice a second."""
        if self._shows and time.monotonic() - self._shown >= EVERY_SECONDS:
            self._shown = time.monotonic()
            self._stream.write(f"\r\x1b[K{line(progress)}")
            self._stream.flush()

    def end(self) -> None:
        """Leave the line clean for what is written next."""
        if self._shows:
            self._stream.write("\r\x1b[K")
            self._stream.flush()


def line(progress: Progress) -> str:
    """One line: the bar, files done, failed, the rate, the time left."""
    share = progress.done / progress.found if progress.found else 0.0
    full = int(_WIDTH * share)
    what = "comparing" if progress.phase == "comparing" else "done"
    of = f"{progress.found}+" if progress.searching else str(progress.found)
    says = [f"[{'#' * full}{'.' * (_WIDTH - full)}] {progress.done} of {of} {what}, {progress.failed} failed"]
    rate = progress.new / progress.seconds if progress.seconds > 0 else 0.0
    if rate > 0:
        says.append(f"{rate:.1f} a second" if rate >= 1 else f"{rate * 60:.1f} a minute")
        if not progress.searching:
            says.append(f"{duration((progress.found - progress.done) / rate)} left")
    return ", ".join(says)


def duration(seconds: float) -> str:
    """A time as a person says it: "3 min", "2 h 05 min", "4 days 6 h"."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return f"{max(0, round(seconds))} s"
    if minutes < 60:
        return f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    if hours < 48:
        return f"{hours} h {minutes:02} min"
    return f"{hours // 24} days {hours % 24} h"
