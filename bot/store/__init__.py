"""The database: tables, column types, sessions. Queries stand with the features that ask them."""

from bot.store.session import Store, passing

__all__ = ["Store", "passing"]
