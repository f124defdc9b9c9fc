"""A Bot API with residents behind it, in a process of its own: each writes a text, waits for the
answer, and writes the next. It measures from the update's release to the reply's arrival.

    python -m benchmarks.residents      then one line of JSON in for each load, one out

Nothing but what a turn needs: getUpdates, sendMessage, and what a bot asks at its start.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from typing import Any

from benchmarks.house import update

ME = {"id": 1, "is_bot": True, "first_name": "G", "username": "bench_bot"}
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
POLL = 20.0  # seconds


class Residents:
    def __init__(self) -> None:
        self.pending: list[dict[str, Any]] = []
        self.came = asyncio.Event()
        self.numbers = 0
        self.answers: dict[int, asyncio.Future[None]] = {}

    async def load(self, chats: list[int], texts: list[str], turns: int) -> dict[str, Any]:
        """Every chat takes its turns one after the other, all chats at once."""
        times: list[float] = []

        async def live(chat: int) -> None:
            for number in range(turns):
                answered = asyncio.get_running_loop().create_future()
                self.answers[chat] = answered
                began = time.perf_counter()
                self.numbers += 1
                text = texts[(number + chat) % len(texts)]
                self.pending.append(update(self.numbers, chat, text))
                self.came.set()
                await asyncio.wait_for(answered, 60)
                times.append((time.perf_counter() - began) * 1000)

        began = time.perf_counter()
        await asyncio.gather(*(live(chat) for chat in chats))
        return {"times": times, "seconds": time.perf_counter() - began}

    async def answer(self, method: str, body: dict[str, Any]) -> Any:
        if method == "getUpdates":
            return await self._updates(body)
        if method == "sendMessage":
            waiting = self.answers.pop(int(body["chat_id"]), None)
            if waiting is not None and not waiting.done():
                waiting.set_result(None)
            self.numbers += 1
            chat = {"id": int(body["chat_id"]), "type": "private"}
            number = 1_000_000 + self.numbers
            return {"message_id": number, "date": 1, "chat": chat, "from": ME, "text": "x"}
        return {"getMe": ME, "getWebhookInfo": {
            "url": "", "has_custom_certificate": False, "pending_update_count": 0,
        }}.get(method, True)  # fmt: skip

    async def _updates(self, body: dict[str, Any]) -> list[dict[str, Any]]:
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
            while line := await reader.readline():
                method = line.split()[1].rsplit(b"/", 1)[-1].decode()
                length, form = 0, False
                while (header := await reader.readline()) not in (b"\r\n", b""):
                    name, _, value = header.lower().partition(b":")
                    length = int(value) if name == b"content-length" else length
                    form = form or (name == b"content-type" and b"form" in value)
                content = await reader.readexactly(length)
                result = await self.answer(method, _body(content, form))
                out = json.dumps({"ok": True, "result": result}).encode()
                writer.write(HEAD % len(out) + out)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            return
        finally:
            writer.close()


def _body(content: bytes, form: bool) -> dict[str, Any]:
    if form:
        from urllib.parse import parse_qsl

        return dict(parse_qsl(content.decode()))
    found: dict[str, Any] = json.loads(content or b"{}")
    return found


async def main() -> None:
    residents = Residents()
    server = await asyncio.start_server(residents.serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        asked = json.loads(line)
        print(json.dumps(await residents.load(**asked)), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
