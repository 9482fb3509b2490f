"""The tables. PEP text stands only where ``Store.forget`` can erase it; what people decided stays."""

from __future__ import annotations

import json
import zlib
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    String,
    Text,
    TypeDecorator,
    event,
    true,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, ORMExecuteState, Session, mapped_column, object_mapper


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC. SQLite drops time zones, so they are put back on reading; a naive moment is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be stored")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Compressed(TypeDecorator[bytes]):
    """Bytes, compressed in the database."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        return None if value is None else zlib.compress(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        return None if value is None else zlib.decompress(value)


class Json(TypeDecorator[Any]):
    """A plain value as JSON text, on every database alike."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        return json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


def now() -> datetime:
    """This moment in UTC."""
    return datetime.now(UTC)


class Base(DeclarativeBase):
    """All constraints have names, so that later migrations can speak of them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class AppendOnly:
    """Marks a table whose rows are never changed; nor removed, save ``KnownFactRow`` when its file is forgotten."""


class ReviewerRow(Base):
    """A person who works with the program, by the name they gave or signed in with."""

    __tablename__ = "reviewers"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200), unique=True)


class FileRow(Base):
    """A file as it was received. Once forgotten, only the row's number and dates are left."""

    __tablename__ = "files"

    id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str | None] = mapped_column(String(64), unique=True)
    name: Mapped[str | None] = mapped_column(Text)
    content: Mapped[bytes | None] = mapped_column(Compressed, deferred=True)
    received: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    received_by: Mapped[int] = mapped_column(ForeignKey("reviewers.id"))
    forgotten: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ReadingRow(Base):
    """A Plan with its Document, as JSON: what was shown, so that offsets stay true when the program reads better later.

    ``sha256`` is that of the document read, which for a previous term's PEP is not that of ``file_id``.
    """

    __tablename__ = "readings"

    id: Mapped[int] = mapped_column(primary_key=True)
    file_id: Mapped[int] = mapped_column(ForeignKey("files.id"), index=True)
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    plan: Mapped[bytes] = mapped_column(Compressed)


class ChildRow(Base):
    """Whose PEP a file is, and of which day: by these a later PEP finds the child's earlier one without opening any.

    Only for a whole PEP that says both. Erased with the file's words.
    """

    __tablename__ = "children"

    file_id: Mapped[int] = mapped_column(ForeignKey("files.id"), primary_key=True)
    child: Mapped[dict[str, Any]] = mapped_column(Json)
    day: Mapped[date] = mapped_column(index=True)


class SuggestionRow(Base):
    """A suggestion as it was shown. ``payload`` (criteria, features, evidence) is empty once the file is forgotten."""

    __tablename__ = "suggestions"
    __table_args__ = (Index(None, "file_id", "rubric"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    file_id: Mapped[int] = mapped_column(ForeignKey("files.id"))
    rubric: Mapped[str] = mapped_column(String(100))
    rubric_version: Mapped[str] = mapped_column(String(100))
    rubric_file: Mapped[str | None] = mapped_column(String(16))
    made_with: Mapped[dict[str, str]] = mapped_column(Json)
    overall: Mapped[dict[str, Any] | None] = mapped_column(Json, nullable=False)
    created: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    payload: Mapped[bytes | None] = mapped_column(Compressed, deferred=True)
    reading_id: Mapped[int | None] = mapped_column(ForeignKey("readings.id", ondelete="SET NULL"))
    previous_reading_id: Mapped[int | None] = mapped_column(ForeignKey("readings.id", ondelete="SET NULL"))


class SuggestedSectionRow(AppendOnly, Base):
    """A suggestion's levels without a word of the PEP: they outlive it, beside the decisions taken on them."""

    __tablename__ = "suggested_sections"

    suggestion_id: Mapped[int] = mapped_column(ForeignKey("suggestions.id"), primary_key=True)
    id: Mapped[str] = mapped_column("section", String(100), primary_key=True)
    position: Mapped[int]
    title: Mapped[str] = mapped_column(Text)
    rule_level: Mapped[str] = mapped_column(String(50))
    suggested: Mapped[str] = mapped_column(String(50))
    unsure: Mapped[bool]
    not_in_file: Mapped[bool]


class DecisionRow(AppendOnly, Base):
    """What a person decided: append-only. The reason stands apart, since people may write a child's name into it.

    ``seen`` is whether they had seen the suggestion; whoever decided before this was recorded had.
    """

    __tablename__ = "decisions"
    __table_args__ = (
        CheckConstraint("action IN ('confirm', 'change', 'reopen')", name="action"),
        CheckConstraint("(action = 'reopen') = (level IS NULL)", name="level"),
        Index(None, "file_id", "rubric", "section"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    file_id: Mapped[int] = mapped_column(ForeignKey("files.id"))
    rubric: Mapped[str] = mapped_column(String(100))
    section: Mapped[str] = mapped_column(String(100))
    action: Mapped[str] = mapped_column(String(10))
    level: Mapped[str | None] = mapped_column(String(50))
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("reviewers.id"))
    made: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    suggestion_id: Mapped[int] = mapped_column(ForeignKey("suggestions.id"))
    suggested: Mapped[str] = mapped_column(String(50))
    seen: Mapped[bool] = mapped_column(default=True, server_default=true())


class ReasonRow(Base):
    """Why a person decided as they did."""

    __tablename__ = "reasons"

    decision_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"), primary_key=True)
    text: Mapped[str] = mapped_column(Text)


class KnownFactRow(AppendOnly, Base):
    """A fact that a reviewer stated from outside the PEP, or withdrew: append-only until the file is forgotten."""

    __tablename__ = "known_facts"

    id: Mapped[int] = mapped_column(primary_key=True)
    file_id: Mapped[int] = mapped_column(ForeignKey("files.id"), index=True)
    fact: Mapped[str] = mapped_column(String(100))
    value: Mapped[bool | int | float | str | None] = mapped_column(Json, nullable=False)
    withdrawn: Mapped[bool] = mapped_column(default=False)
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("reviewers.id"))
    made: Mapped[datetime] = mapped_column(UtcDateTime, default=now)


class AuditRow(AppendOnly, Base):
    """Who did what, and when: append-only, and never a word of a PEP, not even a file's name."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True)
    made: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("reviewers.id"))
    action: Mapped[str] = mapped_column(String(50))
    file_id: Mapped[int | None] = mapped_column(ForeignKey("files.id"), index=True)
    rubric: Mapped[str | None] = mapped_column(String(100))
    section: Mapped[str | None] = mapped_column(String(100))


class AppendOnlyError(RuntimeError):
    """Something tried to change or remove a record that only grows."""


@event.listens_for(Session, "before_flush")
def _refuse_rewriting(session: Session, _context: object, _instances: object) -> None:
    for row in (*session.dirty, *session.deleted):
        if isinstance(row, AppendOnly) and (row in session.deleted or session.is_modified(row)):
            table = object_mapper(row).local_table
            raise AppendOnlyError(f"a record of '{table}' cannot be changed or removed")


@event.listens_for(Session, "do_orm_execute")
def _refuse_bulk_rewriting(statement: ORMExecuteState) -> None:
    mapper = statement.bind_mapper
    if (statement.is_update or statement.is_delete) and mapper and issubclass(mapper.class_, AppendOnly):
        raise AppendOnlyError(f"a record of '{mapper.local_table}' cannot be changed or removed")
