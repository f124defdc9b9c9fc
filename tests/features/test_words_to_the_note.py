"""What she types under a note for who comes next: nobody reads it by that, and only a plain no
erases it."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot import closing, outcomes
from bot.handoff_texts import BUTTON_HANDOVER, PREVIEW_BELOW
from bot.store.tables import Consent, Handoff

from .story import Phone, Story

NOTE = "mag over Albert spreken"


async def noted(story: Story, language: str = "nl") -> tuple[Phone, Phone]:
    karim = await story.volunteer("Karim", language)
    ana = await story.resident("Ana", language, hour=None)
    await story.talk(ana, karim)
    await ana.says("dag Karim")
    await karim.says("/close")
    await karim.touches(outcomes.BUTTONS["listened"])
    await karim.touches(BUTTON_HANDOVER)
    await story.passes(minutes=1)
    await karim.says(NOTE)
    await karim.touches(closing.BUTTON_SHOW_HER)
    ana.turns_the_page()
    return ana, karim


@pytest.mark.parametrize(
    ("language", "words", "intent"),
    [
        ("nl", "dat van Albert moet er niet in, de rest mag", "deny"),
        ("nl", "nee, over Albert wil ik het zelf hebben", "deny"),
        ("fr", "enlevez ce qui est sur Albert", "out_of_scope"),
        ("en", "no, not that about Albert, the rest is fine", "deny"),
    ],
)
async def test_what_is_said_about_it_brings_it_again(
    story: Story, language: str, words: str, intent: str
) -> None:
    ana, karim = await noted(story, language)
    karim.turns_the_page()
    story.mind.learns(words, intent, sure=0.9)
    await ana.says(words)
    ana.reads(closing.OFFER, name="Karim", note=NOTE)
    ana.reads(closing.WHOLE, no=story.text(closing.BUTTON_KEEP_BACK, language))
    assert len(ana.one().inline) == 2
    live = [m for m in ana.screen.messages if any(b.data.startswith("pass:") for b in m.inline)]
    assert live == [ana.last]
    ana.turns_the_page()
    assert story.text(PREVIEW_BELOW, language) in [m.text for m in ana.screen.messages]
    karim.hears_nothing()
    assert not await story.rows(select(Consent).where(Consent.purpose == "handover"))
    await ana.touches(closing.BUTTON_PASS_ON)
    assert (await story.handoff()).handover_consent is not None


@pytest.mark.parametrize(("language", "word"), [("nl", "ja"), ("fr", "oui"), ("en", "yes")])
async def test_a_typed_yes_asks_for_the_tap(story: Story, language: str, word: str) -> None:
    ana, _ = await noted(story, language)
    await ana.says(word)
    ana.reads(closing.TAP_TO_PASS_ON)
    assert not await story.rows(select(Consent).where(Consent.purpose == "handover"))


@pytest.mark.parametrize(("language", "word"), [("nl", "nee"), ("fr", "non"), ("en", "no")])
async def test_a_plain_no_erases_it(story: Story, language: str, word: str) -> None:
    ana, _ = await noted(story, language)
    await ana.says(word)
    assert ana.one().text == story.text(closing.ERASED, language)
    ana.sees_not(NOTE)
    assert [h.handover for h in await story.rows(select(Handoff))] == [None]
    await ana.says("hmhm")
    ana.sees_not(story.text(closing.WHOLE, language, no=""))


async def test_only_while_it_is_what_she_read_last(story: Story) -> None:
    ana, _ = await noted(story)
    await ana.says("/help")
    await ana.says("nee")
    assert (await story.handoff()).handover == NOTE
    ana.sees_not(story.text(closing.ERASED, "nl"))
    await ana.touches(closing.BUTTON_PASS_ON)
    assert (await story.handoff()).handover_consent is not None
