"""The run's ledger: one SQLite file that only grows, from which a scan goes on wherever it was stopped."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from pepinsight.earlier import Claim, full_name
from pepinsight.plan import Child
from pepinsight.scan.places import Place, Seen, shown
from pepinsight.scan.reading import one_of
from pepinsight.scan.supervise import Answer
from pepinsight.scan.walk import LINK, NO_FILE, Found
from pepinsight.scan.worker import FAILED, Assessed, Named, Outcome
from pepinsight.store.payload import child_from_plain, child_to_plain

SCHEMA = Path(__file__).with_name("ledger.sql")
BUSY_SECONDS = 30
_AGAIN = "(SELECT {0} FROM retries WHERE {0} IS NOT NULL)"

_NEXT_LOOK = f"""
SELECT id, place, path FROM found WHERE id > ? AND (
    NOT EXISTS (SELECT 1 FROM looks WHERE looks.found = found.id)
    OR (SELECT max(id) FROM looks WHERE looks.found = found.id) IN {_AGAIN.format("look")}
) ORDER BY id LIMIT 1"""

_NEXT_CONTENT = f"""
SELECT looks.id, found.place, found.path, looks.sha256 FROM looks JOIN found ON found.id = looks.found
WHERE looks.id > ? AND looks.sha256 IS NOT NULL AND (
    NOT EXISTS (SELECT 1 FROM results WHERE results.sha256 = looks.sha256)
    OR (SELECT max(id) FROM results WHERE results.sha256 = looks.sha256) IN {_AGAIN.format("result")}
) ORDER BY looks.id LIMIT 1"""

_CHILDREN = """
SELECT sha256, child, day FROM children WHERE sha256 > ? AND 'assessed' = (
    SELECT status FROM results WHERE results.sha256 = children.sha256 ORDER BY id DESC LIMIT 1
) ORDER BY sha256 LIMIT 200"""

_CLAIMS = """
SELECT sha256, child, day FROM children
WHERE (birth = ? OR full_name = ?) AND day < ? AND sha256 != ?"""


@dataclass(frozen=True, slots=True)
class Standing:
    """A line of ``found`` that waits to be looked at."""

    id: int
    place: Place
    path: str


@dataclass(frozen=True, slots=True)
class OneOf(Claim):
    """A content of the scan that may be a child's earlier PEP, and where it stands."""

    named: Named


