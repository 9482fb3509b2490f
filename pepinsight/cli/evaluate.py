"""``pepinsight evaluate``: what pepinsight says against gold labels."""

from __future__ import annotations

import argparse
import json

from pepinsight.cli.command import ALL_ASSESSED, Commands, folder


def add(commands: Commands) -> None:
    """Tell argparse of the command."""
    measure = commands.add_parser(
        "evaluate",
        help="measure pepinsight against PEPs with gold labels",
        description="Measures pepinsight against PEPs with gold labels. A trained model flatters the PEPs that it was "
        "trained on, so each development author's PEPs are suggested by a model trained on all the other authors', in "
        "the formats that are measured; held-out PEPs are suggested by the model in use. Rules "
        "and word lists were written with the development PEPs in view: only --held-out shows them on unseen ones.",
    )
    measure.add_argument("folder", type=folder, metavar="DIR", help="holds <id>.yaml with <id>.docx and <id>.pdf")
    measure.add_argument("--json", action="store_true", help="all figures as one JSON object")
    measure.add_argument("--format", choices=("docx", "pdf"), help="only files of this format")
    which = measure.add_mutually_exclusive_group()
    which.add_argument(
        "--held-out", action="store_true", help="figures of the held-out authors; their text never shows"
    )
    which.add_argument("--disagreements", metavar="NAME", help="list where a section or fact differs from its label")
    measure.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    from pepinsight.evaluation import disagreements, evaluate, tell

    formats = (chosen.format,) if chosen.format else ("docx", "pdf")
    if chosen.disagreements:
        print(disagreements(chosen.folder, chosen.disagreements, formats))
        return ALL_ASSESSED
    figures = evaluate(chosen.folder, formats, held_out=chosen.held_out)
    print(json.dumps(figures, indent=1) if chosen.json else tell(figures))
    return ALL_ASSESSED
