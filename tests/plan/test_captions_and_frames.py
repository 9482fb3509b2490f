"""Captions above boxes, frames around parts, numbered questions, and bold questions over long text."""

from __future__ import annotations

from pathlib import Path

from docx import Document as Word

from pepinsight.documents import read
from pepinsight.plan import Plan, SectionKind
from pepinsight.plan.recognise import recognise

ANSWERS = [
    ("Name", "Odette Marsh"),
    ("Born", "4 May 2013"),
    ("School", "Fernhill School"),
    ("Legal status", "Section 31, full care order"),
    ("Who has parental responsibility?", "The local authority and her mother"),
    ("Ethnicity", "White British"),
    ("Came into care", "3 March 2020"),
    ("Health", "Well, glasses for reading"),
    ("Day of the meeting", "12 February 2026"),
]
VIEWS = (
    "I like art the best because Miss lets us choose. I don't like the dinner hall, it is too loud and people push. "
    "I would like somebody to sit with me."
)

ATTENDANCE = (
    "Her attendance is 91.2 per cent, with nine sessions lost to a cold and four to a hospital visit. She has "
    "been late twice, both times by taxi, and the taxi now comes at eight."
)


def answers(plan: Plan) -> dict[str, str]:
    text = plan.document.text
    return {text[f.label.start : f.label.end]: text[f.value.start : f.value.end] for f in plan.fields}


def kinds(plan: Plan) -> dict[str, SectionKind]:
    text = plan.document.text
    return {text[s.title.start : s.title.end]: s.kind for s in plan.sections if s.title}


def test_plain_captions_above_boxes_are_labels_and_the_boxes_their_answers(tmp_path: Path) -> None:
    word = Word()
    word.add_heading("Personal Education Plan", 1)
    for label, answer in ANSWERS:
        word.add_paragraph(label)
        word.add_table(1, 1, style="Table Grid").cell(0, 0).text = answer
    word.save(str(tmp_path / "pep.docx"))
    plan = recognise(read(tmp_path / "pep.docx"))
    assert dict(ANSWERS).items() <= answers(plan).items()
    assert list(kinds(plan)) == ["Personal Education Plan"]
    assert str(plan.dates.meeting) == "2026-02-12"


def test_plain_numbered_questions_are_labels_where_all_is_numbered(tmp_path: Path) -> None:
    word = Word()
    word.add_paragraph().add_run("ABOUT THE CHILD").bold = True
    for number, (label, answer) in enumerate(ANSWERS, 1):
        word.add_paragraph(f"1.{number} {label}")
        word.add_paragraph(answer)
    word.save(str(tmp_path / "pep.docx"))
    found = answers(recognise(read(tmp_path / "pep.docx")))
    assert [found.get(f"1.{number} {label}") for number, (label, _) in enumerate(ANSWERS, 1)] == [
        answer for _, answer in ANSWERS
    ]


def test_a_frame_around_a_part_is_not_a_cell_with_an_answer(tmp_path: Path) -> None:
    word = Word()
    for title, rows in (("About the child", ANSWERS[:4]), ("Social worker's page", ANSWERS[3:])):
        frame = word.add_table(1, 1, style="Table Grid").cell(0, 0)
        frame.paragraphs[0].add_run(title).bold = True
        inner = frame.add_table(0, 2)
        for label, answer in rows:
            for cell, said in zip(inner.add_row().cells, (label, answer), strict=True):
                cell.text = said
        word.add_paragraph()
    word.save(str(tmp_path / "pep.docx"))
    plan = recognise(read(tmp_path / "pep.docx"))
    assert dict(ANSWERS).items() <= answers(plan).items()
    assert kinds(plan)["Social worker's page"] is SectionKind.CARE


def test_a_box_with_a_bold_title_over_several_paragraphs_is_a_part(tmp_path: Path) -> None:
    word = Word()
    word.add_heading("Personal Education Plan", 1)
    box = word.add_table(1, 1, style="Table Grid").cell(0, 0)
    box.paragraphs[0].add_run("Good news").bold = True
    for said in ("Silver badge for 120 merits", "Picked for the under-12 team", "Read her first whole book"):
        box.add_paragraph(said)
    word.save(str(tmp_path / "pep.docx"))
    plan = recognise(read(tmp_path / "pep.docx"))
    assert kinds(plan)["Good news"] is SectionKind.ACHIEVEMENTS


def test_a_bold_question_over_a_long_text_opens_a_part(tmp_path: Path) -> None:
    word = Word()
    word.add_heading("Personal Education Plan", 1)
    for question, text in (
        ("What would Odette like all of us to know?", VIEWS),
        (
            "Has Odette been getting to school?",
            "Her attendance is 91.2 per cent with nine sessions lost to a cold. " * 2,
        ),
    ):
        word.add_paragraph().add_run(question).bold = True
        word.add_paragraph(text)
    word.save(str(tmp_path / "pep.docx"))
    found = kinds(recognise(read(tmp_path / "pep.docx")))
    assert found["What would Odette like all of us to know?"] is SectionKind.VIEWS
    assert found["Has Odette been getting to school?"] is SectionKind.ATTENDANCE


def captioned(path: Path, *asked: tuple[str, str]) -> dict[str, str]:
    word = Word()
    word.add_heading("Personal Education Plan", 1)
    for label, answer in (*ANSWERS, *asked):
        word.add_paragraph(label)
        options = answer.split("|")
        table = word.add_table(1, len(options), style="Table Grid")
        for cell, option in zip(table.rows[0].cells, options, strict=True):
            cell.text = option
    word.add_paragraph("Saved on 12 March 2026 by the school office")
    word.save(str(path))
    return answers(recognise(read(path)))


def test_a_caption_above_an_empty_box_is_a_label_left_blank(tmp_path: Path) -> None:
    found = captioned(
        tmp_path / "pep.docx", ("Who spoke up for the girl", ""), ("What the aunt told us", ""), ("Shoe size", "4")
    )
    assert found["Who spoke up for the girl"] == found["What the aunt told us"] == ""
    assert found["Shoe size"] == "4"


def test_a_row_of_options_below_a_caption_is_its_answer(tmp_path: Path) -> None:
    found = captioned(
        tmp_path / "pep.docx", ("Does she walk home?", "☐ Yes|☒ No"), ("Hat worn", "☐ Red|☐ Blue|☒ Green")
    )
    assert found["Does she walk home?"] == "No"
    assert found["Hat worn"] == "Green"
