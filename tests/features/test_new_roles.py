"""Somebody takes another role: what stood between two people does not hang in the air."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import appointment_texts, new_roles, turnover_texts
from bot.handoff_texts import RELEASED_RESIDENT, STOPPED_VOLUNTEER, WITHDRAWN
from bot.invitations import WELCOME_COORDINATOR, WELCOME_VOLUNTEER
from bot.store.bridge import Appointment
from bot.store.tables import Handoff, Invitation
from bot.worry_texts import CONTACT_GONE, ENDED, STOPPED_TOO

from .story import Phone, Story
from .test_appointments import READ, agreed
from .test_worry import chooses, contact, her_sister

EVERY = pytest.mark.parametrize("language", ["nl", "fr", "en"])
ROLES = pytest.mark.parametrize("role", ["coordinator", "editor"])


async def becomes(phone: Phone, role: str) -> str:
    token = await phone.story.invites(role, [phone.language], phone.name)
    await phone.says(f"/start {token}")
    return token


@EVERY
async def test_a_volunteers_talks_go_on_with_others(story: Story, language: str) -> None:
    karim, lies = await story.volunteer("Karim", language), await story.volunteer("Lies", language)
    ana, bea = await story.resident("Ana", language), await story.resident("Bea", language)
    await story.talk(ana, karim)
    await story.talk(bea, karim, greeted=False)
    await bea.says("ik wil dood" if language == "nl" else "je veux mourir")
    for phone in (ana, bea, lies):
        phone.turns_the_page()
    await becomes(karim, "coordinator")
    ana.reads(turnover_texts.ASK_LEFT, name="Karim")
    bea.reads(RELEASED_RESIDENT)
    assert lies.news
    karim.reads(turnover_texts.LEFT, organisation="De Brug")
    karim.reads(WELCOME_COORDINATOR, name="Karim", organisation="De Brug")
    karim.sees_not("Ana", "Bea")
    states = [one.state for one in await story.rows(select(Handoff).order_by(Handoff.id))]
    assert states == ["asking", "handed_on"]
    karim.turns_the_page()
    await ana.says("dit leest Karim niet")
    karim.sees_not("dit leest Karim niet")
    assert (await story.person(karim)).left_at is None
    await karim.says("/today")
    assert karim.news


@ROLES
async def test_his_appointments_and_his_being_told_end_too(story: Story, role: str) -> None:
    ana, karim = await agreed(story)
    await karim.says("/close")
    await chooses(ana, "volunteer")
    ana.turns_the_page()
    await becomes(karim, role)
    ana.reads(appointment_texts.OFF_LEFT, name="Karim", meeting=READ)
    ana.reads(CONTACT_GONE, contact="Karim")
    assert await contact(story) is None
    (row,) = await story.rows(select(Appointment))
    assert row.state == "cancelled"


async def test_the_relative_of_somebody_stays_that(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    lea = await her_sister(story, ana)
    for role in ("volunteer", "coordinator"):
        await becomes(lea, role)
    ana.hears_nothing()
    assert await contact(story) is not None


@EVERY
async def test_a_resident_leaves_nobody_in_a_talk(story: Story, language: str) -> None:
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim)
    await becomes(ana, "volunteer")
    karim.reads(STOPPED_VOLUNTEER)
    ana.reads(WITHDRAWN, name="Karim")
    ana.reads(WELCOME_VOLUNTEER, name="Ana", organisation="De Brug")
    assert (await story.handoff()).state == "withdrawn"
    karim.sees_not("Ana")


async def test_nor_before_an_appointment(story: Story) -> None:
    ana, karim = await agreed(story)
    await karim.says("/close")
    karim.turns_the_page()
    await becomes(ana, "volunteer")
    karim.reads(appointment_texts.OFF_OTHER, meeting=READ)
    ana.reads(appointment_texts.OFF_BOTH, name="Karim", meeting=READ)


async def test_nor_waiting_for_her_silence(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    lea = await her_sister(story, ana)
    await becomes(ana, "volunteer")
    ana.reads(STOPPED_TOO)
    lea.reads(ENDED)
    lea.turns_the_page()
    await story.passes(days=9)
    lea.hears_nothing()


@EVERY
async def test_in_danger_the_invitation_waits(story: Story, language: str) -> None:
    ana = await story.resident("Ana", language, hour=None)
    danger = {"nl": "ik wil dood", "fr": "je veux mourir", "en": "i want to die"}[language]
    await ana.says(danger)
    token = await becomes(ana, "volunteer")
    ana.reads(new_roles.WAITS)
    assert (await story.person(ana)).role == "resident"
    (row,) = await story.rows(select(Invitation))
    assert row.used_at is None
    safe = {"nl": "ik ben veilig", "fr": "je suis en sécurité", "en": "i am safe"}[language]
    await ana.says(safe)
    await ana.says(f"/start {token}")
    ana.reads(WELCOME_VOLUNTEER, name="Ana", organisation="De Brug")
    assert (await story.person(ana)).role == "volunteer"
