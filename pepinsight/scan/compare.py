"""Which contents of a scan are to be compared with the same child's earlier PEP, looked up child by child."""

from __future__ import annotations

from collections.abc import Iterator

from pepinsight.earlier import choose
from pepinsight.scan.ledger import Ledger
from pepinsight.scan.worker import Named


def comparisons(ledger: Ledger) -> Iterator[tuple[Named, Named | None]]:
    """Every assessed content that says whose it is, with the earlier PEP of that child which it has yet to be compared
    with; None where there is none, where several may be the right one, or where that is done."""
    after = ""
    while some := ledger.children(after):
        for one in some:
            chosen = choose(one.child, one.day, one.file, ledger.claims(one))
            if isinstance(chosen, str) or ledger.compared_with(one.sha256) == chosen.sha256:
                yield one.named, None
            else:
                yield one.named, chosen.named
        after = some[-1].sha256
