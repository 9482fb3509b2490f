"""A part under a heading that no list holds is told by what people wrote below it."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document as Word

from pepinsight.documents import read
from pepinsight.plan import SectionKind
from pepinsight.plan.recognise import recognise
from pepinsight.plan.section_model import cues, section_model
from pepinsight.plan.sections import BY_CONTENT

FRONT = ("Personal Education Plan", ["Name: Tamsin Okoro", "Date of birth: 04/05/2014", "Date of meeting: 12/02/2026"])
PARTS = {
    SectionKind.VIEWS: (
        "Tamsin's corner",
        ["I like drawing and PE.", "I don't like maths because it is too loud.", "I want help with my spellings."],
    ),
    SectionKind.ATTENDANCE: (
        "Getting through the gate",
        ["Her attendance is 93.4%, with six sessions of authorised absence for illness and two lates this term."],
    ),
    SectionKind.EXCLUSIONS: (
        "Time out",
        ["One fixed-term suspension of two days in November for a fight. A reintegration meeting was held."],
    ),
    SectionKind.SEND: (
        "Extra bits",
        ["She has an EHCP for speech and language needs. The SENCo reviews it; the annual review is in May."],
    ),
}


def written(path: Path, parts: list[tuple[str, list[str]]]) -> Path:
    word = Word()
    for heading, paragraphs in parts:
        word.add_heading(heading, 1)
        for paragraph in paragraphs:
            word.add_paragraph(paragraph)
    word.save(str(path))
    return path


def test_headings_that_no_list_holds_open_what_is_written_below_them(tmp_path: Path) -> None:
    plan = recognise(read(written(tmp_path / "pep.docx", [FRONT, *PARTS.values()])))
    kinds = {plan.document.text[s.title.start : s.title.end]: s for s in plan.sections if s.title}
    for kind, (heading, _) in PARTS.items():
        assert kinds[heading].kind is kind, heading
        assert kinds[heading].why == BY_CONTENT


def test_a_heading_that_says_what_it_opens_is_believed_though_little_stands_below(tmp_path: Path) -> None:
    plan = recognise(
        read(written(tmp_path / "pep.docx", [FRONT, ("Attendance", ["See the print."]), ("SEND", ["None"])]))
    )
    assert [s.kind for s in plan.sections[-2:]] == [SectionKind.ATTENDANCE, SectionKind.SEND]


def test_chances_add_up_and_nothing_known_tells_nothing() -> None:
    model = section_model()
    assert model is not None
    told = model.chances(cues("", "Her attendance is 96% with one late"))
    assert sum(told.values()) == pytest.approx(1)
    assert max(told, key=lambda kind: told[kind]) is SectionKind.ATTENDANCE
    assert model.chances(cues("", "")) == {}


def test_the_childs_name_is_no_cue() -> None:
    assert cues("What Tamsin thinks", "Tamsin said hello", ["Tamsin"]) == cues(
        "What Bo thinks", "Bo said hello", ["Bo"]
    )


def test_an_answer_under_an_unknown_label_counts_for_the_part_it_speaks_of(tmp_path: Path) -> None:
    word = Word()
    word.add_heading("Attendance", 1)
    rows = [
        ("This year", "96.1%, one day of illness"),
        ("Timetable", "Full time, 32.5 hours, all on the main site"),
    ]
    table = word.add_table(0, 2)
    for row in rows:
        for cell, said in zip(table.add_row().cells, row, strict=True):
            cell.text = said
    word.save(str(tmp_path / "pep.docx"))
    plan = recognise(read(tmp_path / "pep.docx"))
    counted = {plan.quote(item.label): item.section for item in plan.fields}
    assert counted == {"This year": SectionKind.ATTENDANCE, "Timetable": SectionKind.PART_TIME}
