"""Sending: each kind of message against the strict stand-in, each kind of refusal, and no token in
any log."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from phones_kit import ALICE, BOB, TOKEN, new_world, served

from bot import outbox
from bot.channel import (
    Answer,
    Button,
    Clear,
    Copy,
    Delete,
    Edit,
    File,
    Gone,
    Later,
    Menu,
    Outgoing,
    React,
    Refused,
    Say,
    Unreachable,
    from_json,
    to_json,
)
from bot.phones import Phone, World
from bot.phones.faults import Fault
from bot.phones.profile import commands_for
from bot.phones.screen import listed
from bot.telegram import BadToken, PollingConflict, Telegram

A, B = ALICE.id, BOB.id


BOT = Path(__file__).resolve().parents[2] / "bot"


@asynccontextmanager
async def connected(token: str = TOKEN) -> AsyncIterator[tuple[World, Telegram, Phone]]:
    """A bot that knows nothing of the stand-in but its base URL."""
    world = new_world()
    phone = Phone(world, A)
    phone.say("/start")
    Phone(world, B).say("/start")
    async with served(world) as url:
        telegram = Telegram(token, f"{url}/")
        try:
            yield world, telegram, phone
        finally:
            await telegram.close()
    world.close()


async def test_every_kind_of_message() -> None:
    async with connected() as (world, telegram, phone):
        assert await telegram.start() == "goeiedag_bot"
        photo = phone.send("photo", "secret")
        said = await telegram.send(A, Say("Dag 👵", keyboard=("Goed", "Minder", "Niet vandaag")))
        await telegram.send(A, Say("_*[not](markup)*_ <b>x</b>", keyboard=()))
        asked = await telegram.send(A, Say("Delen?", inline=(Button("Ja", "yes:1"),), protect=True))
        answer = await telegram.send(A, Say("Antwoord", reply_to=said))
        copy = await telegram.send(
            B, Copy(A, photo, caption="van Ana", protect=True, reply_to=99999)
        )
        assert None not in (said, asked, answer, copy)
        assert asked is not None
        assert copy is not None
        tapped = phone.tap("Ja")
        assert await telegram.send(A, Answer(str(tapped["callback_query_id"]), "Goed")) is None
        await telegram.send(A, Edit(asked, "Gedeeld"))
        await telegram.send(A, Edit(asked, "Gedeeld"))  # a second time: it is so already
        await telegram.send(B, Edit(copy, "van Ana (2)", caption=True))
        await telegram.send(A, React(photo, "❤"))
        await telegram.send(A, React(photo, ""))
        await telegram.send(B, Delete(copy))
        await telegram.send(B, Delete(copy))  # gone already
        chat = {m["message_id"]: m for m in listed(world, ALICE)}
        assert chat[asked]["text"] == "Gedeeld"
        assert chat[asked]["buttons"] == []
        assert any(m["text"] == "_*[not](markup)*_ <b>x</b>" for m in chat.values())
        assert [m["kind"] for m in listed(world, BOB)] == ["text"]
        await telegram.send(B, Clear((1, copy, 99999)))  # what is gone is passed over
        assert not any(m["message_id"] == 1 for m in listed(world, BOB))
        await telegram.send(B, Say("later"))
        world.clock.advance(timedelta(hours=49).total_seconds())
        fresh = await telegram.send(B, Say("now"))
        assert fresh is not None
        await telegram.send(B, Clear((fresh, fresh - 1)))  # one is too old: the other goes
        left = [m["text"] for m in listed(world, BOB)]
        assert "later" in left
        assert "now" not in left
        assert world.oddities == []


async def test_a_copy_without_words_leaves_the_first_ones_behind() -> None:
    async with connected() as (world, telegram, phone):
        photo = phone.send("photo", "secret")
        assert await telegram.send(B, Copy(A, photo)) is not None
        assert "secret" not in str(listed(world, BOB))
        assert "secret" in str(listed(world, ALICE))


@pytest.mark.parametrize(
    "outgoing",
    [
        Say("x", keyboard=("a", "b"), inline=(), protect=True, reply_to=5),
        Say("x", inline=(Button("l", "d"),)),
        Say("x", keyboard=()),
        Copy(1, 2, "c", True, 3),
        Edit(1, "t", (Button("l", "d"),), True),
        Delete(4),
        Clear((5, 4)),
        Answer("q", "t"),
        React(1, "👍"),
        Menu(5, (("duty", "On or off"), ("help", "This"))),
        Menu(5, ()),
    ],
)
def test_a_row_gives_back_what_was_put_in(outgoing: Outgoing) -> None:
    assert from_json(to_json(outgoing)) == outgoing


FLOOD = Fault("*", "error", code=429, description="Too Many Requests", retry_after=3)
ANSWERS = [
    (FLOOD, Later),
    (Fault("*", "error", code=500), Unreachable),
    (Fault("*", "error", code=502, description="Bad Gateway"), Unreachable),
    (Fault("*", "drop_before"), Unreachable),
    (Fault("*", "drop_after"), Unreachable),
    (Fault("*", "rubbish"), Unreachable),
    (Fault("*", "error", code=403, description="Forbidden: bot was blocked by the user"), Gone),
    (Fault("*", "error", code=400, description="Bad Request: chat not found"), Gone),
    (Fault("*", "error", code=400, description="Bad Request: message is too long"), Refused),
    (Fault("*", "error", code=401, description="Unauthorized"), Unreachable),
    (Fault("*", "error", code=404, description="Not Found"), Unreachable),
    (Fault("*", "error", code=409, description="Conflict"), Unreachable),
]


@pytest.mark.parametrize(("fault", "error"), ANSWERS)
async def test_refusals(fault: Fault, error: type[Exception]) -> None:
    async with connected() as (world, telegram, _):
        await telegram.start()
        world.faults.order(replace(fault))  # it is used up
        with pytest.raises(error) as caught:
            await telegram.send(A, Say("her words"))
        assert caught.value.__cause__ is None
        assert TOKEN not in repr(caught.value)
        assert "words" not in repr(caught.value)
        if isinstance(caught.value, Later):
            assert caught.value.seconds == 3
        await telegram.send(A, Say("again"))


@pytest.mark.parametrize("kind", ["text", "copy", "file"])
@pytest.mark.parametrize(("status", "body"), [(403, "<html>no"), (400, "null"), (200, "[]")])
async def test_whoever_stands_in_between_says_nothing_of_anybody(
    kind: str, status: int, body: str
) -> None:
    """A firewall's page is no word of Telegram's: nobody is gone by it, and nothing is given up."""

    async def page(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        said = f"HTTP/1.1 {status} X\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write((said + body).encode())
        await writer.drain()
        writer.close()

    outgoing: dict[str, Outgoing] = {"text": Say("x"), "copy": Copy(1, 2), "file": File("a", "b")}
    async with await asyncio.start_server(page, "127.0.0.1", 0) as server:
        telegram = Telegram(TOKEN, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}")
        with pytest.raises(Unreachable):
            await telegram.send(A, outgoing[kind])
        await telegram.close()


async def test_blocked_and_strangers() -> None:
    async with connected() as (_, telegram, phone):
        phone.block()
        with pytest.raises(Gone):
            await telegram.send(A, Say("x"))
        with pytest.raises(Gone):
            await telegram.send(4242, Say("x"))
        with pytest.raises(Refused):
            await telegram.send(B, Say(""))


async def test_a_menu_of_one_chat() -> None:
    """Above everybody's in whatever language, until it is taken away; a refusal is of the menu."""
    everybodys = [{"command": "start", "description": "Begin"}]
    async with connected() as (world, telegram, phone):
        for language in (None, "nl", "en"):
            await telegram.bot.set_my_commands([("start", "Begin")], language_code=language)
        mine = Menu(A, (("duty", "Aan of uit"), ("help", "Wat ik kan")))
        assert await telegram.send(outbox.NOBODY, mine) is None
        names = [one["command"] for one in commands_for(world, ALICE)]
        assert names == ["duty", "help"]
        assert commands_for(world, BOB) == everybodys
        await telegram.send(outbox.NOBODY, Menu(A, ()))
        await telegram.send(outbox.NOBODY, Menu(A, ()))  # it is so already
        assert commands_for(world, ALICE) == everybodys
        phone.block()
        await telegram.send(outbox.NOBODY, mine)
        for code, words in (
            (403, "Forbidden: bot was blocked"),
            (400, "Bad Request: chat not found"),
        ):
            for menu in (mine, Menu(A, ())):
                world.faults.order(Fault("*", "error", code=code, description=words))
                with pytest.raises(Refused):
                    await telegram.send(outbox.NOBODY, menu)
        with pytest.raises(Refused):
            await telegram.send(outbox.NOBODY, Menu(4242, mine.commands))
        world.faults.order(replace(FLOOD))
        with pytest.raises(Later):
            await telegram.send(outbox.NOBODY, mine)


