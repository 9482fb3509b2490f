"""The headings and labels of published forms, authority by authority, and what each form wants filled in."""

from __future__ import annotations

import pytest
from making_forms import Paper, kinds

from pepinsight.documents import Document
from pepinsight.plan import Plan, PlanKind, SectionKind, recognise
from pepinsight.plan.columns import roles
from pepinsight.plan.explain import explain_headings, explain_labels
from pepinsight.plan.fields import label_kind
from pepinsight.plan.forms import field_data, form_data
from pepinsight.plan.lexicon import FAIR
from pepinsight.plan.title_words import classify
from pepinsight.plan.wanted import State, wanted

# authority | kind of section | heading
HEADINGS = """
Birmingham | care | Section A - Personal / Care Information
Birmingham | care | Social Worker Information
Birmingham | care_plan | Care Plan Summary
Birmingham | contact | Contact Arrangements
Birmingham | sdq | SDQ
Birmingham | views | Section B - Young Person's Views
Birmingham | education | Section C - Education Information
Birmingham | attendance | Attendance
Birmingham | attainment | Attainment
Birmingham | targets | Targets
Birmingham | part_time | Part time Timetables and Alt. Education Arrangements
Birmingham | exclusions | Exclusions
Birmingham | send | SEND
Birmingham | semh | Mental health and Emotional Well-being
Birmingham | careers | Careers, Education Information and Guidance
Birmingham | achievements | Celebrating my achievements
Birmingham | carer | Section D - Parent/Carer views
Birmingham | meeting | Section E - PEP meeting
Walsall | care | A. Social Worker Section
Walsall | education | Education, Employed or Apprenticed
Walsall | education | Short Term Training or NEET
Walsall | care | Custody And Remand
Walsall | send | Additional Needs
Walsall | care | Key Contacts
Walsall | sign_off | Social Worker Sign Off
Walsall | careers | B. Post 16 Plan
Walsall | attainment | Attainment and Progress
Walsall | targets | Smart Targets
Walsall | meeting | The Pep Meeting
Walsall | sign_off | Designated Teacher Sign Off
Walsall | careers | Post Year 14 Plan
Walsall | views | C. Young Person's View
Walsall | careers | Higher Education
Walsall | sign_off | D. VS Final Sign Off
Redcar and Cleveland | meeting | PEP Meeting Record
Redcar and Cleveland | attendees | Attendees
Redcar and Cleveland | previous_targets | Review of Previous Targets And Actions
Redcar and Cleveland | meeting | Minutes of the PEP meeting
Redcar and Cleveland | meeting | What is Going Well?
Redcar and Cleveland | meeting | What are the Main Concerns?
Redcar and Cleveland | meeting | What Needs to Happen Next?
Redcar and Cleveland | sign_off | Setting New PEP Date
Redcar and Cleveland | care | General and Personal
Redcar and Cleveland | care | Personal Information
Redcar and Cleveland | care | Care Information
Redcar and Cleveland | care | Contact information
Redcar and Cleveland | care | Health Information
Redcar and Cleveland | sdq | Strengths and Difficulties Questionnaire
Redcar and Cleveland | education | Provision or Setting Information
Redcar and Cleveland | education | Early Years Provision
Redcar and Cleveland | education | Education, Employment, Training and NEET
Redcar and Cleveland | education | Current Education
Redcar and Cleveland | send | Special Educational Needs
Redcar and Cleveland | exclusions | Behaviour
Redcar and Cleveland | semh | Emotional Health and well-being
Redcar and Cleveland | attainment | Progress and Attainment and Development
Redcar and Cleveland | views | Voice of The Child/Young Person
Redcar and Cleveland | views | My Views
Redcar and Cleveland | targets | Setting of SMART Targets
Redcar and Cleveland | premium | Use of Pupil Premium Plus
Redcar and Cleveland | premium | Catch up Tuition Funding
Redcar and Cleveland | quality | Quality Assurance
Redcar and Cleveland | part_time | Appendix 1
Gateshead | care | Essential pupil information
Gateshead | semh | Current support from other agencies
Gateshead | education | Education provision or setting information
Gateshead | education | Seeking EET
Hampshire | front | My Personal Education Plan & Reviews
Hampshire | front | Document Type
Hampshire | care | Section 1 Essential Information about me from my social worker
Hampshire | care_plan | Summary of my care plan
Hampshire | attendees | Section 2 People involved in my PEP
Hampshire | care | Contacts and Permissions
Hampshire | care | Who will say I can go on school trips?
Gloucestershire | front | Basic Details
Gloucestershire | care | Childs/Young Person's Identifying Details
Gloucestershire | attendees | Meeting Attendance and Multi-Agency Work
Gloucestershire | attendees | Attendance at the PEP
Gloucestershire | semh | Other Agencies
Gloucestershire | semh | Social, Emotional, Mental Health and Wellbeing
Gloucestershire | sdq | SDQ Score
Cumbria | guidance | PEP Procedure
Cumbria | attainment | Section 4 (progress)
Cumbria | targets | Action plan
Somerset | attendees | 1a People involved in this plan and meeting
Somerset | care | 1(b) Roles and responsibilities
Somerset | care | parental responsibility
Somerset | care | emergency contact
Somerset | education | school information
Somerset | care | parents' evenings
Somerset | care | day to day
Somerset | attainment | 2a Progress towards academic targets
Somerset | attainment | Early Years Outcomes grid
York | care | Part 1 Who am I and what's in my plan?
York | care | 1.1 Who I am
York | education | My education
York | transition | Next key transition point
York | care_plan | 1.2 What's in my plan?
York | views | 1.3 About me, my views, interests and hopes for the future
York | carer | Part 2 Information gathered by me and my family
York | carer | What my family thinks is important to and for me
York | carer | My family's review contribution
York | send | Part 3 special educational needs
York | meeting | Part 5 Information shared and agreed at my meeting
Devon | attendees | Present at this meeting
Devon | attendees | Others present
EYPEP | care | Section One (a) Child's Details
EYPEP | attendees | One (b) People Invited to EYPEP Meeting
EYPEP | care | Section Two Responsibilities
EYPEP | care | contact in an emergency
EYPEP | contact | allowed access to me
EYPEP | care | health issues
EYPEP | care | permission for trips, photographs
EYFS | views | About Me
EYFS | attainment | 1) Development assessment information
Dudley | semh | Health and emotional well being
Dudley | carer | Carer's views
Lancashire | care | My Personal Information
Lancashire | care | My Health
Looked After Call | semh | Health and Emotional Wellbeing
Nottinghamshire | achievements | Strengths and Challenges
Nottinghamshire | education | Executive functioning skills
Nottinghamshire | careers | Preparing for Adulthood
Nottinghamshire | meeting | Education Review
West Northamptonshire | front | Progression review
elsewhere | views | What I think
elsewhere | views | pupil voice sheet
elsewhere | education | College or Provider
elsewhere | targets | Outcome/Target
elsewhere | targets | learning objectives
elsewhere | premium | PP+ Cost
elsewhere | premium | PPG
elsewhere | premium | PPP
elsewhere | premium | EYPP
elsewhere | premium | PEPSA
elsewhere | part_time | TIMETABLE (part time / AP)
"""

