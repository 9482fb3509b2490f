"""Where a file of an archive stands, zips within zips included, and its bytes. Nothing is ever unpacked to a path."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zipfile
import zlib
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pepinsight.documents import Unreadable
from pepinsight.documents.read import MAX_FILE_BYTES

MAX_DEPTH = 4
"""Zips within zips: a year's folder of a school's folder goes to two; a bomb goes on for ever."""
MAX_MEMBERS = 200_000
"""Files in one zip: more than a country's PEPs of a year."""
MAX_NESTED_BYTES = 4 * 1024**3
"""The most that a zip within a zip may come to; it is unpacked to a nameless temporary file."""

TOO_LARGE = f"This file is larger than {MAX_FILE_BYTES // 1024**2} MB, the most that is read."
NO_ACCESS = "This file could not be opened: the computer refused access to it."
GONE = "This file was not found: it has been moved or deleted since the scan saw it."
LOCKED = "This file is in a zip archive protected by a password."
DAMAGED = "This file is damaged and cannot be opened."
TOO_DEEP = f"This zip archive lies within {MAX_DEPTH} others, which no real archive does, and is not opened."
TOO_MANY = f"This zip archive holds more than {MAX_MEMBERS} files and is not opened."

_CHUNK = 1024**2
_ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


@dataclass(frozen=True, slots=True)
class Place:
    """A file on a disk, or a member of the zip there: ``members`` numbers it in its zip's list, one a zip within."""

    file: str
    members: tuple[int, ...] = ()

    def key(self) -> str:
        """As text that gives the place back, also where the file's name is no UTF-8."""
        return json.dumps([self.file, *self.members])

    @classmethod
    def of(cls, key: str) -> Place:
        """The place that ``key`` was made from."""
        file, *members = json.loads(key)
        return cls(file, tuple(members))


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a zip: its number in the zip's list, its name there, and what tells that it has changed."""

    number: int
    name: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands at a place: a content, by its checksum, or a zip archive and its members."""

    sha256: str | None = None
    members: tuple[Member, ...] = ()


def shown(path: str) -> str:
    """A path for a person to read, of letters that any file and screen can hold."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(character if character.isprintable() else "�" for character in text)


def look(place: Place) -> Seen:
    """Tell archives from files, by their content. Raises Unreadable, its sentence without the file's name."""
    if not place.members and Path(place.file).is_dir() and os.access(place.file, os.R_OK | os.X_OK):
        return Seen()  # a folder that was closed when the scan came by, and is open now: the walk sees to its files
    with _opened(place) as stream:
        archive = as_archive(stream, nested=bool(place.members))
        if archive is not None:
            return _list(archive, place)
        stream.seek(0)
        digest, size = hashlib.sha256(), 0
        for chunk in _chunks(stream):
            digest.update(chunk)
            size += len(chunk)
        if size == 0:
            raise Unreadable("This file is empty.")
        return Seen(digest.hexdigest())


def content(place: Place) -> bytes:
    """The bytes of the file at this place. Raises Unreadable, its sentence without the file's name."""
    with _opened(place) as stream:
        return whole(stream)


def whole(stream: IO[bytes]) -> bytes:
    """All bytes of an open file. Raises Unreadable for more than is ever read, or where a zip's member is damaged."""
    return b"".join(_chunks(stream))


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    size = 0
    try:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > MAX_FILE_BYTES:
                raise Unreadable(TOO_LARGE)
            yield chunk
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError) as error:
        raise Unreadable(DAMAGED) from error
    except OSError as error:
        raise Unreadable(NO_ACCESS) from error


def _opened(place: Place) -> IO[bytes]:
    """The file, or a zip's member as a file of its own that can be sought in."""
    try:
        if not place.members:
            return Path(place.file).open("rb")
        return member_of(_archive(Place(place.file, place.members[:-1])), place.members[-1])
    except FileNotFoundError as error:
        raise Unreadable(GONE) from error
    except OSError as error:
        raise Unreadable(NO_ACCESS) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError) as error:
        raise Unreadable(DAMAGED) from error


def member_of(archive: zipfile.ZipFile, number: int) -> IO[bytes]:
    """The file of this number in a zip's list, open. Raises Unreadable, its sentence without the file's name."""
    try:
        member = archive.infolist()[number]
        if member.flag_bits & 0x1:
            raise Unreadable(LOCKED)
        return archive.open(member)
    except IndexError as error:
        raise Unreadable(GONE) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise Unreadable(DAMAGED) from error


_open_archives: OrderedDict[tuple[Place, int], zipfile.ZipFile] = OrderedDict()
"""The zips opened last: a list of members is not read anew for each of them. Each process has its own."""


def _archive(place: Place) -> zipfile.ZipFile:
    key = place, Path(place.file).stat().st_mtime_ns
    if key not in _open_archives:
        while len(_open_archives) > MAX_DEPTH:
            _open_archives.popitem(last=False)[1].close()
        stream = _opened(place)
        # A zip must be sought in: one within another is unpacked first, to a file without a name.
        _open_archives[key] = zipfile.ZipFile(_spooled(stream) if place.members else stream)
    _open_archives.move_to_end(key)
    return _open_archives[key]


def _spooled(stream: IO[bytes]) -> IO[bytes]:
    target = tempfile.SpooledTemporaryFile(max_size=16 * _CHUNK)  # noqa: SIM115  # the archive over it closes it
    size = 0
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > MAX_NESTED_BYTES:
            raise Unreadable(TOO_LARGE)
        target.write(chunk)
    target.seek(0)
    return target


def as_archive(stream: IO[bytes], *, nested: bool = False) -> zipfile.ZipFile | None:
    """The zip, or None for another file: a document that is a zip by its make (Word, OpenDocument, Pages), or a damaged
    one. ``nested`` says that the file is a zip's member, which is unpacked to be sought in."""
    if not stream.read(4).startswith(_ZIP_MAGIC):
        return None
    try:
        stream.seek(0)
        archive = zipfile.ZipFile(_spooled(stream) if nested else stream)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError):
        return None  # the reader of documents says what is wrong with it
    names = {info.filename.replace("\\", "/").lower() for info in archive.infolist()}
    document = {"[content_types].xml", "mimetype", "word/document.xml"} & names
    return None if document or any(name.startswith("index/") and name.endswith(".iwa") for name in names) else archive


def _list(archive: zipfile.ZipFile, place: Place) -> Seen:
    if len(place.members) >= MAX_DEPTH:
        raise Unreadable(TOO_DEEP)
    if len(archive.infolist()) > MAX_MEMBERS:
        raise Unreadable(TOO_MANY)
    return Seen(members=tuple(members_of(archive)))


def members_of(archive: zipfile.ZipFile) -> Iterator[Member]:
    """The files in a zip's list, without its folders."""
    for number, info in enumerate(archive.infolist()):
        if not info.is_dir():
            yield Member(number, info.filename, f"{info.file_size}:{info.CRC:08x}")


def checksum(data: bytes) -> str:
    """The checksum by which a content is known again."""
    return hashlib.sha256(data).hexdigest()
