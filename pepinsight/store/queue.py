"""What the reading queue keeps of each PEP: its outline, and the reasons to read it early."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from pepinsight.calibration.suggestion import Suggestion
from pepinsight.plan import Plan
from pepinsight.review import Reason, reasons_to_read
from pepinsight.store.queue_tables import OutlineRow, ReasonToReadRow
from pepinsight.store.records import Outline

Reasons = dict[tuple[int, str], tuple[Reason, ...]]
"""By file and rubric, most pressing first."""


def keep(session: Session, file_id: int, suggestion: Suggestion) -> None:
    """Keep what the list needs of a PEP; what an older suggestion by the rubric gave is replaced."""
    plan, rubric = suggestion.assessment.findings.plan, suggestion.assessment.rubric
    session.merge(_outline_of(file_id, plan))
    _forget_reasons(session, (ReasonToReadRow.file_id == file_id) & (ReasonToReadRow.rubric == rubric))
    session.add_all(
        ReasonToReadRow(file_id=file_id, rubric=rubric, rank=reason.rank, reason=reason.id, says=reason.says)
        for reason in reasons_to_read(suggestion)
    )


def _outline_of(file_id: int, plan: Plan) -> OutlineRow:
    school = plan.field("school")
    named = plan.quote(school.value).strip() if school is not None and not school.blank else None
    return OutlineRow(
        file_id=file_id,
        school=" ".join(named.split()) if named else None,
        phase=plan.phase,
        form=plan.form,
        year_group=plan.year_group,
        day=plan.dates.day,
    )


def forget(session: Session, file_id: int) -> None:
    """Erase what a file's words gave."""
    session.execute(delete(OutlineRow).where(OutlineRow.file_id == file_id))
    _forget_reasons(session, ReasonToReadRow.file_id == file_id)


def outlines(session: Session) -> dict[int, Outline]:
    """Every file's outline by its number."""
    return {
        row.file_id: Outline(row.school, row.phase, row.form, row.year_group, row.day)
        for row in session.scalars(select(OutlineRow))
    }


def reasons(session: Session) -> Reasons:
    """Every file's reasons."""
    found: dict[tuple[int, str], list[Reason]] = defaultdict(list)
    for row in session.scalars(select(ReasonToReadRow).order_by(ReasonToReadRow.rank)):
        found[row.file_id, row.rubric].append(Reason(row.reason, row.says, row.rank))
    return {key: tuple(listed) for key, listed in found.items()}


def _forget_reasons(session: Session, which: ColumnElement[bool]) -> None:
    session.execute(delete(ReasonToReadRow).where(which))
