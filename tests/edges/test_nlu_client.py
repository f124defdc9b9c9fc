"""The NLU client against a real HTTP server: right, slow, rubbish, another model."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.nlu import OURS, RASAS, NluClient, NoServer, Understanding, WrongModel, sendable
from bot.understanding import DOUBTS

MODEL = "ab12" * 16
NAMES = ("feel_lonely", "mood_low", "tell_loss", "feel_tired", "feel_unheard", "deny")
GOOD: dict[str, Any] = {
    "text": "alleen",
    "intent": {"name": "feel_lonely", "confidence": 0.7},
    "intent_ranking": [{"name": n, "confidence": 0.7 / (i + 1)} for i, n in enumerate(NAMES)],
    "entities": [],
    "model": MODEL,
    "safety": {"crisis_suicide": 0.2, "crisis_medical": 0.01, "crisis_violence": 0.0},
    "levels": {"nl": "act", "fr": "ask", "en": None},
}


class Server:
    """A stand-in for Rasa: `answer` is what it says next, `seen` what it was asked."""

    def __init__(self) -> None:
        self.path = OURS  # the only one that it knows
        self.asked: list[str] = []  # paths
        self.answer: Response | dict[str, Any] = GOOD
        self.delay = 0.0
        self.seen: list[str] = []
        self.tokens: list[str | None] = []

    async def parse(self, request: Request) -> Response:
        self.asked.append(request.url.path)
        if request.url.path != f"/{self.path}":
            return PlainTextResponse("no such way", status_code=404)
        self.seen.append((await request.json())["text"])
        self.tokens.append(request.query_params.get("token"))
        await asyncio.sleep(self.delay)
        return self.answer if isinstance(self.answer, Response) else JSONResponse(self.answer)


@asynccontextmanager
async def listening(server: Server) -> AsyncIterator[str]:
    app = Starlette(routes=[Route("/{path:path}", server.parse, methods=["POST"])])
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        config = uvicorn.Config(app, log_level="error", lifespan="off", ws="none")
        running = uvicorn.Server(config)
        task = asyncio.create_task(running.serve(sockets=[listener]))
        while not running.started:  # noqa: ASYNC110 - uvicorn has no event to wait for
            await asyncio.sleep(0.005)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        running.should_exit = True
        await task


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    server = Server()
    async with listening(server) as url:
        server.url = url  # type: ignore[attr-defined]
        yield server


@asynccontextmanager
async def client(server: Server, **settings: Any) -> AsyncIterator[NluClient]:
    nlu = NluClient(server.url, **{"fingerprint": MODEL, **settings})  # type: ignore[attr-defined]
    yield nlu
    await nlu.close()


async def test_an_answer_becomes_an_understanding(server: Server) -> None:
    async with client(server) as nlu:
        found = await nlu.parse("alleen")
    assert isinstance(found, Understanding)
    assert (found.intent, found.confidence) == ("feel_lonely", 0.7)
    assert found.intent == found.ranking[0][0]
    assert len(found.ranking) >= 5
    assert found.safety["crisis_suicide"] == 0.2
    assert found.levels == {"nl": "act", "fr": "ask"}
    assert found.model == MODEL


async def test_the_beginning_of_the_fingerprint_is_enough(server: Server) -> None:
    async with client(server, fingerprint=MODEL[:12]) as nlu:
        await nlu.check()
        assert await nlu.parse("alleen")


async def test_another_server_of_rasa_is_asked_its_own_way(server: Server) -> None:
    server.path = RASAS
    async with client(server, token="s3cret") as nlu:
        assert await nlu.parse("alleen")
        assert await nlu.parse("nog eens")
    assert server.asked == [f"/{OURS}", f"/{RASAS}", f"/{RASAS}"]
    assert server.tokens == ["s3cret"] * 2


async def test_too_slow_is_unsure(server: Server) -> None:
    server.delay = 1
    async with client(server, timeout=0.05) as nlu:
        assert await nlu.parse("alleen") is None


@pytest.mark.parametrize(
    "rubbish",
    [
        PlainTextResponse("<html>"),
        PlainTextResponse("no", status_code=500),
        JSONResponse([1, 2]),
        JSONResponse({"model": MODEL}),
        JSONResponse({**GOOD, "intent_ranking": []}),
        JSONResponse({**GOOD, "intent_ranking": [{"name": "deny", "confidence": 7}]}),
        JSONResponse({**GOOD, "intent_ranking": [{"name": "deny", "confidence": "high"}]}),
        JSONResponse({**GOOD, "safety": None}),
    ],
)
async def test_rubbish_is_unsure(server: Server, rubbish: Response) -> None:
    server.answer = rubbish
    async with client(server) as nlu:
        assert await nlu.parse("alleen") is None


async def test_another_model_is_refused_at_the_start_and_unsure_later(server: Server) -> None:
    server.answer = {**GOOD, "model": "ff" * 32}
    async with client(server) as nlu:
        with pytest.raises(WrongModel, match="make train"):
            await nlu.check()
        assert await nlu.parse("alleen") is None


async def test_a_server_without_our_components_is_another_model(server: Server) -> None:
    server.answer = {"text": "", "intent": {"name": None}, "entities": []}
    async with client(server, fingerprint="") as nlu:
        with pytest.raises(WrongModel):
            await nlu.check()


async def test_brackets_without_an_end_are_unsure(server: Server) -> None:
    server.answer = PlainTextResponse('{"a":' * 100_000)
    async with client(server) as nlu:
        assert await nlu.parse("alleen") is None


async def test_no_server() -> None:
    nlu = NluClient("http://127.0.0.1:9", fingerprint=MODEL)
    with pytest.raises(NoServer):
        await nlu.check()
    assert await nlu.parse("alleen") is None
    await nlu.close()


async def test_what_is_sent(server: Server) -> None:
    async with client(server, token="s3cret") as nlu:
        for text in ("", "  \n", "\u200b\u2060", "/", "///  "):
            assert await nlu.parse(text) is None
        assert server.seen == []
        await nlu.parse("/deny")
        await nlu.parse("a" * 9000)
    assert server.seen == ["deny", "a" * 4096]
    assert server.tokens == ["s3cret", "s3cret"]


def test_the_end_of_an_overlong_text_is_cut() -> None:
    assert len(sendable("x" * 5000)) == 4096
    assert sendable("??? ") == "???"
    assert sendable("👍") == "👍"


async def test_one_line_however_many_ask_at_once(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "bot.nlu")
    server.answer = PlainTextResponse("een", status_code=500)
    async with client(server) as nlu:
        assert await asyncio.gather(*(nlu.parse("een") for _ in range(8))) == [None] * 8
        server.answer = GOOD
        assert None not in await asyncio.gather(*(nlu.parse("een") for _ in range(8)))
    first, again = (record.getMessage() for record in caplog.records if record.name == "bot.nlu")
    assert first.startswith("the NLU gives no answer")
    assert again == "the NLU answers again"


@pytest.mark.parametrize(
    ("told", "doubt"),
    [*zip(DOUBTS, DOUBTS, strict=True), ("talk", None), ("other", None), (None, None), (5, None)],
)
async def test_what_to_ask_about_in_a_talk(server: Server, told: object, doubt: str | None) -> None:
    """Another server of Rasa's says nothing of it, and one of another make may say anything."""
    server.answer = {**GOOD, "relay": told}
    async with client(server) as nlu:
        found = await nlu.parse("zet hem er maar af")
    assert found is not None
    assert found.doubt == doubt


async def test_a_server_that_says_nothing_of_it(server: Server) -> None:
    async with client(server) as nlu:
        found = await nlu.parse("zet hem er maar af")
    assert found is not None
    assert found.doubt is None


@pytest.mark.parametrize(
    ("told", "called"),
    [
        ({"called": {"name": "Zulma", "confidence": 0.9}}, "Zulma"),
        ({"called": None}, None),
        ({}, None),
        ({"called": "Zulma"}, None),
        ({"called": {"name": 5}}, None),
        ({"called": {"name": "", "confidence": 0.1}}, ""),
    ],
)
async def test_the_name_in_an_answer(
    server: Server, told: dict[str, object], called: str | None
) -> None:
    """'' is no name; None is a server that says nothing of it, so that our own frames read."""
    server.answer = {**GOOD, **told}
    async with client(server) as nlu:
        found = await nlu.parse("wie anders? Zulma!")
    assert found is not None
    assert found.called == called
