"""The same child's earlier PEP, found among those that are kept by name, date of birth and meeting date."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Protocol, TypeVar

from pepinsight.documents import Unreadable, read
from pepinsight.plan import Child, Plan, PlanKind
from pepinsight.plan.recognise import recognise

log = logging.getLogger(__name__)

SUFFIXES = (".docx", ".docm", ".dotx", ".doc", ".pdf", ".odt", ".rtf", ".html", ".htm", ".txt", ".eml", ".msg")
"""Which of a folder's files may be PEPs: those of formats that are read."""


@dataclass(frozen=True)
class Earlier:
    """The earlier plan and its file's name, or None and, where there is something to say, why."""

    plan: Plan | None = None
    file: str | None = None
    message: str | None = None


@dataclass(frozen=True)
class Claim:
    """A PEP that may be a later one's earlier PEP: its file's name and checksum, whose it is, and its day."""

    file: str
    sha256: str
    child: Child
    day: date


@dataclass(frozen=True)
class Kept(Claim):
    """The same, where its plan can be opened at once."""

    open: Callable[[], Plan]


AClaim = TypeVar("AClaim", bound=Claim)


class Shelf(Protocol):
    """Where PEPs are kept: a folder, or the database of the reviewing pages."""

    def earlier(self, path: Path, plan: Plan) -> Earlier:
        """The earlier PEP of the child in ``plan``, which was read from ``path``."""
        ...


@dataclass(frozen=True)
class Archive:
    """A folder of PEPs, its subfolders left out. Its files are read once, when first asked."""

    folder: Path

    @cached_property
    def entries(self) -> tuple[Kept, ...]:
        """The PEPs that name a child and a date of their own."""
        paths = sorted(path for path in self.folder.iterdir() if path.suffix.lower() in SUFFIXES)
        return tuple(entry for path in paths if (entry := _entry(path)) is not None)

    def earlier(self, path: Path, plan: Plan) -> Earlier:
        """The latest PEP of the same child with an earlier meeting, as ``earlier_of`` finds it."""
        return earlier_of(plan, path.name, self.entries)


def earlier_of(plan: Plan, file: str, kept: Iterable[Kept]) -> Earlier:
    """The latest PEP of the same child with an earlier meeting, as ``choose`` finds it; none, and why."""
    day = plan.dates.day
    if day is None or not _names(plan.child):
        return Earlier(message="No earlier PEP was looked for: this one does not say whose it is and when they met.")
    chosen = choose(plan.child, day, file, kept)
    return Earlier(message=chosen) if isinstance(chosen, str) else Earlier(chosen.open(), chosen.file)


def choose(child: Child, day: date, file: str, claims: Iterable[AClaim]) -> AClaim | str:
    """The child's latest PEP before ``day``; or why there is none, as when two files lay claim to be it.

    Two files of the same meeting in different formats (Word and its PDF) are one PEP: the one in the format of ``file``
    is taken.
    """
    before = [one for one in claims if one.day < day and _same_child(one.child, child)]
    if not before:
        return "No earlier PEP of this child is kept here."
    latest = max(one.day for one in before)
    found = claimants = [one for one in before if one.day == latest]
    if len(found) > 1:
        found = [one for one in found if _format(one.file) == _format(file)]
    if len({one.sha256 for one in found}) != 1:
        names = ", ".join(one.file for one in claimants)
        return f"No earlier PEP was used, since several may be the right one: {names}."
    return found[0]


def can_be_earlier(plan: Plan) -> bool:
    """Whether another PEP can be compared with this one: a whole form that names a child and a date of its own."""
    return plan.kind is PlanKind.FULL and plan.dates.day is not None and bool(_names(plan.child))


def _format(file: str) -> str:
    return Path(file).suffix.lower()


def _entry(path: Path) -> Kept | None:
    try:
        document = read(path)
        plan = recognise(document)
    except Unreadable:
        return None  # the file gets its own record when it is assessed itself
    except Exception as error:  # a fault over this file must not keep the others from being assessed
        log.error("a file of the folder could not be looked at: %s", type(error).__name__)
        return None
    day = plan.dates.day
    if day is None or not can_be_earlier(plan):
        return None
    return Kept(path.name, document.sha256, plan.child, day, lambda: recognise(read(path)))


def _same_child(one: Child, other: Child) -> bool:
    """The same date of birth and a name in common; where one of them gives no date of birth, the same full name."""
    births = (one.date_of_birth, other.date_of_birth)
    if None not in births:
        return births[0] == births[1] and bool(_names(one) & _names(other))
    return full_name(one) is not None and full_name(one) == full_name(other)


def full_name(child: Child) -> str | None:
    """The name and surname in plain letters: with the date of birth, what a child's other PEPs can be looked up by."""
    name = _plain(child.name or "")
    return name if " " in name else None


def _names(child: Child) -> set[str]:
    """First name and name known by, in plain letters: what two forms of the same child's name have in common."""
    given = _plain(child.name or "").split(" ")[0]
    return {name for name in (given, _plain(child.known_as or "")) if name}


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split())
