"""A complaint below a photo or a recording waits as one in a text does; the photo is not shown."""

from __future__ import annotations

from bot import report_texts as texts

from .story import Story
from .test_complaints import AFTER, LANGUAGES, WORDS, talking


@LANGUAGES
async def test_below_a_photo_it_waits_too(story: Story, language: str) -> None:
    ana, karim, sofie = await talking(story, language)
    complaint, more = WORDS[language]
    await ana.sends("photo", complaint)
    ana.reads(texts.ASK_COMPLAINT, name="Karim")
    await ana.sends("photo")
    await ana.sends("voice", more)
    karim.hears_nothing()
    first, silent, _ = [m for m in ana.screen.messages if m.inline][-3:]
    await ana.forges(first.inline[0].data, first)
    (told,) = [m.text for m in ana.screen.messages if m.message_id == first.message_id]
    assert told == story.text(texts.COMPLAINT_TOLD_CAPTION, language, name="Karim")
    sofie.sees(complaint)
    sofie.sees_not("Ana")
    await ana.forges(silent.inline[1].data, silent)  # the other one was for him
    assert [m.kind for m in karim.news] == ["photo"]


@LANGUAGES
async def test_a_photo_without_a_complaint_is_for_him(story: Story, language: str) -> None:
    ana, karim, _ = await talking(story, language)
    for caption in ("", {"nl": "mijn kat", "fr": "mon chat", "en": "my cat"}[language]):
        await ana.sends("photo", caption)
        assert karim.last.kind == "photo"


@LANGUAGES
async def test_below_a_photo_after_the_talk(story: Story, language: str) -> None:
    ana, karim, sofie = await talking(story, language)
    await karim.says("/close")
    await story.passes(days=2)
    for phone in (karim, sofie):
        phone.turns_the_page()
    await ana.sends("photo", AFTER[language])
    ana.reads(texts.ASK_AFTER, name="Karim")
    await ana.touches(texts.BUTTON_TELL)
    sofie.sees(AFTER[language])
    karim.hears_nothing()
