"""Asks what a text means as soon as it came in, while it is stored and waits for others to follow.

For a process that is alone: among several, who stores a text is seldom who answers it, and it would
be asked twice.
"""

from __future__ import annotations

import asyncio

from bot.eager import begun
from bot.nlu import Parser, Understanding

MOST = 32  # texts; the model takes some 80 a second, one after the other, and has two seconds each
KEPT = 30.0  # seconds: nobody's words stay here for nothing, and no answer of a model of before


class Ahead:
    """Between the listener and the language model."""

    def __init__(self, nlu: Parser) -> None:
        self._nlu = nlu
        self._asked: dict[str, asyncio.Task[Understanding | None]] = {}

    def begin(self, text: str) -> None:
        """Somebody will ask for this text soon. The question is on its way when this returns."""
        if text in self._asked or len(self._asked) >= MOST:
            return
        self._asked[text] = asked = begun(self._nlu.parse(text))
        asyncio.get_running_loop().call_later(KEPT, self._forget, text, asked)

    def _forget(self, text: str, asked: asyncio.Task[Understanding | None]) -> None:
        if self._asked.get(text) is asked:
            del self._asked[text]

    def let_go(self, text: str) -> None:
        """Nobody will ask for this text: it turned out to be a button of ours."""
        self._asked.pop(text, None)

    async def parse(self, text: str) -> Understanding | None:
        """As the model's own, and in no more time. What was unsure a while ago is asked again: the
        model may have been away just then."""
        asked = self._asked.pop(text, None)
        if asked is not None and (not asked.done() or asked.result() is not None):
            return await asked
        return await self._nlu.parse(text)
