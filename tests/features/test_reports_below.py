"""What happened, told below a photo or a recording: coordinators read the words, the photo goes to
nobody, and she reads so."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import report_texts as texts
from bot import rewritten
from bot.handoff_texts import BUTTON_CLAIM
from bot.store.bridge import Report

from .story import Phone, Story
from .test_complaints import LANGUAGES
from .test_complaints import WORDS as COMPLAINTS

SAID = {"nl": "hij vroeg geld", "fr": "il voulait de l'argent", "en": "he asked for money"}
CAPTIONED = pytest.mark.parametrize("kind", ["photo", "document"])


async def asked(story: Story, language: str) -> tuple[Phone, Phone, Phone]:
    """She said that something with Karim was not right, and talks with Lies since."""
    sofie, karim = await story.coordinator(), await story.volunteer("Karim", language)
    ana, lies = (
        await story.resident("Ana", language, hour=None),
        await story.volunteer("Lies", language),
    )
    await story.talk(ana, karim)
    await ana.touches(texts.BUTTON_OTHER)
    await ana.touches(texts.BUTTON_WRONG)
    await lies.touches(BUTTON_CLAIM)
    await lies.says("Ana ?")
    for phone in (ana, lies, sofie):
        phone.turns_the_page()
    return ana, lies, sofie


async def words_of(story: Story) -> list[str | None]:
    return [one.words for one in await story.rows(select(Report).order_by(Report.id))]


@LANGUAGES
@CAPTIONED
async def test_the_words_below_it_are_the_report(story: Story, language: str, kind: str) -> None:
    ana, lies, sofie = await asked(story, language)
    await ana.sends(kind, SAID[language])
    assert ana.one().text == story.text(texts.PASSED_CAPTION, language)
    assert await words_of(story) == [SAID[language]]
    assert [m.kind for m in sofie.news] == ["text"]
    sofie.sees(SAID[language])
    lies.hears_nothing()


@LANGUAGES
@CAPTIONED
async def test_without_words_she_is_asked_once_more(story: Story, language: str, kind: str) -> None:
    ana, lies, sofie = await asked(story, language)
    await ana.sends(kind)
    assert ana.one().text == story.text(texts.WRITE_WHAT, language)
    assert ana.one().labels == [story.text(texts.BUTTON_ENOUGH, language)]
    await ana.says(SAID[language])
    ana.reads(texts.PASSED)
    assert await words_of(story) == [SAID[language]]
    sofie.sees(SAID[language])
    lies.hears_nothing()
    await ana.sends("photo", "onze kat")
    assert lies.one().kind == "photo", "what comes after it is for her"


@LANGUAGES
async def test_a_changed_caption_changes_the_report(story: Story, language: str) -> None:
    ana, lies, sofie = await asked(story, language)
    mine = await ana.sends("photo", SAID[language][:4])
    await ana.edits(mine, SAID[language])
    ana.reads(rewritten.HER_REPORT)
    assert await words_of(story) == [SAID[language]]
    sofie.sees(SAID[language])
    lies.hears_nothing()
    await ana.edits(mine, "")
    ana.reads(rewritten.EMPTY)
    assert await words_of(story) == [SAID[language]]


@LANGUAGES
async def test_a_caption_that_comes_later_is_for_nobody_else(story: Story, language: str) -> None:
    ana, lies, _ = await asked(story, language)
    mine = await ana.sends("photo")
    await ana.edits(mine, SAID[language])
    lies.hears_nothing()


async def test_a_voice_message_may_be_anything(story: Story) -> None:
    ana, _, _ = await asked(story, "fr")
    await ana.sends("voice")
    assert story.text(texts.WRITE_WHAT, "fr") not in [m.text for m in ana.news]
    assert await words_of(story) == [None]


@LANGUAGES
async def test_what_she_said_before_stays(story: Story, language: str) -> None:
    """Of one who goes on with her complaint coordinators read the whole."""
    sofie, karim = await story.coordinator(), await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim)
    first, second = COMPLAINTS[language]
    coordinator = story.text(texts.BUTTON_TELL, language)
    for said in (first, second):
        await ana.says(said)
        await ana.says(coordinator)
        ana.reads(texts.COMPLAINT_TYPED, name="Karim")
        await ana.touches(texts.BUTTON_TELL)
    assert (await words_of(story))[0] == f"{first}\n{second}"
    sofie.sees(second)
    karim.hears_nothing()
