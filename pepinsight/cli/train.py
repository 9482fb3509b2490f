"""``pepinsight train``: a rubric's model from labelled PEPs, or from what the team decided."""

from __future__ import annotations

import argparse

from pepinsight.cli.command import ALL_ASSESSED, Commands, folder
from pepinsight.cli.database import database
from pepinsight.data_files import DataFileError


def add(commands: Commands) -> None:
    """Tell argparse of the command."""
    training = commands.add_parser(
        "train",
        help="train a rubric's model on PEPs with gold labels, or on your team's decisions",
        description="Trains a rubric's model on PEPs with gold labels, held-out authors never opened, and prints the "
        "figures of rules and model with whole authors left out. The same PEPs, rules and settings make the same "
        "files: <rubric>.skops, the model, and <rubric>.md, its card with the figures. With --from-reviews it learns "
        "from the decisions in the database (and from DIR beside them), compares the new model with the one in use on "
        "held-out decisions, and replaces that only on your word; --undo goes back to the one before.",
    )
    training.add_argument(
        "folders", type=folder, nargs="*", metavar="DIR", help="holds <id>.yaml with <id>.docx and <id>.pdf"
    )
    training.add_argument("--rubric", default="birmingham", metavar="ID", help="default: birmingham")
    training.add_argument("--to", type=folder, metavar="DIR", help="default: where pepinsight reads its models from")
    how = training.add_mutually_exclusive_group()
    how.add_argument("--from-reviews", action="store_true", help="learn from the decisions in the database")
    how.add_argument("--sections", action="store_true", help="train what tells the parts of a form, for all rubrics")
    how.add_argument(
        "--first",
        nargs="+",
        metavar="AUTHOR",
        help="keep in the last DIR what is suggested for new authors before mending",
    )
    how.add_argument("--undo", action="store_true", help="take back the last model learnt from reviews")
    training.add_argument("--replace", action="store_true", help="with --from-reviews: use the new model, unasked")
    training.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    if chosen.replace and not chosen.from_reviews:
        raise DataFileError("--replace goes with --from-reviews")
    if chosen.to and (chosen.from_reviews or chosen.undo):
        raise DataFileError("a model of your own always stands in your data folder: leave --to out")
    if chosen.undo:
        from pepinsight.calibration.own import undo

        print(undo(chosen.rubric))
        return ALL_ASSESSED
    return _learn(chosen) if chosen.from_reviews else _train(chosen)


def _train(chosen: argparse.Namespace) -> int:
    from pepinsight.evaluation import train_on
    from pepinsight.evaluation.first_suggestions import FILE
    from pepinsight.evaluation.recording import record
    from pepinsight.evaluation.section_training import train_sections
    from pepinsight.model_files import models_folder

    if not chosen.folders:
        raise DataFileError("name the folders of labelled PEPs, or learn from your team's decisions: --from-reviews")
    if chosen.first:
        to = chosen.folders[-1]
        print(f"{record(chosen.folders, chosen.first, to)} lines added to {to / FILE}.")
        return ALL_ASSESSED
    to = chosen.to or models_folder()
    trained = train_sections(chosen.folders, to) if chosen.sections else train_on(chosen.folders, chosen.rubric, to)
    print(trained.card)
    print(f"Written: {trained.file} ({trained.file.stat().st_size} bytes), version {trained.version}, and its card.")
    return ALL_ASSESSED


def _learn(chosen: argparse.Namespace) -> int:
    from pepinsight.calibration.files import load_model
    from pepinsight.calibration.own import put_into_use
    from pepinsight.evaluation.learning import learn

    with database() as store:
        learnt = learn(store, chosen.rubric, chosen.folders)
    print(learnt.report)
    if not (chosen.replace or _agreed()):
        print("The model in use stays as it was.")
        return ALL_ASSESSED
    file = put_into_use(learnt.model, learnt.report)
    print(f"The new model is in use: {file}, version {load_model(file).version}. To go back: pepinsight train --undo")
    return ALL_ASSESSED


def _agreed() -> bool:
    try:
        return input("Use the new model from now on? [y/N] ").strip().casefold() in ("y", "yes")
    except EOFError:  # nobody is there to ask
        print()
        return False
