"""A PEP form to fill in on the screen, as Word makes it: content controls that show a prompt until somebody answers."""

from __future__ import annotations

import io
from collections.abc import Mapping

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

TEXT = "Click or tap here to enter text."
DATE = "Click or tap to enter a date."
CHOICE = "Choose an item."

PARTS: dict[str, tuple[tuple[str, str], ...]] = {
    "Section A: Personal and care information": (
        ("Legal status", CHOICE),
        ("Placement type", CHOICE),
        ("Ethnicity", TEXT),
        ("Social worker", TEXT),
        ("Care plan summary", TEXT),
        ("SDQ score", TEXT),
    ),
    "Section B: Young person's views": (("What do you like about school?", TEXT), ("What would you change?", TEXT)),
    "Attendance": (("Attendance this year", TEXT), ("Reasons for absence", TEXT)),
    "Special educational needs": (("Primary need", CHOICE), ("Support in place", TEXT)),
    "Achievements": (("What has gone well this term?", TEXT),),
    "Section D: Carer's views": (("The carer's comments", TEXT),),
    "Section E: PEP meeting": (("Minutes of the meeting", TEXT), ("Date of next PEP", DATE)),
}
FRONT = (
    ("Name", TEXT),
    ("Date of birth", DATE),
    ("School", TEXT),
    ("Year group", CHOICE),
    ("Date of PEP meeting", DATE),
)


def fillable(answers: Mapping[str, str] | None = None, layout: str = "cells", flagged: bool = True) -> bytes:
    """The form as a .docx. ``answers`` are by label; ``layout`` puts each control into a "cell", a "line" behind its
    label or a "block" of its own below it; where not ``flagged`` the prompts are plain text, as other programs save
    them."""
    word = docx.Document()
    word.add_heading("Personal Education Plan (PEP)", 1)
    given = answers or {}
    _part(word, FRONT, given, layout, flagged)
    for title, labels in PARTS.items():
        word.add_heading(title, 2)
        _part(word, labels, given, layout, flagged)
    word.add_heading("New SMART targets", 2)
    head = ("Target", "What will be done", "Who", "By when", "PP+ cost")
    table = word.add_table(rows=4, cols=len(head), style="Table Grid")
    for cell, name in zip(table.rows[0].cells, head, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    for row in table.rows[1:]:
        for cell, prompt in zip(row.cells, (TEXT, TEXT, TEXT, DATE, TEXT), strict=True):
            _control(cell.paragraphs[0], prompt, None, flagged)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def _part(
    word: WordDocument, labels: tuple[tuple[str, str], ...], given: Mapping[str, str], layout: str, flagged: bool
) -> None:
    if layout == "cells":
        table = word.add_table(rows=len(labels), cols=2, style="Table Grid")
        for row, (label, prompt) in zip(table.rows, labels, strict=True):
            row.cells[0].text = label
            _control(row.cells[1].paragraphs[0], prompt, given.get(label), flagged)
        return
    for label, prompt in labels:
        line = word.add_paragraph()
        line.add_run(label if label.endswith("?") else f"{label}:").bold = True
        if layout == "line":
            line.add_run(" ")
        _control(line if layout == "line" else word.add_paragraph(), prompt, given.get(label), flagged)


def _control(line: Paragraph, prompt: str, answer: str | None, flagged: bool) -> None:
    asks = answer is None and flagged
    shows = "<w:showingPlcHdr/>" if asks else ""
    style = '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>' if asks else ""
    line._p.append(
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtPr>{shows}<w:text/></w:sdtPr><w:sdtContent>"
            f"<w:r>{style}<w:t>{answer or prompt}</w:t></w:r></w:sdtContent></w:sdt>"
        )
    )
