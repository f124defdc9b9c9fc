"""The event loop of what runs until it is stopped."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Coroutine
from typing import Any


def run[T](work: Coroutine[Any, Any, T]) -> T:
    """Like `asyncio.run`, on uvloop where there is one: a turn takes a tenth less CPU with it."""
    if sys.platform == "win32":
        return asyncio.run(work)
    import uvloop

    return asyncio.run(work, loop_factory=uvloop.new_event_loop)
