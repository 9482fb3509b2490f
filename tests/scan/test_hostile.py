"""Hostile files beside good ones: all good ones are assessed, each bad one is named with its reason, nothing else."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from making_archives import AUTUMN, GOOD, hostile, state_of, zipped
from scanning import Scanned

from pepinsight.scan.reading import Line

WORD = AUTUMN.read_bytes()


Told = tuple[dict[str, Line], dict[str, str], dict[str, object]]


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The lines of one scan over all of them, the reasons that are wanted, and what was there before and after."""
    folder = tmp_path_factory.mktemp("hostile")
    scanned = Scanned(folder / "files", folder / "run")
    wanted = hostile(scanned.files / "bad")
    for good in GOOD:
        shutil.copy(good, scanned.files)
    scanned.put(b"caf\xe9 \xff.docx", WORD)  # no UTF-8: Latin-1, as old servers have it
    scanned.put("picture of a plan.png", GOOD[3].read_bytes())  # a PDF by another name
    scanned.put("line\nbreak\t\x1b[31m.docx", WORD)
    scanned.put("/".join(["deep"] * 200) + "/plan.docx", WORD)
    scanned.put("evil.zip", zipped({"../../escaped.docx": WORD, "/etc/escaped.docx": WORD}))
    before = state_of(folder)
    scanned.scan()
    after = {path: state for path, state in state_of(folder).items() if not path.startswith(str(scanned.folder))}
    return scanned.lines(), wanted, {"before": before, "after": after}


def test_every_good_file_is_assessed_whatever_its_name_and_place(scan: Told) -> None:
    lines, _, _ = scan
    names = {path: line.status for path, line in lines.items() if not path.startswith("bad/")}
    assert set(names.values()) == {"assessed", "opened"}
    assert [path for path, status in names.items() if status == "opened"] == ["evil.zip"]
    assert len(names) == 11
    assert all(line.record for line in lines.values() if line.status == "assessed")


def test_each_bad_file_is_named_with_its_reason(scan: Told) -> None:
    lines, wanted, _ = scan
    for name, reason in wanted.items():
        line = lines[f"bad/{name}"]
        assert line.status not in ("assessed", "waiting", "opened"), name
        assert line.reason is not None
        assert line.reason.startswith("This "), name
        assert reason in line.reason, name


def test_nothing_outside_the_run_is_touched(scan: Told) -> None:
    _, _, state = scan
    assert state["before"] == state["after"]


def test_names_are_shown_in_letters_that_any_screen_can_hold(scan: Told) -> None:
    lines, _, _ = scan
    assert all(path.isprintable() and path.encode() for path in lines)
    assert "caf\\xe9 \\xff.docx" in lines


def test_what_may_not_be_opened_is_named(tmp_path: Path) -> None:
    """As root, whom no permission stops, everything is simply assessed: so both outcomes are told apart here."""
    scanned = Scanned(tmp_path / "files", tmp_path / "run")
    closed = scanned.put("closed/plan.docx", WORD)
    own = scanned.put("own.docx", GOOD[2].read_bytes())
    closed.parent.chmod(0)
    own.chmod(0)
    scanned.scan()
    lines = scanned.lines()
    closed.parent.chmod(0o700)
    if os.geteuid() == 0:
        assert {line.status for line in lines.values()} == {"assessed"}
    else:
        assert {path: line.status for path, line in lines.items()} == {"closed": "unreadable", "own.docx": "unreadable"}
        assert all("refused access" in (line.reason or "") for line in lines.values())
