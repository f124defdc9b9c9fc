"""A whole turn by free text, beside a Rasa assistant on the same model and one with DIET."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import assistant
from benchmarks.house import EVER, KEY, NO_LIMIT, p50_p99
from benchmarks.page import Picture, Row, Section
from bot import outbox, publishing
from bot.app import App, make_house
from bot.clock import Clock
from bot.commands import trained
from bot.nlu import NluClient
from bot.reading import serving
from bot.settings import ROOT, Settings
from bot.store import Store
from bot.store.keys import KeyRing
from bot.telegram import Telegram

SAID = (
    "bof, 't is weer zo'n dag",
    "ik heb slecht geslapen vannacht",
    "mijn dochter heeft gebeld, dat deed deugd",
    "kunt ge mij morgen wat later schrijven",
    "je me sens un peu seule ces jours-ci",
    "de buurman heeft weer ruzie gemaakt over de vuilbak",
)
TURNS, TOGETHER, WARM = 120, 8, 12
PART, KEEPS_UP = 1 / 3, 0.9

type Work = Callable[[int, str], Awaitable[None]]


async def measure(folder: Path, share: float) -> Section:
    turns = max(24, int(TURNS * share))
    section = Section(
        "A whole turn",
        "From the update at the Bot API to the reply arriving there, by free text: polled, stored, "
        "parsed by the model, decided, sent. Beside it a Rasa assistant that answers each intent "
        "by one rule (RulePolicy and memoization, SQLite tracker, REST channel). *Beyond the "
        "parse* is a turn without the time that `/model/parse` takes for the same texts on the "
        "same server.",
    )
    ours = await _ours(section, folder, turns)
    rasa = await _rasa(section, folder, turns, "ours", "Rasa, same model")
    diet = await _rasa(section, folder, turns, "diet", "Rasa, DIET")
    part = ours / rasa if rasa else 0.0
    section.rows.append(
        Row("our time beyond the parse, of Rasa's on the same model", f"{part:.2f}",
            f"≤ {PART:.2f}", part <= PART)
    )  # fmt: skip
    others = frozenset({"Rasa, same model", "Rasa, DIET"})
    bars = [("Goeiedag", ours), ("Rasa, same model", rasa), ("Rasa, DIET", diet)]
    section.pictures.append(Picture("beyond-the-parse", "Beyond the parse", "ms", bars, others))
    return section


async def _ours(section: Section, folder: Path, turns: int) -> float:
    settings = Settings(data=folder, settle=0)
    async with serving(settings, trained()) as nlu, talking(settings, nlu) as load:
        await load([1], turns=WARM, texts=["/start", *SAID])
        await load(list(range(1, 9)), turns=WARM // 4, texts=["/start", *SAID])
        parses = await _one_by_one(lambda _, text: _parse(nlu, text), turns)
        alone = await load([1], turns=turns, texts=list(SAID))
        together, parsed = [], []
        for _ in range(2):  # in turns, so that both meet the same machine
            parsed.append(await _together(lambda _, text: _parse(nlu, text), turns // 2))
            chats = list(range(1, TOGETHER + 1))
            told = await load(chats, turns=turns // 2 // TOGETHER + 1, texts=list(SAID))
            together.append(len(told["times"]) / told["seconds"])
        speed, most = max(together), max(parsed)
    beyond = median(alone["times"]) - median(parses)
    section.rows += [
        Row("Goeiedag: parse alone, p50 / p99, ms", p50_p99(parses)),
        Row("Goeiedag: a whole turn, 1 resident, p50 / p99, ms", p50_p99(alone["times"])),
        Row("Goeiedag: beyond the parse, p50, ms", f"{beyond:.1f}"),
        Row("Goeiedag: parses a second, 8 at once", f"{most:.1f}"),
        Row("Goeiedag: turns a second, 8 residents", f"{speed:.1f}"),
        Row("turns a second, of parses a second", f"{speed / most:.2f}", f"≥ {KEEPS_UP}",
            speed / most >= KEEPS_UP),
    ]  # fmt: skip
    return beyond


async def _parse(nlu: NluClient, text: str) -> None:
    assert await nlu.parse(text) is not None


async def _rasa(section: Section, folder: Path, turns: int, kind: str, name: str) -> float:
    model, seconds = await assistant.trained(kind)
    async with assistant.running(kind, model, folder) as rasa:

        async def parse(_: int, text: str) -> None:
            await rasa.parse(text)

        await _one_by_one(rasa.turn, WARM)
        parses = await _one_by_one(parse, turns)
        alone = await _one_by_one(rasa.turn, turns)
        speed = await _together(rasa.turn, turns)
    beyond = median(alone) - median(parses)
    section.rows += [
        Row(f"{name}: parse alone, p50 / p99, ms", p50_p99(parses)),
        Row(f"{name}: a whole turn, 1 resident, p50 / p99, ms", p50_p99(alone)),
        Row(f"{name}: beyond the parse, p50, ms", f"{beyond:.1f}"),
        Row(f"{name}: turns a second, 8 residents", f"{speed:.1f}"),
    ]
    if seconds:
        section.rows.append(Row(f"{name}: training, s", f"{seconds:.0f}"))
    return beyond


async def _one_by_one(work: Work, count: int) -> list[float]:
    times = []
    for number in range(count):
        began = time.perf_counter()
        await work(1, SAID[number % len(SAID)])
        times.append((time.perf_counter() - began) * 1000)
    return times


async def _together(work: Work, count: int) -> float:
    """How many a second, eight at once."""
    each = count // TOGETHER + 1

    async def live(who: int) -> None:
        for number in range(each):
            await work(who, SAID[(number + who) % len(SAID)])

    began = time.perf_counter()
    await asyncio.gather(*(live(who) for who in range(1, TOGETHER + 1)))
    return each * TOGETHER / (time.perf_counter() - began)


@asynccontextmanager
async def talking(
    settings: Settings, nlu: NluClient | None
) -> AsyncIterator[Callable[..., Awaitable[dict[str, Any]]]]:
    """The whole bot at work on a Bot API in another process. Yields what lets residents talk."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "benchmarks.residents"),
        cwd=ROOT,
        stdin=-1,
        stdout=-1,
        limit=1 << 24,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    asking, answers = process.stdin, process.stdout
    port = int(await answers.readline())

    async def load(chats: list[int], *, turns: int, texts: list[str]) -> dict[str, Any]:
        asked = json.dumps({"chats": chats, "texts": texts, "turns": turns})
        asking.write(asked.encode() + b"\n")
        found: dict[str, Any] = json.loads(await answers.readline())
        return found

    gap, outbox.CHAT_GAP = outbox.CHAT_GAP, timedelta()
    try:
        async with _app(settings, f"http://127.0.0.1:{port}", nlu) as app, app.running():
            yield load
    finally:
        outbox.CHAT_GAP = gap
        asking.close()
        process.terminate()
        await process.wait()


@asynccontextmanager
async def _app(settings: Settings, api: str, nlu: NluClient | None) -> AsyncIterator[App]:
    KeyRing.from_text(KEY).use()
    store, telegram = Store.open(settings.database), Telegram("1:bench", api)
    try:
        await store.migrate()
        await publishing.publish_first(store, ROOT, Clock().now())
        await telegram.start()
        house = make_house(settings, policy=EVER)
        app = App(settings, store, telegram, house, Clock(), nlu)
        app.sender._in_all = app.sender._per_second = NO_LIMIT
        yield app
    finally:
        await telegram.close()
        await store.close()
