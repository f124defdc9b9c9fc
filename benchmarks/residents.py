"""Everybody who writes, in a process of its own: residents at a Bot API, and senders at a Rasa.

Each writes a text, waits for the answer, and writes the next. A turn is measured from the moment
that its update may be fetched to the arrival of the reply.

    python -m benchmarks.residents      then one line of JSON in for each load, one out

The Bot API has nothing but what a turn needs: getUpdates, sendMessage, and what a bot asks at its
start.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any
from urllib.parse import parse_qsl

from benchmarks.posting import headers, line
from benchmarks.written import update

ME = {"id": 1, "is_bot": True, "first_name": "G", "username": "bench_bot"}
HOOK = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
POLL, ANSWERED_WITHIN, SETTLED = 20.0, 120.0, 0.3  # seconds

type Write = Callable[[int, str], Awaitable[None]]  # who, what; ends with the answer


class BotApi:
    def __init__(self) -> None:
        self.pending: list[dict[str, Any]] = []
        self.came, self.polled = asyncio.Event(), asyncio.Event()
        self.numbers = self.replies = 0
        self.answers: dict[int, asyncio.Future[None]] = {}

    async def turn(self, chat: int, text: str) -> None:
        answered = self.answers[chat] = asyncio.get_running_loop().create_future()
        self.numbers += 1
        self.pending.append(update(self.numbers, chat, text))
        self.came.set()
        await asyncio.wait_for(answered, ANSWERED_WITHIN)

    async def answer(self, method: str, body: dict[str, Any]) -> Any:
        if method == "getUpdates":
            return await self._updates(body)
        if method == "sendMessage":
            self.replies += 1
            waiting = self.answers.pop(int(body["chat_id"]), None)
            if waiting is not None and not waiting.done():
                waiting.set_result(None)
            chat = {"id": int(body["chat_id"]), "type": "private"}
            number = 1_000_000 + self.replies
            return {"message_id": number, "date": 1, "chat": chat, "from": ME, "text": "x"}
        return {"getMe": ME, "getWebhookInfo": HOOK}.get(method, True)

    async def _updates(self, body: dict[str, Any]) -> list[dict[str, Any]]:
        self.polled.set()
        offset = int(body.get("offset") or 0)
        self.pending = [one for one in self.pending if one["update_id"] >= offset]
        if not self.pending:
            self.came.clear()
            try:
                await asyncio.wait_for(self.came.wait(), POLL)
            except TimeoutError:
                return []
        return list(self.pending)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while request := await reader.readline():
                method = request.split()[1].rsplit(b"/", 1)[-1].decode()
                given = await headers(reader)
                content = await reader.readexactly(int(given.get("content-length", 0)))
                form = "form" in given.get("content-type", "")
                body = dict(parse_qsl(content.decode())) if form else json.loads(content or b"{}")
                out = json.dumps({"ok": True, "result": await self.answer(method, body)}).encode()
                writer.write(HEAD % len(out) + out)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            return
        finally:
            writer.close()


async def load(write: Write, chats: list[int], texts: list[str], turns: int) -> dict[str, Any]:
    """Every chat takes its turns one after the other, all chats at once."""
    times: list[float] = []

    async def live(place: int, chat: int) -> None:
        for number in range(turns):
            began = time.perf_counter()
            await write(chat, texts[(number + place) % len(texts)])
            times.append((time.perf_counter() - began) * 1000)

    began = time.perf_counter()
    await asyncio.gather(*(live(place, chat) for place, chat in enumerate(chats)))
    return {"times": times, "seconds": time.perf_counter() - began}


async def at_bot_api(api: BotApi, **asked: Any) -> dict[str, Any]:
    """A second reply to a text would be taken for the first to the next: there must be none."""
    before = api.replies
    told = await load(api.turn, **asked)
    await asyncio.sleep(SETTLED)
    if api.replies - before != len(told["times"]):
        raise OSError(f"{len(told['times'])} texts had {api.replies - before} replies")
    return told


async def at_rasa(port: int, kind: str, **asked: Any) -> dict[str, Any]:
    """`kind`: `parse` asks what a text means, `understand` asks as the bot does, `rest` has a whole
    turn."""
    async with AsyncExitStack() as stack:
        lines = {chat: await stack.enter_async_context(line(port)) for chat in asked["chats"]}

        async def parse(chat: int, text: str) -> None:
            found = await lines[chat].post("/model/parse", {"text": text})
            if not found["intent"]["name"]:
                raise OSError("a text was not understood")

        async def understand(chat: int, text: str) -> None:
            found = await lines[chat].post("/webhooks/goeiedag/understand", {"text": text})
            if not found["intent_ranking"]:
                raise OSError("a text was not understood")

        async def rest(chat: int, text: str) -> None:
            body = {"sender": str(chat), "message": text}
            answers = await lines[chat].post("/webhooks/rest/webhook", body)
            if len(answers) != 1:
                raise OSError(f"a text had {len(answers)} answers")

        works = {"parse": parse, "understand": understand, "rest": rest}
        return await load(works[kind], **asked)


async def carried_out(api: BotApi, kind: str, **asked: Any) -> dict[str, Any]:
    try:
        if kind == "polled":
            await asyncio.wait_for(api.polled.wait(), ANSWERED_WITHIN)
            api.polled.clear()
            return {}
        if kind == "turn":
            return await at_bot_api(api, **asked)
        return await at_rasa(kind=kind, **asked)
    except (OSError, TimeoutError, asyncio.IncompleteReadError) as error:
        return {"error": str(error) or type(error).__name__}


async def main() -> None:
    api = BotApi()
    server = await asyncio.start_server(api.serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    loop = asyncio.get_running_loop()
    while asked := await loop.run_in_executor(None, sys.stdin.readline):
        print(json.dumps(await carried_out(api, **json.loads(asked))), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
