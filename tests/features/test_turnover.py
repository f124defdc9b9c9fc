"""A volunteer leaves, is ill, or lost the phone: nobody is left wondering, and nothing is lost."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import closing, turnover
from bot import turnover_texts as texts
from bot.handoff_texts import (
    BUTTON_CLAIM,
    BUTTON_HANDOVER,
    BUTTON_YES,
    HANDOVER,
    OPENED,
    RELEASED_RESIDENT,
)
from bot.house import Moment
from bot.store.tables import Audit, Handoff, Person, Timer, Volunteer

from .story import Phone, Story


async def goes(story: Story, karim: Phone, how: str = "leave") -> int | None:
    known = await story.person(karim)
    async with story.store.write() as session:
        moment = Moment(session, story.house, story.clock.now())
        volunteer = await session.get_one(Person, known.id)
        count = await (turnover.leave if how == "leave" else turnover.rest)(moment, volunteer)
    await story.settles()
    return count


async def talking(story: Story) -> tuple[Phone, Phone, Phone]:
    karim, lies = await story.volunteer("Karim"), await story.volunteer("Lies")
    ana = await story.resident("Ana", hour=None)
    await story.talk(ana, karim)
    await ana.says("iets heel eigens")
    for phone in (ana, karim, lies):
        phone.turns_the_page()
    return ana, karim, lies


async def test_she_is_asked_first_and_then_somebody_comes(story: Story) -> None:
    ana, karim, lies = await talking(story)
    assert await goes(story, karim) == 1
    ana.reads(texts.ASK_LEFT, name="Karim")
    assert (await story.handoff()).state == "asking"
    karim.reads(texts.LEFT, organisation="De Brug")
    karim.sees_not("Ana", "eigens")
    lies.hears_nothing()
    await ana.touches(texts.BUTTON_YES)
    assert story.text(OPENED, "nl") == ana.last.text
    await lies.touches(BUTTON_CLAIM)
    await ana.says("dag Lies")
    assert lies.last.text == "dag Lies"
    karim.sees_not("dag Lies")


async def test_access_ends_that_second(story: Story) -> None:
    ana, karim, lies = await talking(story)
    bea = await story.resident("Bea", hour=None)
    await lies.says("/duty")
    await bea.says("/human")
    await bea.touches(BUTTON_YES)
    rung = next(b.data for m in karim.news for b in m.inline if b.data.startswith("claim"))
    await goes(story, karim)
    ana.turns_the_page()
    for words in ("nog één woord voor Ana", "/close", "/talks", "/open"):
        await karim.says(words)
    for data in (rung, "talk:1", "outcome:met:1", "note:own:1", "meet:plan:1"):
        await karim.forges(data)
    ana.hears_nothing()
    assert [h.state for h in await story.rows(select(Handoff).order_by(Handoff.id))] == [
        "asking",
        "open",
    ]
    await ana.says("dit leest Karim niet")
    assert "dit leest Karim niet" not in "".join(karim.screen.ever)
    assert await goes(story, karim) is None, "only once"


async def test_words_on_their_way_stop(story: Story) -> None:
    ana, karim, _ = await talking(story)
    ana.writes("dit vertrekt nooit meer")
    await story.receives()
    await story.app.workers[0].work_once()
    await goes(story, karim)
    assert "dit vertrekt nooit meer" not in "".join(karim.screen.ever)


async def test_no_is_fine_and_no_answer_is_watched(story: Story) -> None:
    sofie = await story.coordinator()
    ana, karim, lies = await talking(story)
    await goes(story, karim)
    waiting = select(Timer.kind).where(Timer.done_at.is_(None), Timer.handoff_id == 1)
    assert await story.rows(waiting) == ["ask_on"]
    await story.passes(hours=30)
    ana.reads(texts.ASK_AGAIN)
    sofie.sees("1")
    sofie.sees_not("Ana")
    old = ana.screen.messages[-2].inline
    await ana.touches(texts.BUTTON_NO)
    assert ana.last.text == story.text(texts.LET_BE, "nl")
    assert (await story.handoff()).state == "closed"
    for button in old:
        await ana.forges(button.data)
    await ana.forges("on:yes:1:1")
    lies.hears_nothing()


async def test_without_any_answer_it_is_closed_with_a_word(story: Story) -> None:
    ana, karim, lies = await talking(story)
    await goes(story, karim)
    await story.passes(days=4)
    ana.reads(texts.LET_BE)
    assert (await story.handoff()).state == "closed"
    lies.hears_nothing()


@pytest.mark.parametrize("why", ["danger", "no word yet"])
async def test_what_cannot_wait_goes_on_at_once(story: Story, why: str) -> None:
    karim, lies = await story.volunteer("Karim"), await story.volunteer("Lies")
    ana = await story.resident("Ana", hour=None)
    await story.talk(ana, karim, greeted=why == "danger")
    if why == "danger":
        await ana.says("ik wil dood")
    lies.turns_the_page()
    await goes(story, karim)
    ana.reads(RELEASED_RESIDENT, name="Karim")
    await lies.touches(BUTTON_CLAIM)
    assert (await story.handoff()).state == "claimed"


async def test_every_talk_goes_on(story: Story) -> None:
    """Three talks of one volunteer: each resident reads what is true of hers."""
    karim = await story.volunteer("Karim")
    ana, bea = await story.resident("Ana", hour=None), await story.resident("Bea", hour=None)
    cor = await story.resident("Cor", hour=None)
    for phone in (ana, bea):
        await story.talk(phone, karim)
    await story.talk(cor, karim, greeted=False)
    await bea.says("ik wil dood")
    lies = await story.volunteer("Lies")
    for phone in (ana, bea, cor):
        phone.turns_the_page()
    assert await goes(story, karim) == 3
    ana.reads(texts.ASK_LEFT, name="Karim")
    for phone in (bea, cor):
        phone.reads(RELEASED_RESIDENT, name="Karim")
    states = [h.state for h in await story.rows(select(Handoff).order_by(Handoff.id))]
    assert states == ["asking", "handed_on", "handed_on"]
    assert [bool("claim" in b.data) for m in lies.news for b in m.inline[:1]] == [True, True]
    karim.sees_not("Ana", "Bea", "Cor", "dood")


async def test_asking_anew_or_in_danger_is_a_yes_too(story: Story) -> None:
    ana, karim, lies = await talking(story)
    await goes(story, karim)
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    await lies.touches(BUTTON_CLAIM)
    assert [h.state for h in await story.rows(select(Handoff).order_by(Handoff.id))] == [
        "closed",
        "claimed",
    ]


async def test_who_is_ill_keeps_the_role_and_the_note_reaches_the_next(story: Story) -> None:
    ana, karim, lies = await talking(story)
    assert await goes(story, karim, "rest") == 1
    ana.reads(texts.ASK_RESTS, name="Karim")
    karim.reads(texts.RESTS)
    await ana.touches(texts.BUTTON_YES)
    await lies.touches(BUTTON_CLAIM)
    await karim.forges("note:next:1")
    await karim.says("praat graag over haar tuin")
    await karim.touches(closing.BUTTON_SHOW_HER)
    await ana.touches(closing.BUTTON_PASS_ON)
    lies.reads(HANDOVER, name="Ana", note="praat graag over haar tuin")
    assert BUTTON_HANDOVER.context
    await karim.says("/duty")
    row = (await story.rows(select(Volunteer).order_by(Volunteer.person_id)))[0]
    assert row.on_duty
    told = {a.action for a in await story.rows(select(Audit))}
    assert {"volunteer.rests", "handoff.left", "handoff.gone on"} <= told


YES = {
    "nl": "ja vraag maar iemand anders",
    "fr": "oui, quelqu'un d'autre svp",
    "en": "Yes please, someone else would be lovely",
}
BACK = {
    "nl": "nee niet daarvoor. ik wil wel iemand anders",
    "fr": "non merci pour ça. je voudrais quelqu'un d'autre",
    "en": "no for other thing. i want someone else",
}


async def left(story: Story, language: str) -> tuple[Phone, Phone]:
    """Karim is gone, and Ana was asked whether somebody else shall come."""
    karim, lies = await story.volunteer("Karim", language), await story.volunteer("Lies", language)
    ana = await story.resident("Ana", language)
    await story.talk(ana, karim)
    await ana.says("iets heel eigens")
    lies.turns_the_page()
    await goes(story, karim)
    return ana, lies


@pytest.mark.parametrize("hours", [0, 3, 27])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_wish_for_somebody_else_is_the_yes(story: Story, language: str, hours: int) -> None:
    """At once, hours later, and to the question of the next day; the model may read it as a no."""
    ana, lies = await left(story, language)
    await story.passes(hours=hours)
    story.mind.learns(YES[language], "deny", sure=0.9)
    lies.turns_the_page()
    await ana.says(YES[language])
    ana.reads(OPENED)
    await lies.touches(BUTTON_CLAIM)
    assert (await story.handoff()).state == "claimed"
    asked = [m for m in ana.screen.messages if story.text(texts.BUTTON_YES, language) in m.labels]
    assert len(asked) == (hours == 27), "an older question than the last one does nothing"


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_no_to_another_thing_beside_it_is_asked_back(story: Story, language: str) -> None:
    ana, lies = await left(story, language)
    await story.passes(hours=2)
    await ana.says(BACK[language])
    ana.reads(texts.ASK_BACK)
    lies.hears_nothing()
    assert (await story.handoff()).state == "asking"
    await ana.says({"nl": "ja", "fr": "oui", "en": "yes"}[language])
    ana.reads(OPENED)
    assert lies.news


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_bare_no_at_once_leaves_it(story: Story, language: str) -> None:
    ana, lies = await left(story, language)
    await ana.says({"nl": "nee", "fr": "non", "en": "no"}[language])
    ana.reads(texts.LET_BE)
    lies.hears_nothing()
    assert (await story.handoff()).state == "closed"


async def test_what_is_about_something_else_is_heard_as_ever(story: Story) -> None:
    ana, _ = await left(story, "nl")
    story.mind.learns("wie zijt gij eigenlijk", "ask_bot_identity", sure=0.9)
    await ana.says("wie zijt gij eigenlijk")
    ana.hears("identity/say")
    assert (await story.handoff()).state == "asking"
