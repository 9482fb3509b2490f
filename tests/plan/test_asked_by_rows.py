"""Labels over answers in tables all over a form: those that sound like parts of it ask there, too."""

from __future__ import annotations

import pytest
from making_forms import Paper

from pepinsight.plan import Plan
from pepinsight.plan import SectionKind as Kind

PARTS = {
    "Social care": [
        ("Legal status", "Full care order"),
        ("Religion", "None"),
        ("Ethnicity", "White British"),
        ("Placement", "Foster carers since 2021"),
    ],
    "Education": [
        ("School", "Cobble Lane Primary"),
        ("Year group", "Year 5"),
        ("Designated teacher", "Mrs Fenn"),
        ("Key adult", "Mr Tarn, at break"),
    ],
    "Special educational needs": [
        ("Primary need", "Speech and language"),
        ("Provision", "Talk group with Mrs Lowe twice a week"),
        ("Action", "Sound cards sent home on Fridays"),
    ],
}


def form(parts: dict[str, list[tuple[str, str]]]) -> Plan:
    paper = Paper()
    for title, pairs in parts.items():
        paper.heading(title)
        paper.table([[text] for pair in pairs for text in pair])
        for row in paper.word.tables[-1].rows[::2]:
            for run in row.cells[0].paragraphs[0].runs:
                run.bold = True
    for title in ("Attendance", "Views of the child"):
        paper.heading(title).para("Nothing was written here in the spring, as the new tutor began in May.")
    return paper.plan()


def told(plan: Plan) -> list[tuple[str, str]]:
    return [(plan.quote(item.label), plan.quote(item.value)) for item in plan.fields]


def test_a_label_that_sounds_like_a_part_asks_among_other_labels() -> None:
    plan = form(PARTS)
    assert told(plan) == [pair for pairs in PARTS.values() for pair in pairs]
    send = next(section for section in plan.sections if section.kind is Kind.SEND)
    assert len(send.blocks) == 1 + 2 * len(PARTS["Special educational needs"])


@pytest.mark.parametrize("titles", [("Provision", "Attendance", "Achievements"), ("Targets", "Views", "Minutes")])
def test_bold_rows_over_texts_head_parts_where_few_labels_stand_so(titles: tuple[str, ...]) -> None:
    """Without many labels elsewhere, nothing tells a part's banner from a question."""
    text = "Robin came in on the bus with the others, and read three pages aloud before the bell."
    plan = form({"Education": [(title, text) for title in titles]})
    assert set(titles).isdisjoint(label for label, _ in told(plan))
