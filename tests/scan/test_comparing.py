"""A PEP is compared with the same child's earlier one, wherever in the archive that lies."""

from __future__ import annotations

import json

from making_archives import AUTUMN, GOOD, SPRING, zipped
from scanning import Scanned

from pepinsight.assessing import Options, assess_file
from pepinsight.contract import to_line
from pepinsight.store import open_store


def test_the_earlier_pep_is_found_in_another_archive_and_the_result_is_that_of_comparing(scanned: Scanned) -> None:
    scanned.put("2026/spring.docx", SPRING.read_bytes())
    scanned.put("2025.zip", zipped({"school/autumn.docx": AUTUMN.read_bytes()}))
    scanned.put("other.docx", GOOD[2].read_bytes())
    scanned.scan()
    lines = scanned.lines()
    spring = lines["2026/spring.docx"].record
    assert spring is not None
    assert spring["previous_file"] == "autumn.docx"
    assert [path for path, line in lines.items() if line.record and line.record["previous_file"]] == [
        "2026/spring.docx"
    ]
    compared = json.loads(to_line(assess_file(SPRING, Options(previous=AUTUMN))))
    for name in ("rubrics", "copied_forward", "previous_targets_reviewed", "evidence"):
        assert spring[name] == compared[name]


def test_a_scan_that_is_to_compare_nothing_does_not(scanned: Scanned) -> None:
    scanned.put("spring.docx", SPRING.read_bytes())
    scanned.put("autumn.docx", AUTUMN.read_bytes())
    told = scanned.scan(compare=False)
    assert {one.phase for one in told} == {"scanning"}
    record = scanned.lines()["spring.docx"].record
    assert record is not None
    assert record["previous_file"] is None


def test_two_files_that_may_both_be_the_earlier_one_are_left_alone(scanned: Scanned) -> None:
    from docx import Document

    scanned.put("spring.docx", SPRING.read_bytes())
    scanned.put("autumn.docx", AUTUMN.read_bytes())
    again = Document(str(AUTUMN))
    again.add_paragraph("Printed again with a remark.")
    again.save(str(scanned.files / "autumn again.docx"))
    scanned.scan()
    record = scanned.lines()["spring.docx"].record
    assert record is not None
    assert record["previous_file"] is None


def test_what_is_kept_can_be_opened_in_the_app_with_the_comparison(scanned: Scanned) -> None:
    scanned.put("spring.docx", SPRING.read_bytes())
    scanned.put("deep/autumn.docx", AUTUMN.read_bytes())
    scanned.put("list.txt", b"")
    store = open_store(scanned.folder.parent / "app.db")
    scanned.scan(store=store, keep="Night Owl")
    kept = {one.file.name: one.file for one in store.list_files()}
    assert set(kept) == {"spring.docx", "autumn.docx"}
    assert {file.received_by for file in kept.values()} == {"Night Owl"}
    stored = store.suggestion(kept["spring.docx"].id, "birmingham")
    assert stored is not None
    assert stored.suggestion.assessment.findings.previous is not None
    record = scanned.lines()["spring.docx"].record
    assert record is not None
    assert [section.suggested for section in stored.suggestion.sections] == [
        section["suggested"] for section in record["rubrics"]["birmingham"]["sections"]
    ]
    store.close()
