"""A volunteer who became a coordinator reads nothing of whom she is kept apart from."""

from __future__ import annotations

from sqlalchemy import select, update

from bot import danger, open_dangers, people
from bot import report_texts as texts
from bot.store.bridge import Report
from bot.store.tables import Audit, Person
from bot.worry_texts import DEFAULT

from .story import Phone, Story
from .test_complaints import LANGUAGES
from .test_safety import DANGER
from .test_violence_after import NAMED, RUDE, over
from .test_worry import chooses, told


async def over_and_coordinator(story: Story, language: str) -> tuple[Phone, Phone, Phone]:
    """The talk is over, and Karim is a coordinator since, as Sofie is."""
    ana, karim, sofie = await over(story, language)
    async with story.store.write() as session:
        role = update(Person).where(Person.chat_id == karim.id).values(role=people.COORDINATOR)
        await session.execute(role)
    return ana, karim, sofie


async def leaves(story: Story, phone: Phone) -> None:
    async with story.store.write() as session:
        now = story.clock.now()
        await session.execute(update(Person).where(Person.chat_id == phone.id).values(left_at=now))


async def reports(ana: Phone, language: str) -> None:
    await ana.says(RUDE[language])
    await ana.touches(texts.BUTTON_TELL)


@LANGUAGES
async def test_nobody_reads_or_settles_a_report_of_oneself(story: Story, language: str) -> None:
    ana, karim, sofie = await over_and_coordinator(story, language)
    await reports(ana, language)
    sofie.sees(RUDE[language])
    karim.hears_nothing()
    (report,) = await story.rows(select(Report))
    read = f"rep:read:{report.id}"
    for phone, button in ((karim, False), (sofie, True)):
        await phone.says("/today")
        shown = [one.data for message in phone.news for one in message.inline]
        assert (read in shown) is button
    for wish in ("read", "done"):
        await karim.forges(f"rep:{wish}:{report.id}")
    assert RUDE[language] not in "".join(m.text for m in karim.screen.messages)
    assert await story.rows(select(Report.settled_at)) == [None]


@LANGUAGES
async def test_whom_she_fears_has_no_alert_of_her(story: Story, language: str) -> None:
    ana, karim, sofie = await over_and_coordinator(story, language)
    await ana.says(NAMED[language])
    await story.passes(minutes=16)
    karim.hears_nothing()
    data = next(b.data for m in sofie.news for b in m.inline if b.data.startswith("danger:"))
    await karim.says("/today")
    assert data not in [one.data for message in karim.news for one in message.inline]
    for forged in (data, f"{data}:call"):
        await karim.forges(forged)
    karim.sees_not("Ana")
    assert not await story.rows(select(Audit.id).where(Audit.action == "danger.released"))
    await sofie.touches(danger.BUTTON_OPEN)
    await sofie.touches(danger.BUTTONS["call"])
    assert any("Ana" in message.text for message in sofie.screen.messages)
    await karim.forges(data.replace("danger", "reached"))
    assert not await story.rows(select(Audit.id).where(Audit.action == open_dangers.REACHED))


@LANGUAGES
async def test_where_nobody_else_is_there_the_alert_goes(story: Story, language: str) -> None:
    ana, karim, sofie = await over_and_coordinator(story, language)
    await leaves(story, sofie)
    await reports(ana, language)
    karim.hears_nothing()
    await ana.says(DANGER[language])
    await story.passes(minutes=16)
    karim.reads(danger.ALERT)
    await karim.touches(danger.BUTTON_OPEN)
    karim.reads(danger.REASON)


async def test_nor_is_there_another_whom_nothing_reaches(story: Story) -> None:
    ana, karim, sofie = await over_and_coordinator(story, "nl")
    await sofie.blocks()
    await ana.says(NAMED["nl"])
    await story.passes(minutes=16)
    karim.reads(danger.ALERT)


async def test_as_a_coordinator_he_is_not_told_of_her_silence(story: Story) -> None:
    ana, karim, sofie = await over_and_coordinator(story, "nl")
    await chooses(ana, "coordinator")
    await ana.says(NAMED["nl"])
    await story.passes(days=3)
    text = story.text(DEFAULT, "nl", name="Ana", organisation="De Brug")
    assert (len(told(story, sofie, text)), told(story, karim, text)) == (1, [])
