"""Hypothesis for stories: rubbish fed to a bot whose loop is running."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st


async def feeds[T](
    each: Callable[[T], Awaitable[None]], what: st.SearchStrategy[T], examples: int = 60
) -> None:
    """Hypothesis beside a running loop: it draws in a thread, and each example is awaited here."""
    loop = asyncio.get_running_loop()

    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(what)
    def feed(one: T) -> None:
        asyncio.run_coroutine_threadsafe(each(one), loop).result()

    await asyncio.to_thread(feed)
