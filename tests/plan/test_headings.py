"""A heading opens the kind of section that a reader would say it does, on forms of every authority."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making_plans import Form

from pepinsight.plan.plan import SectionKind
from pepinsight.plan.title_words import classify

# Headings that published forms use (Birmingham, Walsall, Welfare Call, Hampshire, Gloucestershire, Cumbria, Somerset,
# York, Devon, Dudley, Lancashire, Nottinghamshire, St Helens) and others a virtual school might choose. The child in
# them is called Leo.
HEADINGS = """
front | Personal Education Plan (PEP)
front | My Personal Education Plan & Reviews
front | MY PEP - SUMMER TERM 2026
front | Basic Details
front | Document Type
front | Early Years Personal Education Plan (EYPEP)
care | Child's/Young Person's Identifying Details
care | Childs/Young Person's Identifying Details
care | Section 1 Personal information
care | Section 1: Essential Information about me from my social worker
care | Essential pupil information
care | Care information
care | Contact information
care | Health information
care | Contacts and Permissions
care | 1(b) Roles and responsibilities
care | Section Two Responsibilities
care | One (a) Child's Details
care | Section One (a) Child's Details
care | 1.1 Who I am
care | My personal details
care | Key information for looked after children
care | My Personal Information
care | My Health
care | Looked after child details
care | Legal status and placement
care | Part A - Social Worker
care | Information from Children's Services
care_plan | Summary of my care plan
care_plan | 1.2 What's in my plan?
care_plan | Care Plan and Permanence
care_plan | How does this PEP link to the care plan?
contact | Family Time / Contact
contact | Contact with birth family
contact | Arrangements for seeing my family and friends
sdq | Strengths and Difficulties Questionnaire (SDQ)
sdq | SDQ Score
sdq | Strenghts and Difficulties Questionaire
views | 1.3 About me - my views, interests and hopes for the future
views | Voice of The Child
views | Voice of the Child/Young Person, "My Views"
views | About Me
views | All about me
views | What I think
views | Pupil voice sheet
views | The child's voice
views | Young Person's View
views | Section 2 (child's part)
views | My thoughts and feelings
views | What does Leo say about school?
views | Child's wishes and feelings
views | What is important to me
views | Student voice (pre-meeting)
views | Pupil's Views
education | Current Education
education | Education provision or setting information
education | Early Years Provision
education | My education
education | School Information
education | Provision or Setting Information
education | Education, Employment, Training and NEET
education | College or Provider
education | My setting
education | Date of enrolment and setting details
education | How school supports attachment and trauma
education | Attachment, trauma and behaviour regulation
education | Executive functioning skills
attendance | Attendance and Punctuality
attendance | Attendence
attendance | School Attendance
attendance | Attendance: Factors affecting progress
attendance | Am I in school every day?
attainment | Attainment and progress
attainment | 2a Progress towards academic targets
attainment | Early Years Outcomes
attainment | 1) Development assessment information
attainment | Academic Progress and Predicted Grades
attainment | Progress and Attainment and Development
attainment | Assessment data
attainment | Prime Areas of Learning
attainment | Early Learning Goals
attainment | Section 4 (progress)
attainment | Exam results and predicted grades
attainment | How am I doing in my lessons?
previous_targets | Review of Previous Targets And Actions
previous_targets | Review of Previous PEP Targets
previous_targets | Review of last PEP
previous_targets | Progress against previous targets
previous_targets | Last term's targets - how did I do?
previous_targets | Evaluation of autumn targets
previous_targets | What did we agree last time?
previous_targets | Actions from previous PEP
previous_targets | Outcomes of previous SMART targets
targets | Setting of SMART Targets
targets | Action plan
targets | Outcome/Target
targets | New Targets
targets | Learning objectives
targets | PEP Targets for this term
targets | My targets for next term
targets | What are we going to do next?
targets | Outline SMART target
targets | SMART Target 2
targets | What do I need to do to get there?
targets | Next steps
premium | Use of Pupil Premium Plus
premium | PP+ Cost
premium | Catch up Tuition Funding
premium | PEPSA
premium | EYPP
premium | Pupil Premium Grant (PPG) spending
premium | Resourced
premium | How will the Pupil Premium Plus be used?
premium | Funding request
part_time | Part time Timetables and Alt. Education Arrangements
part_time | Alternative Provision
part_time | Reduced timetable
part_time | Appendix 1
part_time | Hours of education
part_time | Flexi-schooling / off site education
exclusions | Exclusions
exclusions | Suspensions and Permanent Exclusions
exclusions | Fixed Term Exclusions
exclusions | Behaviour
exclusions | Exculsions
send | SEND
send | Special Educational Needs
send | Special Educational Needs and Disability
send | Additional Needs
send | EHCP
send | Learning needs
semh | Social, Emotional, Mental Health and Wellbeing
semh | Emotional Health and well-being
semh | Health and emotional well being
semh | Mental health and Emotional Well-being
semh | Health and Emotional Wellbeing
semh | How am I feeling?
careers | Careers, Education Information and Guidance
careers | Preparing for Adulthood
careers | Post Year 14 Plan
careers | Higher Education
careers | What do I want to do when I leave school?
careers | Future plans and aspirations
careers | Post 16 Transition and information Planning
education | Seeking EET
transition | Next key transition point
transition | Transition planning
transition | Moving to secondary school
transition | Transition to Year 7
achievements | Celebrating my achievements
achievements | Achievements and successes
achievements | What I am good at
achievements | Out of school activities and interests
carer | Parent/Carer views
carer | Carer's views
carer | My family's review contribution
carer | What my family thinks is important to and for me
carer | Foster carer's contribution
carer | Views of parents and carers
carer | What does my carer think?
carer | Comments from home
meeting | The Pep Meeting
meeting | PEP Meeting Record
meeting | Minutes of the PEP meeting
meeting | What is Going Well?
meeting | What are the Main Concerns?
meeting | What Needs to Happen Next?
meeting | Part 5 Information shared and agreed at my meeting
meeting | PEP Discussion
meeting | Summary of PEP meeting
meeting | Notes of meeting
meeting | Education Review
meeting | Discussion points
attendees | Attendees
attendees | Attendance at the PEP
attendees | Meeting Attendance and Multi-Agency Work
attendees | Present at this meeting
attendees | Others present
attendees | Section 2 People involved in my PEP
attendees | 1a People involved in this plan and meeting
attendees | One (b) People Invited to EYPEP Meeting
attendees | Who was at my meeting?
attendees | People who came to my PEP
attendees | Invitees
actions | Actions agreed
actions | Agreed actions
actions | Who will do what by when
sign_off | Social Worker Sign Off
sign_off | Designated Teacher Sign Off
sign_off | Setting New PEP Date
sign_off | Signatures
sign_off | D. VS Final Sign Off
sign_off | Date of Next PEP
quality | Quality Assurance
quality | Virtual School QA
quality | Virtual School Quality Assurance comments
quality | PEP Quality Rating
attachment | Documents
attachment | Uploaded documents
attachment | Attachments
guidance | Guidance notes for completing this form
guidance | How to complete this PEP
guidance | PEP Procedure
careers | Careers guidance
semh | Other Agencies
views | My Hopes and Dreams
views | Views of the young person
semh | Current support from other agencies
"""
PAIRS = [tuple(part.strip() for part in line.split("|")) for line in HEADINGS.strip().splitlines()]

# Plain headings that stay what they are however they are typed.
PLAIN = [
    ("attendance", "Attendance"),
    ("views", "Young person's views"),
    ("exclusions", "Suspensions and exclusions"),
    ("previous_targets", "Review of previous targets"),
    ("send", "Special educational needs"),
    ("meeting", "Minutes of the PEP meeting"),
    ("carer", "Carer's views"),
    ("care_plan", "Care plan summary"),
    ("part_time", "Part-time timetable"),
    ("careers", "Careers education"),
]
NUMBERS = [
    "",
    "C3 ",
    "C3. ",
    "4. ",
    "4) ",
    "Section B - ",
    "SECTION D: ",
    "Part Two: ",
    "TAB 3 ",
    "Page 4. ",
    "2.1 ",
    "3a ",
]
NOTES = ["", " (school to complete)", " (auto)", " - last saved 03/02/2026", " *", ":"]


@pytest.mark.parametrize(("kind", "heading"), PAIRS, ids=[heading for _, heading in PAIRS])
def test_headings_of_many_authorities(kind: str, heading: str) -> None:
    found, _ = classify(heading, ("Leo",))
    assert found == SectionKind(kind)


@given(st.sampled_from(PLAIN), st.sampled_from(NUMBERS), st.sampled_from(NOTES), st.booleans())
def test_number_note_and_case_do_not_matter(plain: tuple[str, str], number: str, note: str, loud: bool) -> None:
    kind, heading = plain
    typed = number + (heading.upper() if loud else heading) + note
    assert classify(typed)[0] == SectionKind(kind)


@given(st.sampled_from(PLAIN), st.data())
@settings(max_examples=150)
def test_two_letters_changed_over_do_not_matter(plain: tuple[str, str], data: st.DataObject) -> None:
    """A slip of the pen inside one word: "Attednance"."""
    kind, heading = plain
    places = [i for i in range(1, len(heading) - 2) if heading[i : i + 2].isalpha() and heading[i - 1].isalpha()]
    longest = max(heading.replace("-", " ").split(), key=len)
    start = heading.index(longest)
    at = data.draw(st.sampled_from([i for i in places if start + 1 <= i < start + len(longest) - 2]))
    slipped = heading[:at] + heading[at + 1] + heading[at] + heading[at + 2 :]
    assert classify(slipped)[0] == SectionKind(kind)


def test_the_childs_name_counts_as_the_child() -> None:
    assert classify("What TJ thinks", ("TJ",))[0] is SectionKind.VIEWS
    assert classify("Celebrating Amara", ("Amara",))[0] is SectionKind.ACHIEVEMENTS
    assert classify("Amara and her care", ("Amara",))[0] is SectionKind.CARE


def test_who_completes_a_part_tells_what_it_is_about() -> None:
    assert classify("SECTION A: for the social worker")[0] is SectionKind.CARE
    assert classify("Page 1. The first page (social worker to complete)")[0] is SectionKind.CARE
    assert classify("Part Two: School to complete")[0] is SectionKind.EDUCATION


@pytest.mark.parametrize("heading", ["Ingredients", "Delivery address", "Terms and conditions", "Fire drill"])
def test_headings_of_other_papers_open_nothing(heading: str) -> None:
    assert classify(heading)[0] is None


def test_a_short_line_in_capitals_heads_a_part_as_the_long_ones_do_below_a_styled_title() -> None:
    form = Form().para("COMING TO SCHOOL", "Attendance is 94% and he is on time.", "WORDS FROM HIS CARER")
    form.para(
        "He reads to his little cousin every night.", "MINUTES", "The chair thanked everybody and read out the targets."
    )
    kinds = [section.kind for section in form.plan().sections]
    assert kinds[-3:] == [SectionKind.ATTENDANCE, SectionKind.CARER, SectionKind.MEETING]
