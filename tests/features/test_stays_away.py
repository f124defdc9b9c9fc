"""Nothing stands or begins between her and a volunteer who is kept from her, or who has left: no
appointment, no note, no word of the day after."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import appointment_texts as meeting
from bot import closing, outcomes, turnover, writing
from bot import report_texts as texts
from bot.avoided import REFUSED
from bot.handoff_texts import BUTTON_HANDOVER
from bot.house import Moment
from bot.i18n import Text
from bot.store.bridge import Appointment
from bot.store.tables import Fact, Person

from .story import Phone, Story
from .test_appointments import WHEN
from .test_complaints import AFTER, LANGUAGES, talking
from .test_refused_by_name import BUT_HIM
from .test_safety import SAFE
from .test_violence_after import HE, NAMED

NOTE = "hoort slecht links, spreek rustig"


async def proposed(story: Story, language: str = "nl") -> tuple[Phone, Phone]:
    for said in (NAMED, HE):
        story.mind.learns(said[language], "crisis_violence", level="act")
    ana, karim, _ = await talking(story, language)
    await karim.says(f"/meet {WHEN}")
    await karim.touches(meeting.BUTTON_PROPOSE)
    return ana, karim


async def agreed(story: Story, language: str = "nl", *, closed: bool = True) -> tuple[Phone, Phone]:
    ana, karim = await proposed(story, language)
    await ana.touches(meeting.BUTTON_YES)
    if closed:
        await karim.says("/close")
        await karim.touches(outcomes.BUTTONS["will_meet"])
    for phone in (ana, karim):
        phone.turns_the_page()
    return ana, karim


def off(story: Story, phone: Phone) -> bool:
    known = [story.text(meeting.OFF_OTHER, one, meeting="").strip() for one in ("nl", "fr", "en")]
    return any(m.text.startswith(tuple(known)) for m in phone.news)


async def reminded(story: Story, *phones: Phone) -> list[bool]:
    for phone in phones:
        phone.turns_the_page()
    await story.until_local("13:00", days=3)
    return [any("14:00" in m.text for m in phone.news) for phone in phones]


async def states(story: Story) -> list[str]:
    return await story.rows(select(Appointment.state).order_by(Appointment.id))


@LANGUAGES
async def test_a_report_calls_the_appointment_off(story: Story, language: str) -> None:
    ana, karim = await agreed(story, language)
    await ana.says(AFTER[language])
    assert not off(story, karim), "she has not said so yet"
    await ana.touches(texts.BUTTON_TELL)
    assert off(story, ana)
    assert off(story, karim)
    assert await states(story) == ["cancelled"]
    assert not any(await reminded(story, ana, karim))


@pytest.mark.parametrize("how", [texts.BUTTON_YES, texts.BUTTON_WRONG])
async def test_so_does_her_wish_for_somebody_else(story: Story, how: Text) -> None:
    ana, karim = await agreed(story, closed=False)
    await ana.touches(texts.BUTTON_OTHER)
    await ana.touches(how)
    assert off(story, ana)
    assert off(story, karim)
    assert not any(await reminded(story, ana, karim))


async def test_so_does_his_and_a_proposal_goes_too(story: Story) -> None:
    ana, karim = await proposed(story)
    await karim.says("/report")
    await karim.touches(texts.BUTTON_NEVER)
    assert off(story, ana)
    assert off(story, karim)
    await ana.forges("meet:yes:1")
    assert await states(story) == ["cancelled"]


async def test_his_own_report_calls_nothing_off(story: Story) -> None:
    ana, karim = await agreed(story)
    await karim.says("/report ze vroeg mijn adres")
    assert all(await reminded(story, ana, karim))


async def test_nor_does_a_request_for_somebody_else_by_name(story: Story) -> None:
    ana, karim = await agreed(story)
    story.mind.learns(BUT_HIM["nl"], "request_human")
    await ana.says(BUT_HIM["nl"])
    assert await story.rows(select(Fact).where(Fact.key == REFUSED))
    assert all(await reminded(story, ana, karim))


async def test_at_night_he_reads_so_in_the_morning(story: Story) -> None:
    ana, karim = await agreed(story)
    await story.until_local("23:00")
    karim.turns_the_page()
    await ana.says(AFTER["nl"])
    await ana.touches(texts.BUTTON_TELL)
    assert off(story, ana)
    await story.until_local("07:59")
    karim.hears_nothing()
    await story.until_local("08:01")
    assert off(story, karim)


@pytest.mark.parametrize("why", ["he would be on his way", "she is erased"])
async def test_or_at_once_where_he_would_wait_for_nothing(story: Story, why: str) -> None:
    ana, karim = await agreed(story)
    soon = why == "he would be on his way"
    await story.until_local("23:00", days=0)
    if soon:
        async with story.store.write() as session:
            (row,) = await session.scalars(select(Appointment))
            row.at = story.house.quiet.after(story.clock.now(), story.house.zone)
    karim.turns_the_page()
    await ana.says(AFTER["nl"])
    await ana.touches(texts.BUTTON_TELL)
    assert off(story, karim) is soon
    if not soon:
        await ana.says("/forget")
        await ana.picks("forget/ask/yes")
    assert off(story, karim)
    karim.turns_the_page()
    await story.until_local("12:00")
    karim.hears_nothing()


async def a_draft(story: Story) -> tuple[Phone, Phone]:
    ana, karim, _ = await talking(story)
    await karim.says(f"/meet {WHEN}")
    return ana, karim


@pytest.mark.parametrize("why", ["two days later", "handed on", "stopped", "reported", "left"])
async def test_a_draft_does_not_outlive_the_talk(story: Story, why: str) -> None:
    ana, karim = await a_draft(story)
    karim.turns_the_page()
    button = karim.screen.messages[-1].inline[0].data
    if why == "handed on":
        await karim.says("/release")
        await karim.taps(karim.last.labels[0])
    elif why == "stopped":
        await ana.says("/stop")
    elif why == "left":
        number = (await story.person(karim)).id
        async with story.store.write() as session:
            moment = Moment(session, story.house, story.clock.now())
            await turnover.leave(moment, await session.get_one(Person, number))
    elif why == "reported":
        await ana.says(AFTER["nl"])
        await ana.touches(texts.BUTTON_TELL)
    await story.passes(days=2 if why == "two days later" else 0, minutes=5)
    assert not off(story, karim), "of a draft nobody is told"
    ana.turns_the_page()
    await karim.forges(button)
    ana.hears_nothing()
    assert await states(story) == ["cancelled"]


@LANGUAGES
async def test_on_mere_fear_nobody_is_reminded(story: Story, language: str) -> None:
    ana, karim = await agreed(story, language)
    await ana.says(HE[language])
    assert await states(story) == ["agreed"], "it may be another"
    assert not any(await reminded(story, ana, karim))


@LANGUAGES
async def test_until_she_says_that_it_was_another(story: Story, language: str) -> None:
    ana, karim = await agreed(story, language)
    await ana.says(HE[language])
    await ana.taps(story.text(texts.BUTTON_NOT_OF_HIM, language, name="Karim"))
    assert all(await reminded(story, ana, karim))


async def test_nor_does_he_propose_then(story: Story) -> None:
    ana, karim = await a_draft(story)
    story.mind.learns(NAMED["nl"], "crisis_violence", level="act")
    await ana.says(NAMED["nl"])
    for phone in (ana, karim):
        phone.turns_the_page()
    for said in ("/meet", f"/meet {WHEN}"):
        await karim.says(said)
        await karim.taps(karim.last.labels[0])
        assert karim.last.text == story.text(writing.TOO_LATE, "nl")
    await karim.forges("meet:ask:1")
    ana.hears_nothing()
    assert await states(story) == ["cancelled"]


@LANGUAGES
@pytest.mark.parametrize("typed", [True, False])
async def test_a_proposal_waits_for_her_word_whose_it_was(
    story: Story, language: str, typed: bool
) -> None:
    ana, karim = await proposed(story, language)
    await karim.says("/close")
    await ana.says(HE[language])
    waits = story.text(meeting.WHOSE_FIRST, language, name="Karim")
    yes = story.text(meeting.BUTTON_YES, language)
    if typed:
        await ana.touches(SAFE)
        await ana.says(yes)
    else:
        await ana.taps(yes)
    assert any(m.text.endswith(waits) and yes in m.labels for m in ana.screen.messages)
    assert await states(story) == ["proposed"]
    await ana.taps(story.text(texts.BUTTON_NOT_OF_HIM, language, name="Karim"))
    await ana.taps(yes)
    assert await states(story) == ["agreed"]


def of_the_note(story: Story, ana: Phone) -> bool:
    return any(NOTE in m.text for m in ana.screen.messages)


@pytest.mark.parametrize("why", ["a day later", "reported", "feared", "stopped"])
@pytest.mark.parametrize("written", [True, False])
async def test_no_note_for_whoever_comes_next(story: Story, why: str, written: bool) -> None:
    ana, karim = await agreed(story)
    if written:
        await karim.touches(BUTTON_HANDOVER)
        await karim.says(NOTE)
    if why == "a day later":
        await story.passes(days=1, minutes=5)
    elif why == "stopped":
        await ana.says("/stop")
    else:
        await ana.says(AFTER["nl"] if why == "reported" else HE["nl"])
    if why == "reported":
        await ana.touches(texts.BUTTON_TELL)
    await karim.touches(closing.BUTTON_SHOW_HER if written else BUTTON_HANDOVER)
    assert story.text(writing.TOO_LATE, "nl") in [m.text for m in karim.screen.messages]
    assert not of_the_note(story, ana)


@LANGUAGES
@pytest.mark.parametrize("told", [True, False])
async def test_the_morning_after_he_is_not_named(story: Story, language: str, told: bool) -> None:
    ana, _ = await agreed(story, language)
    if told:
        await ana.says(AFTER[language])
        await ana.touches(texts.BUTTON_TELL)
    else:
        story.mind.down = True
        await ana.says(NAMED[language])
    ana.turns_the_page()
    await story.until_local("11:30", days=1)
    assert story.text(outcomes.BUTTON_OTHER, language) not in [
        label for m in ana.news for label in m.labels
    ]
