"""The language model's server stops and starts again under a running bot: who writes meanwhile is
answered, and the first text after it is understood. Its address stays the same."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest

from bot.nlu import CRISES, OURS, NluClient
from bot.settings import Settings
from bot.store.tables import Conversation

from .story import OTHERS, Phone, Story

EVERY = pytest.mark.parametrize("language", ["nl", "fr", "en"])
DIES = pytest.mark.parametrize("killed", [False, True], ids=["stopped", "killed"])
ALONE = {"nl": "zo leeg hier in huis", "fr": "la maison est vide", "en": "the house is so empty"}
DANGER = {"nl": "ik wil dood", "fr": "je veux mourir", "en": "I want to die"}
MODEL = "ab12" * 16
LOST = "the NLU gives no answer (ConnectionRefusedError); safety words go on"
FOUND = "the NLU answers again"


class Server:
    """Stands for Rasa's, on one port: every text of `ALONE` means that somebody is lonely."""

    def __init__(self) -> None:
        self.port = 0
        self.asked: list[str] = []
        self._running: asyncio.Server | None = None
        self._lines: set[asyncio.StreamWriter] = set()

    async def start(self) -> None:
        self._running = await asyncio.start_server(self._talk, "127.0.0.1", self.port)
        self.port = self._running.sockets[0].getsockname()[1]

    async def stop(self, killed: bool = False) -> None:
        """`killed`: nobody says goodbye on the connections that are open."""
        assert self._running is not None
        self._running.close()
        for line in self._lines:
            line.transport.abort() if killed else line.close()
        await self._running.wait_closed()
        self._running = None

    async def _talk(self, reader: asyncio.StreamReader, line: asyncio.StreamWriter) -> None:
        self._lines.add(line)
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                assert f"/{OURS}".encode() in head
                length = re.search(rb"Content-Length: (\d+)", head)
                assert length is not None
                text = json.loads(await reader.readexactly(int(length[1])))["text"]
                self.asked.append(text)
                said = json.dumps(meant(text)).encode()
                line.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(said) + said)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # the bot, or we, closed it
        finally:
            self._lines.discard(line)
            line.close()


def meant(text: str) -> Mapping[str, Any]:
    sure = 0.9 if text in ALONE.values() else 0.1
    ranking = [{"name": "feel_lonely", "confidence": sure}]
    ranking += [{"name": name, "confidence": 0.01} for name in OTHERS]
    safety, levels = dict.fromkeys(CRISES, 0.0), {"nl": None, "fr": None, "en": None}
    return {"intent_ranking": ranking, "model": MODEL, "safety": safety, "levels": levels}


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    server = Server()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def nlu(server: Server) -> AsyncIterator[NluClient]:
    client = NluClient(f"http://127.0.0.1:{server.port}", fingerprint=MODEL)
    yield client
    await client.close()


@pytest.fixture
def story(
    story: Story, settings: Settings, nlu: NluClient, caplog: pytest.LogCaptureFixture
) -> Story:
    """With the client that a bot has, and nothing of it scripted."""
    caplog.set_level("INFO", "bot.nlu")
    return Story(story.store, settings, story.house, story.clock, nlu)


async def talks_about(story: Story, phone: Phone) -> str:
    """The dialogue in which the bot is with her."""
    async with story.store.read() as session:
        row = await session.get_one(Conversation, (await story.person(phone)).id)
    found: str = ((row.position or {}).get("at") or {}).get("dialogue", "")
    return found


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [one.getMessage() for one in caplog.records if one.name == "bot.nlu"]


@EVERY
@DIES
async def test_who_writes_meanwhile_is_answered_and_then_understood(
    story: Story,
    server: Server,
    nlu: NluClient,
    caplog: pytest.LogCaptureFixture,
    language: str,
    killed: bool,
) -> None:
    ana, bea, cis = [
        await story.resident(name, language, hour=None) for name in ("Ana", "Bea", "Cis")
    ]
    await ana.says(ALONE[language])
    assert await talks_about(story, ana) == "lonely"
    assert await nlu.recent_state(3600) == "ok"

    await server.stop(killed)
    for phone in (bea, cis):
        await phone.says(ALONE[language])
        assert await talks_about(story, phone) == "unclear"
    await cis.says(DANGER[language])
    cis.sees("112")
    assert await nlu.recent_state(3600) == "no answer"
    assert told(caplog) == [LOST]

    await server.start()
    await bea.says(ALONE[language])
    assert await talks_about(story, bea) == "lonely"
    assert await nlu.recent_state(3600) == "ok"
    assert told(caplog) == [LOST, FOUND]


@EVERY
@DIES
async def test_a_restart_between_two_texts_is_noticed_by_nobody(
    story: Story,
    server: Server,
    caplog: pytest.LogCaptureFixture,
    language: str,
    killed: bool,
) -> None:
    """The connection that stood open is of no use any more."""
    for name in ("Ana", "Bea"):
        phone = await story.resident(name, language, hour=None)
        await phone.says(ALONE[language])
        assert await talks_about(story, phone) == "lonely"
        await server.stop(killed)
        await server.start()
    assert server.asked.count(ALONE[language]) == 2
    assert told(caplog) == []
