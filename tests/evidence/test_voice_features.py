"""What a rating rests on, measured on a Word file from end to end: voices counted, quoted and tied to targets."""

from __future__ import annotations

import io
from importlib.metadata import entry_points

import docx
import pytest
import spacy

from pepinsight.documents.read import read_bytes
from pepinsight.evidence import Findings, find_evidence
from pepinsight.evidence.pipeline import read_text
from pepinsight.evidence.reading import Reading
from pepinsight.evidence.voice.voice_links import linked_to_voice
from pepinsight.plan import Plan, recognise


def paper(*, minutes: bool = True, carer: str = "", views: tuple[tuple[str, str], ...] = ()) -> Plan:
    word = docx.Document()
    word.add_heading("Personal Education Plan", 1)
    _table(
        word,
        (
            ("Name", "Tamsin Oakes"),
            ("Known as", "Tamsin"),
            ("Year group", "8"),
            ("Placement", "Foster care with Priya Dutta"),
        ),
    )
    word.add_heading("Young Person's Views", 1)
    _table(
        word,
        views
        or (
            ("What is going well?", "Pottery, I made a jug. The kiln is warm."),
            ("What is hard?", "Long maths sums, I lose my place."),
        ),
    )
    word.add_heading("SMART Targets", 1)
    _table(
        word,
        (
            ("Target", "Strategy", "By when"),
            (
                "Tamsin will keep her place in long maths sums with a ruler and grid, 8 in 10",
                "Grid paper for sums",
                "July 2026",
            ),
            ("Arrive by 8.40 each day", "Alarm", "July 2026"),
        ),
    )
    word.add_heading("Carer's Views", 1)
    word.add_paragraph(carer or "I sit with her for spellings on Sundays. She is calmer since the move.")
    word.add_heading("PEP Meeting", 1)
    if minutes:
        word.add_paragraph("Tamsin told the meeting that the pottery room is her best place.")
        word.add_paragraph("Priya said she will bring her early on Fridays.")
    stream = io.BytesIO()
    word.save(stream)
    return recognise(read_bytes(stream.getvalue(), "tamsin.docx"))


def _table(word: docx.document.Document, rows: tuple[tuple[str, ...], ...]) -> None:
    table = word.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        cells = table.add_row().cells
        for cell, words in zip(cells, row, strict=True):
            cell.text = words


@pytest.fixture(scope="module")
def findings() -> Findings:
    return find_evidence(paper())


def quotes(findings: Findings, feature: str) -> list[str]:
    return [item.quote for item in findings.evidence if item.feature == feature]


def test_statements_are_counted_and_quoted(findings: Findings) -> None:
    heard = quotes(findings, "child_voice")
    assert "Pottery, I made a jug. The kiln is warm." in heard
    assert "Tamsin told the meeting that the pottery room is her best place." in heard
    assert findings.value("child_voice_statements") == 3
    assert findings.value("child_voice_in_views") == 2
    assert findings.value("child_voice_in_minutes") == 1
    assert findings.value("views_discussed") == 1
    assert findings.value("compliance_child_voice") is True


def test_every_quote_is_the_documents_own_words(findings: Findings) -> None:
    text = findings.plan.document.text
    assert all(text[item.start : item.end] == item.quote for item in findings.evidence)


def test_a_target_that_answers_the_child_is_tied_to_their_words() -> None:
    plan = paper()
    first, second = linked_to_voice(Reading(plan, read_text(plan)))
    assert first.linked
    assert first.quote is not None
    assert "lose my place" in plan.quote(first.quote)
    assert not second.linked


def test_the_carers_part_is_measured(findings: Findings) -> None:
    heard = quotes(findings, "carer_voice")
    assert "I sit with her for spellings on Sundays." in heard
    assert "Priya said she will bring her early on Fridays." in heard
    assert findings.value("carer_contributed_in_meeting") == 1
    assert findings.value("carer_declined") is False
    assert findings.value("carer_offers_support") == 1


def test_without_minutes_nothing_was_discussed() -> None:
    findings = find_evidence(paper(minutes=False))
    assert findings.value("views_discussed") == 0
    assert findings.value("carer_contributed_in_meeting") == 0


def test_a_refusal_counts_apart_with_its_attempts() -> None:
    refused = (
        ("What is going well?", "Tamsin declined to answer. The form was offered again on Friday."),
        ("What is hard?", ""),
    )
    findings = find_evidence(paper(minutes=False, views=refused))
    assert findings.value("child_voice") is False
    assert findings.value("child_voice_refused") is True
    assert findings.value("child_voice_attempts") == 1


def test_a_carers_refusal_meets_the_statutory_point() -> None:
    findings = find_evidence(paper(minutes=False, carer="Priya declined to comment as she was in hospital."))
    assert findings.value("carer_declined") is True
    assert findings.value("carer_voice") is False
    assert findings.value("compliance_carer_views") is True


def test_each_component_can_be_added_by_name_after_installing() -> None:
    names = {point.name for point in entry_points(group="spacy_factories") if point.name.startswith("pep_")}
    assert {"pep_sentences", "pep_context", "pep_child_voice", "pep_carer_voice", "pep_safeguarding"} <= names
    for name in sorted(names):
        nlp = spacy.blank("en")
        nlp.add_pipe(name)
        assert nlp("Rowan said he likes rain.").text == "Rowan said he likes rain."
