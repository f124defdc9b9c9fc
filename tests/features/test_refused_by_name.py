"""A volunteer whom her request refuses by name is not rung for it, and does not read it."""

from __future__ import annotations

from bot.handoff_texts import ASKED_FIRST, BUTTON_CLAIM, BUTTON_YES
from bot.volunteers import NOBODY_WAITS

from .story import Phone, Story
from .test_complaints import LANGUAGES

BUT_HIM = {
    "nl": "ik wil met iemand praten, maar niet Karim",
    "fr": "je voudrais parler à quelqu'un d'autre que Karim",
    "en": "I want to talk to someone, but not Karim",
}
OF_HIM = {
    "nl": "kan ik met iemand praten over Karim",
    "fr": "je veux parler de Karim avec quelqu'un",
    "en": "can I talk with someone about Karim",
}
HIM = {
    "nl": "ik wil met Karim praten",
    "fr": "je voudrais parler à Karim",
    "en": "I want to talk with Karim",
}


async def after_a_talk(story: Story, language: str) -> tuple[Phone, Phone, Phone]:
    for said in (BUT_HIM, OF_HIM, HIM):
        story.mind.learns(said[language], "request_human")
    karim, lies = [await story.volunteer(one, language) for one in ("Karim De Wit", "Lies")]
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim)
    await karim.says("/close")
    await story.passes(days=2)
    for phone in (ana, karim, lies):
        phone.turns_the_page()
    return ana, karim, lies


def first(story: Story, language: str, name: str) -> str:
    return story.text(ASKED_FIRST, language, name=name)


@LANGUAGES
async def test_nobody_of_that_name_is_rung(story: Story, language: str) -> None:
    ana, karim, lies = await after_a_talk(story, language)
    namesake = await story.volunteer("Karim", language)
    namesake.turns_the_page()
    await ana.says(BUT_HIM[language])
    ana.sees_not(first(story, language, "Karim De Wit"))
    await ana.touches(BUTTON_YES)
    assert lies.news
    await story.passes(hours=3)
    for phone in (karim, namesake):
        phone.hears_nothing()
        await phone.says("/open")
        phone.reads(NOBODY_WAITS)


@LANGUAGES
async def test_for_that_request_alone(story: Story, language: str) -> None:
    ana, karim, lies = await after_a_talk(story, language)
    await ana.says(BUT_HIM[language])
    await ana.says("/human")  # the preview once more, with no word
    ana.sees_not(first(story, language, "Karim De Wit"))
    await ana.touches(BUTTON_YES)
    karim.hears_nothing()
    await lies.touches(BUTTON_CLAIM)
    await lies.says("hello")
    await lies.says("/close")
    await story.passes(days=2)
    await ana.says(HIM[language])
    ana.sees(first(story, language, "Karim De Wit"))
    await ana.touches(BUTTON_YES)
    assert karim.news


@LANGUAGES
async def test_who_is_told_of_is_not_asked_for(story: Story, language: str) -> None:
    ana, _, lies = await after_a_talk(story, language)
    await ana.says(OF_HIM[language])
    await ana.touches(BUTTON_YES)
    assert (await story.handoff()).asked_for is None
    assert lies.news
