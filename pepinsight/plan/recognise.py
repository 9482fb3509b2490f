"""The room's one public function: a document in, a recognised plan out."""

from __future__ import annotations

from pepinsight.documents import Document
from pepinsight.plan.fields import make_fields
from pepinsight.plan.pairs import find_pairs
from pepinsight.plan.plan import Plan, PlanKind
from pepinsight.plan.sections import find_headings, make_sections


def recognise(document: Document) -> Plan:
    """Recognise the form: its sections, fields, dates, people, targets, money and attainment. Raises nothing."""
    names: tuple[str, ...] = ()
    headings = find_headings(document, names)
    taken = frozenset(heading.block for heading in headings)
    pairs = find_pairs(document, taken, names)
    sections = make_sections(document, headings, pairs, names)
    fields = make_fields(document, pairs, sections, names)
    return Plan(document, PlanKind.FULL, "other", sections, fields)
