"""Long questions that span a form's table, above their answers, among short labels that have theirs beside them."""

from __future__ import annotations

from making_forms import Paper

from pepinsight.plan import Plan
from pepinsight.plan import SectionKind as Kind

QUESTION = "Trauma and attachment: what do adults here need to know?"
ROWS = [["Date admitted", "4 September 2023"], [QUESTION], ["Ms Finch has her sheet."], ["Key adult", "Ms Finch"]]


def grid(rows: list[list[str]], bold: bool = True) -> Plan:
    """A table of two columns with bold labels; what stands alone spans both, and is bold where it asks."""
    paper = Paper().heading("Personal Education Plan").heading("Education")
    paper.table(rows, banners=[at for at, row in enumerate(rows) if len(row) == 1])
    for row, told in zip(paper.word.tables[-1].rows, rows, strict=True):
        if row.cells[0].paragraphs[0].runs:
            row.cells[0].paragraphs[0].runs[0].bold = len(told) == 2 or (bold and told[0] in (QUESTION, "Attendance"))
    return paper.plan()


def told(plan: Plan) -> dict[str, str]:
    return {plan.quote(item.label): plan.quote(item.value) for item in plan.fields}


def headed(plan: Plan) -> set[str]:
    return {plan.quote(part.title) for part in plan.sections if part.title}


def test_a_question_across_the_table_is_answered_in_the_row_below() -> None:
    plan = grid(ROWS)
    assert told(plan) == {
        "Date admitted": "4 September 2023",
        QUESTION: "Ms Finch has her sheet.",
        "Key adult": "Ms Finch",
    }
    assert next(item for item in plan.fields if plan.quote(item.label) == QUESTION).kind == "trauma"


def test_such_a_question_may_be_left_blank() -> None:
    assert told(grid([ROWS[0], [QUESTION], [""], ROWS[3]]))[QUESTION] == ""


def test_a_question_behind_a_colon_is_no_answer() -> None:
    plan = Paper().heading("Education").bold(QUESTION).para("Ms Finch has her sheet.").plan()
    assert told(plan) == {QUESTION: "Ms Finch has her sheet."}


def test_a_part_s_title_across_the_table_heads_what_follows() -> None:
    plan = grid([ROWS[0], ["Attendance"], ["95.1% to the end of March, with four sessions lost to a cold."], ROWS[3]])
    assert Kind.ATTENDANCE in {part.kind for part in plan.sections} and "Attendance" not in told(plan)


def test_words_across_a_table_that_are_not_bold_ask_nothing() -> None:
    assert QUESTION not in told(grid(ROWS, bold=False))


def test_labels_across_the_table_head_no_parts_where_the_parts_have_headings_by_style() -> None:
    wide = {
        "How the child came into care": "She was neglected at home, and a neighbour rang in March 2023.",
        "Health and medication": "Glasses for reading, new in May.",
        "SDQ and its date": "Score 14, carers' form, September",
    }
    paper = Paper().heading("Personal Education Plan").heading("About the child", 2)
    rows = [["Legal status", "Full care order"], *([text] for pair in wide.items() for text in pair)]
    paper.table(rows, banners=[at for at, row in enumerate(rows) if len(row) == 1])
    for row, texts in zip(paper.word.tables[-1].rows, rows, strict=True):
        row.cells[0].paragraphs[0].runs[0].bold = len(texts) == 2 or texts[0] in wide
    plan = paper.heading("Attendance", 2).para("It stands at 96% this term.").plan()
    assert told(plan).items() >= wide.items()
    assert not {*wide, *wide.values()} & headed(plan)


def test_a_short_answer_below_a_bold_title_is_no_heading() -> None:
    paper = Paper().heading("Personal Education Plan").heading("At school", 2).heading("Good news", 2)
    paper.table([["Strengths"], ["Mathematics, practical subjects, punctual homework"]])
    paper.word.tables[-1].rows[0].cells[0].paragraphs[0].runs[0].bold = True
    plan = paper.heading("Attendance", 2).para("It stands at 96% this term.").plan()
    assert "Mathematics, practical subjects, punctual homework" not in headed(plan)


def test_two_labels_with_answers_in_a_row_show_that_bold_cells_ask() -> None:
    rows = [["Key adult", "Ms Finch", "Clubs", "Chess"], ["Travel"], ["Walks with her gran, 12 minutes"]]
    paper = Paper().heading("Personal Education Plan").heading("School", 2)
    paper.table(rows, banners=[1, 2])
    for cell in (0, 2):
        paper.word.tables[-1].rows[0].cells[cell].paragraphs[0].runs[0].bold = True
    paper.word.tables[-1].rows[2].cells[0].paragraphs[0].runs[0].bold = False
    plan = paper.heading("Attendance", 2).para("It stands at 96% this term.").plan()
    assert told(plan)["Travel"] == "Walks with her gran, 12 minutes"
    assert not {"Travel", "Walks with her gran, 12 minutes"} & headed(plan)
