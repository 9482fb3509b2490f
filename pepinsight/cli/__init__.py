"""The command line: one file a command, each with ``add``, which tells argparse of it."""

from pepinsight.cli.commands import main

__all__ = ["main"]
