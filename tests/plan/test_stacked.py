"""Boxes with the label above its answer are read as fields; data tables and banners above their text are not."""

from __future__ import annotations

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor
from making_forms import Paper

from pepinsight.plan import Plan
from pepinsight.plan import SectionKind as Kind

CARE = [
    ["Legal status", "Date came into care", "Placement"],
    ["Full care order", "2 June 2021", "Mr and Mrs Vale"],
    ["Ethnicity", "Religion", "First language"],
    ["White British", "", "English"],
]


def stacked(rows: list[list[str]]) -> Paper:
    """A form in which each row of bold labels stands above its answers."""
    paper = Paper().heading("Social care")
    paper.table(rows)
    for row in paper.word.tables[-1].rows[::2]:
        for cell in row.cells:
            for run in cell.paragraphs[0].runs:
                run.bold = True
    return paper


def shaded(paper: Paper, rows: list[list[str]], every: int = 2) -> Paper:
    """A table with nothing in bold, whose rows stand on a grey ground by turns."""
    paper.table(rows)
    for row in paper.word.tables[-1].rows[::every]:
        for cell in row.cells:
            ground = OxmlElement("w:shd")
            ground.set(qn("w:val"), "clear")
            ground.set(qn("w:fill"), "DDE5EE")
            cell._tc.get_or_add_tcPr().append(ground)
    paper.para("")
    return paper


def told(plan: Plan) -> list[tuple[str, str]]:
    return [(plan.quote(item.label), plan.quote(item.value)) for item in plan.fields]


def test_labels_above_their_answers_are_fields() -> None:
    plan = stacked(CARE).plan()
    assert told(plan) == [
        pair for above, below in ((0, 1), (2, 3)) for pair in zip(CARE[above], CARE[below], strict=True)
    ]
    assert [section.kind for section in plan.sections if section.title] == [Kind.CARE]
    religion = plan.field("religion")
    assert religion is not None and religion.blank


@pytest.mark.parametrize(
    "labels", [["Legal status", "Placement", "Health"], ["Looked after since", "Something of this form's own", "SDQ"]]
)
def test_wide_boxes_are_fields_and_no_parts_of_the_form(labels: list[str]) -> None:
    plan = stacked([[text] for label in labels for text in (label, "An answer of a few words.")]).plan()
    assert told(plan) == [(label, "An answer of a few words.") for label in labels]
    assert len([section for section in plan.sections if section.title]) == 1


def test_banners_above_the_text_of_their_part_stay_headings() -> None:
    rows = [["Young person's views"], ["Leo likes frogs."], ["Minutes of the meeting"], ["We met at two."]]
    plan = stacked(rows).plan()
    assert plan.fields == ()
    assert [section.kind for section in plan.sections if section.title] == [Kind.CARE, Kind.VIEWS, Kind.MEETING]


def test_where_nothing_is_bold_a_label_that_opens_a_line_has_its_answer_beside_it() -> None:
    rows = [
        ["Legal status", "Care order, 3 May 2022"],
        ["In care since", "14 June 2021"],
        ["Care plan", "Long-term fostering. Pathway plan signed 2 May 2025"],
        ["Social worker", "Ada Penn"],
    ]
    assert told(Paper().heading("Social care").table(rows).plan()) == [(label, answer) for label, answer in rows]


def test_where_nothing_is_bold_labels_may_stand_above_their_answers() -> None:
    rows = [
        ["Legal status", "Placement"],
        ["Interim order of May", "With Mr Vale"],
        ["Religion", "Ethnicity"],
        ["-", "White British"],
    ]
    plan = Paper().heading("Social care").table(rows).plan()
    assert ("Placement", "With Mr Vale") in told(plan)


def test_a_shaded_row_of_labels_stands_above_its_answers() -> None:
    plan = shaded(Paper().heading("Social care"), CARE).plan()
    assert told(plan) == [
        pair for above, below in ((0, 1), (2, 3)) for pair in zip(CARE[above], CARE[below], strict=True)
    ]


def test_a_form_that_asks_by_shaded_cells_asks_in_words_of_its_own_too() -> None:
    paper = Paper().heading("Social care")
    for label in ("Legal status", "Placement", "Religion"):
        shaded(paper, [[label], ["An answer of a few words."]])
    paper.heading("Carer")
    for label in ("Anything for the meeting?", "What would help at home"):
        shaded(paper, [[label], ["A lamp by his bed, Mr Vale said."]])
    plan = paper.plan()
    assert [label for label, _ in told(plan)][3:] == ["Anything for the meeting?", "What would help at home"]
    assert [section.kind for section in plan.sections if section.title] == [Kind.CARE, Kind.CARER]