class Ledger:
    """For one thread of one process; several processes may have the same file open."""

    def __init__(self, file: Path) -> None:
        file.touch(mode=0o600, exist_ok=True)  # it quotes PEPs: for its owner alone, and SQLite's side files likewise
        self.connection = sqlite3.connect(file, timeout=BUSY_SECONDS, isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
            self.connection.execute(f"PRAGMA {pragma}")
        if self.connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'records_stay'").fetchone() is None:
            self.connection.executescript(SCHEMA.read_text(encoding="utf-8"))

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: what is written within stands wholly or not at all."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self.connection.in_transaction:  # SQLite has taken it back by itself where the disk is full
                self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    # What there is to do

    def next_look(self, after: int) -> Standing | None:
        """The next file that nobody has looked at, or that is to be looked at again."""
        row = self.connection.execute(_NEXT_LOOK, (after,)).fetchone()
        return None if row is None else Standing(row[0], Place.of(row[1]), row[2])

    def next_content(self, after: int) -> tuple[int, Named] | None:
        """The next content that has no result, or is to have another, with the number of the look that saw it."""
        row = self.connection.execute(_NEXT_CONTENT, (after,)).fetchone()
        return None if row is None else (row[0], Named(Place.of(row[1]), row[2], row[3]))

    def children(self, after: str) -> list[OneOf]:
        """The next assessed contents that say whose they are, in the order of their checksums."""
        return [self._one_of(*row) for row in self.connection.execute(_CHILDREN, (after,)).fetchall()]

    def claims(self, one: OneOf) -> list[OneOf]:
        """The contents before its day that share its child's date of birth or full name."""
        born = one.child.date_of_birth
        key = born.isoformat() if born else None, full_name(one.child), one.day.isoformat(), one.sha256
        return [self._one_of(*row) for row in self.connection.execute(_CLAIMS, key).fetchall()]

    def compared_with(self, sha256: str) -> str | None:
        """The content that the newest result was compared with."""
        row = self.connection.execute("SELECT previous FROM last_results WHERE sha256 = ?", (sha256,)).fetchone()
        return None if row is None else row[0]

    def has_result(self, sha256: str) -> bool:
        """Whether this content has been assessed, or given up."""
        return self.connection.execute("SELECT 1 FROM results WHERE sha256 = ?", (sha256,)).fetchone() is not None

    def _one_of(self, sha256: str, child: str, day: str) -> OneOf:
        named, whose = one_of(self.connection, sha256), child_from_plain(json.loads(child))
        return OneOf(named.path.rsplit("/", 1)[-1], sha256, whose, date.fromisoformat(day), named)

    # What is written; within ``writing``

    def add_found(self, files: Iterable[Found]) -> tuple[int, int]:
        """Write down files that stand somewhere, those known already left out. Returns how many were new, and how many
        of these are done with, since they cannot be opened."""
        new = troubled = 0
        for file in files:
            row = self.connection.execute(
                "INSERT OR IGNORE INTO found (place, path, stamp) VALUES (?, ?, ?) RETURNING id",
                (file.place.key(), file.path, file.stamp),
            ).fetchone()
            if row is None:
                continue
            new += 1
            if file.trouble is not None:
                troubled += 1
                status = Outcome.SKIPPED if file.trouble in (LINK, NO_FILE) else Outcome.UNREADABLE
                self._look(row[0], None, status, file.trouble, 0.0)
        return new, troubled

    def add_look(self, standing: Standing, answer: Answer[Seen]) -> int:
        """Write down what stands there, a zip's members as files that wait. Returns how many files are new by that."""
        seen = answer.value
        if seen is None:
            self._look(standing.id, None, answer.status, answer.reason, answer.seconds)
            return 0
        if seen.sha256 is not None:
            self._look(standing.id, seen.sha256, None, None, answer.seconds)
            return 0
        new, _ = self.add_found(
            Found(
                Place(standing.place.file, (*standing.place.members, member.number)),
                f"{standing.path}!/{shown(member.name)}",
                member.stamp,
            )
            for member in seen.members
        )
        files = "1 file" if len(seen.members) == 1 else f"{len(seen.members)} files"
        self._look(standing.id, None, Outcome.OPENED, f"This is a folder or zip archive of {files}.", answer.seconds)
        return new

    def add_result(self, named: Named, answer: Answer[Assessed], previous: Named | None = None) -> None:
        """Write down what became of a content. Where comparing it failed, its uncompared result stands, and says so."""
        done = answer.value
        status, reason = (done.status, done.reason) if done else (answer.status, answer.reason)
        record = done.record if done else None
        if previous is not None and status is not Outcome.ASSESSED:
            record, status = self._last_record(named.sha256), Outcome.ASSESSED
            reason = "The comparison with the earlier PEP was given up: it took too long or too much memory."
        row = self.connection.execute(
            "INSERT INTO results (sha256, status, reason, seconds, previous, made) VALUES (?, ?, ?, ?, ?, ?) "
            "RETURNING id",
            (named.sha256, status, reason, answer.seconds, previous.sha256 if previous else None, _now()),
        ).fetchone()
        if record is not None:
            self.connection.execute("INSERT INTO records VALUES (?, ?)", (row[0], record))
        if done is not None and done.child is not None and done.day is not None:
            self._add_child(named.sha256, done.child, done.day)

    def ask_again(self, status: str | None = None, reason: str | None = None) -> int:
        """Have failed files tried again: all, or those of one status and reason. Returns how many lines that are."""
        with self.writing():
            before = self.connection.total_changes
            for table, column in (("last_looks", "look"), ("last_results", "result")):
                self.connection.execute(
                    f"INSERT OR IGNORE INTO retries ({column}) SELECT id FROM {table} "
                    f"WHERE status IN ({', '.join('?' * len(FAILED))}) AND ? IN (status, '') AND ? IN (reason, '')",
                    (*FAILED, status or "", reason or ""),
                )
            return self.connection.total_changes - before

    def forget(self, sha256: str) -> None:
        """Erase the words of a content: its records, and whose it is. What became of it stands, without them."""
        of_it = "(SELECT id FROM results WHERE sha256 = ?)"
        with self.writing():
            self.connection.execute(
                f"INSERT OR IGNORE INTO forgotten SELECT id FROM results WHERE id IN {of_it}", (sha256,)
            )
            self.connection.execute(f"DELETE FROM records WHERE result IN {of_it}", (sha256,))
            self.connection.execute("DELETE FROM children WHERE sha256 = ?", (sha256,))
        self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # else the words stand in SQLite's side file still

    def beat(self, phase: str, done: int, begun: float) -> None:
        """Say that the scan is alive, and how many files it has done since it began (seconds since 1970)."""
        self.connection.execute(
            "INSERT OR REPLACE INTO pulse VALUES (1, ?, ?, ?, ?)", (phase, done, begun, time.time())
        )

    def _look(self, found: int, sha256: str | None, status: Outcome | None, reason: str | None, seconds: float) -> None:
        self.connection.execute(
            "INSERT INTO looks (found, sha256, status, reason, seconds, made) VALUES (?, ?, ?, ?, ?, ?)",
            (found, sha256, status, reason, seconds, _now()),
        )

    def _last_record(self, sha256: str) -> bytes | None:
        row = self.connection.execute(
            "SELECT json FROM records JOIN last_results AS result ON result.id = records.result WHERE sha256 = ?",
            (sha256,),
        ).fetchone()
        return None if row is None else row[0]

    def _add_child(self, sha256: str, child: Child, day: date) -> None:
        born = child.date_of_birth
        self.connection.execute(
            "INSERT OR REPLACE INTO children VALUES (?, ?, ?, ?, ?)",
            (
                sha256,
                born.isoformat() if born else None,
                full_name(child),
                json.dumps(child_to_plain(child), ensure_ascii=False),
                day.isoformat(),
            ),
        )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
