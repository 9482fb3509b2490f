"""The same child's earlier PEP, found among a folder's files by name, date of birth and meeting date."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from pepinsight.documents import Unreadable, read
from pepinsight.plan import Child, Plan, PlanKind
from pepinsight.plan.recognise import recognise

log = logging.getLogger(__name__)

SUFFIXES = (".docx", ".pdf")


@dataclass(frozen=True)
class Earlier:
    """The earlier plan and its file's name, or None and, where there is something to say, why."""

    plan: Plan | None = None
    file: str | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    path: Path
    child: Child
    day: date
    sha256: str


@dataclass(frozen=True)
class Archive:
    """A folder of PEPs, its subfolders left out. Its files are read once, when first asked."""

    folder: Path

    @cached_property
    def entries(self) -> tuple[_Entry, ...]:
        """The PEPs that name a child and a date of their own."""
        paths = sorted(path for path in self.folder.iterdir() if path.suffix.lower() in SUFFIXES)
        return tuple(entry for path in paths if (entry := _entry(path)) is not None)

    def earlier(self, path: Path, plan: Plan) -> Earlier:
        """The latest PEP of the same child with an earlier meeting; none, and why, when two files lay claim to it.

        Two files of the same meeting in different formats (Word and its PDF) are one PEP: the one in the format of
        ``path`` is taken.
        """
        day = _day(plan)
        if day is None or not _names(plan.child):
            return Earlier(
                message="No earlier PEP was looked for: this one does not say whose it is and when they met."
            )
        same = [entry for entry in self.entries if _same_child(entry.child, plan.child)]
        before = [entry for entry in same if entry.day < day]
        if not before:
            return Earlier(message="No earlier PEP of this child was found.")
        latest = max(entry.day for entry in before)
        found = [entry for entry in before if entry.day == latest]
        if len(found) > 1:
            found = [entry for entry in found if entry.path.suffix.lower() == path.suffix.lower()]
        if len({entry.sha256 for entry in found}) != 1:
            names = ", ".join(entry.path.name for entry in before if entry.day == latest)
            return Earlier(message=f"No earlier PEP was used, since several may be the right one: {names}.")
        chosen = found[0].path
        return Earlier(recognise(read(chosen)), chosen.name)


def _entry(path: Path) -> _Entry | None:
    try:
        document = read(path)
        plan = recognise(document)
    except Unreadable:
        return None  # the file gets its own record when it is assessed itself
    except Exception as error:  # a fault over this file must not keep the others from being assessed
        log.error("a file of the folder could not be looked at: %s", type(error).__name__)
        return None
    day = _day(plan)
    if plan.kind is not PlanKind.FULL or day is None or not _names(plan.child):
        return None
    return _Entry(path, plan.child, day, document.sha256)


def _day(plan: Plan) -> date | None:
    """The day of the meeting; where none is given, of the plan's completion."""
    return plan.dates.meeting or plan.dates.completed


def _same_child(one: Child, other: Child) -> bool:
    """The same date of birth and a name in common; where one of them gives no date of birth, the same full name."""
    births = (one.date_of_birth, other.date_of_birth)
    if None not in births:
        return births[0] == births[1] and bool(_names(one) & _names(other))
    return _full(one) is not None and _full(one) == _full(other)


def _full(child: Child) -> str | None:
    name = _plain(child.name or "")
    return name if " " in name else None


def _names(child: Child) -> set[str]:
    """First name and name known by, in plain letters: what two forms of the same child's name have in common."""
    given = _plain(child.name or "").split(" ")[0]
    return {name for name in (given, _plain(child.known_as or "")) if name}


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split())
