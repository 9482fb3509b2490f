"""What a long list of PEPs is filtered by, why to read a PEP early, and saved views."""

from __future__ import annotations

import json
import zlib
from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    outlines = op.create_table(
        "outlines",
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("school", sa.Text(), nullable=True),
        sa.Column("phase", sa.String(length=10), nullable=True),
        sa.Column("form", sa.String(length=100), nullable=False),
        sa.Column("year_group", sa.Integer(), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_outlines_file_id")),
        sa.PrimaryKeyConstraint("file_id", name=op.f("pk_outlines")),
    )
    op.create_table(
        "reasons_to_read",
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("rubric", sa.String(length=100), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=100), nullable=False),
        sa.Column("says", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_reasons_to_read_file_id")),
        sa.PrimaryKeyConstraint("file_id", "rubric", "rank", name=op.f("pk_reasons_to_read")),
    )
    op.create_table(
        "saved_views",
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("filters", sa.Text(), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewers.id"], name=op.f("fk_saved_views_reviewer_id")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_saved_views")),
    )
    own = sa.text(
        "SELECT readings.file_id, readings.plan FROM readings "
        "JOIN files ON files.id = readings.file_id AND files.sha256 = readings.sha256 ORDER BY readings.id"
    )
    newest = {file_id: json.loads(zlib.decompress(plan)) for file_id, plan in op.get_bind().execute(own)}
    for file_id, plan in newest.items():
        day = plan["dates"]["meeting"] or plan["dates"]["completed"]
        words = {"file_id": file_id, "school": _school(plan), "day": date.fromisoformat(day) if day else None}
        op.get_bind().execute(
            outlines.insert().values(**words, **{name: plan[name] for name in ("phase", "form", "year_group")})
        )


def _school(plan: dict[str, Any]) -> str | None:
    found = (item["value"] for item in plan["fields"] if item["kind"] == "school" and not item["blank"])
    span = next(found, None)
    return " ".join(plan["document"]["text"][span["start"] : span["end"]].split()) or None if span else None


def downgrade() -> None:
    for table in ("saved_views", "reasons_to_read", "outlines"):
        op.drop_table(table)
