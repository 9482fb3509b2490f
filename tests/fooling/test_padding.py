"""Words that say nothing of the child lift no level, in a real PEP or alone."""

from __future__ import annotations

import io

import docx
import pytest
from levels import GOLD, ORDER, RUBRIC_SECTIONS, before, levels_in, moves, plan_of
from padding import KINDS, ends_of, padding
from rewriting import padded

HEADINGS = ["Care information", "Young person's views", "Education information", "Attendance", "Attainment",
            "Previous targets", "New targets", "Pupil premium", "Part-time timetable", "SEND",
            "Emotional health and well-being", "Celebrating my achievements", "Carer's views",
            "PEP meeting minutes"]  # fmt: skip


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "shuffled"])
def test_padding_lifts_no_section(kind: str) -> None:
    """Shuffled praise still passes for a carer's or an achievement's words; docs/robustness-to-gaming.md says so."""
    id = "b3-04" if kind in ("praise", "lorem") else "c1-04"
    plan = plan_of(id)
    ends = [end for kinds in RUBRIC_SECTIONS.values() if (end := ends_of(plan, kinds))]
    data = padded(GOLD / f"{id}.docx", {end: padding(kind, 400, seed) for seed, end in enumerate(ends)})
    assert [section for section, by in moves(before(id), levels_in(data)).items() if by > 0] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_filled_with_nothing_but_padding_exceeds_in_nothing(kind: str) -> None:
    document = docx.Document()
    document.add_heading("Personal Education Plan - Autumn 2025", 1)
    document.add_paragraph("Name: Wren Ashby. Year 8. Hollow Lane School. PEP meeting held: 12/11/2025")
    for seed, heading in enumerate(HEADINGS):
        document.add_heading(heading, 2)
        for words in padding(kind, 150, seed):
            document.add_paragraph(words)
    stream = io.BytesIO()
    document.save(stream)
    rated = [level for level in levels_in(stream.getvalue()).values() if level in ORDER]
    assert "ET" not in rated
    assert sum(level in ("SB", "BT") for level in rated) >= 0.8 * len(rated)
