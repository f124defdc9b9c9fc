"""A volunteer's own words of danger: numbers at once, and whether they are about himself. Without
an answer a coordinator is asked to call him, no alert rings him meanwhile, and nothing of it is
kept as a note on a resident."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot import closing, debriefs, heavy, himself, numbers, outcomes, overview_texts
from bot.handoff_texts import BUTTON_CLAIM, BUTTON_HANDOVER, BUTTON_YES
from bot.store.tables import Handoff, Volunteer

from .story import Phone, Story

EVERY = pytest.mark.parametrize("language", ["nl", "fr", "en"])
DIES = {
    "nl": "ik maak er vannacht een einde aan",
    "fr": "je vais me suicider cette nuit",
    "en": "I am going to kill myself tonight",
}
NOTE = {"nl": "Ana houdt van tuinieren", "fr": "Ana aime le jardin", "en": "Ana loves her garden"}


async def held(story: Story) -> list[int | None]:
    return [one.debrief_of for one in await story.rows(select(Volunteer))]


async def two(story: Story, language: str) -> tuple[Phone, Phone]:
    sofie = await story.coordinator("Sofie", language)
    return sofie, await story.volunteer("Karim", language)


def calls(story: Story, phone: Phone, why: str) -> int:
    told = story.text(himself.COORDINATOR[why], phone.language, name="Karim")
    return sum(shown.text == told for shown in phone.screen.messages)


@EVERY
async def test_who_says_nothing_is_called_after_a_quarter_of_an_hour(
    story: Story, language: str
) -> None:
    sofie, karim = await two(story, language)
    await karim.says(DIES[language])
    karim.reads(numbers.VOLUNTEER_NOTE)
    karim.reads(himself.ASK, minutes=15)
    labels = [story.text(text, language) for text in himself.BUTTONS.values()]
    assert list(next(one for one in karim.news if one.labels).labels) == labels
    sofie.hears_nothing()
    await story.passes(minutes=10)
    await karim.says(DIES[language])  # a second word puts nobody off
    await story.passes(minutes=6)
    assert calls(story, sofie, himself.SILENT) == 1
    sofie.sees_not(DIES[language])
    assert await held(story) == [himself.NO_TALK]
    await story.passes(hours=2)
    assert calls(story, sofie, himself.SILENT) == 1
    await sofie.touches(heavy.BUTTON_TALKED)
    assert sofie.last.text == story.text(heavy.NOTED, language, name="Karim")
    karim.reads(debriefs.TALKED_VOLUNTEER, name="Sofie")
    assert await held(story) == [None]


@EVERY
async def test_about_himself_the_coordinators_read_at_once(story: Story, language: str) -> None:
    sofie, karim = await two(story, language)
    await karim.says(DIES[language])
    await karim.touches(himself.BUTTONS[himself.ME])
    assert karim.last.text == story.text(himself.THANKS[himself.ME], language)
    assert "112" in "\n".join(shown.text for shown in karim.screen.messages)
    assert calls(story, sofie, himself.ME) == 1
    await story.passes(hours=1)
    assert calls(story, sofie, himself.ME) == 1
    assert calls(story, sofie, himself.SILENT) == 0
    await sofie.says("/today")
    sofie.reads(overview_texts.HIMSELF, name="Karim")
    assert await held(story) == [himself.NO_TALK]


@EVERY
async def test_about_somebody_else_nobody_is_told(story: Story, language: str) -> None:
    sofie, karim = await two(story, language)
    await karim.says(DIES[language])
    await karim.touches(himself.BUTTONS[himself.OTHER])
    karim.sees_not(story.text(himself.ASK, language, minutes=15))
    await story.passes(hours=1)
    sofie.hears_nothing()
    assert await held(story) == [None]


@EVERY
async def test_no_alert_rings_him_before_his_answer(story: Story, language: str) -> None:
    _, karim = await two(story, language)
    ana = await story.resident("Ana", language, hour=None)
    await karim.says(DIES[language])
    karim.turns_the_page()
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    karim.hears_nothing()
    await karim.touches(himself.BUTTONS[himself.OTHER])
    assert story.text(BUTTON_CLAIM, language) in karim.last.labels


@EVERY
async def test_an_alert_from_before_waits_for_his_answer(story: Story, language: str) -> None:
    _, karim = await two(story, language)
    ana = await story.resident("Ana", language, hour=None)
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    await karim.says(DIES[language])
    await karim.touches(BUTTON_CLAIM)
    assert (await story.handoff()).claimed_by is None
    assert story.text(himself.FIRST, language) in karim.toasts


async def told_of(story: Story, language: str) -> tuple[Phone, Phone]:
    """A talk that is over, and he said what came of it."""
    sofie, karim = await two(story, language)
    await story.talk(await story.resident("Ana", language, hour=None), karim)
    await karim.says("/close")
    await karim.touches(outcomes.BUTTONS["listened"])
    return sofie, karim


@EVERY
async def test_nothing_of_it_is_kept_as_a_note(story: Story, language: str) -> None:
    _, karim = await told_of(story, language)
    for button in (closing.BUTTON_NOTE, BUTTON_HANDOVER):
        await karim.touches(button)
        await karim.says(DIES[language])
        karim.reads(himself.NOT_KEPT)
        karim.reads(himself.ASK)
        await karim.touches(himself.BUTTONS[himself.OTHER])
    (row,) = await story.rows(select(Handoff))
    assert (row.note, row.handover) == (None, None)


@EVERY
async def test_a_note_does_not_become_one_of_danger(story: Story, language: str) -> None:
    _, karim = await told_of(story, language)
    await karim.touches(closing.BUTTON_NOTE)
    mine = await karim.says(NOTE[language])
    await karim.edits(mine, DIES[language])
    karim.reads(himself.NOT_KEPT)
    assert (await story.handoff()).note == NOTE[language]


@EVERY
async def test_danger_that_a_model_alone_hears_is_no_note_either(
    story: Story, language: str
) -> None:
    _, karim = await told_of(story, language)
    await karim.touches(closing.BUTTON_NOTE)
    story.mind.learns(NOTE[language], "crisis_suicide", level="act")
    await karim.says(NOTE[language])
    karim.reads(himself.NOT_KEPT)
    assert (await story.handoff()).note is None


@EVERY
async def test_to_a_resident_or_sent_on_it_is_about_somebody_else(
    story: Story, language: str
) -> None:
    sofie, karim = await two(story, language)
    await karim.forwards(DIES[language])
    karim.reads(numbers.VOLUNTEER_NOTE)
    karim.sees_not(story.text(himself.ASK, language, minutes=15))
    await story.talk(await story.resident("Ana", language, hour=None), karim)
    await karim.says(DIES[language])
    karim.reads(numbers.VOLUNTEER_NOTE)
    await story.passes(minutes=20)
    karim.sees_not(story.text(himself.ASK, language, minutes=15))
    assert calls(story, sofie, himself.SILENT) == 0


@EVERY
async def test_what_he_reports_of_her_is_kept(story: Story, language: str) -> None:
    sofie, karim = await told_of(story, language)
    await karim.says(f"/report {DIES[language]}")
    karim.reads(numbers.VOLUNTEER_NOTE)
    karim.sees_not(story.text(himself.ASK, language, minutes=15))
    await story.passes(minutes=20)
    assert calls(story, sofie, himself.SILENT) == 0


@EVERY
async def test_a_call_about_another_day_does_not_settle_it(story: Story, language: str) -> None:
    """'/heavy' of before, and danger since: the question stands, and the quarter of an hour."""
    sofie, karim = await two(story, language)
    await karim.says("/heavy")
    await karim.says(DIES[language])
    await sofie.touches(heavy.BUTTON_TALKED)
    assert await held(story) == [himself.NO_TALK]
    await story.passes(minutes=16)
    assert calls(story, sofie, himself.SILENT) == 1


@EVERY
async def test_who_asked_for_a_call_is_called(story: Story, language: str) -> None:
    """He says afterwards, by another copy of the question, that it was nothing: the call stands."""
    sofie, karim = await two(story, language)
    await karim.says(DIES[language])
    await karim.says(DIES[language])
    await karim.touches(himself.BUTTONS[himself.ME])
    await karim.touches(himself.BUTTONS[himself.OTHER])
    assert await held(story) == [himself.NO_TALK]
    assert calls(story, sofie, himself.ME) == 1


@EVERY
async def test_who_left_is_not_rung_for(story: Story, language: str) -> None:
    sofie, karim = await two(story, language)
    await karim.says(DIES[language])
    await sofie.forges(f"team:leaves:{(await story.person(karim)).id}")
    await story.until(story.clock.now() + timedelta(hours=1))
    assert calls(story, sofie, himself.SILENT) == 0
