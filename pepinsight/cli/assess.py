"""``pepinsight assess``: suggested ratings for files."""

from __future__ import annotations

import argparse
from pathlib import Path

from pepinsight.cli.command import ALL_ASSESSED, EXITS, SOME_NOT, Commands, folder
from pepinsight.cli.database import not_told
from pepinsight.data_files import DataFileError


def add(commands: Commands) -> None:
    """Tell argparse of the command."""
    one = commands.add_parser("assess", help="suggest ratings for files", epilog=EXITS)
    one.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a PEP (Word, PDF and their like)")
    one.add_argument("--rubric", action="append", metavar="ID", help="a rubric's id or a rubric file; may be repeated")
    earlier = one.add_mutually_exclusive_group()
    earlier.add_argument("--previous", type=Path, metavar="FILE", help="the same child's PEP of the term before")
    earlier.add_argument("--previous-from", type=folder, metavar="DIR", help="look for the earlier PEP in this folder")
    one.add_argument(
        "--attached",
        nargs="+",
        type=Path,
        default=[],
        metavar="FILE",
        help="papers of this one PEP (EHCP, voice sheet ...)",
    )
    one.add_argument("--json", action="store_true", help="one JSON object a line, in the order of the files")
    one.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    from pepinsight.assessing import Options, Status, assess_file
    from pepinsight.contract import to_line
    from pepinsight.earlier import Archive
    from pepinsight.proof import held_back
    from pepinsight.rubrics import load_rubric
    from pepinsight.summary import summarise

    archive = Archive(chosen.previous_from) if chosen.previous_from else None
    if chosen.attached and len(chosen.files) > 1:
        raise DataFileError("papers belong to one PEP: name one file before --attached")
    rubric_ids = tuple(chosen.rubric or ["birmingham"])
    options = Options(rubric_ids, chosen.previous, archive, attached=tuple(chosen.attached))
    rubrics = {rubric.id: rubric for rubric in map(load_rubric, options.rubrics)}
    if len(rubrics) < len(options.rubrics):
        raise DataFileError("two of the rubrics have the same id")
    held = not_told(rubrics)
    status = ALL_ASSESSED
    for file in chosen.files:
        record = held_back(assess_file(file, options), held)
        print(to_line(record) if chosen.json else summarise(record, rubrics), flush=True)
        if record.status is not Status.ASSESSED:
            status = SOME_NOT
    return status
