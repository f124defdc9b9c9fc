"""An alert is answered by a tap: by words nothing is taken, and no other resident reads them."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import writing
from bot.addressee_texts import (
    BUTTON_TO,
    NOW_WITH,
    OR_ALERT,
    OR_ANSWER,
    TAP_ALERT,
    WHICH_OR_ALERT,
)
from bot.handoff_texts import (
    BUTTON_CLAIM,
    BUTTON_DECLINE,
    BUTTON_YES,
    NO_TALK,
)
from bot.store.tables import Handoff

from .story import Phone, Story

EVERY = pytest.mark.parametrize("language", ["nl", "fr", "en"])
ANSWERS = {
    "nl": (
        *("Ik neem dit op mij", "ik neem het", "Ja ik neem deze wel!", "ik doe het", "ik pak het"),
        *("ik neem haar over", "nu niet", "Sorry, nu even niet", "ik kan nu niet", "niet nu"),
    ),
    "fr": (
        *("Je prends celui-ci", "je prends", "oui je la prends", "je l'prends", "je m'en occupe"),
        *(
            "je prends celle-ci",
            "pas maintenant",
            "je peux pas maintenant",
            "désolée pas maintenant",
        ),
    ),
    "en": (
        *("I take this one", "I take it", "I'll take it!", "ok I will take this one", "I'll do it"),
        *("I've got this one", "not now", "sorry, not now", "I can't right now", "not right now"),
    ),
}
HERS = {
    "nl": (
        *("ik neem het kleine brood", "ik doe het morgen voor u", "nu", "nu niet bang zijn"),
        *(
            "neem je dat?",
            "ik neem het?",
            "ja",
            "ik neem de bus",
            "nu niet meer",
            "ik kan niet slapen",
        ),
        "ik doe mezelf iets aan",
    ),
    "fr": (
        *("je prends le bus", "je la prends au sérieux", "maintenant", "pas maintenant ?", "oui"),
        *("je m'en occupe demain pour vous", "je prends des médicaments", "je ne peux pas dormir"),
    ),
    "en": (
        *("I take it you are tired", "I take my pills", "now", "not now?", "yes", "right now"),
        *("I'll do it tomorrow for you", "not now, maybe never", "I can't sleep"),
    ),
}


async def rings_beside(
    story: Story, language: str, names: tuple[str, ...] = ("Jeanne",)
) -> tuple[Phone, list[Phone]]:
    """Karim talks with these, and an alert for Ana rings."""
    await story.coordinator()
    karim = await story.volunteer("Karim", language)
    others = [await story.resident(name, language, hour=None) for name in names]
    for phone in others:
        await story.talk(phone, karim)
    ana = await story.resident("Ana", language, hour=None)
    await ana.says("/human")
    await ana.touches(BUTTON_YES)
    for phone in others:
        phone.turns_the_page()
    assert story.text(BUTTON_CLAIM, language) in karim.last.labels
    return karim, others


def shows_it_again(story: Story, karim: Phone) -> None:
    labels = [story.text(one, karim.language) for one in (BUTTON_CLAIM, BUTTON_DECLINE)]
    assert karim.last.labels == labels
    with_it = [one for one in karim.screen.messages if one.labels == labels]
    assert len(with_it) == 1, "in the place of the one before"


async def state(story: Story) -> str:
    (last,) = await story.rows(select(Handoff).order_by(Handoff.id.desc()).limit(1))
    return str(last.state)


@EVERY
async def test_words_take_nothing_and_go_to_nobody(story: Story, language: str) -> None:
    karim, (jeanne,) = await rings_beside(story, language)
    for words in ANSWERS[language]:
        await karim.says(words)
        jeanne.hears_nothing()
        karim.reads(OR_ALERT, name="Jeanne")
        shows_it_again(story, karim)
    assert await state(story) == "open"
    await karim.touches(BUTTON_CLAIM)
    assert await state(story) == "claimed"


@EVERY
async def test_other_words_are_hers(story: Story, language: str) -> None:
    karim, (jeanne,) = await rings_beside(story, language)
    for words in HERS[language]:
        jeanne.turns_the_page()
        await karim.says(words)
        assert jeanne.one().text.endswith(words), words


@EVERY
async def test_a_tap_says_that_they_are_for_her(story: Story, language: str) -> None:
    karim, (jeanne,) = await rings_beside(story, language)
    await karim.says(ANSWERS[language][1])
    await karim.taps(story.text(BUTTON_TO, language, name="Jeanne"))
    assert jeanne.one().text.endswith(ANSWERS[language][1])
    karim.reads(NOW_WITH, name="Jeanne")


@EVERY
async def test_a_tap_on_the_alert_says_that_they_were_not(story: Story, language: str) -> None:
    karim, (jeanne,) = await rings_beside(story, language)
    await karim.says(ANSWERS[language][-1])
    await karim.touches(BUTTON_DECLINE)
    karim.turns_the_page()
    await karim.says("dag Jeanne")
    assert jeanne.one().text.endswith("dag Jeanne"), "no question of ours stands any more"


async def test_before_a_tap_the_next_words_wait(story: Story) -> None:
    karim, (jeanne,) = await rings_beside(story, "nl")
    await karim.says("ik neem het")
    await karim.says("ja")
    jeanne.hears_nothing()
    karim.reads(OR_ANSWER, name="Jeanne")


@EVERY
async def test_of_several_he_is_asked_too(story: Story, language: str) -> None:
    karim, others = await rings_beside(story, language, ("Jeanne", "Bea"))
    await karim.says(ANSWERS[language][1])
    for phone in others:
        phone.hears_nothing()
    karim.reads(WHICH_OR_ALERT)
    shows_it_again(story, karim)


@EVERY
@pytest.mark.parametrize("names", [(), ("Jeanne",)])
async def test_a_reply_to_the_alert(story: Story, language: str, names: tuple[str, ...]) -> None:
    """Whatever it says, it is for the alert."""
    karim, others = await rings_beside(story, language, names)
    for words in (ANSWERS[language][1], "ok", "👍 15u"):
        await karim.says(words, reply_to=karim.last)
        karim.reads(TAP_ALERT)
        shows_it_again(story, karim)
    for phone in others:
        phone.hears_nothing()


@EVERY
async def test_without_a_talk(story: Story, language: str) -> None:
    karim, _ = await rings_beside(story, language, ())
    await karim.says(ANSWERS[language][1])
    karim.reads(TAP_ALERT)
    shows_it_again(story, karim)
    await karim.touches(BUTTON_DECLINE)
    await karim.says(ANSWERS[language][1])
    karim.reads(NO_TALK)


@EVERY
async def test_once_another_has_it_they_are_hers(story: Story, language: str) -> None:
    karim, (jeanne,) = await rings_beside(story, language)
    els = await story.volunteer("Els", language)
    await els.says("/open")
    await els.touches(BUTTON_CLAIM)
    await karim.says(ANSWERS[language][1])
    assert jeanne.one().text.endswith(ANSWERS[language][1])


async def test_a_reply_to_her_is_hers(story: Story) -> None:
    karim, (jeanne,) = await rings_beside(story, "nl")
    await jeanne.says("kunt u het ophalen?")
    await karim.says("ik doe het", reply_to=karim.last)
    assert jeanne.last.text.endswith("ik doe het")


async def test_what_crossed_the_alert_is_hers(story: Story) -> None:
    karim, (jeanne,) = await rings_beside(story, "nl", ("Jeanne",))
    await karim.touches(BUTTON_DECLINE)
    karim.turns_the_page()
    bea = await story.resident("Bea", hour=None)
    await bea.says("/human")
    karim.writes("ik doe het")
    await bea.touches(BUTTON_YES)
    assert jeanne.last.text.endswith("ik doe het")


@EVERY
async def test_while_he_writes_for_us(story: Story, language: str) -> None:
    karim, (jeanne,) = await rings_beside(story, language)
    await karim.says("/meet")
    await karim.says(ANSWERS[language][1])
    karim.reads(TAP_ALERT)
    shows_it_again(story, karim)
    jeanne.hears_nothing()
    await karim.touches(writing.BUTTON_NOT_NOW)
    assert story.text(writing.LEFT, language) in str(karim), "what he was asked still stood"
