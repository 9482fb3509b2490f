"""What the form wants filled in before the plan is signed off, and how each such field or part stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from pepinsight.once import once
from pepinsight.plan.fields import label_kinds
from pepinsight.plan.form_entry import Completer, Form, MustHave
from pepinsight.plan.forms import field_data, form_data, known_forms
from pepinsight.plan.plan import Plan, PlanKind, SectionKind, Span

_LEAST_WORDS = 3
"""Words below a heading, labels and headings of columns apart, that fill its part."""
_FEW_MARKS = 3
"""Labels that a form marks at least, if the mark is to mean that they are mandatory and not a footnote."""
_COMPLETES: dict[SectionKind, Completer] = {
    SectionKind.CARE: "social_worker",
    SectionKind.CARE_PLAN: "social_worker",
    SectionKind.CONTACT: "social_worker",
    SectionKind.SDQ: "social_worker",
    SectionKind.CARER: "carer",
}
"""Who completes a part where nothing says so: of the others, the school."""
_KNOWN_ROLES = {"designated_teacher": "DT", "social_worker": "SW"}


class State(StrEnum):
    """How a mandatory field or part stands."""

    FILLED = "filled"
    BLANK = "blank"  # the form asks, and nobody answered
    NOT_FOUND = "not_found"  # a whole form, on which no heading or label asks for it in words that are known
    NOT_IN_FILE = "not_in_file"  # a print of one part, which does not hold it


@dataclass(frozen=True, slots=True)
class Wanted:
    """A mandatory field or part, who completes it, and how it stands. ``name`` is the field's id in data/fields.yaml,
    the section kind of a part, or the label of a field that the form itself marks.

    ``at`` is the label or heading that asks for it, None where there is none.
    """

    completed_by: Completer
    name: str
    is_part: bool
    state: State
    at: Span | None = None

    @property
    def says(self) -> str:
        """Its name as a person says it: "date of birth"."""
        return form_data().said.get(self.name, self.name.replace("_", " "))


@once
def wanted(plan: Plan) -> tuple[Wanted, ...]:
    """The mandatory fields and parts of the plan's form and phase, in the order of the data, each once."""
    form = known_forms().get(plan.form)
    without = form.without.get(plan.phase or "", frozenset()) if form is not None else frozenset()
    found: dict[tuple[str, bool], Wanted] = {}
    for who, need in _needs(form):
        for kind in need.fields:
            if SectionKind.SDQ not in without or kind != "sdq":
                found.setdefault((kind, False), Wanted(who, kind, False, *_field(plan, kind)))
        for part in need.parts:
            if part not in without:
                found.setdefault((part.value, True), Wanted(who, part.value, True, *_part(plan, part)))
    return (*found.values(), *_marked(plan, tuple(found.values())))


def _marked(plan: Plan, listed: tuple[Wanted, ...]) -> Iterator[Wanted]:
    """The labels that the form itself marks as mandatory, in its own words, beyond those of the data."""
    labels = [(item, plan.quote(item.label).rstrip(" :")) for item in plan.fields]
    marked = [(item, label) for item, label in labels if label.casefold().endswith(form_data().mandatory_marks)]
    if len(marked) < _FEW_MARKS:
        return
    told, shown = {one.name for one in listed}, {one.at for one in listed}
    for item, label in marked:
        if item.label not in shown and (item.blank or item.kind not in told):
            state = State.BLANK if item.blank else State.FILLED
            yield Wanted(_COMPLETES.get(item.section, "school"), _unmarked(label), False, state, item.label)


def _unmarked(label: str) -> str:
    for mark in form_data().mandatory_marks:
        if label.casefold().endswith(mark):
            return label[: -len(mark)].rstrip(" :")
    return label


def _needs(form: Form | None) -> Iterator[tuple[Completer, MustHave]]:
    yield from form_data().every_form.items()
    if form is not None:
        yield from form.mandatory.items()


def _field(plan: Plan, kind: str) -> tuple[State, Span | None]:
    item = plan.field(kind)
    if item is not None and not item.blank:
        return State.FILLED, item.label
    if _told_elsewhere(plan, kind):
        return State.FILLED, None
    if item is not None:
        return State.BLANK, item.label
    section = field_data().fields[kind].section
    return (State.NOT_IN_FILE if _is_absent(plan, section) else State.NOT_FOUND), None


@once
def _kinds_answered(plan: Plan) -> frozenset[str]:
    """All that the labels with an answer ask for."""
    answered = [item for item in plan.fields if item.kind is not None and not item.blank]
    return frozenset(kind for item in answered for kind in label_kinds(plan.quote(item.label), plan.child.names))


def _told_elsewhere(plan: Plan, kind: str) -> bool:
    """Whether the plan says it without a field of its own: in a table, a sentence, or a list of people."""
    day = field_data().fields[kind].date
    if kind in _KNOWN_ROLES:
        return any(person.role == _KNOWN_ROLES[kind] for person in plan.people)
    if kind in ("dt_completed", "sw_completed"):
        return any(item.role == kind[:2].upper() and item.date is not None for item in plan.sign_offs)
    if kind in _kinds_answered(plan):
        return True  # one label asks for two things: "Name / date of birth"
    known = {
        "name": plan.child.name,
        "dob": plan.child.date_of_birth,
        "year": plan.year_group,
        "attendance_percent": plan.attendance,
        "child_attended": plan.child_attended,
        "present": plan.people or None,
    }
    return known.get(kind) is not None or (day is not None and getattr(plan.dates, day, None) is not None)


def _part(plan: Plan, part: SectionKind) -> tuple[State, Span | None]:
    title = next((section.title for section in plan.sections_of(part) if section.title is not None), None)
    if _is_filled(plan, part):
        return State.FILLED, title
    if _is_asked_for(plan, part):
        return State.BLANK, title
    return (State.NOT_IN_FILE if _is_absent(plan, part) else State.NOT_FOUND), None


def _is_asked_for(plan: Plan, part: SectionKind) -> bool:
    """Whether the file asks for this part, in a label or under a heading that does more than gather others."""
    gathers = {
        section
        for section, after in pairwise(plan.sections)
        if len(section.blocks) == 1 and after.level > section.level
    }
    return bool(plan.fields_of(part)) or any(section not in gathers for section in plan.sections_of(part))


def _is_filled(plan: Plan, part: SectionKind) -> bool:
    told = {
        SectionKind.TARGETS: plan.targets,
        SectionKind.PREVIOUS_TARGETS: plan.previous_targets,
        SectionKind.ATTAINMENT: plan.attainment,
        SectionKind.ATTENDEES: plan.people,
        SectionKind.PREMIUM: plan.premium,
    }
    if told.get(part) or any(not item.blank for item in plan.fields_of(part)):
        return True
    labels = {item.label for item in plan.fields}
    words = sum(
        len(plan.quote(span).split()) for span in plan.spans_of(part) if span not in labels and _own(plan, span)
    )
    return words >= _LEAST_WORDS


def _own(plan: Plan, span: Span) -> bool:
    """Whether a passage is somebody's own words, not a bold heading of a column or the form's prompt."""
    block = plan.document.blocks[plan.document.block_at(span.start)]
    return not block.placeholder and not block.bold


def _is_absent(plan: Plan, section: SectionKind | None) -> bool:
    return plan.kind is PlanKind.SINGLE_TAB and (section is None or section in plan.absent)
