"""The rubrics by which suggestions were made, word for word: a file that is changed later changes nothing of theirs."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import String
from sqlalchemy.orm import Mapped, Session, mapped_column

from pepinsight.rubrics.rubric_file import RubricData
from pepinsight.store.tables import AppendOnly, Base, Compressed


class RubricFileRow(AppendOnly, Base):
    """A rubric as its file had it, by the fingerprint of all that it says."""

    __tablename__ = "rubric_files"

    fingerprint: Mapped[str] = mapped_column(String(16), primary_key=True)
    rubric: Mapped[str] = mapped_column(String(100))
    version: Mapped[str] = mapped_column(String(100))
    data: Mapped[bytes] = mapped_column(Compressed)


def keep(session: Session, file: RubricData | None) -> str | None:
    """Keep the rubric, where it is not kept yet; its fingerprint."""
    if file is None:
        return None
    fingerprint = file.fingerprint
    if session.get(RubricFileRow, fingerprint) is None:
        data = file.model_dump_json(exclude_defaults=True).encode()
        session.add(RubricFileRow(fingerprint=fingerprint, rubric=file.id, version=file.version, data=data))
        session.flush()
    return fingerprint


def kept(session: Session, fingerprint: str | None) -> RubricData | None:
    """The rubric with this fingerprint; None for a suggestion from before rubrics were kept."""
    row = None if fingerprint is None else session.get(RubricFileRow, fingerprint)
    return None if row is None else _read(row.data)


@lru_cache(maxsize=64)
def _read(data: bytes) -> RubricData:
    return RubricData.model_validate_json(data)
