"""What a volunteer began to write for us ends with a command, and is shown to nobody unread."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import closing, outcomes, writing
from bot.addressee_texts import BUTTON_TO, OR_ANSWER
from bot.handoff_texts import BUTTON_HANDOVER
from bot.store.tables import Handoff, Volunteer

from .story import Phone, Story

EVERY = pytest.mark.parametrize("language", ["nl", "fr", "en"])
NOTE = {"nl": "ze woont alleen", "fr": "elle vit seule", "en": "she lives alone"}
GREETING = {
    "nl": "dag marleen, t is karim terug",
    "fr": "bonjour marleen, c'est karim",
    "en": "hello marleen, karim again",
}


async def asked_for_a_note(story: Story, language: str) -> tuple[Phone, Phone, Phone]:
    """Of the talk with Jeanne, which is over; Marleen's goes on."""
    karim = await story.volunteer("Karim", language)
    marleen = await story.resident("Marleen", language, hour=None)
    jeanne = await story.resident("Jeanne", language, hour=None)
    for phone in (marleen, jeanne):
        await story.talk(phone, karim)
    await karim.says("/close", reply_to=karim.screen.messages[-2])
    await karim.touches(outcomes.BUTTONS["listened"])
    await karim.touches(BUTTON_HANDOVER)
    for phone in (jeanne, marleen):
        phone.turns_the_page()
    return karim, jeanne, marleen


async def begun(story: Story) -> str | None:
    return (await story.rows(select(Volunteer)))[0].writing


@EVERY
@pytest.mark.parametrize("command", ["/open", "/duty", "/help", "/hints", "/heavy"])
async def test_a_command_ends_it_and_what_comes_next_waits(
    story: Story, language: str, command: str
) -> None:
    karim, jeanne, marleen = await asked_for_a_note(story, language)
    await karim.says(command)
    karim.reads(writing.LEFT_FOR_COMMAND)
    assert await begun(story) is None
    await karim.says(GREETING[language])
    karim.reads(OR_ANSWER, name="Marleen")
    for phone in (jeanne, marleen):
        phone.hears_nothing()
    await karim.taps(story.text(BUTTON_TO, language, name="Marleen"))
    assert marleen.one().text.endswith(GREETING[language])
    jeanne.hears_nothing()


@EVERY
async def test_after_not_now_his_words_wait_too(story: Story, language: str) -> None:
    karim, jeanne, marleen = await asked_for_a_note(story, language)
    await karim.touches(writing.BUTTON_NOT_NOW)
    await karim.says(NOTE[language])
    karim.reads(OR_ANSWER, name="Marleen")
    for phone in (jeanne, marleen):
        phone.hears_nothing()


@EVERY
async def test_he_reads_it_back_before_she_does(story: Story, language: str) -> None:
    karim, jeanne, marleen = await asked_for_a_note(story, language)
    await karim.says(NOTE[language])
    karim.reads(closing.WORDS_BACK, number=2, note=NOTE[language])
    jeanne.hears_nothing()
    assert await story.rows(select(Handoff.handover)) == [None, None], "nothing is kept"
    shown = karim.last
    await karim.touches(closing.BUTTON_SHOW_HER)
    assert shown.text == story.text(closing.ASKED_HER, language)
    jeanne.reads(closing.OFFER, name="Karim", note=NOTE[language])
    await karim.forges(f"hand:yes:{'0' * 16}:2", shown)
    await karim.says("en nog iets")
    karim.reads(OR_ANSWER, name="Marleen")
    marleen.hears_nothing()


@EVERY
async def test_his_no_shows_and_keeps_nothing(story: Story, language: str) -> None:
    karim, jeanne, marleen = await asked_for_a_note(story, language)
    await karim.says(NOTE[language])
    await karim.touches(writing.BUTTON_NOT_NOW)
    assert karim.last.text == story.text(writing.LEFT, language)
    assert await story.rows(select(Handoff.handover)) == [None, None]
    for phone in (jeanne, marleen):
        phone.hears_nothing()


async def test_what_he_changed_meanwhile_is_read_back_anew(story: Story) -> None:
    karim, jeanne, _ = await asked_for_a_note(story, "nl")
    mine = await karim.says("ze woont alleen, adres volgt")
    await karim.edits(mine, "ze woont alleen")
    await karim.touches(closing.BUTTON_SHOW_HER)
    jeanne.hears_nothing()
    karim.reads(closing.WORDS_BACK, number=2, note="ze woont alleen")
    await karim.touches(closing.BUTTON_SHOW_HER)
    jeanne.reads(closing.OFFER, name="Karim", note="ze woont alleen")


async def test_what_he_deleted_is_shown_to_nobody(story: Story) -> None:
    karim, jeanne, _ = await asked_for_a_note(story, "nl")
    mine = await karim.says("dag marleen")
    karim.screen.messages.remove(mine)
    await karim.touches(closing.BUTTON_SHOW_HER)
    jeanne.hears_nothing()
    assert karim.last.text == story.text(writing.LEFT, "nl")
