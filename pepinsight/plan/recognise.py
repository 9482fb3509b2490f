"""The room's one public function: a document in, a recognised plan out."""

from __future__ import annotations

from pepinsight.documents import Document
from pepinsight.plan.child import make_child, phase_of, year_group
from pepinsight.plan.dates import find_dates
from pepinsight.plan.fields import make_fields
from pepinsight.plan.names import find_names, name_variants
from pepinsight.plan.pairs import Pair, find_pairs
from pepinsight.plan.people import child_attended, find_people, find_sign_offs
from pepinsight.plan.plan import Plan
from pepinsight.plan.sections import Heading, find_headings, make_sections
from pepinsight.plan.whole import form_of, kind_of


def recognise(document: Document) -> Plan:
    """Recognise the form: its sections, fields, dates, people, targets, money and attainment. Raises nothing."""
    headings, pairs = _shape(document, ())
    full, known = find_names(document, pairs)
    names = name_variants(document, full, known)
    if names:  # "What TJ thinks" is a heading of a kind only once we know who TJ is
        headings, pairs = _shape(document, names)
    sections = make_sections(document, headings, pairs, names)
    fields = make_fields(document, pairs, sections, names)
    child = make_child(document, fields, full, known)
    sign_offs = find_sign_offs(document, fields, None)
    dates = find_dates(document, sections, fields, sign_offs, names)
    people = find_people(document, sections, fields, names)
    year = year_group(document, fields, sections, child.date_of_birth, dates.meeting or dates.completed)
    return Plan(
        document,
        kind_of(document, sections, fields),
        form_of(document, sections),
        sections,
        fields,
        child=child,
        phase=phase_of(document, year, sections),
        year_group=year,
        dates=dates,
        people=people,
        child_attended=child_attended(document, people, fields, sections, names),
        sign_offs=find_sign_offs(document, fields, dates.completed or dates.meeting),
    )


def _shape(document: Document, names: tuple[str, ...]) -> tuple[tuple[Heading, ...], tuple[Pair, ...]]:
    headings = find_headings(document, names)
    return headings, find_pairs(document, frozenset(heading.block for heading in headings), names)
