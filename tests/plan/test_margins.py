"""A form laid out as one table, with its parts' titles in the margin."""

from __future__ import annotations

from pathlib import Path

from docx import Document as Word

from pepinsight.documents import read
from pepinsight.plan import Plan, SectionKind
from pepinsight.plan.recognise import recognise

LONG = "She has come in every day but two since September, both for the dentist, and the bus is now on time."
PARTS = [
    ("Her days in school", SectionKind.ATTENDANCE, "Attendance is 96.2%. " + LONG),
    ("Attainment", SectionKind.ATTAINMENT, "Maths is at the expected standard, reading is above it. " + LONG),
    ("Careers", SectionKind.CAREERS, "She would like to be a vet and had a careers interview in May. " + LONG),
    ("SEND", SectionKind.SEND, "She has an EHCP for speech and language needs, reviewed in March. " + LONG),
    ("Achievements", SectionKind.ACHIEVEMENTS, "Star of the week for her model of the harbour. " + LONG),
]


def written(path: Path, rows: list[tuple[str, str]], around: tuple[str, ...] = ()) -> Plan:
    word = Word()
    word.add_heading("Personal Education Plan", 1)
    word.add_paragraph("Name: Odette Marsh")
    for text in around:
        word.add_paragraph(text)
    table = word.add_table(0, 2)
    for title, text in rows:
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(title).bold = True
        cells[1].text = text
    word.save(str(path))
    return recognise(read(path))


def headed(plan: Plan) -> dict[str, SectionKind]:
    return {plan.document.text[s.title.start : s.title.end]: s.kind for s in plan.sections if s.title}


def test_titles_in_the_margin_open_the_text_beside_them(tmp_path: Path) -> None:
    plan = written(tmp_path / "pep.docx", [(title, text) for title, _, text in PARTS])
    assert headed(plan).items() >= {title: kind for title, kind, _ in PARTS}.items()
    for _, kind, text in PARTS:
        assert [plan.quote(span) for span in plan.spans_of(kind)] == [text]


def test_minutes_topic_by_topic_stay_minutes(tmp_path: Path) -> None:
    notes = ("Notes of the meeting",)
    before = tuple(f"{LONG} {text}" for _, _, text in PARTS) * 2
    plan = written(tmp_path / "pep.docx", [(title, text) for title, _, text in PARTS], (*before, *notes))
    assert not headed(plan).keys() & {title for title, _, _ in PARTS}


def test_labels_beside_short_answers_are_no_titles(tmp_path: Path) -> None:
    plan = written(tmp_path / "pep.docx", [(title, "See above") for title, _, _ in PARTS])
    assert not headed(plan).keys() & {title for title, _, _ in PARTS}


def test_who_came_is_told_in_lines_beside_a_title_in_the_margin(tmp_path: Path) -> None:
    there = "PG - P Gaskell, designated teacher\nAR - Ann Rehman, social worker"
    plan = written(tmp_path / "pep.docx", [("Present", there), *((title, text) for title, _, text in PARTS)])
    assert {person.role for person in plan.people if person.present} >= {"DT", "SW"}


def test_the_number_of_a_title_is_no_part_of_its_length(tmp_path: Path) -> None:
    carer = "Page 8 - What the person who looks after her at home has to say"
    plan = written(tmp_path / "pep.docx", [*((title, text) for title, _, text in PARTS), (carer, LONG)])
    assert headed(plan)[carer] is SectionKind.CARER
