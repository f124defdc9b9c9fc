"""A turn's answer leaves with it: marked in its transaction, sent when that is on the disk."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot import consents, departures, outbox, worker
from bot.channel import Incoming, Later, Say
from bot.clock import FixedClock
from bot.sender import Sender
from bot.store import Store
from bot.store.recall import part
from bot.store.session import sqlite_path
from bot.store.tables import Person
from bot.updates import parse
from bot.worker import Worker

from .kit import NOW, A, B, Instant, Wire, came, chat_row, put, receive, states, until

type Decision = Callable[[Any, int], Any]


class House:
    """One worker and one sender who runs, on a time of ours; `decides` is what a turn does."""

    def __init__(self, store: Store, instant: Instant, **more: Any) -> None:
        self.store, self.wire, self.instant = store, Wire(instant), instant
        self.clock = FixedClock(NOW)
        self.sender = Sender(
            store, self.wire, self.clock, timer=instant.timer, pause=instant.pause, **more
        )
        given: Any = (store, None, None, self.clock, parse, self.sender)
        self.worker = Worker(*given)
        self.decides: Decision = answers("antwoord")

    async def turn(self, number: int = 1, chat: int = A) -> None:
        await receive(self.store, came(number, chat))
        assert await self.worker.work_once()

    async def at_rest(self) -> None:
        """What flies has landed."""
        while self.sender._flying:
            await asyncio.wait(self.sender._flying)


def answers(*texts: str, chat: int | None = None, **more: Any) -> Decision:
    async def decide(session: Any, own: int) -> None:
        for text in texts:
            await outbox.put(session, chat or own, Say(text), NOW, **more)

    return decide


@pytest.fixture
def house(store: Store, instant: Instant, monkeypatch: pytest.MonkeyPatch) -> House:
    made = House(store, instant)
    made.sender._runs = made.sender._emptied = True

    async def answer(moment: Any, chat: int, _heard: object) -> None:
        await made.decides(moment.session, chat)

    async def hear(_worker: Worker, together: list[Incoming], _language: str | None) -> Any:
        return worker.Heard(tuple(together))

    monkeypatch.setattr(worker, "answer", answer)
    monkeypatch.setattr(Worker, "_hear", hear)
    return made


async def test_an_answer_leaves_with_its_turn(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody looks for it first."""
    monkeypatch.setattr(departures, "take", None)
    await house.turn()
    await house.at_rest()
    assert house.wire.texts() == ["antwoord"]
    assert await states(house.store) == ["sent"]
    assert (await chat_row(house.store)).send_at is None


async def test_only_the_first_of_several_does(house: House) -> None:
    """A chat has one message under way at a time."""
    house.decides = answers("een", "twee")
    house.wire.holds["een"] = asyncio.Event()
    await house.turn()
    assert await states(house.store) == ["sending", "queued"]
    assert await departures.take(house.store, NOW, 9) == []
    house.wire.holds["een"].set()
    await house.at_rest()
    await house.sender.send_some()
    assert house.wire.texts() == ["een", "twee"]


async def test_a_crisis_reply_is_the_first_of_its_turn(house: House) -> None:
    async def decide(session: Any, own: int) -> None:
        await outbox.put(session, own, Say("een"), NOW)
        await outbox.put(session, own, Say("nood"), NOW, urgency=outbox.CRISIS)

    house.decides = decide
    await house.turn()
    await house.at_rest()
    assert house.wire.texts() == ["nood"]


async def test_others_words_wait_for_the_sender(house: House) -> None:
    """Only her own chat is hers to speak in."""
    house.decides = answers("alarm", chat=B)
    await house.turn()
    assert house.wire.texts() == []
    assert await states(house.store) == ["queued"]


async def test_it_waits_behind_what_waits(house: House) -> None:
    await put(house.store, A, "eerst")
    await house.turn()
    await house.at_rest()
    assert house.wire.texts() == []
    for _ in range(2):
        await house.sender.send_some()
    assert house.wire.texts() == ["eerst", "antwoord"]


async def test_it_waits_behind_what_flies(house: House) -> None:
    house.wire.holds["eerst"] = asyncio.Event()
    await put(house.store, A, "eerst")
    await house.sender._launch()
    await house.turn()
    assert await states(house.store) == ["sending", "queued"]
    house.wire.holds["eerst"].set()
    await house.at_rest()


async def test_a_chat_that_rests_is_left_in_peace(house: House) -> None:
    """After a burst of three, a second a message."""
    for number in (1, 2):
        await house.turn(number)
        await house.at_rest()
    house.decides = answers("drie", "vier")
    await house.turn(3)
    await house.at_rest()
    house.decides = answers("vijf")
    await house.turn(4)
    await house.at_rest()
    assert house.wire.texts()[2:] == ["drie"]
    for _ in range(2):
        house.instant.pass_(1.1)
        await house.sender.send_some()
    assert house.wire.texts()[2:] == ["drie", "vier", "vijf"]


async def test_a_halt_holds_but_for_danger(house: House) -> None:
    house.wire.answers.append(Later(13))
    await put(house.store, B, "hallo")
    await house.sender.send_some()
    await house.turn(1)
    assert await states(house.store) == ["queued", "queued"]
    house.decides = answers("nood", urgency=outbox.CRISIS)
    house.instant.pass_(1)
    await house.turn(2, chat=A + 7)
    await house.at_rest()
    assert house.wire.texts() == ["nood"]


async def test_nobody_overtakes_those_who_wait_for_a_place(
    store: Store, instant: Instant, house: House
) -> None:
    """Where the sender has more than may leave, an answer queues with the others."""
    house.sender._emptied = False
    await house.turn(1)
    house.sender._emptied = house.sender._full = True
    await house.turn(2, B)
    assert await states(store) == ["queued", "queued"]


