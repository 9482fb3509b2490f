"""Scanning from the page: start, watch, pause, go on, see why files failed, open a result; the scan runs on its own."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import GOLD, Opener
from looking import keys, press, words_on
from streamlit.testing.v1 import AppTest

from pepinsight.cli import main
from pepinsight.documents import Unreadable
from pepinsight.scan import Asked, Outcome, Run, scan
from pepinsight.scan.supervise import Answer
from pepinsight.ui import desk, scans

TOO_SLOW = "This file was not done after 120 seconds and was given up."


class Here:
    """A pool without processes, in which one file is too slow."""

    room = 1

    def __init__(self) -> None:
        self.done: list[tuple[Any, Answer[Any]]] = []

    def start(self, job: Any, work: Callable[..., Any], *arguments: Any) -> None:
        try:
            answer: Answer[Any] = Answer(work(*arguments), 0.1)
        except Unreadable as error:
            answer = Answer(None, 0.1, Outcome.UNREADABLE, str(error))
        if "slow.docx" in str(job) and "_Compare" in str(job):
            answer = Answer(None, 120.0, Outcome.TOO_SLOW, TOO_SLOW)
        self.done.append((job, answer))

    def answers(self, timeout: float) -> list[tuple[Any, Answer[Any]]]:
        done, self.done = self.done, []
        return done

    def stop(self) -> None:
        self.done = []


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder of one PEP and one empty file."""
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "plan <b>.docx").write_bytes((GOLD / "b1-02.docx").read_bytes())
    (folder / "empty.pdf").touch()
    return folder


@pytest.fixture
def ended(database: Path, archive: Path) -> Run:
    """A scan that ended, in which one file was too slow and one is empty."""
    (archive / "slow.docx").write_bytes((GOLD / "a1-01.docx").read_bytes())
    run = Run(scans.folder() / "2026-11-22 09-00-00")
    run.begin(Asked((str(archive),)))
    assert scan(run, Here(), lambda told: None)
    return run


@pytest.fixture
def resumed(monkeypatch: pytest.MonkeyPatch) -> list[Run]:
    """The scans that the page had go on, without their processes."""
    asked: list[Run] = []
    monkeypatch.setattr(scans, "resume", asked.append)
    return asked


class InAThread:
    """Stands in for the scan's own process, which takes seconds to start: the same command, beside the tests."""

    def __init__(self, command: list[str], **how: Any) -> None:
        assert command[1:3] == ["-m", "pepinsight.cli"]
        assert how["start_new_session"]
        threading.Thread(target=main, args=(command[3:],)).start()


def test_a_scan_is_started_watched_to_its_end_and_its_result_opened(
    pages: Opener, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scans.subprocess, "Popen", InAThread)
    app = pages(page="scan")
    app.text_input(key="scan_path").set_value(str(archive))
    form = next(button for button in app.button if button.label == "Start")
    form.click().run()
    assert not app.exception
    (run,) = scans.runs()
    until = time.monotonic() + 240
    while scans.state(run).alive:
        assert time.monotonic() < until
        time.sleep(0.2)
    assert scans.state(run).finished, scans.last_words(run)
    app = pages(page="scan")
    assert "1 assessed" in words_on(app)
    assert "This file is empty." in words_on(app)
    press(app, keys(app, "scan-open-")[0])
    assert app.query_params["pep"] == "1"
    assert keys(app, "confirm-")
    assert desk.store().file(1).name == "plan <b>.docx"


def test_failures_stand_by_reason_and_are_tried_again(pages: Opener, ended: Run, resumed: list[Run]) -> None:
    app = pages(page="scan")
    assert TOO_SLOW in words_on(app)
    assert "2 failed" in words_on(app)
    assert "plan &lt;b&gt;.docx" in words_on(app)
    retried = next(number for number, failure in enumerate(scans.state(ended).failures) if failure.status == "too_slow")
    press(app, f"retry-{retried}")
    assert resumed == [ended]
    assert scan(ended, Here(), lambda told: None)
    assert {failure.reason: failure.files for failure in scans.state(ended).failures} == {
        TOO_SLOW: 1,
        "This file is empty.": 1,
    }


def test_a_scan_that_was_stopped_goes_on_and_one_at_work_is_paused(
    pages: Opener, ended: Run, resumed: list[Run], archive: Path
) -> None:
    (archive / "new.docx").write_bytes((GOLD / "a1-02.docx").read_bytes())
    scans._say(ended, "stopped")
    app = press(pages(page="scan"), "scan-resume")
    assert resumed == [ended]
    scans._say(ended, "scanning")
    app = press(pages(page="scan"), "scan-pause")
    assert ended.pause_file.exists()
    assert "Reading and rating" in words_on(app)


def test_opening_a_file_that_has_been_moved_is_told(pages: Opener, ended: Run, archive: Path) -> None:
    app = pages(page="scan")
    (archive / "plan <b>.docx").unlink()
    press(app, keys(app, "scan-open-")[0])
    assert "moved or deleted" in words_on(app)


def test_forgetting_a_pep_reaches_into_the_scans_and_leaves_what_became_of_it(pages: Opener, ended: Run) -> None:
    app = pages(page="scan")
    press(app, keys(app, "scan-open-")[0])
    words = b"".join(path.read_bytes() for path in ended.folder.iterdir())
    ledger = sqlite3.connect(ended.ledger)
    (record,) = ledger.execute("SELECT json FROM records").fetchone()
    assert record[:200] in words
    desk.forget(1, "Day Lark")
    assert ledger.execute("SELECT count(*) FROM records").fetchone() == (0,)
    assert ledger.execute("SELECT count(*) FROM children").fetchone() == (0,)
    ledger.close()
    assert record[100:200] not in b"".join(path.read_bytes() for path in ended.folder.iterdir())
    assert scans.state(ended).counts["assessed"] == 1


def test_a_scan_is_deleted_with_all_that_it_found_out_and_no_file(pages: Opener, ended: Run, archive: Path) -> None:
    press(pages(page="scan"), "scan-delete")
    assert scans.runs() == []
    assert not ended.folder.exists()
    assert len(list(archive.iterdir())) == 3


@pytest.mark.parametrize(("path", "said"), [("", "Say which folder"), ("/nowhere/at/all", "no file or folder")])
def test_a_folder_that_is_not_there_is_told(pages: Opener, path: str, said: str) -> None:
    app: AppTest = pages(page="scan")
    app.text_input(key="scan_path").set_value(path)
    next(button for button in app.button if button.label == "Start").click().run()
    assert said in words_on(app).replace("\\", "")
    assert scans.runs() == []
