"""The database: tables, column types, sessions. Queries stand with the features that ask them."""

from bot.store import studio_tables  # noqa: F401 - all tables are known to whoever migrates
from bot.store.session import Store, passing

__all__ = ["Store", "passing"]
