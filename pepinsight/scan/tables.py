"""A run's lines as a table, one row a file: what was suggested beside what people confirmed, never in one column.

Rows are written as they are read, so that a million of them need no more memory than a thousand.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from pepinsight.reports.words import printable
from pepinsight.reports.workbook import FORMULA_STARTS
from pepinsight.review import judge
from pepinsight.rubrics import Rubric, load_rubric
from pepinsight.scan import reading
from pepinsight.scan.errors import RunError
from pepinsight.scan.ledger import Ledger
from pepinsight.scan.reading import Line
from pepinsight.scan.run import Run
from pepinsight.store import FileReview, Store

Row = Mapping[str, Any]
Confirmed = Mapping[str, Mapping[str, FileReview]]
"""The reviews of the app's database by a file's checksum, then by rubric."""

YES_NO = {True: "yes", False: "no", None: None}

SHEET_ROWS = 1_000_000
"""Rows a sheet; Excel holds 1,048,576."""
CELL_LETTERS = 32_000
"""Letters a cell; Excel holds 32,767."""
BATCH_ROWS = 2_000


@dataclass(frozen=True)
class Table:
    """The columns, each with the type of its values, and the rows."""

    columns: Mapping[str, type]
    rows: Callable[[], Iterator[Row]]


def table(run: Run, ledger: Ledger, store: Store | None) -> Table:
    """The run's table. ``store`` is the app's database, where what people confirmed stands."""
    asked = run.asked()
    if asked is None:
        raise RunError(f"{run.folder} holds no scan.")
    rubrics = [load_rubric(rubric) for rubric in asked.rubrics]
    confirmed = _confirmed(store) if store is not None else {}
    off = {one.id: frozenset(store.switched_off(one.id) if store is not None else ()) for one in rubrics}
    columns: dict[str, type] = dict.fromkeys(
        ("path", "status", "reason", "sha256", "same_as", "assessed_at_utc", "form", "phase"), str
    )
    columns |= {"seconds": float, "year_group": int, "meeting_date": str, "attendance": float, "previous_file": str}
    for rubric in rubrics:
        for name in ("overall", *_sections(rubric)):
            columns |= {f"suggested_{rubric.id}_{name}": str, f"confirmed_{rubric.id}_{name}": str}
        columns |= {f"suggested_{rubric.id}_{check}": str for check in _checks(rubric)}
        columns[f"unsure_{rubric.id}"] = int
    return Table(columns, lambda: (_row(line, rubrics, confirmed, off) for line in reading.lines(ledger.connection)))


def _sections(rubric: Rubric) -> tuple[str, ...]:
    return tuple(section.id for section in rubric.data.sections)


def _checks(rubric: Rubric) -> tuple[str, ...]:
    return tuple(check.id for check in rubric.data.checks)


def _confirmed(store: Store) -> Confirmed:
    return {one.file.sha256: {review.rubric: review for review in one.reviews} for one in store.list_files()}


def _row(line: Line, rubrics: list[Rubric], confirmed: Confirmed, off: Mapping[str, frozenset[str]]) -> Row:
    record = line.record or {}
    row: dict[str, Any] = {
        "path": line.path,
        "status": line.status,
        "reason": line.reason,
        "sha256": line.sha256,
        "same_as": line.same_as,
        "assessed_at_utc": line.made,
        "form": record.get("form"),
        "phase": record.get("phase"),
        "seconds": line.seconds,
        "year_group": record.get("year_group"),
        "meeting_date": record.get("dates", {}).get("meeting"),
        "attendance": record.get("attendance"),
        "previous_file": record.get("previous_file"),
    }
    for rubric in rubrics:
        told = record.get("rubrics", {}).get(rubric.id)
        review = confirmed.get(line.sha256 or "", {}).get(rubric.id)
        withheld = [section.id for section in review.review.sections if section.withheld] if review is not None else []
        if told is not None:
            row |= _suggested(rubric.id, told, off[rubric.id].union(withheld))
        if review is not None:
            row |= _decided(rubric, review)
    return row


def _suggested(rubric: str, told: Mapping[str, Any], hidden: frozenset[str]) -> Row:
    """What was suggested, save for sections that are switched off or to be rated first, and an overall that rests on
    them: what officers rate blind is shown nowhere."""
    shown = [section for section in told["sections"] if section["id"] not in hidden]
    overall = told["suggested_overall"] if not hidden else None
    row: dict[str, Any] = {f"suggested_{rubric}_{section['id']}": section["suggested"] for section in shown}
    row |= {f"suggested_{rubric}_{check['id']}": YES_NO[check["met"]] for check in told["checks"]}
    row[f"suggested_{rubric}_overall"] = overall["level"] if overall else None
    row[f"unsure_{rubric}"] = sum(section["unsure"] for section in shown)
    return row


def _decided(rubric: Rubric, listed: FileReview) -> Row:
    overall = judge(listed.review, rubric.overall).overall
    levels = {f"confirmed_{rubric.id}_{section}": level for section, level in listed.review.confirmed.items()}
    return {**levels, f"confirmed_{rubric.id}_overall": overall.level if overall else None}


def write_csv(table: Table, target: Path) -> None:
    """In UTF-8 with the mark by which Excel knows it; no cell can start a formula."""
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table.columns)
        for row in table.rows():
            writer.writerow([_safe(row.get(name)) for name in table.columns])


def _safe(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    words = printable(value)
    return f"'{words}" if words.startswith(FORMULA_STARTS) else words


def write_xlsx(table: Table, target: Path) -> None:
    """A workbook, of a sheet for every million rows."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    def words(sheet: Any, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        cell = WriteOnlyCell(sheet, value=printable(value)[:CELL_LETTERS])
        cell.data_type = "s"  # words stay words, even where they look like a formula,
        cell.quotePrefix = value.startswith(FORMULA_STARTS)  # and after somebody edits the cell
        return cell

    book = Workbook(write_only=True)
    sheet = None
    for number, row in enumerate(table.rows()):
        if sheet is None or number % SHEET_ROWS == 0:
            sheet = book.create_sheet(f"Files {number // SHEET_ROWS + 1}")
            sheet.freeze_panes = "B2"
            sheet.append(list(table.columns))
        sheet.append([words(sheet, row.get(name)) for name in table.columns])
    book.save(target)


def write_parquet(table: Table, target: Path) -> None:
    """For statistics programs; in groups of rows. Raises RunError without pyarrow."""
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError as error:
        raise RunError("Parquet needs pyarrow: install pepinsight[parquet].") from error
    kinds = {str: arrow.string(), int: arrow.int64(), float: arrow.float64()}
    schema = arrow.schema([(name, kinds[kind]) for name, kind in table.columns.items()])
    rows = table.rows()
    with parquet.ParquetWriter(target, schema) as writer:
        while batch := list(islice(rows, BATCH_ROWS)):
            writer.write_table(arrow.Table.from_pylist([dict(row) for row in batch], schema=schema))


WRITERS: Mapping[str, Callable[[Table, Path], None]] = {
    "csv": write_csv,
    "xlsx": write_xlsx,
    "parquet": write_parquet,
}


def write(run: Run, kind: str, store: Store | None) -> Path:
    """Write the run's table beside its ledger, whole or not at all; returns the file."""
    target = run.folder / f"scan.{kind}"
    draft = target.with_suffix(f".{kind}.new")
    ledger = Ledger(run.ledger)
    try:
        WRITERS[kind](table(run, ledger, store), draft)
        draft.replace(target)
    finally:
        ledger.close()
    return target
