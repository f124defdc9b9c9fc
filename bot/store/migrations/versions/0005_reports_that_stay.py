"""a report that is open stays when the resident is erased, without her and without the talk"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("reports") as batch_op:
        for column in ("handoff_id", "person_id"):
            batch_op.alter_column(column, existing_type=NUMBER, nullable=True)


def downgrade() -> None:
    op.execute("DELETE FROM reports WHERE person_id IS NULL OR handoff_id IS NULL")
    with op.batch_alter_table("reports") as batch_op:
        for column in ("handoff_id", "person_id"):
            batch_op.alter_column(column, existing_type=NUMBER, nullable=False)
