"""``pepinsight COMMAND``."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence

from pepinsight.cli import app, assess, check, evaluate, features, form, rubric, scan, train, validate
from pepinsight.cli.command import EXITS, SOME_NOT, WRONG_USAGE
from pepinsight.data_files import DataFileError

COMMANDS = (
    assess,
    check,
    app,
    scan,
    validate,
    evaluate,
    train,
    features,
    rubric,
    form,
)
"""In the order in which ``--help`` lists them. Each imports what it works with only when it runs."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit status."""
    chosen = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")  # quotes hold letters that an old code page does not
    try:
        status: int = chosen.run(chosen)
        sys.stdout.flush()
    except DataFileError as error:
        print(f"pepinsight: {error}", file=sys.stderr)
        return WRONG_USAGE
    except BrokenPipeError:  # the reader of our output has gone, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SOME_NOT
    except KeyboardInterrupt:
        print("pepinsight: stopped.", file=sys.stderr)
        return SOME_NOT
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pepinsight",
        description="Reads Personal Education Plans (Word, PDF) and suggests a rating per section of a quality rubric. "
        "A suggestion is never a rating: only a person's confirmation makes one. Nothing leaves this machine.",
        epilog=EXITS,
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add(commands)
    return parser