# authority | kind of field | label
LABELS = """
Redcar and Cleveland | social_care_id | Social Care ID
Redcar and Cleveland | placement | Placement details
Redcar and Cleveland | legal_status | Care status
Redcar and Cleveland | entered_care | Date into care
Redcar and Cleveland | delegated_authority | Day-to-day permissions
Redcar and Cleveland | ofsted | Ofsted judgement
Redcar and Cleveland | attendance_detail | Is there an attendance officer involved?
Redcar and Cleveland | agency | Has a referral been considered/submitted to KOOTH or CAMHS?
Redcar and Cleveland | dt_completed | DT: completed
Redcar and Cleveland | sw_completed | SW: completed
Redcar and Cleveland | qa_remark | QA rating
Redcar and Cleveland | qa_remark | QA comment
Redcar and Cleveland | qa_remark | PEP Quality Rating
Redcar and Cleveland | qa_remark | Quality assured by
Hampshire | setting_number | Setting URN
Hampshire | local_authority | IOW/HCC District
Hampshire | start_date | Date of enrolment
Hampshire | ofsted | Current Ofsted Outcome
Hampshire | team_manager | Team inbox
Hampshire | designated_teacher | Designated CiC Lead
Cumbria | age | I am ... months old
Cumbria | school | My setting is
Cumbria | photo | This is a photo of me
York | known_as | I like to be known as
Devon | year | I am in year (NCY)
Devon | virtual_school_contact | My Area Learning Advocate is
Devon | virtual_school_contact | My PEP Co-ordinator is
Devon | first_pep | Is this the first PEP?
Devon | previous_meeting | Date of last PEP
Devon | next_meeting | Date of Next PEP
EYFS | child_views | I like playing with...
EYFS | child_views | I am good at/enjoy...
EYFS | child_views | My friends are...
EYFS | child_views | I am happy when...
EYFS | child_views | I am sad when...
EYFS | dob | My birthday
post-16 | course | Study course & level
post-16 | child_absent_reason | reason why the student cannot participate fully
post-16 | school | College or Provider
elsewhere | virtual_school_contact | Name of Virtual School caseworker
elsewhere | school_history | Number of schools attended
elsewhere | transport | Mode of travel
"""

