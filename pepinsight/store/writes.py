"""What writes to the tables, inside the caller's transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict

from sqlalchemy import Table, delete, select, update
from sqlalchemy.orm import Session

from pepinsight.calibration.suggestion import Suggestion
from pepinsight.earlier import can_be_earlier
from pepinsight.plan import Plan
from pepinsight.review import Action, Choice, ReviewError
from pepinsight.store import payload, queue, rubric_files
from pepinsight.store.database import StoreError
from pepinsight.store.tables import (
    AuditRow,
    ChildRow,
    DecisionRow,
    FileRow,
    KnownFactRow,
    ReadingRow,
    ReasonRow,
    ReviewerRow,
    SuggestedSectionRow,
    SuggestionRow,
    now,
)


def sha256_of(content: bytes) -> str:
    """The checksum by which a file is known again."""
    return hashlib.sha256(content).hexdigest()


def present(session: Session, file_id: int) -> FileRow:
    """The file's row. Raises StoreError when there is none, or when it has been forgotten."""
    row = session.get(FileRow, file_id)
    if row is None:
        raise StoreError(f"There is no file {file_id}.")
    if row.forgotten is not None:
        raise StoreError(f"File {file_id} was forgotten on {row.forgotten:%d/%m/%Y}.")
    return row


def reviewer_id(session: Session, name: str) -> int:
    """The reviewer's number; a new name gets one. Raises StoreError without a name: a decision needs its person."""
    name = " ".join(name.split())
    if not name:
        raise StoreError("Say who you are first: what a person decides stands under their name.")
    row = session.scalar(select(ReviewerRow).where(ReviewerRow.name == name))
    if row is None:
        row = ReviewerRow(name=name)
        session.add(row)
        session.flush()
    return row.id


def note(
    session: Session, who: int, action: str, file_id: int | None, rubric: str | None = None, section: str | None = None
) -> None:
    """One line of the audit. ``action`` is one of the program's own phrases."""
    session.add(AuditRow(reviewer_id=who, action=action, file_id=file_id, rubric=rubric, section=section))


def save_suggestion(
    session: Session, file_id: int, suggestion: Suggestion, made_with: Mapping[str, str], who: int
) -> int:
    """Keep a suggestion with its reading, and its levels apart from its words."""
    assessment = suggestion.assessment
    findings = assessment.findings
    row = SuggestionRow(
        file_id=file_id,
        rubric=assessment.rubric,
        rubric_version=assessment.version,
        rubric_file=rubric_files.keep(session, assessment.file),
        made_with=dict(made_with),
        overall=asdict(suggestion.overall) if suggestion.overall else None,
        payload=payload.suggestion_to_json(suggestion),
        reading_id=_reading(session, file_id, findings.plan),
        previous_reading_id=_reading(session, file_id, findings.previous) if findings.previous else None,
    )
    session.add(row)
    session.flush()
    session.add_all(
        SuggestedSectionRow(
            suggestion_id=row.id,
            id=section.id,
            position=position,
            title=section.title,
            rule_level=section.rule_level,
            suggested=section.suggested,
            unsure=section.unsure,
            not_in_file=section.not_in_file,
        )
        for position, section in enumerate(suggestion.sections)
    )
    if can_be_earlier(findings.plan):
        child = payload.child_to_plain(findings.plan.child)
        session.merge(ChildRow(file_id=file_id, child=child, day=findings.plan.dates.day))
    queue.keep(session, file_id, suggestion)
    note(session, who, "suggestion made", file_id, assessment.rubric)
    return row.id


def _reading(session: Session, file_id: int, plan: Plan) -> int:
    """The number of this reading of the file; the same reading, as for a second rubric, is kept once."""
    data = payload.plan_to_json(plan)
    sha256 = plan.document.sha256
    for row in session.scalars(select(ReadingRow).where(ReadingRow.file_id == file_id, ReadingRow.sha256 == sha256)):
        if row.plan == data:
            return row.id
    row = ReadingRow(file_id=file_id, sha256=sha256, plan=data)
    session.add(row)
    session.flush()
    return row.id


def decide(session: Session, suggestion: SuggestionRow, choice: Choice, who: int) -> int:
    """Record one choice on what that suggestion showed. Raises ReviewError when the two do not fit.

    A change needs a reason, save where nothing was seen to depart from, or the level that stands is kept.
    """
    shown = session.get(SuggestedSectionRow, (suggestion.id, choice.section))
    if shown is None:
        raise ReviewError(f"The rubric '{suggestion.rubric}' has no section '{choice.section}' for this plan.")
    if choice.action is Action.CONFIRM and choice.level != shown.suggested:
        raise ReviewError(f"{shown.title}: {shown.suggested} was suggested, so {choice.level} cannot be confirmed.")
    if (
        choice.action is Action.CHANGE
        and choice.seen
        and not choice.reason
        and not _stands(session, suggestion, choice)
    ):
        raise ReviewError(f"{shown.title}: a change needs a reason.")
    row = DecisionRow(
        file_id=suggestion.file_id,
        rubric=suggestion.rubric,
        section=choice.section,
        action=choice.action.value,
        level=choice.level,
        reviewer_id=who,
        suggestion_id=suggestion.id,
        suggested=shown.suggested,
        seen=choice.seen,
    )
    session.add(row)
    session.flush()
    if choice.reason:
        session.add(ReasonRow(decision_id=row.id, text=choice.reason))
    note(session, who, f"section decided: {choice.action.value}", suggestion.file_id, suggestion.rubric, choice.section)
    return row.id


def _stands(session: Session, suggestion: SuggestionRow, choice: Choice) -> bool:
    of_section = select(DecisionRow.level).where(
        DecisionRow.file_id == suggestion.file_id,
        DecisionRow.rubric == suggestion.rubric,
        DecisionRow.section == choice.section,
    )
    return session.scalar(of_section.order_by(DecisionRow.id.desc()).limit(1)) == choice.level


def forget(session: Session, file: FileRow, who: int) -> None:
    """Erase every word of a file, also where another file's suggestion read it as last term's PEP."""
    readings = session.scalars(
        select(ReadingRow.id).where((ReadingRow.file_id == file.id) | (ReadingRow.sha256 == file.sha256))
    ).all()
    decided = select(DecisionRow.id).where(DecisionRow.file_id == file.id)
    session.execute(update(SuggestionRow).where(SuggestionRow.file_id == file.id).values(payload=None))
    session.execute(delete(ReadingRow).where(ReadingRow.id.in_(readings)))
    session.execute(delete(ChildRow).where(ChildRow.file_id == file.id))
    session.execute(delete(ReasonRow).where(ReasonRow.decision_id.in_(decided)))
    queue.forget(session, file.id)
    file.sha256 = file.name = file.content = None
    file.forgotten = now()
    session.flush()
    # Known facts are append-only to everybody but this: past the guard on the mapped class, allowed by the trigger.
    facts = KnownFactRow.__table__
    assert isinstance(facts, Table)
    session.execute(delete(facts).where(facts.c.file_id == file.id))
    note(session, who, "file forgotten", file.id)
