"""A real server on a free port of this machine, with a database of its own, and Debian's Chromium before it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parents[2]
GOLD = HERE / "corpora" / "gold"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that was started for this module's tests."""
    folder = tmp_path_factory.mktemp("server")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    flags = {
        "server.address": "127.0.0.1",
        "server.port": str(port),
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "server.showEmailPrompt": "false",
        "browser.gatherUsageStats": "false",
    }
    command = [sys.executable, "-m", "streamlit", "run", str(HERE / "app.py")]
    log = folder / "server.log"
    with log.open("w") as out:
        server = subprocess.Popen(
            [*command, *(f"--{name}={value}" for name, value in flags.items())],
            env={**os.environ, "PEPINSIGHT_DATABASE": str(folder / "pepinsight.db")},
            cwd=HERE,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait(server, f"http://127.0.0.1:{port}/_stcore/health", log)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)
    said = log.read_text()
    assert "Traceback" not in said, f"the server stumbled:\n{said[-3000:]}"


def _wait(server: subprocess.Popen[bytes], health: str, log: Path) -> None:
    for _ in range(300):
        assert server.poll() is None, f"the server did not start:\n{log.read_text()}"
        try:
            with urllib.request.urlopen(health, timeout=1):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise AssertionError(f"the server did not answer within a minute:\n{log.read_text()}")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Chromium as the system installed it."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert path, "Chromium is not installed: `apt-get install chromium` (Playwright's own download is not used)"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Asked(list[str]):
    """The addresses that a browser asked for."""


Visit = Callable[..., Page]


@pytest.fixture
def asked() -> Asked:
    """Every address asked for while the test ran."""
    return Asked()


@pytest.fixture
def visit(chromium: Browser, address: str, asked: Asked) -> Iterator[Visit]:
    """Open a page in a fresh browser, as somebody who comes back the next day. Its errors fail the test."""
    contexts, faults = [], []

    def opened(path: str = "/", width: int = 1366, height: int = 768) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": height}, accept_downloads=True)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(40_000)
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: (faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.goto(address + path)
        # The first start imports spaCy and scikit-learn, which takes long on a machine that is busy.
        page.wait_for_selector("[data-testid=stMainBlockContainer] button", timeout=120_000)
        settle(page)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not faults, faults


def settle(page: Page) -> None:
    """Wait until the script has run and the page has drawn what it sent."""
    page.wait_for_timeout(150)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_timeout(250)
