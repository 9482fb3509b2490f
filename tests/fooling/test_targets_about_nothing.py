"""Targets that look SMART and answer nothing in the plan."""

from __future__ import annotations

import io

import docx

from pepinsight.documents.read import read_bytes
from pepinsight.evidence import Findings, find_evidence
from pepinsight.plan import recognise
from pepinsight.rubrics import load_rubric

NEEDS = {
    "Young person's views": "Wren said: I want help with spelling, I get stuck on long words, reading is fine.",
    "Attainment": "English: spelling age is 8.2, reading age 9.4. Wren needs support with long words in writing.",
    "PEP meeting minutes": "Mrs Hale said that Wren avoids long words in writing because of spelling. "
    "Wren will spell words from the Year 7 list each week. Reading is improving.",
}
ABOUT_NOTHING = ["Juggle three balls for 60 seconds without a drop by 27 March 2026",
                 "Type 40 words a minute on the touch-typing course by 12 February 2026",
                 "Hold a handstand for 30 seconds on 4 of 5 tries by 13 March 2026"]  # fmt: skip
ABOUT_WREN = ["Wren will spell 30 long words from the Year 7 list, 27 of 30 right, by 27 March 2026",
              "Wren will raise her reading age from 9.4 to 9.10 by 27 March 2026"]  # fmt: skip


def _pep(targets: list[str]) -> Findings:
    document = docx.Document()
    document.add_heading("Personal Education Plan - Autumn 2025", 1)
    document.add_paragraph("Name: Wren Ashby")
    for title, words in NEEDS.items():
        document.add_heading(title, 2)
        document.add_paragraph(words)
    document.add_heading("New targets", 2)
    table = document.add_table(rows=1, cols=3)
    for cell, words in zip(table.rows[0].cells, ("Target", "By when", "Pupil premium"), strict=True):
        cell.text = words
    for target in targets:
        for cell, words in zip(table.add_row().cells, (target, "27/03/2026", "£120"), strict=True):
            cell.text = words
    stream = io.BytesIO()
    document.save(stream)
    return find_evidence(recognise(read_bytes(stream.getvalue(), "wren.docx")))


def test_a_target_about_nothing_in_the_plan_is_not_relevant() -> None:
    found = _pep(ABOUT_NOTHING)
    assert found.value("new_targets") == len(ABOUT_NOTHING)
    assert [target.smart["R"] for target in found.targets] == [False] * len(ABOUT_NOTHING)
    assert [target.smart["M"] for target in found.targets] == [True] * len(ABOUT_NOTHING)


def test_such_targets_never_reach_the_top_level() -> None:
    sections = {
        section.id: section.rule_level for section in load_rubric("birmingham").rate(_pep(ABOUT_NOTHING)).sections
    }
    assert sections["C_targets"] not in ("ET", "OT")


def test_a_target_on_the_childs_needs_is_relevant() -> None:
    assert [target.smart["R"] for target in _pep(ABOUT_WREN).targets] == [True, True]
