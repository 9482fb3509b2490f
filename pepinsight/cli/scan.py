"""``pepinsight scan``: an archive of PEPs, overnight, whatever else lies in it."""

from __future__ import annotations

import argparse
import os
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pepinsight.cli.command import ALL_ASSESSED, EXITS, SOME_NOT, WRONG_USAGE, Commands

if TYPE_CHECKING:
    from pepinsight.scan import Asked, Pool, Run
    from pepinsight.store import Store

TABLES = ("csv", "xlsx", "parquet")
MOST_REASONS = 20


def add(commands: Commands) -> None:
    """Tell argparse of the command."""
    scan = commands.add_parser(
        "scan",
        help="suggest ratings for a whole archive: folders, zips, any number of files",
        description="Assesses every PEP under the paths, once for each different content, into the ledger of a run. "
        "Stopped in any way, it goes on when the same command is given again, or `pepinsight scan --to RUN` alone. "
        "The run's folder quotes PEPs: keep it as you keep them.",
        epilog=EXITS,
    )
    scan.add_argument(
        "paths", nargs="*", metavar="PATH", help="a folder, a file, or a pattern such as '2025/**/*.docx'"
    )
    scan.add_argument("--to", type=Path, required=True, metavar="RUN", help="the folder for ledger and tables")
    scan.add_argument("--rubric", action="append", metavar="ID", help="a rubric's id or file; may be repeated")
    scan.add_argument("--processes", type=_count, default=os.cpu_count() or 1, metavar="N", help="default: all cores")
    scan.add_argument("--alone", action="store_true", help="do not compare with the same child's earlier PEP")
    scan.add_argument("--keep", metavar="NAME", help="also keep what is assessed in the app's database, as NAME's")
    scan.add_argument("--retry", action="store_true", help="try failed files of this run again")
    for table in TABLES:
        scan.add_argument(f"--{table}", action="store_true", help=f"write RUN/scan.{table} at the end")
    scan.add_argument("--seconds", type=_count, default=120, metavar="N", help="what one file may take (default 120)")
    scan.add_argument("--memory", type=_count, default=2048, metavar="MB", help="what one file may need (default 2048)")
    scan.add_argument("--dask", metavar="ADDRESS", help="work on this Dask cluster, e.g. tls://scheduler:8786")
    scan.set_defaults(run=_run)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number from 1 up")
    return int(text)


def _run(chosen: argparse.Namespace) -> int:
    from pepinsight.scan import Limits, LocalPool, NoWorker, Run, RunError
    from pepinsight.store import StoreError, open_store

    run = Run(chosen.to.absolute())
    limits = Limits(chosen.seconds, chosen.memory)
    try:
        asked = _asked(chosen, run)
        run.begin(asked)
        store = open_store() if asked.keep else None
        pool: Pool
        if chosen.dask:
            from pepinsight.scan.cluster import DaskPool

            pool = DaskPool(chosen.dask, limits, asked.starts)
        else:
            pool = LocalPool(chosen.processes, limits)
        return _scan(chosen, run, pool, store)
    except (RunError, NoWorker, StoreError) as error:
        print(f"pepinsight: {error}", file=sys.stderr)
    except sqlite3.Error as error:  # a full disk, as a rule
        print(f"pepinsight: the ledger could not be used ({error}). The same command goes on.", file=sys.stderr)
    return WRONG_USAGE


def _asked(chosen: argparse.Namespace, run: Run) -> Asked:
    """What the command asks for; without paths, what the run was asked for before."""
    from pepinsight.scan import Asked, RunError
    from pepinsight.scan.walk import roots

    if not chosen.paths:
        before = run.asked()
        if before is None:
            raise RunError(f"{run.folder} holds no scan: name the folders to scan.")
        return before
    rubrics = (str(Path(one).absolute()) if Path(one).is_file() else one for one in chosen.rubric or ["birmingham"])
    return Asked(roots(chosen.paths), tuple(rubrics), not chosen.alone, chosen.keep)


def _scan(chosen: argparse.Namespace, run: Run, pool: Pool, store: Store | None) -> int:
    from pepinsight.scan import Ledger, reading, scan
    from pepinsight.scan.bar import Bar
    from pepinsight.scan.tables import write

    if chosen.retry:
        _ask_again(run)
    bar = Bar(sys.stderr)
    try:
        finished = scan(run, pool, bar, store)
    finally:
        bar.end()
    ledger = Ledger(run.ledger)
    counted = reading.counts(ledger.connection)
    print(", ".join(f"{files} {status.replace('_', ' ')}" for status, files in sorted(counted.items())) or "no files")
    for failure in reading.failures(ledger.connection)[:MOST_REASONS]:
        print(f"{failure.files:8} {failure.reason}")
    for table in TABLES:
        if getattr(chosen, table):
            print(f"Written: {write(run, table, store or _store_if_any())}")
    ledger.close()
    if not finished:
        print("Paused. The same command goes on.")
    return ALL_ASSESSED if finished and set(counted) <= {"assessed", "opened"} else SOME_NOT


def _store_if_any() -> Store | None:
    """The app's database, for what people confirmed; None where there is none yet: a table should not make one."""
    from pepinsight.store import open_store
    from pepinsight.store.database import database_url

    url = database_url()
    absent = url.get_backend_name() == "sqlite" and not Path(str(url.database)).exists()
    return None if absent else open_store()


def _ask_again(run: Run) -> None:
    from pepinsight.scan import Ledger, reading

    ledger = Ledger(run.ledger)
    if not any(reading.unfinished(ledger.connection)):  # else the command goes on with what it was asked before
        ledger.ask_again()
    ledger.close()
