"""The tables behind the reading queue: what a PEP's front page says, why to read it early, and people's saved views."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from pepinsight.store.tables import Base, Json, UtcDateTime, now


class OutlineRow(Base):
    """What PEPs are told apart by in a long list. Erased with the file's words."""

    __tablename__ = "outlines"

    file_id: Mapped[int] = mapped_column(ForeignKey("files.id"), primary_key=True)
    school: Mapped[str | None] = mapped_column(Text)
    phase: Mapped[str | None] = mapped_column(String(10))
    form: Mapped[str] = mapped_column(String(100))
    year_group: Mapped[int | None]
    day: Mapped[date | None]


class ReasonToReadRow(Base):
    """Why a PEP should be read early, by its newest suggestion of a rubric. Erased with the file's words."""

    __tablename__ = "reasons_to_read"

    file_id: Mapped[int] = mapped_column(ForeignKey("files.id"), primary_key=True)
    rubric: Mapped[str] = mapped_column(String(100), primary_key=True)
    rank: Mapped[int] = mapped_column(primary_key=True)
    reason: Mapped[str] = mapped_column(String(100))
    says: Mapped[str] = mapped_column(Text)


class SavedViewRow(Base):
    """A choice of filters that somebody gave a name."""

    __tablename__ = "saved_views"

    name: Mapped[str] = mapped_column(String(100), primary_key=True)
    filters: Mapped[dict[str, list[str]]] = mapped_column(Json)
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("reviewers.id"))
    made: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
