"""a pause may begin later than it was asked for; going back, one that has not begun is called off:
kept without its first day it would take away messages at once"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from bot.store.types import Utc

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

RESIDENTS = sa.table("residents", sa.column("paused_from", Utc()), sa.column("paused_until", Utc()))


def upgrade() -> None:
    op.add_column("residents", sa.Column("paused_from", Utc(timezone=True), nullable=True))


def downgrade() -> None:
    to_come = RESIDENTS.c.paused_from > datetime.now(UTC)
    op.execute(sa.update(RESIDENTS).where(to_come).values(paused_until=None))
    with op.batch_alter_table("residents") as batch_op:
        batch_op.drop_column("paused_from")
