"""Where a form sets its parts' titles in the margin, the first part heads none of the others."""

from __future__ import annotations

import io

from docx import Document as Word

from pepinsight.documents.read import read_bytes
from pepinsight.evidence import find_evidence
from pepinsight.plan import recognise

LETTER = (
    "I like maths because Miss Otway lets me talk it through. I want to work on boats and I am scared of the interview."
)
HOME = "He works hard at our kitchen table each evening and I sit with him. I can drive him to the college on Friday."
LONG = (
    "He has come in on time every day since September and the bus is now on time as well, says the tutor, Miss Otway."
)
PARTS = (
    (
        "Who came",
        "Ivo. Mrs Hanne Lund, foster carer. Miss Otway, tutor. The social worker was invited and sent no word.",
    ),
    ("Attendance", "Attendance is 96.2%. " + LONG),
    ("Attainment", "Maths is at the expected standard. " + LONG),
    ("Careers", "He had a careers interview on 4 May. " + LONG),
    ("A letter from Ivo", LETTER),
    ("From home", HOME),
)


def test_a_letter_and_a_word_from_home_keep_their_writers() -> None:
    word, out = Word(), io.BytesIO()
    word.add_heading("Personal Education Plan", 1)
    word.add_paragraph("Name: Ivo Sandell")
    table = word.add_table(0, 2)
    for title, text in PARTS:
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(title).bold = True
        cells[1].text = text
    word.save(out)
    findings = find_evidence(recognise(read_bytes(out.getvalue(), "pep.docx")))
    child = " ".join(item.quote for item in findings.evidence if item.rule.startswith("child_voice"))
    assert findings.value("child_voice_words") >= 15
    assert findings.value("carer_voice_words") >= 15
    assert "kitchen table" not in child
