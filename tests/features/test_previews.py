"""One preview can be tapped at a time: an earlier one, or one that is over, says so instead."""

from __future__ import annotations

import pytest

from bot.handoff_texts import (
    BUTTON_YES,
    NOT_SHARED,
    OFFER_OVER,
    OPENED,
    PREVIEW_BELOW,
    TAP_TO_SHARE,
)
from bot.i18n import Text

from .story import Phone, Story

WORDS = "Mijn man is dood. Ik slaap slecht. Kan ik met iemand praten?"


def live(phone: Phone) -> list[str]:
    """The texts of what can still be tapped to share."""
    return [
        m.text for m in phone.screen.messages if any(b.data.startswith("share:") for b in m.inline)
    ]


def shown(story: Story, phone: Phone, text: Text) -> int:
    said = story.text(text, "nl")
    return [m.text for m in phone.screen.messages if not m.mine].count(said)


async def test_an_offer_that_was_not_answered_loses_its_buttons(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    await ana.says("/human")
    assert len(live(ana)) == 1
    await story.passes(hours=23)
    assert len(live(ana)) == 1
    await story.passes(hours=2)
    assert live(ana) == []
    assert shown(story, ana, OFFER_OVER) == 1
    assert (await story.handoff()).state == "expired"


async def test_a_newer_preview_takes_the_place_of_the_one_before(story: Story) -> None:
    await story.volunteer()
    ana = await story.resident("Ana", hour=None)
    await ana.says(WORDS)
    (first,) = live(ana)
    await ana.says("/human")
    (second,) = live(ana)
    assert first != second
    assert shown(story, ana, PREVIEW_BELOW) == 1
    await ana.touches(BUTTON_YES)
    assert live(ana) == []
    ana.reads(OPENED)


async def test_a_no_in_words_takes_the_buttons_off(story: Story) -> None:
    ana = await story.resident("Ana", hour=None)
    await ana.says("/human")
    await ana.says("nee")
    assert live(ana) == []
    assert shown(story, ana, NOT_SHARED) == 2, "the answer, and what was the preview"
    assert (await story.handoff()).state == "declined"


@pytest.mark.parametrize("then", ["no", "time", "yes"])
async def test_a_yes_in_words_brings_one_preview_again(story: Story, then: str) -> None:
    await story.volunteer()
    ana = await story.resident("Ana", hour=None)
    await ana.says(WORDS)
    for _ in range(2):
        await story.passes(minutes=1)
        await ana.says("ja")
        (text,) = live(ana)
        assert story.text(TAP_TO_SHARE, "nl") in text
        cut = next(b.data for m in ana.screen.messages for b in m.inline if ":cut:" in b.data)
        await ana.forges(cut, ana.screen.messages[-1])
        assert len(live(ana)) == 1, "she struck a sentence of it"
    assert shown(story, ana, PREVIEW_BELOW) == 2
    if then == "no":
        await ana.says("nee")
    elif then == "time":
        await story.passes(hours=25)
        assert shown(story, ana, OFFER_OVER) == 1
    else:
        await ana.touches(BUTTON_YES)
        ana.reads(OPENED)
    assert live(ana) == []
