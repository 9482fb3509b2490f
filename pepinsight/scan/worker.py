"""What a worker does to one file: look what stands there, and assess it. Runs in a process that may be killed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from pepinsight.assessing import NO_MEMORY, Record, Status, assess_bytes
from pepinsight.assessing import Options as Assessing
from pepinsight.calibration import Suggestion
from pepinsight.contract import to_json
from pepinsight.documents import Unreadable
from pepinsight.documents.read import display_name, read_bytes
from pepinsight.earlier import Earlier, can_be_earlier
from pepinsight.plan import Child, Plan
from pepinsight.plan.recognise import recognise
from pepinsight.scan import places
from pepinsight.scan.places import Place, Seen


class Outcome(StrEnum):
    """What became of a file in a scan: what becomes of any file, and what only a supervisor can tell."""

    ASSESSED = "assessed"
    NOT_A_PEP = "not_a_pep"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"  # more memory than it may have; also one whose reader crashed, since the two look alike
    TOO_SLOW = "too_slow"
    SKIPPED = "skipped"  # a link, a device: never opened
    OPENED = "opened"  # a zip archive: its members have lines of their own


FAILED = (Outcome.UNREADABLE, Outcome.TOO_LARGE, Outcome.TOO_SLOW)
"""What may go better when it is tried again."""


@dataclass(frozen=True, slots=True)
class Named:
    """A content that stands at a place, under the name that is shown."""

    place: Place
    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Options:
    """How a scan assesses: the rubrics, and whether the suggestions themselves are wanted for the app's database."""

    rubrics: tuple[str, ...] = ("birmingham",)
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """What the app's database needs of an assessed file."""

    name: str
    content: bytes
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class Assessed:
    """What became of one content. ``reason`` is one sentence that does not name the file, so that equal ones group.

    ``record`` is the contract's JSON, compressed; ``child`` and ``day`` are set where a later PEP may be compared with
    this one.
    """

    status: Outcome
    reason: str | None
    record: bytes | None = None
    child: Child | None = None
    day: date | None = None
    kept: Kept | None = None


@dataclass(frozen=True)
class _Chosen:
    """The shelf that holds just the one earlier PEP that the scan has found."""

    earlier_pep: Named

    def earlier(self, path: Path, plan: Plan) -> Earlier:
        """That PEP, whatever the plan."""
        name = display_name(self.earlier_pep.path)
        try:
            return Earlier(recognise(read_bytes(_content(self.earlier_pep), name)), name)
        except Unreadable as error:
            return Earlier(message=f"The earlier PEP could not be used: {error}")


def look(place: Place) -> Seen:
    """What stands at a place. Raises Unreadable."""
    return places.look(place)


def assess_one(named: Named, options: Options, previous: Named | None = None) -> Assessed:
    """Assess one file against the rubrics, compared with ``previous`` where that is given.

    A bad file never raises; a rubric that cannot be used does (DataFileError).
    """
    try:
        data = _content(named)
    except Unreadable as error:
        return Assessed(Outcome.UNREADABLE, str(error))
    name = display_name(named.path)
    shelf = _Chosen(previous) if previous is not None else None
    record = assess_bytes(data, name, Assessing(rubrics=options.rubrics, archive=shelf))
    if record.message == NO_MEMORY:
        raise MemoryError
    reason = record.message
    if reason is not None and reason.startswith(f"{name} "):
        reason = f"This file{reason.removeprefix(name)}"
    plain = zlib.compress(json.dumps(to_json(record), ensure_ascii=False).encode())
    if record.status is not Status.ASSESSED:
        return Assessed(Outcome(record.status.value), reason, plain)
    child, day = _whose(record)
    kept = Kept(name, data, tuple(record.suggestions.values())) if options.keep else None
    return Assessed(Outcome.ASSESSED, reason, plain, child, day, kept)


def plain_record(record: bytes) -> Mapping[str, object]:
    """The JSON object that ``Assessed.record`` holds."""
    found: Mapping[str, object] = json.loads(zlib.decompress(record))
    return found


def _content(named: Named) -> bytes:
    data = places.content(named.place)
    if places.checksum(data) != named.sha256:
        raise Unreadable("This file was changed while the scan ran: scan again.")
    return data


def _whose(record: Record) -> tuple[Child | None, date | None]:
    findings = record.findings
    if findings is None or not can_be_earlier(findings.plan):
        return None, None
    return findings.plan.child, findings.plan.dates.day
