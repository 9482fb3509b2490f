"""The rubrics by which suggestions were made, so that they keep their own words and their own roll-up."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rubric_files",
        sa.Column("fingerprint", sa.String(length=16), nullable=False),
        sa.Column("rubric", sa.String(length=100), nullable=False),
        sa.Column("version", sa.String(length=100), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_rubric_files")),
    )
    op.add_column("suggestions", sa.Column("rubric_file", sa.String(length=16), nullable=True))
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER rubric_files_no_{verb.lower()} BEFORE {verb} ON rubric_files "
                "BEGIN SELECT RAISE(ABORT, 'rubric_files is append-only'); END"
            )


def downgrade() -> None:
    op.drop_column("suggestions", "rubric_file")
    op.drop_table("rubric_files")
