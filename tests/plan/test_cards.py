"""Cells that hold a label and, below it, its answer."""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import _Cell
from making_forms import Paper

from pepinsight.plan import Plan
from pepinsight.plan import SectionKind as Kind


def card(cell: _Cell, label: str, answer: str, bold: bool = True) -> None:
    first = cell.paragraphs[0] if not cell.text else cell.add_paragraph()
    first.add_run(label).bold = bold
    cell.add_paragraph(answer)


def cards(*rows: list[tuple[str, str]], bold: bool = True) -> Plan:
    paper = Paper().heading("Social care")
    table = paper.word.add_table(len(rows), len(rows[0]))
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, (label, answer) in zip(cells.cells, row, strict=True):
            card(cell, label, answer, bold)
    return paper.plan()


def told(plan: Plan) -> dict[str, str]:
    return {plan.quote(item.label): plan.quote(item.value) for item in plan.fields}


def test_a_label_above_its_answer_in_one_cell_is_a_field() -> None:
    plan = cards(
        [("Legal status", "Full care order"), ("Placement", "Mr and Mrs Vale")], [("Health", "Asthma"), ("SDQ", "14")]
    )
    assert told(plan) == {
        "Legal status": "Full care order", "Placement": "Mr and Mrs Vale", "Health": "Asthma", "SDQ": "14"
    }  # fmt: skip
    assert len([section for section in plan.sections if section.title]) == 1


def test_cards_may_stand_above_a_table_of_people_in_the_same_grid() -> None:
    paper = Paper().heading("Personal Education Plan")
    people = [["Invited", "Role", "Came"], ["Ada Penn", "Social worker", "Yes"], ["Mr Vale", "Foster carer", "No"]]
    paper.table([[""] * 3] * 2 + people)
    grid = paper.word.tables[-1]
    labels = {
        "Name": "Leo Vale",
        "Date of birth": "3 May 2015",
        "School": "Mere School",
        "Meeting date": "12 February 2026",
        "Next meeting": "11 June 2026",
        "Something of our own": "",
    }
    for at, (label, answer) in enumerate(labels.items()):
        card(grid.cell(at // 3, at % 3), label, answer)
    for cell in grid.rows[2].cells:
        cell.paragraphs[0].runs[0].bold = True
    plan = paper.plan()
    assert told(plan) == labels
    assert str(plan.dates.next_meeting) == "2026-06-11"
    assert [(person.name, person.present) for person in plan.people] == [("Ada Penn", True), ("Mr Vale", False)]


def test_cards_are_known_by_their_labels_where_nothing_is_bold() -> None:
    assert told(cards([("Legal status", "Full care order"), ("Placement", "Mr and Mrs Vale")], bold=False)) == {
        "Legal status": "Full care order", "Placement": "Mr and Mrs Vale"
    }  # fmt: skip


def test_several_labels_in_one_cell_each_have_their_answer() -> None:
    paper = Paper().heading("Social care")
    cell = paper.word.add_table(1, 1).cell(0, 0)
    for label, answer in (("Legal status", "Full care order"), ("Placement", "Mr and Mrs Vale")):
        card(cell, label, answer)
    assert told(paper.plan()) == {"Legal status": "Full care order", "Placement": "Mr and Mrs Vale"}


def test_a_target_told_in_cards_is_a_target() -> None:
    paper = Paper().heading("New targets")
    cell = paper.word.add_table(1, 1).cell(0, 0)
    for label, answer in (
        ("Target", "Robin will read 40 tricky words by 1 May."), ("How", "Daily with Ms Vale."), ("Cost", "£90")
    ):  # fmt: skip
        card(cell, label, answer)
    plan = paper.plan()
    assert [(plan.quote(item.wording), item.amount) for item in plan.targets] == [
        ("Robin will read 40 tricky words by 1 May.", 90.0)
    ]


def test_a_data_table_and_cells_of_plain_paragraphs_hold_no_cards() -> None:
    paper = Paper().heading("Young person's views")
    cell = paper.word.add_table(1, 1).cell(0, 0)
    cell.paragraphs[
        0
    ].text = "I like school and my friends and most of all I like art with Mrs Vale on a Friday afternoon."
    cell.add_paragraph("I do not like the bus.")
    plan = paper.plan()
    assert plan.fields == ()
    assert [section.kind for section in plan.sections if section.title] == [Kind.VIEWS]


def test_a_label_that_lists_what_is_asked_for_behind_a_colon_is_one() -> None:
    plan = cards([("Lates: morning / afternoon / both", "2 / 1 / 0"), ("Attendance this year", "94%")])
    assert told(plan) == {"Lates: morning / afternoon / both": "2 / 1 / 0", "Attendance this year": "94%"}


def test_a_bold_label_over_its_answer_may_ask_on_behind_a_colon() -> None:
    asked = "Trauma and attachment: her needs, our training"
    plan = cards([(asked, "Loud rooms wear her out.")], [("Attendance this year", "94%")])
    assert told(plan) == {asked: "Loud rooms wear her out.", "Attendance this year": "94%"}


def test_a_shaded_frame_among_labels_that_are_not_heads_a_part() -> None:
    paper = Paper()
    for name in ("My plan", "Social care", "My views", "My carer", "The meeting", "Education"):
        paper.heading(name)
        for at in range(2):
            card(paper.word.add_table(1, 1).cell(0, 0), f"Question {at} here", "Yes, most days.")
            paper.word.add_paragraph()
    banner = paper.word.add_table(1, 1).cell(0, 0)
    banner.paragraphs[0].add_run("Attendance").bold = True
    ground = OxmlElement("w:shd")
    ground.set(qn("w:val"), "clear")
    ground.set(qn("w:fill"), "C9D9EE")
    banner._tc.get_or_add_tcPr().append(ground)
    paper.word.add_paragraph()
    card(paper.word.add_table(1, 1).cell(0, 0), "This year so far", "93.4%")
    plan = paper.plan()
    assert Kind.ATTENDANCE in {section.kind for section in plan.sections if section.title}
    assert "Attendance" not in told(plan)
