"""She wants no person after all, before anything is shared or while she waits; or asks who it will
be."""

from __future__ import annotations

import pytest

from bot import request_texts
from bot.dialogue.declined import declines
from bot.handoff_texts import BUTTON_YES, NOT_SHARED

from .story import Phone, Story

AFTER_ALL = {
    "nl": (
        "allee eigenlijk wil ik da toch nie meer sorry",
        "ik bedoel dat ik niemand moet spreken",
    ),
    "fr": ("finalement je ne veux plus de ça", "je veux parler à personne"),
    "en": ("actually I don't want that any more", "I mean I don't want to talk to anyone"),
}
EACH = [(language, words) for language, both in AFTER_ALL.items() for words in both]
WHO = {
    "nl": ("wie komt er dan", "wie zal het zijn"),
    "fr": ("et c est qui qui va venir", "qui vient ?"),
    "en": ("who will it be", "so who is coming"),
}
ASKS = [(language, words) for language, both in WHO.items() for words in both]


async def offered(story: Story, language: str) -> tuple[Phone, Phone]:
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await ana.says("/human")
    return ana, karim


@pytest.mark.parametrize(("language", "words"), EACH)
async def test_before_it_is_shared(story: Story, language: str, words: str) -> None:
    ana, karim = await offered(story, language)
    story.mind.learns(words, "crisis_suicide", level="ask")
    await ana.says(words)
    assert ana.one().text == story.text(NOT_SHARED, language)
    assert (await story.handoff()).state == "declined"
    karim.hears_nothing()


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
async def test_while_she_waits_it_is_asked(story: Story, language: str) -> None:
    ana, _ = await offered(story, language)
    await ana.touches(BUTTON_YES)
    words = AFTER_ALL[language][0]
    story.mind.learns(words, "crisis_suicide", level="ask")
    await ana.says(words)
    ana.hears("call_off/ask")
    await ana.picks("call_off/ask/yes")
    assert (await story.handoff()).state == "withdrawn"


@pytest.mark.parametrize(("language", "words"), ASKS)
async def test_who_it_will_be(story: Story, language: str, words: str) -> None:
    ana, _ = await offered(story, language)
    await ana.touches(BUTTON_YES)
    await story.passes(minutes=4)
    await ana.says(words)
    ana.reads(request_texts.WAITS)
    ana.sees(story.house.organisation)


@pytest.mark.parametrize(
    "words",
    [
        *("ik wil niet meer", "eigenlijk wil ik niet meer", "sorry ik wil dit niet meer"),
        *("ik wil niemand meer spreken", "je ne veux plus", "désolée je ne veux plus de tout ça"),
        *("je ne veux plus parler à personne", "sorry I don't want this any more", "I'm done"),
        *("I don't want to talk to anyone any more", "toch wil ik dat ze komt", "ik wil dat niet"),
    ],
)
def test_of_life_or_of_other_things(words: str) -> None:
    assert not declines(words)
