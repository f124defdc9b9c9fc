"""The queue: acknowledged by offset, kept over a restart, expiring by the clock, one poller."""

import asyncio
from pathlib import Path

import pytest
from phones_kit import ALICE, Api, StandingClock, new_world

from bot.phones import Phone

INLINE = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}


async def test_offsets() -> None:
    world = new_world()
    api = Api(world)
    phone = Phone(world, ALICE.id)
    for number in range(5):
        phone.say(f"m{number}")
    updates = await api.call("getUpdates", limit=2)
    assert [update["message"]["text"] for update in updates] == ["m0", "m1"]
    first = updates[0]["update_id"]
    assert len(await api.call("getUpdates", offset=first + 2)) == 3
    assert [u["message"]["text"] for u in await api.call("getUpdates", offset=-1)] == ["m4"]
    assert len(await api.call("getUpdates")) == 1
    assert await api.call("getUpdates", offset=first + 5) == []
    world.close()


async def test_numbers_and_history_survive_a_restart(tmp_path: Path) -> None:
    clock, path = StandingClock(), tmp_path / "phones.db"
    world = new_world(path, clock)
    sent = Phone(world, ALICE.id).say("before")[0]
    number = (await Api(world).call("getUpdates"))[0]["update_id"]
    world.close()
    world = new_world(path, clock)
    api = Api(world)
    assert [update["update_id"] for update in await api.call("getUpdates")] == [number]
    assert Phone(world, ALICE.id).say("after")[0] == sent + 1
    assert [u["update_id"] for u in await api.call("getUpdates", offset=number + 1)] == [number + 1]
    assert [m["text"] for m in (await api.http.get(f"/phones/{ALICE.id}/chat")).json()] == [
        "before",
        "after",
    ]
    world.close()


async def test_expiry() -> None:
    world = new_world()
    api = Api(world)
    phone = Phone(world, ALICE.id)
    phone.say("/start")
    await api.call("sendMessage", chat_id=ALICE.id, text="?", reply_markup=INLINE)
    phone.tap("Yes")
    world.clock.advance(151)
    assert [set(update) - {"update_id"} for update in await api.call("getUpdates")] == [{"message"}]
    world.clock.advance(24 * 3600)
    assert await api.call("getUpdates") == []
    world.close()


async def test_kinds_that_must_be_asked_for() -> None:
    world = new_world()
    api = Api(world)
    phone = Phone(world, ALICE.id)
    sent = phone.say("hello")[0]
    phone.react(sent, "👍")
    assert len(await api.call("getUpdates")) == 1
    await api.call("getUpdates", allowed_updates=["message_reaction"])
    phone.react(sent, "❤")
    phone.say("not asked for")
    kinds = [set(update) - {"update_id"} for update in await api.call("getUpdates")]
    assert kinds == [{"message"}, {"message_reaction"}]
    world.close()


async def test_a_long_poll_wakes_and_a_second_poller_ends_the_first() -> None:
    world = new_world()
    api = Api(world)
    older = asyncio.create_task(api.raw("getUpdates", timeout=30))
    while world.updates._poller is None:  # noqa: ASYNC110 - until the older one waits
        await asyncio.sleep(0)
    newer = asyncio.create_task(api.raw("getUpdates", timeout=30))
    conflict = await older
    assert conflict.status_code == 409
    assert conflict.json()["description"].startswith(
        "Conflict: terminated by other getUpdates request"
    )
    Phone(world, ALICE.id).say("hello")
    assert (await newer).json()["result"][0]["message"]["text"] == "hello"
    world.close()


async def test_polling_is_refused_while_a_webhook_is_set() -> None:
    world = new_world()
    world.webhook_changed = lambda: None
    api = Api(world)
    world.ledger.put("webhook", {"url": "https://example.org", "max_connections": 1})
    with pytest.raises(
        RuntimeError, match="Conflict: can't use getUpdates method while webhook is active"
    ):
        await api.call("getUpdates")
    world.close()


async def test_a_tap_shows_what_was_replied_to_as_it_is_by_then() -> None:
    world = new_world()
    api = Api(world)
    phone = Phone(world, ALICE.id)
    mine = phone.say("to Bob")[0]
    about = {"message_id": mine}
    await api.call(
        "sendMessage", chat_id=ALICE.id, text="?", reply_markup=INLINE, reply_parameters=about
    )
    phone.edit(mine, "to Bea")
    phone.tap("Yes")
    await api.call("deleteMessage", chat_id=ALICE.id, message_id=mine)
    phone.tap("Yes")
    first, second = [u["callback_query"]["message"] for u in (await api.call("getUpdates"))[-2:]]
    assert first["reply_to_message"]["text"] == "to Bea"
    assert "reply_to_message" not in second
    world.close()
