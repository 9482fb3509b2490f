"""Plain wordings of the days, the front page and the care part, as forms of many schools print them, and their near
misses."""

from __future__ import annotations

from datetime import date

import pytest
from making_forms import Paper

from pepinsight.plan import Dates
from pepinsight.plan.fields import label_kind
from pepinsight.plan.plan import SectionKind as Kind

DAY = date(2026, 1, 15)
LABELS = """
parental_responsibility | Person(s) with parental responsibility
parental_responsibility | PR held by
parental_responsibility | Who has legal responsibility for me?
legal_status | CLA status
legal_status | Court order in place
legal_status | What order is the child subject to?
placement | Home address
placement | Names of foster carers
placement | Who does the child live with?
placement | Name of children's home
placement | Date moved to current placement
social_worker | Current social worker
social_worker | Social worker phone number
contact_arrangements | Contact with mum
contact_arrangements | Any contact restrictions
contact_arrangements | Keeping in touch with family
delegated_authority | Delegated responsibilities
delegated_authority | Persons authorised to collect
health | Dietary requirements
health | Immunisations up to date
care_plan_summary | What is the plan for the child?
care_plan_summary | The wider plan in brief
upn | Unique Pupil Reference
ethnicity | Cultural background
start_date | Date started at this school
start_date | I joined this college on
start_date | Been here since
"""
FALSE_FRIENDS = """
health | Health and social care course
legal_status | Legal studies
ethnicity | Ethnic minority support
care_plan_summary | Care plan review meeting
placement | Why the child does not live with family
start_date | Start date at new school
"""
DAYS = """
completed | Date of PEP completion
completed | PEP submission date
completed | Date PEP returned
completed | Date circulated
completed | Emailed to VS
previous_meeting | Date of most recent PEP
previous_meeting | Date of the PEP before this one
next_meeting | PEP to be reviewed on
next_meeting | Future PEP date
entered_care | Admitted to care
entered_care | Date of accommodation
"""
NO_DAYS = """
Looked after child review date
Date of next statutory review
Date of leaving care
Date ceased to be looked after
Delegated authority signed
Placement agreement signed
Date of TAC meeting
Transition meeting
PSP review date
Boxall completed
Child's views completed
Referral submitted
College application submitted
Next CAMHS appointment
My next birthday
"""


def rows(text: str) -> list[tuple[str, str]]:
    return [(kind, label) for kind, _, label in (line.partition(" | ") for line in text.strip().splitlines())]


def told(label: str) -> dict[str, date]:
    form = Paper().heading("Personal Education Plan")
    dates = form.fields(**{"Name": "Wren Oakley", "Born": "03/05/2010", label: f"{DAY:%d/%m/%Y}"}).plan().dates
    return {what: day for what in Dates.__slots__ if isinstance(day := getattr(dates, what), date)}


@pytest.mark.parametrize(("kind", "label"), rows(LABELS))
def test_a_plain_wording_is_understood(kind: str, label: str) -> None:
    assert label_kind(label, (), Kind.FRONT) == kind


@pytest.mark.parametrize(("kind", "label"), rows(FALSE_FRIENDS))
def test_a_near_miss_is_something_else(kind: str, label: str) -> None:
    assert label_kind(label, (), Kind.FRONT) != kind


@pytest.mark.parametrize(("what", "label"), rows(DAYS))
def test_a_plain_wording_tells_the_day(what: str, label: str) -> None:
    assert told(label) == {what: DAY}


@pytest.mark.parametrize("label", NO_DAYS.strip().splitlines())
def test_another_matters_day_is_none_of_the_plans(label: str) -> None:
    assert DAY not in told(label).values()


def form(*more: tuple[str, str]) -> Paper:
    paper = Paper().heading("Personal Education Plan")
    return paper.table([["Name of child", "Wren Oakley"], ["Date of birth", "03/05/2010"], *more])


def test_a_date_behind_who_filled_in_is_theirs() -> None:
    signed = [["Form completed by", "Bea Hart", "Role", "DT", "Date", "20/03/2026"]]
    told = form(("PEP date", "10/03/2026")).table(signed).plan().dates
    assert (told.meeting, told.completed) == (date(2026, 3, 10), date(2026, 3, 20))
    both = [["Signed (DT)", "B Hart", "Date", "18/03/2026"], ["Signed (SW)", "A Lee", "Date", "20/03/2026"]]
    told = form(("PEP date", "10/03/2026")).heading("Sign off").table(both).plan().dates
    assert (told.meeting, told.completed) == (date(2026, 3, 10), date(2026, 3, 20))


def test_a_heading_may_ask_for_a_day() -> None:
    paper = form().heading("When will we meet again?").para("16 June 2026")
    told = paper.heading("When did you come into care?").para("14 September 2023").plan().dates
    assert (told.next_meeting, told.entered_care) == (date(2026, 6, 16), date(2023, 9, 14))


def test_a_box_with_its_label_above_its_answer_is_no_label_of_the_next() -> None:
    boxes = [["Date of this PEP\n10/03/2026", "Date of previous PEP\n04/11/2025"]]
    told = form().table(boxes).plan().dates
    assert (told.meeting, told.previous_meeting) == (date(2026, 3, 10), date(2025, 11, 4))
