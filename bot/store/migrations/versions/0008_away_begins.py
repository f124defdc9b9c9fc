"""a volunteer's days off may begin later than they were told; going back, those that have not begun
are called off: kept without their first day they would keep alerts away at once"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from bot.store.types import Utc

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

VOLUNTEERS = sa.table("volunteers", sa.column("away_from", Utc()), sa.column("away_until", Utc()))


def upgrade() -> None:
    op.add_column("volunteers", sa.Column("away_from", Utc(timezone=True), nullable=True))


def downgrade() -> None:
    to_come = VOLUNTEERS.c.away_from > datetime.now(UTC)
    op.execute(sa.update(VOLUNTEERS).where(to_come).values(away_until=None))
    with op.batch_alter_table("volunteers") as batch_op:
        batch_op.drop_column("away_from")
