"""What a transaction has read once it need not read again.

Rows stay at hand until its end (SQLAlchemy by itself lets go of what nobody holds, and reads it
anew). A question marked `once` is asked once until one of its tables is written to: features ask
for the same facts and consents without knowing of each other.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from functools import wraps
from typing import Any, Concatenate

from sqlalchemy import event, inspect
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import ORMExecuteState, Session
from sqlalchemy.orm.attributes import instance_state

ROWS, ANSWERS = "rows at hand", "answers at hand"
NOTED = "what features noted of this transaction"

QUESTIONS: dict[Any, tuple[frozenset[str], Any]] = {}  # what is marked `once`

type Answers = dict[frozenset[str], dict[Any, Any]]  # by the tables that they are read from


class Recall(Session):
    """The session behind every transaction of ours."""


class Transaction(AsyncSession):
    """What the features hold of it. A row at hand is given without a detour."""

    sync_session_class = Recall

    async def get(self, entity: Any, ident: Any, **more: Any) -> Any:
        if not more:  # the key as SQLAlchemy makes it for a model without heirs
            key = (entity, ident if isinstance(ident, tuple) else (ident,), None)
            row = self.sync_session.identity_map.get(key)
            if row is not None and not instance_state(row).expired:
                return row
        return await super().get(entity, ident, **more)


@asynccontextmanager
async def part(session: AsyncSession) -> AsyncIterator[None]:
    """A part of a transaction: an exception undoes it alone."""
    async with session.begin_nested():
        await session.connection()  # only that marks its beginning in the database
        yield


@event.listens_for(Recall, "loaded_as_persistent")
@event.listens_for(Recall, "pending_to_persistent")
@event.listens_for(Recall, "detached_to_persistent")
def hold(session: Session, row: object) -> None:
    """Keeps a row at hand until the transaction ends."""
    session.info.setdefault(ROWS, []).append(row)


@event.listens_for(Recall, "after_flush")
def _flushed(session: Session, _context: object) -> None:
    forget(session, pending(session))


@event.listens_for(Recall, "do_orm_execute")
def _executed(state: ORMExecuteState) -> None:
    if not state.is_select:
        table = getattr(state.statement, "table", None)
        forget(state.session, None if table is None else {table.name})


@event.listens_for(Recall, "after_soft_rollback")
def _undone(session: Session, _before: object) -> None:
    session.info.pop(ANSWERS, None)
    session.info.pop(NOTED, None)


def noted(session: AsyncSession) -> list[Any]:
    """What a feature wants to know later in this transaction of what it did in it; it is forgotten
    when any part of the transaction is undone."""
    notes: list[Any] = session.info.setdefault(NOTED, [])
    return notes


def forget(session: Session, written: Iterable[str] | None) -> None:
    """Lets go of what was read from these tables; everything, where nobody knows which they are."""
    kept: Answers = session.info.get(ANSWERS, {})
    for tables in [t for t in kept if written is None or not t.isdisjoint(written)]:
        del kept[tables]


def pending(session: Session) -> set[str]:
    """The tables of rows that were changed and not written yet."""
    if session._is_clean():
        return set()
    rows = (*session.new, *session.dirty, *session.deleted)
    return {inspect(type(row)).local_table.name for row in rows}


def once[**P, T](
    *models: Any,
) -> Callable[
    [Callable[Concatenate[AsyncSession, P], Awaitable[T]]],
    Callable[Concatenate[AsyncSession, P], Awaitable[T]],
]:
    """The answer of a question to the database is kept until one of its tables is written to.

    Its arguments are hashed, and whoever asks leaves the answer as it is.
    """
    tables = frozenset(str(inspect(model).local_table.name) for model in models)

    def marked(
        ask: Callable[Concatenate[AsyncSession, P], Awaitable[T]],
    ) -> Callable[Concatenate[AsyncSession, P], Awaitable[T]]:
        @wraps(ask)
        async def asked(session: AsyncSession, /, *args: P.args, **more: P.kwargs) -> T:
            sync = session.sync_session
            if not sync._is_clean() and not tables.isdisjoint(pending(sync)):
                return await ask(session, *args, **more)  # it is written first
            key = (ask, *args, *more.items()) if more else (ask, *args)
            kept: Answers = sync.info.setdefault(ANSWERS, {})
            answers = kept.get(tables)
            if answers is None or key not in answers:
                answer = await ask(session, *args, **more)
                answers = kept.setdefault(tables, {})
                answers[key] = answer
            found: T = answers[key]
            return found

        QUESTIONS[asked] = tables, ask
        return asked

    return marked


def known(session: AsyncSession, question: Callable[..., Any], *args: Any) -> Any | None:
    """The answer that is at hand; None where nobody asked yet, or it may have changed since."""
    tables, ask = QUESTIONS[question]
    if not tables.isdisjoint(pending(session.sync_session)):
        return None
    kept: Answers = session.info.get(ANSWERS, {})
    return kept.get(tables, {}).get((ask, *args))


def know(session: AsyncSession, question: Callable[..., Any], *args: Any, answer: Any) -> None:
    """What was read for many at once: the question need not be asked for each."""
    tables, ask = QUESTIONS[question]
    kept: Answers = session.info.setdefault(ANSWERS, {})
    kept.setdefault(tables, {})[(ask, *args)] = answer
