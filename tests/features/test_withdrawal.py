"""One word takes her yes back, wherever the handoff stands, and in every language."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import select

from bot.handoff_texts import BUTTON_CLAIM, BUTTON_DECLINE, BUTTON_STOP, BUTTON_YES
from bot.lifecycle import (
    ASKING,
    CLAIMED,
    CONSENTED,
    ESCALATED,
    GREETED,
    HANDED_ON,
    LIVE,
    OPEN,
    TALKING,
)
from bot.store.tables import Alert, Consent, Timer

from .story import Phone, Story
from .test_turnover import goes

WORDS = {"nl": "stop", "fr": "Arrêtez.", "en": "STOP!"}


async def _asked(story: Story, language: str, *names: str) -> tuple[Phone, list[Phone]]:
    helpers = [await story.volunteer(name, language) for name in names]
    ana = await story.resident("Quirine", language, hour=None)
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    return ana, helpers


async def consented(story: Story, language: str) -> tuple[Phone, list[Phone]]:
    await story.until_local("22:00")
    return await _asked(story, language, "Karim")


async def open_(story: Story, language: str) -> tuple[Phone, list[Phone]]:
    return await _asked(story, language, "Karim", "Lies")


async def escalated(story: Story, language: str) -> tuple[Phone, list[Phone]]:
    ana, helpers = await _asked(story, language, "Karim")
    await helpers[0].touches(BUTTON_DECLINE)
    return ana, helpers


async def claimed(story: Story, language: str) -> tuple[Phone, list[Phone]]:
    ana, helpers = await _asked(story, language, "Karim", "Lies")
    await helpers[0].touches(BUTTON_CLAIM)
    return ana, helpers


async def greeted(story: Story, language: str) -> tuple[Phone, list[Phone]]:
    ana, helpers = await claimed(story, language)
    await helpers[0].says("hallo")
    return ana, helpers


async def talking(story: Story, language: str) -> tuple[Phone, list[Phone]]:
    ana, helpers = await greeted(story, language)
    await ana.says("Quirine zegt iets heel eigens")
    await ana.sends("photo", "haar kat")
    return ana, helpers


async def handed_on(story: Story, language: str) -> tuple[Phone, list[Phone]]:
    ana, helpers = await talking(story, language)
    await helpers[0].says("/release")
    return ana, helpers


async def asking(story: Story, language: str) -> tuple[Phone, list[Phone]]:
    ana, helpers = await talking(story, language)
    await goes(story, helpers[0])
    return ana, helpers


Stands = Callable[[Story, str], Awaitable[tuple[Phone, list[Phone]]]]
STATES: dict[str, Stands] = {
    CONSENTED: consented,
    OPEN: open_,
    ESCALATED: escalated,
    CLAIMED: claimed,
    GREETED: greeted,
    TALKING: talking,
    HANDED_ON: handed_on,
    ASKING: asking,
}


def test_every_live_state_is_among_them() -> None:
    assert set(STATES) == LIVE


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("state", STATES)
async def test_one_word(story: Story, state: str, language: str) -> None:
    ana, helpers = await STATES[state](story, language)
    assert (await story.handoff()).state == state
    ana.turns_the_page()
    await ana.says(WORDS[language])
    handoff = await story.handoff()
    assert (handoff.state, handoff.text) == ("withdrawn", None)
    assert ana.one().text, "she reads so, in one message"
    assert story.text(BUTTON_STOP, language) not in ana.screen.keyboard
    for phone in helpers:
        phone.sees_not("Quirine", "heel eigens", "haar kat")
        assert not [b for m in phone.screen.messages for b in m.inline if "claim" in b.data]
        phone.turns_the_page()
    standing = select(Consent).where(Consent.withdrawn_at.is_(None), Consent.purpose == "share")
    assert await story.rows(standing) == []
    await story.passes(days=2)
    for phone in helpers:
        assert "Quirine" not in "".join(m.text for m in phone.news)
    waiting = select(Timer).where(Timer.handoff_id == handoff.id, Timer.done_at.is_(None))
    assert await story.rows(waiting) == [], "nothing of it is due any more"


async def test_a_decline_rings_the_next_at_once(story: Story) -> None:
    """Three phones ring; one 'not now', and the fourth does."""
    _, helpers = await _asked(story, "nl", "Karim", "Lies", "Jef", "Noor")
    assert [bool(phone.news) for phone in helpers] == [True, True, True, False]
    await helpers[1].touches(BUTTON_DECLINE)
    assert helpers[3].news
    answers = await story.rows(select(Alert.answer).order_by(Alert.volunteer_id))
    assert answers == [None, "declined", None, None]


async def test_plain_words_take_it_back_while_nobody_has_it(story: Story) -> None:
    """Understood, not only received: every yes that was shared ends in that turn."""
    ana, (karim,) = await _asked(story, "nl", "Karim")
    story.mind.learns("ik wil liever geen berichten meer", "stop_contact", sure=0.9)
    await ana.says("ik wil liever geen berichten meer")
    assert (await story.handoff()).state == "withdrawn"
    standing = select(Consent).where(Consent.withdrawn_at.is_(None))
    assert await story.rows(standing) == []
    karim.sees_not("Quirine")
