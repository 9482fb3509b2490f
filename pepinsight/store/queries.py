"""What reads from the tables, inside the caller's transaction, into plain records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Row, Select, func, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from pepinsight.plan import Plan
from pepinsight.review import Action, Decision, Withholding, review_of, that_fit, told_while
from pepinsight.store import payload, queue, rubric_files
from pepinsight.store.database import StoreError
from pepinsight.store.records import (
    AuditEntry,
    ChildsFile,
    FactStatement,
    FileReview,
    ListedFile,
    StoredFile,
    StoredSuggestion,
)
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
)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A suggested section without its words; it is what a review needs (``review.Suggested``)."""

    id: str
    title: str
    suggested: str
    unsure: bool
    not_in_file: bool


def find_file(session: Session, sha256: str) -> int | None:
    """The number of the file with this checksum."""
    return session.scalar(select(FileRow.id).where(FileRow.sha256 == sha256))


def stored_file(session: Session, row: FileRow) -> StoredFile:
    """The record of a file that has not been forgotten."""
    reviewer = session.get_one(ReviewerRow, row.received_by)
    return StoredFile(row.id, row.name or "", row.sha256 or "", row.received, reviewer.name)


def before(session: Session, day: date) -> tuple[ChildsFile, ...]:
    """The files of PEPs before this day, and whose they are."""
    found = session.execute(
        select(ChildRow, FileRow.name, FileRow.sha256)
        .join(FileRow, FileRow.id == ChildRow.file_id)
        .where(ChildRow.day < day)
        .order_by(ChildRow.file_id)
    )
    return tuple(
        ChildsFile(row.file_id, name or "", sha256 or "", payload.child_from_plain(row.child), row.day)
        for row, name, sha256 in found
    )


def plan(session: Session, file: FileRow) -> Plan | None:
    """The newest reading of the file itself."""
    own = (ReadingRow.file_id == file.id) & (ReadingRow.sha256 == file.sha256)
    return _plan(session, session.scalar(select(func.max(ReadingRow.id)).where(own)))


def latest_suggestion(session: Session, file_id: int, rubric: str) -> SuggestionRow | None:
    """The newest suggestion on the file by this rubric."""
    of_both = (SuggestionRow.file_id == file_id) & (SuggestionRow.rubric == rubric)
    return session.scalar(select(SuggestionRow).where(of_both).order_by(SuggestionRow.id.desc()).limit(1))


def rubrics(session: Session, file_id: int) -> tuple[str, ...]:
    """The rubrics of the file's suggestions, in the order in which they were first used."""
    first = func.min(SuggestionRow.id)
    of_file = select(SuggestionRow.rubric).where(SuggestionRow.file_id == file_id)
    return tuple(session.scalars(of_file.group_by(SuggestionRow.rubric).order_by(first)))


def restore(session: Session, row: SuggestionRow) -> StoredSuggestion:
    """The suggestion as it was shown. Raises StoreError when its words have been forgotten."""
    plan = _plan(session, row.reading_id)
    if row.payload is None or plan is None:
        raise StoreError(f"The words of suggestion {row.id} have been forgotten.")
    previous, file = _plan(session, row.previous_reading_id), rubric_files.kept(session, row.rubric_file)
    suggestion = payload.suggestion_from_json(row.payload, plan, previous, file)
    return StoredSuggestion(row.id, row.file_id, row.rubric, suggestion, row.made_with, row.created)


def _plan(session: Session, reading_id: int | None) -> Plan | None:
    row = None if reading_id is None else session.get(ReadingRow, reading_id)
    return None if row is None else payload.plan_from_json(row.plan)


def decisions(session: Session, file_id: int, rubric: str) -> tuple[Decision, ...]:
    """Every decision on the file by this rubric, in the order in which they were recorded."""
    rows = session.execute(
        _decisions().where(DecisionRow.file_id == file_id, DecisionRow.rubric == rubric).order_by(DecisionRow.id)
    )
    return tuple(_decision(row) for row in rows)


def _decisions() -> Select[DecisionRow, str, str]:
    return (
        select(DecisionRow, ReviewerRow.name, ReasonRow.text)
        .join(ReviewerRow, ReviewerRow.id == DecisionRow.reviewer_id)
        .outerjoin(ReasonRow, ReasonRow.decision_id == DecisionRow.id)
    )


def _decision(found: Row[DecisionRow, str, str]) -> Decision:
    row, reviewer, reason = found
    return Decision(
        id=row.id,
        section=row.section,
        action=Action(row.action),
        level=row.level,
        reason=reason,
        reviewer=reviewer,
        when=row.made,
        suggestion=row.suggestion_id,
        suggested=row.suggested,
        seen=row.seen,
    )


