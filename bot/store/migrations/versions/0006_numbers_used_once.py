"""the number of a danger alert is given once: SQLite gave that of an erased one to the next"""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _rebuild({"sqlite_autoincrement": True})


def downgrade() -> None:
    _rebuild({})


def _rebuild(table: dict[str, bool]) -> None:
    """PostgreSQL never gives a number twice."""
    if op.get_bind().dialect.name == "sqlite":
        with op.batch_alter_table("concerns", recreate="always", table_kwargs=table):
            pass
