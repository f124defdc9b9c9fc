"""Work that begins where it is asked for, not at the event loop's next round."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any


def begun[T](work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
    """A task that has run up to its first wait: a question is on its way when this returns."""
    return asyncio.Task(work, loop=asyncio.get_running_loop(), eager_start=True)
