"""Who comes on duty is rung for what waits; where nothing changed, nothing rings again."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from bot import heavy, shifts
from bot.handoff_texts import BUTTON_CLAIM
from bot.store.tables import Alert, Volunteer

from .story import Phone, Story
from .test_shifts import asks

EVERY = pytest.mark.parametrize("language", ["nl", "fr", "en"])
ALWAYS = {"nl": "altijd", "fr": "toujours", "en": "always"}


def rings(story: Story, phone: Phone) -> bool:
    label = story.text(BUTTON_CLAIM, phone.language)
    return any(label in one.labels for one in phone.news)


async def rung(story: Story, language: str = "nl") -> tuple[Phone, Phone]:
    """Karim's phone rang for Ana, and he has not answered."""
    sofie = await story.coordinator()
    karim = await story.volunteer("Karim", language, "nl")
    await asks(story)
    assert rings(story, karim)
    karim.turns_the_page()
    return sofie, karim


@EVERY
async def test_hours_that_are_looked_at_ring_nobody(story: Story, language: str) -> None:
    _, karim = await rung(story, language)
    for words in ("/hours", "xyzzy", f"/hours {ALWAYS[language]}"):
        await karim.says(words)
        assert karim.news, words
        assert not rings(story, karim), words
    await karim.says("/hours")
    await karim.sends("voice")
    assert not rings(story, karim)
    await karim.says(ALWAYS[language])
    assert not rings(story, karim)
    await karim.says("/hours")
    await karim.forwards(ALWAYS[language])
    assert not rings(story, karim)


async def test_hours_that_begin_with_it_do_ring(story: Story) -> None:
    _, karim = await rung(story)
    await karim.says("/hours maandag van 14 tot 17")
    assert not rings(story, karim)
    await karim.says("/hours maandag van 8 tot 17")
    assert rings(story, karim)


async def test_a_call_about_a_heavy_talk_rings_nobody(story: Story) -> None:
    sofie, karim = await rung(story)
    await karim.says("/heavy")
    await sofie.touches(heavy.BUTTON_TALKED)
    assert sofie.last.text == story.text(heavy.NOTED, "nl", name="Karim")
    assert not rings(story, karim)


async def test_back_is_told_once_and_rings_once(story: Story) -> None:
    _, karim = await rung(story)
    await karim.says("/away tot woensdag")
    shown = karim.last
    back = shown.inline[0].data
    await karim.touches(shifts.BUTTON_BACK)
    assert rings(story, karim)
    await karim.forges(back, shown)
    assert not rings(story, karim)


async def test_what_does_not_ring_anew_stays_as_it_was(story: Story) -> None:
    """He holds what he can: the alert on his phone still counts as one that nobody answered."""
    _, karim = await rung(story)
    await story.talk(await story.resident("Bea", hour=None), karim)
    async with story.store.write() as session:
        await session.execute(update(Volunteer).values(most_talks=1))
    for _ in range(2):
        await karim.says("/duty")
    assert not rings(story, karim)
    answers = await story.rows(select(Alert.answer).where(Alert.handoff_id == 1))
    assert answers == [None]
