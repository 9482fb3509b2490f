"""Labels on the line of their answers that only their look, a dash or a gap tells from them."""

from __future__ import annotations

from making_forms import Paper

from pepinsight.plan import Plan
from pepinsight.plan import SectionKind as Kind

TOLD = {
    "Whose page": "Wren Oakley (Wrennie)",
    "Home now": "With her aunt in Harbour Street",
    "We sat down on": "12 February 2026, in the library",
    "Who cheers you on?": "my aunt and Mr Tarn",
}


def told(plan: Plan) -> dict[str, str]:
    return {plan.quote(item.label): "" if item.blank else plan.quote(item.value) for item in plan.fields}


def form(between: str, bold: bool, **more: str) -> Paper:
    """Answers behind their labels, ``between`` them what the form prints there."""
    paper = Paper().heading("My learning plan").heading("About me", 2)
    for label, answer in {**TOLD, **more}.items():
        line = paper.word.add_paragraph()
        line.add_run(f"{label}{between}").bold = bold
        line.add_run(answer)
    return paper


def test_bold_labels_are_told_whatever_parts_them_from_their_answers() -> None:
    for between in (" - ", " – ", "   ", ": ", " | ", "  ", " "):
        assert told(form(between, bold=True).plan()) == TOLD, between


def test_a_label_with_nothing_behind_its_dash_is_blank_and_no_heading() -> None:
    plan = form(" - ", bold=True, SDQ="").plan()
    assert told(plan) == {**TOLD, "SDQ": ""}
    assert [section.title is not None and plan.quote(section.title) for section in plan.sections] == [
        "My learning plan", "About me"
    ]  # fmt: skip


def test_plain_lines_with_dashes_are_labels_where_they_follow_one_another_and_some_are_known() -> None:
    plan = Paper().heading("Social care").para("Legal status - full care order").para("Lives with - her aunt, for now")
    plan.para("Days she sleeps in - none").para("She likes it there. Nobody - not even the cat - minds the noise.")
    assert told(plan.plan()) == {
        "Legal status": "full care order", "Lives with": "her aunt, for now", "Days she sleeps in": "none"
    }  # fmt: skip


def test_bold_words_within_a_sentence_are_no_label() -> None:
    paper = Paper().heading("Health")
    line = paper.word.add_paragraph()
    line.add_run("Wren must ")
    line.add_run("not").bold = True
    line.add_run(" have nuts.")
    assert told(paper.plan()) == {}


def test_speakers_in_the_minutes_stay_speakers() -> None:
    paper = Paper().heading("Minutes of the meeting")
    for name, said in (("Bev", "she reads daily."), ("Mr Tarn", "maths is secure."), ("Wren", "I like art.")):
        line = paper.word.add_paragraph()
        line.add_run(f"{name}: ").bold = True
        line.add_run(said)
    assert told(paper.plan()) == {}


def test_one_row_of_labels_over_its_answers_is_fields_and_one_of_columns_is_a_table() -> None:
    paper = Paper().heading("Social care")
    paper.table([["Getting there", "Lunch", "Trip money"], ["Bus 91", "Packed", "Paid"]], header=True)
    assert told(paper.plan()) == {"Getting there": "Bus 91", "Lunch": "Packed", "Trip money": "Paid"}
    table = Paper().heading("Attainment").table([["Subject", "Now", "Target"], ["Maths", "4", "5"]], header=True).plan()
    assert table.fields == ()
    assert len(table.attainment) == 1


def test_an_empty_frame_on_a_form_of_frames_is_a_blank_answer() -> None:
    paper = Paper().heading("School life")
    answers = {
        "Base": "The Hive",
        "Lunch": "Packed",
        "Bus": "91",
        "Clubs": "Chess",
        "Coat peg": "Blue",
        "Docs kept": "",
    }
    for label, answer in answers.items():
        cell = paper.word.add_table(1, 1).rows[0].cells[0]
        cell.paragraphs[0].add_run(label).bold = True
        if answer:
            cell.add_paragraph(answer)
        paper.word.add_paragraph()
    plan = paper.plan()
    assert told(plan) == answers
    assert [section.kind for section in plan.sections if section.title] == [Kind.EDUCATION]


def headed() -> Paper:
    """A form whose parts have headings of their own, so that bold lines need not be any."""
    paper = Paper()
    for name in ("My plan", "Care", "Meeting"):
        paper.heading(name).para("Everyone read the page before the day and had something to add to it.")
    return paper.heading("Where Wren learns")


def test_bold_lines_under_headings_are_labels_however_little_known() -> None:
    answers = {f"Question of this form {word}?": "Yes, most days." for word in range(6)}
    answers |= {"Conduct": "No worries.", "How to reach the social worker": "By the office line."}
    paper = headed()
    for label, answer in answers.items():
        paper.bold(label).para(answer)
    plan = paper.plan()
    assert told(plan) == answers
    assert len([section for section in plan.sections if section.title]) == 4


def test_a_frame_below_a_bold_line_holds_its_answer() -> None:
    answers = {f"Question of this form {word}?": "Yes, most days." for word in range(6)}
    answers |= {"Getting here": "By bus", "Work experience": "Two days at a farm"}
    paper = headed()
    for label, answer in answers.items():
        paper.bold(label).table([[answer]])
    assert told(paper.plan()) == answers


def test_a_bold_label_with_nothing_behind_its_full_stop_is_blank() -> None:
    plan = form(". ", bold=True, Reduced_hours="", SDQ="").plan()
    blank = {plan.quote(item.label).strip(" .") for item in plan.fields if item.blank}
    assert blank == {"Reduced_hours", "SDQ"}


def test_bold_lines_between_such_labels_are_left_blank_or_answered_below() -> None:
    paper = headed()
    inline = {f"Detail {word}": "the usual one" for word in ("north", "south", "east", "west", "up", "down", "in")}
    for label, answer in inline.items():
        line = paper.word.add_paragraph()
        line.add_run(label).bold = True
        line.add_run(f"  {answer}")
        if label == "Detail south":
            paper.bold("SDQ score and date").bold("Who Wren lives with")
    paper.bold("What the nurse said").para("Wren sleeps well again, and grew three centimetres since the autumn.")
    line = paper.word.add_paragraph()
    line.add_run("Detail over").bold = True
    line.add_run("  the usual one")
    plan = paper.plan()
    assert told(plan) == {
        **inline,
        "SDQ score and date": "",
        "Who Wren lives with": "",
        "What the nurse said": "Wren sleeps well again, and grew three centimetres since the autumn.",
        "Detail over": "the usual one",
    }
    assert len([section for section in plan.sections if section.title]) == 4
