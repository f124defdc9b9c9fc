"""What a coordinator types at the moments that matter is heard: a reason, another draft."""

from __future__ import annotations

import pytest

from bot import danger, danger_reason, last_one, looked, people
from bot import overview_texts as texts
from bot.coordinators import DANGER as DANGER_OF_HERS
from bot.coordinators import NO_READER

from .story import Phone, Story
from .test_safety import DANGER

LANGUAGES = pytest.mark.parametrize("language", ["nl", "fr", "en"])
WHY = {
    "nl": "ik moet weten wie dit is want ik maak me zorgen",
    "fr": "je dois savoir qui c'est, je suis inquiète",
    "en": "I have to know who this is, I am worried",
}
NO = {
    "nl": "nee laat maar, ik bel niet",
    "fr": "non, je n'appelle pas",
    "en": "no, I do not call anybody",
}


async def alerted(story: Story, language: str) -> tuple[Phone, Phone]:
    sofie = await story.coordinator("Sofie", language)
    ana = await story.resident("Ana", language, hour=None)
    await ana.says(DANGER[language])
    await story.passes(minutes=16)
    await sofie.touches(danger.BUTTON_OPEN)
    ana.turns_the_page()
    return sofie, ana


@LANGUAGES
async def test_a_reason_in_words_counts_once(story: Story, language: str) -> None:
    sofie, ana = await alerted(story, language)
    await sofie.says(WHY[language])
    assert any("Ana" in message.text for message in sofie.screen.messages)
    label = story.text(danger.BUTTONS["call"], language)
    sofie.reads(danger_reason.WRITTEN, reason=label)
    ana.reads(looked.TOLD, name="Sofie")
    ana.turns_the_page()
    await sofie.says(WHY[language])
    ana.hears_nothing()
    sofie.reads(NO_READER)


@LANGUAGES
async def test_what_is_no_reason_opens_nothing(story: Story, language: str) -> None:
    sofie, ana = await alerted(story, language)
    await sofie.says(NO[language])
    sofie.reads(danger.REASON)
    sofie.sees_not("Ana")
    ana.hears_nothing()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ik stuur een ambulance", "112"),
        ("je préviens sa famille et les voisins", "known"),
        ("I will ask her daughter", "known"),
        ("ik ga langs bij haar", "call"),
        ("je vais l'appeler", "call"),
        ("wie is dit", None),
        ("wat moet ik doen?", None),
        ("je ne sais pas quoi faire", None),
        ("I don't want to call her", None),
        ("bonjour à tous", None),
    ],
)
def test_which_reason(text: str, found: str | None) -> None:
    assert danger_reason.reason(text) == found


@LANGUAGES
async def test_other_words_leave_the_draft_as_it_was(story: Story, language: str) -> None:
    sofie = await story.coordinator("Sofie", language)
    await story.volunteer("Karim", language)
    await sofie.says("/broadcast Koffie om vier uur")
    await sofie.says("Koffie om vijf uur bedoel ik")
    sofie.reads(texts.CAST_STANDS, words="Koffie om vier uur")
    await sofie.touches(texts.BUTTON_NOT)
    await sofie.says("Koffie om vijf uur bedoel ik")
    sofie.reads(NO_READER)


@LANGUAGES
async def test_on_duty_outside_the_hours_is_nobody(story: Story, language: str) -> None:
    sofie = await story.coordinator("Sofie", language)
    karim = await story.volunteer("Karim", "nl")
    await sofie.says("/today")
    outside = story.text(last_one.OUTSIDE, language).split("{")[0]
    assert outside not in sofie.last.text
    await karim.says("/hours")
    await karim.says("elke dag van 14 tot 16 uur")
    await sofie.says("/today")
    sofie.sees(outside)


async def at_broadcast(story: Story, language: str) -> tuple[Phone, Phone]:
    karim = await story.volunteer("Karim", language)
    return await story.coordinator("Sofie", language), karim


def has_numbers(story: Story, phone: Phone) -> None:
    phone.reads(DANGER_OF_HERS)
    assert "112" in phone.one().text
    assert not phone.one().inline


@LANGUAGES
@pytest.mark.parametrize("begun", ["/broadcast", ""])
async def test_a_cry_gets_the_numbers_and_is_no_word_to_all(
    story: Story, language: str, begun: str
) -> None:
    sofie, karim = await at_broadcast(story, language)
    if begun:
        await sofie.says(begun)
        sofie.reads(texts.CAST_HOW)
        await sofie.says(DANGER[language])
    else:
        await sofie.says(f"/broadcast {DANGER[language]}")
    has_numbers(story, sofie)
    await sofie.says("het was maar een proef")
    assert sofie.one().text == story.text(NO_READER, language)
    karim.hears_nothing()


@LANGUAGES
async def test_a_draft_that_becomes_a_cry_cannot_be_sent(story: Story, language: str) -> None:
    sofie, karim = await at_broadcast(story, language)
    await sofie.says("/broadcast")
    mine = await sofie.says("koffie om vier uur")
    await sofie.edits(mine, DANGER[language])
    has_numbers(story, sofie)
    await sofie.touches(texts.BUTTON_SEND)
    karim.hears_nothing()


@LANGUAGES
async def test_an_editor_who_cries_out_has_them_too(story: Story, language: str) -> None:
    mo = await story._helper("Mo", people.EDITOR, [language])
    await mo.says(DANGER[language])
    has_numbers(story, mo)


async def test_a_reason_with_danger_in_it_is_one(story: Story) -> None:
    sofie, ana = await alerted(story, "nl")
    await sofie.says("ik bel 112, die wil zich ophangen")
    ana.reads(looked.TOLD, name="Sofie")
