"""A whole PEP, a print of one part, a blank form and another paper are told apart, and known forms named."""

from __future__ import annotations

import pytest
from making_fillable import fillable
from making_forms import Paper

from pepinsight.documents import read_bytes
from pepinsight.plan import PlanKind, SectionKind, recognise


def whole() -> Paper:
    paper = Paper().heading("Personal Education Plan").fields(Name="Leo Marsh", PEP_held="12/02/2026")
    paper.heading("Section A: Social worker").fields(Legal_status="Care order", Placement="Foster care")
    paper.heading("Section B: Young person's views").para("I like art.")
    paper.heading("Section C: School").heading("Attendance", 2).para("96%").heading("Targets", 2).para(
        "Leo will read daily."
    )
    return paper.heading("Section D: Carer").para("He is happy.").heading("Section E: PEP meeting").para("We met.")


def blank() -> Paper:
    paper = (
        Paper()
        .heading("Personal Education Plan")
        .table([["Name", ""], ["Date of birth", ""], ["School", ""], ["PEP held", ""]])
    )
    paper.heading("Section A: Social worker").table([["Legal status", "Choose an item."], ["Placement", ""]])
    paper.heading("Section B: Young person's views").table([["What would you change?", ""], ["What do you like?", ""]])
    paper.heading("Section C: School").heading("Attendance", 2).table([["Attendance this year", ""]])
    return paper.heading("Targets", 2).table([["Target", "How", "By when"], ["", "", ""]], header=True)


def policy() -> Paper:
    paper = Paper().heading("Personal Education Plan (PEP) Policy").para("Every child looked after must have a PEP.")
    for chapter in (
        "Roles and responsibilities",
        "PEP meetings",
        "Targets",
        "Pupil Premium Plus",
        "Attendance",
        "Quality assurance",
    ):
        paper.heading(chapter, 2).para("The designated teacher and the social worker work together each term.")
    return paper


def school_report() -> Paper:
    paper = Paper().heading("Annual school report").fields(Name="Tom Berry", Year_group="Year 5", Attendance="96.2%")
    for subject in ("English", "Mathematics", "Behaviour", "Targets"):
        paper.heading(subject, 2).para("Tom has made good progress.")
    return paper


def care_review() -> Paper:
    answers = {"Name": "Leo Marsh", "Legal status": "Care order", "Social worker": "B Salt", "Placement": "Foster care"}
    paper = Paper().heading("Child looked after review").fields(**answers).heading("Care plan").para("Fostering.")
    paper.heading("Education").para("The PEP is up to date.").heading("Child's views").para("I like my room.")
    return paper.heading("Family time").para("Monthly.")


OTHERS = {
    "recipe": Paper().heading("Banana bread").heading("Method", 2).para("Mash the bananas."),
    "invoice": Paper()
    .heading("Invoice")
    .fields(School="Larkmoor", Date="3 May 2026", Amount="£420 pupil premium plus tuition"),
    "letter": Paper().para("Dear Ms Vale, the PEP meeting is on 3 March 2026. The virtual school will join."),
    "school report": school_report(),
    "policy about PEPs": policy(),
    "care review": care_review(),
    "one line": Paper().para("Minutes"),
}


def test_a_whole_pep() -> None:
    plan = whole().plan()
    assert plan.kind is PlanKind.FULL
    assert plan.form == "birmingham"


def test_a_blank_form() -> None:
    assert blank().plan().kind is PlanKind.BLANK


@pytest.mark.parametrize("name", OTHERS)
def test_another_paper_is_no_pep(name: str) -> None:
    assert OTHERS[name].plan().kind is PlanKind.NOT_A_PEP


@pytest.mark.parametrize(
    "tab",
    [
        Paper()
        .heading("Voice of the Child")
        .bold("What do you enjoy?")
        .para("Art.")
        .bold("What would help?")
        .para("Time."),
        Paper()
        .para("ePEP print")
        .heading("Attendance")
        .fields(Attendance_this_year="94%", Reasons_for_absence="Illness"),
        Paper()
        .heading("SMART Targets and Pupil Premium Plus")
        .table([["Target", "How"], ["Leo will read", "Daily"]], header=True),
    ],
    ids=["voice", "attendance", "targets"],
)
def test_a_print_of_one_tab(tab: Paper) -> None:
    assert tab.plan().kind is PlanKind.SINGLE_TAB


