"""Free text that a portal prints behind the form goes back to the headings it was written under."""

from __future__ import annotations

import io

import docx

from pepinsight.documents import read_bytes
from pepinsight.plan import Plan, SectionKind, recognise

FORM = ("Section A - Care information", "Section B - Young person's views", "Attendance", "Achievements",
        "Section D - Carer's views", "Section E - PEP meeting")  # fmt: skip
TEXTS = {
    SectionKind.VIEWS: "I like art best and I want to learn the drums. I don't like the bus.",
    SectionKind.ACHIEVEMENTS: "She won the reading certificate and was star of the week on 3 October.",
    SectionKind.CARER: "I am so proud of her. At home she reads to us and we have a good bedtime now.",
    SectionKind.MEETING: "Present: K Lowe (DT), S Moran (SW). We discussed attendance and agreed the targets.",
}


def _plan(texts: list[str], under: str | None = None) -> Plan:
    document = docx.Document()
    document.add_heading("Personal Education Plan - Autumn 2025", 1)
    for title in FORM:
        document.add_heading(title, 2)
        if title in (FORM[0], "Attendance"):
            table = document.add_table(rows=0, cols=2)
            for label, value in (
                (("Name", "Wren Ashby"), ("Year", "5")) if title == FORM[0] else (("Attendance %", "97"),)
            ):
                cells = table.add_row().cells
                cells[0].text, cells[1].text = label, value
        if title == under:
            document.add_paragraph("Everybody was welcomed and the minutes of last time were agreed.")
    for text in texts:
        document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return recognise(read_bytes(stream.getvalue(), "wren.docx"))


def _kind_of(plan: Plan, text: str) -> SectionKind:
    section = plan.section_at(plan.document.text.index(text))
    assert section is not None
    return section.kind


def test_text_behind_the_form_returns_to_the_headings_left_empty() -> None:
    plan = _plan(list(TEXTS.values()))
    assert {kind: _kind_of(plan, text) for kind, text in TEXTS.items()} == {kind: kind for kind in TEXTS}


def test_each_block_still_belongs_to_exactly_one_section() -> None:
    plan = _plan(list(TEXTS.values()))
    held = sorted(index for section in plan.sections for index in section.blocks)
    assert held == list(range(len(plan.document.blocks)))


def test_minutes_stay_where_they_are_when_other_text_stands_under_its_heading() -> None:
    plan = _plan(list(TEXTS.values()), under="Section D - Carer's views")
    assert _kind_of(plan, TEXTS[SectionKind.VIEWS]) is SectionKind.MEETING