async def test_polling() -> None:
    async with connected() as (world, telegram, phone):
        first = await telegram.poll(None, 0)
        assert [sorted(one) for one in first] == [["message", "update_id"]] * 2
        assert await telegram.poll(first[-1]["update_id"] + 1, 0) == []
        phone.say("dag")
        world.faults.order(Fault("getUpdates", "drop_after"))
        with pytest.raises(Unreachable):
            await telegram.poll(None, 0)
        assert len(await telegram.poll(None, 0)) == 1  # not acknowledged: it comes again
        world.ledger.put("webhook", {"url": "https://x.example/", "max_connections": 1})
        with pytest.raises(PollingConflict):
            await telegram.poll(None, 0)
        assert world.oddities == []


async def test_a_wrong_token() -> None:
    async with connected("123456:another") as (_, telegram, _phone):
        with pytest.raises(BadToken) as caught:
            await telegram.start()
        assert "another" not in repr(caught.value)


@pytest.mark.parametrize("fault", ["rubbish", "drop_before", "error"])
async def test_a_start_that_telegram_does_not_answer(fault: str) -> None:
    async with connected() as (world, telegram, _):
        world.faults.order(Fault("getMe", fault, times=9))  # type: ignore[arg-type]
        with pytest.raises(Unreachable) as caught:
            await telegram.start()
        assert TOKEN not in repr(caught.value)
        world.faults.clear()


