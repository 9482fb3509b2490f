"""Reviews as a sheet, one row a section: the suggested level and the confirmed one never share a column."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pepinsight.reports.words import printable
from pepinsight.review import Judgement, Review
from pepinsight.rubrics.assessment import Overall

Cell = str | int | datetime | None

SECTION_COLUMNS = (
    "file",
    "rubric",
    "section_id",
    "section",
    "suggested_level",
    "unsure",
    "confirmed_level",
    "state",
    "decided_by",
    "decided_at_utc",
    "reason",
    "suggestion_changed_since",
)
FILE_COLUMNS = ("file", "rubric", "sections", "open", "confirmed", "suggested_overall", "confirmed_overall")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the start of a formula, full-width forms included."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One file's review by one rubric; ``judgement`` is that of ``review.judge``."""

    file: str
    rubric: str
    review: Review
    judgement: Judgement
    suggested_overall: Overall | None


def workbook(reviews: Iterable[Reviewed]) -> bytes:
    """An .xlsx file of two sheets: one row a section, and one row a file."""
    reviews = list(reviews)
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    _fill(sheet, "Sections", SECTION_COLUMNS, _section_rows(reviews))
    _fill(book.create_sheet(), "Files", FILE_COLUMNS, _file_rows(reviews))
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def csv_rows(reviews: Iterable[Reviewed]) -> bytes:
    """The same sections as a CSV file in UTF-8, with the mark by which Excel knows it."""
    stream = StringIO()
    writer = csv.writer(stream)
    writer.writerow(SECTION_COLUMNS)
    for row in _section_rows(reviews):
        writer.writerow([_for_csv(value) for value in row])
    return stream.getvalue().encode("utf-8-sig")


def _section_rows(reviews: Iterable[Reviewed]) -> Iterator[Sequence[Cell]]:
    for item in reviews:
        for section in item.review.sections:
            decision = section.decision if section.confirmed is not None else None
            yield (
                item.file,
                item.rubric,
                section.id,
                section.title,
                None if section.withheld else section.suggested,
                None if section.withheld else _yes(section.unsure),
                section.confirmed,
                "rated" if section.withheld and section.confirmed else section.state.value,
                section.reviewer,
                decision.when.replace(tzinfo=None, microsecond=0) if decision else None,
                section.reason,
                _yes(section.suggestion_moved),
            )


def _file_rows(reviews: Iterable[Reviewed]) -> Iterator[Sequence[Cell]]:
    for item in reviews:
        yield (
            item.file,
            item.rubric,
            len(item.review.sections),
            len(item.review.open),
            len(item.review.confirmed),
            item.suggested_overall.label if item.suggested_overall else None,
            item.judgement.overall.label if item.judgement.overall else None,
        )


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _fill(sheet: Worksheet, title: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    sheet.title = title
    widths = [len(name) for name in columns]
    for number, name in enumerate(columns, 1):
        cell = sheet.cell(1, number, name)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E4E7EB")
    for line, row in enumerate(rows, 2):
        for number, value in enumerate(row, 1):
            _put(sheet, line, number, value)
            widths[number - 1] = max(widths[number - 1], len(str(value or "")))
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = min(width + 2, 60)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _put(sheet: Worksheet, line: int, column: int, value: Cell) -> None:
    cell = sheet.cell(line, column)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if isinstance(value, str):
        cell.value = printable(value)
        cell.data_type = "s"  # words stay words, even where they look like a formula,
        cell.quotePrefix = value.startswith(FORMULA_STARTS)  # and after somebody edits the cell
    else:
        cell.value = value
        if isinstance(value, datetime):
            cell.number_format = "yyyy-mm-dd hh:mm"


def _for_csv(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    words = printable(str(value))
    return f"'{words}" if words.startswith(FORMULA_STARTS) else words
