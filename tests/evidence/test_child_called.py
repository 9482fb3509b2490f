"""What the child is called where the plan writes a short form behind the name."""

from __future__ import annotations

from pathlib import Path

from docx import Document as Word

from pepinsight.documents import read
from pepinsight.evidence.voice.child_names import child_names
from pepinsight.plan.recognise import recognise


def test_a_name_that_stands_in_brackets_behind_itself_is_one_name(tmp_path: Path) -> None:
    word = Word()
    word.add_heading("Personal Education Plan", 1)
    word.add_paragraph("Name: Samira Okafor")
    word.add_paragraph("Known as: Sam")
    word.add_paragraph("Sam (Sam) came to the meeting. Samira Okafor (Sammy) wants to read more.")
    word.save(str(tmp_path / "pep.docx"))
    names = child_names(recognise(read(tmp_path / "pep.docx")))
    assert names.count("Sam") == 1 and "Sammy" in names
