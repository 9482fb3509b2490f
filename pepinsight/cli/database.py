"""What commands ask of the database; what it cannot do is one sentence for the person at the terminal."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from getpass import getuser
from typing import TYPE_CHECKING

from pepinsight.data_files import DataFileError

if TYPE_CHECKING:
    from pepinsight.proof import Held
    from pepinsight.store import Store


@contextmanager
def database() -> Iterator[Store]:
    """The database, opened and let go of. Raises DataFileError for what it refuses, which ``main`` tells."""
    from pepinsight.store import StoreError, open_store

    try:
        store = open_store()
        try:
            yield store
        finally:
            store.close()
    except StoreError as error:
        raise DataFileError(str(error)) from error


def not_told(rubrics: Collection[str]) -> Held:
    """What is not to be told of suggestions by these rubrics, as the user's database has it."""
    from pepinsight.proof import held_here
    from pepinsight.store import StoreError

    try:
        return held_here(rubrics)
    except StoreError as error:
        raise DataFileError(str(error)) from error


def who(given: str | None) -> str:
    """Under whose name something is recorded: the one given, or that of this machine's user."""
    try:
        return given or getuser()
    except (KeyError, OSError) as error:  # this machine does not know who is at it
        raise DataFileError("say under whose name this is recorded: --by NAME") from error
