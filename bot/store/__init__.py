"""The database: tables, column types, sessions. Queries stand with the features that ask them."""

# all tables are known to whoever migrates
from bot.store import bridge, privacy_tables, studio_tables, worry_table  # noqa: F401
from bot.store.session import Store, passing

__all__ = ["Store", "passing"]
