"""The command line: ``pepinsight assess``, ``pepinsight app``, ``evaluate``, ``train``, ``features``."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from pepinsight.data_files import DataFileError

ALL_ASSESSED, SOME_NOT, WRONG_USAGE = 0, 1, 2

APP_SETTINGS = {
    "server.address": "127.0.0.1",
    "browser.gatherUsageStats": "false",
    "client.showErrorDetails": "type",
    "client.toolbarMode": "viewer",
    "server.fileWatcherType": "none",
    "theme.base": "light",
    "theme.primaryColor": "#17566b",
    "theme.textColor": "#1d2730",
}
"""What ``.streamlit/config.toml`` sets for those who start ``app.py`` from the project's folder."""

_EXITS = "Exit status: 0 all files were assessed; 1 some could not be (each says why); 2 the command was wrong."


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
        epilog=_EXITS,
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    one = commands.add_parser("assess", help="suggest ratings for files", epilog=_EXITS)
    one.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a PEP (.docx or .pdf)")
    one.add_argument("--rubric", action="append", metavar="ID", help="a rubric's id or a rubric file; may be repeated")
    earlier = one.add_mutually_exclusive_group()
    earlier.add_argument("--previous", type=Path, metavar="FILE", help="the same child's PEP of the term before")
    earlier.add_argument("--previous-from", type=_folder, metavar="DIR", help="look for the earlier PEP in this folder")
    one.add_argument("--json", action="store_true", help="one JSON object a line, in the order of the files")
    one.set_defaults(run=_assess)

    app = commands.add_parser("app", help="open the reviewing pages in a browser, on this machine only")
    app.add_argument("--port", type=int, default=8501)
    app.add_argument("--no-browser", action="store_true", help="only start the server")
    app.set_defaults(run=_app)

    measure = commands.add_parser(
        "evaluate",
        help="measure pepinsight against PEPs with gold labels",
        description="Measures pepinsight against PEPs with gold labels. A trained model flatters the PEPs that it was "
        "trained on, so each development author's PEPs are suggested by a model trained on all the other authors', in "
        "the formats that are measured; held-out PEPs are suggested by the model that comes with pepinsight. Rules "
        "and word lists were written with the development PEPs in view: only --held-out shows them on unseen ones.",
    )
    measure.add_argument("folder", type=_folder, metavar="DIR", help="holds <id>.yaml with <id>.docx and <id>.pdf")
    measure.add_argument("--json", action="store_true", help="all figures as one JSON object")
    measure.add_argument("--format", choices=("docx", "pdf"), help="only files of this format")
    which = measure.add_mutually_exclusive_group()
    which.add_argument(
        "--held-out", action="store_true", help="figures of the held-out authors; their text never shows"
    )
    which.add_argument("--disagreements", metavar="NAME", help="list where a section or fact differs from its label")
    measure.set_defaults(run=_evaluate)

    training = commands.add_parser(
        "train",
        help="train a rubric's model on PEPs with gold labels",
        description="Trains a rubric's model on PEPs with gold labels, held-out authors never opened, and prints the "
        "figures of rules and model with whole authors left out. The same PEPs, rules and settings make the same "
        "files: <rubric>.skops, the model, and <rubric>.md, its card with the figures.",
    )
    training.add_argument("folder", type=_folder, metavar="DIR", help="holds <id>.yaml with <id>.docx and <id>.pdf")
    training.add_argument("--rubric", default="birmingham", metavar="ID", help="default: birmingham")
    training.add_argument("--to", type=_folder, metavar="DIR", help="default: where pepinsight reads its models from")
    training.set_defaults(run=_train)

    features = commands.add_parser("features", help="list what rubrics' criteria may name")
    features.set_defaults(run=_features)
    return parser


def _folder(text: str) -> Path:
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {text}")
    return path


def _assess(chosen: argparse.Namespace) -> int:
    from pepinsight.assessing import Options, Status, assess_file
    from pepinsight.contract import to_line
    from pepinsight.earlier import Archive
    from pepinsight.rubrics import load_rubric
    from pepinsight.summary import summarise

    archive = Archive(chosen.previous_from) if chosen.previous_from else None
    options = Options(tuple(chosen.rubric or ["birmingham"]), chosen.previous, archive)
    rubrics = {rubric.id: rubric for rubric in map(load_rubric, options.rubrics)}
    if len(rubrics) < len(options.rubrics):
        raise DataFileError("two of the rubrics have the same id")
    status = ALL_ASSESSED
    for file in chosen.files:
        record = assess_file(file, options)
        print(to_line(record) if chosen.json else summarise(record, rubrics), flush=True)
        if record.status is not Status.ASSESSED:
            status = SOME_NOT
    return status


def _app(chosen: argparse.Namespace) -> int:
    from streamlit.web.cli import main as streamlit

    streamlit(app_arguments(chosen.port, chosen.no_browser), standalone_mode=False)
    return ALL_ASSESSED


def app_arguments(port: int, no_browser: bool) -> list[str]:
    """What Streamlit is started with. Its settings go by flags: a config file would hold from one folder only."""
    flags = {
        **APP_SETTINGS,
        "server.port": str(port),
        "server.headless": str(no_browser).lower(),
        "server.showEmailPrompt": "false",
    }
    page = str(Path(__file__).parent / "ui" / "app.py")
    return ["run", page, *(f"--{name}={value}" for name, value in flags.items())]


def _evaluate(chosen: argparse.Namespace) -> int:
    from pepinsight.evaluation import disagreements, evaluate, tell

    formats = (chosen.format,) if chosen.format else ("docx", "pdf")
    if chosen.disagreements:
        print(disagreements(chosen.folder, chosen.disagreements, formats))
        return ALL_ASSESSED
    figures = evaluate(chosen.folder, formats, held_out=chosen.held_out)
    print(json.dumps(figures, indent=1) if chosen.json else tell(figures))
    return ALL_ASSESSED


def _train(chosen: argparse.Namespace) -> int:
    from pepinsight.calibration.files import models_folder
    from pepinsight.evaluation import train_on

    trained = train_on(chosen.folder, chosen.rubric, chosen.to or models_folder())
    print(trained.card)
    print(f"Written: {trained.file} ({trained.file.stat().st_size} bytes), version {trained.version}, and its card.")
    return ALL_ASSESSED


def _features(chosen: argparse.Namespace) -> int:
    from pepinsight.evidence import REGISTRY

    for name, feature in sorted(REGISTRY.items()):
        values = " | ".join(feature.choices) or {bool: "yes/no", str: "text"}.get(feature.type, "number")
        print(f"{name:34} {values}{f' ({feature.unit})' if feature.unit else ''}: {feature.describes}")
    return ALL_ASSESSED


if __name__ == "__main__":
    sys.exit(main())
