"""A turn and a greeting stay cheap: counted in statements, since a count knows no noise."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event, update

from benchmarks.people import settle
from bot import roles
from bot.app import make_house
from bot.briefly import AT_ONCE
from bot.clock import FixedClock
from bot.complaint_words import may_complain
from bot.dialogue import words
from bot.dialogue.answers import wish
from bot.listening import Listener
from bot.publishing import publish_first
from bot.settings import ROOT, Settings
from bot.store import Store, drivers
from bot.store.tables import Resident
from bot.sweep import Sweep
from bot.updates import parse
from bot.values.losses import lost, tells_of_death, tells_of_dying
from bot.worker import Worker

from .kit import NOW, A, came, receive

OF_A_BUTTON, OF_A_TEXT = 16, 17  # the look for the turn included
OF_A_GREETING = 7
WROTE = "ik heb slecht geslapen vannacht", "het regent hier al heel de dag", "ik ga soep maken"


@pytest.fixture
def statements(store: Store, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the database is asked from here on."""
    seen: list[str] = []

    def noting(method: Any) -> Any:
        async def noted(driver: Any, text: str, *values: Any) -> Any:
            seen.append(text)
            return await method(driver, text, *values)

        return noted

    for kind in (drivers.Sqlite, drivers.Postgres):
        for name in ("fetch", "many"):
            monkeypatch.setattr(kind, name, noting(getattr(kind, name)))

    def note(_connection: Any, _cursor: Any, text: str, *_: Any) -> None:
        seen.append(text)

    event.listen(store.engine.sync_engine, "before_cursor_execute", note)
    return seen


@pytest.fixture
async def worker(store: Store) -> Worker:
    await publish_first(store, ROOT, NOW)
    settings = Settings()
    house = make_house(settings)
    listener = Listener(house.rules, None, settings.zone)
    return Worker(store, house, listener, FixedClock(NOW), parse)


@pytest.mark.parametrize(
    ("texts", "most"), [(("/help",) * 3, OF_A_BUTTON), (WROTE, OF_A_TEXT)], ids=["button", "text"]
)
async def test_a_turn(
    store: Store, worker: Worker, statements: list[str], texts: tuple[str, ...], most: int
) -> None:
    """From the look at the inbox to the answer in the outbox, of somebody who is known."""
    await settle(store, A, A, NOW)
    for number, text in enumerate(texts, 1):
        await receive(store, came(number, text=text))
        statements.clear()
        await worker.work_once()
    assert 0 < len(statements) <= most, "\n".join(statements)


async def test_words_are_read_while_the_model_works(
    store: Store, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a turn asks of any text needs no answer of the model: it is not worked out behind it."""
    await settle(store, A, A, NOW)
    readers = wish, may_complain, lost, tells_of_death, tells_of_dying
    counts: list[list[int]] = []

    async def counted(*turn: Any) -> None:
        counts.append([one.cache_info().misses for one in readers])  # type: ignore[attr-defined]
        await decide(*turn)
        counts.append([one.cache_info().misses for one in readers])  # type: ignore[attr-defined]

    decide = roles.answer
    monkeypatch.setattr("bot.worker.answer", counted)
    await receive(store, came(1, text="de buren zijn luid en mijn knie doet pijn"))
    await worker.work_once()
    before, after = counts
    assert before == after


async def test_a_greeting(store: Store, worker: Worker, statements: list[str]) -> None:
    """One of many: what a batch asks together is not counted."""
    await settle(store, 1, 60, NOW)
    sweep = Sweep(store, worker._house, FixedClock(NOW))
    counts = []
    for first, last in ((1, 1), (2, 11), (12, 31)):
        async with store.write() as session:
            due = Resident.person_id.between(first, last)
            await session.execute(update(Resident).where(due).values(next_contact_at=NOW))
        statements.clear()
        assert await sweep.once() == last - first + 1
        counts.append(len(statements))
    assert 0 < counts[2] - counts[1] <= 10 * OF_A_GREETING, counts


def test_what_is_asked_twice_of_the_same_words_is_worked_out_once() -> None:
    before = words.plain.cache_info()  # type: ignore[attr-defined]
    assert words.plain("Ça va !") == words.plain("Ça va !") == "ca va"
    after = words.plain.cache_info()  # type: ignore[attr-defined]
    assert after.hits > before.hits
    assert after.currsize <= AT_ONCE, "few words stay in memory"
