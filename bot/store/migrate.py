"""Runs the Alembic migrations from inside the program: nobody has to know of them."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

MIGRATIONS = Path(__file__).parent / "migrations"


def config(connection: Connection) -> Config:
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    settings.attributes["connection"] = connection
    return settings


def upgrade(connection: Connection, revision: str = "head") -> None:
    command.upgrade(config(connection), revision)


def downgrade(connection: Connection, revision: str) -> None:
    command.downgrade(config(connection), revision)


def current(connection: Connection) -> str | None:
    """The revision of the schema that is there; None where nothing of ours is."""
    return MigrationContext.configure(connection).get_current_revision()


def head() -> str:
    """The revision of this version's schema."""
    found = _scripts().get_current_head()
    assert found is not None
    return found


def knows(revision: str) -> bool:
    """Whether this version can lay that schema."""
    return any(script.revision == revision for script in _scripts().walk_revisions())


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(str(MIGRATIONS))
