"""What the figures say of first words: who is greeted no more is not counted as waiting for one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.metrics import LATE
from bot.nlu import NluClient
from bot.settings import Settings

from .story import Phone, Story

type Goes = Callable[[Phone], Awaitable[None]]


async def first_words(story: Story) -> tuple[float, float]:
    """How many are due, and how many are late."""
    metrics = story.app.metrics
    await metrics.text(story.store, story.clock.now())
    value = metrics.registry.get_sample_value
    found = [value(f"goeiedag_contacts_{name}") for name in ("due", "late")]
    assert None not in found
    return found[0] or 0.0, found[1] or 0.0


async def stands_still(story: Story, **span: float) -> None:
    """Time goes by, and nobody sweeps."""
    story.clock.advance(timedelta(**span).total_seconds())


async def stops(phone: Phone) -> None:
    await phone.says("/stop")


async def pauses(phone: Phone) -> None:
    await phone.says("/pause")
    await phone.picks("pause/ask/7d")


async def pauses_until_she_asks(phone: Phone) -> None:
    await phone.says("/pause")
    await phone.picks("pause/ask/open")


async def forgets(phone: Phone) -> None:
    await phone.says("/forget")
    await phone.picks("forget/ask/yes")


async def test_due_and_then_late_where_nobody_sweeps(story: Story) -> None:
    ana = await story.resident("Ana", hour="10:00")
    await story.resident("Bea", hour="14:00")
    await story.until_local("09:59")
    assert await first_words(story) == (0, 0)
    due = await story.app.sweep.next_due()
    assert due is not None
    story.clock.move_to(due)
    assert await first_words(story) == (1, 0)
    await stands_still(story, seconds=LATE.total_seconds())
    assert await first_words(story) == (1, 1)
    await story.sweeps()
    ana.one()
    assert await first_words(story) == (0, 0)


@pytest.mark.parametrize("goes", [stops, pauses, pauses_until_she_asks, forgets])
async def test_who_is_greeted_no_more_is_never_due(story: Story, goes: Goes) -> None:
    ana = await story.resident("Ana", hour="12:00")
    await goes(ana)
    await story.passes(hours=2)
    for _ in range(3):
        await stands_still(story, days=1)
        assert await first_words(story) == (0, 0)


async def test_who_blocked_the_bot_is_not_late_after_a_sweep(story: Story) -> None:
    """Each day it is looked whether she is back."""
    ana = await story.resident("Ana", hour="10:00")
    await ana.blocks()
    for _ in range(3):
        await story.until_local("11:00")
        assert await first_words(story) == (0, 0)
    ana.hears_nothing()


async def test_turns_and_questions_to_the_model_are_counted(
    story: Story, settings: Settings
) -> None:
    nlu = NluClient("http://127.0.0.1:9")  # nobody listens there
    real = Story(story.store, settings, story.house, story.clock, nlu)
    ana = await real.resident("Ana", hour=None)
    await ana.says("de tuin staat in bloei")
    value = real.app.metrics.registry.get_sample_value
    assert value("goeiedag_turn_seconds_count") == 1
    assert value("goeiedag_nlu_seconds_count", {"outcome": "no_answer"}) in (1, 2)  # ahead, too
    assert value("goeiedag_nlu_seconds_count", {"outcome": "ok"}) is None
    await nlu.close()
