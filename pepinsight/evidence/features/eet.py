"""Education, employment and training past sixteen: where the young person is, what stands in the way, custody, exam
arrangements and whom to reach (seed 001, lines 31 to 49)."""

from __future__ import annotations

import re

from pepinsight.evidence.cues import cues
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.evidence.said import counted, said, says_none, whether
from pepinsight.plan import Field, Span
from pepinsight.plan import SectionKind as Kind

STATUS = (Kind.EDUCATION, Kind.CARE, Kind.FRONT, Kind.CAREERS)
NEEDS = (Kind.SEND, Kind.EDUCATION, Kind.ATTAINMENT, Kind.ATTENDANCE, Kind.ACTIONS)
CONTACTS = (Kind.CARE, Kind.CONTACT, Kind.EDUCATION, Kind.FRONT)
_FILE = "eet"


def _stated(reading: Reading, cue: str, *kinds: Kind) -> tuple[Span, ...]:
    """The statements in which a cue stands, less answers that there is none."""
    return tuple(span for span in said(reading, cue, *kinds, file=_FILE) if not says_none(reading, span))


@feature(
    "eet_told",
    type=bool,
    looked_in=STATUS,
    describes="where the young person is in education, employment or training",
    source="seed 001, line 37",
)
def eet_told(reading: Reading) -> Answer:
    spans = _stated(reading, "in_place", Kind.EDUCATION, Kind.CARE)
    return whether(spans, "in_place", "Tells where the young person learns or works.")


@feature(
    "neet_told",
    type=bool,
    looked_in=STATUS,
    describes="a time out of education, employment and training",
    source="seed 001, line 39",
)
def neet_told(reading: Reading) -> Answer:
    """Answers to the form's own heading on NEET count only where they say more than that it does not apply."""
    spans = tuple(span for span in _stated(reading, "neet", *STATUS) if not _does_not_apply(reading, span))
    return whether(spans, "neet", "Tells of a time out of education, employment and training.")


def _does_not_apply(reading: Reading, span: Span) -> bool:
    return cues("qualifications")["no_help"].pattern.fullmatch(reading.plan.quote(span).strip(" .")) is not None


@feature(
    "short_training_told",
    type=bool,
    looked_in=STATUS,
    describes="short-term training of twelve weeks or less",
    source="seed 001, line 39",
)
def short_training_told(reading: Reading) -> Answer:
    spans = _stated(reading, "short_training", Kind.EDUCATION, Kind.CARE)
    return whether(spans, "short_training", "Tells of a short course.")


@feature(
    "eet_barriers",
    type=int,
    unit="statements",
    looked_in=STATUS,
    describes="barriers to education, employment or training",
    source="seed 001, line 39",
)
def eet_barriers(reading: Reading) -> Answer:
    """Barriers called so; of somebody out of education or on a short course also what else may stand in the way."""
    spans = _stated(reading, "barrier_named", Kind.EDUCATION, Kind.CARE, Kind.CAREERS)
    if neet_told(reading).value or short_training_told(reading).value:
        spans += _stated(reading, "barrier", Kind.EDUCATION)
    return counted(tuple(dict.fromkeys(spans)), "barrier", "Tells what stands in the way.")


@feature(
    "custody_told",
    type=bool,
    looked_in=STATUS,
    describes="custody or remand",
    source="seed 001, line 41",
)
def custody_told(reading: Reading) -> Answer:
    return whether(_stated(reading, "custody", *STATUS), "custody", "Tells of custody or remand.")


@feature(
    "exam_arrangements_told",
    type=int,
    unit="statements",
    looked_in=NEEDS,
    describes="special exam arrangements, or that there are none",
    source="seed 001, line 43",
)
def exam_arrangements_told(reading: Reading) -> Answer:
    """An answer of "none" is an answer too."""
    asked = cues(_FILE)["exam_arrangements"]
    answers = (item.value for item in _answered(reading, NEEDS) if asked.stands_at(reading.plan, item.label))
    none = (span for span in answers if says_none(reading, span))
    spans = tuple(dict.fromkeys((*none, *said(reading, "exam_arrangements", *NEEDS, file=_FILE))))
    return counted(spans, "exam_arrangements", "Tells of exam arrangements.")


@once
def _answered(reading: Reading, kinds: tuple[Kind, ...]) -> tuple[Field, ...]:
    return tuple(item for item in reading.plan.fields_of(*kinds) if not item.blank)


@feature(
    "key_contacts",
    type=int,
    unit="people",
    looked_in=CONTACTS,
    describes="people whom the college can reach, by role",
    source="seed 001, line 45",
)
def key_contacts(reading: Reading) -> Answer:
    """Different roles with an answer beside them, in fields or in a list of contacts."""
    role, plan = cues(_FILE)["contact"], reading.plan
    found: dict[str, Shown] = {}
    for item in _answered(reading, CONTACTS):
        for span in (item.label, item.value):
            match = next(role.find_at(plan.document.text, span.start, span.end), None)
            if match is not None and re.search(r"[A-Z]|\d{5}", plan.quote(item.value)):
                found.setdefault(match.group().lower(), Shown(item.value, "contact", "Somebody to reach."))
                break
    for person in plan.people:
        if person.role in ("SW", "DT", "VS", "carer"):
            found.setdefault(person.role, Shown(person.span, "contact", "Somebody to reach."))
    return Answer(len(found), tuple(found.values()))
