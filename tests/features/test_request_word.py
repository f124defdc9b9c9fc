"""She asks how it stands with her request, or after whoever helped her, and reads what is known."""

from __future__ import annotations

import pytest

from bot import request_texts, turnover
from bot import turnover_texts as turned
from bot.handoff_texts import BUTTON_CLAIM, BUTTON_YES
from bot.house import Moment
from bot.store.tables import Person

from .story import Phone, Story
from .test_safety import DANGER

COMES = {"nl": "komt er nu iemand of niet", "fr": "quelqu'un vient ?", "en": "is anyone coming"}
WHERE = {
    "nl": "bon die is weg zeker",
    "fr": "et ou est ce Karim maintenant",
    "en": "Any word from Karim about the toolbox?",
}


async def asked(story: Story, language: str) -> tuple[Phone, Phone]:
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    return ana, karim


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_nobody_has_it_yet(story: Story, language: str) -> None:
    ana, _ = await asked(story, language)
    await story.passes(minutes=40)
    story.mind.learns(COMES[language], "complain", sure=0.9)
    await ana.says(COMES[language])
    ana.reads(request_texts.WAITS)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_who_had_it_gave_it_back(story: Story, language: str) -> None:
    ana, karim = await asked(story, language)
    await karim.touches(BUTTON_CLAIM)
    await karim.says("/release")
    await ana.says(COMES[language])
    ana.reads(request_texts.GIVEN_BACK, name="Karim")


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_the_talk_has_just_ended(story: Story, language: str) -> None:
    ana, karim = await asked(story, language)
    await karim.touches(BUTTON_CLAIM)
    await karim.says("dag")
    await karim.says("/close")
    await story.passes(minutes=5)
    story.mind.learns(WHERE[language], "goodbye", sure=0.9)
    await ana.says(WHERE[language])
    ana.reads(request_texts.OVER, name="Karim")
    await story.passes(days=4)
    await ana.says(WHERE[language])
    assert "Karim" not in ana.last.text


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_her_volunteer_is_gone(story: Story, language: str) -> None:
    ana, karim = await asked(story, language)
    await karim.touches(BUTTON_CLAIM)
    await karim.says("dag")
    await ana.says("dag Karim")
    known = await story.person(karim)
    async with story.store.write() as session:
        moment = Moment(session, story.house, story.clock.now())
        await turnover.leave(moment, await session.get_one(Person, known.id))
    await story.settles()
    await ana.says(WHERE[language])
    ana.reads(turned.ASK_LEFT, name="Karim")
    assert (await story.handoff()).state == "asking"


async def test_danger_comes_first(story: Story) -> None:
    ana, _ = await asked(story, "nl")
    await ana.says(f"komt er nu iemand of niet, {DANGER['nl']}")
    assert "112" in ana.last.text
    assert story.text(request_texts.WAITS, "nl").split("{")[0] not in ana.last.text


async def test_asked_for_a_person_is_no_stop(story: Story) -> None:
    """The model reads a stop in the first, and a no to it in the second."""
    await story.volunteer("Karim")
    ana = await story.resident("Ana", "nl", hour=None)
    first = "mag ik nu eindelijk iemand hebben"
    story.mind.learns(first, "stop_contact", sure=0.7)
    await ana.says(first)
    assert (await story.handoff()).state == "offered"
    story.mind.learns("schrijf liever wat minder misschien stop", "stop_contact", sure=0.7)
    await ana.says("schrijf liever wat minder misschien stop")
    ana.hears("maybe_stop/ask")
    again = "nee nee niet stoppen een mens een mens"
    story.mind.learns(again, "deny", sure=0.9)
    await ana.says(again)
    assert any(story.text(BUTTON_YES, "nl") in m.labels for m in ana.news)
