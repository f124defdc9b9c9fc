"""whom a volunteer writes to is read from what he wrote and was told: no column says it"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("volunteers") as batch_op:
        batch_op.drop_column("talking_with")


def downgrade() -> None:
    op.add_column("volunteers", sa.Column("talking_with", sa.BigInteger(), nullable=True))
