"""``pepinsight features``: what rubrics' criteria may name."""

from __future__ import annotations

import argparse

from pepinsight.cli.command import ALL_ASSESSED, Commands


def add(commands: Commands) -> None:
    """Tell argparse of the command."""
    features = commands.add_parser("features", help="list what rubrics' criteria may name")
    features.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    from pepinsight.evidence import REGISTRY

    for name, feature in sorted(REGISTRY.items()):
        values = " | ".join(feature.choices) or {bool: "yes/no", str: "text"}.get(feature.type, "number")
        print(f"{name:34} {values}{f' ({feature.unit})' if feature.unit else ''}: {feature.describes}")
    return ALL_ASSESSED
