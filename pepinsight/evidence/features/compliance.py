"""The statutory points (seed 000, lines 20 to 36): who was there, and what stands in the plan.

The points on the child's voice and the carer's views are registered beside the features of those voices.
"""

from __future__ import annotations

from pepinsight.evidence.cues import cues
from pepinsight.evidence.detail import section_detail, statements
from pepinsight.evidence.features.care import care_plan_given
from pepinsight.evidence.features.support import SEMH, SEND, semh_support, send_support
from pepinsight.evidence.features.topic import meeting_not_held
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.evidence.said import said, shown
from pepinsight.evidence.voice.voice_links import linked_to_voice
from pepinsight.plan import Person, PlanKind, Span
from pepinsight.plan import SectionKind as Kind

SOURCE = "seed 000, lines 20-36"
PEOPLE = (Kind.ATTENDEES, Kind.MEETING, Kind.SIGN_OFF)
RECORD = (Kind.ATTAINMENT,)
CARE = (Kind.CARE, Kind.CARE_PLAN, Kind.FRONT)
OWN_NEEDS = (*SEND, *SEMH, Kind.EXCLUSIONS, Kind.TARGETS, Kind.VIEWS)

MOST = 0.6
"""Share of subjects with a current level above which most have one."""
RESULTS_IN_WORDS = 3
"""Statements with a grade or a score that make a record where there is no table."""
SUPPORT = 2
"""Things done for the child's needs from which provision answers them; so do as many targets that take up the voice."""
FACTS = 5
"""Checkable facts in the parts on the child's needs that say as much where no support is named as such."""


def _absent(reading: Reading, *kinds: Kind) -> bool:
    """Whether the file is a print of one part which holds none of these: nothing can be told from it."""
    return reading.plan.kind is PlanKind.SINGLE_TAB and not reading.plan.has(*kinds)


def _present(reading: Reading, role: str, field: str) -> Answer:
    """True where somebody in this role is said to have been there; False where a list of people has none of them, or
    where there was no meeting to attend."""
    people = reading.plan.people
    there = [person for person in people if person.present and _is(reading, person, role, field)]
    if there:
        return Answer(True, tuple(Shown(person.span, "attended", f"{person.name} was there.") for person in there))
    not_held = meeting_not_held(reading)
    if not_held.value:
        return Answer(False, not_held.shown)
    if _absent(reading, *PEOPLE) or (people and not any(person.present for person in people)):
        return Answer(None)
    away = [person for person in people if person.role == role]
    return Answer(False, tuple(Shown(person.span, "absent", f"{person.name} was not there.") for person in away))


def _is(reading: Reading, person: Person, role: str, field: str) -> bool:
    """Whether a person has this role, or one that is not known and a name that the form gives for the role."""
    if person.role != "other":
        return person.role == role
    named = {
        word.strip(",;()").casefold()
        for item in reading.plan.fields
        if item.kind == field
        for word in reading.plan.quote(item.value).split()
    }
    return bool(person.name) and all(word.casefold() in named for word in person.name.split())


@feature(
    "compliance_sw_present", type=bool, looked_in=PEOPLE, describes="the social worker at the meeting", source=SOURCE
)
def compliance_sw_present(reading: Reading) -> Answer:
    """Whether the social worker was there, by the list of people or the minutes."""
    return _present(reading, "SW", "social_worker")


@feature(
    "compliance_dt_present",
    type=bool,
    looked_in=PEOPLE,
    describes="the designated teacher at the meeting",
    source=SOURCE,
)
def compliance_dt_present(reading: Reading) -> Answer:
    """Whether the designated teacher was there, by the list of people or the minutes."""
    return _present(reading, "DT", "designated_teacher")


@feature(
    "compliance_attainment_record",
    type=bool,
    looked_in=RECORD,
    describes="current attainment for most subjects",
    source=SOURCE,
)
def compliance_attainment_record(reading: Reading) -> Answer:
    """Most subjects of the table have a current level; without a table, several results are told in words."""
    if _absent(reading, *RECORD):
        return Answer(None)
    rows = reading.plan.attainment
    if rows:
        current = [row.subject for row in rows if any(name == "current" for name, _ in row.cells)]
        return Answer(len(current) > MOST * len(rows), shown(tuple(current), "current_level", "Has a current level."))
    told = said(reading, "grade", *RECORD)
    return Answer(len(told) >= RESULTS_IN_WORDS, shown(told, "grade", "A grade or score is told here."))


@feature(
    "compliance_care_plan",
    type=bool,
    looked_in=(*CARE, Kind.EDUCATION, Kind.MEETING),
    describes="the care plan or the plan for permanence, in brief at least",
    source=SOURCE,
)
def compliance_care_plan(reading: Reading) -> Answer:
    """True where it has a part or a field of its own that is filled, or where its substance is told elsewhere."""
    given = care_plan_given(reading)
    if given.value:
        return given
    told = _telling(reading, "care_plan", *Kind) + _telling(reading, "care_part", *CARE)
    if not told and _absent(reading, *CARE):
        return Answer(None)
    return Answer(bool(told), shown(tuple(dict.fromkeys(told)), "care_plan_told", "Tells what the care plan is."))


@once
def _telling(reading: Reading, cue: str, *kinds: Kind) -> tuple[Span, ...]:
    """The statements in these sections that hold a cue of ``data/compliance.yaml``."""
    pattern = cues("compliance")[cue]
    return tuple(span for span, _ in statements(reading, *kinds) if pattern.stands_at(reading.plan, span))


@feature(
    "compliance_personalised",
    type=bool,
    looked_in=OWN_NEEDS,
    describes="provision that answers the child's own needs",
    source=SOURCE,
)
def compliance_personalised(reading: Reading) -> Answer:
    """True where several things are done for needs of the child's, or several targets take up what the child said.

    Good targets alone do not show it: a plan may set any pupil's targets.
    """
    if _absent(reading, *OWN_NEEDS):
        return Answer(None)
    support = [
        *send_support(reading).shown,
        *semh_support(reading).shown,
        *shown(
            said(reading, "suspension_support", Kind.EXCLUSIONS), "suspension_support", "Support after a suspension."
        ),
    ]
    facts = section_detail(reading, *SEND).facts + section_detail(reading, *SEMH).facts
    voiced = [
        Shown(target.wording, "answers_voice", "This target takes up what the child said.")
        for target, link in zip(reading.plan.targets, linked_to_voice(reading), strict=True)
        if link.linked
    ]
    enough = len(support) >= SUPPORT or facts >= FACTS or len(voiced) >= SUPPORT
    return Answer(enough, (*support, *voiced))
