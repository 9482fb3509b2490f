"""``Document`` to ``Plan``: which form, which section, fields, dates, people, targets, money. It judges no quality."""

from pepinsight.plan.child import year_name
from pepinsight.plan.plan import (
    AttainmentRow,
    Child,
    Dates,
    Field,
    Person,
    Plan,
    PlanKind,
    PremiumLine,
    PreviousTarget,
    Section,
    SectionKind,
    SignOff,
    Span,
    Target,
)
from pepinsight.plan.recognise import recognise

__all__ = [
    "AttainmentRow",
    "Child",
    "Dates",
    "Field",
    "Person",
    "Plan",
    "PlanKind",
    "PremiumLine",
    "PreviousTarget",
    "Section",
    "SectionKind",
    "SignOff",
    "Span",
    "Target",
    "recognise",
    "year_name",
]
