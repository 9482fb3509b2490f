"""``pepinsight validate``: proof on one's own PEPs, rated blind by one's own officers."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pepinsight.cli.command import ALL_ASSESSED, Commands
from pepinsight.cli.database import database, who
from pepinsight.data_files import DataFileError

if TYPE_CHECKING:
    from pepinsight.store import Store


LARGEST = 1_000_000_000
"""The largest number that is taken for a size or a seed; the database holds no larger."""


def add(commands: Commands) -> None:
    """Tell argparse of the command."""
    validate = commands.add_parser(
        "validate",
        help="check pepinsight on your own PEPs, which officers rate blind",
        description="Draws a sample of your own PEPs, which your officers rate in the app (page 'Blind check') without "
        "seeing any suggestion; then reports how far they agree with each other and with pepinsight. Sections that do "
        "not agree well enough can be switched off. docs/proof-before-trust.md tells how to run it in an afternoon.",
    )
    steps = validate.add_subparsers(required=True, metavar="STEP")
    _add_draw(steps)
    report = steps.add_parser("report", help="how officers agree with each other and with pepinsight")
    report.add_argument("--check", type=int, metavar="N", help="the blind check's number; default: the newest")
    report.add_argument("--json", action="store_true", help="all figures as one JSON object")
    report.set_defaults(run=_report)
    end = steps.add_parser("end", help="end a blind check: its PEPs' suggestions are shown again")
    end.add_argument("--check", type=int, metavar="N", help="the blind check's number; default: the newest")
    _by(end)
    end.set_defaults(run=_end)
    for name, on in (("off", False), ("on", True)):
        switch = steps.add_parser(name, help=f"switch a section's suggestions {name}; its evidence is always shown")
        switch.add_argument("section", metavar="SECTION", help="the section's id, such as B")
        switch.add_argument("--rubric", default="birmingham", metavar="ID", help="default: birmingham")
        _by(switch)
        switch.set_defaults(run=_switch, on=on)


def _add_draw(steps: Commands) -> None:
    draw = steps.add_parser(
        "draw",
        help="draw a sample of PEPs for officers to rate blind",
        description="Draws a sample with as much of each phase, suggested judgement, school year and form as there is. "
        "PEPs that somebody has decided on are left out: their suggestions were in view.",
    )
    draw.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="PEPs, or folders of PEPs, to draw from; those drawn are kept in the database. "
        "Default: the PEPs that stand in the database already",
    )
    draw.add_argument("--size", type=_positive, default=20, metavar="N", help="how many PEPs to draw; default: 20")
    draw.add_argument(
        "--seed", type=_positive, default=1, metavar="N", help="the same seed draws the same PEPs; default: 1"
    )
    draw.add_argument("--rubric", default="birmingham", metavar="ID", help="default: birmingham")
    _by(draw)
    draw.set_defaults(run=_draw)


def _by(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--by", metavar="NAME", help="who does this, for the record; default: your name on this machine"
    )


def _positive(text: str) -> int:
    if not (text.isdecimal() and len(text) <= len(str(LARGEST)) and 1 <= int(text) <= LARGEST):
        raise argparse.ArgumentTypeError(f"{text} is not a number from 1 to {LARGEST}")
    return int(text)


def _draw(chosen: argparse.Namespace) -> int:
    from pepinsight.proof import draw_from_database, draw_from_files
    from pepinsight.rubrics import load_rubric

    asked = (load_rubric(chosen.rubric).id, chosen.size, chosen.seed, who(chosen.by))
    with database() as store:
        drawn = (
            draw_from_files(store, chosen.paths, *asked, progress=_tell)
            if chosen.paths
            else draw_from_database(store, *asked)
        )
    for name, why in drawn.left_out:
        print(f"Left out: {name}: {why}")
    print(f"Blind check {drawn.check_id}: {drawn.peps} PEPs drawn from {drawn.drawn_from}.")
    print("Officers rate them in the app (pepinsight app, page 'Blind check'); then: pepinsight validate report")
    return ALL_ASSESSED


def _tell(done: int, of: int, name: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[KReading {done + 1} of {of}: {name}", end="" if done + 1 < of else "\n", file=sys.stderr)


def _report(chosen: argparse.Namespace) -> int:
    from pepinsight.proof import blind_report, report_lines

    with database() as store:
        report = blind_report(store, _number(store, chosen))
    if chosen.json:
        print(json.dumps(report.to_json(), indent=1, ensure_ascii=False))
    else:
        print("\n".join(report_lines(report)))
    return ALL_ASSESSED


def _end(chosen: argparse.Namespace) -> int:
    with database() as store:
        number = _number(store, chosen)
        store.end_check(number, who(chosen.by))
    print(f"Blind check {number} has ended; its PEPs' suggestions are shown again.")
    return ALL_ASSESSED


def _switch(chosen: argparse.Namespace) -> int:
    from pepinsight.proof import switch_suggestions
    from pepinsight.rubrics import load_rubric

    rubric = load_rubric(chosen.rubric)
    with database() as store:
        title = switch_suggestions(store, rubric, chosen.section, chosen.on, who(chosen.by))
    state = "shown again" if chosen.on else "no longer shown; its evidence still is"
    print(f"{title}: suggestions are {state}. Recorded as done by {who(chosen.by)}.")
    return ALL_ASSESSED


def _number(store: Store, chosen: argparse.Namespace) -> int:
    if chosen.check is not None:
        return int(chosen.check)
    checks = store.checks()
    if not checks:
        raise DataFileError("no blind check has been drawn yet: pepinsight validate draw")
    return checks[0].id
