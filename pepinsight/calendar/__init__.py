"""Days that a PEP is timed by: England's working days, and an authority's school terms with its final dates."""

from pepinsight.calendar.days import (
    Unit,
    add_months,
    add_working_days,
    count,
    is_working_day,
    working_days,
)
from pepinsight.calendar.terms import Calendar, Term, school_calendar

__all__ = [
    "Calendar",
    "Term",
    "Unit",
    "add_months",
    "add_working_days",
    "count",
    "is_working_day",
    "school_calendar",
    "working_days",
]
