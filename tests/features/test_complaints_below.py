"""A complaint below a photo or a recording waits as one in a text does; the photo is not shown. So
does what says of danger, or shows, what happened, once coordinators wait for that."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import report_texts as texts
from bot.addressee_texts import BUTTON_TO
from bot.handoff_texts import UNSEEN_MARK
from bot.store.bridge import Report

from .story import Phone, Story
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
    first = next(m for m in ana.screen.messages if m.inline)
    await ana.forges(first.inline[0].data, first)
    (told,) = [m.text for m in ana.screen.messages if m.message_id == first.message_id]
    assert told == story.text(texts.COMPLAINT_TOLD_CAPTION, language, name="Karim")
    sofie.sees(complaint)
    sofie.sees_not("Ana")
    ana.reads(texts.ASK_COMPLAINT_NEXT, name="Karim")
    await ana.taps(story.text(BUTTON_TO, language, name="Karim"))  # the other one was for him
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


COORDINATOR = {"nl": "de coördinator", "fr": "la coordinatrice", "en": "the coordinator"}
HE_DID = {"nl": "hij heeft mij verkracht", "fr": "il m'a violée", "en": "he raped me"}


async def asked_what_happened(story: Story, language: str) -> tuple[Phone, Phone, Phone]:
    ana, karim, sofie = await talking(story, language)
    await ana.says(WORDS[language][0])
    await ana.says(COORDINATOR[language])
    ana.reads(texts.COMPLAINT_TYPED, name="Karim")
    return ana, karim, sofie


@LANGUAGES
async def test_danger_in_what_happened_is_not_for_him(story: Story, language: str) -> None:
    ana, karim, sofie = await asked_what_happened(story, language)
    await ana.says(HE_DID[language])
    karim.hears_nothing()
    ana.sees("112")
    await ana.touches(texts.BUTTON_TELL)
    await ana.touches(texts.BUTTON_TELL)
    (report,) = await story.rows(select(Report))
    assert report.words.splitlines() == [WORDS[language][0], HE_DID[language]]
    sofie.sees(HE_DID[language])
    await ana.says({"nl": "dag", "fr": "bonjour", "en": "hello"}[language])
    assert len(karim.news) == 1, "and what she writes then is for him again"


@LANGUAGES
@pytest.mark.parametrize("kind", ["voice", "photo"])
async def test_nor_what_shows_it(story: Story, language: str, kind: str) -> None:
    ana, karim, _ = await asked_what_happened(story, language)
    await ana.sends(kind)
    karim.hears_nothing()
    ana.reads(texts.ASK_COMPLAINT_AGAIN, name="Karim")


DANGER = {
    "nl": ("na wat er gebeurd is wil ik niet meer leven", "ik ben gevallen en kan niet opstaan"),
    "fr": (
        "après ce qui s'est passé je veux mourir",
        "je suis tombée et je ne peux plus me relever",
    ),
    "en": ("after what happened I want to die", "I have fallen and I cannot get up"),
}


@LANGUAGES
@pytest.mark.parametrize("which", [0, 1])
async def test_nor_danger_of_another_kind_in_it(story: Story, language: str, which: int) -> None:
    ana, karim, _ = await asked_what_happened(story, language)
    await ana.says(DANGER[language][which])
    karim.reads(UNSEEN_MARK, name="Ana")
    karim.sees_not(DANGER[language][which])
    ana.reads(texts.ASK_COMPLAINT_AGAIN, name="Karim")
    ana.sees("112")