def test_a_shaded_header_over_data_is_no_row_of_labels() -> None:
    rows = [["Subject", "Current", "Target"], ["Reading", "WTS", "EXS"]]
    plan = shaded(Paper().heading("Attainment"), rows).plan()
    assert (plan.fields, len(plan.attainment)) == ((), 1)


def test_the_header_of_a_data_table_is_no_row_of_labels() -> None:
    plan = stacked([["Subject", "Current", "Target"], ["Reading", "WTS", "EXS"]]).plan()
    assert plan.fields == ()
    assert len(plan.attainment) == 1


def test_a_first_row_in_bold_may_hold_labels_and_answers_in_turn() -> None:
    rows = [["Student", "Leo Vale", "Year group", "9"], ["Date of birth", "27/02/2012", "School", "Mere School"]]
    plan = Paper().heading("Personal Education Plan").table(rows, header=True).plan()
    assert plan.child.name == "Leo Vale"
    assert plan.year_group == 9


def test_a_target_whose_parts_stand_in_boxes_below_it() -> None:
    paper = Paper().heading("Our new targets").heading("Target one", 2).para("Leo will read 40 words by 3 July 2026.")
    paper.table(
        [["Why", "How"], ["He asked to.", "Daily with Mrs Vale"], ["Money", "Who"], ["£60 for books", "Mrs Vale"]]
    )
    for row in paper.word.tables[-1].rows[::2]:
        for cell in row.cells:
            cell.paragraphs[0].runs[0].bold = True
    (target,) = paper.plan().targets
    assert target.amount == 60
    assert {part for part, _ in target.parts} == {"why", "how", "cost", "who"}


def test_labels_above_answers_are_known_by_their_words_where_nothing_is_bold() -> None:
    rows = [["Learner", "Date of birth"], ["Leo Vale", "27/02/2012"], ["Setting", "Meeting date"], ["Mere", "5/2/2026"]]
    plan = Paper().heading("Personal Education Plan").table(rows).plan()
    assert told(plan) == [pair for at in (0, 2) for pair in zip(rows[at], rows[at + 1], strict=True)]
    beside = Paper().heading("Personal Education Plan").table([["Learner", "Leo Vale"], ["Setting", "Mere"]]).plan()
    assert told(beside) == [("Learner", "Leo Vale"), ("Setting", "Mere")]


def banded(*parts: tuple[str, list[str]]) -> Plan:
    """A table a part: its title in white on a dark ground, then bold labels each above its answer; what stands in
    brackets is no label."""
    paper = Paper().para("Personal Education Plan")
    for title, rows in parts:
        paper.table([[title]] + [[row.strip("[]")] for row in rows])
        for number, row in enumerate(paper.word.tables[-1].rows):
            run = row.cells[0].paragraphs[0].runs[0]
            run.bold = number == 0 or not rows[number - 1].startswith("[")
            if number == 0:
                run.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
    return paper.plan()


BANDED = (
    ("About me", ["Legal status", "[Full care order]", "Lives with", "[Mr and Mrs Vale]", "Religion", "[None]"]),
    ("School place", ["Date admitted", "[4 September 2023]", "Key adult", "[Ms Finch]", "Main need", "[Speech]"]),
    ("Young person's views", ["[Leo typed this himself.]", "What goes well", "[Art.]", "Who helps me", "[Ms Finch.]"]),
    ("Progress", ["Extra help running", "[Reading with Ada.]", "Careers talk", "[In May.]", "Comments", "[Steady.]"]),
    ("Health and wellbeing", ["SDQ", "[14]", "Family time", "[Sundays]", "Social worker", "[Ada Penn]"]),
)


def test_a_title_on_a_dark_ground_is_no_label_of_the_words_below_it() -> None:
    plan = banded(*BANDED)
    assert [plan.quote(part.title) for part in plan.sections_of(Kind.VIEWS) if part.title] == ["Young person's views"]
    assert ("What goes well", "Art.") in told(plan)
    assert "Leo typed this himself." in {plan.quote(span) for span in plan.spans_of(Kind.VIEWS)}


def test_labels_that_sound_like_parts_ask_where_the_titles_stand_on_dark_grounds() -> None:
    plan = banded(*BANDED)
    assert {("Extra help running", "Reading with Ada."), ("Careers talk", "In May.")} <= set(told(plan))
    titles = [plan.quote(part.title) for part in plan.sections if part.title]
    assert not {"Extra help running", "Careers talk"} & set(titles)
