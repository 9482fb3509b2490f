"""``pepinsight rubric``: write an authority's own rubric, check it, and try it on PEPs."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pepinsight.cli.command import ALL_ASSESSED, SOME_NOT, Commands
from pepinsight.cli.database import not_told

if TYPE_CHECKING:
    from pepinsight.rubrics import Rubric
    from pepinsight.rubrics.tally import Criterion, Tally

FEW = 5
"""From so many PEPs on it says something that a criterion was never met, or always."""


def add(commands: Commands) -> None:
    """Tell argparse of the command."""
    rubric = commands.add_parser("rubric", help="write, check and try a quality rubric of your own")
    what = rubric.add_subparsers(required=True, metavar="WHAT")
    new = what.add_parser(
        "new",
        help="begin a rubric of your own as a copy",
        description="Writes a copy into the folder of your own rubrics (the variable PEPINSIGHT_RUBRICS names another "
        "folder), where the app and every command find it by its id.",
    )
    new.add_argument("id", metavar="ID", help="its id: small letters, digits and _")
    new.add_argument("--like", default="blank", metavar="ID", help="the rubric or template to copy; default: blank")
    new.set_defaults(run=_new)
    check = what.add_parser("check", help="tell what is wrong in a rubric file, and what hardly was meant")
    check.add_argument("file", type=Path, metavar="FILE")
    check.set_defaults(run=_check)
    attempt = what.add_parser("try", help="tell what a rubric would suggest on PEPs, and which criteria decide nothing")
    attempt.add_argument("rubric", metavar="FILE", help="a rubric file, or a rubric's id")
    attempt.add_argument("peps", nargs="+", type=Path, metavar="PEP")
    attempt.set_defaults(run=_try)
    schema = what.add_parser("schema", help="print the JSON Schema of rubric files, for editors that check as you type")
    schema.set_defaults(run=_schema)


def _new(chosen: argparse.Namespace) -> int:
    from pepinsight.rubrics.own import begin

    path = begin(chosen.id, chosen.like)
    print(f"Written: {path}")
    print(f"Change its title and its criteria, then: pepinsight rubric check {path}")
    return ALL_ASSESSED


def _check(chosen: argparse.Namespace) -> int:
    from pepinsight.rubrics import load_rubric
    from pepinsight.rubrics.proofread import proofread

    rubric = load_rubric(chosen.file)
    for line in proofread(rubric, chosen.file):
        print(line)
    data = rubric.data
    criteria = sum(len(some) for section in data.sections for some in section.levels.values())
    print(
        f"{chosen.file.name} can be read as a {rubric.kind}: {len(data.sections)} sections, {criteria} criteria, "
        f"{len(data.checks)} checks."
    )
    if data.template:
        print("No PEP is rated by a template: write its criteria, then take the line 'template: true' out.")
    return ALL_ASSESSED


def _try(chosen: argparse.Namespace) -> int:
    from pepinsight.assessing import Options, Status, assess_file
    from pepinsight.proof import held_back
    from pepinsight.rubrics import load_rubric
    from pepinsight.rubrics.tally import tally

    rubric, assessments, status = load_rubric(chosen.rubric), [], ALL_ASSESSED
    held = not_told((rubric.id,))
    off = held.switched_off.get(rubric.id, {})
    for pep in chosen.peps:
        record = held_back(assess_file(pep, Options((chosen.rubric,))), held)
        if record.status is not Status.ASSESSED:
            print(f"{pep.name}: {record.message}", flush=True)
            status = SOME_NOT
            continue
        suggestion = record.suggestions[rubric.id]
        if record.sha256 in held.blind:
            print(f"{pep.name}: {suggestion.assessment.message}", flush=True)
            continue
        rated = tuple(section for section in suggestion.assessment.sections if section.id not in off)
        assessments.append(replace(suggestion.assessment, sections=rated))
        overall = suggestion.overall.label if suggestion.overall else suggestion.assessment.message or "no judgement"
        levels = "  ".join(
            f"{section.id} {section.suggested}" for section in suggestion.sections if section.id not in off
        )
        found = sum(check.met is True for check in suggestion.assessment.checks)
        points = f"{found} of {len(suggestion.assessment.checks)} points found" if suggestion.assessment.checks else ""
        print("  ".join(filter(None, (f"{pep.name}: {overall}", levels, points))), flush=True)
    if off:
        names = ", ".join(section.id for section in rubric.data.sections if section.id in off)
        print(f"Left out, since their suggestions are switched off: {names}.")
    print("\n".join(_told(rubric, tally(assessments))))
    return status


def _told(rubric: Rubric, counted: Tally) -> Iterator[str]:
    yield f"\nRated: {counted.rated} {'PEP' if counted.rated == 1 else 'PEPs'}."
    order = (*rubric.levels, "NA")
    for section, counts in counted.levels.items():
        yield f"  {section}: " + ", ".join(f"{counts[level]} {level}" for level in order if counts[level])
    if not counted.rated:
        return
    if counted.rated < FEW:
        yield f"With fewer than {FEW} PEPs, what stands below says little."
    for answer, what in ((False, "Never met"), (True, "Always met"), (None, "Could never be told")):
        criteria = counted.always(answer)
        if criteria:
            yield f"{what}:"
            yield from (f"  {_named(rubric, criterion)}" for criterion in criteria)


def _named(rubric: Rubric, criterion: Criterion) -> str:
    section, level, id = criterion
    says = next(one.says for one in rubric.section(section).levels[level] if one.id == id)
    return f"{section} {level} {id}: {says}"


def _schema(chosen: argparse.Namespace) -> int:
    from pepinsight.rubrics.rubric_file import RubricData

    schema = RubricData.model_json_schema() | {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    print(json.dumps(schema | {"title": "A pepinsight rubric"}, indent=1))
    return ALL_ASSESSED
