"""`goeiedag run` as a service manager starts it: another Bot API by one variable, a graceful stop,
a database that goes away for a while."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from phones_kit import ALICE, PEOPLE, TOKEN, served
from sqlalchemy import delete
from sqlalchemy.exc import OperationalError
from test_settings import CLOSED, goeiedag

from bot import outbox
from bot.app import opened
from bot.clock import Clock
from bot.house import Moment
from bot.invitations import invite, redeem
from bot.outage import kept_up
from bot.people import VOLUNTEER
from bot.phones import Phone, World
from bot.phones.profile import commands_for
from bot.phones.screen import listed
from bot.settings import Settings
from bot.store.tables import Message

WITHIN = 120.0  # seconds, on a machine that has much else to do


async def so(fact: Callable[[], bool]) -> None:
    ends = time.monotonic() + WITHIN
    while not fact():
        assert time.monotonic() < ends, "it never came to be"
        await asyncio.sleep(0.02)


async def run(api: str, data: Path, **more: str) -> asyncio.subprocess.Process:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("GOEIEDAG_")}
    given = {
        "GOEIEDAG_TELEGRAM_TOKEN": TOKEN,
        "GOEIEDAG_TELEGRAM_API": api,
        "GOEIEDAG_DATA": str(data),
        "GOEIEDAG_NLU_URL": CLOSED,
        **more,
    }
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"), env={**kept, **given}, stdout=-1, stderr=-1
    )


async def test_the_same_process_on_another_bot_api(tmp_path: Path) -> None:
    """Only the base URL says which; no NLU is a warning, buttons and safety words work."""
    world = World.open(None, Clock(), TOKEN, PEOPLE)
    phone = Phone(world, ALICE.id)

    def answers() -> list[str]:
        return [one["text"] for one in listed(world, ALICE) if one["from"] == "bot"]

    async with served(world) as url:
        process = await run(url, tmp_path)
        assert process.stdout is not None
        assert process.stderr is not None
        line = await asyncio.wait_for(process.stdout.readline(), WITHIN)
        assert line == b"ready: listening on Telegram\n", await process.stderr.read()
        phone.say("/start")
        await so(lambda: len(answers()) == 1)
        phone.tap("Français")
        await so(lambda: len(answers()) == 2)
        phone.say("je veux mourir")
        await so(lambda: "112" in answers()[-1])

        second = await run(url, tmp_path)
        _, refused = await asyncio.wait_for(second.communicate(), WITHIN)
        assert second.returncode == 2
        assert b"another goeiedag runs on" in refused.splitlines()[-1]

        process.send_signal(signal.SIGTERM)
        _, log = await asyncio.wait_for(process.communicate(), WITHIN)
        assert process.returncode == 0, log
        assert b"Traceback" not in log
        assert b"level=error" not in log, log
        assert b"mourir" not in log
        assert TOKEN.partition(":")[2].encode() not in log
    assert world.oddities == []
    world.close()


async def test_by_webhook_and_back_to_polling(tmp_path: Path) -> None:
    """The pages say how it does; what comes while nobody runs is brought or fetched later."""
    world = World.open(None, Clock(), TOKEN, PEOPLE)
    phone = Phone(world, ALICE.id)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    pages = f"http://127.0.0.1:{port}"

    def answers() -> int:
        return sum(one["from"] == "bot" for one in listed(world, ALICE))

    async with served(world) as url, httpx.AsyncClient(trust_env=False, timeout=WITHIN) as http:
        process = await run(
            url,
            tmp_path,
            GOEIEDAG_HTTP=str(port),
            GOEIEDAG_WEBHOOK_URL=pages,
            GOEIEDAG_WEBHOOK_SECRET="a-secret-of-the-tests",
        )
        assert process.stdout is not None
        line = await asyncio.wait_for(process.stdout.readline(), WITHIN)
        assert line == f"ready: listening on Telegram, pages on port {port}\n".encode()
        phone.say("/start")
        await so(lambda: answers() == 1)
        assert (await http.get(f"{pages}/readyz")).json()["receiver"]["mode"] == "webhook"
        forged = {"update_id": 10**9, "message": {"text": "/forget"}}
        assert (await http.post(f"{pages}/telegram", json=forged)).status_code == 403
        assert (await http.get(f"{pages}/studio/hello")).status_code == 200
        figures = (await http.get(f"{pages}/metrics")).text
        assert "goeiedag_turn_seconds_count 1.0" in figures
        assert 'goeiedag_sends_total{outcome="sent"} 1.0' in figures
        process.send_signal(signal.SIGTERM)
        _, log = await asyncio.wait_for(process.communicate(), WITHIN)
        assert process.returncode == 0, log
        assert b"level=error" not in log, log
        assert not any(call.method == "getUpdates" for call in world.calls)

        phone.tap("Français")  # while nobody runs
        process = await run(url, tmp_path)
        await so(lambda: answers() == 2)
        assert world.ledger.get("webhook") is None
        process.send_signal(signal.SIGTERM)
        _, log = await asyncio.wait_for(process.communicate(), WITHIN)
        assert process.returncode == 0, log
        assert b"event=the_webhook_was_taken_away" in log
    world.close()


async def test_a_start_shows_the_menu_of_a_helper(tmp_path: Path) -> None:
    """Of one who came in before there were such menus, too."""
    world = World.open(None, Clock(), TOKEN, PEOPLE)
    Phone(world, ALICE.id).say("/start")
    async with served(world) as url:
        settings = Settings(data=tmp_path, telegram_api=url)
        async with opened(settings, TOKEN, Clock(), None) as app:
            assert "human" in menu(world)
            async with app.store.write() as session:
                moment = Moment(session, app.house, app.clock.now())
                token = await invite(session, VOLUNTEER, ["nl"], moment.now, name="Mo")
                await redeem(moment, ALICE.id, None, token, "nl")
                await session.execute(delete(Message).where(Message.chat_id == outbox.NOBODY))
        async with opened(settings, TOKEN, Clock(), None) as app, app.running():
            await so(lambda: "duty" in menu(world))
            assert "human" not in menu(world)
    world.close()


def menu(world: World) -> list[str]:
    return [one["command"] for one in commands_for(world, ALICE)]


async def test_a_wrong_token_is_one_line(tmp_path: Path) -> None:
    world = World.open(None, Clock(), "123456:another", PEOPLE)
    async with served(world) as url:
        process = await run(url, tmp_path)
        out, err = await asyncio.wait_for(process.communicate(), WITHIN)
    world.close()
    assert (process.returncode, out) == (2, b"")
    last = err.decode().splitlines()[-1]
    assert last.startswith("goeiedag: GOEIEDAG_TELEGRAM_TOKEN ")
    assert "Traceback" not in err.decode()


async def test_telegram_out_of_reach_is_one_line(tmp_path: Path) -> None:
    process = await run(CLOSED, tmp_path)
    _, err = await asyncio.wait_for(process.communicate(), WITHIN)
    assert process.returncode == 1
    assert err.decode().splitlines()[-1].startswith("goeiedag: Telegram does not answer")
    assert "Traceback" not in err.decode()


async def test_a_port_that_is_taken_is_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        code, out, err = await goeiedag(
            "demo", "--without-nlu", "--port", port, "--data", str(tmp_path)
        )
    assert (code, out) == (1, "")
    assert err == f"goeiedag: port {port} cannot be used; choose another with --port\n"


async def test_a_part_goes_on_when_the_database_is_back(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.outage.DATABASE_AGAIN", 0)
    errors: list[Exception] = [
        OperationalError("SELECT words", {}, Exception("words")),
        ConnectionRefusedError("words"),
        KeyError("a mistake of ours"),
    ]

    async def part() -> None:
        raise errors.pop(0)

    with pytest.raises(KeyError):
        await kept_up(part)
    assert errors == []
    assert caplog.text.count("the database is away") == 1  # a minute, however often it is tried
    assert "words" not in caplog.text