def test_known_forms_by_their_headings() -> None:
    walsall = Paper()
    for title in (
        "A. Social Worker Section",
        "Custody and remand",
        "Key contacts",
        "B. Post 16 Plan",
        "C. Young Person's Views",
    ):
        walsall.heading(title).para("Some words stand here.")
    assert walsall.plan().form == "walsall16"
    call = Paper()
    for title in (
        "PEP Meeting Record",
        "General and Personal",
        "Progress and Attainment",
        "Voice of the Child",
        "SMART Targets",
    ):
        call.heading(title).para("Some words stand here.")
    assert call.plan().form == "welfarecall"
    assert Paper().heading("My learning plan").heading("What I think").para("Art.").plan().form == "other"


SCHOOL = (
    Paper()
    .heading("Section C: School")
    .heading("Education information", 2)
    .fields(Designated_teacher="Jo Reed", School="Fern Bank", Start_date="01/09/2024")
    .heading("Attendance", 2)
    .fields(Attendance_this_year="94%")
    .heading("Attainment", 2)
    .para("Maths 4, English 5, on track in both.")
    .heading("Targets", 2)
    .para("Leo will read two books a week.")
    .heading("Careers", 2)
    .para("The personal education plan names a careers meeting.")
)
RECORD = (
    Paper()
    .heading("PEP Meeting Record")
    .heading("Attendees", 2)
    .fields(Present="Jo Reed, designated teacher; Ann Moss, social worker", Apologies="None")
    .heading("Review of previous targets and actions", 2)
    .para("He met both.")
    .heading("Carer's views", 2)
    .para("He is happy here and reads at home each night.")
    .heading("Setting New PEP Date", 2)
    .fields(Date_of_next_PEP="11/03/2026")
)


@pytest.mark.parametrize("part", [SCHOOL, RECORD], ids=["section C", "meeting record"])
def test_a_part_that_touches_many_topics_is_still_a_part(part: Paper) -> None:
    plan = part.plan()
    assert plan.kind is PlanKind.SINGLE_TAB
    assert SectionKind.VIEWS in plan.absent
    assert SectionKind.CARE_PLAN in plan.absent


@pytest.mark.parametrize("heading", ["Section B: Young Person's Views", "TAB 5 Voice of the Child", "9. What I Say"])
def test_a_part_cut_from_the_middle_of_a_form_is_known_by_its_number(heading: str) -> None:
    assert Paper().heading(heading).para("I like art and I want to draw.").plan().kind is PlanKind.SINGLE_TAB


def test_a_heading_behind_a_number_is_not_the_childs_name() -> None:
    plan = Paper().heading("Section D: Carer Views").para("Wendy said that he reads each night.").plan()
    assert plan.child.name is None
    assert [section.kind for section in plan.sections] == [SectionKind.CARER]


@pytest.mark.parametrize("layout", ["cells", "line", "block"])
@pytest.mark.parametrize("flagged", [True, False], ids=["flagged", "plain"])
def test_a_form_to_fill_in_on_the_screen_that_nobody_filled_in_is_blank(layout: str, flagged: bool) -> None:
    document = read_bytes(fillable(layout=layout, flagged=flagged), "form.docx")
    assert "Click or tap here to enter text." in document.text
    assert recognise(document).kind is PlanKind.BLANK


@pytest.mark.parametrize(
    "prompt",
    [
        "Click or tap here to enter the child's views.",
        "Tap here to choose a date",
        "Click to add the school's name",
        "Please type here",
        "…………………………",
    ],
)
def test_a_prompt_is_no_answer_whatever_it_asks_for(prompt: str) -> None:
    plan = Paper().heading("Personal Education Plan").fields(School=prompt, Name="Leo Marsh").plan()
    assert [item.blank for item in plan.fields] == [True, False]


def test_what_somebody_typed_behind_a_prompt_is_an_answer() -> None:
    answer = "Click or tap here to enter text. Hollin Bank School"
    plan = Paper().heading("Personal Education Plan").fields(School=answer, Name="Leo Marsh").plan()
    assert not any(item.blank for item in plan.fields)


def test_a_form_that_never_says_pep_is_one_by_its_parts_and_what_it_asks() -> None:
    paper = (
        Paper()
        .heading("Stepping stones")
        .fields(Learner="Wren Oakley", Born="3 May 2012", We_met_on="12/02/2026", We_meet_again="11/06/2026")
    )
    paper.heading("Who came").para("Mr Tarn (class teacher), Bev Oakley (aunt)")
    paper.heading("What Wren says").para("I like art best. I want to be a vet.")
    paper.heading("How Wren is getting on").table(
        [["Subject", "Now", "Target"], ["English", "4", "5"], ["Maths", "3", "4"]], header=True
    )
    paper.heading("Our new targets").table(
        [["Target", "How", "By when"], ["Wren will read 40 words", "Ten minutes daily", "3 July 2026"]], header=True
    )
    assert paper.plan().kind is PlanKind.FULL
