"""Whose PEP each file is, and of which day, so that a later PEP finds the child's earlier one."""

from __future__ import annotations

import json
import zlib
from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    children = op.create_table(
        "children",
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("child", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_children_file_id")),
        sa.PrimaryKeyConstraint("file_id", name=op.f("pk_children")),
    )
    op.create_index(op.f("ix_children_day"), "children", ["day"], unique=False)
    own = sa.text(
        "SELECT readings.file_id, readings.plan FROM readings "
        "JOIN files ON files.id = readings.file_id AND files.sha256 = readings.sha256 ORDER BY readings.id"
    )
    newest = {file_id: json.loads(zlib.decompress(plan)) for file_id, plan in op.get_bind().execute(own)}
    for file_id, plan in newest.items():
        day = plan["dates"]["meeting"] or plan["dates"]["completed"]
        names = plan["child"]["name"] or plan["child"]["known_as"]
        if plan["kind"] == "full" and day and names:
            child = json.dumps(plan["child"], ensure_ascii=False)
            op.get_bind().execute(children.insert().values(file_id=file_id, child=child, day=date.fromisoformat(day)))


def downgrade() -> None:
    op.drop_table("children")
