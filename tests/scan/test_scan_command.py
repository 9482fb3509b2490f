"""``pepinsight scan``: what a data officer types and gets back; tables beside the ledger."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from making_archives import AUTUMN, GOOD, zipped
from openpyxl import load_workbook
from pyarrow import parquet
from scanning import LIMITS, Scanned

from pepinsight.cli import main
from pepinsight.cli.command import ALL_ASSESSED, SOME_NOT, WRONG_USAGE
from pepinsight.review import Action, Choice
from pepinsight.scan import Asked, LocalPool, Progress, scan
from pepinsight.scan.bar import Bar, duration, line
from pepinsight.store import open_store


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the app's database would be; there is none yet."""
    path = tmp_path / "app.db"
    monkeypatch.setenv("PEPINSIGHT_DATABASE", str(path))
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    status = main(["scan", *(str(argument) for argument in arguments)])
    told = capsys.readouterr()
    return status, told.out, told.err


def test_an_archive_is_scanned_told_and_written_as_tables(
    capsys: pytest.CaptureFixture[str], scanned: Scanned, database: Path
) -> None:
    scanned.put("=2+5.docx", GOOD[2].read_bytes())
    scanned.put("years.zip", zipped({"copy.docx": GOOD[2].read_bytes(), "note.pdf": b""}))
    to = scanned.folder
    status, out, err = run(
        capsys, scanned.files, "--to", to, "--rubric", "birmingham", "--rubric", "redcar", "--processes", "2", "--csv"
    )
    assert (status, err) == (SOME_NOT, "")
    assert out.splitlines()[:2] == ["2 assessed, 1 opened, 1 unreadable", "       1 This file is empty."]
    assert not database.exists()  # a table alone makes no database
    (row,) = [row for row in rows_of_csv(to / "scan.csv") if row["path"].endswith("=2+5.docx")]
    assert row["status"] == "assessed"
    assert row["suggested_birmingham_B"] in ("ET", "OT", "BT", "SB", "NA")
    assert row["suggested_redcar_overall"]
    assert row["confirmed_birmingham_B"] == ""
    assert run(capsys, "--to", to, "--csv")[0] == SOME_NOT  # the same again, from what the run was asked for
    assert run(capsys, "--to", to, "--retry")[0] == SOME_NOT


def test_what_people_confirmed_stands_beside_what_was_suggested(
    capsys: pytest.CaptureFixture[str], scanned: Scanned, database: Path
) -> None:
    scanned.put("plan.docx", GOOD[2].read_bytes())
    scanned.put("@sum.docx", GOOD[2].read_bytes())
    status, _, _ = run(capsys, scanned.files, "--to", scanned.folder, "--keep", "Night Owl", "--processes", "1")
    assert status == ALL_ASSESSED
    store = open_store()
    (listed,) = store.list_files()
    shown = store.suggestion(listed.file.id, "birmingham")
    assert shown is not None
    (suggested,) = [section.suggested for section in shown.suggestion.sections if section.id == "B"]
    store.decide(shown.id, [Choice("B", Action.CHANGE, "SB", "Read with the school.")], "Day Lark")
    store.close()
    _, out, _ = run(capsys, "--to", scanned.folder, "--csv", "--xlsx", "--parquet")
    assert out.count("Written: ") == 3
    table = parquet.read_table(scanned.folder / "scan.parquet").to_pylist()
    book = load_workbook(scanned.folder / "scan.xlsx").worksheets[0]
    cells = [[cell.value for cell in row] for row in book.iter_rows()]
    excel = [dict(zip(cells[0], row, strict=True)) for row in cells[1:]]
    for told in (rows_of_csv(scanned.folder / "scan.csv"), table, excel):
        assert len(told) == 2
        for row in told:
            assert row["confirmed_birmingham_B"] == "SB"
            assert row["suggested_birmingham_B"] == suggested
            assert not row["confirmed_birmingham_overall"]  # other sections are open
    assert [bool(row["same_as"]) for row in table] == [False, True]
    assert book.cell(2, 1).data_type == "s"

    assert main(["validate", "off", "B", "--by", "Day Lark"]) == ALL_ASSESSED
    run(capsys, "--to", scanned.folder, "--csv")
    for row in rows_of_csv(scanned.folder / "scan.csv"):
        assert (row["suggested_birmingham_B"], row["suggested_birmingham_overall"]) == ("", "")
        assert row["suggested_birmingham_A"] and row["confirmed_birmingham_B"] == "SB"


def rows_of_csv(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert not any(value.startswith(("=", "+", "-", "@")) for row in rows for value in row.values())
    return rows


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("/nowhere/at/all",), "no file or folder /nowhere/at/all"),
        ((), "holds no scan"),
        ((AUTUMN, "--rubric", "birmingam"), "did you mean"),
        ((AUTUMN, "--dask", "tcp://127.0.0.1:9"), "could not be reached"),
    ],
)
def test_wrong_usage_is_one_sentence(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str | Path, ...],
    said: str,
) -> None:
    monkeypatch.setattr("pepinsight.scan.cluster.CONNECT_SECONDS", 1)
    status, out, err = run(capsys, *arguments, "--to", tmp_path / "run")
    assert (status, out) == (WRONG_USAGE, "")
    assert said in err
    assert err.count("\n") == 1


def test_ctrl_c_stops_it_and_the_same_command_goes_on(scanned: Scanned) -> None:
    scanned.put("plan.docx", GOOD[2].read_bytes())
    scanned.run.begin(Asked((str(scanned.files),)))

    def interrupt(told: Progress) -> None:
        if told.found:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        scan(scanned.run, LocalPool(1, LIMITS), interrupt)
    scanned.scan()
    assert scanned.lines()["plan.docx"].status == "assessed"


def test_the_bar_tells_done_failed_rate_and_time_left_and_is_quiet_where_nobody_watches() -> None:
    told = Progress("scanning", 1000, 250, 3, 250, 100.0, False)
    assert line(told) == "[######..................] 250 of 1000 done, 3 failed, 2.5 a second, 5 min left"
    assert line(Progress("scanning", 0, 0, 0, 0, 0.0, True)).endswith("0 of 0+ done, 0 failed")
    assert [duration(seconds) for seconds in (8, 3900, 400_000)] == ["8 s", "1 h 05 min", "4 days 15 h"]
    nobody = io.StringIO()
    bar = Bar(nobody)
    bar(told)
    bar.end()
    assert nobody.getvalue() == ""
