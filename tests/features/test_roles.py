"""Who may do what: Ana (her own things), Bea (another resident), Karim (holds the talk), Lies (a
volunteer who does not), Sofie (coordinator), and a stranger. Everybody else is refused."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import people
from bot.handoff_texts import BUTTON_YES
from bot.store.tables import Handoff, Volunteer

from .story import Phone, Story


async def cast(story: Story) -> dict[str, Phone]:
    found = {
        "stranger": story.stranger("X"),
        "bea": await story.resident("Bea"),
        "lies": await story.volunteer("Lies", "fr"),
        "sofie": await story.coordinator("Sofie"),
        "karim": await story.volunteer("Karim", "nl"),
        "ana": await story.resident("Ana"),
    }
    await found["ana"].says("/human")
    return found


def others(people: dict[str, Phone], *allowed: str) -> list[Phone]:
    return [phone for name, phone in people.items() if name not in allowed]


async def state(story: Story) -> str:
    found = (await story.rows(select(Handoff).order_by(Handoff.id)))[0].state
    assert isinstance(found, str)
    return found


async def test_only_she_says_yes_and_only_a_rung_volunteer_claims(story: Story) -> None:
    people = await cast(story)
    yes = next(m for m in people["ana"].screen.messages if m.inline).inline[0].data
    for phone in others(people, "ana"):
        await phone.forges(yes)
        assert await state(story) == "offered", phone.name
    await people["ana"].forges(yes)
    for phone in others(people, "karim"):
        await phone.forges("claim:1")
        assert await state(story) == "open", phone.name
    for phone in others(people, "ana"):
        phone.sees_not("Ana")
    await people["karim"].forges("claim:1")
    assert await state(story) == "claimed"


async def test_only_the_two_speak_in_the_talk_and_only_he_ends_it(story: Story) -> None:
    people = await cast(story)
    await people["ana"].touches(BUTTON_YES)
    await people["karim"].forges("claim:1")
    await people["karim"].says("dag")
    for number, phone in enumerate(others(people, "ana", "karim")):
        await phone.forges("talk:1")
        for words in (f"hoort iemand mij {number}", "/close", "/release"):
            await phone.says(words)
        assert await state(story) == "greeted", phone.name
        for reader in people.values():
            reader.sees_not(f"hoort iemand mij {number}")
    await people["ana"].says("hoort iemand mij")
    people["karim"].sees("hoort iemand mij")
    await people["ana"].says("/close")
    assert await state(story) == "talking"
    await people["karim"].says("/close")
    assert await state(story) == "closed"


async def test_only_a_coordinator_learns_who_is_in_danger(story: Story) -> None:
    people = await cast(story)
    await people["bea"].says("ik wil dood")
    await story.passes(minutes=16)
    for phone in others(people, "sofie"):
        await phone.forges("danger:1")
        await phone.forges("danger:1:112")
        assert "Bea." not in "".join(phone.screen.ever), phone.name
    await people["sofie"].forges("danger:1:112")
    assert "Bea." in "".join(people["sofie"].screen.ever)


async def test_only_a_coordinator_gets_the_overview_and_nobody_a_name(story: Story) -> None:
    people = await cast(story)
    await people["ana"].touches(BUTTON_YES)
    for phone in people.values():
        await phone.says("/today")
        assert ("Vandaag:" in phone.last.text) == (phone is people["sofie"]), phone.name
        await phone.says("/open")
    for phone in others(people, "ana"):
        phone.sees_not("Ana")


async def test_everybody_turns_their_own_duty(story: Story) -> None:
    people = await cast(story)
    for phone in others(people, "lies", "karim"):
        await phone.says("/duty")
    assert all(v.on_duty for v in await story.rows(select(Volunteer)))
    await people["lies"].says("/duty")
    lies = (await story.person(people["lies"])).id
    off = [v.person_id for v in await story.rows(select(Volunteer)) if not v.on_duty]
    assert off == [lies]


@pytest.mark.parametrize(
    ("spoken", "told"),
    [
        (("nl", "fr"), "vraagt in het Nederlands en in het Frans, krijgt"),
        (("fr", "nl"), "personne en français et en néerlandais, vous"),
        (("en", "fr", "nl"), "person in English, in French and in Dutch, you"),
    ],
)
async def test_languages_stand_in_a_sentence(
    story: Story, spoken: tuple[str, ...], told: str
) -> None:
    karim = story.stranger("Karim", spoken[0])
    token = await story.invites(people.VOLUNTEER, list(spoken), "Karim")
    await karim.says(f"/start {token}")
    karim.sees(told)
