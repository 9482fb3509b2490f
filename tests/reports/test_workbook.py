"""The sheet keeps suggestion and rating apart, leaves the rating empty while open, and never runs a formula."""

from __future__ import annotations

import csv
from datetime import datetime
from io import BytesIO, StringIO

import openpyxl
import pytest

from pepinsight.calibration.suggestion import Suggestion
from pepinsight.reports import Reviewed, csv_rows, workbook
from pepinsight.review import Action, Decision, judge, review_of
from pepinsight.rubrics import Rubric

DANGEROUS = ['=HYPERLINK("http://example.org")', "+1", "-1+1", "@SUM(A1)", "\t=1", "＝1"]


def reviewed(suggestion: Suggestion, decisions: list[Decision], rubric: Rubric, file: str = "plan.pdf") -> Reviewed:
    review = review_of(suggestion.sections, decisions)
    return Reviewed(file, "shire", review, judge(review, rubric.overall), suggestion.overall)


def sheet_rows(data: bytes, name: str) -> list[dict[str, object]]:
    rows = list(openpyxl.load_workbook(BytesIO(data))[name].iter_rows(values_only=True))
    return [dict(zip((str(title) for title in rows[0]), row, strict=True)) for row in rows[1:]]


def csv_dicts(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"))))


def test_one_row_a_section_with_the_rating_empty_while_open(
    suggestion: Suggestion, decisions: list[Decision], rubric: Rubric
) -> None:
    item = reviewed(suggestion, decisions[:1] + decisions[2:3], rubric)
    rows = sheet_rows(workbook([item]), "Sections")
    assert [(r["section_id"], r["suggested_level"], r["confirmed_level"], r["state"], r["unsure"]) for r in rows] == [
        ("V", "OT", "OT", "confirmed", "no"),
        ("T", "ET", None, "open", "no"),
        ("H", "SB", "BT", "changed", "yes"),
        ("K", "BT", None, "open", "no"),
    ]
    health = rows[2]
    assert (health["decided_by"], health["reason"]) == ("Rosa Thornbury", "The passport is attached.")
    assert health["decided_at_utc"] == datetime(2026, 2, 20, 14, 30, 5)
    assert rows[1]["decided_by"] is rows[1]["decided_at_utc"] is rows[1]["reason"] is None
    [of_csv] = [row for row in csv_dicts(csv_rows([item])) if row["section_id"] == "T"]
    assert (of_csv["suggested_level"], of_csv["confirmed_level"], of_csv["decided_by"]) == ("ET", "", "")


def test_a_reopened_section_shows_no_trace_of_its_old_rating(
    suggestion: Suggestion, decisions: list[Decision], rubric: Rubric
) -> None:
    undone = Decision(9, "V", Action.REOPEN, None, "A slip.", "Idris Calloway", decisions[0].when, 1, "OT")
    row = sheet_rows(workbook([reviewed(suggestion, [*decisions, undone], rubric)]), "Sections")[0]
    assert (row["state"], row["confirmed_level"], row["decided_by"], row["reason"]) == ("open", None, None, None)


def test_one_row_a_file_with_the_judgement_only_once_all_is_decided(
    suggestion: Suggestion, decisions: list[Decision], rubric: Rubric
) -> None:
    items = [
        reviewed(suggestion, decisions, rubric, "done.pdf"),
        reviewed(suggestion, decisions[:3], rubric, "half.pdf"),
    ]
    rows = sheet_rows(workbook(items), "Files")
    assert [(r["file"], r["open"], r["confirmed"], r["confirmed_overall"]) for r in rows] == [
        ("done.pdf", 0, 4, "Requires work"),
        ("half.pdf", 1, 3, None),
    ]


@pytest.mark.parametrize("words", DANGEROUS)
def test_words_that_look_like_a_formula_stay_words(
    suggestion: Suggestion, decisions: list[Decision], rubric: Rubric, words: str
) -> None:
    by_hand = Decision(1, "V", Action.CHANGE, "ET", words, words, decisions[0].when, 1, "OT")
    item = reviewed(suggestion, [by_hand], rubric, words)

    sheet = openpyxl.load_workbook(BytesIO(workbook([item])))["Sections"]
    for column in ("A", "I", "K"):
        cell = sheet[f"{column}2"]
        assert cell.data_type == "s" and cell.value == words.strip()
        assert cell.quotePrefix
    [row] = [r for r in csv_dicts(csv_rows([item])) if r["section_id"] == "V"]
    for column in ("file", "decided_by", "reason"):
        assert row[column] == f"'{words.strip()}"


def test_characters_that_excel_cannot_hold_do_no_harm(
    suggestion: Suggestion, decisions: list[Decision], rubric: Rubric
) -> None:
    by_hand = Decision(
        1, "V", Action.CHANGE, "ET", "One\x0btwo\x00 three\nfour, “five”", "Zoë", decisions[0].when, 1, "OT"
    )
    item = reviewed(suggestion, [by_hand], rubric)
    assert sheet_rows(workbook([item]), "Sections")[0]["reason"] == "One two three four, “five”"
    assert csv_dicts(csv_rows([item]))[0]["reason"] == "One two three four, “five”"
    assert csv_dicts(csv_rows([item]))[0]["decided_by"] == "Zoë"


def test_nothing_reviewed_gives_the_headings_alone() -> None:
    assert sheet_rows(workbook([]), "Sections") == []
    assert csv_dicts(csv_rows([])) == []