# authority | family of tables | what the column holds | column
COLUMNS = """
St Helens | targets | wording | Outcome/Target
St Helens | targets | why | Why?
St Helens | targets | how | How?
St Helens | targets | who | Who will be responsible?
St Helens | targets | when | When?
St Helens | targets | cost | PP+ Cost
Sutton | targets | why | Reason for target
Sutton | targets | wording | Outline SMART target
Sutton | targets | how | Actions Required
eGov | targets | how | Intervention type
eGov | targets | cost | Funding (regular, one-off, yearly)
Walsall | attainment | subject | Course Study
Walsall | attainment | target | Target at end of key stage
Walsall | attainment | on_track | On track to reach end of key stage target
Walsall | attainment | current | Current working at grade
Walsall | attainment | progress | Personal progress since last PEP
Gloucestershire | people | role | Role
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split(" | ")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("authority", "kind", "heading"), rows(HEADINGS))
def test_a_published_heading_opens_its_section(authority: str, kind: str, heading: str) -> None:
    found, sure = classify(heading)
    assert found == SectionKind(kind)
    assert sure >= FAIR


@pytest.mark.parametrize(("authority", "kind", "label"), rows(LABELS))
def test_a_published_label_asks_for_its_field(authority: str, kind: str, label: str) -> None:
    assert label_kind(label) == kind


@pytest.mark.parametrize(("authority", "family", "role", "column"), rows(COLUMNS))
def test_a_published_column_is_known(authority: str, family: str, role: str, column: str) -> None:
    assert roles(column, family)[0] == role


def test_a_forms_data_names_only_fields_that_exist() -> None:
    needs = [form_data().every_form, *(form.mandatory for form in form_data().forms.values())]
    named = {kind for need in needs for who in need.values() for kind in who.fields}
    for form in form_data().forms.values():
        named |= form.prefilled | form.automatic
    assert named <= set(field_data().fields)
    assert form_data().said.keys() <= set(field_data().fields) | {kind.value for kind in SectionKind}


def welfare_call(phase: str = "Statutory School Age", language: str = "English", born: str = "03/04/2014") -> Paper:
    paper = Paper().heading(f"Personal Education Plan - {phase}").fields(Name="Leo Marsh", Date_of_meeting="12/02/2026")
    paper.heading("PEP Meeting Record").heading("Attendees", 2).table(
        [["Name", "Role", "Attended"], ["Ann Moss", "Social worker", "Yes"], ["Jo Reed", "Designated Teacher", "Yes"]],
        header=True,
    )
    paper.heading("Review of Previous Targets and Actions", 2).para("There are none yet, this is his first plan here.")
    paper.heading("Minutes of the PEP meeting", 2).para("We talked about art club and about reading at home.")
    paper.heading("General and Personal").table(
        [["Date of birth", born], ["Ethnicity", "White British"], ["First language", language],
         ["UPN", ""], ["Social care ID", "44120"], ["Legal status", "Care order"]]
    )  # fmt: skip
    paper.heading("Strengths and Difficulties Questionnaire", 2).table([["SDQ score", ""]])
    paper.heading("Education Provision").fields(School="Fern Bank School", Ofsted="Good", Attendance="96%")
    paper.heading("Progress and Attainment").table(
        [["Subject", "Working at", "Target"], ["Maths", "4", "5"]], header=True
    )
    paper.heading("Voice of the Child").para("I like art and I want to draw more. Maths is hard.")
    return paper.heading("Setting of SMART Targets").table(
        [["Target", "How", "By when"], ["Leo will read two books a week", "With Jo each day", "01/05/2026"]],
        header=True,
    )


def states(plan: Plan) -> dict[str, State]:
    return {item.name: item.state for item in wanted(plan)}


def test_blank_mandatory_fields_are_told_from_those_the_form_does_not_ask() -> None:
    plan = welfare_call().plan()
    assert plan.form == "welfarecall"
    found = states(plan)
    assert found["upn"] is State.BLANK
    assert found["sdq"] is State.BLANK
    assert found["ethnicity"] is found["views"] is found["targets"] is State.FILLED
    assert found["gender"] is State.NOT_FOUND  # no label asks for it, so nobody left it blank


def test_a_heading_that_only_gathers_others_asks_for_nothing_itself() -> None:
    paper = (
        welfare_call().heading("Emotional health and well-being").heading("Behaviour", 2).para("He is calm in class.")
    )
    assert states(paper.plan())["semh"] is State.NOT_FOUND
    paper = welfare_call().heading("Emotional health and well-being").heading("Behaviour").para("He is calm in class.")
    assert states(paper.plan())["semh"] is State.BLANK


def test_a_placeholder_is_no_answer() -> None:
    assert states(welfare_call(language="Click or tap here to enter text.").plan())["language"] is State.BLANK


def test_the_early_years_form_wants_no_sdq() -> None:
    plan = welfare_call("Early Years", born="03/04/2022").plan()
    assert plan.phase == "EY"
    assert "sdq" not in states(plan)


def test_a_single_tab_is_told_that_other_parts_are_not_in_this_file() -> None:
    plan = Paper().heading("PEP - Setting of SMART Targets").table(
        [["Target", "How", "By when"], ["Leo will read two books a week", "With Jo", "01/05/2026"]], header=True
    ).plan()  # fmt: skip
    assert plan.kind is PlanKind.SINGLE_TAB
    found = states(plan)
    assert found["targets"] is State.FILLED
    assert found["views"] is found["legal_status"] is State.NOT_IN_FILE
    assert State.BLANK not in found.values()


def test_a_mark_on_the_forms_own_labels_is_believed_when_it_marks_several() -> None:
    def left_blank(*labels: str) -> dict[str, str]:
        plan = welfare_call().heading("Health").table([[label, ""] for label in labels]).plan()
        blank = [item for item in wanted(plan) if item.state is State.BLANK and item.at is not None]
        return {plan.quote(item.at): item.completed_by for item in blank if item.at is not None}

    marked = left_blank("Inhaler*", "Glasses *", "Diet*")
    assert marked | {"Inhaler*": "social_worker", "Glasses *": "social_worker", "Diet*": "social_worker"} == marked
    assert "Inhaler*" not in left_blank("Inhaler*", "Glasses", "Diet")


def test_the_explanation_says_which_words_decided() -> None:
    plan = welfare_call().heading("Zebra crossing").para("Quartz, zinc, gneiss.").plan()
    headings = {one.title: one for one in explain_headings(plan)}
    assert headings["Voice of the Child"].kind is SectionKind.VIEWS
    assert '"voice child"' in headings["Voice of the Child"].why
    assert not headings["Zebra crossing"].known
    labels = {one.label: one for one in explain_labels(plan)}
    assert (labels["UPN"].kind, labels["UPN"].blank, labels["UPN"].comes_over) == ("upn", True, True)
    assert labels["Ofsted"].why == 'the label is listed as "ofsted"'


def test_a_qa_officers_remark_at_the_foot_of_a_tab_is_no_evidence_for_it() -> None:
    plan = welfare_call().heading("Voice of the Child").table(
        [["QA comment", "Lovely voice, but say more about college."], ["QA rating", "Amber"]]
    ).plan()  # fmt: skip
    remarks = [plan.quote(span) for span in plan.spans_of(SectionKind.QUALITY)]
    assert any("Lovely voice" in remark for remark in remarks)
    assert not any("Lovely voice" in plan.quote(span) for span in plan.spans_of(SectionKind.VIEWS))


DEVON = [
    *("My school is", "I am in year (NCY)", "My Designated Teacher is", "My Social Worker is", "Date of this PEP"),
    *("My Area Learning Advocate is", "My PEP Co-ordinator is", "Is this the first PEP?", "Date of last PEP"),
]
HAMPSHIRE = ["Document Type", "Setting URN", "Designated CiC Lead", "Current Ofsted Outcome", "IOW/HCC District"]


@pytest.mark.parametrize(("form", "labels"), [("devon", DEVON), ("hampshire", HAMPSHIRE), ("other", DEVON[:5])])
def test_a_form_is_known_by_its_labels_when_nearly_all_stand_there(form: str, labels: list[str]) -> None:
    answers = [[label, "x"] for label in labels]
    document: Document = Paper().heading("My Personal Education Plan").table(answers).document()
    assert recognise(document).form == form


AUTHORITIES = sorted({authority for authority, _, _ in rows(HEADINGS)} - {"elsewhere"})


@pytest.mark.parametrize("authority", AUTHORITIES)
def test_the_headings_of_one_form_open_their_sections_together(authority: str) -> None:
    wanted_kinds = [(heading, kind) for name, kind, heading in rows(HEADINGS) if name == authority]
    paper = Paper().heading("Personal Education Plan").fields(Name="Leo Marsh", PEP_held="12/02/2026")
    for heading, _ in wanted_kinds:
        paper.heading(heading).para("Something was written here by somebody.")
    found = [(title, kind.value) for title, kind in kinds(paper.plan())][1:]
    assert found == wanted_kinds
