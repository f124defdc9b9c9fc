"""She asked for a person, and writes of danger before anybody came: who comes then has no time to
lose, and she is not left without anybody."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.handoff_texts import BUTTON_CLAIM, BUTTON_YES, LAPSED, WRITE_BEFORE
from bot.store.tables import Handoff

from .story import Phone, Story
from .test_safety import DANGER, NOT_SAFE, SAFE

EVERY = pytest.mark.parametrize("language", ["nl", "fr", "en"])
QUARTER = timedelta(minutes=15)
VIOLENCE = {
    "nl": "Karim heeft mij verkracht",
    "fr": "Karim m'a violée",
    "en": "Karim raped me",
}


async def asked(story: Story, language: str) -> tuple[Phone, Phone, Phone]:
    await story.coordinator("Sofie", language)
    karim, ana = await story.volunteer("Karim", language), await story.resident("Ana", language)
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    assert (await story.handoff()).urgency == "normal"
    return ana, karim, await story.volunteer("Lies", language)


async def claimed(story: Story, karim: Phone) -> Handoff:
    await karim.touches(BUTTON_CLAIM)
    return await story.handoff()


@EVERY
@pytest.mark.parametrize("answers", [False, True])
async def test_his_first_word_is_due_at_once(story: Story, language: str, answers: bool) -> None:
    ana, karim, _ = await asked(story, language)
    await ana.says(DANGER[language])
    if answers:
        await ana.touches(NOT_SAFE)
    talk = await claimed(story, karim)
    assert talk.crisis
    assert talk.lease_until == story.clock.now() + QUARTER
    karim.reads(WRITE_BEFORE, name="Ana")
    karim.sees_not(DANGER[language])
    await story.passes(minutes=16)
    assert story.text(LAPSED, language, name="Ana") in str(karim)


@EVERY
async def test_where_he_falls_silent_somebody_else_comes(story: Story, language: str) -> None:
    ana, karim, lies = await asked(story, language)
    await ana.says(DANGER[language])
    await claimed(story, karim)
    await karim.says("dag")
    await ana.says("hm")
    await story.passes(hours=23)
    assert story.text(LAPSED, language, name="Ana") in str(karim)
    assert story.text(BUTTON_CLAIM, language) in lies.last.labels


@EVERY
async def test_after_i_am_safe_nothing_hurries(story: Story, language: str) -> None:
    ana, karim, _ = await asked(story, language)
    await ana.says(DANGER[language])
    await ana.touches(SAFE)
    talk = await claimed(story, karim)
    assert not talk.crisis
    assert talk.lease_until == story.clock.now() + 2 * QUARTER
    assert story.text(WRITE_BEFORE, language, name="Ana", when="").split("Ana")[1][:12] not in str(
        karim
    )


@EVERY
async def test_what_he_did_makes_no_danger_in_his_talk(story: Story, language: str) -> None:
    """He is not to read that she told of it, not by a question after the talk either. Where he
    falls silent somebody else comes."""
    await story.coordinator("Sofie", language)
    karim, ana = await story.volunteer("Karim", language), await story.resident("Ana", language)
    lies = await story.volunteer("Lies", language)
    await story.talk(ana, karim)
    await ana.says("hm")
    await ana.says(VIOLENCE[language])
    await ana.touches(NOT_SAFE)
    assert not (await story.handoff()).crisis
    await story.passes(hours=23)
    assert story.text(BUTTON_CLAIM, language) in lies.last.labels
