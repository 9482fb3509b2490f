"""The statutory points (seed 000, lines 20 to 36): who was there, whose views stand in it, what it records."""

from __future__ import annotations

from pepinsight.evidence.reading import Reading
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.plan import SectionKind as Kind

SOURCE = "seed 000, lines 20-36"
PEOPLE = (Kind.ATTENDEES, Kind.MEETING, Kind.SIGN_OFF)


def _present(reading: Reading, role: str) -> Answer:
    """True where somebody in this role is said to have been there; False where a list of people has none."""
    people = [person for person in reading.plan.people if person.role == role]
    there = [person for person in people if person.present]
    if there:
        return Answer(True, tuple(Shown(person.span, "attended", f"{person.name} was there.") for person in there))
    if not any(person.present for person in reading.plan.people):
        return Answer(None if reading.plan.people else False)
    away = tuple(Shown(person.span, "absent", f"{person.name} was not there.") for person in people)
    return Answer(False, away)


@feature("compliance_sw_present", type=bool, looked_in=PEOPLE, describes="the social worker at the meeting", source=SOURCE)
def compliance_sw_present(reading: Reading) -> Answer:
    return _present(reading, "SW")


@feature("compliance_dt_present", type=bool, looked_in=PEOPLE, describes="the designated teacher at the meeting", source=SOURCE)
def compliance_dt_present(reading: Reading) -> Answer:
    return _present(reading, "DT")
