"""What a scan has assessed, in the app's database, so that it can be opened there."""

from __future__ import annotations

import sqlite3

from pepinsight.assessing import made_with
from pepinsight.scan import reading
from pepinsight.scan.errors import RunError
from pepinsight.scan.worker import Kept, Options, assess_one
from pepinsight.store import Store


def keep(store: Store, kept: Kept, reviewer: str, compared: bool) -> int:
    """Keep the file with its suggestions; returns its number. A file that is there already is left as it is, but for a
    comparison with an earlier PEP made since, which is laid on top."""
    made = made_with(kept.suggestions)
    added = store.add_file(kept.content, kept.name, reviewer, kept.suggestions, made)
    if added.already_seen and compared:
        for suggestion in kept.suggestions:
            store.save_suggestion(added.file_id, suggestion, reviewer, made)
    return added.file_id


def bring(store: Store, connection: sqlite3.Connection, found: int, rubrics: tuple[str, ...], reviewer: str) -> int:
    """Bring one assessed file of a scan into the app's database, as the scan assessed it; returns its number there.

    Raises RunError when the file has been moved or changed since.
    """
    named = reading.named(connection, found)
    if named is None:
        raise RunError("This line of the scan is no file that was assessed.")
    done = assess_one(named, Options(rubrics, keep=True), reading.previous(connection, named.sha256))
    if done.kept is None:
        raise RunError(done.reason or "This file could not be read again.")
    return keep(store, done.kept, reviewer, compared=False)
