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
