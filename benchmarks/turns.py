"""A whole turn by free text, beside a Rasa assistant on the same model and one with DIET.

All three run at the same time and are asked in turns, so that each meets the same machine.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks import assistant
from benchmarks.house import p50_p99
from benchmarks.page import Bar, Picture, Row, Section
from benchmarks.processes import cpu, memory
from benchmarks.working import Residents, talking
from bot.commands import trained
from bot.nlu import NluClient
from bot.nlu_process import NluProcess
from bot.settings import Settings

SAID = (
    "bof, 't is weer zo'n dag",
    "ik heb slecht geslapen vannacht",
    "mijn dochter heeft gebeld, dat deed deugd",
    "ik voel mij wat alleen de laatste tijd, de dagen zijn lang als er niemand komt",
    "je me sens un peu seule ces jours-ci",
    "de buurman heeft weer ruzie gemaakt over de vuilbak",
    "ça va, merci, et vous ?",
    "it rained all day so I stayed in and watched the birds at the window",
    "k ben zo moe, mijn knie doet pijn en ik ben niet buiten geweest",
    "goeiemorgen",
    "hier is het rustig, ik ga straks soep maken",
    "merci d'avoir pris de mes nouvelles, ça fait plaisir",
)
ROUNDS, TOGETHER, BURSTS, EACH = 20, 8, 4, 15
PART, KEEPS_UP = 1 / 3, 0.9


@dataclass(slots=True)
class Side:
    """One of the three: where it is asked, and what was measured."""

    name: str
    residents: Residents
    port: int  # of its /model/parse
    pids: tuple[int, ...]
    by_bot_api: bool = False
    parses: list[float] = field(default_factory=list)
    own_parses: list[float] = field(default_factory=list)  # by the bot's own way in
    turns: list[float] = field(default_factory=list)
    cpu_beyond: list[float] = field(default_factory=list)
    parses_together: list[float] = field(default_factory=list)
    turns_together: list[float] = field(default_factory=list)

    async def parse(
        self, chats: list[int], turns: int, way: str = "parse"
    ) -> tuple[list[float], float]:
        told = await self.residents.ask(way, port=self.port, chats=chats, turns=turns, texts=SAID)
        return told["times"], told["seconds"]

    async def turn(self, chats: list[int], turns: int) -> tuple[list[float], float]:
        if self.by_bot_api:
            told = await self.residents.turns(chats, turns, list(SAID))
        else:
            told = await self.residents.ask(
                "rest", port=self.port, chats=chats, turns=turns, texts=SAID
            )
        return told["times"], told["seconds"]

    async def one_by_one(self, chat: int) -> None:
        """Each text parsed, then each text said."""
        start = cpu(*self.pids)
        parses, _ = await self.parse([chat], len(SAID))
        between = cpu(*self.pids)
        turns, _ = await self.turn([chat], len(SAID))
        beyond = cpu(*self.pids) - between - (between - start)
        self.cpu_beyond.append(beyond / len(SAID))
        self.parses += parses
        self.turns += turns
        if self.by_bot_api:
            self.own_parses += (await self.parse([chat], len(SAID), "understand"))[0]

    async def together(self, chats: list[int], each: int) -> None:
        for work, speeds in ((self.parse, self.parses_together), (self.turn, self.turns_together)):
            times, seconds = await work(chats, each)
            speeds.append(len(times) / seconds)

    @property
    def beyond(self) -> float:
        """Milliseconds of a turn without its parse: text by text, then the median."""
        return _beyond(self.turns, self.parses)

    @property
    def cpu_ms(self) -> float:
        return sum(self.cpu_beyond) / len(self.cpu_beyond)

    @property
    def keeps_up(self) -> float:
        pairs = zip(self.turns_together, self.parses_together, strict=True)
        return median(turns / parses for turns, parses in pairs)


def _beyond(turns: list[float], parses: list[float]) -> float:
    return median(turn - parse for turn, parse in zip(turns, parses, strict=True))


async def measure(folder: Path, share: float) -> Section:
    rounds, bursts = max(2, int(ROUNDS * share)), max(1, int(BURSTS * share))
    async with _sides(folder) as sides:
        for side in sides:  # what is done once is not what is measured
            await side.turn(list(range(1, 1 + (TOGETHER if share == 1 else 2))), len(SAID))
        for number in range(rounds):  # each round has somebody else: no day's talk is this long
            for side in sides:
                await side.one_by_one(100 + number)
        for number in range(bursts):
            first = 200 + number * TOGETHER
            for side in sides:
                await side.together(list(range(first, first + TOGETHER)), EACH)
        held = [memory(*side.pids) for side in sides]
    return _section(sides, held)


@asynccontextmanager
async def _sides(folder: Path) -> AsyncIterator[list[Side]]:
    model = trained()
    async with AsyncExitStack() as stack:
        nlu = NluProcess(folder)
        await nlu.start(model)
        stack.push_async_callback(nlu.stop)
        assert nlu._child is not None
        client = NluClient(nlu.url, timeout=10)
        stack.push_async_callback(client.close)
        settings = Settings(data=folder, settle=0)
        residents = await stack.enter_async_context(talking(settings, client))
        pids = (os.getpid(), nlu._child.pid)
        sides = [Side("Goeiedag", residents, nlu.port, pids, by_bot_api=True)]
        for kind, name in (("ours", "Rasa, same model"), ("diet", "Rasa, DIET")):
            kept = await assistant.trained(kind, model)
            rasa = await stack.enter_async_context(assistant.running(kind, kept, folder))
            sides.append(Side(name, residents, rasa.port, (rasa.pid,)))
        yield sides


def _section(sides: list[Side], held: list[float]) -> Section:
    ours, rasa, _ = sides
    part, cpu_part = ours.beyond / rasa.beyond, ours.cpu_ms / rasa.cpu_ms
    own = _beyond(ours.turns, ours.own_parses) / rasa.beyond
    section = Section(
        "A whole turn",
        "From the update at the Bot API to the reply arriving there, by free text: polled, stored, "
        "parsed by the model, decided, sent. The bot waits for no further texts here "
        "(`GOEIEDAG_SETTLE=0`), and Telegram's limits are off. Beside it two complete assistants "
        "of Rasa Open Source 3.6.21, with an answer to each intent (RulePolicy and "
        "MemoizationPolicy, SQLite tracker, REST channel): one on the same model, one on Rasa's "
        "own pipeline with DIET, trained for three epochs on twelve lines an intent and language: "
        "enough for its speed, not for its judgement. All three run at once and are asked in "
        "turns, by one process of residents. *Beyond the parse* is a turn less the "
        "`/model/parse` of the same text on the same server; no turn goes that way itself: the "
        "assistants parse where they are, the bot asks by its own way in "
        "(`nlu/understanding.py`), which has two encoders at work at once and so takes less time "
        "for the same answer. The second row takes that quicker parse off instead: what is left "
        "is all that is not parsing.",
        [
            Row("our time beyond the parse, of Rasa's on the same model", f"{part:.2f}",
                f"≤ {PART:.2f}", part <= PART),
            Row("our time beyond the bot's own, quicker parse, of the same", f"{own:.2f}"),
            Row("the same in CPU time, bot and model's server together", f"{cpu_part:.2f}"),
            Row("our turns a second with 8 residents, of the parses a second that the server does "
                "alone", f"{ours.keeps_up:.2f}", f"≥ {KEEPS_UP}", ours.keeps_up >= KEEPS_UP),
        ],
    )  # fmt: skip
    section.beside = [("", *(side.name for side in sides)), *_beside(sides, held)]
    bars = [Bar(side.name, side.beyond, before=median(side.parses)) for side in sides]
    section.pictures = [
        Picture("turn", "A turn by free text: parse (light) and the rest", "ms, p50", bars),
        Picture("turns-together", "Turns of 8 residents at once", "a second",
                [Bar(side.name, median(side.turns_together)) for side in sides]),
    ]  # fmt: skip
    return section


def _beside(sides: list[Side], held: list[float]) -> list[tuple[str, ...]]:
    lines: list[tuple[str, ...]] = [
        ("parse, p50 / p99, ms", *(p50_p99(side.parses) for side in sides)),
        ("parse by the bot's own way in, p50 / p99, ms",
         *(p50_p99(side.own_parses) if side.own_parses else "" for side in sides)),
        ("whole turn, 1 resident, p50 / p99, ms", *(p50_p99(side.turns) for side in sides)),
        ("whole turns a second, 1 resident",
         *(f"{1000 * len(side.turns) / sum(side.turns):.1f}" for side in sides)),
        ("beyond the parse, p50, ms", *(f"{side.beyond:.1f}" for side in sides)),
        ("CPU beyond the parse, ms", *(f"{side.cpu_ms:.1f}" for side in sides)),
        ("parses a second, 8 at once", *(f"{median(side.parses_together):.1f}" for side in sides)),
        ("turns a second, 8 residents", *(f"{median(side.turns_together):.1f}" for side in sides)),
        ("turns a second, of parses a second", *(f"{side.keeps_up:.2f}" for side in sides)),
        ("memory of all its processes, MB", *(f"{megabytes:.0f}" for megabytes in held)),
    ]  # fmt: skip
    return lines
