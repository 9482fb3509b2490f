"""``pepinsight train``: a rubric's model from labelled PEPs."""

from __future__ import annotations

import argparse

from pepinsight.cli.command import ALL_ASSESSED, Commands, folder


def add(commands: Commands) -> None:
    """Tell argparse of the command."""
    training = commands.add_parser(
        "train",
        help="train a rubric's model on PEPs with gold labels",
        description="Trains a rubric's model on PEPs with gold labels, held-out authors never opened, and prints the "
        "figures of rules and model with whole authors left out. The same PEPs, rules and settings make the same "
        "files: <rubric>.skops, the model, and <rubric>.md, its card with the figures.",
    )
    training.add_argument("folder", type=folder, metavar="DIR", help="holds <id>.yaml with <id>.docx and <id>.pdf")
    training.add_argument("--rubric", default="birmingham", metavar="ID", help="default: birmingham")
    training.add_argument("--to", type=folder, metavar="DIR", help="default: where pepinsight reads its models from")
    training.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    from pepinsight.calibration.files import models_folder
    from pepinsight.evaluation import train_on

    trained = train_on(chosen.folder, chosen.rubric, chosen.to or models_folder())
    print(trained.card)
    print(f"Written: {trained.file} ({trained.file.stat().st_size} bytes), version {trained.version}, and its card.")
    return ALL_ASSESSED
