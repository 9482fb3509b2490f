"""The files of a zip archive that somebody hands in as one file, such as a school sends them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from pepinsight.documents import Unreadable
from pepinsight.scan.places import MAX_DEPTH, TOO_DEEP, Member, as_archive, member_of, members_of, shown, whole

MOST = 200
"""Files of a zip that are read one after the other while somebody waits; a larger one is an archive to be scanned."""
TOO_MANY = f"This zip archive holds more than {MOST} files: choose Scan an archive, which reads them without you."
EMPTY = "This zip archive holds no files."


@dataclass(frozen=True, slots=True)
class Unzipped:
    """A file as somebody handed it in, or one of those within it: its bytes, or ``trouble`` says why there are none."""

    name: str
    content: bytes = b""
    trouble: str | None = None


def unzipped(name: str, content: bytes, depth: int = 0) -> Iterator[Unzipped]:
    """The file itself or, where it is a zip archive, those within it in their order, zips within zips included.

    A Word file, which is a zip by its make, is no archive. ``depth`` counts the zips around this one.
    """
    archive = as_archive(io.BytesIO(content))
    if archive is None:
        yield Unzipped(name, content)
        return
    members = [member for member in members_of(archive) if not _is_systems_own(member)]
    trouble = TOO_DEEP if depth >= MAX_DEPTH else TOO_MANY if len(members) > MOST else None if members else EMPTY
    if trouble:
        yield Unzipped(name, trouble=trouble)
        return
    for member in members:
        called = shown(PurePosixPath(member.name.replace("\\", "/")).name)
        try:
            with member_of(archive, member.number) as stream:
                inside = whole(stream)
        except Unreadable as error:
            yield Unzipped(called, trouble=str(error))
        else:
            yield from unzipped(called, inside, depth + 1)


def _is_systems_own(member: Member) -> bool:
    """Whether a computer put it there for itself (".DS_Store", "__MACOSX/...")."""
    parts = member.name.replace("\\", "/").split("/")
    return parts[0] == "__MACOSX" or parts[-1].startswith(".") or parts[-1].lower() == "thumbs.db"
