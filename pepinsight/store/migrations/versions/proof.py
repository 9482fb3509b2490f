"""Whether a suggestion had been seen when a person decided; blind checks; and what is switched on and off."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = ("switches", "blind_checks", "blind_peps", "blind_ratings")


def upgrade() -> None:
    op.add_column("decisions", sa.Column("seen", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.create_table(
        "switches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=50), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewers.id"], name=op.f("fk_switches_reviewer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_switches")),
    )
    op.create_index(op.f("ix_switches_name_subject"), "switches", ["name", "subject"], unique=False)
    op.create_table(
        "blind_checks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rubric", sa.String(length=100), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("drawn_from", sa.Integer(), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewers.id"], name=op.f("fk_blind_checks_reviewer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blind_checks")),
    )
    op.create_table(
        "blind_peps",
        sa.Column("check_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("suggestion_id", sa.Integer(), nullable=False),
        sa.Column("stratum", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["check_id"], ["blind_checks.id"], name=op.f("fk_blind_peps_check_id")),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_blind_peps_file_id")),
        sa.ForeignKeyConstraint(["suggestion_id"], ["suggestions.id"], name=op.f("fk_blind_peps_suggestion_id")),
        sa.PrimaryKeyConstraint("check_id", "position", name=op.f("pk_blind_peps")),
    )
    op.create_index(op.f("ix_blind_peps_file_id"), "blind_peps", ["file_id"], unique=False)
    op.create_table(
        "blind_ratings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("check_id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(length=100), nullable=False),
        sa.Column("level", sa.String(length=50), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["check_id"], ["blind_checks.id"], name=op.f("fk_blind_ratings_check_id")),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_blind_ratings_file_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewers.id"], name=op.f("fk_blind_ratings_reviewer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blind_ratings")),
    )
    op.create_index(
        op.f("ix_blind_ratings_check_id_reviewer_id"), "blind_ratings", ["check_id", "reviewer_id"], unique=False
    )
    if op.get_bind().dialect.name == "sqlite":
        for table in TABLES:
            for verb in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
                )


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
    op.drop_column("decisions", "seen")
