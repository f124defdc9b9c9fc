"""What is over goes by itself, on the clock: words after 30 days, the rest after 12 months."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot import report_texts as texts
from bot import retention
from bot.store.bridge import Report
from bot.store.privacy_tables import Access, PastConsent
from bot.store.tables import (
    Alert,
    Audit,
    Base,
    Concern,
    Consent,
    Contact,
    Handoff,
    Invitation,
    Message,
    Person,
    Relay,
    Timer,
    Update,
)

from .story import Story

SHORT = (Relay, Alert, Update, Timer)
LONG = (Contact, Concern, Access, Audit, Handoff, Invitation)


async def count(story: Story, table: type[Base]) -> int:
    async with story.store.read() as session:
        return await session.scalar(select(func.count()).select_from(table)) or 0


async def test_words_after_a_month_the_rest_after_a_year(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "BATCH", 2)
    karim, ana = await story.volunteer(), await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    await ana.says("mijn kat is ziek")
    await karim.says("/close")
    await ana.says("ik wil dood")
    await ana.taps(ana.screen.keyboard[0])
    bea = await story.resident("Bea", hour="09:00")
    await story.passes(days=1)
    assert all([await count(story, table) for table in (*SHORT, *LONG)])
    first = await count(story, Message)

    async def goes_by(**span: float) -> None:
        """Straight to that night: the days between are not played."""
        story.clock.advance(timedelta(**span).total_seconds())
        await story.app.sweep.once()

    await goes_by(days=28)
    assert await count(story, Message) >= first, "not before its time"
    await goes_by(days=4)
    assert await count(story, Relay) == await count(story, Alert) == 0
    assert all([await count(story, table) for table in LONG])
    left = await story.rows(select(Message).where(Message.created_at < story.clock.now()))
    assert len(left) < first
    assert (await count(story, Update)) == 1, "the newest number is kept, for polling on"
    agreed = await count(story, Consent)

    await goes_by(days=340)
    for table in LONG:
        old = [row for row in await story.rows(select(table)) if table is not Contact]
        assert old == [], table.__tablename__
    assert await story.rows(select(Person).where(Person.chat_id == ana.id)) == []
    assert (await story.person(bea)).name == "Bea", "she is greeted still"
    assert (await story.person(karim)).role == "volunteer"
    past = await story.rows(select(PastConsent))
    assert len(past) + await count(story, Consent) == agreed
    assert {row.purpose for row in past} == {"checkins", "share"}
    again = await count(story, Message)
    await story.app.sweep.once()
    assert await count(story, Message) == again


async def test_who_blocked_the_bot_for_a_year_is_erased(story: Story) -> None:
    """Nothing reaches her; who is greeted still stays, however long she has been silent."""
    ana, bea = await story.resident("Ana", hour="10:00"), await story.resident("Bea", hour="10:00")
    await ana.blocks()

    async def goes_by(days: int) -> None:
        story.clock.advance(timedelta(days=days).total_seconds())
        await story.app.sweep.once()

    await goes_by(360)
    assert (await story.person(ana)).name == "Ana"
    await goes_by(10)
    assert await story.rows(select(Person.name)) == ["Bea"]
    assert (await story.person(bea)).name == "Bea"


async def test_a_talk_stays_as_long_as_a_report_of_it_is_open(story: Story) -> None:
    """With it what keeps that volunteer from her, and what coordinators look into."""
    sofie, karim = await story.coordinator(), await story.volunteer()
    ana = await story.resident("Ana", hour="09:00")
    await story.talk(ana, karim)
    await ana.touches(texts.BUTTON_OTHER)
    await ana.touches(texts.BUTTON_WRONG)
    await ana.says("hij vroeg geld")
    await ana.says("laat maar")
    await ana.taps(ana.screen.keyboard[0])
    assert (await story.handoff()).state == "withdrawn"
    for days in (360, 10):
        story.clock.advance(timedelta(days=days).total_seconds())
        await story.app.sweep.once()
    await story.settles()
    (report,) = await story.rows(select(Report))
    assert (report.handoff_id, report.words) == (1, "hij vroeg geld")
    await sofie.says("/today")
    sofie.reads(texts.OPEN, number=1, day="maandag 5 oktober")
    await sofie.taps(f"1: {story.text(texts.BUTTON_READ, 'nl')}")
    sofie.sees("hij vroeg geld")
    await sofie.touches(texts.BUTTON_SETTLED)
    story.clock.advance(timedelta(days=1).total_seconds())
    await story.app.sweep.once()
    assert await count(story, Handoff) == await count(story, Report) == 0


async def test_one_process_a_night(story: Story) -> None:
    now = story.clock.now()
    assert await retention.take_night(story.store, story.house, now)
    assert not await retention.take_night(story.store, story.house, now + timedelta(minutes=1))
    night = story.house.local(now).replace(hour=3, minute=30) + timedelta(days=1)
    assert not await retention.take_night(story.store, story.house, night - timedelta(seconds=1))
    assert await retention.take_night(story.store, story.house, night)
