"""From an archive to assessments: files are found, assessed once a content, and written to a ledger that only grows."""

from pepinsight.scan.errors import NoWorker, RunError
from pepinsight.scan.ledger import Ledger
from pepinsight.scan.pool import LocalPool, Pool
from pepinsight.scan.run import Asked, Run
from pepinsight.scan.supervise import Limits
from pepinsight.scan.work import Progress, scan
from pepinsight.scan.worker import Outcome, assess_one

__all__ = [
    "Asked",
    "Ledger",
    "Limits",
    "LocalPool",
    "NoWorker",
    "Outcome",
    "Pool",
    "Progress",
    "Run",
    "RunError",
    "assess_one",
    "scan",
]
