"""The tables of blind checks and of what is switched on and off: no word of a PEP, and no child's name."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from pepinsight.store.tables import AppendOnly, Base, UtcDateTime, now


class SwitchRow(AppendOnly, Base):
    """Something was switched on or off; the last row of a name and subject stands.

    ``subject`` is what it is about where there are several: a rubric's section, or a blind check's number.
    """

    __tablename__ = "switches"
    __table_args__ = (Index(None, "name", "subject"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(50))
    subject: Mapped[str] = mapped_column(String(200))
    on: Mapped[bool] = mapped_column("is_on")
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("reviewers.id"))
    made: Mapped[datetime] = mapped_column(UtcDateTime, default=now)


class BlindCheckRow(AppendOnly, Base):
    """A sample of PEPs that officers rate without seeing what is suggested."""

    __tablename__ = "blind_checks"

    id: Mapped[int] = mapped_column(primary_key=True)
    rubric: Mapped[str] = mapped_column(String(100))
    seed: Mapped[int]
    drawn_from: Mapped[int]
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("reviewers.id"))
    made: Mapped[datetime] = mapped_column(UtcDateTime, default=now)


class BlindPepRow(AppendOnly, Base):
    """One PEP of a blind check, and the suggestion as it stood when the sample was drawn.

    ``stratum`` says which kind of PEP it was drawn as: phase, suggested judgement, school year and form.
    """

    __tablename__ = "blind_peps"

    check_id: Mapped[int] = mapped_column(ForeignKey("blind_checks.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    file_id: Mapped[int] = mapped_column(ForeignKey("files.id"), index=True)
    suggestion_id: Mapped[int] = mapped_column(ForeignKey("suggestions.id"))
    stratum: Mapped[str] = mapped_column(String(200))


class BlindRatingRow(AppendOnly, Base):
    """A level that an officer gave blind; their last on a section stands."""

    __tablename__ = "blind_ratings"
    __table_args__ = (Index(None, "check_id", "reviewer_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    check_id: Mapped[int] = mapped_column(ForeignKey("blind_checks.id"))
    file_id: Mapped[int] = mapped_column(ForeignKey("files.id"))
    section: Mapped[str] = mapped_column(String(100))
    level: Mapped[str] = mapped_column(String(50))
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("reviewers.id"))
    made: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
