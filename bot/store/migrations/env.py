"""Alembic's entry: runs on the connection that the program hands over."""

from alembic import context

from bot.store import bridge  # noqa: F401 - its tables belong to the metadata
from bot.store.tables import Base

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