async def test_within_telegrams_limit(house: House) -> None:
    house.sender._tokens = 2.0
    for number, chat in enumerate((11, 12, 13), 1):
        await house.turn(number, chat)
    await house.at_rest()
    assert len(house.wire.texts()) == 2
    assert house.sender._tokens == 0


async def test_places_are_kept_for_danger(house: House) -> None:
    house.sender._at_once, house.sender._spare = 1, 1
    house.wire.holds["antwoord"] = asyncio.Event()
    await house.turn(1, 11)
    await house.turn(2, 12)
    house.decides = answers("nood", urgency=outbox.CRISIS)
    await house.turn(3, 13)
    await until(lambda: house.wire.texts() == ["nood"])
    house.wire.holds["antwoord"].set()
    await house.at_rest()
    assert house.wire.texts() == ["nood", "antwoord"]


async def test_a_shared_word_is_looked_at_once_more_when_it_leaves(house: House) -> None:
    """Its consent may be withdrawn until then."""

    async def decide(session: Any, own: int) -> None:
        who = Person(chat_id=own, language="nl", created_at=NOW, seen_at=NOW)
        session.add(who)
        await session.flush()
        given = await consents.give(session, who, consents.SHARE, "text", NOW)
        await outbox.put(session, own, Say("gedeeld"), NOW, consent_id=given.id)

    house.decides = decide
    await house.turn()
    assert house.wire.texts() == []
    assert await states(house.store) == ["queued"]


async def test_what_was_undone_does_not_leave(house: House) -> None:
    """Rows have the same number again after a part of a transaction was undone."""

    async def decide(session: Any, own: int) -> None:
        with contextlib.suppress(ValueError):
            async with part(session):
                await outbox.put(session, own, Say("verworpen"), NOW)
                raise ValueError
        await outbox.put(session, own, Say("gezegd"), NOW)

    house.decides = decide
    await house.turn()
    await house.at_rest()
    assert house.wire.texts() == ["gezegd"]


async def test_a_turn_that_fails_says_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def lost(*_: object) -> bool:
        return False

    monkeypatch.setattr("bot.inbox._is_ours", lost)
    await house.turn()
    assert house.wire.texts() == []
    assert await states(house.store) == []


@pytest.mark.parametrize("committed", [False, True])
async def test_a_stop_at_the_commit_leaves_it_to_whoever_comes_next(
    house: House, monkeypatch: pytest.MonkeyPatch, committed: bool
) -> None:
    """Nobody waits a minute for an answer whose lease a stopped process holds."""
    from bot.store import drivers

    kind = drivers.Sqlite if house.store.is_sqlite else drivers.Postgres
    really, stops = kind.commit, [3]  # stored, claimed, the turn

    async def commit(driver: Any) -> None:
        stops[0] -= 1
        if stops[0]:
            return await really(driver)
        if committed:
            await really(driver)
        raise asyncio.CancelledError

    monkeypatch.setattr(kind, "commit", commit)
    with pytest.raises(asyncio.CancelledError):
        await house.turn()
    assert house.wire.texts() == []
    if committed:
        assert [one.outgoing for one in await departures.take(house.store, NOW, 9)] == [
            Say("antwoord")
        ]
    else:
        assert await states(house.store) == []


async def test_a_sender_who_stopped_hands_it_back(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    allowed = house.sender.may_leave

    def may_leave(urgency: int) -> bool:
        found = allowed(urgency)
        house.sender._runs = False  # stopped between this and the commit
        return found

    monkeypatch.setattr(house.sender, "may_leave", may_leave)
    await house.turn()
    assert house.wire.texts() == []
    assert len(await departures.take(house.store, NOW, 9)) == 1


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_what_was_decided_is_on_the_disk_before_it_leaves(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the disk had at its last fsync, opened as after a power cut, knows what was sent."""
    really, cut = os.fsync, tmp_path / "cut" / "bot.db"
    cut.parent.mkdir()
    database = sqlite_path(str(house.store.engine.url))
    assert database is not None

    def fsync(log: int) -> None:
        really(log)
        for ending in ("", "-wal"):
            shutil.copy(f"{database}{ending}", f"{cut}{ending}")

    monkeypatch.setattr(os, "fsync", fsync)
    send = house.wire.send
    known: list[str] = []

    async def sending(chat: int, outgoing: Any) -> int:
        with sqlite3.connect(cut) as after:
            known.extend(state for (state,) in after.execute("SELECT state FROM outbox"))
        after.close()
        return await send(chat, outgoing)

    monkeypatch.setattr(house.wire, "send", sending)
    await house.turn()
    await house.at_rest()
    assert known == ["sending"]
    known.clear()
    await put(house.store, B, "dag")
    await house.sender.send_some()
    assert known == ["sent", "sending"]


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_who_waits_for_the_disk_waits_together(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[int] = []
    really = os.fsync
    monkeypatch.setattr(os, "fsync", lambda log: (waits.append(log), really(log)))
    await put(store, A, "dag")
    await asyncio.gather(*(store.on_disk() for _ in range(20)))
    assert 1 <= len(waits) <= 2


async def test_a_disk_that_takes_nothing_holds_messages_back(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures = [OSError(28, "No space left on device")] * 2

    async def on_disk() -> None:
        if failures:
            assert house.wire.texts() == []
            raise failures.pop()

    monkeypatch.setattr(house.store, "on_disk", on_disk)
    await house.turn()
    await house.at_rest()
    assert house.wire.texts() == ["antwoord"]
