"""what follows a talk: reports, who is kept apart, and what a volunteer is writing"""

import sqlalchemy as sa
from alembic import op

import bot.store.types

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("volunteers") as batch_op:
        batch_op.add_column(sa.Column("writing", sa.String(length=40), nullable=True))
        batch_op.alter_column("most_talks", existing_type=sa.Integer(), nullable=True)
    op.execute("UPDATE volunteers SET most_talks = NULL WHERE most_talks = 3")
    op.create_table(
        "kept_apart",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("volunteer_id", NUMBER, nullable=False),
        sa.Column("by", sa.String(length=12), nullable=False),
        sa.Column("at", bot.store.types.Utc(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"]),
        sa.ForeignKeyConstraint(["volunteer_id"], ["people.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("person_id", "volunteer_id", "by"),
    )
    op.create_table(
        "reports",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("handoff_id", NUMBER, nullable=False),
        sa.Column("person_id", NUMBER, nullable=False),
        sa.Column("volunteer_id", NUMBER, nullable=True),
        sa.Column("by", sa.String(length=12), nullable=False),
        sa.Column("words", bot.store.types.Encrypted(), nullable=True),
        sa.Column("at", bot.store.types.Utc(timezone=True), nullable=False),
        sa.Column("settled_at", bot.store.types.Utc(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["handoff_id"], ["handoffs.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"]),
        sa.ForeignKeyConstraint(["volunteer_id"], ["people.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    for table, columns in INDEXED.items():
        for column in columns:
            op.create_index(f"ix_{table}_{column}", table, [column])


INDEXED = {
    "kept_apart": ("person_id", "volunteer_id"),
    "reports": ("handoff_id", "person_id", "volunteer_id"),
}


def downgrade() -> None:
    op.drop_table("reports")
    op.drop_table("kept_apart")
    op.execute("UPDATE volunteers SET most_talks = 3 WHERE most_talks IS NULL")
    with op.batch_alter_table("volunteers") as batch_op:
        batch_op.alter_column("most_talks", existing_type=sa.Integer(), nullable=False)
        batch_op.drop_column("writing")
