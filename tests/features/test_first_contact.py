"""Somebody writes for the first time."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.invitations import REFUSED
from bot.store.tables import Person, Resident

from .story import Story


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_from_first_word_to_the_first_greeting(story: Story, language: str) -> None:
    ana = story.stranger("Ana", language)
    await ana.says("/start")
    ana.hears("welcome/language")
    await ana.picks(f"welcome/language/{language}")
    ana.sees("De Brug")
    await ana.picks("welcome/consent/yes")
    await ana.says("Ana")
    if language != "en":
        await ana.picks("welcome/address/formal")
    await ana.picks("welcome/hour/09:00")
    await ana.picks("welcome/days/mo,tu,we,th,fr,sa,su")
    assert ana.one().text
    assert ana.screen.keyboard == ()
    ana.turns_the_page()
    await story.until_local("08:59")
    ana.hears_nothing()
    await story.until_local("09:15")
    assert "Ana" in ana.one().text
    assert len(ana.screen.keyboard) == 4


async def test_any_first_word_is_answered_with_the_welcome(story: Story) -> None:
    ana = story.stranger("Ana", "fr")
    await ana.says("bonjour")
    ana.hears("welcome/language")
    ana.one()


async def test_a_stranger_who_only_wants_a_person_gets_the_offer(story: Story) -> None:
    await story.volunteer()
    ana = story.stranger("Ana", "nl")
    await ana.says("/human")
    assert len(ana.one().inline) == 2
    await ana.says("dank u, ik denk erover na")
    ana.hears("welcome/language")


async def test_who_declines_is_never_written_to_first(story: Story) -> None:
    ana = story.stranger("Ana", "nl")
    await ana.says("/start")
    await ana.picks("welcome/language/nl")
    await ana.picks("welcome/consent/no")
    ana.hears("welcome/declined")
    assert ana.screen.keyboard == ()
    ana.turns_the_page()
    await story.passes(days=10)
    ana.hears_nothing()
    story.mind.learns("hallo daar", "greet")
    await ana.says("hallo daar")
    ana.one()
    ana.sees("Dag.")


async def test_a_welcome_left_lying_is_taken_up_again(story: Story) -> None:
    ana = story.stranger("Ana", "nl")
    await ana.says("/start")
    await story.passes(days=5)
    ana.turns_the_page()
    await ana.says("goeiedag")
    ana.hears("welcome/language")


async def test_a_poster_lets_many_in_and_says_where_from(story: Story) -> None:
    async with story.store.write() as session:
        from bot import invitations

        token = await invitations.invite(
            session, "resident", ["fr"], story.clock.now(), place="Ninove"
        )
    for name in ("Ana", "Bea"):
        phone = story.stranger(name, "en")
        await phone.says(f"/start {token}")
        phone.hears("welcome/language")
    people = await story.rows(select(Person))
    assert [p.language for p in people] == ["fr", "fr"]
    assert [r.place for r in await story.rows(select(Resident))] == ["Ninove", "Ninove"]


async def test_a_worn_out_or_invented_invitation_gives_no_role(story: Story) -> None:
    token = await story.invites("volunteer", ["nl"], "Karim")
    karim, lies = story.stranger("Karim"), story.stranger("Lies")
    await karim.says(f"/start {token}")
    karim.sees("Karim", "De Brug")
    for attempt in (token, "x" * 27, "'; drop table people; --"):
        await lies.says(f"/start {attempt}")
        lies.reads(REFUSED, organisation="De Brug")
    old = await story.invites("coordinator", ["nl"], "Sofie")
    await story.sleeps(days=8)
    await lies.says(f"/start {old}")
    lies.reads(REFUSED, organisation="De Brug")
    assert (await story.person(lies)).role == "resident"
    assert (await story.person(karim)).role == "volunteer"


async def test_a_resident_with_a_dead_link_just_goes_on(story: Story) -> None:
    ana = await story.resident()
    await ana.says("/start gone")
    ana.hears("welcome/again")
