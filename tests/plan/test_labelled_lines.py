"""Labels on lines of their own above their answers, in Word and in print."""

from __future__ import annotations

from making_forms import Paper

from pepinsight.plan import Plan
from pepinsight.plan import SectionKind as Kind

CARE = {"Legal status": "Full care order", "Placement": "Mr and Mrs Vale", "Parental responsibility": "The council"}


def told(plan: Plan) -> dict[str, str]:
    return {plan.quote(item.label): plan.quote(item.value) for item in plan.fields}


def parts(plan: Plan) -> list[Kind]:
    return [section.kind for section in plan.sections if section.title]


def form(*, bold: bool, **more: str) -> Paper:
    paper = Paper().heading("Social care")
    for label, answer in {**CARE, **more}.items():
        (paper.bold if bold else paper.para)(label).para(answer)
    return paper


def test_bold_lines_above_their_answers_are_labels_and_no_parts() -> None:
    plan = form(bold=True, **{"Something of this form's own": "Yes"}).plan()
    assert told(plan) == {**CARE, "Something of this form's own": "Yes"}
    assert parts(plan) == [Kind.CARE]


def test_plain_lines_are_labels_where_they_are_known() -> None:
    plan = form(bold=False).plan()
    assert told(plan) == CARE
    assert parts(plan) == [Kind.CARE]


def test_bold_headings_above_their_text_stay_headings() -> None:
    paper = Paper()
    for heading in ("Young person's views", "Exclusions", "Minutes of the meeting", "Attainment"):
        paper.bold(heading).para("Robin is well and happy at school, and everybody who came said the same.")
    assert parts(paper.plan()) == [Kind.VIEWS, Kind.EXCLUSIONS, Kind.MEETING, Kind.ATTAINMENT]


def test_a_line_above_several_paragraphs_is_no_label() -> None:
    paper = (
        form(bold=True).bold("Behaviour").para("Robin is calm.", "Robin asks for help.", "Robin has had no detention.")
    )
    assert "Behaviour" not in told(paper.plan())


def test_an_empty_cell_beside_the_last_label_leaves_the_boxes_above_it_whole() -> None:
    paper = Paper().heading("Social care")
    rows = [["Legal status", "Placement"], ["Full care order", "Mr and Mrs Vale"], ["Health", ""], ["Asthma", ""]]
    paper.table(rows)
    for row in paper.word.tables[-1].rows[::2]:
        for cell in row.cells:
            for run in cell.paragraphs[0].runs:
                run.bold = True
    assert told(paper.plan()) == {
        "Legal status": "Full care order", "Placement": "Mr and Mrs Vale", "Health": "Asthma"
    }  # fmt: skip


def test_numbered_lines_above_their_text_are_headings() -> None:
    paper = form(bold=True)
    for number, heading in enumerate(("Exclusions", "Careers", "Attainment"), 1):
        paper.bold(f"4.{number} {heading}").para("Nothing new this term, and all is well at school.")
    assert parts(paper.plan())[-3:] == [Kind.EXCLUSIONS, Kind.CAREERS, Kind.ATTAINMENT]


PARTS = {"Section A. Social worker": ["Legal status", "Placement", "Parental responsibility", "Health", "Family time"],
         "Section B. School": ["Class teacher", "Clubs", "Trusted adult", "Laptop", "Library card"],
         "Section C. Child's views": ["What I like", "What I find hard", "Who helps me", "What I would change"],
         "Section D. The end": ["Who typed this", "Sent to", "Sent on"]}  # fmt: skip


def questions() -> Paper:
    paper = Paper()
    for part, asked in PARTS.items():
        paper.heading(part)
        for number, label in enumerate(asked, 1):
            paper.bold(f"{part[8]}{number}. {label}").para("Robin has it.")
    return paper


def test_bold_numbered_lines_all_over_a_form_with_headings_are_what_it_asks() -> None:
    plan = questions().plan()
    assert len(told(plan)) == 17
    assert parts(plan)[:3] == [Kind.CARE, Kind.EDUCATION, Kind.VIEWS]


def test_a_numbered_line_above_a_table_heads_a_part_among_them() -> None:
    paper = questions().bold("D4. Targets").table([["Target", "By when"], ["Read daily", "June"]], header=True)
    plan = paper.plan()
    assert "D4. Targets" not in told(plan)
    assert parts(plan)[-1] is Kind.TARGETS


def answered_form() -> Paper:
    """A form whose parts have headings by style, and whose questions are bold lines."""
    paper = Paper()
    for part, asked in {
        "Social care": {**CARE, "Ethnicity": "White British"},
        "What home says": {"How is school?": "She likes it more than last year.", "What worries you?": "The bus home."},
        "Our meeting": {"Chair": "Mrs Vale", "Time": "Half past nine", "Place": "Room 4"},
        "Numbers": {},
    }.items():
        paper.heading(part)
        for label, answer in asked.items():
            paper.bold(label).para(answer)
    return paper


def test_a_bold_line_right_above_a_label_heads_a_part_where_it_names_one() -> None:
    paper = answered_form().bold("Attendance").bold("Sessions missed").para("Eleven, all with a cold.")
    paper.bold("Suspensions and exclusions").bold("Date and length").para("3 March, two days")
    plan = paper.bold("SEND").bold("Status").para("SEN support").plan()
    assert parts(plan)[-3:] == [Kind.ATTENDANCE, Kind.EXCLUSIONS, Kind.SEND]
    assert not [item for item in plan.fields if item.blank]


def test_a_label_left_blank_among_others_heads_no_part() -> None:
    plan = answered_form().bold("SDQ").bold("Health").para("Glasses").bold("Care plan summary").bold("PP+").plan()
    assert [plan.quote(item.label) for item in plan.fields if item.blank] == ["SDQ", "Care plan summary", "PP+"]
    assert len(parts(plan)) == 4


def test_counted_lines_right_above_labels_head_a_target_each() -> None:
    paper = answered_form().bold("How did last term's targets go?").table([["Target", "Met?"], ["Read daily", "Yes"]])
    for number, wording in enumerate(("Mia will read 40 words.", "Mia will be in on time."), 1):
        paper.bold(f"New target {number}").bold("Target").para(wording).bold("How").para("With Mrs Vale, daily.")
    plan = paper.plan()
    assert [plan.quote(item.wording) for item in plan.targets] == ["Mia will read 40 words.", "Mia will be in on time."]


def test_a_numbered_line_below_a_numbered_part_ends_it() -> None:
    paper = questions().bold("X1. Extra help").bold("Main need").para("Speech").bold("X2. Presence").para("97 per cent")
    titles = _titles(paper.plan())
    assert "X1. Extra help" in titles and "X2. Presence" in titles


def _titles(plan: Plan) -> list[str]:
    return [plan.quote(section.title) for section in plan.sections if section.title]