def list_files(
    session: Session, withheld: Callable[[int, str | None, str], Withholding], only: int | None = None
) -> tuple[ListedFile, ...]:
    """All files that have not been forgotten (or the one asked for), the newest first, without opening any PEP's words.

    ``withheld`` tells, by file, checksum and rubric, which suggestions are not to be shown.
    """
    reviews: dict[int, list[FileReview]] = defaultdict(list)
    taken: dict[tuple[int, str], list[Decision]] = defaultdict(list)
    for found in session.execute(_decisions().where(_is(DecisionRow.file_id, only)).order_by(DecisionRow.id)):
        taken[found[0].file_id, found[0].rubric].append(_decision(found))
    newest = (
        select(func.max(SuggestionRow.id))
        .where(_is(SuggestionRow.file_id, only))
        .group_by(SuggestionRow.file_id, SuggestionRow.rubric)
    )
    shown = _shown_sections(session, newest)
    reasons, outlines = queue.reasons(session), queue.outlines(session)
    checksums = {row.id: row.sha256 for row in session.execute(select(FileRow.id, FileRow.sha256))}
    suggestions = select(SuggestionRow).where(SuggestionRow.id.in_(newest)).order_by(SuggestionRow.id)
    rows = session.scalars(suggestions).all()
    rubrics = {mark: rubric_files.kept(session, mark) for mark in {row.rubric_file for row in rows}}
    for row in rows:
        withholding = withheld(row.file_id, checksums.get(row.file_id), row.rubric)
        file = rubrics[row.rubric_file]
        decided = taken[row.file_id, row.rubric]
        review = review_of(shown[row.id], that_fit(decided, file.level_ids) if file else decided, withholding)
        overall = payload.overall_from_plain(row.overall) if row.overall and not review.withholds else None
        withheld_as = {section.withheld for section in review.sections if section.withheld}
        why = told_while(reasons.get((row.file_id, row.rubric), ()), withheld_as)
        reviews[row.file_id].append(FileReview(row.rubric, review, overall, file, why))
    files = session.execute(
        select(FileRow, ReviewerRow.name)
        .join(ReviewerRow, ReviewerRow.id == FileRow.received_by)
        .where(FileRow.forgotten.is_(None), _is(FileRow.id, only))
        .order_by(FileRow.id.desc())
    )
    return tuple(
        ListedFile(
            StoredFile(row.id, row.name or "", row.sha256 or "", row.received, reviewer),
            tuple(reviews[row.id]),
            outlines.get(row.id),
        )
        for row, reviewer in files
    )


def _is(column: InstrumentedAttribute[int], only: int | None) -> ColumnElement[bool]:
    return true() if only is None else column == only


def _shown_sections(session: Session, suggestions: Select[int]) -> dict[int, list[_Shown]]:
    section = SuggestedSectionRow
    rows = session.execute(
        select(section.suggestion_id, section.id, section.title, section.suggested, section.unsure, section.not_in_file)
        .where(section.suggestion_id.in_(suggestions))
        .order_by(section.suggestion_id, section.position)
    )
    found: dict[int, list[_Shown]] = defaultdict(list)
    for suggestion_id, id, title, suggested, unsure, not_in_file in rows:
        found[suggestion_id].append(_Shown(id, title, suggested, unsure, not_in_file))
    return found


def fact_statements(session: Session, file_id: int) -> tuple[FactStatement, ...]:
    """Every known fact stated or withdrawn for the file, in order."""
    rows = session.execute(
        select(KnownFactRow, ReviewerRow.name)
        .join(ReviewerRow, ReviewerRow.id == KnownFactRow.reviewer_id)
        .where(KnownFactRow.file_id == file_id)
        .order_by(KnownFactRow.id)
    )
    return tuple(FactStatement(row.fact, row.value, row.withdrawn, name, row.made) for row, name in rows)


def audit(session: Session, file_id: int | None) -> tuple[AuditEntry, ...]:
    """The audit of one file, or of all, in order."""
    query = select(AuditRow, ReviewerRow.name).join(ReviewerRow, ReviewerRow.id == AuditRow.reviewer_id)
    if file_id is not None:
        query = query.where(AuditRow.file_id == file_id)
    rows = session.execute(query.order_by(AuditRow.id))
    return tuple(AuditEntry(row.made, name, row.action, row.file_id, row.rubric, row.section) for row, name in rows)
