"""``pepinsight check``: what is missing in a PEP, before it is submitted."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING

from pepinsight.cli.command import ALL_ASSESSED, SOME_NOT, Commands

if TYPE_CHECKING:
    from pepinsight.checking import Check, Topic

WIDTH = 96


def add(commands: Commands) -> None:
    """Tell argparse of the command."""
    one = commands.add_parser(
        "check",
        help="say what is missing in a PEP, before it is submitted",
        description="For designated teachers: says what is missing in a PEP, where, and who completes it. It gives no "
        "rating, and nothing is kept.",
    )
    one.add_argument("file", type=Path, metavar="FILE", help="a PEP")
    one.add_argument("--rubric", default="birmingham", metavar="ID", help="default: birmingham")
    one.add_argument("--attached", nargs="+", type=Path, default=[], metavar="FILE", help="papers that belong to it")
    one.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    from pepinsight.assessing import Options, assess_file
    from pepinsight.checking import check
    from pepinsight.rubrics import load_rubric

    rubric = load_rubric(chosen.rubric)
    record = assess_file(chosen.file, Options((chosen.rubric,), models=False, attached=tuple(chosen.attached)))
    if record.findings is None:
        print(record.message, file=sys.stderr)
        return SOME_NOT
    found = check(record.findings, record.suggestions[rubric.id].assessment, rubric)
    print("\n".join([record.file, *_told(found, record.message)]))
    return ALL_ASSESSED


def _told(found: Check, note: str | None) -> Iterator[str]:
    for line in filter(None, [note, found.message]):
        yield from _wrapped(line, "  ")
    if not found.count:
        yield "  Nothing is missing that this check looks for. Thank you."
    else:
        yield f"  {found.count} {'thing' if found.count == 1 else 'things'} to look at before you submit."
    for who, topics in found.people:
        yield from ("", who.upper())
        for topic in topics:
            yield from _topic(topic)
    if found.wording:
        yield from ("", "KINDER WORDS, IF YOU LIKE (advice only)")
        for line in found.wording:
            yield from _wrapped(line, "  ")


def _topic(topic: Topic) -> Iterator[str]:
    yield f"  {topic.title}"
    for line in topic.advice:
        yield from _wrapped(line, "    ")
    if topic.looked:
        yield from _wrapped(topic.looked, "    ")
    for missing in topic.missing:
        yield fill(missing, WIDTH, initial_indent="    - ", subsequent_indent="      ")


def _wrapped(text: str, indent: str) -> list[str]:
    return [fill(text, WIDTH, initial_indent=indent, subsequent_indent=indent)]
