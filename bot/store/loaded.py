"""Rows of the ORM out of a statement made ready: as if the session had loaded them, in a
fraction of the time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm.attributes import instance_state

from bot.store.recall import hold


class Loaded:
    """One model: `columns` is what a statement selects of it, side by side with others'."""

    def __init__(self, model: Any) -> None:
        self._mapper: Any = inspect(model)
        names = [one.key for one in self._mapper.column_attrs]
        self.columns = tuple(getattr(model, name) for name in names)
        self._names = tuple(names)
        of_key = [self._mapper.get_property_by_column(one).key for one in self._mapper.primary_key]
        self._key = tuple(names.index(name) for name in of_key)

    def row(self, session: AsyncSession, values: Sequence[Any]) -> Any | None:
        """None where an outer join found none. One that is at hand stays as it is."""
        key = tuple(values[place] for place in self._key)
        if key[0] is None:
            return None
        sync = session.sync_session
        identity = self._mapper.identity_key_from_primary_key(key)
        found = sync.identity_map.get(identity)
        if found is None:
            found = self._mapper.class_manager.new_instance()
            found.__dict__.update(zip(self._names, values, strict=True))
            state = instance_state(found)  # the rest is what SQLAlchemy does with a row it loads
            state.key, state.session_id = identity, sync.hash_key
            sync.identity_map.add(state)
            hold(sync, found)
        return found


def rows(
    session: AsyncSession, models: Sequence[Loaded], values: Sequence[Any]
) -> tuple[list[Any], Sequence[Any]]:
    """A row of each model, and what else was selected behind them."""
    found, place = [], 0
    for model in models:
        ends = place + len(model.columns)
        found.append(model.row(session, values[place:ends]))
        place = ends
    return found, values[place:]