async def test_no_token_and_no_word_in_any_log(caplog: pytest.LogCaptureFixture) -> None:
    """Also where somebody turned every library's log on."""
    secret = TOKEN.partition(":")[2]
    caplog.set_level(logging.DEBUG)
    for library in ("aiohttp", "httpx", "httpcore", "telegram", "telegram.Bot", "telegram.request"):
        logging.getLogger(library).setLevel(logging.DEBUG)
    async with connected() as (world, telegram, _):
        await telegram.start()
        await telegram.send(A, Say("a word in confidence"))
        await telegram.poll(None, 0)
        for kind in ("error", "drop_after", "rubbish"):
            world.faults.order(Fault("*", kind))  # type: ignore[arg-type]
            with pytest.raises(Unreachable):
                await telegram.send(A, Say("a word in confidence"))
    assert caplog.records
    # what the stand-in itself writes is not ours
    ours = [r for r in caplog.records if not r.name.startswith(("uvicorn", "asyncio"))]
    for record in ours:
        line = f"{record.getMessage()} {record.exc_info or ''}"
        assert secret not in line, record.name
        assert "confidence" not in line, record.name


def test_nobody_is_shown_a_machine_typing() -> None:
    """'typing…' would play a person. No part of the bot asks Telegram for it."""
    ours = [path for path in BOT.rglob("*.py") if "phones" not in path.parts]
    assert len(ours) > 100
    for path in ours:
        assert not re.search(r"chat_?action", path.read_text(encoding="utf-8"), re.IGNORECASE), path
