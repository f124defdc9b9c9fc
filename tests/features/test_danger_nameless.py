"""An alert on somebody who gave no name: nobody says that a name was seen, or asks for one."""

from __future__ import annotations

import pytest

from bot import danger, looked, mydata_dangers, people
from bot.dialogue.values import date_text
from bot.handoff_texts import LANGUAGE_NAMES
from bot.house import Moment
from bot.store.tables import Person

from .story import Phone, Story
from .test_safety import DANGER


async def opened(
    story: Story, language: str, reason: str, place: str | None, name: str = ""
) -> tuple[Phone, Phone]:
    sofie = await story.coordinator("Sofie", language)
    ana = await story.resident("Ana", language, hour=None)
    number = (await story.person(ana)).id
    async with story.store.write() as session:
        moment = Moment(session, story.house, story.clock.now())
        person = await session.get_one(Person, number)
        person.name = name or None
        (await people.resident(moment, person)).place = place
    await ana.says(DANGER[language])
    await story.passes(minutes=16)
    await sofie.touches(danger.BUTTON_OPEN)
    ana.turns_the_page()
    await sofie.touches(danger.BUTTONS[reason])
    return sofie, ana


@pytest.mark.parametrize("place", [None, "Marollen"])
@pytest.mark.parametrize("reason", list(danger.BUTTONS))
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_nobody_is_told_of_a_name_that_is_not_there(
    story: Story, language: str, reason: str, place: str | None
) -> None:
    sofie, ana = await opened(story, language, reason, place)
    called = story.text(LANGUAGE_NAMES[language], language)
    told = next(m.text for m in sofie.screen.messages if story.text(KIND, language) in m.text)
    text = danger.RELEASED_NAMELESS if place else danger.RELEASED_NOWHERE
    kind = story.text(KIND, language)
    values = {"number": 1, "language": called, "kind": kind, **({"place": place} if place else {})}
    lines = told.split("\n")
    assert lines[0] == story.text(text, language, **values)
    assert lines[2] == story.text(danger.NEXT_NAMELESS, language)
    unknown = story.text(danger.UNKNOWN_PLACE, language)
    assert unknown not in told
    ana.one()
    ana.reads(looked.TOLD_NAMELESS, name="Sofie", language=called)
    await ana.says("/mydata")
    day = date_text(story.local(story.clock.now()).date(), "long", language)
    assert story.text(mydata_dangers.DANGER_SEEN, language, name="Sofie", value=day) in str(ana)
    assert story.text(mydata_dangers.NAME_SEEN, language, name="Sofie", value=day) not in str(ana)


KIND = danger.KINDS["crisis_suicide"]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_who_has_a_name_reads_that_the_kind_was_seen_too(story: Story, language: str) -> None:
    _, ana = await opened(story, language, "call", None, "Ana")
    ana.one()
    ana.reads(looked.TOLD, name="Sofie")
    await ana.says("/mydata")
    day = date_text(story.local(story.clock.now()).date(), "long", language)
    assert story.text(mydata_dangers.NAME_SEEN, language, name="Sofie", value=day) in str(ana)
