"""Word files that ask by bold lines, with heading styles for their parts and larger letters for what these hold."""

from __future__ import annotations

from making_docx import opened, p, r

from pepinsight.documents import BlockKind, Document
from pepinsight.plan import SectionKind
from pepinsight.plan.recognise import recognise

PARTS: dict[str, dict[str, dict[str, str]]] = {
    "About me": {
        "": {"I am called": "Wren Halloway", "I was born on": "4 May 2012", "School": "Ashby Vale", "Year group": "8"}
    },
    "School": {
        "Attendance": {"So far this year": "95.2%", "What kept me away?": "A cold", "Am I on time?": "Most days"},
        "Emotional wellbeing": {"How am I?": "Calm on most days", "Who do I talk to?": "Mrs Pym, who listens"},
        "My achievements": {"": "Second in the county cross country, and a bronze badge for the library."},
    },
    "My targets": {"": {"I will": "Read for ten minutes each night", "Who helps": "Mrs Pym", "By": "12 June 2026"}},
}


def form(look: str, label: str = "<w:b/>") -> Document:
    body = ""
    for part, below in PARTS.items():
        body += p(r(part), "berschrift1")
        for head, asked in below.items():
            body += p(r(head, look)) if head else ""
            for question, answer in asked.items():
                body += (p(r(question, label)) if question else "") + p(r(answer))
    return opened(body)


def headings(document: Document) -> dict[str, int]:
    return {document.text_of(block): block.level for block in document.blocks if block.kind is BlockKind.HEADING}


def test_larger_bold_lines_head_parts_of_the_next_level_where_bold_lines_ask() -> None:
    found = headings(form('<w:b/><w:sz w:val="24"/>'))
    assert found == dict.fromkeys(PARTS, 1) | dict.fromkeys(("Attendance", "Emotional wellbeing", "My achievements"), 2)


def test_what_stands_below_them_is_their_own() -> None:
    plan = recognise(form('<w:b/><w:sz w:val="24"/>'))
    (part,) = (section for section in plan.sections if section.kind is SectionKind.ACHIEVEMENTS)
    told = [plan.document.text_of(plan.document.blocks[at]) for at in part.blocks]
    assert told == ["My achievements", PARTS["School"]["My achievements"][""]]
    assert "What kept me away?" in {plan.quote(item.label) for item in plan.fields}


def test_bold_lines_as_large_as_the_labels_are_left_to_the_reader_of_the_form() -> None:
    assert headings(form("<w:b/>")) == dict.fromkeys(PARTS, 1)


def test_a_file_that_does_not_ask_by_bold_lines_may_set_a_few_words_large() -> None:
    assert headings(form('<w:b/><w:sz w:val="24"/>', label="")) == dict.fromkeys(PARTS, 1)
