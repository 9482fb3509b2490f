"""What commands share: exit statuses, the shape of argparse's list of commands, and arguments that name a folder."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

ALL_ASSESSED, SOME_NOT, WRONG_USAGE = 0, 1, 2
EXITS = "Exit status: 0 all files were assessed; 1 some could not be (each says why); 2 the command was wrong."

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def folder(text: str) -> Path:
    """An argument that must name a folder."""
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {text}")
    return path
