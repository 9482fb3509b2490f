"""``pepinsight app``: the reviewing pages in a browser."""

from __future__ import annotations

import argparse
import socket
import sys
from pathlib import Path

from pepinsight.cli.command import ALL_ASSESSED, WRONG_USAGE, Commands

HERE = "127.0.0.1"
"""The app is reached from this machine alone."""

APP_SETTINGS = {
    "server.address": HERE,
    "browser.gatherUsageStats": "false",
    "client.showErrorDetails": "type",
    "client.toolbarMode": "viewer",
    "server.fileWatcherType": "none",
    "theme.base": "light",
    "theme.primaryColor": "#17566b",
    "theme.textColor": "#1d2730",
}
"""What ``.streamlit/config.toml`` sets for those who start ``app.py`` from the project's folder."""


def add(commands: Commands) -> None:
    """Tell argparse of the command."""
    app = commands.add_parser("app", help="open the reviewing pages in a browser, on this machine only")
    app.add_argument("--port", type=int, default=8501)
    app.add_argument("--no-browser", action="store_true", help="only start the server")
    app.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    from streamlit.web.cli import main as streamlit

    address = f"http://{HERE}:{chosen.port}"
    if _answers(chosen.port):
        print(
            f"Something is open at {address} already, perhaps pepinsight. --port takes another number.", file=sys.stderr
        )
        return WRONG_USAGE
    # Instead of Streamlit's welcome, which speaks to developers.
    print(f"pepinsight opens at {address} in your browser. Ctrl-C here ends it.", flush=True)
    streamlit(app_arguments(chosen.port, chosen.no_browser), standalone_mode=False)
    return ALL_ASSESSED


def _answers(port: int) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex((HERE, port)) == 0


def app_arguments(port: int, no_browser: bool) -> list[str]:
    """What Streamlit is started with. Its settings go by flags: a config file would hold from one folder only."""
    flags = {
        **APP_SETTINGS,
        "server.port": str(port),
        "server.headless": str(no_browser).lower(),
        "server.showEmailPrompt": "false",
        "logger.hideWelcomeMessage": "true",
    }
    page = str(Path(__file__).parents[1] / "ui" / "app.py")
    return ["run", page, *(f"--{name}={value}" for name, value in flags.items())]
