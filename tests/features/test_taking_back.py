"""She wants no more messages while she waits for a person: nobody comes, and danger is not lost."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from bot import danger
from bot.handoff_texts import (
    ALERT_OVER,
    BUTTON_CLAIM,
    BUTTON_STOP,
    BUTTON_YES,
    NOT_SHARED,
    STILL_ASKED,
    WITHDRAWN_EARLY,
)
from bot.lifecycle import OPEN
from bot.open_texts import TAKEN_BACK
from bot.store.tables import Audit, Consent, Handoff

from .story import Phone, Story
from .test_safety import DANGER, NOT_SAFE, PERSON, QUESTION, SAFE

NEVER = {"nl": "schrijf me nooit meer", "fr": "ne m'écris plus", "en": "never write me again"}


async def waits(story: Story, language: str = "nl", in_danger: bool = True) -> list[Phone]:
    """She asked for a person, in danger or not, and a phone rings: hers, his, the coordinator's."""
    sofie, karim = await story.coordinator(), await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    if in_danger:
        await ana.says(DANGER[language])
        await ana.touches(PERSON)
    else:
        await ana.says("/human")
    await ana.touches(BUTTON_YES)
    assert (await story.handoff()).state == OPEN
    await story.passes(minutes=10)
    for phone in (ana, karim, sofie):
        phone.turns_the_page()
    return [ana, karim, sofie]


async def alerted(story: Story) -> int:
    (count,) = await story.rows(
        select(func.count()).select_from(Audit).where(Audit.action == "danger.alerted")
    )
    return int(count)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("how", ["/stop", "words"])
async def test_who_wants_silence_is_written_by_nobody(
    story: Story, language: str, how: str
) -> None:
    ana, karim, sofie = await waits(story, language, in_danger=False)
    story.mind.learns(NEVER[language], "stop_contact", sure=0.9)
    await ana.says(NEVER[language] if how == "words" else how)
    ana.one()
    ana.hears("stop/say")
    ana.reads(WITHDRAWN_EARLY)
    assert story.text(QUESTION, language) not in ana.last.text
    assert karim.screen.messages[-1].text == story.text(ALERT_OVER, language)
    assert not karim.screen.messages[-1].inline
    await story.passes(days=3)
    for phone in (karim, sofie):
        phone.hears_nothing()
    assert not [m for m in ana.news if "Karim" in m.text]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_danger_stays_with_the_coordinators(story: Story, language: str) -> None:
    """In the one answer she is asked whether she is safe; without a word of hers they hear."""
    ana, karim, sofie = await waits(story, language)
    await ana.says("/stop")
    ana.one()
    ana.hears("stop/say")
    for text in (WITHDRAWN_EARLY, QUESTION):
        ana.reads(text)
    ana.sees("112", "15")
    assert story.text(SAFE, language) in ana.screen.keyboard
    sofie.one()
    sofie.reads(TAKEN_BACK, number=1)
    sofie.sees_not("Ana")
    for phone in (ana, karim, sofie):
        phone.turns_the_page()
    await story.passes(minutes=16)
    assert await alerted(story) == 1
    sofie.one()
    sofie.reads(danger.ALERT)
    sofie.sees_not("Ana")
    await story.passes(days=2)
    karim.hears_nothing()


@pytest.mark.parametrize("answer", ["button", "ja", "not safe"])
async def test_her_answer_after_the_stop(story: Story, answer: str) -> None:
    ana, karim, _ = await waits(story)
    await ana.says("stop")
    if answer == "button":
        await ana.touches(SAFE)
    elif answer == "ja":
        await ana.says("ja")
    else:
        await ana.touches(NOT_SAFE)
        ana.sees("112")
    await story.passes(minutes=16)
    assert await alerted(story) == (answer == "not safe")
    karim.hears_nothing()
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    karim.one()  # whoever wants somebody after all asks as ever


async def test_who_said_that_she_is_safe_is_not_asked_again(story: Story) -> None:
    ana, _, sofie = await waits(story)
    await ana.says(story.text(SAFE, "nl"))
    await ana.says("/stop")
    ana.reads(WITHDRAWN_EARLY)
    assert story.text(QUESTION, "nl") not in ana.last.text
    sofie.reads(TAKEN_BACK, number=1)
    sofie.turns_the_page()
    await story.passes(hours=20)
    assert await alerted(story) == 0


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_the_sharing_alone_is_stopped(story: Story, language: str) -> None:
    """The words under a talk, while nobody has it yet: the greetings stay."""
    ana, karim, _ = await waits(story, language, in_danger=False)
    await ana.says(story.text(BUTTON_STOP, language))
    assert ana.one().text == story.text(WITHDRAWN_EARLY, language)
    assert (await story.handoff()).state == "withdrawn"
    assert karim.screen.messages[-1].text == story.text(ALERT_OVER, language)
    standing = select(Consent.purpose).where(Consent.withdrawn_at.is_(None))
    assert await story.rows(standing) == ["checkins"]


async def test_a_stop_beside_other_words(story: Story) -> None:
    """Her yes ends at its receipt: then the handoff does too, and she reads so."""
    ana, karim, _ = await waits(story, in_danger=False)
    ana.writes("stop")
    await ana.says("ik wil er niet meer over praten")
    ana.reads(WITHDRAWN_EARLY)
    assert (await story.handoff()).state == "withdrawn"
    assert karim.screen.messages[-1].text == story.text(ALERT_OVER, "nl")


async def test_a_preview_that_was_not_answered(story: Story) -> None:
    """Danger, 'talk to a person', and then silence is wanted: nothing can be shared any more."""
    await story.coordinator()
    ana = await story.resident("Ana", hour=None)
    await ana.says(DANGER["nl"])
    await ana.touches(PERSON)
    shown = ana.last
    await ana.says("/stop")
    ana.reads(QUESTION)
    assert shown.text == story.text(NOT_SHARED, "nl")
    assert not shown.inline
    (state,) = await story.rows(select(Handoff.state))
    assert state == "declined"
    await story.passes(minutes=16)
    assert await alerted(story) == 1


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_a_pause_leaves_the_question_for_a_person_as_it_is(
    story: Story, language: str
) -> None:
    """No greetings, and whoever comes may write: she reads so, and how to take it back."""
    ana, karim, _ = await waits(story, language, in_danger=False)
    await ana.says("/pause")
    await ana.picks("pause/ask/7d")
    ana.one()
    ana.reads(STILL_ASKED, button=story.text(BUTTON_STOP, language))
    await karim.touches(BUTTON_CLAIM)
    ana.sees("Karim")
