"""Who stands round the young person: whether they came themselves, or why not, and whose views are recorded (seed 001,
line 78)."""

from __future__ import annotations

import re

from pepinsight.evidence.cues import cues
from pepinsight.evidence.detail import answer_spans, statement_spans
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.evidence.said import said
from pepinsight.plan import PlanKind, Span
from pepinsight.plan import SectionKind as Kind

PEOPLE = (Kind.ATTENDEES, Kind.MEETING, Kind.VIEWS)
SPEAKING = (Kind.MEETING, Kind.CARER, Kind.ATTENDEES, Kind.ACTIONS)
_FILE = "supporters"
_REACH = 30
"""Characters after a name in which it is told that a view is given."""


@feature(
    "child_attended",
    type=bool,
    looked_in=PEOPLE,
    describes="the child at the meeting",
    source="seed 001, line 78",
)
def child_attended(reading: Reading) -> Answer:
    """For all of it or a part; None where the document does not say."""
    plan = reading.plan
    there = [person for person in plan.people if person.role == "child" and person.present is not None]
    return Answer(plan.child_attended, tuple(Shown(one.span, "child_listed", "The child is listed.") for one in there))


@feature(
    "child_absence_explained",
    type=bool,
    looked_in=PEOPLE,
    describes="why the child was not at the meeting, or how their views reached it",
    source="seed 001, line 78",
)
def child_absence_explained(reading: Reading) -> Answer:
    """None unless the document says that the child was not there."""
    plan = reading.plan
    if plan.child_attended is not False:
        return Answer(None)
    asked = [item.value for item in plan.fields if item.kind == "child_absent_reason" and not item.blank]
    rows = [
        item.value for item in plan.fields_of(*PEOPLE) if not item.blank and _is_child(reading, plan.quote(item.label))
    ]
    because = [span for span in (*rows, *_about_child(reading)) if _explains(plan.quote(span))]
    shared = said(reading, "views_shared", *PEOPLE, file=_FILE)
    spans = tuple(dict.fromkeys((*asked, *because, *shared)))
    return Answer(
        bool(spans), tuple(Shown(span, "absence", "Explains the absence, or shares the views.") for span in spans)
    )


def _explains(text: str) -> bool:
    return cues(_FILE)["absent_because"].stands_in(text)


@once
def _about_child(reading: Reading) -> tuple[Span, ...]:
    """What stands beside the child in the list of people, and statements there that name the child."""
    plan, text = reading.plan, reading.plan.document.text
    listed = [person.span for person in plan.people if person.role == "child"]
    told = [
        Span(start, end)
        for span in answer_spans(reading, Kind.ATTENDEES)
        for start, end in statement_spans(reading, span)
        if _is_child(reading, text[start:end])
    ]
    return (*(cell for span in listed for cell in _row(reading, span)), *told)


def _row(reading: Reading, span: Span) -> tuple[Span, ...]:
    """The cells of the table's row in which ``span`` stands; none outside a table."""
    blocks = reading.plan.document.blocks
    here = blocks[reading.plan.document.block_at(span.start)].place
    if here.table is None:
        return ()
    return tuple(
        Span(block.start, block.end)
        for block in blocks
        if block.place.table == here.table and block.place.row == here.row
    )


def _is_child(reading: Reading, text: str) -> bool:
    return any(
        name in text and re.search(rf"\b{re.escape(name)}\b", text)
        for name in reading.plan.child.names
        if len(name) > 1
    )


@feature(
    "supporters_heard",
    type=int,
    unit="people",
    looked_in=SPEAKING,
    describes="people supporting the child whose views are recorded",
    source="seed 001, line 78",
)
def supporters_heard(reading: Reading) -> Answer:
    """Different people or roles to whom a statement, or an answer under their name, ascribes a view."""
    heard: dict[str, Span] = {}
    for who, span in _views(reading):
        heard.setdefault(who, span)
    return Answer(
        len(heard), tuple(Shown(span, "supporter", "A supporter's view is recorded.") for span in heard.values())
    )


@once
def _views(reading: Reading) -> tuple[tuple[str, Span], ...]:
    plan, view, role = reading.plan, cues(_FILE)["gives_view"], cues(_FILE)["roles"]
    names = _names(reading)
    found: list[tuple[str, Span]] = []
    for item in plan.fields_of(*SPEAKING):
        label = plan.quote(item.label)
        who = next(
            (name for word, name in names if word in label and re.search(rf"\b{re.escape(word)}\b", label)), None
        )
        if who is None and (match := next(role.find(label), None)) is not None:
            who = match.group().lower()
        if who is not None and not item.blank and len(plan.quote(item.value).split()) > 2:
            found.append((who, item.value))
    text = plan.document.text
    for span in answer_spans(reading, *SPEAKING):
        for start, end in statement_spans(reading, span):
            told = text[start:end]
            if cues(_FILE)["silent"].stands_at(plan, Span(start, end)):
                continue
            for word, name in names:
                if word not in told:
                    continue
                match = re.search(rf"\b{re.escape(word)}\b(?P<after>.{{0,{_REACH}}})", told)
                if match and (match["after"].lstrip(" )").startswith(":") or view.stands_in(match["after"])):
                    found.append((name, Span(start, end)))
            for spoken in role.find_at(text, start, end):
                if view.stands_in(told[spoken.end() : spoken.end() + _REACH]):
                    found.append((spoken.group().lower(), Span(start, end)))
    return tuple(found)


@once
def _names(reading: Reading) -> tuple[tuple[str, str], ...]:
    """The words by which the people listed may be named, the child left out, each with who it is."""
    child = {part for name in reading.plan.child.names for part in name.split()}
    return tuple(
        (word, person.name)
        for person in reading.plan.people
        if person.role != "child"
        for word in person.name.split()
        if len(word) > 2 and word[0].isupper() and word not in child
    )


@feature(
    "invitations_told",
    type=int,
    unit="people",
    looked_in=(Kind.ATTENDEES, Kind.MEETING),
    describes="people listed as invited or present",
    source="seed 001, lines 3 and 5",
)
def invitations_told(reading: Reading) -> Answer:
    """None in a print of one part that holds no list."""
    plan = reading.plan
    if not plan.people and plan.kind is PlanKind.SINGLE_TAB:
        return Answer(None)
    return Answer(len(plan.people), tuple(Shown(one.span, "listed", f"{one.name} is listed.") for one in plan.people))
