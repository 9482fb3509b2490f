"""The room's one public function: a document in, a recognised plan out."""

from __future__ import annotations

from pepinsight.documents import Document
from pepinsight.plan.attachments import with_attachments, with_papers_behind
from pepinsight.plan.attainment import find_attainment
from pepinsight.plan.attendance import find_attendance
from pepinsight.plan.child import make_child, phase_of, year_group
from pepinsight.plan.contents import contents_of
from pepinsight.plan.dates import find_dates, reference_day
from pepinsight.plan.displaced import give_back
from pepinsight.plan.due_dates import due_dates
from pepinsight.plan.fields import make_fields
from pepinsight.plan.front import with_front
from pepinsight.plan.groups import groups_of
from pepinsight.plan.headings import Heading, find_headings
from pepinsight.plan.joint_parts import with_joint_parts
from pepinsight.plan.names import find_names, name_variants
from pepinsight.plan.pairs import Pair, find_pairs
from pepinsight.plan.people import child_attended, find_people
from pepinsight.plan.plan import Plan
from pepinsight.plan.premium import find_premium, with_sums
from pepinsight.plan.previous import find_previous
from pepinsight.plan.register_tables import with_registers_aside
from pepinsight.plan.sections import make_sections, with_dated_targets, with_remarks_aside
from pepinsight.plan.sign_offs import find_sign_offs
from pepinsight.plan.targets import find_targets
from pepinsight.plan.titled_targets import with_planned_targets, with_titled_targets
from pepinsight.plan.told_within import told_within
from pepinsight.plan.whole import form_of, kind_of


def recognise(document: Document) -> Plan:
    """Recognise the form: its sections, fields, dates, people, targets, money and attainment.

    What the document does not tell is None or empty. Raises nothing, whatever the document holds. Papers attached to
    it are no part of the form: they are kept apart, and their words count for what each is about.
    """
    plan = _recognise(document.alone)
    return with_attachments(plan, document) if document.attached else plan


def _recognise(document: Document) -> Plan:
    headings, pairs = _shape(document, ())
    full, known = find_names(document, pairs)
    names = name_variants(document, full, known)
    if names:  # "What TJ thinks" opens the child's views only once we know who TJ is
        headings, pairs = _shape(document, names)
    sections = give_back(document, make_sections(document, headings, pairs, names))
    sections = with_front(document, with_papers_behind(document, sections), pairs)
    fields = make_fields(document, pairs, sections, names)
    sections = with_remarks_aside(document, with_registers_aside(document, sections, names), fields)

    child = make_child(document, fields, full, known)
    dates = find_dates(document, sections, fields, find_sign_offs(document, fields, sections, None), names)
    around = dates.meeting or dates.completed
    sections = with_titled_targets(document, with_planned_targets(document, sections, pairs))
    sections = with_dated_targets(document, sections, around, dates.previous_meeting)
    fields = with_joint_parts(document, sections, make_fields(document, pairs, sections, names), names)
    year = year_group(document, fields, sections, child.date_of_birth, around or reference_day(document))
    people = find_people(document, sections, fields, names)

    contents = contents_of(document, sections)
    groups = groups_of(contents)
    targets = find_targets(contents, around, lambda text: due_dates(document, text, around, year), groups)
    premium = find_premium(contents, targets, around, groups)
    attendance, attendance_span = find_attendance(contents)
    return Plan(
        document,
        kind_of(document, sections, fields),
        form_of(document, sections, fields),
        sections,
        fields,
        child=child,
        phase=phase_of(document, year, sections),
        year_group=year,
        dates=dates,
        people=people,
        child_attended=child_attended(document, people, fields, sections, names),
        sign_offs=find_sign_offs(document, fields, sections, dates.completed or dates.meeting),
        attendance=attendance,
        attendance_span=attendance_span,
        targets=with_sums(targets, premium),
        previous_targets=find_previous(contents, groups),
        premium=premium,
        attainment=find_attainment(contents),
        told_within=told_within(document, sections),
    )


def _shape(document: Document, names: tuple[str, ...]) -> tuple[tuple[Heading, ...], tuple[Pair, ...]]:
    headings = find_headings(document, names)
    return headings, find_pairs(document, frozenset(heading.block for heading in headings), names)
