"""The first tables, and the triggers that keep records of people's work from being rewritten.

A revision says what the tables were on its day, so nothing here is imported from the present tables.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPEND_ONLY = ("decisions", "audit", "suggested_sections")
TABLES = (
    "reviewers",
    "files",
    "audit",
    "known_facts",
    "readings",
    "suggestions",
    "decisions",
    "suggested_sections",
    "reasons",
)


def upgrade() -> None:
    op.create_table(
        "reviewers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviewers")),
        sa.UniqueConstraint("name", name=op.f("uq_reviewers_name")),
    )
    op.create_table(
        "files",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("received", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_by", sa.Integer(), nullable=False),
        sa.Column("forgotten", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["received_by"], ["reviewers.id"], name=op.f("fk_files_received_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_files")),
        sa.UniqueConstraint("sha256", name=op.f("uq_files_sha256")),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(length=50), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=True),
        sa.Column("rubric", sa.String(length=100), nullable=True),
        sa.Column("section", sa.String(length=100), nullable=True),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_audit_file_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewers.id"], name=op.f("fk_audit_reviewer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index(op.f("ix_audit_file_id"), "audit", ["file_id"], unique=False)
    op.create_table(
        "known_facts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("fact", sa.String(length=100), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_known_facts_file_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewers.id"], name=op.f("fk_known_facts_reviewer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_known_facts")),
    )
    op.create_index(op.f("ix_known_facts_file_id"), "known_facts", ["file_id"], unique=False)
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("plan", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_readings_file_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readings")),
    )
    op.create_index(op.f("ix_readings_file_id"), "readings", ["file_id"], unique=False)
    op.create_index(op.f("ix_readings_sha256"), "readings", ["sha256"], unique=False)
    op.create_table(
        "suggestions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("rubric", sa.String(length=100), nullable=False),
        sa.Column("rubric_version", sa.String(length=100), nullable=False),
        sa.Column("made_with", sa.Text(), nullable=False),
        sa.Column("overall", sa.Text(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.Column("reading_id", sa.Integer(), nullable=True),
        sa.Column("previous_reading_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_suggestions_file_id")),
        sa.ForeignKeyConstraint(
            ["previous_reading_id"],
            ["readings.id"],
            name=op.f("fk_suggestions_previous_reading_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["readings.id"], name=op.f("fk_suggestions_reading_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggestions")),
    )
    op.create_index(op.f("ix_suggestions_file_id_rubric"), "suggestions", ["file_id", "rubric"], unique=False)
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("rubric", sa.String(length=100), nullable=False),
        sa.Column("section", sa.String(length=100), nullable=False),
        sa.Column("action", sa.String(length=10), nullable=False),
        sa.Column("level", sa.String(length=50), nullable=True),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("suggestion_id", sa.Integer(), nullable=False),
        sa.Column("suggested", sa.String(length=50), nullable=False),
        sa.CheckConstraint("(action = 'reopen') = (level IS NULL)", name=op.f("ck_decisions_level")),
        sa.CheckConstraint("action IN ('confirm', 'change', 'reopen')", name=op.f("ck_decisions_action")),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], name=op.f("fk_decisions_file_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewers.id"], name=op.f("fk_decisions_reviewer_id")),
        sa.ForeignKeyConstraint(["suggestion_id"], ["suggestions.id"], name=op.f("fk_decisions_suggestion_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
    )
    op.create_index(
        op.f("ix_decisions_file_id_rubric_section"), "decisions", ["file_id", "rubric", "section"], unique=False
    )
    op.create_table(
        "suggested_sections",
        sa.Column("suggestion_id", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(length=100), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("rule_level", sa.String(length=50), nullable=False),
        sa.Column("suggested", sa.String(length=50), nullable=False),
        sa.Column("unsure", sa.Boolean(), nullable=False),
        sa.Column("not_in_file", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["suggestion_id"], ["suggestions.id"], name=op.f("fk_suggested_sections_suggestion_id")
        ),
        sa.PrimaryKeyConstraint("suggestion_id", "section", name=op.f("pk_suggested_sections")),
    )
    op.create_table(
        "reasons",
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], name=op.f("fk_reasons_decision_id")),
        sa.PrimaryKeyConstraint("decision_id", name=op.f("pk_reasons")),
    )
    if op.get_bind().dialect.name == "sqlite":
        for statement in _triggers():
            op.execute(statement)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _triggers() -> list[str]:
    never = [_refuse(table, verb) for table in APPEND_ONLY for verb in ("UPDATE", "DELETE")]
    forgotten = "(SELECT forgotten FROM files WHERE id = OLD.file_id)"
    return [
        *never,
        _refuse("reasons", "UPDATE"),
        _refuse("known_facts", "UPDATE"),
        _refuse("known_facts", "DELETE", f"WHEN {forgotten} IS NULL"),
    ]


def _refuse(table: str, verb: str, when: str = "") -> str:
    return (
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} {when} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )
