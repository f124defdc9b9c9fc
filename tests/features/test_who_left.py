"""Who was a volunteer and writes on: what is for a resident went to nobody, and the rest is heard
as anybody's."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from bot import former
from bot.store.tables import Contact

from .story import Phone, Story

EVERY = pytest.mark.parametrize("language", ["nl", "fr", "en"])


async def gone(story: Story, language: str = "nl") -> Phone:
    sofie, karim = await story.coordinator(), await story.volunteer("Karim", language)
    await sofie.forges(f"team:leaves:{(await story.person(karim)).id}")
    karim.turns_the_page()
    return karim


@EVERY
async def test_who_left_and_begins_anew_is_heard_and_greeted(story: Story, language: str) -> None:
    karim = await gone(story, language)
    await karim.says("/start")
    await karim.picks(f"welcome/language/{language}")
    to_nobody = story.text(former.TO_NOBODY, language, organisation=story.house.organisation)
    await karim.picks("welcome/consent/yes")
    for _ in range(6):
        if karim.screen.keyboard:
            await karim.says(karim.screen.keyboard[0])
    assert to_nobody not in "\n".join(karim.screen.ever)
    karim.turns_the_page()
    await story.passes(days=2)
    greeted = await story.rows(select(Contact.outcome))
    assert "sent" in greeted, "/start brings the greetings that it promised"
    assert re.match(r"(Dag|Bonjour|Hello),? Karim", karim.news[0].text)


async def test_what_answers_a_command_of_who_left_is_for_the_bot(story: Story) -> None:
    karim = await gone(story)
    await karim.says("/language")
    await karim.picks("language/ask/fr")
    to_nobody = story.text(former.TO_NOBODY, "nl", organisation=story.house.organisation)
    to_nobody_in_french = story.text(former.TO_NOBODY, "fr", organisation=story.house.organisation)
    karim.sees_not(to_nobody)
    karim.sees_not(to_nobody_in_french)
    assert (await story.person(karim)).language == "fr"


async def test_who_was_a_resident_before_is_heard_as_one(story: Story) -> None:
    sofie, ana = await story.coordinator(), await story.resident("Ana")
    await ana.says(f"/start {await story.invites('volunteer', ['nl'], 'Ana')}")
    await sofie.forges(f"team:leaves:{(await story.person(ana)).id}")
    ana.turns_the_page()
    await story.passes(minutes=61)
    await ana.says("een moeilijke dag vandaag")
    to_nobody = story.text(former.TO_NOBODY, "nl", organisation=story.house.organisation)
    ana.sees_not(to_nobody)
    assert ana.news


async def test_the_first_words_just_after_it_are_for_nobody_whatever_stands(story: Story) -> None:
    sofie, ana = await story.coordinator(), await story.resident("Ana")
    await ana.says(f"/start {await story.invites('volunteer', ['nl'], 'Ana')}")
    await sofie.forges(f"team:leaves:{(await story.person(ana)).id}")
    ana.turns_the_page()
    await story.passes(minutes=59)
    await ana.says("ik kom morgen om tien uur langs")
    to_nobody = story.text(former.TO_NOBODY, "nl", organisation=story.house.organisation)
    assert [m.text for m in ana.news] == [to_nobody]
    await ana.says("een moeilijke dag vandaag")
    assert ana.news
    assert to_nobody not in [m.text for m in ana.news], "once"


async def test_a_tap_on_an_old_alert_is_no_word_to_the_bot(story: Story) -> None:
    karim = await gone(story)
    await karim.forges("claim:1")
    await karim.says("dag, ik ben Karim")
    karim.reads(former.TO_NOBODY)
