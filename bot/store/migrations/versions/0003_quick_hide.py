"""the number of a message that came in, by which a resident can have it deleted"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NUMBERED = sa.text("message_id IS NOT NULL")


def upgrade() -> None:
    op.add_column("inbox", sa.Column("message_id", sa.BigInteger(), nullable=True))
    op.create_index(
        "inbox_deletable",
        "inbox",
        ["chat_id", "message_id"],
        sqlite_where=NUMBERED,
        postgresql_where=NUMBERED,
    )


def downgrade() -> None:
    op.drop_index("inbox_deletable", "inbox")
    with op.batch_alter_table("inbox") as batch_op:
        batch_op.drop_column("message_id")
