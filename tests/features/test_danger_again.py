"""An alert of danger that nobody opens is told again, at night too, and then each morning, until
somebody opens it or it is over; at most for a week."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from bot import danger, erasure
from bot import overview_texts as texts
from bot.dialogue.values import shown
from bot.handoff_texts import LANGUAGE_NAMES
from bot.house import Moment
from bot.store.tables import Audit, Person, Timer

from .story import Phone, Story
from .test_safety import DANGER, GOOD, NOT_SAFE, SAFE

LANGUAGES = ["nl", "fr", "en"]


async def alerted(story: Story, language: str, at: str = "14:00") -> tuple[Phone, Phone, Phone]:
    """Two coordinators have an alert since a quarter past `at`, and their phones stay silent."""
    sofie = await story.coordinator("Sofie", language)
    omar = await story.coordinator("Omar", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.until_local(at)
    await ana.says(DANGER[language])
    await story.passes(minutes=15)
    for phone in (sofie, omar):
        assert rung(phone, again=True) == 0
        phone.turns_the_page()
    return sofie, omar, ana


def rung(phone: Phone, again: bool = False) -> int:
    """How many alerts the phone shows since its owner looked."""
    open_it = phone.story.text(danger.BUTTON_OPEN, phone.language)
    not_opened = phone.story.text(danger.NOT_OPENED, phone.language)
    found = [one for one in phone.news if open_it in one.labels]
    return len([one for one in found if not_opened in one.text or not again])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("at", ["14:00", "23:00"])
async def test_it_goes_out_anew_at_any_hour(story: Story, language: str, at: str) -> None:
    sofie, omar, _ = await alerted(story, language, at)
    told = []
    for minutes in (29, 1, 59, 1, 119, 1, 240):
        await story.passes(minutes=minutes)
        told.append(rung(sofie, again=True))
    assert told == [0, 1, 1, 2, 2, 3, 3]
    first = story.text(danger.NOT_OPENED, language)
    alert = story.text(
        danger.ALERT,
        language,
        number=1,
        hour=shown("hour", at, language),
        language=story.text(LANGUAGE_NAMES[language], language),
    )
    assert {one.text for one in sofie.news} == {f"{first}\n{alert}"}
    assert rung(omar, again=True) == 3
    sofie.sees_not("Ana")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_each_morning_of_a_week_shows_it(story: Story, language: str) -> None:
    sofie, omar, _ = await alerted(story, language)
    await story.passes(hours=4)
    line = story.text(
        texts.DANGER,
        language,
        number=1,
        language=story.text(LANGUAGE_NAMES[language], language),
    ).partition("{")[0]
    for day in range(9):
        for phone in (sofie, omar):
            phone.turns_the_page()
        await story.until_local("08:29")
        sofie.hears_nothing()
        await story.until_local("08:31")
        assert any(line in one.text for one in sofie.news) == (day < 7)
        assert any(line in one.text for one in omar.news) == (day < 7)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("days", [2, 6])
async def test_that_she_is_safe_ends_it_days_later_too(
    story: Story, language: str, days: int
) -> None:
    sofie, _, ana = await alerted(story, language)
    await story.passes(days=days)
    said = {"nl": "ik ben veilig", "fr": "je suis en sécurité", "en": "I am safe"}
    await ana.says(said[language] + "?")
    await sofie.says("/today")
    assert [label for label in sofie.last.labels if "⚠" in label]
    await ana.says(said[language])
    ana.reads(GOOD)
    sofie.turns_the_page()
    await story.passes(days=1)
    sofie.hears_nothing()


@pytest.mark.parametrize("ends", ["opened", "safe", "taken", "erased"])
async def test_it_stops_at_once(story: Story, ends: str) -> None:
    karim = await story.volunteer()
    sofie, omar, ana = await alerted(story, "nl")
    if ends == "opened":
        await omar.touches(danger.BUTTON_OPEN)
        assert rung(omar) == 0
        await omar.touches(danger.BUTTONS["112"])
    elif ends == "safe":
        await ana.touches(SAFE)
    elif ends == "taken":
        await story.talk(ana, karim)
    else:
        async with story.store.write() as session:
            moment = Moment(session, story.house, story.clock.now())
            await erasure.erase(moment, await session.get_one(Person, (await story.person(ana)).id))
    for phone in (sofie, omar):
        phone.turns_the_page()
    await story.passes(hours=8)
    assert (rung(sofie), rung(omar)) == (0, 0)


async def test_a_look_at_the_reasons_opens_nothing(story: Story) -> None:
    sofie, omar, _ = await alerted(story, "nl")
    await omar.touches(danger.BUTTON_OPEN)
    await story.passes(minutes=31)
    assert rung(sofie, again=True) == 1


async def test_danger_that_goes_on_begins_it_anew(story: Story) -> None:
    """'Not safe' after an alert: its own one comes as soon as ever, and the steps begin again."""
    sofie, _, ana = await alerted(story, "nl")
    await ana.touches(NOT_SAFE)
    await story.passes(hours=1)
    assert (rung(sofie), rung(sofie, again=True)) == (2, 1)
    await story.passes(minutes=30)
    assert (rung(sofie), rung(sofie, again=True)) == (3, 2)
    planned = await story.rows(
        select(Timer).where(Timer.kind == "danger_again", Timer.done_at.is_(None))
    )
    assert len(planned) == 1


async def test_without_an_overview_it_comes_once_a_day(story: Story) -> None:
    policy = replace(story.house.policy, overview_at=None)
    object.__setattr__(story.house, "policy", policy)
    sofie, _, _ = await alerted(story, "nl")
    await story.passes(hours=4)
    for day in range(9):
        sofie.turns_the_page()
        await story.passes(days=1)
        assert rung(sofie, again=True) == (day < 6)


async def test_where_nobody_is_there_it_waits(story: Story) -> None:
    sofie, omar, _ = await alerted(story, "nl")
    await sofie.blocks()
    await omar.blocks()
    await story.passes(hours=8)
    again = select(Audit).where(Audit.action == "danger.alerted again")
    assert not await story.rows(again)
    await sofie.comes_back()
    sofie.turns_the_page()
    await story.passes(minutes=16)
    assert rung(sofie) == 1
