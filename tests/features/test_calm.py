"""Who said that she is safe, and asks for a person at night, wakes nobody. Danger anew does, and so
does whatever is in doubt."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.handoff_texts import ALERT_URGENT, BUTTON_YES
from bot.store.tables import Concern

from .story import Phone, Story
from .test_safety import ASK, DANGER, GOOD, NOT_SAFE, PERSON, SAFE, THE_DAY, words

ELSE, NO_DANGER = words("safety/sent-on/button/else"), words("safety/sent-on/button/no")
RATHER_NOT = words("safety/button/rather_not")
ASKS = {
    "nl": "kan ik met iemand praten",
    "fr": "je voudrais parler à quelqu'un",
    "en": "can I talk to someone",
}
UNSURE = "het is genoeg geweest"


async def night(story: Story, language: str = "nl") -> tuple[Phone, Phone]:
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.until_local("23:00")
    story.mind.learns(UNSURE, "crisis_suicide", level="ask")
    return ana, karim


async def asks(story: Story, ana: Phone, karim: Phone, danger: bool = True) -> bool:
    """She asks for a person and says yes. Whether a phone rings for it, at night; `danger`: for
    danger, and not for a doubt."""
    if story.text(BUTTON_YES, ana.language) not in ana.last.labels:
        await ana.says(ASKS[ana.language])
    karim.turns_the_page()
    await ana.touches(BUTTON_YES)
    handoff = await story.handoff()
    rings = bool(karim.news)
    assert handoff.urgency == ("urgent" if rings else "normal")
    assert handoff.crisis == (rings and danger)
    if rings:
        karim.reads(ALERT_URGENT)
    return rings


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_in_danger_phones_ring_at_night_and_after_i_am_safe_they_do_not(
    story: Story, language: str
) -> None:
    ana, karim = await night(story, language)
    await ana.says(DANGER[language])
    await ana.touches(SAFE)
    assert not await asks(story, ana, karim)
    await story.until_local("08:01")
    assert karim.news, "in the morning"
    assert story.text(ALERT_URGENT, language) not in karim.last.text
    await ana.says("/stop")
    await story.until_local("23:00")
    await ana.says(DANGER[language])
    assert await asks(story, ana, karim), "said anew"


async def test_the_button_after_i_am_safe_wakes_nobody_either(story: Story) -> None:
    ana, karim = await night(story)
    await ana.says(DANGER["nl"])
    await ana.touches(SAFE)
    ana.reads(GOOD)
    await ana.touches(PERSON)
    assert not await asks(story, ana, karim)


@pytest.mark.parametrize("answer", [THE_DAY, NO_DANGER], ids=["a heavy day", "sent on"])
async def test_a_calm_answer_to_the_gentle_question(story: Story, answer: object) -> None:
    ana, karim = await night(story)
    if answer is THE_DAY:
        await ana.says(UNSURE)
        ana.reads(ASK)
    else:
        await ana.forwards(DANGER["nl"])
    await ana.touches(answer)  # type: ignore[arg-type]
    await ana.touches(PERSON)
    assert not await asks(story, ana, karim)


@pytest.mark.parametrize("how", ["no answer", "not safe", "rather not", "about another"])
async def test_what_is_no_calm_answer_rings(story: Story, how: str) -> None:
    ana, karim = await night(story)
    if how == "about another":
        await ana.forwards(DANGER["nl"])
        await ana.touches(ELSE)
        await ana.touches(PERSON)
    elif how == "rather not":
        await ana.says(UNSURE)
        await ana.touches(RATHER_NOT)
        await ana.touches(PERSON)
    else:
        await ana.says(DANGER["nl"])
        if how == "not safe":
            await ana.touches(NOT_SAFE)
    assert await asks(story, ana, karim, how in ("no answer", "not safe"))


async def test_a_question_in_doubt_takes_no_danger_away(story: Story) -> None:
    """Danger without an answer, and hours later something that is only asked about."""
    ana, karim = await night(story)
    await ana.says(DANGER["nl"])
    await story.passes(hours=4)
    await ana.says(UNSURE)
    await ana.touches(THE_DAY)
    assert await asks(story, ana, karim)


@pytest.mark.parametrize("first", ["safe", "a heavy day"])
async def test_not_safe_after_all(story: Story, first: str) -> None:
    """She typed it later: phones ring, and without more the coordinators get their alert."""
    sofie = await story.coordinator()
    ana, karim = await night(story)
    await ana.says(DANGER["nl"] if first == "safe" else UNSURE)
    await ana.touches(SAFE if first == "safe" else THE_DAY)
    await story.passes(minutes=20)
    sofie.hears_nothing()
    await ana.says(story.text(NOT_SAFE, "nl"))
    ana.sees("112")
    await story.passes(minutes=16)
    sofie.one()
    assert await asks(story, ana, karim)


async def test_a_voice_message_after_i_am_safe_may_be_anything(story: Story) -> None:
    ana, karim = await night(story)
    await ana.says(DANGER["nl"])
    await ana.touches(SAFE)
    await ana.sends("voice")
    await ana.touches(PERSON)
    assert await asks(story, ana, karim, danger=False)


async def test_safe_after_she_had_asked_for_a_person(story: Story) -> None:
    """'Talk to a person' was her first answer; she shared nothing, and then she was safe."""
    ana, karim = await night(story)
    await ana.says(DANGER["nl"])
    await ana.touches(PERSON)
    await ana.says(story.text(SAFE, "nl"))
    (row,) = await story.rows(select(Concern))
    assert row.answer == "safe"
    await ana.says(ASKS["nl"])
    assert not await asks(story, ana, karim)
