"""Every part of `make bench` that needs no language model, at its smallest; no wall time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from xml.etree import ElementTree

import pytest
from sqlalchemy import func, select

from benchmarks import buttons, greetings, outbox, page, sweep
from benchmarks.growth import grow, slope
from benchmarks.house import bench
from benchmarks.page import Bar, Course, Picture, Row, Run, Section
from benchmarks.people import settle
from benchmarks.posting import line
from benchmarks.residents import BotApi, at_bot_api
from bot.store.tables import Consent, Resident

TINY = 0.0001


def of(section: Section) -> dict[str, Row]:
    return {row.what: row for row in section.rows}


async def test_the_sweep_queues_a_greeting_for_everybody_who_is_due(tmp_path: Path) -> None:
    found = of(await sweep.measure(tmp_path, TINY))
    assert [what for what in found if "nothing due" in what] == [
        f"a tick with nothing due, {size} residents, ms" for size in (10, 100)
    ]
    due = found["10 greetings due at once: planned and queued, s"]
    assert float(due.figure) < sweep.LONGEST  # not reckoned: all of them were queued


async def test_a_morning_keeps_order_and_lets_crises_overtake(tmp_path: Path) -> None:
    section = await greetings.measure(tmp_path, TINY)
    asked = [row for row in section.rows if row.met is not None]
    assert len(asked) == 5
    assert [row.what for row in asked if not row.met] == []
    assert float(of(section)["messages a simulated second"].figure) < 30 + 28 / 3


async def test_the_outbox_sends_what_is_queued(tmp_path: Path) -> None:
    found = of(await outbox.measure(tmp_path, TINY))
    assert 0 < float(found["messages a second, 30 allowed"].figure) < 60
    assert float(found["CPU a message, ms"].figure) > 0


async def test_residents_press_buttons_at_a_running_bot(tmp_path: Path) -> None:
    section = Section("", "")
    assert await buttons.database(section, "SQLite", tmp_path, None, rounds=1) > 0
    assert float(of(section)["SQLite: CPU a turn, ms"].figure) > 0


async def test_growth_looks_at_the_memory_of_every_share_of_its_turns(tmp_path: Path) -> None:
    looks = await grow(tmp_path, turns=20, seconds=3600)
    assert [made for made, _ in looks] == list(range(21))
    assert all(held > 20 for _, held in looks)


def test_growth_is_kilobytes_a_turn() -> None:
    assert slope([(turns, 50 + turns / 1024) for turns in range(0, 100, 10)]) == pytest.approx(1)
    assert slope([(0, 50.0), (10, 50.0)]) == 0


async def test_settled_residents_agreed_and_are_greeted_tomorrow(tmp_path: Path) -> None:
    async with bench(tmp_path) as b:
        await settle(b.store, 1, 5, b.clock.now())
        await settle(b.store, 6, 7, b.clock.now())
        async with b.store.read() as session:
            agreed = await session.scalar(select(func.count(Consent.person_id.distinct())))
            ahead = select(func.count()).where(Resident.next_contact_at > b.clock.now())
            assert (agreed, await session.scalar(ahead)) == (7, 7)
        assert await b.sweep.once() == 0


@asynccontextmanager
async def served(api: BotApi) -> AsyncIterator[int]:
    async with await asyncio.start_server(api.serve, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]


async def test_a_second_reply_to_a_text_spoils_the_measurement() -> None:
    api = BotApi()
    async with served(api) as port, line(port) as bot:

        async def answers(times: int) -> None:
            found = await bot.post("/bot1:x/getUpdates", {"offset": api.numbers + 1})
            for _ in range(times):
                chat = found["result"][0]["message"]["chat"]["id"]
                await bot.post("/bot1:x/sendMessage", {"chat_id": chat, "text": "ja"})

        asked = {"chats": [7], "texts": ["dag"], "turns": 1}
        told, _ = await asyncio.gather(at_bot_api(api, **asked), answers(1))
        assert len(told["times"]) == 1
        with pytest.raises(OSError, match="1 texts had 2 replies"):
            await asyncio.gather(at_bot_api(api, **asked), answers(2))


def test_the_page_tells_what_was_reached_and_what_was_not() -> None:
    rows = [Row("a", "1", "≤ 2", True), Row("b", "3", "≤ 2", False), Row("c", "4")]
    section = Section("Title", "About.", rows, [("", "we", "they"), ("x", "1", "2")])
    text = page.text([section], Run(share=0.5, load=100.0))
    assert "Of 2 figures that were asked for, 1 are reached." in text
    assert "- b: 3, asked ≤ 2\n" in text
    assert "| a | 1 | ≤ 2 | reached |\n| b | 3 | ≤ 2 | **not reached** |\n| c | 4 |  |  |" in text
    assert "|  | we | they |\n| --- | --- | --- |\n| x | 1 | 2 |" in text
    assert "50% of each load" in text
    assert "did other work" in text
    assert "## What was tried" in text


def test_pictures_are_to_scale() -> None:
    bars = [Bar("ours & theirs", 5.0, before=10.0), Bar("Rasa", 30.0)]
    drawn = ElementTree.fromstring(Picture("p", "t", "ms", bars).svg())
    wide = [float(rect.attrib["width"]) for rect in drawn.iter("{http://www.w3.org/2000/svg}rect")]
    before, ours, theirs = wide[1:]
    assert before / theirs == pytest.approx(1 / 3, abs=0.01)
    assert ours / theirs == pytest.approx(1 / 6, abs=0.01)
    course = ElementTree.fromstring(Course("c", "t", "MB", "turns", [(0, 1.0), (10, 2.0)]).svg())
    assert len(list(course.iter("{http://www.w3.org/2000/svg}polyline"))) == 1
