"""The same child's earlier PEP among those in the database."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pepinsight.earlier import Earlier, Kept, earlier_of
from pepinsight.plan import Plan
from pepinsight.store import Store


@dataclass(frozen=True)
class KeptPeps:
    """The database as a shelf of PEPs."""

    store: Store

    def find(self, plan: Plan, file: str) -> Earlier:
        """The child's latest PEP before the one in ``plan``, of the file called ``file``; else why there is none."""
        day = plan.dates.day
        before = self.store.files_before(day) if day else ()
        kept = [Kept(one.name, one.sha256, one.child, one.day, partial(self.store.plan, one.file_id)) for one in before]
        return earlier_of(plan, file, kept)

    def earlier(self, path: Path, plan: Plan) -> Earlier:
        """As ``find``, without saying why there is none: the next file may bring it, so the review's page says that."""
        found = self.find(plan, path.name)
        return Earlier(found.plan, found.file)
