"""The first words after danger: gentle ones for three days behind the calm, as after a hard day,
and for a fortnight no questionnaire. To somebody else nothing of it shows after violence."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import update

from bot import consents, memories, people
from bot.dialogue.model import wording_ref
from bot.house import Moment
from bot.store.tables import Person

from .story import Phone, Story
from .test_safety import DANGER, SAFE

EVERY = pytest.mark.parametrize("language", ["nl", "fr", "en"])
VIOLENCE = {
    "nl": "mijn man slaat mij",
    "fr": "mon mari me frappe",
    "en": "my husband beats me",
}


def gentle(story: Story, phone: Phone) -> bool:
    said = [
        story.library.texts.find(
            wording_ref("gentle_hello", "hello", at, "say"), language, "formal"
        )
        for at in range(4)
        for language in [phone.language]
    ]
    shown = "\n".join(one.text for one in phone.news)
    return any(max(part.split("{name}"), key=len) in shown for part in said)


async def known_for_long(story: Story, language: str) -> Phone:
    """Who said yes to questionnaires, and was not asked this quarter."""
    object.__setattr__(story.house, "questionnaires", True)
    ana = await story.resident("Ana", language, hour="10:00")
    number = (await story.person(ana)).id
    async with story.store.write() as session:
        before = story.clock.now() - timedelta(days=60)
        await session.execute(update(Person).values(created_at=before))
        person = await session.get_one(Person, number)
        await consents.give(session, person, consents.QUESTIONNAIRES, "test", before)
    return ana


@EVERY
async def test_first_words_come_gently_after_the_calm(story: Story, language: str) -> None:
    ana = await known_for_long(story, language)
    await ana.says(DANGER[language])
    await ana.touches(SAFE)
    await story.passes(hours=47)
    ana.turns_the_page()
    await story.until_local("11:00")
    if not ana.news:  # hard days are greeted further apart
        await story.until_local("11:00")
    assert gentle(story, ana)


@EVERY
@pytest.mark.parametrize("danger", [DANGER, VIOLENCE])
async def test_no_questionnaire_for_a_fortnight(
    story: Story, language: str, danger: dict[str, str]
) -> None:
    ana = await known_for_long(story, language)
    await ana.says(danger[language])
    number = (await story.person(ana)).id
    for days, asked in ((0, False), (2, False), (13, False), (14, True)):
        async with story.store.write() as session:
            moment = Moment(session, story.house, story.clock.now() + timedelta(days=days))
            person = await session.get_one(Person, number)
            row = await people.resident(moment, person)
            assert (await memories.decisions(moment, person, row))["may_ask"] is asked
            await consents.withdraw(session, number, consents.QUESTIONNAIRES, moment.now)
            assert (await memories.decisions(moment, person, row))["may_offer_list"] is asked
            await consents.give(session, person, consents.QUESTIONNAIRES, "test", moment.now)


@EVERY
async def test_after_violence_no_first_word_tells_of_it(story: Story, language: str) -> None:
    ana = await known_for_long(story, language)
    await ana.says(VIOLENCE[language])
    await ana.touches(SAFE)
    await story.passes(hours=47)
    ana.turns_the_page()
    await story.until_local("11:00", days=1)
    assert not gentle(story, ana)
