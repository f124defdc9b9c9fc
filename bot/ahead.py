"""Asks what a text means as soon as it came in, while it is stored and waits for others to follow.

For a process that is alone: among several, who stores a text is seldom who answers it, and it would
be asked twice.
"""

from __future__ import annotations

import asyncio

from bot.nlu import Parser, Understanding

MOST = 32  # texts; the model takes some 80 a second, one after the other, and has two seconds each


class Ahead:
    """Between the listener and the language model."""

    def __init__(self, nlu: Parser) -> None:
        self._nlu = nlu
        self._asked: dict[str, asyncio.Task[Understanding | None]] = {}

    def begin(self, text: str) -> None:
        """Somebody will ask for this text soon. An answer that nobody asks for makes room."""
        if text in self._asked:
            return
        if len(self._asked) >= MOST:
            oldest = next(iter(self._asked))
            if not self._asked[oldest].done():
                return
            del self._asked[oldest]
        self._asked[text] = asyncio.create_task(self._nlu.parse(text))

    async def parse(self, text: str) -> Understanding | None:
        """As the model's own. What was unsure is asked again: it may have been away just then."""
        asked = self._asked.pop(text, None)
        found = await asked if asked is not None else None
        return found if found is not None else await self._nlu.parse(text)
