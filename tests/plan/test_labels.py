"""A label asks for the kind of answer that a caseworker would expect, on forms of every authority."""

from __future__ import annotations

import pytest

from pepinsight.plan.fields import label_kind, label_kinds
from pepinsight.plan.plan import SectionKind

LABELS = """
name | Childs full name
name | Child/Young Person's Name
name | My name is
name | Name of Child/Young Person
name | Student name
name | Forename(s) and Surname
known_as | I like to be known as
known_as | Preferred name
dob | My birthday
dob | D.O.B
dob | Date of Birth (dd/mm/yyyy)
year | I am in year (NCY)
year | NCY
year | School year
year | My year group
year | Year Group/Key Stage
school | My school is
school | My setting is
school | Setting Name
school | College or Provider
school | School/Setting/College
school | Education provision
school | 4. School
school | B2) School
school | School and year
known_as | (a) Preferred name
upn | 1.10. UPN
upn | UPN
meeting_date | Date of this PEP
meeting_date | Date of PEP meeting
meeting_date | Meeting Date
meeting_date | PEP Review Date
meeting_date | Date PEP meeting held
meeting_date | Date of Education Review
previous_meeting | Date of last PEP
previous_meeting | Date of previous PEP meeting
next_meeting | Date of Next PEP
next_meeting | Date and time of next meeting
next_meeting | Setting New PEP Date
next_meeting | Next PEP review due
due_date | PEP due date
due_date | Statutory due date
completed_date | Date PEP completed
completed_date | Date PEP submitted to the Virtual School
completed_date | Date form completed
entered_care | Date of entry into care
entered_care | Date became looked after
entered_care | Date child came into care
entered_care | Period of care start date
entered_care | CLA start date
legal_status | Legal Status
legal_status | Care status / legal order
placement | Placement type
placement | Placement address
placement | Type of placement
social_worker | My Social Worker is
social_worker | Social Worker name/email/team inbox
social_worker | Allocated Social Worker
social_worker | Name of Social Worker
designated_teacher | My Designated Teacher is
designated_teacher | Designated CiC Lead
designated_teacher | Name of Designated Teacher
iro | IRO
iro | Independent Reviewing Officer
parental_responsibility | Who has parental responsibility?
delegated_authority | Who can give permission for school trips?
delegated_authority | Permission for trips, photographs
delegated_authority | Delegated authority
care_plan_summary | Summary of my care plan
care_plan_summary | Care plan: permanence
contact_arrangements | Contact/Family time arrangements
contact_arrangements | Contact with siblings
sdq | SDQ Score
sdq | Latest SDQ score and date
sdq | Strengths & Difficulties Questionnaire score
health | Health issues
health | Medical conditions / allergies
health | Health needs
ofsted | Current Ofsted Outcome
start_date | Date of enrolment
attendance_percent | Attendance %
attendance_percent | Current attendance
attendance_percent | Overall attendance (%)
attendance_percent | Percentage attendance this academic year
attendance_detail | Number of unauthorised absences
attendance_detail | Factors affecting attendance
full_time | Is the young person accessing full time education?
full_time | Is the child on a part-time timetable?
full_time | Number of hours per week
full_time | Hours per week
alternative_provision | Name of alternative provider
suspensions | Number of fixed term exclusions
suspensions | Any suspensions this term?
send_status | SEN Status
send_status | Does the child have an EHCP?
send_status | SEND Support / EHCP
primary_need | Primary area of need
primary_need | SEN primary need
secondary_need | Secondary need
rag | RAG rating
agency | Agencies involved
agency | Other agencies supporting
careers_interview | Date of careers interview
careers_interview | Careers guidance interview
finance_officer | Finance Officer name
finance_officer | School finance contact
premium_amount | PP+ Cost
premium_amount | Amount of PP+ requested
premium_amount | Total PP+
premium_impact | Impact of PP+ spend
premium_impact | What was the impact of last term's Pupil Premium Plus?
present | Present at this meeting
present | Attendees
present | Those present
apologies | Apologies
apologies | Apologies received from
child_attended | Did the child attend the meeting?
child_attended | Was the young person present?
completed_by | Completed by
completed_by | Form completed by
social_worker_update | Social worker section last updated
social_worker_update | Date updated by social worker
training_needs | Staff training needs
training_needs | Does the school need any training around attachment and trauma?
trauma | How does trauma and attachment affect learning?
transition | Transition arrangements
transition | Transition plan
carer_views | Carer's views
carer_views | Parent/carer comments
language | First language
ethnicity | Ethnicity
religion | Religion
gender | Gender
personal_adviser | Personal Adviser
trauma | What do we know of what has happened before, and how does it show?
trauma | What an adult should know about this child's past
transition | Is a change coming?
transition | Changing stage this year?
key_adult | Who is her special adult?
key_adult | Adults he goes to
training_needs | Staff CPD on attachment
alternative_provision | Is he taught anywhere else?
alternative_provision | In another provider?
primary_need | What sort of need
attendance_percent | How often has she been here?
attendance_percent | In college how much?
"""
PAIRS = [tuple(part.strip() for part in line.split(" | ")) for line in LABELS.strip().splitlines()]


@pytest.mark.parametrize(("kind", "label"), PAIRS, ids=[label for _, label in PAIRS])
def test_labels_of_many_authorities(kind: str, label: str) -> None:
    assert label_kind(label, ("Leo",)) == kind


@pytest.mark.parametrize(
    "label", ["Legal status *", "LEGAL STATUS", "Legal status:", "Legal  status (auto)", "Leagl status"]
)
def test_stars_case_and_slips_do_not_matter(label: str) -> None:
    assert label_kind(label) == "legal_status"


@pytest.mark.parametrize("label", ["Favourite colour of socks", "Oven temperature", "Order number"])
def test_unknown_labels_have_no_kind(label: str) -> None:
    assert label_kind(label) is None


def test_a_joined_label_asks_for_each_of_its_parts() -> None:
    assert label_kinds("Name / DOB") == ("name", "dob")
    assert label_kinds("Legal status / date into care") == ("legal_status", "entered_care")
    assert label_kinds("Date, time and venue of next PEP") == ("next_meeting",)


def test_some_labels_mean_a_thing_only_within_their_section() -> None:
    assert label_kind("Status", (), SectionKind.SEND) == "send_status"
    assert label_kind("Status", (), SectionKind.FRONT) is None
    assert label_kind("Date", (), SectionKind.MEETING) == "meeting_date"
    assert label_kind("Date", (), SectionKind.SEMH) is None


def test_the_childs_own_name_is_a_speaker_not_a_label() -> None:
    assert label_kind("Amara", ("Amara",)) is None
