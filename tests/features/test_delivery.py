"""What cannot be delivered, or is too much at once: nobody believes that it was read."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import floods
from bot.channel import Outgoing, Refused, Say
from bot.handoff_texts import (
    BUTTON_CLAIM,
    CRISIS_MARK,
    NOT_ARRIVED,
    NOT_DELIVERED,
    RELEASED_RESIDENT,
    TOO_MUCH,
)
from bot.store.tables import Message

from .story import Phone, Story


async def talking(story: Story) -> tuple[Phone, Phone]:
    karim, ana = await story.volunteer(), await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    return ana, karim


async def test_what_telegram_refuses_comes_back_to_who_wrote_it(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, karim = await talking(story)
    send = story.wire.send

    async def refusing(chat_id: int, outgoing: Outgoing) -> int | None:
        if isinstance(outgoing, Say) and "raar" in outgoing.text:
            raise Refused("bad request")
        return await send(chat_id, outgoing)

    monkeypatch.setattr(story.wire, "send", refusing)
    mine = await ana.says("raar ding")
    await story.sweeps()
    ana.reads(NOT_ARRIVED, name="Karim")
    assert ana.last.reply_to == mine.message_id
    his = await karim.says("ook raar")
    await story.sweeps()
    karim.reads(NOT_DELIVERED, name="Ana")
    assert (karim.last.reply_to, karim.last.protect) == (his.message_id, True)
    assert (await story.handoff()).state == "talking"


async def test_a_volunteer_whom_nothing_reaches_is_replaced(story: Story) -> None:
    lies = await story.volunteer("Lies")
    ana, karim = await talking(story)
    karim.screen.blocked = True  # Telegram has not said so yet
    await ana.says("bent u daar")
    await story.sweeps()
    ana.reads(NOT_ARRIVED, name="Karim")
    ana.reads(RELEASED_RESIDENT, name="Karim")
    await lies.touches(BUTTON_CLAIM)
    assert (await story.handoff()).claimed_by == (await story.person(lies)).id


async def test_a_flood_is_stopped_and_danger_never(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(floods, "MOST_IN_A_FLOOD", 3)
    ana, karim = await talking(story)
    for number in range(5):
        await ana.says(f"bericht {number}")
    ana.hears_nothing()
    stopped = story.text(TOO_MUCH, "nl", minutes=10)
    assert [m.text for m in ana.screen.messages].count(stopped) == 1
    assert [m.text for m in karim.news] == ["bericht 0", "bericht 1", "bericht 2"]
    told = select(Message).where(Message.purpose == "flood")
    assert len(await story.rows(told)) == 1, "said once"
    await ana.says("ik wil dood")
    karim.reads(CRISIS_MARK, name="Ana")
    assert karim.last.text == "ik wil dood"
    await story.passes(minutes=11)
    await ana.says("weer rustig")
    assert karim.last.text == "weer rustig"
