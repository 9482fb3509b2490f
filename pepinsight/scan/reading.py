"""What a person asks of a ledger: how far the scan is, which files failed and why, and every file's line."""

from __future__ import annotations

import sqlite3
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pepinsight.scan.places import Place
from pepinsight.scan.worker import FAILED, Named, plain_record

SILENT_SECONDS = 30.0
"""A scan that has not shown a sign of life for so long has been ended from outside."""


@dataclass(frozen=True, slots=True)
class Line:
    """One file of the scan. ``same_as`` is the first file, by path, that holds the same bytes, None for that one."""

    path: str
    status: str
    reason: str | None
    seconds: float | None
    sha256: str | None
    same_as: str | None
    made: str | None
    record: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Failure:
    """Files that failed in the same way."""

    status: str
    reason: str
    files: int


@dataclass(frozen=True, slots=True)
class Pulse:
    """How the scan does: its phase, the files done since that began, the seconds since then and since it last spoke."""

    phase: str
    done: int
    running_for: float
    silent_for: float

    @property
    def alive(self) -> bool:
        """Whether a scan is at work."""
        return self.phase in ("starting", "scanning", "comparing") and self.silent_for < SILENT_SECONDS


def counts(connection: sqlite3.Connection) -> Counter[str]:
    """How many files there are of each status; "waiting" for those not done."""
    return Counter(dict(connection.execute("SELECT status, count(*) FROM files GROUP BY status").fetchall()))


def unfinished(connection: sqlite3.Connection) -> tuple[Counter[str], int]:
    """Files whose content waits for a result, or for another one, by its checksum; and how many of all that are not
    new are to be tried again."""
    rows = connection.execute(
        "SELECT sha256, count(*), sum(status != 'waiting') FROM files WHERE sha256 IS NOT NULL AND "
        "(status = 'waiting' OR result IN (SELECT result FROM retries)) GROUP BY sha256"
    ).fetchall()
    again = connection.execute(
        "SELECT count(*) FROM files WHERE sha256 IS NULL AND look IN (SELECT look FROM retries)"
    ).fetchone()[0]
    return Counter({sha256: files for sha256, files, _ in rows}), again + sum(row[2] for row in rows)


def failures(connection: sqlite3.Connection) -> list[Failure]:
    """The files that failed, by reason, the most frequent first."""
    rows = connection.execute(
        f"SELECT status, reason, count(*) FROM files WHERE status IN ({', '.join('?' * len(FAILED))}) "
        "GROUP BY status, reason ORDER BY count(*) DESC, reason",
        FAILED,
    )
    return [Failure(*row) for row in rows]


def pulse(connection: sqlite3.Connection) -> Pulse | None:
    """How the scan is doing, None before it first began."""
    row = connection.execute("SELECT phase, done, begun, beat FROM pulse").fetchone()
    return None if row is None else Pulse(row[0], row[1], row[3] - row[2], time.time() - row[3])


def lines(connection: sqlite3.Connection) -> Iterator[Line]:
    """Every file's line in the order of the paths, one at a time: a million records are never held at once."""
    rows = connection.execute(
        "SELECT files.path, files.status, files.reason, files.seconds, files.sha256, files.made, records.json, "
        "(SELECT min(f.path) FROM found AS f JOIN looks AS l ON l.found = f.id WHERE l.sha256 = files.sha256) "
        "FROM files LEFT JOIN records ON records.result = files.result ORDER BY files.path, files.id"
    )
    for path, status, reason, seconds, sha256, made, json, first in rows:
        record = None if json is None else {**plain_record(json), "file": path.rsplit("/", 1)[-1]}
        yield Line(path, status, reason, seconds, sha256, first if first != path else None, made, record)


def page(connection: sqlite3.Connection, status: str, wanted: str, size: int) -> list[tuple[int, str, str | None]]:
    """The first files of a status whose path holds ``wanted``: number, path, reason."""
    pattern = "%" + wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    rows = connection.execute(
        "SELECT id, path, reason FROM files WHERE status = ? AND path LIKE ? ESCAPE '\\' ORDER BY path LIMIT ?",
        (status, pattern, size),
    )
    return rows.fetchall()


def named(connection: sqlite3.Connection, found: int) -> Named | None:
    """The content of one line, None for a line without."""
    row = connection.execute("SELECT place, path, sha256 FROM files WHERE id = ?", (found,)).fetchone()
    return None if row is None or row[2] is None else Named(Place.of(row[0]), row[1], row[2])


def previous(connection: sqlite3.Connection, sha256: str) -> Named | None:
    """The earlier PEP that the content was compared with."""
    row = connection.execute("SELECT previous FROM last_results WHERE sha256 = ?", (sha256,)).fetchone()
    return None if row is None or row[0] is None else one_of(connection, row[0])


def one_of(connection: sqlite3.Connection, sha256: str) -> Named:
    """A content of the scan under the first, by path, of its names."""
    path, place = connection.execute(
        "SELECT min(path), place FROM found JOIN looks ON looks.found = found.id WHERE sha256 = ?", (sha256,)
    ).fetchone()
    return Named(Place.of(place), path, sha256)


def failed(status: str) -> bool:
    """Whether files of this status may go better when they are tried again."""
    return status in FAILED
